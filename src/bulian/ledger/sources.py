"""Documents as the ledger knows them: where they come from, all they say, how tables were understood."""

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from bulian.errors import LedgerError
from bulian.ledger.body import unpack
from bulian.ledger.handle import Ledger, marks, rows
from bulian.model.document import Document, Metadata
from bulian.model.reading import Column
from bulian.model.stored import Source

_CHUNK = 500  # well under the number of parameters that any SQLite takes


def sources(ledger: Ledger) -> list[Source]:
    """Every document that was read, the retired too, by name; the same content under two names is one."""
    found = rows(ledger, "select reading from document where reading is not null")
    return sorted(
        of_readings(ledger, (row[0] for row in found)).values(), key=lambda source: (source.name, source.doc)
    )


def document(ledger: Ledger, doc: str) -> Document:
    """A document with text and tables as last read, also when its file is gone.

    `doc` is the content hash, its beginning, or the name below `sources/`.

    Raises:
        LedgerError: there is none, or several begin so.
    """
    reading = reading_of(ledger, doc)
    source = of_readings(ledger, [reading])[reading]
    sql = "select packed, published_meta from reading join body on body.body = reading.body where reading = ?"
    ((packed, published_on),) = rows(ledger, sql, (reading,))
    metadata = Metadata(
        published_on, source.publisher, source.address, source.licence, source.access, source.synthetic
    )
    shell = Document(
        source.doc, source.name, "", reader=source.reader, encoding=source.encoding, metadata=metadata
    )
    return unpack(packed, shell)


def columns(ledger: Ledger, doc: str) -> tuple[Column, ...]:
    """How each column of a document's tables was understood, the unread ones too."""
    ((told,),) = rows(
        ledger, "select columns_read from reading where reading = ?", (reading_of(ledger, doc),)
    )
    return _columns(told)


def _columns(told: str) -> tuple[Column, ...]:
    return tuple(
        Column(**(column | {"meaning": tuple((key, value) for key, value in column["meaning"])}))
        for column in json.loads(told)
    )


def unread_columns(ledger: Ledger) -> dict[str, tuple[Column, ...]]:
    """The columns that nobody understood, of each document as last read that has any."""
    found = rows(
        ledger,
        "select document.doc, reading.columns_read from document "
        "join reading on reading.reading = document.reading where reading.columns_read like ?",
        ('%"unread"%',),
    )
    told = {doc: tuple(one for one in _columns(text) if one.role == "unread") for doc, text in found}
    return {doc: several for doc, several in told.items() if several}


def headed(ledger: Ledger, words: str) -> frozenset[str]:
    """Documents as last read that have a column with these words in its header."""
    found = rows(
        ledger,
        "select document.doc from document join reading on reading.reading = document.reading "
        "where reading.columns_read like ?",
        (f"%{words}%",),
    )
    return frozenset(doc for (doc,) in found)


def headers_changed(ledger: Ledger, doc: str) -> tuple[tuple[str, str, str], ...]:
    """Where a kept mapping no longer fits a document's header: (sheet, en, zh)."""
    ((told,),) = rows(
        ledger, "select headers_changed from reading where reading = ?", (reading_of(ledger, doc),)
    )
    return tuple((sheet, en, zh) for sheet, en, zh in json.loads(told))


def reading_of(ledger: Ledger, doc: str) -> int:
    """The reading in force (or the last) of a document, by content hash, its beginning, or its name."""
    found = rows(
        ledger,
        """
        select document.reading from file join document on document.document = file.document
        where file.name = ? and document.reading is not null
        order by file.until_run is null desc, file.file desc limit 1
        """,
        (doc,),
    )
    if not found and _is_hex(doc):
        sql = "select reading from document where doc >= ? and doc < ? and reading is not null limit 2"
        found = rows(ledger, sql, (doc, f"{doc}g"))
    if len(found) == 1:
        return int(found[0][0])
    if found:
        raise LedgerError(
            f"Several documents begin with {doc!r}. Write more of the hash.",
            f"有多份文件以“{doc}”开头。请多写几位。",
        )
    raise LedgerError(
        f"There is no document {doc!r}; `bulian status` lists them.",
        f"没有文件“{doc}”；`bulian status` 列出全部文件。",
    )


def of_readings(ledger: Ledger, readings: Iterable[int]) -> dict[int, Source]:
    """The source of each reading."""
    found: dict[int, Source] = {}
    for chunk in chunks(sorted(set(readings))):
        sql = f"select * from reading_source where reading in ({marks(chunk)})"  # noqa: S608 - only placeholders
        told = rows(ledger, sql, chunk)
        names = _names(ledger, sorted({row[1] for row in told}))
        for reading, number, doc, name, *about in told:
            others = tuple(other for other in names.get(number, ()) if other != name)
            found[reading] = _source(doc, name, about, others)
    return found


def chunks(values: Iterable[int]) -> Iterator[list[int]]:
    """The values in lists short enough for one statement."""
    left = iter(values)
    while chunk := list(islice(left, _CHUNK)):
        yield chunk


def _source(doc: str, name: str, about: list[Any], others: tuple[str, ...]) -> Source:
    title, published_on, dated, publisher, address, licence, access, reader, encoding, *when = about
    recorded_at, retired_at, synthetic = when
    return Source(
        doc, name, title, published_on, dated, publisher, address, licence, access, reader, encoding,
        recorded_at, retired_at, bool(synthetic), others,
    )  # fmt: skip


def _names(ledger: Ledger, documents: list[int]) -> dict[int, list[str]]:
    sql = f"""
        select document, name from file
        where until_run is null and document in ({marks(documents)}) order by name
    """  # noqa: S608 - only placeholders
    names: dict[int, list[str]] = {}
    found: list[Any] = rows(ledger, sql, documents)
    for number, name in found:
        names.setdefault(number, []).append(name)
    return names


def _is_hex(text: str) -> bool:
    return bool(text) and set(text) <= set("0123456789abcdef")
