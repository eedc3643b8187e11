"""How a block's rows are understood by their labels: of whom, of what, when, in which unit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from bulian.extract.deferred import deferred
from bulian.extract.tables.blocks import Block
from bulian.extract.tables.cell import kind_of
from bulian.extract.tables.columns import Head
from bulian.extract.tables.context import Context
from bulian.extract.tables.grid import Grid, Position
from bulian.extract.tables.label import EMPTY, Label, read_label, tidy
from bulian.extract.tables.measures import beside, is_complete, known
from bulian.extract.tables.parents import Parents
from bulian.extract.tables.period import When, number_when, whole_when
from bulian.extract.tables.places import Place
from bulian.extract.tables.row import RowHead
from bulian.extract.tables.row_places import common_place, is_wider, place_in_row, whole_place
from bulian.extract.tables.stub import Stub
from bulian.extract.tables.units import table_unit
from bulian.extract.tables.words import is_synthetic, measure_of, words
from bulian.model.document import TableCell
from bulian.model.fact import Modality
from bulian.model.place import HeaderCell, cell_name
from bulian.vocab.units import Unit


@dataclass(slots=True)
class RowReader:
    """Goes down the rows of a block, remembering what the rows above mean for those below."""

    grid: Grid
    block: Block
    stubs: Sequence[Stub]
    heads: Sequence[Head]
    context: Context
    _within: str = ""
    _parents: Parents = field(default_factory=Parents)
    _group_when: When | None = None
    _group: Label = EMPTY
    _group_cell: HeaderCell | None = None
    _carried: dict[int, TableCell] = field(default_factory=dict)
    _carried_at: dict[int, Position] = field(default_factory=dict)
    _year: When | None = None
    _inner: Stub = field(init=False)
    _sections: frozenset[int] = field(init=False)
    _around: str = field(init=False)

    def __post_init__(self) -> None:
        # The last column of indicators, even where a long table has the time behind it.
        self._around = whole_place(self.grid, self.block, self.stubs, self.context.place)
        indicators = [stub for stub in self.stubs if stub.kind == "indicator"]
        self._inner = next(reversed(indicators or self.stubs), Stub(0, "indicator"))
        self._sections = frozenset(self._naming_sections()) if indicators else frozenset()
        place = self.context.place
        self._within = place.code if place and place.code else common_place(self.grid, self.block, self.stubs)

    def _naming_sections(self) -> Iterator[int]:
        """Rows without numbers (全体居民, 城镇居民) below which the same measures are listed again."""
        below: dict[int, set[str]] = {}
        section: set[str] = set()
        for row in self.block.body:
            cell = self.grid.rows[row].get(self._inner.column)
            label = read_label(cell.text) if cell else EMPTY
            if not self._has_numbers(row):
                section = below.setdefault(row, set()) if _POPULATION.search(label.phrase) else set()
            elif is_complete(label.phrase):
                section.add(label.phrase)
        for row, listed in below.items():
            if any(listed & other for at, other in below.items() if at != row):
                yield row

    def _has_numbers(self, row: int) -> bool:
        cells = self.grid.rows[row]
        return any(
            head.column in cells and kind_of(cells[head.column].text) == "number"
            for head in self.heads
            if head.kind == "value"
        )

    def read(self) -> Iterator[RowHead]:
        """Every row that holds more than a label."""
        value_columns = [head.column for head in self.heads if head.kind == "value"]
        for index, row in enumerate(self.block.body):
            cells = self.grid.rows[row]
            if row in self._sections or not any(
                column in cells and kind_of(cells[column].text) != "words" for column in value_columns
            ):
                self._read_group(row, index)
                continue
            yield self._read_row(row, index)

    def _read_group(self, row: int, index: int) -> None:
        """A label without numbers: a year, a unit or a measure for the rows below, or half a word."""
        cells = self.grid.rows[row]
        column = min(cells)
        cell = cells[column]
        label = read_label(cell.text)
        if row in self._sections:
            self._parents.open_section(label.phrase)
        elif label.when and not label.phrase:
            self._group_when, self._year = label.when, None
        elif (label.units or label.aspect) and label.phrase in ("", "指数"):
            self._group, self._group_cell = replace(label, phrase=""), None
        elif any(stub.kind == "indicator" for stub in self.stubs):
            if not self._goes_on(index, label):
                self._parents.enter(cell, label, group=True)
                self._parents.last = label.phrase
        elif is_complete(label.phrase) or label.units or label.aspect:
            self._group = label
            self._group_cell = HeaderCell(cell_name(row, column), cell.text.strip())
        for stub in self.stubs:
            if stub.column in cells:
                self._carried[stub.column] = cells[stub.column]
                self._carried_at[stub.column] = row, stub.column

    def _goes_on(self, index: int, label: Label) -> bool:
        """The label ends a word that the row before, with its numbers, began; `_word` has joined it there."""
        if not index:
            return False
        before = self.block.body[index - 1]
        column = self._indicator_column()
        cell = self.grid.rows[before].get(column)
        return bool(cell and self._joined(cell, self.grid.rows[self.block.body[index]].get(column)))

    def _read_row(self, row: int, index: int) -> RowHead:
        used: list[HeaderCell] = []
        subject, firm, phrase, whole = None, False, "", ""
        whens: list[When] = []
        outer_phrase = ""
        modality: Modality | None = None
        time = EMPTY
        label = EMPTY
        place: Place | None = None
        for stub in self.stubs:
            at, cell = self._label_cell(row, stub)
            if cell is None:
                continue
            header = HeaderCell(cell_name(*at), cell.text.strip())
            used += [header] if header not in used else []  # one label may be merged over two columns
            this = read_label(cell.text)
            if stub.kind == "period":
                when = self._when_of(cell)
                modality = this.modality or modality
                time = this if this.aspect or this.units else time  # 2022年比2021年±% below the years
                if when:
                    whens.insert(0, when)
            elif stub.kind == "place":
                this_place = place_in_row(this, place, self.context.place, self._within)
                if not (place and this_place and is_wider(this_place, place)):
                    place = this_place  # 城市 | 省份: the province beside its city says nothing new
                subject = place.name if place else subject
            elif stub.kind in ("subject", "industry"):
                total = this.name in words("total") or this.phrase in words("total")
                total = total or (stub.kind == "industry" and this.name.endswith(("合计", "总计")))
                if total:
                    subject = self.context.place.name if self.context.place else None
                else:
                    subject, firm = this.name, stub.kind == "subject"
            elif stub is not self._inner:
                outer_phrase = beside(outer_phrase, this.phrase)
                whens += [this.when] if this.when else []
            else:
                label = self._word(cell, row, index)
                phrase, whole = self._parents.measure(cell, label)
                if label.when:
                    whens.insert(0, label.when)
        if self._group.phrase and not phrase:
            phrase = self._group.phrase
            label = label if label is not EMPTY else self._group
            if self._group_cell:
                used.append(self._group_cell)
        phrase = beside(outer_phrase, phrase)
        if self._group_when:
            whens.append(self._group_when)
        units, unit_cell = self._unit(row)
        told = label if label.aspect else time if time.aspect else self._group
        in_percent = any(unit.canonical == "%" for unit in units or label.units)
        if in_percent and not told.aspect and phrase and self._parents.of_shares():
            told = _SHARE
        return RowHead(
            row, tuple(used), subject, phrase, whole,
            units=units or label.units or time.units or self._parents.units_above(label),
            group_units=self._group.units, unit_cell=unit_cell, whens=tuple(whens), aspect=told.aspect,
            basis=told.basis if told.aspect != "rank" else None, amount=label.amount,
            of_growth=label.aspect == "rank" and (label.basis == "growth" or self._parents.last_growth),
            modality=label.modality or modality, goal=label.goal, firm=firm, synthetic=self._synthetic(row),
            place=place, around=self._around if place else "",
        )  # fmt: skip

    def _label_cell(self, row: int, stub: Stub) -> tuple[Position, TableCell | None]:
        """The label of a row in a stub column; a blank in an outer column means the one above."""
        cell = self.grid.cell(row, stub.column)
        if cell:
            self._carried[stub.column] = cell
            self._carried_at[stub.column] = self.grid.origin(row, stub.column)
            inner = [s.column for s in self.stubs if s.column > stub.column]
            for column in inner:
                self._carried.pop(column, None)
            return self._carried_at[stub.column], cell
        if stub is self._inner or stub.column not in self._carried:
            return (row, stub.column), None
        return self._carried_at[stub.column], self._carried[stub.column]

    def _indicator_column(self) -> int:
        return self._inner.column

    def _when_of(self, cell: TableCell) -> When | None:
        """A time label; 2月 after 2023年1月 is of the same year."""
        text = tidy(cell.text)
        label = read_label(cell.text)
        when = whole_when(text) or label.when or number_when(text)
        if when and when.year is not None:
            self._year = When(year=when.year)
        elif when and self._year and not self._group_when and not when.relative:
            when = replace(when, year=self._year.year)
        return when

    def _word(self, cell: TableCell, row: int, index: int) -> Label:
        """The label, with the half of its word that stands in the row above or below."""
        label = read_label(cell.text)
        if index + 1 < len(self.block.body):
            below = self.block.body[index + 1]
            following = self.grid.rows[below]
            next_cell = following.get(self._indicator_column())
            if next_cell and len(following) == 1 and self._joined(cell, next_cell):
                return read_label(cell.text.strip() + next_cell.text.strip())
        return label

    def _joined(self, cell: TableCell, below: TableCell | None) -> bool:
        """Two labels, one below the other, make one term that neither is by itself."""
        if below is None:
            return False
        first, second = read_label(cell.text), read_label(below.text)
        if (
            not second.phrase
            or second.part
            or second.rank
            or (is_complete(first.phrase) and is_complete(second.phrase))
        ):
            return False
        own = len(second.phrase) - len(measure_of(second.phrase))
        if known(second.phrase) or (is_complete(second.phrase) and own >= _WHOLE_WORD):
            return False  # 主要产品产量 below an industry is a section of its own
        joined = first.phrase + second.phrase
        return known(joined) is not None or (not known(first.phrase) and is_complete(joined))

    def _unit(self, row: int) -> tuple[tuple[Unit, ...], HeaderCell | None]:
        for head in self.heads:
            if head.kind == "unit":
                cell = self.grid.cell(row, head.column)
                unit = table_unit(cell.text) if cell else None
                if cell and unit:
                    at = self.grid.origin(row, head.column)
                    return (unit,), HeaderCell(cell_name(*at), cell.text.strip())
        return (), None

    def _synthetic(self, row: int) -> bool:
        return is_marked(self.grid, row)


def is_marked(grid: Grid, row: int) -> bool:
    """A cell of the row says that it is made up."""
    return any(
        kind_of(cell.text) == "words" and is_synthetic(tidy(cell.text)) for cell in grid.rows[row].values()
    )


_POPULATION = deferred(r"(?:居民|企业|家庭|单位|人口)$|^(?:全市|市区|城镇|农村|乡村|城区)$")
_SHARE = Label("", aspect="share", basis="")
_WHOLE_WORD = 3  # characters before its measure that make a label a term of its own
