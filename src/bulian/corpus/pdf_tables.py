"""Tables on a page of a PDF: ruled ones by their rules, others by their aligned columns."""

import io
import struct
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from bulian.corpus.lines import Glyph, joined, lines_of
from bulian.corpus.pdf_bands import Open, banded_tables
from bulian.corpus.pdf_columns import Aligned, aligned_tables, indented
from bulian.corpus.pdf_rules import Rule, Rules
from bulian.corpus.prose import holds_sentences
from bulian.model.document import Table, TableCell

Box = tuple[float, float, float, float]  # left, bottom, right, top
Area = tuple[int, int, int, int]

_FEWEST_RULES = 2  # each way, on a page that may hold a table with all its rules
_SNAP = 3.0  # points within which two rules are one
# What pdfminer lets through on a page that breaks the rules of the format.
_FAULTS = (
    *(ArithmeticError, AssertionError, AttributeError, LookupError, NotImplementedError, OSError),
    *(RecursionError, TypeError, ValueError, struct.error, zlib.error),
)


@dataclass(frozen=True, slots=True)
class Found:
    """A table, the heights of its edges on the page, where its columns part, and the prose in its cells."""

    table: Table
    top: float
    bottom: float
    columns: tuple[float, ...]
    prose: tuple[str, ...]


class TableFinder:
    """Finds the tables of one PDF, page by page; pdfplumber opens it at the first page with rules.

    `failed` numbers the pages, from 0, whose rules pdfplumber could not read. There is nothing to close: the
    bytes are ours, and pdfplumber's own closing reads the broken pages once more.
    """

    def __init__(self, source: io.BytesIO) -> None:
        self._source = source
        self._document: Any = None
        self._open: Open | None = None
        self.failed: list[int] = []

    def find(self, number: int, glyphs: Sequence[Glyph], rules: Rules) -> tuple[list[Found], list[Glyph]]:
        """The tables of a page, from the top down, and the characters outside them."""
        found: list[Found] = []
        rest, flat = list(glyphs), list(rules.flat)
        crossed = rules.upright >= _FEWEST_RULES and len(flat) >= _FEWEST_RULES
        for grid in self._ruled(number) if crossed and glyphs else []:
            inside = [glyph for glyph in rest if _holds(_outline(grid), glyph)]
            table = _table(grid, inside)
            if table is not None:
                found.append(table)
                rest = _without(rest, map(id, inside))
                flat = [rule for rule in flat if not _frames(_outline(grid), rule)]
        banded: list[Aligned] = []
        if len(flat) >= _FEWEST_RULES or self._open:
            banded, self._open = banded_tables(rest, flat, self._open)
        rest = _without(rest, (glyph for table in banded for glyph in table.glyphs))
        for aligned in (*banded, *aligned_tables(rest)):
            plain = Table("", aligned.cells, aligned.merged)
            found.append(Found(plain, aligned.top, aligned.bottom, aligned.columns, _prose(aligned.cells)))
            rest = _without(rest, aligned.glyphs)
        found.sort(key=lambda one: -one.top)
        named = [
            replace(one, table=replace(one.table, sheet=f"第{number + 1}页表{n}"))
            for n, one in enumerate(found, 1)
        ]
        return named, rest

    def _ruled(self, number: int) -> list[list[Box]]:
        """The cells of each ruled table on a page, as boxes."""
        import pdfplumber
        from pdfminer.pdfexceptions import PDFException
        from pdfminer.psexceptions import PSException
        from pdfplumber.utils.exceptions import PdfminerException

        try:
            if self._document is None:
                self._document = pdfplumber.open(self._source)
            page = self._document.pages[number]
            grids = _grids(page)
            page.close()
        except (PdfminerException, PDFException, PSException, *_FAULTS):
            self.failed.append(number)
            return []
        return grids


def _grids(page: Any) -> list[list[Box]]:
    left, top, height = page.bbox[0], page.bbox[1], float(page.height)
    settings = {"explicit_vertical_lines": _missing_sides(page.edges)}
    return [
        [(x0 - left, height - (y1 - top), x1 - left, height - (y0 - top)) for x0, y0, x1, y1 in table.cells]
        for table in page.find_tables(settings)
    ]


def _missing_sides(edges: Sequence[Any]) -> list[dict[str, Any]]:
    """Rules for the open sides of tables, as yearbooks print them: rows and inner columns ruled, no frame."""
    flat = sorted((e for e in edges if e["orientation"] == "h"), key=lambda e: e["top"])
    upright = [e for e in edges if e["orientation"] == "v"]
    sides = []
    for upper, lower in pairwise(flat):
        left, right = max(upper["x0"], lower["x0"]), min(upper["x1"], lower["x1"])
        band = [
            e for e in upright if e["top"] <= upper["top"] + _SNAP and e["bottom"] >= lower["top"] - _SNAP
        ]
        if lower["top"] - upper["top"] > _SNAP and any(left < e["x0"] < right for e in band):
            sides += [
                _upright_line(x, upper["top"], lower["top"])
                for x in (left, right)
                if not any(abs(e["x0"] - x) <= _SNAP for e in band)
            ]
    return sides


def _upright_line(x: float, top: float, bottom: float) -> dict[str, Any]:
    box = {"x0": x, "x1": x, "top": top, "bottom": bottom, "width": 0, "height": bottom - top}
    return {**box, "doctop": top, "object_type": "line"}


def _without(glyphs: Iterable[Glyph], taken: Iterable[int]) -> list[Glyph]:
    identities = set(taken)
    return [glyph for glyph in glyphs if id(glyph) not in identities]


def _prose(cells: dict[tuple[int, int], TableCell]) -> tuple[str, ...]:
    return tuple(cells[place].text for place in sorted(cells) if holds_sentences(cells[place].text))


def _outline(grid: Iterable[Box]) -> Box:
    left, bottom, right, top = zip(*grid, strict=True)
    return min(left), min(bottom), max(right), max(top)


def _frames(box: Box, rule: Rule) -> bool:
    """Whether a rule is one of a grid's own."""
    return box[1] - _SNAP <= rule.height <= box[3] + _SNAP and rule.left < box[2] and box[0] < rule.right


def _holds(box: Box, glyph: Glyph) -> bool:
    x, y = (glyph.left + glyph.right) / 2, (glyph.bottom + glyph.top) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _table(grid: list[Box], glyphs: list[Glyph]) -> Found | None:
    """The table that the boxes of a grid make; None for a frame around prose, or an empty drawing."""
    columns = _edges([x for box in grid for x in (box[0], box[2])])
    rows = _edges([y for box in grid for y in (box[1], box[3])])[::-1]
    cells: dict[tuple[int, int], TableCell] = {}
    merged: list[Area] = []
    starts: dict[int, tuple[float, float]] = {}
    for box in grid:
        area = (
            _nearest(rows, box[3]),
            _nearest(columns, box[0]),
            _nearest(rows, box[1]),
            _nearest(columns, box[2]),
        )
        area = area[0], area[1], area[2] - 1, area[3] - 1
        lines = list(lines_of(glyph for glyph in glyphs if _holds(box, glyph)))
        if lines:
            cells[area[:2]] = TableCell(joined([line.text for line in lines]))
            if area[1] == area[3] == 0:
                starts[area[0]] = lines[0].left, lines[0].size
        if area[:2] != area[2:]:
            merged.append(area)
    if len({row for row, _ in cells}) < 2 or len({column for _, column in cells}) < 2:
        return None
    cells |= indented(cells, starts)
    table = Table("", dict(sorted(cells.items())), tuple(sorted(merged)))
    outline = _outline(grid)
    return Found(table, outline[3], outline[1], tuple(columns[1:-1]), _prose(cells))


def _edges(values: Iterable[float]) -> list[float]:
    """The distinct positions of rules, from low to high."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _SNAP:
            found.append(value)
    return found


def _nearest(edges: Sequence[float], value: float) -> int:
    return min(range(len(edges)), key=lambda number: abs(edges[number] - value))
