"""The rules drawn on a page of a PDF, as pdfium gives them: what frames a table or parts its rows."""

import ctypes
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium_c

Box = tuple[float, float, float, float]  # left, bottom, right, top
Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]

_THICK = 3.0  # points; a bar that is thicker is shading
_LEVEL = 2.0  # points within which pieces are one rule: Word draws each cell's border by itself
_SHORTEST = 6.0  # points
_MOST_SEGMENTS = 20_000  # of a page; drawings of more are pictures
_DEEPEST = 4  # forms in forms
_IDENTITY = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal rule, in points from the page's lower left corner."""

    left: float
    right: float
    height: float


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of a page: horizontal ones from the top down, and how many upright edges there are."""

    flat: tuple[Rule, ...] = ()
    upright: int = 0


def rules_of(page: Any, place: Callable[[Box], Box]) -> Rules:
    """The rules of a page; `place` turns a box of the file into one of the page as seen."""
    flat: list[Rule] = []
    upright = 0
    for x0, y0, x1, y1 in map(place, _edges(page)):
        wide, high = x1 - x0, y1 - y0
        if high <= _THICK and wide > high:
            flat.append(Rule(x0, x1, (y0 + y1) / 2))
        elif wide <= _THICK and high > _SHORTEST:
            upright += 1
    return Rules(tuple(rule for rule in _whole(flat) if rule.right - rule.left > _SHORTEST), upright)


def _whole(pieces: Iterable[Rule]) -> Iterator[Rule]:
    """Pieces on one level that touch, put together."""
    levels: list[list[Rule]] = []
    for piece in sorted(pieces, key=lambda rule: -rule.height):
        if levels and levels[-1][0].height - piece.height <= _LEVEL:
            levels[-1].append(piece)
        else:
            levels.append([piece])
    for level in levels:
        level.sort(key=lambda rule: rule.left)
        left, right = level[0].left, level[0].right
        for piece in level[1:]:
            if piece.left - right > _THICK:
                yield Rule(left, right, level[0].height)
                left, right = piece.left, piece.right
            right = max(right, piece.right)
        yield Rule(left, right, level[0].height)


def _edges(page: Any) -> Iterator[Box]:
    """The straight edges that a page draws, and its thin bars."""
    left = _MOST_SEGMENTS
    for path, matrix in _paths(page.raw, pdfium_c.FPDFPage_CountObjects, pdfium_c.FPDFPage_GetObject):
        left -= pdfium_c.FPDFPath_CountSegments(path)
        if left < 0:
            return
        for outline in _outlines(path, matrix):
            yield from _straight(outline) if len(outline) > 1 else ()


def _paths(
    parent: Any, count: Callable[[Any], int], get: Callable[[Any, int], Any], matrix: Matrix = _IDENTITY
) -> Iterator[tuple[Any, Matrix]]:
    """The paths of a page, also those in forms, each with what places it on the page."""
    stack = [(parent, count, get, matrix, 0)]
    while stack:
        holder, counts, gets, around, depth = stack.pop()
        for number in range(counts(holder)):
            item = gets(holder, number)
            kind = pdfium_c.FPDFPageObj_GetType(item)
            if kind == pdfium_c.FPDF_PAGEOBJ_PATH:
                yield item, _times(_matrix(item), around)
            elif kind == pdfium_c.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                inside = _times(_matrix(item), around)
                form = (pdfium_c.FPDFFormObj_CountObjects, pdfium_c.FPDFFormObj_GetObject)
                stack.append((item, *form, inside, depth + 1))


def _matrix(item: Any) -> Matrix:
    matrix = pdfium_c.FS_MATRIX()
    if not pdfium_c.FPDFPageObj_GetMatrix(item, matrix):
        return _IDENTITY
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _outlines(path: Any, matrix: Matrix) -> Iterator[list[Point]]:
    """The parts of a path that are straight throughout, as their corners; curves are no rules."""
    points: list[Point] = []
    curved = False
    x, y = ctypes.c_float(), ctypes.c_float()
    a, b, c, d, e, f = matrix
    for number in range(pdfium_c.FPDFPath_CountSegments(path)):
        segment = pdfium_c.FPDFPath_GetPathSegment(path, number)
        kind = pdfium_c.FPDFPathSegment_GetType(segment)
        if kind == pdfium_c.FPDF_SEGMENT_MOVETO and points:
            yield [] if curved else points
            points, curved = [], False
        curved |= kind == pdfium_c.FPDF_SEGMENT_BEZIERTO
        if pdfium_c.FPDFPathSegment_GetPoint(segment, x, y):
            points.append((a * x.value + c * y.value + e, b * x.value + d * y.value + f))
        if pdfium_c.FPDFPathSegment_GetClose(segment) and points:
            points.append(points[0])
    if points and not curved:
        yield points


def _straight(outline: list[Point]) -> Iterator[Box]:
    """The edges of an outline; of a thin bar, the bar itself."""
    xs, ys = zip(*outline, strict=True)
    whole = min(xs), min(ys), max(xs), max(ys)
    if min(whole[2] - whole[0], whole[3] - whole[1]) <= _THICK:
        yield whole
        return
    for (x0, y0), (x1, y1) in pairwise(outline):
        yield min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
