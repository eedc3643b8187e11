"""Which name held which content through which runs, and what follows from it for a document.

The same three functions serve a build and the replay of the journal, so both arrive at the same history.
"""

import sqlite3
from typing import Literal

Gone = Literal["retired", "quarantined"]


def lie(connection: sqlite3.Connection, run: int, name: str, doc: str, ingredients: str) -> int:
    """From `run` on, `name` holds content `doc`, read with `ingredients`; the number of that stretch.

    Where the ledger already has it so, nothing happened and no change is noted.
    """
    there = connection.execute(
        """
        select file.file, document.doc, file.ingredients
        from file join document on document.document = file.document
        where file.name = ? and file.until_run is null
        """,
        (name,),
    ).fetchone()
    if there and there[1:] == (doc, ingredients):
        return int(there[0])
    if there and there[1] == doc:
        connection.execute("update file set ingredients = ? where file = ?", (ingredients, there[0]))
        _note(connection, run, name, "reread", (doc, ingredients))
        return int(there[0])
    if there:
        _close(connection, run, there[0])
    connection.execute(
        "insert into document (doc, first_run) values (?, ?) on conflict (doc) do nothing", (doc, run)
    )
    cursor = connection.execute(
        """
        insert into file (name, document, ingredients, from_run)
        select ?, document, ?, ? from document where doc = ?
        """,
        (name, ingredients, run, doc),
    )
    _note(connection, run, name, "changed" if there else "added", (doc, ingredients))
    settle(connection, doc)
    if there:
        settle(connection, there[1])
    return int(cursor.lastrowid or 0)


def take_away(connection: sqlite3.Connection, run: int, name: str, how: Gone, ingredients: str | None) -> int:
    """From `run` on, `name` holds nothing that can be read; the run since which that is so."""
    last = connection.execute(
        "select run, what, ingredients from change where name = ? order by run desc limit 1", (name,)
    ).fetchone()
    if last is None and how == "retired":
        return run
    if last and last[1:] == (how, ingredients):
        return int(last[0])
    there = connection.execute(
        """
        select file.file, document.doc
        from file join document on document.document = file.document
        where file.name = ? and file.until_run is null
        """,
        (name,),
    ).fetchone()
    if there:
        _close(connection, run, there[0])
        settle(connection, there[1])
    _note(connection, run, name, how, (there[1] if there and how == "retired" else None, ingredients))
    return run


def settle(connection: sqlite3.Connection, doc: str) -> None:
    """Find which reading of a document is in force, or since when it is retired.

    The newest reading under the first by alphabet of its names: the order of builds does not matter.
    """
    connection.execute(
        """
        update document set
            reading = coalesce(
                (
                    select reading.reading
                    from file join reading on reading.file = file.file
                    where file.document = document.document and file.until_run is null
                    order by file.name, reading.reading desc limit 1
                ),
                reading
            ),
            retired_run = case
                when exists (
                    select 1 from file where file.document = document.document and file.until_run is null
                ) then null
                else (select max(until_run) from file where file.document = document.document)
            end
        where doc = ?
        """,
        (doc,),
    )


def _close(connection: sqlite3.Connection, run: int, file: int) -> None:
    connection.execute("update file set until_run = ? where file = ?", (run, file))


def _note(
    connection: sqlite3.Connection, run: int, name: str, what: str, held: tuple[str | None, str | None]
) -> None:
    connection.execute(
        """
        insert into change (run, name, what, doc, ingredients) values (?, ?, ?, ?, ?)
        on conflict (run, name) do update
        set what = excluded.what, doc = excluded.doc, ingredients = excluded.ingredients
        """,
        (run, name, what, *held),
    )
