"""Every table of a document, read: its facts, how each column was understood, what nobody understood."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from bulian.extract.tables.blocks import blocks_of
from bulian.extract.tables.columns import heads_of
from bulian.extract.tables.context import context_of
from bulian.extract.tables.grid import grid_of
from bulian.extract.tables.mapping import Mapping, apply, fitting
from bulian.extract.tables.part import Part, PartReader
from bulian.model.document import Document, Table
from bulian.model.fact import Observation
from bulian.model.place import Place
from bulian.model.reading import Column, DocumentDate


@dataclass(frozen=True, slots=True)
class TableReading:
    """What the tables of a document say.

    Attributes:
        facts: in the order of the cells; the same fact printed twice is one with `also`.
        columns: how each column was understood; a row whose numbers nobody read is listed by its number.
        headers_changed: (sheet, what changed, en, zh) where a kept mapping no longer fits the header.
    """

    facts: tuple[Observation, ...]
    columns: tuple[Column, ...]
    headers_changed: tuple[tuple[str, str, str], ...]


def read_tables(
    document: Document,
    *,
    date: DocumentDate | None,
    home: str | None = None,
    mappings: Sequence[Mapping] = (),
) -> TableReading:
    """The facts of all tables of a document: workbooks, CSV, and tables in Word, PDF and web pages.

    Args:
        date: what 本年 and 本月 are counted from; None leaves them undated.
        home: the place a table is about that names none, as "重庆市大渡口区".
        mappings: how people settled columns of tables that come again (`bulian.extract.tables.mapping`).
    """
    facts: dict[str, Observation] = {}
    again: defaultdict[str, list[Place]] = defaultdict(list)
    columns: list[Column] = []
    changed: list[tuple[str, str, str]] = []
    before: Part | None = None
    for table in document.tables:
        parts, changes = _settled(_parts(document, table, before, home=home), mappings)
        changed += changes
        for part in parts:
            reader = PartReader(part, date.date if date else None)
            for fact in reader.read():
                key = fact.id
                if facts.setdefault(key, fact) is not fact:
                    again[key].append(fact.place)
            columns += reader.columns()
            before = part
    whole = (replace(fact, also=tuple(again[key])) if key in again else fact for key, fact in facts.items())
    return TableReading(tuple(whole), tuple(columns), tuple(changed))


def _parts(document: Document, table: Table, before: Part | None, *, home: str | None) -> list[Part]:
    grid = grid_of(table)
    parts: list[Part] = []
    for block in blocks_of(grid):
        context = context_of(document, table, grid, block, home=home)
        heads = heads_of(grid, block, around=context.place)
        part = Part(
            document.doc, table.sheet, grid, block, context, tuple(heads), document.metadata.synthetic
        )  # fmt: skip
        parts.append(_continued(part, before) if before and not parts and document.text else part)
    return parts


def _continued(part: Part, before: Part) -> Part:
    """A table that goes on after a page's end has no header of its own: that of the page before holds on."""
    if part.block.header or len(part.heads) != len(before.heads):
        return part
    heads = zip(part.heads, before.heads, strict=True)
    # The cells of the header stand in another table, so that they are not named again.
    carried = tuple(replace(old, column=new.column, cells=()) for new, old in heads)
    context = replace(
        before.context, place_cell=None, when_cell=None, unit_cell=None, measure_cell=None
    )  # fmt: skip
    return replace(part, heads=carried, context=part.context if part.block.titles else context)


def _settled(
    parts: Sequence[Part], mappings: Sequence[Mapping]
) -> tuple[list[Part], list[tuple[str, str, str]]]:
    """The parts with what a kept mapping says of their columns, and how their header differs from it."""
    every = [head for part in parts for head in part.heads]
    mapping, changes = fitting(every, mappings)
    if mapping is None:
        return list(parts), []
    heads = iter(apply(mapping, every))
    settled = [replace(part, heads=tuple(islice(heads, len(part.heads)))) for part in parts]
    return settled, [(parts[0].sheet, en, zh) for en, zh in changes]
