"""Registers (企业名录, 台账): tables of one firm a row; each cell is a note on its firm."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from bulian.extract.fold import fold
from bulian.extract.tables.words import words
from bulian.model.document import Document, Table
from bulian.model.place import Cell, HeaderCell, cell_name
from bulian.model.stored import Source
from bulian.vocab.firm_attributes import attribute_of

_OF_A_FIRM = 2  # so many cells a row has at least
_TITLE_ROWS = 12  # a header lies among the first rows, below titles and units
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})年?(?!\d)")
_BRACKETS = re.compile(r"[（(].*?[）)]")


@dataclass(frozen=True, slots=True)
class Note:
    """One cell of a register: what it says of a firm.

    Attributes:
        attribute: its key in vocab/firm_attributes.csv.
        year: that the row speaks of; None where nothing says it.
        row: tells cells of one row from another's: (document, sheet, row).
    """

    attribute: str
    text: str
    year: int | None
    source: Source
    cell: Cell
    row: tuple[str, str, int]
    synthetic: bool

    @property
    def place(self) -> str:
        """File, sheet and cell."""
        return f"{self.source.name} {self.cell.sheet}!{self.cell.ref}"


def notes(document: Document, source: Source) -> Iterator[tuple[str, Note]]:
    """Every cell of a document's registers that the vocabulary knows, with the firm as its row names it."""
    for table in document.tables:
        header = _header(table)
        if header:
            yield from _rows(table, header, source)


def _header(table: Table) -> tuple[int, dict[int, str]] | None:
    """The header's row and the attribute of each column; None where the table is no register of firms."""
    known = attribute_of("text")
    texts = _texts(table, _TITLE_ROWS)
    for row in range(min(_TITLE_ROWS, _height(table))):
        cells = {column: text for (at, column), text in texts.items() if at == row}
        found = {column: known[text] for column, text in cells.items() if text in known}
        if "name" in found.values() and len(cells) > 1:
            return row, found
    return None


def _texts(table: Table, rows: int) -> dict[tuple[int, int], str]:
    """What each cell of the first rows says, in Simplified, without blanks and remarks in brackets."""
    return {place: _plain(cell.text) for place, cell in table.cells.items() if place[0] < rows}


def _plain(text: str) -> str:
    return _BRACKETS.sub("", "".join(fold(text).split()))


def _height(table: Table) -> int:
    return max((row for row, _ in table.cells), default=-1) + 1


def _rows(table: Table, header: tuple[int, dict[int, str]], source: Source) -> Iterator[tuple[str, Note]]:
    first, columns = header
    name_at = next(column for column, key in columns.items() if key == "name")
    nature_at = next((column for column, key in columns.items() if key == "nature"), None)
    year_at = _year_column(table, first)
    titled = _year_of(" ".join(cell.text for (row, _), cell in table.cells.items() if row < first))
    filled = Counter(row for row, _ in table.cells)
    across = {top for top, left, _, right in table.merged if right > left}
    for row in range(first + 1, _height(table)):
        name = table.cells.get((row, name_at))
        if name is None or row in across or filled[row] < _OF_A_FIRM:  # a remark across the table below it
            continue
        year = _year_of(_text(table, row, year_at)) or titled
        synthetic = source.synthetic or _text(table, row, nature_at) in words("synthetic")
        for column, key in columns.items():
            cell = table.cells.get((row, column))
            if cell is not None and key != "name" and cell.text.strip():
                yield name.text.strip(), _note(table, first, (row, column), key, year, source, synthetic)


def _note(
    table: Table,
    first: int,
    place: tuple[int, int],
    key: str,
    year: int | None,
    source: Source,
    synthetic: bool,
) -> Note:
    row, column = place
    text = table.cells[place].text.strip()
    header = HeaderCell(cell_name(first, column), table.cells[first, column].text)
    cell = Cell(table.sheet, cell_name(row, column), table.cells[place].text, (header,))
    return Note(key, text, year, source, cell, (source.doc, table.sheet, row), synthetic)


def _year_column(table: Table, first: int) -> int | None:
    found = (
        column
        for (row, column), text in _texts(table, first + 1).items()
        if row == first and text in ("年份", "年度")
    )
    return next(found, None)


def _text(table: Table, row: int, column: int | None) -> str:
    cell = table.cells.get((row, column)) if column is not None else None
    return cell.text.strip() if cell else ""


def _year_of(text: str) -> int | None:
    found = _YEAR.search(text)
    return int(found[1]) if found else None
