"""Firm tables from elsewhere (外地企业名录): read row by row and indexed; what cannot be read is set aside.

They may hold hundreds of thousands of rows, so no row becomes an act or a fact; only what is shown of one is
walked back to its table and row. Everything here runs in a limited child process.
"""

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from bulian.chain.retrieve import index_of
from bulian.corpus.encoding import decode
from bulian.corpus.readers.csv import separated_rows
from bulian.desk.columns import Header, find_header
from bulian.desk.sheet import Problem, read_cells
from bulian.errors import Unreadable
from bulian.extract.tables.grid import grid_of
from bulian.model.chain import Chain
from bulian.model.document import Table, TableCell
from bulian.plan.firm_index import OutsideFirm, write_index
from bulian.resolve.firm_name import seat_of
from bulian.vocab.regions import regions
from bulian.vocab.registers import outside_firms

_WORKBOOKS = (".xlsx", ".xls", ".xlsm", ".ods")
_TOP = 20  # a header lies among the first rows
_MOST_BAD = 10_000
_Rows = list[list[str]]


@dataclass(frozen=True, slots=True)
class OutsideTable:
    """A firm table as it lies in the workspace; `dated`: the day it speaks of, None where nobody says."""

    path: Path
    dated: str | None
    synthetic: bool


@dataclass(frozen=True, slots=True)
class IndexTask:
    """What an index is made from: tables, how their headers were mapped, chains, and the file to write."""

    tables: tuple[OutsideTable, ...]
    mapping: Mapping[str, str]
    chains: tuple[Chain, ...]
    index: Path
    stamp: str


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that was set aside: its cells by header, and what is wrong with it."""

    place: str
    cells: Mapping[str, str]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Indexed:
    """What was indexed: how many firms, the rows set aside, how many stand twice, tables without a header."""

    firms: int
    bad: tuple[BadRow, ...]
    twice: int
    without_header: tuple[str, ...]


def index_tables(task: IndexTask) -> Indexed:
    """Read every table and write the index.

    Raises:
        Unreadable: a file is no table.
    """
    noted = _Notes()
    firms = _firms(task, noted)
    count = write_index(task.index, firms, index_of(task.chains), task.stamp)
    return Indexed(count, tuple(noted.bad), noted.twice, tuple(noted.without_header))


def preview(table: OutsideTable, mapping: Mapping[str, str]) -> tuple[Header | None, _Rows]:
    """How the header of a table's first sheet is understood, and its first rows.

    Raises:
        Unreadable: the file is no table.
    """
    _, rows = next(iter(_sheets(table.path)))
    header = _header(rows, mapping)
    first = header.row + 1 if header else 0
    return header, rows[first : first + 3]


class _Notes:
    """What reading leaves to a person, while it goes on."""

    def __init__(self) -> None:
        self.bad: list[BadRow] = []
        self.twice = 0
        self.without_header: list[str] = []
        self.seen: set[str] = set()

    def is_new(self, name: str, told: Mapping[str, str]) -> bool:
        """Whether no earlier row has this credit code, or without one this name."""
        key = told.get("code") or name
        if key in self.seen:
            self.twice += 1
            return False
        self.seen.add(key)
        return True


def _firms(task: IndexTask, noted: _Notes) -> Iterator[OutsideFirm]:
    for table in task.tables:
        for sheet, rows in _sheets(table.path):
            header = _header(rows, task.mapping)
            if header is None or "name" not in header.fields:
                noted.without_header.append(f"{table.path.name} {sheet}".strip())
                continue
            for number, row in enumerate(rows[header.row + 1 :], header.row + 2):
                firm = _firm(table, f"{table.path.name} {sheet}!{number}", header, row, noted)
                if firm is not None and noted.is_new(firm.name, firm.told):
                    yield firm


def _firm(
    table: OutsideTable, place: str, header: Header, row: list[str], noted: _Notes
) -> OutsideFirm | None:
    register = outside_firms()
    told = {
        one.field.key: (row[one.column], one.unit)
        for one in header.headings
        if one.field and one.column < len(row) and row[one.column].strip()
    }
    if not told:
        return None
    values, problems = read_cells(register, told, place)
    if "name" not in values or (problems and not _is_usable(values)):
        _set_aside(place, header, row, problems, noted)
        return None
    if problems:
        _set_aside(place, header, row, problems, noted)
    seat = seat_of(values.get("region", "")) or _by_code(values.get("region", "")) or seat_of(values["name"])
    if len(seat) == 1 and seat[0]:
        values["region_code"] = seat[0]
    return OutsideFirm(values["name"], values, place, table.dated, table.synthetic)


def _is_usable(values: Mapping[str, str]) -> bool:
    """A row of which one cell is spoilt is still worth having where it says what the firm does."""
    return any(key in values for key in ("scope", "product", "industry"))


def _set_aside(
    place: str, header: Header, row: list[str], problems: Iterable[Problem], noted: _Notes
) -> None:
    if len(noted.bad) < _MOST_BAD:
        cells = {one.header: row[one.column] if one.column < len(row) else "" for one in header.headings}
        noted.bad.append(BadRow(place, cells, tuple(problems)))


def _by_code(text: str) -> tuple[str, ...]:
    return (text[:6],) if text[:6] in regions() else ()


def _header(rows: _Rows, mapping: Mapping[str, str]) -> Header | None:
    cells = {
        (at, column): TableCell(text)
        for at, row in enumerate(rows[:_TOP])
        for column, text in enumerate(row)
        if text.strip()
    }
    return find_header(grid_of(Table("", cells)), outside_firms(), mapping)


def _sheets(path: Path) -> Iterator[tuple[str, _Rows]]:
    raw = path.read_bytes()
    if path.suffix.lower() not in _WORKBOOKS:
        yield "", separated_rows(decode(raw, path.name).text, path.name)
        return
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(raw))
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            yield name, [[_text(cell) for cell in row] for row in sheet]
    except CalamineError as error:
        raise Unreadable(
            path.name,
            f"it is no workbook that can be read ({error}). Save it anew as .xlsx or .csv.",
            f"不是能读的工作簿（{error}）。请另存为 .xlsx 或 .csv。",
        ) from error


def _text(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell)
