"""Put into the ledger what a build read: one transaction a document, whole or not at all."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

from bulian.errors import BulianError, LedgerError
from bulian.ledger.body import pack
from bulian.ledger.files import lie, settle, take_away
from bulian.ledger.handle import Ledger, rows, transaction
from bulian.ledger.rows import day_range, fact_fields, merged, parties, sighting_fields
from bulian.ledger.verdicts import follow_document, follow_name
from bulian.ledger.words import search_words
from bulian.model.document import Document
from bulian.model.fact import Event, Fact
from bulian.model.place import Cell, Place, cell_position
from bulian.model.reading import Reading


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A file in `sources/` that could not be read, why, and when the build ran that found it so."""

    name: str
    reason_en: str
    reason_zh: str
    recorded_at: str


def known(ledger: Ledger) -> dict[str, str]:
    """The ingredients with which each name in `sources/` was last read or quarantined.

    A build reads a name whose ingredients differ, and retires a name that is gone. A name that the journal
    tells of and this ledger has not read yet has "", which no ingredients equal.
    """
    sql = """
        select file.name, coalesce(max(reading.ingredients), '')
        from file
        left join reading on reading.file = file.file and reading.ingredients = file.ingredients
        where file.until_run is null
        group by file.name
        union all
        select name, ingredients from quarantine
    """
    return dict(rows(ledger, sql))


def store(ledger: Ledger, run: int, *, document: Document, reading: Reading, ingredients: str) -> None:
    """Keep what a document says; when this returns, it is kept.

    Args:
        ingredients: a hash over all that the reading depends on: content, metadata, mappings, reader.

    Raises:
        SpanMismatch, LedgerError: a fact does not stand where it says (design, law 3); nothing is kept then.
        WorkspaceError: the disk is full; nothing is kept then.
    """
    found = merged(reading.facts)
    _verify(document, found.values())
    with transaction(ledger) as connection:
        connection.execute("delete from quarantine where name = ?", (document.name,))
        file = lie(connection, run, document.name, document.doc, ingredients)
        if _is_read(connection, file, ingredients):
            return
        number = _add_reading(connection, file, document, reading, ingredients)
        try:
            _add_facts(connection, number, found)
        except UnicodeEncodeError as error:
            raise _broken_text(document) from error
        settle(connection, document.doc)
        follow_document(connection, document.doc)
        follow_name(connection, document.name)


def quarantine(ledger: Ledger, run: int, *, name: str, ingredients: str, error: BulianError) -> None:
    """Keep why a file could not be read, so that it is tried again only when it or the reader changes.

    What the name held before is no longer in `sources/`: it is retired.
    """
    with transaction(ledger) as connection:
        since = take_away(connection, run, name, "quarantined", ingredients)
        connection.execute("delete from quarantine where name = ?", (name,))
        connection.execute(
            "insert into quarantine (name, run, ingredients, reason_en, reason_zh) values (?, ?, ?, ?, ?)",
            (name, since, ingredients, error.en, error.zh),
        )
        follow_name(connection, name)


def retire(ledger: Ledger, run: int, names: Iterable[str]) -> None:
    """The names are gone from `sources/`: their facts are retired, and stay readable."""
    with transaction(ledger) as connection:
        for name in names:
            take_away(connection, run, name, "retired", None)
            connection.execute("delete from quarantine where name = ?", (name,))
            follow_name(connection, name)


def quarantined(ledger: Ledger) -> list[Quarantined]:
    """The files that could not be read as they lie there now, by name."""
    sql = """
        select quarantine.name, reason_en, reason_zh, recorded_at
        from quarantine join run on run.run = quarantine.run
        order by quarantine.name
    """
    return [Quarantined(*row) for row in rows(ledger, sql)]


def _verify(document: Document, found: Iterable[tuple[Fact, tuple[Place, ...]]]) -> None:
    """The span law, checked when written."""
    tables = {table.sheet: table.cells for table in document.tables}
    for fact, places in found:
        if fact.doc != document.doc:
            raise LedgerError(
                f"{document.name}: fact {fact.id} was read from another document.",
                f"{document.name}：事实 {fact.id} 来自另一份文件。",
            )
        for place in places:
            if not isinstance(place, Cell):
                place.verify(document.name, document.text)
                continue
            cell = tables.get(place.sheet, {}).get(cell_position(place.ref))
            shown = cell.text if cell else ""
            if shown.strip() != place.quote.strip():
                raise LedgerError(
                    f"{document.name}, {place.sheet}!{place.ref} reads {shown!r}, not {place.quote!r}.",
                    f"{document.name}，{place.sheet}!{place.ref} 是“{shown}”，不是“{place.quote}”。",
                )


def _is_read(connection: sqlite3.Connection, file: int, ingredients: str) -> bool:
    sql = "select 1 from reading where file = ? and ingredients = ?"
    return connection.execute(sql, (file, ingredients)).fetchone() is not None


def _add_reading(
    connection: sqlite3.Connection, file: int, document: Document, reading: Reading, ingredients: str
) -> int:
    body, packed = pack(document)
    connection.execute(
        "insert into body (hash, packed) values (?, ?) on conflict (hash) do nothing", (body, packed)
    )
    fields = _reading_fields(document, reading) | {"file": file, "ingredients": ingredients, "body": body}
    return int(connection.execute(_INSERT_READING, fields).lastrowid or 0)


def _reading_fields(document: Document, reading: Reading) -> dict[str, object]:
    meta, date = document.metadata, reading.date
    published_on = date.date if date else meta.published_on
    return {
        "title": reading.title,
        "published_on": published_on,
        "published_day": day_range(published_on)[1],
        "published_meta": meta.published_on,
        "dated": date.how if date else "meta" if meta.published_on else None,
        "publisher": meta.publisher,
        "address": meta.address,
        "licence": meta.licence,
        "access": meta.access,
        "synthetic": int(meta.synthetic),
        "reader": document.reader,
        "encoding": document.encoding,
        "columns_read": json.dumps([asdict(column) for column in reading.columns], ensure_ascii=False),
        "headers_changed": json.dumps(reading.headers_changed, ensure_ascii=False),
    }


_Found = dict[str, tuple[Fact, tuple[Place, ...]]]


def _add_facts(connection: sqlite3.Connection, reading: int, found: _Found) -> None:
    """Each fact that is new, and where this reading saw each."""
    sql = "select document from reading where reading = ?"
    ((document,),) = connection.execute(sql, (reading,)).fetchall()
    fields = [
        fact_fields(fact) | {"id": fact_id, "document": document} for fact_id, (fact, _) in found.items()
    ]
    # Dicts, not sets: the same input gives the same ledger, byte for byte.
    names = dict.fromkeys(name for fact, _ in found.values() for name in parties(fact))
    indicators = dict.fromkeys(row["indicator"] for row in fields if row["indicator"] is not None)
    connection.executemany(_INSERT_PARTY, ((name,) for name in names))
    connection.executemany(_INSERT_INDICATOR, ((indicator,) for indicator in indicators))
    (before,) = connection.execute("select coalesce(max(fact), 0) from fact").fetchone()
    connection.executemany(_INSERT_FACT, fields)
    connection.executemany(_INSERT_WORDS, _words(found, before))
    connection.executemany(_INSERT_PARTICIPANT, _participants(found))
    connection.executemany(_INSERT_SIGHTING, _sightings(reading, found))


def _words(found: _Found, before: int) -> Iterator[dict[str, object]]:
    """What each fact can be found by; facts up to number `before` have theirs."""
    for fact_id, (fact, _) in found.items():
        told = [*parties(fact), getattr(fact, "indicator", ""), fact.place.quote]
        yield {"id": fact_id, "before": before, "words": search_words(" ".join(told))}


def _participants(found: _Found) -> Iterator[tuple[str, int, str]]:
    for fact_id, (fact, _) in found.items():
        if isinstance(fact, Event):
            yield from ((fact_id, ordinal, name) for ordinal, name in enumerate(fact.participants))


def _sightings(reading: int, found: _Found) -> Iterator[dict[str, object]]:
    for fact_id, (fact, places) in found.items():
        yield from (row | {"id": fact_id, "reading": reading} for row in sighting_fields(fact, places))


# A reading belongs to the run that found its ingredients: in a ledger made anew that is the journal's.
_INSERT_READING = """
    insert into reading (
        file, document, run, ingredients, body, title, published_on, published_day, published_meta, dated,
        publisher, address, licence, access, synthetic, reader, encoding, columns_read, headers_changed
    )
    select
        file.file, file.document, (select max(run) from change where change.name = file.name), :ingredients,
        body.body, :title, :published_on, :published_day, :published_meta, :dated, :publisher, :address,
        :licence, :access, :synthetic, :reader, :encoding, :columns_read, :headers_changed
    from file join body on body.hash = :body
    where file.file = :file
"""
_INSERT_PARTY = "insert into party (text) values (?) on conflict (text) do nothing"
_INSERT_INDICATOR = "insert into indicator (text) values (?) on conflict (text) do nothing"
_INSERT_FACT = """
    insert into fact (
        id, document, kind, type, subject, object, indicator, aspect, value, unit, bound, modality, period,
        first_day, last_day, basis, quote, surface
    )
    values (
        :id, :document, :kind, :type,
        (select party from party where text = :subject),
        (select party from party where text = :object),
        (select indicator from indicator where text = :indicator),
        :aspect, :value, :unit, :bound, :modality, :period, :first_day, :last_day, :basis, :quote, :surface
    )
    on conflict (id) do nothing
"""
_INSERT_WORDS = """
    insert into fact_words (rowid, words) select fact, :words from fact where id = :id and fact > :before
"""
_INSERT_SIGHTING = """
    insert into sighting (
        fact, reading, place, more, start_at, end_at, sheet, cell, headers, quote, surface_start, rule, text,
        synthetic
    )
    values (
        (select fact from fact where id = :id), :reading, :place, :more, :start_at, :end_at, :sheet, :cell,
        :headers, :quote, :surface_start, :rule, :text, :synthetic
    )
"""
_INSERT_PARTICIPANT = """
    insert into participant (fact, ordinal, party)
    values ((select fact from fact where id = ?), ?, (select party from party where text = ?))
    on conflict (fact, ordinal) do nothing
"""


def _broken_text(document: Document) -> LedgerError:
    return LedgerError(
        f"{document.name}: a fact's text holds half a character. Save the file anew as UTF-8.",
        f"{document.name}：有事实的文字含半个字符。请把文件另存为 UTF-8。",
    )
