"""Printed lines back into paragraphs: a sentence that runs over a line or a page is one sentence again."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median, median_low

_HEADING = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|第[一二三四五六七八九十\d]+[章节条]"
    r"|\d{1,2}[、．.]\D"
)
_SLACK = 0.35  # type sizes; printers set a quarter between Chinese characters and digits
_BODY = 25  # type sizes; the width of body text on a page of one column
_RAGGED = 6  # type sizes by which a line that is not justified may stay short
_NARROWEST = 14  # type sizes; nobody sets paragraphs in narrower columns
_LETTER_WIDTH = 0.6  # type sizes; of a wide letter or digit
_BACK = 1.0  # points by which a character may overlap the one before
_WORD_GAP = 0.12  # type sizes between two words of letters
_WIDE_GAP = 0.8  # type sizes; what is wider parts two things
_WIDEST_PITCH = 3.0  # type sizes from line to line
_SENTENCE_END = "。！？；：!?;:"
_TOKEN = re.compile(r"[A-Za-z0-9.,%％‰+\-]+|.")  # what a typesetter does not break
_CLOSING = "，。、；：？！）》」』】”’％%…—)"
_DASH = r"[\s\-—–·•~]*"
_PAGE_NUMBER = re.compile(
    _DASH + r"(?:第\s*)?(?:\d{1,4}|[ivxIVX]{1,6})(?:\s*页)?(?:\s*[/／,，]?\s*共?\s*\d{1,4}\s*页?)?" + _DASH
)
_OF_PAGES = re.compile(r"第\s*\d+\s*页[\s，,、/／]*(?:共\s*\d+\s*页)?|共\s*\d+\s*页")
_SAYS_SOMETHING = re.compile("[。；，%％亿]|.{41}")
# Fonts often map 大 to the radical ⼤ that looks the same; the rest are pdfium's marks for a broken word.
_SPECIAL = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
_SPECIAL |= {0xFFFE: "-", 0x02: "-", 0xAD: "-", 0x00: ""}
_EDGE_LINES = 3  # of a page, where furniture stands
_MOST = 0.6  # share of pages on which a line stands again to be furniture


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character on a page; `line` numbers the lines of the text layer."""

    text: str
    line: int
    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line; distances in points from the page's lower left corner, `size` of its type."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float

    @property
    def middle(self) -> float:
        """The height of the line's middle."""
        return (self.bottom + self.top) / 2


def as_written(character: str) -> str:
    """A character of the text layer as a person would type it.

    >>> as_written("⼤"), as_written("\ufffe")
    ('大', '-')
    """
    return character.translate(_SPECIAL)


def lines_of(glyphs: Iterable[Glyph]) -> Iterator[Line]:
    """The lines that characters make, in the order of the text layer, each from left to right."""
    for _, group in groupby(glyphs, key=lambda glyph: glyph.line):
        placed = [glyph for glyph in group if glyph.right > glyph.left]
        for line in _heights(placed) if _out_of_order(placed) else [placed]:
            text = "".join(_with_gaps(line)).strip(" \t")
            if text:
                yield Line(
                    text,
                    min(glyph.left for glyph in line),
                    max(glyph.right for glyph in line),
                    min(glyph.bottom for glyph in line),
                    max(glyph.top for glyph in line),
                    median(glyph.top - glyph.bottom for glyph in line),
                )


def _out_of_order(glyphs: Sequence[Glyph]) -> bool:
    """Whether a line jumps back: programs may print all of one font first, quotation marks after it."""
    return any(after.left < before.left - _BACK for before, after in pairwise(glyphs))


def _heights(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Characters by the height they stand on, from the top, each height from left to right."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: -(glyph.bottom + glyph.top)):
        size = glyph.top - glyph.bottom
        if rows and rows[-1][0].bottom + rows[-1][0].top - glyph.bottom - glyph.top < size:
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return [sorted(row, key=lambda glyph: glyph.left) for row in rows]


def _with_gaps(line: Sequence[Glyph]) -> Iterator[str]:
    """The text of a line, with a blank where a gap parts words of letters and digits, or is wide.

    The finer spacing around Chinese characters (2023 年) was never typed.
    """
    before: Glyph | None = None
    for glyph in line:
        if before and not (before.text.isspace() or glyph.text.isspace()):
            size, gap = max(before.top - before.bottom, 1.0), glyph.left - before.right
            letters = before.text.isascii() and glyph.text.isascii()
            if gap > (_WORD_GAP if letters else _WIDE_GAP) * size:
                yield " "
        yield glyph.text
        before = glyph


def joined(texts: Sequence[str]) -> str:
    """The lines of a cell as one text; two numbers stay apart, or they would become a third."""
    text = ""
    for line in texts:
        if text and text[-1].isdigit() and line[:1].isdigit():
            text += "\n" + line
        else:
            text += (_joint(text, line) if text else "") + line
    return text


def without_furniture(pages: Sequence[Sequence[Line]]) -> tuple[list[list[Line]], list[str]]:
    """The pages without running headers, footers and page numbers; and what was left out besides numbers.

    Furniture stands among the first or last lines of a page: a page number, or a short line that stands at
    one height on most pages, whatever digits it holds. A line with a part of a sentence or an amount is none,
    or a paragraph that is printed on each page would be lost.
    """
    edges = [_at_edges(lines, _EDGE_LINES) for lines in pages]
    places = Counter(place for lines in edges for place in {_place(line) for line in lines})
    often = max(2, min(3, len(pages)), _MOST * len(pages))
    kept: list[list[Line]] = []
    left_out: dict[str, str] = {}
    for lines, edge in zip(pages, edges, strict=True):
        numbers = [line for line in _at_edges(lines, 1) if _PAGE_NUMBER.fullmatch(line.text)]
        repeated = [
            line
            for line in edge
            if places[_place(line)] >= often and not _SAYS_SOMETHING.search(_OF_PAGES.sub("", line.text))
        ]
        left_out |= {_place(line)[0]: line.text for line in repeated if not _PAGE_NUMBER.fullmatch(line.text)}
        kept.append([line for line in lines if line not in numbers and line not in repeated])
    return kept, list(left_out.values())


def _at_edges(lines: Sequence[Line], count: int) -> list[Line]:
    """The first and the last lines of a page, by so many heights."""
    heights = sorted({line.middle for line in lines})
    edges = {*heights[:count], *heights[-count:]}
    return [line for line in lines if line.middle in edges]


def _place(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.text).replace(" ", ""), round(line.middle / 3)


def paragraphs(
    lines: Sequence[Line], before: Line | None, *, around: Sequence[Line] = ()
) -> Iterator[tuple[str, Line]]:
    """(what joins it to the text before: "" or " " or a newline; line) for each line of a page.

    Args:
        before: the last line of the page before, None on the first.
        around: the lines of the pages before and after, which show how wide the text is set.
    """
    drops = [above.middle - line.middle for above, line in pairwise(lines)]
    pitch = median_low([drop for drop in drops if drop > 0] or [0.0])
    column = [*lines, *around]
    for line in lines:
        if before is None:
            yield "", line
        elif _runs_on(before, line, column, pitch):
            yield _joint(before.text, line.text), line
        else:
            yield "\n", line
        before = line


def _runs_on(above: Line, line: Line, lines: Sequence[Line], pitch: float) -> bool:
    """Whether `line` continues the paragraph of `above`: it was full, and this one begins at the margin."""
    size = max(above.size, 1.0)
    if not 0.85 < line.size / size < 1.18 or _HEADING.match(line.text):
        return False
    drop = above.middle - line.middle
    far = min(max(1.25 * pitch, 1.6 * size), _WIDEST_PITCH * size)
    if drop > far or 0 <= drop < 0.5 * size:  # a gap, or the same row; below 0: another page or column
        return False
    near = [other for other in (above, *lines) if abs(other.left - above.left) < 3.5 * size]
    margin, first = max(other.right for other in near), min(other.left for other in near)
    if margin - first < _NARROWEST * size:
        return False  # a list of short lines, not a paragraph
    indented = line.left > first + 1.2 * size
    ended = above.text[-1] in _SENTENCE_END
    if above.right + _first_word(line.text, size) > margin - _SLACK * size:
        return not (indented and ended)  # the next word would not have fitted
    # Set ragged, a line in the midst of a sentence may be shorter still.
    wide, nearly = margin - first > _BODY * size, above.right > margin - _RAGGED * size
    return wide and nearly and not indented and not ended


def _first_word(text: str, size: float) -> float:
    """The width of the first word, and of the marks that may not part from it."""
    word = _TOKEN.match(text)
    length = word.end() if word else 0
    while length < len(text) and text[length] in _CLOSING:
        length += 1
    return _width(text[:length], size)


def _width(text: str, size: float) -> float:
    return sum(_LETTER_WIDTH * size if character.isascii() else size for character in text)


def _joint(above: str, below: str) -> str:
    """A blank between words of letters, nothing between Chinese characters or within a number."""
    first, last = above[-1:], below[:1]
    if first.isascii() and last.isascii() and last.isalpha() and first not in "-(":
        return " "
    return " " if first.isascii() and first.isalpha() and last.isdigit() else ""
