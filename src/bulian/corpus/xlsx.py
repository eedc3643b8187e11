"""Workbooks of the present format (.xlsx, .xlsm): every cell as it is shown, straight from the file's XML.

Read cell by cell, so that a value far from all others costs one cell and not a sheet full of blanks, and
with the styles, which say what a number is: a percentage, a date, an amount in 亿元 (ECMA-376, part 1, 18).
"""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from lxml import etree

from bulian.corpus.archive import damaged, open_archive, read_member
from bulian.corpus.number_format import BUILT_IN, date_shown, is_date, shown
from bulian.corpus.reader import Content
from bulian.corpus.sheets import CellStyle, Grid, check_size, check_values, notes_on
from bulian.corpus.xml import attribute, child, children, local, parse, stream
from bulian.model.document import TableCell
from bulian.model.place import cell_position

_1900, _1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001 - dates of a calendar, no instants
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class _Book:
    """What the sheets of one workbook share."""

    file: str
    words: list[str]
    styles: list[CellStyle]
    first_day: datetime


def read_xlsx(raw: bytes, file: str) -> Content:
    """The sheets of a workbook, hidden ones too, in their order."""
    with open_archive(raw, file) as archive:
        folder, workbook = _workbook(archive, file)
        book = _Book(
            file,
            _shared_strings(read_member(archive, f"{folder}/sharedStrings.xml", file), file),
            _styles(read_member(archive, f"{folder}/styles.xml", file), file),
            _1904 if _flag(workbook, "date1904") else _1900,
        )
        grids: list[Grid] = []
        for name, state, part in _sheet_parts(archive, folder, workbook, file):
            grid = Grid(name, hidden={"sheet"} if state != "visible" else set())
            grids.append(grid)
            _fill(grid, grids, read_member(archive, part, file), book)
    check_values(grids, file)
    notes = tuple(note for grid in grids for note in notes_on(grid))
    return Content(tables=tuple(grid.table() for grid in grids), notes=notes)


def _workbook(archive: zipfile.ZipFile, file: str) -> tuple[str, etree._Element]:
    """The folder of the workbook part, and the part."""
    names = archive.namelist()
    part = next((name for name in names if re.fullmatch(r"xl/workbook\w*\.xml", name)), None)
    if part is None:
        raise damaged(file)
    return posixpath.dirname(part), parse(read_member(archive, part, file), file)


def _flag(workbook: etree._Element, name: str) -> bool:
    properties = child(workbook, "workbookPr")
    return properties is not None and attribute(properties, name) in ("1", "true")


def _sheet_parts(
    archive: zipfile.ZipFile, folder: str, workbook: etree._Element, file: str
) -> Iterator[tuple[str, str, str]]:
    """(name, state, part) of each sheet with cells, in the order of their tabs."""
    relations = {}
    for name in archive.namelist():
        if re.fullmatch(rf"{folder}/_rels/workbook\w*\.xml\.rels", name):
            for relation in children(parse(read_member(archive, name, file), file), "Relationship"):
                relations[attribute(relation, "Id")] = relation
    for sheet in workbook.iter("{*}sheet"):
        target = relations.get(attribute(sheet, "id"))
        if target is None or not attribute(target, "Type").endswith("/worksheet"):
            continue  # a chart or a dialog
        part = posixpath.normpath(posixpath.join("/", folder, attribute(target, "Target")))
        yield attribute(sheet, "name"), attribute(sheet, "state") or "visible", part.lstrip("/")


def _shared_strings(raw: bytes, file: str) -> list[str]:
    return [_text_of(item) for item in stream(raw, frozenset({"si"}), file)] if raw else []


def _text_of(item: etree._Element) -> str:
    """The text of a string item, with its runs, without the phonetic help above them."""
    parts = []
    for element in item:
        run = child(element, "t") if local(element) == "r" else element if local(element) == "t" else None
        if run is not None:
            parts.append(run.text or "")
    return _unescape("".join(parts))


def _unescape(text: str) -> str:
    """`_x000D_` stands for a character that XML cannot hold."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _styles(raw: bytes, file: str) -> list[CellStyle]:
    """The style of each `s` number."""
    if not raw:
        return []
    root = parse(raw, file)
    codes = dict(BUILT_IN)
    for own in root.iter("{*}numFmt"):
        codes[int(attribute(own, "numFmtId") or 0)] = attribute(own, "formatCode")
    fonts = child(root, "fonts")
    bold = [_is_bold(font) for font in children(fonts, "font")] if fonts is not None else []
    formats = child(root, "cellXfs")
    return [_style(form, codes, bold) for form in children(formats, "xf")] if formats is not None else []


def _is_bold(font: etree._Element) -> bool:
    mark = child(font, "b")
    return mark is not None and attribute(mark, "val") not in ("0", "false")


def _style(form: etree._Element, codes: dict[int, str], bold: list[bool]) -> CellStyle:
    font = int(attribute(form, "fontId") or 0)
    alignment = child(form, "alignment")
    indent = int(float(attribute(alignment, "indent") or 0)) if alignment is not None else 0
    code = codes.get(int(attribute(form, "numFmtId") or 0), "General")
    return CellStyle(code, font < len(bold) and bold[font], indent)


def _fill(grid: Grid, grids: list[Grid], raw: bytes, book: _Book) -> None:
    """Read the cells, merged areas and hidden parts of one sheet."""
    row = -1
    for element in stream(raw, frozenset({"row", "col", "mergeCell"}), book.file):
        if local(element) == "row":
            row = int(attribute(element, "r") or row + 2) - 1
            if attribute(element, "hidden") in ("1", "true") and len(element):
                grid.hidden.add("rows")
            _fill_row(grid, row, element, book)
            check_size(grids, book.file)
        elif local(element) == "col" and attribute(element, "hidden") in ("1", "true"):
            grid.hidden.add("columns")
        elif local(element) == "mergeCell":
            _merge(grid, attribute(element, "ref"), book.file)


def _merge(grid: Grid, reference: str, file: str) -> None:
    first, _, last = reference.replace("$", "").partition(":")
    try:
        grid.merged.append((*cell_position(first), *cell_position(last or first)))
    except ValueError as error:
        raise damaged(file) from error


def _fill_row(grid: Grid, row: int, element: etree._Element, book: _Book) -> None:
    column = -1
    for cell in children(element, "c"):
        try:
            place = cell_position(cell.get("r") or "")
        except ValueError:
            place = row, column + 1  # writers may leave the address out
        column = place[1]
        _put(grid, place, cell, book)


def _put(grid: Grid, place: tuple[int, int], cell: etree._Element, book: _Book) -> None:
    style = _style_of(cell, book)
    kind = cell.get("t") or "n"
    value = child(cell, "v")
    stored = (value.text if value is not None else None) or ""
    if kind == "inlineStr" and (inline := child(cell, "is")) is not None:
        stored = _text_of(inline)
    if not stored:
        if child(cell, "f") is not None:
            grid.uncached.append(cell.get("r") or "")
        return
    if kind == "e":
        grid.put_error(*place, stored)
    elif kind in ("n", "d"):
        grid.numbers += 1
        grid.put(*place, _number(stored, style, book))
    else:
        grid.put(*place, TableCell(_word(kind, stored, book), indent=style.indent, bold=style.bold))


def _style_of(cell: etree._Element, book: _Book) -> CellStyle:
    number = int(cell.get("s") or 0)
    return book.styles[number] if number < len(book.styles) else CellStyle()


def _word(kind: str, stored: str, book: _Book) -> str:
    if kind == "s":
        number = int(stored)
        if not 0 <= number < len(book.words):
            raise damaged(book.file)
        return book.words[number]
    if kind == "b":
        return "TRUE" if stored == "1" else "FALSE"
    return _unescape(stored) if kind == "str" else stored


def _number(stored: str, style: CellStyle, book: _Book) -> TableCell:
    plain_cell = TableCell(stored, indent=style.indent, bold=style.bold)
    try:
        number = float(stored)
    except ValueError:  # an ISO date, or a broken writer: shown as it stands
        return plain_cell
    if is_date(style.code) and number >= 0:
        return replace(plain_cell, text=date_shown(number, style.code, first_day=book.first_day) or stored)
    text, percent = shown(number, style.code)
    return replace(plain_cell, text=text, percent=percent)
