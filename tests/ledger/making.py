"""Documents with facts that stand in them, made from a few words."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

from bulian.ledger.handle import Ledger
from bulian.ledger.opening import open_ledger
from bulian.ledger.runs import begin_run, finish_run
from bulian.ledger.storing import known, retire, store
from bulian.model.document import Document, Metadata, Table, TableCell
from bulian.model.fact import Fact, Observation
from bulian.model.place import Cell, Span
from bulian.model.reading import DocumentDate, Reading

DAY = "2026-01-02T09:00:00+08:00"


def text_document(name: str, text: str, metadata: Metadata | None = None) -> Document:
    """A text under a name."""
    doc = hashlib.sha256(text.encode()).hexdigest()
    return Document(doc=doc, name=name, text=text, metadata=metadata or Metadata())


def table_document(name: str, cells: dict[tuple[int, int], str]) -> Document:
    """A workbook of one sheet, 表."""
    doc = hashlib.sha256(repr(sorted(cells.items())).encode()).hexdigest()
    table = Table("表", {place: TableCell(text) for place, text in cells.items()})
    return Document(doc=doc, name=name, text="", tables=(table,), reader="xlsx")


def number(
    document: Document, quote: str, surface: str, *, subject: str = "乙区", period: str = "2023"
) -> Observation:
    """The observation `surface` in `quote`, whose indicator stands before the number."""
    start = document.text.index(quote)
    at = document.text.index(surface, start)
    digits = "".join(character for character in surface if character.isdigit() or character == ".")
    return Observation(
        doc=document.doc,
        place=Span(start, start + len(quote), quote),
        subject=subject,
        indicator=quote.partition(surface)[0],
        aspect="level",
        value=Decimal(digits),
        unit=surface[len(digits) :] or "1",
        surface=surface,
        surface_start=at,
        bound="exact",
        modality="actual",
        period=period,
        basis=None,
        rule="made",
    )


def cell_number(
    document: Document, ref: str, quote: str, *, indicator: str, period: str = "2023-01"
) -> Observation:
    """The observation in a cell of sheet 表."""
    return Observation(
        doc=document.doc,
        place=Cell("表", ref, quote),
        subject="乙区",
        indicator=indicator,
        aspect="level",
        value=Decimal(quote),
        unit="CNY",
        surface=quote,
        surface_start=None,
        bound="exact",
        modality="actual",
        period=period,
        basis=None,
        rule="table",
    )


def reading(*facts: Fact, published_on: str | None = None) -> Reading:
    """A reading, dated where a date is given."""
    return Reading(facts, DocumentDate(published_on, "given") if published_on else None)


@contextmanager
def opened(workspace: Path) -> Iterator[Ledger]:
    """The ledger of a workspace."""
    with open_ledger(workspace / "ledger.db") as ledger:
        yield ledger


Lying = dict[str, tuple[Document, Reading]]


def build(workspace: Path, lying: Lying, *, at: str = DAY, reader: str = "1") -> None:
    """What the command `build` does with the ledger when `lying` is what lies in `sources/`."""
    with opened(workspace) as ledger:
        run = begin_run(ledger, recorded_at=at, reader=reader)
        before = known(ledger)
        for name, (document, read) in sorted(lying.items()):
            ingredients = ingredients_of(document, reader)
            if before.get(name) != ingredients:
                store(ledger, run, document=document, reading=read, ingredients=ingredients)
        retire(ledger, run, sorted(before.keys() - lying.keys()))
        finish_run(ledger, run)


def ingredients_of(document: Document, reader: str) -> str:
    """A hash over all that a reading depends on."""
    return hashlib.sha256(f"{document.doc} {document.metadata} {reader}".encode()).hexdigest()
