"""Tables on a page of a PDF: ruled ones by their rules, others by their aligned columns."""

import io
import struct
import zlib
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from bulian.corpus.lines import Glyph, joined, lines_of
from bulian.corpus.prose import holds_sentences
from bulian.model.document import Table, TableCell

Box = tuple[float, float, float, float]  # left, bottom, right, top
Area = tuple[int, int, int, int]

_FEWEST_STROKES = 8  # on a page that may hold a ruled table: two rules each way, two strokes each
_SNAP = 3.0  # points within which two rules are one
# What pdfminer lets through on a page that breaks the rules of the format.
_FAULTS = (
    *(ArithmeticError, AssertionError, AttributeError, LookupError, NotImplementedError, OSError),
    *(RecursionError, TypeError, ValueError, struct.error, zlib.error),
)


@dataclass(frozen=True, slots=True)
class Found:
    """A table, the height of its upper edge on the page, and the prose that stands in its cells."""

    table: Table
    top: float
    prose: tuple[str, ...]


class TableFinder(AbstractContextManager["TableFinder"]):
    """Finds the tables of one PDF, page by page; pdfplumber opens it at the first page with rules."""

    def __init__(self, source: io.BytesIO) -> None:
        self._source = source
        self._document: Any = None

    def __exit__(self, *_: object) -> None:
        if self._document is not None:
            self._document.close()

    def find(
        self, number: int, glyphs: Sequence[Glyph], strokes: int
    ) -> tuple[list[Found] | None, list[Glyph]]:
        """The tables of a page, None when the search failed, and the characters outside them."""
        if strokes < _FEWEST_STROKES or not glyphs:
            return [], list(glyphs)
        from pdfminer.pdfexceptions import PDFException
        from pdfminer.psexceptions import PSException
        from pdfplumber.utils.exceptions import PdfminerException

        try:
            grids = self._ruled(number)
        except (PdfminerException, PDFException, PSException, *_FAULTS):
            return None, list(glyphs)
        found: list[Found] = []
        rest = list(glyphs)
        for grid in grids:
            inside = [glyph for glyph in rest if _holds(_outline(grid), glyph)]
            table = _table(f"第{number + 1}页表{len(found) + 1}", grid, inside)
            if table is not None:
                found.append(table)
                taken = set(map(id, inside))
                rest = [glyph for glyph in rest if id(glyph) not in taken]
        return found, rest

    def _ruled(self, number: int) -> list[list[Box]]:
        """The cells of each ruled table on a page, as boxes."""
        import pdfplumber

        if self._document is None:
            self._document = pdfplumber.open(self._source)
        page = self._document.pages[number]
        left, top = page.bbox[0], page.bbox[1]
        height = float(page.height)
        grids = [
            [
                (x0 - left, height - (y1 - top), x1 - left, height - (y0 - top))
                for x0, y0, x1, y1 in table.cells
            ]
            for table in page.find_tables()
        ]
        page.close()
        return grids


def _outline(grid: Iterable[Box]) -> Box:
    left, bottom, right, top = zip(*grid, strict=True)
    return min(left), min(bottom), max(right), max(top)


def _holds(box: Box, glyph: Glyph) -> bool:
    x, y = (glyph.left + glyph.right) / 2, (glyph.bottom + glyph.top) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _table(name: str, grid: list[Box], glyphs: list[Glyph]) -> Found | None:
    """The table that the boxes of a grid make; None for a frame around prose, or an empty drawing."""
    columns = _edges([x for box in grid for x in (box[0], box[2])])
    rows = _edges([y for box in grid for y in (box[1], box[3])])[::-1]
    cells: dict[tuple[int, int], TableCell] = {}
    merged: list[Area] = []
    for box in grid:
        area = (
            _nearest(rows, box[3]),
            _nearest(columns, box[0]),
            _nearest(rows, box[1]),
            _nearest(columns, box[2]),
        )
        area = area[0], area[1], area[2] - 1, area[3] - 1
        text = joined([line.text for line in lines_of(glyph for glyph in glyphs if _holds(box, glyph))])
        if text:
            cells[area[:2]] = TableCell(text)
        if area[:2] != area[2:]:
            merged.append(area)
    if len({row for row, _ in cells}) < 2 or len({column for _, column in cells}) < 2:
        return None
    prose = tuple(cells[place].text for place in sorted(cells) if holds_sentences(cells[place].text))
    return Found(Table(name, dict(sorted(cells.items())), tuple(sorted(merged))), _outline(grid)[3], prose)


def _edges(values: Iterable[float]) -> list[float]:
    """The distinct positions of rules, from low to high."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _SNAP:
            found.append(value)
    return found


def _nearest(edges: Sequence[float], value: float) -> int:
    return min(range(len(edges)), key=lambda number: abs(edges[number] - value))
