"""How the cells of an old workbook (.xls) are set, from its records ([MS-XLS], BIFF 5 and 8).

Calamine gives the values but not their formats, and without those 23.9% is a bare 0.239.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from bulian.corpus import ole
from bulian.corpus.number_format import BUILT_IN
from bulian.corpus.sheets import CellStyle

_GLOBALS, _WORKSHEET = 0x0005, 0x0010
_BOF, _EOF, _FILEPASS, _FONT, _FORMAT, _XF = 0x0809, 0x000A, 0x002F, 0x0031, 0x041E, 0x00E0
_SHEET, _ROW, _COLUMNS, _ERROR, _FORMULA, _NUMBERS = 0x0085, 0x0208, 0x007D, 0x0205, 0x0006, 0x00BD
_ONE_CELL = {0x0203, 0x027E, 0x00FD, 0x0204, 0x00D6, _ERROR, _FORMULA}
_ERROR_TEXTS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}


@dataclass(slots=True)
class SheetStyles:
    """What the records of one sheet say beyond its values, by (row, column)."""

    cells: dict[tuple[int, int], CellStyle] = field(default_factory=dict)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    blank_results: list[tuple[int, int]] = field(default_factory=list)
    hidden: set[str] = field(default_factory=set)


@dataclass(slots=True)
class _Globals:
    wide: bool = True  # BIFF 8: text in UTF-16
    codes: dict[int, str] = field(default_factory=lambda: dict(BUILT_IN))
    bold: list[bool] = field(default_factory=list)
    formats: list[tuple[int, int, int]] = field(default_factory=list)  # font, format, indent

    def style(self, number: int) -> CellStyle:
        if number >= len(self.formats):
            return CellStyle()
        font, code, indent = self.formats[number]
        font -= font > 4  # number 4 was never given out
        return CellStyle(self.codes.get(code, "General"), font < len(self.bold) and self.bold[font], indent)


def is_encrypted(raw: bytes) -> bool:
    """Whether the workbook's records are enciphered behind a password."""
    return any(kind == _FILEPASS for kind, _ in _records(_workbook(raw), until=_EOF))


def read_styles(raw: bytes) -> list[SheetStyles]:
    """The styles of each worksheet, in the order of the records; () where they cannot be followed."""
    sheets: list[SheetStyles] = []
    book = _Globals()
    sheet: SheetStyles | None = None
    try:
        for kind, body in _records(_workbook(raw)):
            if kind == _BOF:
                version, content = struct.unpack_from("<HH", body)
                book.wide = version >= 0x0600
                sheet = SheetStyles() if content == _WORKSHEET else None
                sheets += [sheet] if sheet is not None else []
            elif sheet is not None:
                _note_cell(sheet, book, kind, body)
            else:
                _note_global(book, kind, body)
    except struct.error:
        pass  # a cut record: what came before it still holds
    return sheets


def _workbook(raw: bytes) -> bytes:
    return ole.read_stream(raw, "Workbook") or ole.read_stream(raw, "Book") or raw


def _records(stream: bytes, *, until: int | None = None) -> Iterator[tuple[int, bytes]]:
    place = 0
    while place + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, place)
        yield kind, stream[place + 4 : place + 4 + size]
        if kind == until:
            return
        place += 4 + size


def _note_global(book: _Globals, kind: int, body: bytes) -> None:
    if kind == _FONT:
        book.bold.append(struct.unpack_from("<H", body, 6)[0] >= 700)
    elif kind == _FORMAT:
        book.codes[struct.unpack_from("<H", body)[0]] = _format_code(body, book.wide)
    elif kind == _XF:
        indent = body[8] & 0x0F if book.wide and len(body) > 8 else 0
        book.formats.append((*struct.unpack_from("<HH", body), indent))


def _format_code(body: bytes, wide: bool) -> str:
    if not wide:
        return body[3 : 3 + body[2]].decode("gb18030", "replace")
    length, flags = struct.unpack_from("<HB", body, 2)
    if flags & 1:
        return body[5 : 5 + length * 2].decode("utf-16-le", "replace")
    return body[5 : 5 + length].decode("latin-1")


def _note_cell(sheet: SheetStyles, book: _Globals, kind: int, body: bytes) -> None:
    if kind in _ONE_CELL:
        row, column, number = struct.unpack_from("<HHH", body)
        sheet.cells[row, column] = book.style(number)
        if kind == _FORMULA and body[12:14] == b"\xff\xff" and body[6] == 3:
            sheet.blank_results.append((row, column))
        error = (
            body[6] if kind == _ERROR and body[7] else body[8] if kind == _FORMULA and _failed(body) else None
        )
        if error is not None:
            sheet.errors[row, column] = _ERROR_TEXTS.get(error, "#ERROR!")
    elif kind == _NUMBERS:
        row, first = struct.unpack_from("<HH", body)
        for step in range((len(body) - 6) // 6):
            sheet.cells[row, first + step] = book.style(struct.unpack_from("<H", body, 4 + step * 6)[0])
    elif kind == _ROW and struct.unpack_from("<H", body, 12)[0] & 0x20:
        sheet.hidden.add("rows")
    elif kind == _COLUMNS and struct.unpack_from("<H", body, 8)[0] & 1:
        sheet.hidden.add("columns")


def _failed(formula: bytes) -> bool:
    return formula[12:14] == b"\xff\xff" and formula[6] == 2
