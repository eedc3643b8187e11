"""The lines of a flat-ruled table as columns, header, rows and cells."""

from collections.abc import Sequence
from itertools import pairwise
from math import inf
from statistics import median

from bulian.corpus.pdf_columns import Aligned, indented
from bulian.corpus.pdf_pieces import Piece, Print
from bulian.corpus.pdf_rows import Placed, Span, column_widths, has_lone_words, placed, rows_of, texts_of
from bulian.model.document import TableCell

Area = tuple[int, int, int, int]
Band = tuple[float, float]

_CORRIDOR = 0.45  # type sizes of blank that part two columns
_SPANNING = 0.1  # share of the lines that may run over the blank between two columns
_BLANK = 4.0  # type sizes of blank behind a column, where its words would have had room
_SPREAD = 2.5  # type sizes between the spread characters of one column (产  量)


def grid_of(
    header: Sequence[Print], bands: Sequence[Sequence[Print]], columns: tuple[float, ...] = ()
) -> Aligned | None:
    """The table of some lines; None where no columns stand apart.

    Args:
        header: the lines above the first inner rule; () where a table goes on from the page before.
        bands: the lines below it, parted where a rule runs through.
        columns: where the columns part, when the page before tells.
    """
    body = [line for band in bands for line in band]
    zones = _parted(columns, body) if columns else _zones(body, header)
    if len(zones) < 2 or not body:
        return None
    heads, parts = (
        [placed(line, zones) for line in header],
        [[placed(line, zones) for line in b] for b in bands],
    )
    rooms = _rooms(heads, [line for band in parts for line in band], zones)
    rows = rows_of(parts, rooms)
    grid: dict[Area, str] = _header(heads, zones)
    down = 1 + max((area[2] for area in grid), default=-1)
    starts: dict[int, tuple[float, float]] = {}
    for row, lines in enumerate(rows, down):
        grid |= {(row, span[0], row, span[1]): text for span, text in texts_of(lines, rooms).items()}
        starts |= _start(row, lines)
    cells = {area[:2]: TableCell(text) for area, text in sorted(grid.items())}
    cells |= indented(cells, starts)
    lines_in = [*header, *body]
    glyphs = frozenset(id(glyph) for line in lines_in for piece in line.pieces for glyph in piece.glyphs)
    return Aligned(
        cells,
        tuple(sorted(area for area in grid if area[:2] != area[2:])),
        lines_in[0].middle + lines_in[0].size / 2,
        lines_in[-1].middle - lines_in[-1].size / 2,
        tuple((left[1] + right[0]) / 2 for left, right in pairwise(zones)),
        glyphs,
    )


def _start(row: int, lines: Sequence[Placed]) -> dict[int, tuple[float, float]]:
    """Where the words of a row's first column begin, and their size."""
    first = next((line for line in lines if (0, 0) in line.cells), None)
    return {} if first is None else {row: (first.cells[0, 0].left, first.line.size)}


def _parted(columns: Sequence[float], body: Sequence[Print]) -> list[Band]:
    """The columns between known parting lines."""
    left, right = min(line.left for line in body), max(line.right for line in body)
    return list(pairwise([min(left, columns[0]), *columns, max(right, columns[-1])]))


def _zones(body: Sequence[Print], header: Sequence[Print]) -> list[Band]:
    """From where to where each column has words."""
    several = [line for line in body if len(line.pieces) > 1]
    lines = several if len(several) > 1 else [*several, *header]
    if not lines:
        return []
    zones = _apart(lines, median(line.size for line in lines))
    for line in header:
        for piece in line.pieces:
            if all(piece.right <= left or right <= piece.left for left, right in zones):
                zones = _with_empty(zones, piece, header)
    return _spread_together(zones, header)


def _apart(lines: Sequence[Print], size: float) -> list[Band]:
    """The stretches across the page that words fill, blank corridors between them."""
    ends = [(piece.left, 1) for line in lines for piece in line.pieces]
    ends += [(piece.right, -1) for line in lines for piece in line.pieces]
    allowed, over = int(_SPANNING * len(lines)), 0
    zones: list[Band] = []
    begun = 0.0
    for x, change in sorted(ends):
        before, over = over, over + change
        if before <= allowed < over:
            begun = x
        elif over <= allowed < before:
            if zones and begun - zones[-1][1] < _CORRIDOR * size:
                begun = zones.pop()[0]
            zones.append((begun, x))
    return zones


def _with_empty(zones: list[Band], piece: Piece, header: Sequence[Print]) -> list[Band]:
    """The columns and one without entries, unless the heading stands over columns that have their own."""
    over = [other for line in header for other in line.pieces if other is not piece]
    columns = [n for n, zone in enumerate(zones) if _meet(piece.left, piece.right, *zone)]
    left = max((n for n, zone in enumerate(zones) if zone[1] <= piece.left), default=-1)
    neighbours = [n for n in (left, left + 1) if 0 <= n < len(zones)]
    unnamed = [n for n in neighbours if not any(_meet(o.left, o.right, *zones[n]) for o in over)]
    lower = [o for o in over if o.glyphs[0].top < piece.glyphs[0].bottom + 1]
    heads_others = len(neighbours) > 1 and any(
        _meet(o.left, o.right, *zones[n]) for o in lower for n in neighbours
    )
    if columns or unnamed or heads_others:
        return zones
    return sorted([*zones, (piece.left, piece.right)])


def _meet(left: float, right: float, other_left: float, other_right: float) -> bool:
    return left < other_right and other_left < right


def _spread_together(zones: list[Band], header: Sequence[Print]) -> list[Band]:
    """The columns, those put together whose only heading runs over the small blank between them."""
    together: list[Band] = []
    for zone in zones:
        if together and _one_heading(together[-1], zone, header):
            zone = together.pop()[0], zone[1]
        together.append(zone)
    return together


def _one_heading(left: Band, right: Band, header: Sequence[Print]) -> bool:
    over = [
        piece for line in header for piece in line.pieces if _meet(piece.left, piece.right, left[0], right[1])
    ]
    size = min((line.size for line in header), default=0.0)
    bridged = any(piece.left < left[1] and right[0] < piece.right for piece in over)
    return bridged and len(over) == 1 and right[0] - left[1] < _SPREAD * size


def _rooms(header: Sequence[Placed], body: Sequence[Placed], zones: Sequence[Band]) -> dict[int, float]:
    """How wide the words of each column may run: as wide as its widest; without bound where none are cut.

    Much blank behind a column may be room or the next column's own. There words are taken for cut only if
    that explains each line that holds nothing else.
    """
    lefts = {n: [left] for n, (left, _) in enumerate(zones)}
    for line in header:
        for (first, last), piece in line.cells.items():
            lefts[first] += [piece.left] if first == last else []
    widths = column_widths(body)
    blank = _BLANK * median(line.line.size for line in body)
    wide = {n for n, zone in enumerate(zones[:-1]) if min(lefts[n + 1]) - zone[1] > blank}
    return {n: inf if n in wide and has_lone_words(n, body, width) else width for n, width in widths.items()}


def _header(lines: Sequence[Placed], zones: Sequence[Band]) -> dict[Area, str]:
    """The cells of a header: of one level, or headings over groups of columns and below them their own."""
    spans = _group_headings(lines, zones)
    if not spans:
        widths = column_widths(lines)
        return {(0, span[0], 0, span[1]): text for span, text in texts_of(lines, widths).items()}
    grid: dict[Area, str] = {}
    low = min(line.line.middle for line, _, _ in spans)
    grouped = {n for _, _, span in spans for n in range(span[0], span[1] + 1)}
    for _, piece, span in spans:
        grid[0, span[0], 0, span[1]] = piece.text
    leaves = [_only(line, grouped) for line in lines if line.line.middle < low]
    widths = column_widths(lines)
    grid |= {(1, span[0], 1, span[1]): text for span, text in texts_of(leaves, widths).items()}
    others = [_only(line, set(range(len(zones))) - grouped) for line in lines]
    grid |= {(0, span[0], 1, span[1]): text for span, text in texts_of(others, widths).items()}
    return grid


def _only(line: Placed, columns: set[int]) -> Placed:
    return Placed(line.line, {span: piece for span, piece in line.cells.items() if span[0] in columns})


def _group_headings(lines: Sequence[Placed], zones: Sequence[Band]) -> list[tuple[Placed, Piece, Span]]:
    """The pieces that stand over several columns which have headings of their own below."""
    found: list[tuple[Placed, Piece, Span]] = []
    for number, line in enumerate(lines):
        below = {column for lower in lines[number + 1 :] for column in lower.columns}
        taken = {column for _, _, (first, last) in found for column in range(first, last + 1)}
        if taken & line.columns:
            break
        for piece in line.cells.values():
            span = _headed(piece, line, below, zones)
            if span[0] < span[1]:
                found.append((line, piece, span))
    return found


def _headed(piece: Piece, line: Placed, below: set[int], zones: Sequence[Band]) -> Span:
    """The columns that a heading stands over: those in whose middle it is set, between its neighbours."""
    middle = (piece.left + piece.right) / 2
    lefts = [other.right for other in line.cells.values() if other.right <= piece.left]
    rights = [other.left for other in line.cells.values() if other.left >= piece.right]
    free = [
        n
        for n, (left, right) in enumerate(zones)
        if n in below and right > max(lefts, default=left) and left < min(rights, default=right + 1)
    ]
    options = [
        (first, last)
        for first in free
        for last in free
        if first <= last
        and all(n in below for n in range(first, last + 1))
        and zones[first][0] < piece.right
        and piece.left < zones[last][1]
    ]
    if not options:
        return 0, 0

    def misfit(span: Span) -> tuple[float, int]:
        off = abs((zones[span[0]][0] + zones[span[1]][1]) / 2 - middle)
        return round(off / max(line.line.size, 1.0)), span[1] - span[0]

    return min(options, key=misfit)
