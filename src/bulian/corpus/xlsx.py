"""Workbooks of the present format (.xlsx, .xlsm): every cell as it is shown, straight from the file's XML.

Read cell by cell, so that a value far from all others costs one cell and not a sheet full of blanks, and
with the styles, which say what a number is: a percentage, a date, an amount in 亿元 (ECMA-376, part 1, 18).
"""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from math import isfinite

from lxml import etree

from bulian.corpus.archive import damaged, open_archive, read_member
from bulian.corpus.number_format import BUILT_IN, date_parts, date_shown, is_date, iso_as_shown, shown
from bulian.corpus.reader import Content
from bulian.corpus.sheets import CellStyle, Grid, check_size, check_values, notes_on
from bulian.corpus.xml import attribute, child, children, local, parse, stream, whole
from bulian.model.document import TableCell
from bulian.model.place import cell_name, cell_position

_1900, _1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001 - dates of a calendar, no instants
_NO_STYLE = CellStyle()
_PLAIN = re.compile(r"-?(?:0|[1-9]\d{0,8})(?:\.\d{0,5}[1-9])?")  # shown as stored
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class _Book:
    """What the sheets of one workbook share."""

    file: str
    words: list[str]
    styles: list[CellStyle]
    first_day: datetime
    known: dict[tuple[str, CellStyle], TableCell] = field(default_factory=dict)

    def style(self, number: str | None) -> CellStyle:
        """The style of a cell's `s` number."""
        place = whole(number, 0)
        return self.styles[place] if place < len(self.styles) else _NO_STYLE

    def word(self, text: str, style: CellStyle) -> TableCell:
        """A cell of text; registers repeat few words many times, and one cell serves them all."""
        if (text, style) not in self.known:
            self.known[text, style] = TableCell(text, False, style.indent, style.bold)
        return self.known[text, style]


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
    if len(item) == 1 and local(item[0]) == "t":
        return _unescape(item[0].text or "")
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
        codes[whole(own.get("numFmtId"), 0)] = attribute(own, "formatCode")
    fonts = child(root, "fonts")
    bold = [_is_bold(font) for font in children(fonts, "font")] if fonts is not None else []
    formats = child(root, "cellXfs")
    return [_style(form, codes, bold) for form in children(formats, "xf")] if formats is not None else []


def _is_bold(font: etree._Element) -> bool:
    mark = child(font, "b")
    return mark is not None and attribute(mark, "val") not in ("0", "false")


def _style(form: etree._Element, codes: dict[int, str], bold: list[bool]) -> CellStyle:
    font = whole(form.get("fontId"), 0)
    alignment = child(form, "alignment")
    indent = whole(alignment.get("indent"), 0) if alignment is not None else 0
    code = codes.get(whole(form.get("numFmtId"), 0), "General")
    return CellStyle(code, font < len(bold) and bold[font], indent)


def _fill(grid: Grid, grids: list[Grid], raw: bytes, book: _Book) -> None:
    """Read the cells, merged areas and hidden parts of one sheet."""
    row = -1
    for element in stream(raw, frozenset({"row", "col", "mergeCell"}), book.file):
        if local(element) == "row":
            row = whole(element.get("r"), row + 2) - 1
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
    for cell in element:
        column = _column(cell.get("r", "").rstrip("0123456789"), column + 1)
        style = book.style(cell.get("s"))
        kind = cell.get("t", "n")
        stored, formula = _stored(cell)
        if stored:
            _put(grid, (row, column), (kind, stored), style, book)
        elif formula and kind != "str":  # a formula whose result is an empty text has that type
            grid.uncached.append(cell_name(row, column))


@cache
def _column(letters: str, following: int) -> int:
    """The column of a cell, from 0; writers may leave the address out, then it is the one that follows."""
    try:
        return cell_position(letters + "1")[1]
    except ValueError:
        return following


def _stored(cell: etree._Element) -> tuple[str, bool]:
    """What a cell stores, "" for nothing, and whether it holds a formula."""
    stored, formula = "", False
    for part in cell:
        name = local(part)
        if name == "v":
            stored = part.text or ""
        elif name == "is":
            stored = _text_of(part)
        elif name == "f":
            formula = True
    return stored, formula


def _put(grid: Grid, place: tuple[int, int], value: tuple[str, str], style: CellStyle, book: _Book) -> None:
    kind, stored = value
    if kind == "e":
        grid.put_error(*place, stored)
    elif kind in ("n", "d"):
        grid.numbers += 1
        text, percent = _number(stored, style.code, book.first_day)
        grid.put(*place, TableCell(text, percent, style.indent, style.bold))
    else:
        grid.put(*place, book.word(_word(kind, stored, book), style))


def _word(kind: str, stored: str, book: _Book) -> str:
    if kind == "s":
        number = whole(stored, -1)
        if not 0 <= number < len(book.words):
            raise damaged(book.file)
        return book.words[number]
    if kind == "b":
        return "TRUE" if stored == "1" else "FALSE"
    return _unescape(stored) if kind == "str" else stored


def _iso_date(stored: str, code: str) -> str:
    """A date that is stored as text, in ISO 8601 as far as it is shown; anything else as it stands."""
    try:
        return iso_as_shown(datetime.fromisoformat(stored), date_parts(code) or "ymd")
    except ValueError:
        return stored


def _number(stored: str, code: str, first_day: datetime) -> tuple[str, bool]:
    """What a number shows under its format, and whether as a percentage."""
    if code == "General" and _PLAIN.fullmatch(stored):
        return stored, False
    try:
        number = float(stored)
    except ValueError:
        return _iso_date(stored, code), False
    if not isfinite(number):
        return stored, False
    if is_date(code) and number >= 0:
        return date_shown(number, code, first_day=first_day) or stored, False
    return shown(number, code)
