"""A table's parts on several pages as one table: repeated headers left out, rows cut by the page mended."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bulian.corpus.lines import joined
from bulian.corpus.pdf_tables import Found
from bulian.model.document import Table, TableCell

Area = tuple[int, int, int, int]

_WRAPPED = 4  # characters of a cell that a page may cut, at least
_NUMBER = re.compile(r"\d")
_OWN_ROW = re.compile(r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]|其\s*中|合\s*计|总\s*计")


def appended(table: Found, more: Found) -> Found:
    """A table with its rest on the next page behind it."""
    first = table.table
    rest = _without_rows(more.table, repeated_rows(first, more.table))
    row = _row(rest, 0) if rest.cells else {}
    last = max(row for row, _ in first.cells)
    cells = dict(first.cells)
    if row and _is_rest(row, _row(first, last), first):
        for column, cell in row.items():
            cut = cells[last, column]
            cells[last, column] = replace(cut, text=joined([cut.text, cell.text]))
        rest = _without_rows(rest, 1)
    down = last + 1
    cells |= {(row + down, column): cell for (row, column), cell in rest.cells.items()}
    below = [(a + down, b, c + down, d) for a, b, c, d in rest.merged]
    merged = _joined_areas(first.merged, below, cells)
    return replace(table, table=replace(first, cells=cells, merged=merged), prose=table.prose + more.prose)


def _joined_areas(
    above: Sequence[Area], below: Sequence[Area], cells: dict[tuple[int, int], TableCell]
) -> tuple[Area, ...]:
    """Merged areas of two pages; one without words of its own goes on with the one that ends above it."""
    areas = list(above)
    for top, left, bottom, right in below:
        ends = next((area for area in areas if area[1:] == (left, top - 1, right)), None)
        if ends is None or (top, left) in cells:
            areas.append((top, left, bottom, right))
        else:
            areas[areas.index(ends)] = ends[0], left, bottom, right
    return tuple(areas)


def _without_rows(table: Table, count: int) -> Table:
    """A table less its first rows; what spans more than these keeps its words in the first row left."""
    deep = {(top, left): max(0, bottom - count + 1) for top, left, bottom, _ in table.merged if top < count}
    cells = {
        (max(0, row - count), column): cell
        for (row, column), cell in table.cells.items()
        if row >= count or deep.get((row, column))
    }
    merged = [(max(0, a - count), b, c - count, d) for a, b, c, d in table.merged if c >= count]
    return replace(table, cells=cells, merged=tuple(area for area in merged if area[:2] != area[2:]))


def repeated_rows(table: Table, more: Table) -> int:
    """How many rows of a table's header stand again where it goes on."""
    rows, again = _rows(table), _rows(more)
    same = [one == other for one, other in zip(rows, again, strict=False)]
    return same.index(False) if False in same else len(same)


def _rows(table: Table) -> list[list[tuple[int, str]]]:
    rows: dict[int, list[tuple[int, str]]] = {}
    for (row, column), cell in sorted(table.cells.items()):
        rows.setdefault(row, []).append((column, cell.text))
    return [rows[row] for row in sorted(rows)]


def _is_rest(row: dict[int, TableCell], cut: dict[int, TableCell], table: Table) -> bool:
    """Whether the first row of a page is what the last row of the page before had no room for."""
    if not row.keys() < cut.keys() or any(
        _NUMBER.search(cell.text) or _OWN_ROW.match(cell.text) for cell in row.values()
    ):
        return False
    # A heading of a group fills no more columns either, but then it is not the only one.
    numbers = {number for number, _ in table.cells}
    return all(len(cut[n].text) >= _WRAPPED for n in row) and not any(
        _row(table, number).keys() == row.keys() for number in numbers
    )


def _row(table: Table, number: int) -> dict[int, TableCell]:
    """The words of one row, without those that reach over rows below."""
    deep = {(top, left) for top, left, bottom, _ in table.merged if bottom > top}
    return {
        column: cell
        for (row, column), cell in table.cells.items()
        if row == number and (row, column) not in deep
    }
