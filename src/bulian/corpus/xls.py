"""Workbooks of the old format (.xls, and .xlsb): values from calamine, number formats from the records."""

import io
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from bulian.corpus.archive import damaged, protected
from bulian.corpus.number_format import date_parts, date_shown, is_date, iso_as_shown, shown
from bulian.corpus.reader import Content
from bulian.corpus.sheets import CellStyle, Grid, check_size, check_values, notes_on
from bulian.corpus.xls_styles import SheetStyles, is_encrypted, read_styles
from bulian.errors import Unreadable
from bulian.model.document import TableCell
from bulian.model.place import cell_name

_MOST_PLACES = 50_000_000  # rows times columns of one sheet; calamine keeps the blanks between values
_BINARY_NOTE = (
    "number formats of .xlsb are not read: percentages stand as fractions. Save it as .xlsx.",
    "未读取 .xlsb 的数字格式，百分数显示为小数。另存为 .xlsx 可保留格式。",
)


def read_xls(raw: bytes, file: str) -> Content:
    """The sheets of an .xls or .xlsb workbook, hidden ones too, in their order."""
    old = not raw.startswith(b"PK")
    if old and is_encrypted(raw):
        raise protected(file)
    sheets = _sheets(raw, file)
    styles = read_styles(raw) if old else []
    grids = []
    for number, sheet in enumerate(sheets):
        grid = Grid(sheet.name, hidden=set() if sheet.visible else {"sheet"})
        _fill(grid, sheet, styles[number] if len(styles) == len(sheets) else SheetStyles())
        grids.append(grid)
        check_size(grids, file)
    check_values(grids, file)
    if any(grid.numbers for grid in grids):
        for grid in grids:
            grid.uncached.clear()  # a formula may well give an empty text, and here the two look alike
    notes = tuple(note for grid in grids for note in notes_on(grid))
    return Content(
        tables=tuple(grid.table() for grid in grids), notes=notes if old else (*notes, _BINARY_NOTE)
    )


@dataclass(frozen=True, slots=True)
class _Sheet:
    name: str
    visible: bool
    rows: list[list[object]]
    merged: list[tuple[tuple[int, int], tuple[int, int]]]


def _sheets(raw: bytes, file: str) -> list[_Sheet]:
    """The worksheets as calamine reads them."""
    import python_calamine

    try:
        workbook = python_calamine.load_workbook(io.BytesIO(raw))
        return [
            _sheet(meta, workbook.get_sheet_by_name(meta.name), file)
            for meta in workbook.sheets_metadata
            if meta.typ == python_calamine.SheetTypeEnum.WorkSheet
        ]
    except python_calamine.PasswordError as error:
        raise protected(file) from error
    except python_calamine.CalamineError as error:
        raise damaged(file) from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # calamine's way to stumble over broken records
            raise damaged(file) from error
        raise


def _sheet(meta: Any, sheet: Any, file: str) -> _Sheet:
    if sheet.total_height * sheet.total_width > _MOST_PLACES:
        raise Unreadable(
            file,
            f"sheet {meta.name} spans {sheet.total_height} rows, {sheet.total_width} columns. Delete what "
            "lies far out, and save it anew.",
            f"{meta.name} 有 {sheet.total_height} 行 {sheet.total_width} 列。请删除边远的内容后另存。",
        )
    import python_calamine

    visible = meta.visible == python_calamine.SheetVisibleEnum.Visible
    rows = sheet.to_python(skip_empty_area=False)
    return _Sheet(meta.name, visible, rows, sheet.merged_cell_ranges or [])


def _fill(grid: Grid, sheet: _Sheet, styles: SheetStyles) -> None:
    for row, values in enumerate(sheet.rows):
        for column, value in enumerate(values):
            if value != "":
                _put(grid, (row, column), value, styles.cells.get((row, column), CellStyle()))
    for place, text in styles.errors.items():
        grid.put_error(*place, text)
    grid.uncached += [cell_name(*place) for place in styles.blank_results]
    grid.merged += [(*first, *last) for first, last in sheet.merged]
    grid.hidden |= styles.hidden


def _put(grid: Grid, place: tuple[int, int], value: object, style: CellStyle) -> None:
    text, percent = str(value), False
    if isinstance(value, bool):
        text = "TRUE" if value else "FALSE"
    elif isinstance(value, int | float):
        grid.numbers += 1
        text, percent = _number(value, style.code)
    elif isinstance(value, date | time | timedelta):
        grid.numbers += 1
        text = _date(value, style.code)
    grid.put(*place, TableCell(text, percent=percent, indent=style.indent, bold=style.bold))


def _number(value: float, code: str) -> tuple[str, bool]:
    if is_date(code) and value >= 0:
        return date_shown(value, code), False
    return shown(value, code)


def _date(value: date | time | timedelta, code: str) -> str:
    if isinstance(value, timedelta):
        return str(value)
    if isinstance(value, time):
        return f"{value:%H:%M:%S}" if value.second else f"{value:%H:%M}"
    moment = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)  # noqa: DTZ001
    clock = "hs" if (moment.hour, moment.minute, moment.second) != (0, 0, 0) else ""
    return iso_as_shown(moment, date_parts(code) or "ymd" + clock)
