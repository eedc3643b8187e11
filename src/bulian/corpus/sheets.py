"""What the readers of spreadsheets share: a table that grows cell by cell, and what is noted of it."""

from dataclasses import dataclass, field

from bulian.errors import Unreadable
from bulian.model.document import Table, TableCell
from bulian.model.place import cell_name

MAX_CELLS = 1_000_000  # of one file; some 300 bytes of memory each
Note = tuple[str, str]


@dataclass(frozen=True, slots=True)
class CellStyle:
    """How a cell is set: its number format, weight and indentation."""

    code: str = "General"
    bold: bool = False
    indent: int = 0


@dataclass(slots=True)
class Grid:
    """One sheet while it is read.

    Attributes:
        numbers: how many cells hold a number or a date.
        errors: cells that show an error such as #DIV/0!; uncached: formulas stored without their result.
        hidden: what of the sheet is hidden, of "sheet", "rows", "columns".
    """

    sheet: str
    cells: dict[tuple[int, int], TableCell] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    numbers: int = 0
    errors: list[str] = field(default_factory=list)
    uncached: list[str] = field(default_factory=list)
    hidden: set[str] = field(default_factory=set)

    def table(self) -> Table:
        """The sheet as a table."""
        return Table(self.sheet, self.cells, tuple(sorted(self.merged)))

    def put(self, row: int, column: int, cell: TableCell) -> None:
        """Keep a cell, unless it shows nothing."""
        if cell.text and not cell.text.isspace():
            self.cells[row, column] = cell

    def put_error(self, row: int, column: int, text: str) -> None:
        """Keep what an error cell shows: it is no value, but a person should see it."""
        self.put(row, column, TableCell(text))
        self.errors.append(cell_name(row, column))


def check_size(grids: list[Grid], file: str, *, more: int = 0) -> None:
    """Raise `Unreadable` when a file holds, with so many `more`, too many cells to be kept."""
    if more + sum(len(grid.cells) for grid in grids) > MAX_CELLS:
        raise Unreadable(
            file,
            f"it holds more than {MAX_CELLS:,} cells. Split it, or keep the sheets and columns that matter.",
            f"单元格超过 {MAX_CELLS:,} 个。请拆分文件，或只保留需要的工作表和列。",
        )


def check_values(grids: list[Grid], file: str) -> None:
    """Raise `Unreadable` when a workbook is all formulas and their results were never stored."""
    missing = sum(len(grid.uncached) for grid in grids)
    words = sum(len(grid.cells) for grid in grids)
    if missing and not any(grid.numbers for grid in grids) and missing * 2 >= words:
        raise Unreadable(
            file,
            "it holds formulas without results. Open it in Excel or WPS, save it, and bring it again.",
            "表中只有公式，没有计算结果。请用 Excel 或 WPS 打开并保存，再放进来。",
        )


def notes_on(grid: Grid) -> list[Note]:
    """What a person should know of a sheet before trusting its table."""
    notes = []
    if grid.uncached:
        cells = _some(grid.uncached)
        notes.append(
            (
                f"{grid.sheet}: formulas without a stored result were not read ({cells}). Open the file in "
                "Excel or WPS and save it.",
                f"{grid.sheet}：有公式未保存结果，没有读取（{cells}）。请用 Excel 或 WPS 打开并保存。",
            )
        )
    if grid.errors:
        cells = _some(grid.errors)
        notes.append(
            (
                f"{grid.sheet}: cells show an error instead of a value ({cells}).",
                f"{grid.sheet}：有单元格是错误值（{cells}）。",
            )
        )
    names = {"sheet": "工作表", "rows": "行", "columns": "列"}
    if grid.hidden:
        parts = sorted(grid.hidden)
        notes.append(
            (
                f"{grid.sheet}: hidden {' and '.join(parts)} were read too.",
                f"{grid.sheet}：隐藏的{'、'.join(names[part] for part in parts)}也已读取。",
            )
        )
    return notes


def _some(cells: list[str]) -> str:
    return ", ".join(cells[:5]) + (f" … {len(cells)}" if len(cells) > 5 else "")
