"""A table by rows: merged areas spread over the cells they cover, white space counted as indentation."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from bulian.model.document import Table, TableCell

Position = tuple[int, int]
_BLANKS = " \t\u00a0\u2002\u2003\u2007\u2009\u200b\u202f"
_WIDE_BLANKS = "\u3000"
_INDENT_STEP = 2  # columns of white space that one step of a cell style's indentation is worth


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a table by row.

    Attributes:
        rows: row number → column → cell, rows and columns in order; only cells that hold text.
        cover: a covered position of a merged area → the position of its first cell, which holds the text.
        spans: the first cell of a merged area → its last row and last column.
    """

    rows: dict[int, dict[int, TableCell]]
    cover: dict[Position, Position]
    spans: dict[Position, Position]

    def origin(self, row: int, column: int) -> Position:
        """Where the text stands that a person sees at this position."""
        return self.cover.get((row, column), (row, column))

    def cell(self, row: int, column: int) -> TableCell | None:
        """The cell seen at this position, spread from a merged area; None where it is empty."""
        at_row, at_column = self.cover.get((row, column), (row, column))
        cells = self.rows.get(at_row)
        return cells.get(at_column) if cells else None

    def span(self, row: int, column: int) -> tuple[int, int]:
        """How many rows and columns the cell that begins here covers."""
        last = self.spans.get((row, column))
        return (last[0] - row + 1, last[1] - column + 1) if last else (1, 1)


def grid_of(table: Table) -> Grid:
    """The table by rows; cells of blanks alone are left out.

    A merged area is followed only through rows that hold text and as far as there are columns with text, so
    that a title merged over sixteen thousand columns or a million rows costs nothing.
    """
    rows: dict[int, dict[int, TableCell]] = {}
    for (row, column), cell in sorted(table.cells.items()):
        if not cell.text.isspace() and cell.text:
            rows.setdefault(row, {})[column] = cell
    cover: dict[Position, Position] = {}
    spans: dict[Position, Position] = {}
    filled = list(rows)
    last_column = max((max(cells) for cells in rows.values()), default=-1)
    for top, left, bottom, right in table.merged:
        spans[top, left] = (bottom, right)
        for row in filled[bisect_left(filled, top) : bisect_right(filled, bottom)]:
            for column in range(left, min(right, last_column) + 1):
                if (row, column) not in table.cells and (row, column) != (top, left):
                    cover[row, column] = (top, left)
    return Grid(rows, cover, spans)


def indent_of(cell: TableCell) -> int:
    """The cell's indentation in half-width columns: blanks before its text, and its style's steps.

    >>> indent_of(TableCell("\u3000\u00a0其中：工业")), indent_of(TableCell("工业", indent=1))
    (3, 2)
    """
    width = _INDENT_STEP * cell.indent
    for character in cell.text:
        if character in _WIDE_BLANKS:
            width += 2
        elif character in _BLANKS:
            width += 1
        else:
            break
    return width
