"""Every table of a document, read: its facts, how each column was understood, what nobody understood."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal

from bulian.extract.tables.blocks import Block, blocks_of
from bulian.extract.tables.cell import kind_of, read_cell
from bulian.extract.tables.columns import Head, heads_of
from bulian.extract.tables.context import Context, context_of
from bulian.extract.tables.facts import Meaning, meaning_of, observation
from bulian.extract.tables.grid import Grid, grid_of
from bulian.extract.tables.mapping import Mapping, apply, fitting
from bulian.extract.tables.rows import RowHead, RowReader, is_marked, stubs_of
from bulian.model.document import Document, Table
from bulian.model.fact import Observation
from bulian.model.place import Place, cell_name
from bulian.model.reading import Column, DocumentDate

How = Literal["read", "mapped", "unread"]


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
    for table in document.tables:
        reading = _read(document, table, date=date.date if date else None, home=home, mappings=mappings)
        columns += reading.columns
        changed += reading.headers_changed
        for fact in reading.facts:
            key = fact.id
            if facts.setdefault(key, fact) is not fact:
                again[key].append(fact.place)
    whole = (replace(fact, also=tuple(again[key])) if key in again else fact for key, fact in facts.items())
    return TableReading(tuple(whole), tuple(columns), tuple(changed))


def _read(
    document: Document, table: Table, *, date: str | None, home: str | None, mappings: Sequence[Mapping]
) -> TableReading:
    grid = grid_of(table)
    facts: list[Observation] = []
    columns: list[Column] = []
    blocks = blocks_of(grid)
    contexts = [context_of(document, table, grid, block, home=home) for block in blocks]
    heads = [
        heads_of(grid, block, within=context.place.code if context.place else "")
        for block, context in zip(blocks, contexts, strict=True)
    ]
    every = [head for block in heads for head in block]
    mapping, changed = fitting(every, mappings)
    understood = iter(apply(mapping, every) if mapping else every)
    for block, context, block_heads in zip(blocks, contexts, heads, strict=True):
        own = list(islice(understood, len(block_heads)))
        sheet = _Sheet(
            (document.doc, table.sheet, document.metadata.synthetic),
            grid,
            block,
            context=context,
            heads=own,
            date=date,
        )
        facts += sheet.read()
        columns += sheet.columns()
    notes = tuple((table.sheet, en, zh) for en, zh in changed)
    return TableReading(tuple(facts), tuple(columns), notes)


class _Sheet:
    """One block on its way to facts, counting what becomes of each cell."""

    def __init__(
        self, at: tuple[str, str, bool], grid: Grid, block: Block, *,
        context: Context, heads: Sequence[Head], date: str | None,
    ) -> None:  # fmt: skip
        self._doc, self._sheet, self._whole = at
        self._grid, self._block = grid, block
        self._context, self._heads, self._date = context, heads, date
        self._stubs = stubs_of(grid, block, heads, context)
        self._cells: Counter[int] = Counter()
        self._found: Counter[int] = Counter()
        self._unread: list[Column] = []
        self._meanings: dict[int, Meaning] = {}

    def read(self) -> Iterator[Observation]:
        """The facts of the block, cell by cell."""
        for row in self._block.body:
            self._cells.update(self._grid.rows[row].keys())
        values = [head for head in self._heads if head.kind == "value"]
        if not values:
            return
        # Where rows are marked one by one, a title or note that speaks of the marks does not mark the others.
        if not self._whole and any(is_marked(self._grid, row) for row in self._block.body):
            self._context = replace(self._context, synthetic=False)
        reader = RowReader(self._grid, self._block, self._stubs, self._heads, self._context)
        for understood in reader.read():
            yield from self._read_row(understood, values)

    def _read_row(self, row: RowHead, values: Sequence[Head]) -> Iterator[Observation]:
        cells = self._grid.rows[row.row]
        numbers = found = 0
        for head in values:
            cell = cells.get(head.column)
            reading = read_cell(cell.text) if cell else None
            if cell is None or reading is None:
                continue
            numbers += 1
            meaning = meaning_of(row, head, self._context, self._date)
            if meaning is None:
                continue
            at = (self._doc, self._sheet, cell.text, row.synthetic or self._context.synthetic)
            fact = observation(meaning, reading, row, head, at=at)
            if fact:
                found += 1
                self._found[head.column] += 1
                self._meanings.setdefault(head.column, meaning)
                yield fact
        if numbers and not found:
            label = " / ".join(cell.text for cell in row.cells)
            self._unread.append(
                Column(self._sheet, str(row.row + 1), label, "unread", (), numbers, 0, "unread")
            )

    def columns(self) -> Iterator[Column]:
        """How each column was understood, then the rows whose numbers nobody understood."""
        stubs = {stub.column: stub.kind for stub in self._stubs}
        for head in self._heads:
            cells, facts = self._cells[head.column], self._found[head.column]
            role = self._role(head, stubs.get(head.column))
            meaning = self._settled(head) if role == "value" else ()
            how: How = "unread" if role == "unread" else "mapped" if head.how == "mapped" else "read"
            ref = cell_name(0, head.column).rstrip("1")
            yield Column(self._sheet, ref, head.header, role, meaning, cells, facts, how)
        yield from self._unread

    def _role(self, head: Head, stub: str | None) -> str:
        if stub:
            return {"place": "subject", "industry": "subject"}.get(stub, stub)
        if head.kind in ("serial", "code", "attribute", "note"):
            return "note"
        if head.kind == "unit":
            return "unit"
        if head.kind == "value" and self._found[head.column]:
            return "value"
        numbers = any(
            kind_of(self._grid.rows[row][head.column].text) != "missing"
            for row in self._block.body
            if head.column in self._grid.rows[row]
        )
        return "unread" if numbers or head.kind != "value" else "value"

    def _settled(self, head: Head) -> tuple[tuple[str, str], ...]:
        """What the header alone settles of the column's numbers, as a person checks it."""
        meaning = self._meanings.get(head.column)
        pairs = [
            (
                "indicator",
                meaning.indicator
                if meaning and head.phrase and not self._indicator_in_rows()
                else head.phrase,
            ),
            ("unit", head.units[0].surface if head.units else ""),
            ("period", (meaning.period or "") if meaning and head.whens else ""),
            ("aspect", head.aspect or ""),
            ("basis", head.basis or ""),
            ("modality", head.modality or ""),
            ("period_rule", head.period_rule),
            ("subject", head.subject or (head.place.name if head.place else "")),
        ]
        return tuple((name, value) for name, value in pairs if value)

    def _indicator_in_rows(self) -> bool:
        return any(stub.kind == "indicator" for stub in self._stubs)
