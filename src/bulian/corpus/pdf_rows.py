"""Which lines of a table are one row: words wrapped within their cell, and remarks set small under it."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from bulian.corpus.lines import joined
from bulian.corpus.pdf_pieces import Piece, Print, piece_of

Band = tuple[float, float]
Span = tuple[int, int]

_OVERLAPS = 0.85  # type sizes; what stands nearer is beside, not below
_TIGHT = 0.93  # of the nearest two rows; what stands nearer belongs to one row
_NEAR = 2  # lines; words may stand at half the height of those beside them
_SMALL = 0.93  # of the type above, for a remark
_LEAD = 0.75  # of the columns; a line that fills more begins a row
_NUMERIC = 0.6  # share of a column's words that must be amounts
_SLACK = 0.9  # type sizes of room that a wrapped line may leave
AMOUNT = re.compile(r"\D{0,2}[\d,，.]+\D{0,6}")
_NUMBER = re.compile(r"[+\-−－]?[\d,，]+(?:\.\d+)?[%％‰]?|[-—–…]+")
_BEGINS = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|其\s*中|按.{1,12}分|[#＃*]|合\s*计|总\s*计"
)


@dataclass(frozen=True, slots=True)
class Placed:
    """A line with each piece under the columns (first, last) that it stands in."""

    line: Print
    cells: Mapping[Span, Piece]

    @property
    def columns(self) -> set[int]:
        """The columns with words on this line."""
        return {column for first, last in self.cells for column in range(first, last + 1)}


def placed(line: Print, zones: Sequence[Band]) -> Placed:
    """A line whose pieces know their columns."""
    cells: dict[Span, Piece] = {}
    for piece in line.pieces:
        span = _span(piece, zones)
        cells[span] = piece_of((*cells[span].glyphs, *piece.glyphs)) if span in cells else piece
    return Placed(line, cells)


def _span(piece: Piece, zones: Sequence[Band]) -> Span:
    over = [n for n, (left, right) in enumerate(zones) if piece.left < right and left < piece.right]
    if not over:
        middle = (piece.left + piece.right) / 2
        over = [min(range(len(zones)), key=lambda n: abs(sum(zones[n]) / 2 - middle))]
    return over[0], over[-1]


def column_widths(lines: Iterable[Placed]) -> dict[int, float]:
    """How wide the widest words of each column are."""
    widths: dict[int, float] = {}
    for line in lines:
        for (first, last), piece in line.cells.items():
            if first == last:
                widths[first] = max(widths.get(first, 0.0), piece.right - piece.left)
    return widths


def has_lone_words(column: int, body: Sequence[Placed], room: float) -> bool:
    """Whether words of a column stand on a line alone, and are not the begin or the rest of wrapped ones."""
    span = column, column
    for number, line in enumerate(body):
        if number == 0 or line.columns != {column} or span not in line.cells:
            continue  # what stands first may be the rest of a row on the page before
        piece = line.cells[span]
        above = _first(span, body[:number][: -_NEAR - 1 : -1])
        below = _first(span, body[number + 1 :][:_NEAR])
        rest = above is not None and (wrapped(above, piece, room) or _is_small(piece, above))
        if not rest and (below is None or not wrapped(piece, below, room)):
            return True
    return False


def _first(span: Span, lines: Iterable[Placed]) -> Piece | None:
    return next((line.cells[span] for line in lines if span in line.cells), None)


def rows_of(bands: Sequence[Sequence[Placed]], rooms: Mapping[int, float]) -> list[list[Placed]]:
    """The rows of a table's body, as groups of lines.

    Args:
        bands: its lines from the top down, parted where a rule runs through.
        rooms: how wide the words of each column may run.
    """
    lines = [line for band in bands for line in band]
    key = _key_column(lines)
    if len(bands) > 1 and all(sum(key in line.columns for line in band) <= 1 for band in bands):
        return [list(band) for band in bands if band]
    full = _LEAD * max(len(line.columns) for line in lines)
    step = min(
        (
            upper.line.middle - lower.line.middle
            for band in bands
            for upper, lower in pairwise(band)
            if len(lower.columns) >= full and not _beside(upper, lower) and not _is_remark(lower, [upper])
        ),
        default=0.0,
    )
    return [row for band in bands for row in _centred(band, key, rooms) or _from_top(band, step, rooms)]


def _key_column(lines: Sequence[Placed]) -> int:
    """The column with one line a row: the fullest of those that hold numbers, or the first."""
    filled = Counter(column for line in lines for column in line.columns)
    numbers = Counter(
        span[0]
        for line in lines
        for span, piece in line.cells.items()
        if span[0] == span[1] and AMOUNT.fullmatch(piece.text)
    )
    numeric = [column for column in filled if numbers[column] >= _NUMERIC * filled[column]]
    return max(numeric, key=lambda column: (filled[column], -column)) if numeric else min(filled)


def _beside(upper: Placed, lower: Placed) -> bool:
    return upper.line.middle - lower.line.middle < _OVERLAPS * min(upper.line.size, lower.line.size)


def _centred(band: Sequence[Placed], key: int, rooms: Mapping[int, float]) -> list[list[Placed]]:
    """The rows where words are set in the middle of their rows, as high above the number as below it.

    Empty where they are not.
    """
    rows: list[list[Placed]] = []
    rest = list(band)
    while rest:
        number = next((line for line in rest if key in line.columns), None)
        if number is None:
            return []
        end = 2 * number.line.middle - rest[0].line.middle - _OVERLAPS / 2 * number.line.size
        row = [line for line in rest if line.line.middle >= end]
        alone = sum(key in line.columns for line in row) == 1
        last = row[-1].line.middle - _OVERLAPS / 2 * number.line.size
        if not alone or 2 * number.line.middle - rest[0].line.middle < last or not _all_wrapped(row, rooms):
            return []
        rows.append(row)
        rest = rest[len(row) :]
    return rows if any(key not in row[0].columns for row in rows) else []


def _all_wrapped(row: Sequence[Placed], rooms: Mapping[int, float]) -> bool:
    """Whether all words of a row that stand below others had no room on the line above."""
    return all(_continues(line, row[:number], rooms) for number, line in enumerate(row))


def _continues(line: Placed, above: Sequence[Placed], rooms: Mapping[int, float]) -> bool:
    for span, piece in line.cells.items():
        upper = next((other.cells[span] for other in reversed(above) if span in other.cells), None)
        if upper and not _is_small(piece, upper) and not wrapped(upper, piece, rooms.get(span[0], inf)):
            return False
    return True


def _from_top(band: Sequence[Placed], step: float, rooms: Mapping[int, float]) -> list[list[Placed]]:
    """The rows where words begin at the top of their row; `step` is from one row to the next, at least."""
    rows: list[list[Placed]] = []
    for line in band:
        if rows and _belongs(line, rows[-1], step, rooms):
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _belongs(line: Placed, row: Sequence[Placed], step: float, rooms: Mapping[int, float]) -> bool:
    """Whether a line goes on with a row: it is near it, or small, or the words above were cut by the edge."""
    if _beside(row[-1], line) or row[-1].line.middle - line.line.middle < _TIGHT * step:
        return True
    filled = {column for above in row for column in above.columns}
    return _is_remark(line, row) or (line.columns < filled and _continues(line, row, rooms))


def _is_remark(line: Placed, above: Sequence[Placed]) -> bool:
    """Whether all of a line is set small under words of its row."""
    uppers = [(piece, _first(span, reversed(above))) for span, piece in line.cells.items()]
    return all(upper is not None and _is_small(piece, upper) for piece, upper in uppers)


def _is_small(piece: Piece, above: Piece) -> bool:
    return piece.height < _SMALL * above.height


def wrapped(above: Piece, below: Piece, room: float) -> bool:
    """Whether the first character of `below` had no room behind `above`, in a column with so much room."""
    if _BEGINS.match(below.text) or _NUMBER.fullmatch(above.text) or _NUMBER.fullmatch(below.text):
        return False
    first = below.glyphs[0]
    left = room - (above.right - above.left)
    return left < max(first.right - first.left, _SLACK * above.height)


def texts_of(row: Sequence[Placed], rooms: Mapping[int, float]) -> dict[Span, str]:
    """The words of each cell of a row: wrapped lines joined, others each on a line of its own."""
    texts: dict[Span, str] = {}
    last: dict[Span, Piece] = {}
    for line in row:
        for span, piece in line.cells.items():
            if span not in last:
                texts[span] = piece.text
            elif _is_small(piece, last[span]) or not wrapped(last[span], piece, rooms.get(span[0], inf)):
                texts[span] += "\n" + piece.text
            else:
                texts[span] = joined([texts[span], piece.text])
            last[span] = piece
    return texts
