"""One block on its way to facts, counting what becomes of each of its cells."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bulian.extract.tables.blocks import Block
from bulian.extract.tables.cell import kind_of, read_cell
from bulian.extract.tables.columns import Head
from bulian.extract.tables.context import Context
from bulian.extract.tables.facts import Meaning, meaning_of, observation
from bulian.extract.tables.grid import Grid
from bulian.extract.tables.row import RowHead
from bulian.extract.tables.rows import RowReader, is_marked
from bulian.extract.tables.stub import stubs_of
from bulian.model.fact import Observation
from bulian.model.place import cell_name
from bulian.model.reading import Column

How = Literal["read", "mapped", "unread"]


@dataclass(frozen=True, slots=True)
class Part:
    """A block with its columns understood.

    Attributes:
        doc, sheet: where it stands. grid: the sheet it is a part of.
        synthetic: the whole document is made up.
    """

    doc: str
    sheet: str
    grid: Grid
    block: Block
    context: Context
    heads: tuple[Head, ...]
    synthetic: bool


class PartReader:
    """Reads one part; `columns` is right once `read` has run to its end."""

    def __init__(self, part: Part, date: str | None) -> None:
        self._doc, self._sheet, self._whole = part.doc, part.sheet, part.synthetic
        self._grid, self._block = part.grid, part.block
        self._context, self._heads, self._date = part.context, part.heads, date
        self._stubs = stubs_of(part.grid, part.block, part.heads, part.context)
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
