"""A table read as rows of a register: the good ones, and what is wrong with the others."""

from collections.abc import Mapping
from dataclasses import dataclass

from bulian.desk.columns import Header, find_header
from bulian.desk.dates import first_of, last_of
from bulian.desk.values import Unfit, read_value
from bulian.extract.fold import fold
from bulian.extract.tables.grid import Grid, grid_of
from bulian.extract.tables.words import is_synthetic
from bulian.model.document import Document, Table
from bulian.model.place import cell_name
from bulian.vocab.registers import Field, Register


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a row: in which column ("" for the whole row), where, and why."""

    column: str
    place: str
    en: str
    zh: str


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table.

    Attributes:
        place: "sheet!row", the row counted from 1 as a spreadsheet counts.
        cells: as they are printed, by header.
        values: canonical text by the key of the register's column, only of what is filled.
        problems: why it cannot be taken; () for a good row.
        on: the day it speaks of, once that is known; "" before.
        synthetic: a cell says that the row is made up (合成, 示例数据).
    """

    place: str
    cells: Mapping[str, str]
    values: Mapping[str, str]
    problems: tuple[Problem, ...] = ()
    on: str = ""
    synthetic: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of a file as a register reads it.

    Attributes:
        header: None where no row names two of the register's columns; then there are no lines.
        passed: rows that are no rows of the register (totals, remarks), as "sheet!row".
    """

    name: str
    header: Header | None
    lines: tuple[Line, ...] = ()
    passed: tuple[str, ...] = ()


def read_sheets(document: Document, register: Register, kept: Mapping[str, str]) -> tuple[Sheet, ...]:
    """Every table of a file, as rows of a register.

    Args:
        kept: header → column's key or "-", as a person mapped them.
    """
    return tuple(_sheet(table, register, kept) for table in document.tables)


def problems_of(register: Register, values: Mapping[str, str], place: str) -> tuple[Problem, ...]:
    """The columns that a row must fill and does not."""
    empty = [one for one in register.fields if one.key not in values and _must(register, one)]
    return tuple(Problem(one.zh, place, f"{one.en} is empty", f"“{one.zh}”没有填") for one in empty)


def read_cells(
    register: Register, told: Mapping[str, tuple[str, str]], place: str
) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """Canonical values of cells, and what is wrong with them.

    Args:
        told: column's key → its text and the unit of its header.
    """
    values: dict[str, str] = {}
    wrong: list[Problem] = []
    for key, (text, unit) in told.items():
        field = register.field(key)
        found = read_value(field, text, unit)
        if isinstance(found, Unfit):
            wrong.append(Problem(field.zh, place, f"{field.en}: {found.en}", f"{field.zh}：{found.zh}"))
        elif found is not None:
            values[field.key] = found
    wrong += out_of_order(register, values, place)
    spoilt = {one.column for one in wrong}
    missing = (one for one in problems_of(register, values, place) if one.column not in spoilt)
    return values, (*wrong, *missing)


def out_of_order(register: Register, values: Mapping[str, str], place: str) -> list[Problem]:
    """Days that lie before the day they can only follow: answered before it was asked."""
    found = []
    for field in register.fields:
        day, first = values.get(field.key), values.get(field.after)
        if day and first and last_of(day) < first_of(first):
            other = register.field(field.after)
            en = f"{field.en} {day} lies before {other.en.lower()} {first}"
            found.append(Problem(field.zh, place, en, f"{field.zh} {day} 早于{other.zh} {first}"))
    return found


def _sheet(table: Table, register: Register, kept: Mapping[str, str]) -> Sheet:
    grid = grid_of(table)
    header = find_header(grid, register, kept)
    if header is None:
        return Sheet(table.sheet, None)
    lines, passed = [], []
    for row in grid.rows:
        if row <= header.row:
            continue
        if _is_no_row(grid, row, header):
            passed.append(f"{table.sheet}!{row + 1}")
        else:
            lines.append(_line(table.sheet, grid, row, header, register))
    return Sheet(table.sheet, header, tuple(lines), tuple(passed))


def _line(sheet: str, grid: Grid, row: int, header: Header, register: Register) -> Line:
    cells, told, names = {}, {}, {}
    for one in header.headings:
        cell = grid.cell(row, one.column)
        cells[one.header] = cell.text.strip() if cell else ""
        if one.field and cell:
            told[one.field.key] = (cell.text, one.unit)
            names[one.field.zh] = cell_name(row, one.column)
    place = f"{sheet}!{row + 1}"
    values, problems = read_cells(register, told, place)
    placed = tuple(
        Problem(one.column, f"{sheet}!{names.get(one.column, row + 1)}", one.en, one.zh) for one in problems
    )
    made_up = any(is_synthetic(fold(text)) for text in cells.values())
    return Line(place, cells, values, placed, synthetic=made_up)


def _is_no_row(grid: Grid, row: int, header: Header) -> bool:
    """A total, a remark, the header again on the next page, or nothing in any column that is read."""
    told = {one.column: cell.text.strip() for one in header.headings if (cell := grid.cell(row, one.column))}
    read = [text for column, text in told.items() if _is_read(header, column)]
    first = fold(next(iter(told.values()), "")).replace(" ", "")
    again = sum(told.get(one.column) == one.header for one in header.headings)
    return not read or first.startswith(_REMARKS) or first in _TOTALS or again > len(header.headings) / 2


def _is_read(header: Header, column: int) -> bool:
    return any(one.column == column and one.field for one in header.headings)


def _must(register: Register, field: Field) -> bool:
    return field.required or field.key in register.names or field.key == register.dated_by


_TOTALS = ("合计", "总计", "小计", "累计")
_REMARKS = ("注：", "注:", "备注：", "说明：", "填表", "制表", "数据来源")
