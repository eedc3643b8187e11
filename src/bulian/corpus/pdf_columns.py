"""Tables without rules on a page of a PDF: rows of numbers whose columns stand in line."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bulian.corpus.lines import Glyph, lines_of
from bulian.model.document import TableCell

_GAP = 0.9  # type sizes between two cells of a row
_NEXT_ROW = 3.0  # type sizes from the middle of one row to the next, at most
_FEWEST_ROWS = 3  # with several cells each, or chance looks like a table
_NUMERIC = 0.5  # share of the cells beyond the first column that must hold numbers
_FLUSH = 0.3  # type sizes within which a line begins at the margin
_FLUSH_SHARE = 0.4  # of a column's cells that begin there, unless the column is centred
_NUMBER = re.compile(r"[+\-－−]?[\d,，]+(?:\.\d+)?[%％‰]?|[-—–…./]{1,4}")
_LEADERS = re.compile(r"[.．…·\s]{3,}")
_WHOLE = re.compile(r"\d{1,3}")


@dataclass(frozen=True, slots=True)
class Segment:
    """What stands together in one row, with nothing wide of blank in it."""

    text: str
    left: float
    right: float
    glyphs: tuple[Glyph, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """The segments on one height of the page, from left to right."""

    segments: tuple[Segment, ...]
    middle: float
    size: float


@dataclass(frozen=True, slots=True)
class Aligned:
    """A table of rows: its cells and merged areas, its edges, where columns part, and its characters."""

    cells: dict[tuple[int, int], TableCell]
    merged: tuple[tuple[int, int, int, int], ...]
    top: float
    bottom: float
    columns: tuple[float, ...]
    glyphs: frozenset[int]


def aligned_tables(glyphs: Iterable[Glyph]) -> list[Aligned]:
    """The tables that rows of numbers make, from the top of the page down."""
    rows = _rows(glyphs)
    found = []
    for block in _blocks(rows):
        table = _table(block)
        if table is not None:
            found.append(table)
    return found


def _rows(glyphs: Iterable[Glyph]) -> list[Row]:
    """Characters by the height they stand on, whatever line of the text layer they belong to."""
    placed = [glyph for glyph in glyphs if glyph.right > glyph.left and not glyph.text.isspace()]
    placed.sort(key=lambda glyph: -_middle(glyph))
    rows: list[list[Glyph]] = []
    for glyph in placed:
        if rows and _middle(rows[-1][0]) - _middle(glyph) < 0.4 * _size(glyph):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return [_row(sorted(row, key=lambda glyph: glyph.left)) for row in rows]


def _row(glyphs: list[Glyph]) -> Row:
    size = max(_size(glyph) for glyph in glyphs)
    groups = [[glyphs[0]]]
    for before, glyph in pairwise(glyphs):
        if glyph.left - before.right > _GAP * size:
            groups.append([])
        groups[-1].append(glyph)
    segments = tuple(
        Segment("".join(g.text for g in group), group[0].left, max(g.right for g in group), tuple(group))
        for group in groups
    )
    return Row(segments, _middle(glyphs[0]), size)


def _middle(glyph: Glyph) -> float:
    return (glyph.bottom + glyph.top) / 2


def _size(glyph: Glyph) -> float:
    return glyph.top - glyph.bottom


def _blocks(rows: Sequence[Row]) -> list[list[Row]]:
    """Runs of near rows that begin and end with several cells, and hold no line of prose."""
    blocks: list[list[Row]] = []
    widest = max((row.segments[-1].right - row.segments[0].left for row in rows), default=0.0)
    block: list[Row] = []
    for row in rows:
        alone = len(row.segments) == 1
        prose = alone and row.segments[0].right - row.segments[0].left > 0.4 * widest
        if block and (prose or block[-1].middle - row.middle > _NEXT_ROW * row.size):
            blocks.append(block)
            block = []
        if not prose and (block or not alone):
            block.append(row)
    blocks.append(block)
    return [trimmed for block in blocks if len(trimmed := _trimmed(block)) >= _FEWEST_ROWS]


def _trimmed(block: list[Row]) -> list[Row]:
    while block and len(block[-1].segments) == 1:
        block = block[:-1]
    return block


def _table(rows: list[Row]) -> Aligned | None:
    """The table of a block; None when its cells are not in line, or mostly no numbers."""
    most = max(len(row.segments) for row in rows)
    full = [row for row in rows if len(row.segments) == most]
    bands = [
        (min(row.segments[n].left for row in full), max(row.segments[n].right for row in full))
        for n in range(most)
    ]
    apart = all(left[1] < right[0] for left, right in pairwise(bands))
    if most < 2 or len(full) < _FEWEST_ROWS or not apart or not _holds_numbers(rows) or _lists_pages(full):
        return None
    cells: dict[tuple[int, int], TableCell] = {}
    merged: list[tuple[int, int, int, int]] = []
    starts: dict[int, tuple[float, float]] = {}
    for number, row in enumerate(rows):
        for segment in row.segments:
            first, last = _columns(segment, bands)
            cells[number, first] = TableCell(next(lines_of(_in_one_line(segment))).text)
            if first == 0:
                starts[number] = segment.left, row.size
            if last > first:
                merged.append((number, first, number, last))
    glyphs = frozenset(id(glyph) for row in rows for segment in row.segments for glyph in segment.glyphs)
    half = rows[0].size / 2
    columns = tuple((left[1] + right[0]) / 2 for left, right in pairwise(bands))
    cells |= indented(cells, starts)
    return Aligned(cells, tuple(merged), rows[0].middle + half, rows[-1].middle - half, columns, glyphs)


def indented(
    cells: dict[tuple[int, int], TableCell], starts: dict[int, tuple[float, float]]
) -> dict[tuple[int, int], TableCell]:
    """The first cells of the rows with their indentation, in characters, where the column is set flush left.

    Args:
        starts: for each row, where the text of its first cell begins, and its size of type.
    """
    margin = min((left for left, _ in starts.values()), default=0.0)
    steps = {row: (left - margin) / size for row, (left, size) in starts.items()}
    if sum(step < _FLUSH for step in steps.values()) < _FLUSH_SHARE * len(steps):
        return {}
    return {(row, 0): replace(cells[row, 0], indent=round(step)) for row, step in steps.items()}


def _in_one_line(segment: Segment) -> list[Glyph]:
    first = segment.glyphs[0]
    return [Glyph(g.text, first.line, g.left, g.bottom, g.right, g.top) for g in segment.glyphs]


def _columns(segment: Segment, bands: Sequence[tuple[float, float]]) -> tuple[int, int]:
    """The first and last column that a segment stands over."""
    over = [n for n, (left, right) in enumerate(bands) if segment.left < right and left < segment.right]
    if not over:
        middle = (segment.left + segment.right) / 2
        over = [min(range(len(bands)), key=lambda n: abs(sum(bands[n]) / 2 - middle))]
    return over[0], over[-1]


def _holds_numbers(rows: Sequence[Row]) -> bool:
    others = [segment.text for row in rows for segment in row.segments[1:]]
    return sum(bool(_NUMBER.fullmatch(text)) for text in others) >= _NUMERIC * len(others)


def _lists_pages(rows: Sequence[Row]) -> bool:
    """Whether it is a table of contents: names, perhaps dots that lead to the right, and growing numbers."""
    numbers = [row.segments[-1].text for row in rows]
    leading = [segment.text for row in rows for segment in row.segments[1:-1]]
    if not all(_WHOLE.fullmatch(number) for number in numbers) or not all(map(_LEADERS.fullmatch, leading)):
        return False
    return all(int(before) <= int(after) for before, after in pairwise(numbers))
