"""The open ledger that is handed from function to function."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bulian.ledger.trouble import told

Parameters = Sequence[object] | dict[str, object]


@dataclass(frozen=True, slots=True)
class Ledger:
    """An open ledger.

    Attributes:
        path: the file, `ledger.db` in the workspace.
        connection: SQLite's, in autocommit: writes go through `transaction`.
        notices: what a person should know after opening ("a torn line was set aside"), as (en, zh).
    """

    path: Path
    connection: sqlite3.Connection
    notices: tuple[tuple[str, str], ...] = ()

    @property
    def journal(self) -> Path:
        """The folder of the journal beside the ledger."""
        return self.path.parent / "journal"


@contextmanager
def transaction(ledger: Ledger) -> Iterator[sqlite3.Connection]:
    """All or nothing: commits at the end, rolls back on any error."""
    connection = ledger.connection
    with told(ledger.path):
        connection.execute("begin immediate")
        try:
            yield connection
            connection.execute("commit")
        except BaseException:
            # A full disk may have rolled back already.
            if connection.in_transaction:
                connection.execute("rollback")
            raise


def rows(ledger: Ledger, sql: str, parameters: Parameters = ()) -> list[Any]:
    """All rows of a query."""
    with told(ledger.path):
        return ledger.connection.execute(sql, parameters).fetchall()


def marks(values: Iterable[object]) -> str:
    """One placeholder a value, "?,?,?", for `in (…)`."""
    return ",".join("?" for _ in values)
