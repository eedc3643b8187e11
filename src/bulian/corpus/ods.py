"""OpenDocument spreadsheets (.ods): the file itself holds what each cell shows (ODF 1.2, part 1, 9)."""

import re
from datetime import datetime

from lxml import etree

from bulian.corpus.archive import open_archive, read_member
from bulian.corpus.number_format import exact, iso_as_shown, plain
from bulian.corpus.reader import Content
from bulian.corpus.sheets import Grid, check_size, check_values, notes_on
from bulian.corpus.xml import attribute, children, local, stream, whole
from bulian.model.document import TableCell
from bulian.model.place import cell_name

_MOST_COLUMNS = 16_384  # of a sheet
_DECIMAL = re.compile(r"[+-]?\d{1,30}(\.\d{1,30})?([eE][+-]?\d{1,2})?")
_MOST_BLANKS = 100  # of one element; more is no text
_ERROR = re.compile(r"#[A-Z0-9/]+[!?A]|Err:\d+")


def read_ods(raw: bytes, file: str) -> Content:
    """The sheets of an OpenDocument workbook, in their order."""
    with open_archive(raw, file) as archive:
        content = read_member(archive, "content.xml", file)
    grids: list[Grid] = []
    row = 0
    pending = Grid("")
    for element in stream(content, frozenset({"table-row", "table-column", "table"}), file):
        if local(element) == "table":
            pending.sheet = attribute(element, "name")
            grids.append(pending)
            pending, row = Grid(""), 0
        elif local(element) == "table-column":
            if attribute(element, "visibility") in ("collapse", "filter"):
                pending.hidden.add("columns")
        else:
            row += _fill_row(pending, row, element, file)
            check_size([*grids, pending], file)
    check_values(grids, file)
    notes = tuple(note for grid in grids for note in notes_on(grid))
    return Content(tables=tuple(grid.table() for grid in grids), notes=notes)


def _fill_row(grid: Grid, row: int, element: etree._Element, file: str) -> int:
    """Read one row element; how many rows it stands for."""
    repeated = _count(element, "number-rows-repeated")
    filled = _cells(element)
    check_size([grid], file, more=len(filled) * repeated)
    if filled and attribute(element, "visibility") in ("collapse", "filter"):
        grid.hidden.add("rows")
    for at in range(row, row + repeated) if filled else ():
        for column, cell in filled:
            _put(grid, at, column, cell)
    return repeated


def _cells(element: etree._Element) -> list[tuple[int, etree._Element]]:
    """(column, cell) of a row; a cell that stands for several comes once for each, unless it is blank."""
    found, column = [], 0
    for cell in element:
        if local(cell) not in ("table-cell", "covered-table-cell"):
            continue
        repeated = _count(cell, "number-columns-repeated")
        if local(cell) == "table-cell" and _shows_something(cell):
            found += [(column + step, cell) for step in range(min(repeated, _MOST_COLUMNS))]
        column += repeated
    return found


def _count(element: etree._Element, name: str) -> int:
    return max(1, whole(attribute(element, name), 1))


def _shows_something(cell: etree._Element) -> bool:
    return len(cell) > 0 or bool(attribute(cell, "value-type") or attribute(cell, "formula"))


def _put(grid: Grid, row: int, column: int, cell: etree._Element) -> None:
    rows, columns = _count(cell, "number-rows-spanned"), _count(cell, "number-columns-spanned")
    if rows > 1 or columns > 1:
        grid.merged.append((row, column, row + rows - 1, column + columns - 1))
    text = "\n".join(_text_of(paragraph) for paragraph in children(cell, "p"))
    kind = attribute(cell, "value-type")
    if not text and attribute(cell, "formula"):
        grid.uncached.append(cell_name(row, column))
    elif _ERROR.fullmatch(text):
        grid.put_error(row, column, text)
    elif kind in ("float", "currency", "percentage", "date"):
        grid.numbers += 1
        shown = _date(cell, text) if kind == "date" else _number(cell, text)
        grid.put(row, column, TableCell(shown, percent=kind == "percentage"))
    else:
        grid.put(row, column, TableCell(text))


def _text_of(paragraph: etree._Element) -> str:
    """A paragraph's text, with the blanks, tabs and breaks that are elements of their own."""
    parts = [paragraph.text or ""]
    for element in paragraph:
        name = local(element)
        if name == "s":
            parts.append(" " * min(_count(element, "c"), _MOST_BLANKS))
        elif name in ("tab", "line-break"):
            parts.append("\t" if name == "tab" else "\n")
        elif name != "annotation":
            parts.append(_text_of(element))
        parts.append(element.tail or "")
    return "".join(parts)


def _number(cell: etree._Element, text: str) -> str:
    """The stored number with all its digits, where the cell shows a bare number; else what it shows."""
    value = attribute(cell, "value")
    if not _DECIMAL.fullmatch(value) or re.search(r"[^\d.,+\-\s]", text):
        return text or value
    return plain(exact(float(value)))


def _date(cell: etree._Element, text: str) -> str:
    """The stored date in ISO 8601, as far as the cell shows it."""
    try:
        moment = datetime.fromisoformat(attribute(cell, "date-value"))
    except ValueError:
        return text
    groups = len(re.findall(r"\d+|[A-Za-z]+", text))
    parts = "ymdhs" if ":" in text else {1: "y", 2: "ym"}.get(groups, "ymd")
    return iso_as_shown(moment, parts)
