"""A text cut into paragraphs, headings, sentences and clauses, all as offsets over the original.

Works on the folded text (`fold`). A line that breaks off in mid-sentence goes on in the next line of text.
"""

from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from bulian.extract.deferred import deferred


class Clause(NamedTuple):
    """What stands between two commas, colons, semicolons or stops, without them.

    `hard` tells that it does not follow a comma: it opens its sentence, or stands after a semicolon or colon.
    """

    start: int
    end: int
    hard: bool


class Sentence(NamedTuple):
    """Up to a full stop, question or exclamation mark, or the paragraph's end."""

    start: int
    end: int
    clauses: tuple[Clause, ...]


def clause_number(sentence: Sentence, clause: Clause) -> int:
    """How many clauses of a sentence stand before one of them."""
    return bisect_left(sentence.clauses, clause.start, key=_start)


def _start(clause: Clause) -> int:
    return clause.start


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading's words without its numbering; `level` counts from 0, the lowest number the highest rank."""

    start: int
    end: int
    level: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One or more lines that belong together; a heading has `heading`, and sentences like any other."""

    start: int
    end: int
    sentences: tuple[Sentence, ...]
    heading: Heading | None = None


def paragraphs(folded: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a folded text in order; blank lines belong to none.

    >>> [len(p.sentences) for p in paragraphs("一、工业\\n产值3亿元。投资2亿元。\\n")]
    [1, 2]
    """
    return tuple(_paragraph(folded, start, end) for start, end in _blocks(folded))


def _blocks(folded: str) -> list[tuple[int, int]]:
    """Lines, with those joined that break off in mid-sentence."""
    blocks: list[tuple[int, int]] = []
    open_ = False
    for match in _LINE.finditer(folded):
        start, end = match.span()
        while start < end and folded[start].isspace():
            start += 1
        while start < end and folded[end - 1].isspace():
            end -= 1
        if start == end:
            continue
        marked = _NUMBERING.match(folded, start, end) or _BULLET.match(folded, start, end)
        fresh = (
            marked
            or (end - start <= 14 and _stands_apart(folded, match.start(), match.end()))
            or (
                folded[max(0, match.start() - 2) : match.start()] == "\n\n"
                and _LABEL.match(folded, start, end)
            )
        )
        if open_ and not fresh and end - blocks[-1][0] < _LONGEST:
            blocks[-1] = (blocks[-1][0], end)
        else:
            blocks.append((start, end))
        open_ = _breaks_off(folded, start, end)
    return blocks


def _stands_apart(folded: str, start: int, end: int) -> bool:
    """A line between two empty ones: a heading, never the rest of a line that broke off."""
    return folded[max(0, start - 2) : start] == "\n\n" and folded[end : end + 2] == "\n\n"


def _breaks_off(folded: str, start: int, end: int) -> bool:
    """The line ends in a comma, or in mid-word after a full line's length."""
    return folded[end - 1] in "，、,；" or (end - start >= 60 and _WORD.match(folded, end - 1) is not None)


def _paragraph(folded: str, start: int, end: int) -> Paragraph:
    return Paragraph(start, end, _sentences(folded, start, end), _heading(folded, start, end))


def _sentences(folded: str, start: int, end: int) -> tuple[Sentence, ...]:
    cuts = [start, *(m.end() for m in _STOP.finditer(folded, start, end)), end]
    found = []
    for a, b in pairwise(_limited(cuts, _LONGEST_SENTENCE)):
        a, b = _trim(folded, a, b)
        if a < b:
            found.append(Sentence(a, b, _clauses(folded, a, b)))
    return tuple(found)


def _clauses(folded: str, start: int, end: int) -> tuple[Clause, ...]:
    found = []
    begin, hard = start, True
    pauses = [match.span() for match in _PAUSE.finditer(folded, start, end)]
    for pause, after in (*pauses, (end, end)):
        cuts = [begin, pause]
        for low, high in pairwise(
            cuts if pause - begin <= _LONGEST_CLAUSE else _limited(cuts, _LONGEST_CLAUSE)
        ):
            a, b = _trim(folded, low, high)
            if a < b:
                found.append(Clause(a, b, hard))
        begin = after
        hard = folded[pause:after] not in "，,\n"
    return tuple(found)


def _limited(cuts: list[int], most: int) -> list[int]:
    """The cuts with more between them, so that no piece is longer than `most`: rules look back within it."""
    if cuts[-1] - cuts[0] <= most or all(b - a <= most for a, b in pairwise(cuts)):
        return cuts
    return sorted({*cuts, *(at for a, b in pairwise(cuts) for at in range(a, b, most))})


def _heading(folded: str, start: int, end: int) -> Heading | None:
    """A short line without a stop at its end; a numbered one may hold commas and be longer."""
    if end - start > 60 or "\n" in folded[start:end]:
        return None
    numbering = _NUMBERING.match(folded, start, end)
    body = numbering.end() if numbering else start
    if _STOP_AT_END.search(folded, body, end) or body >= end:
        return None
    level = _LEVELS[numbering.lastgroup or ""] if numbering else 9
    if not numbering and (end - body > 40 or _CLAUSE_SIGN.search(folded, body, end)):
        return None
    return Heading(body, end, level)


def _trim(folded: str, start: int, end: int) -> tuple[int, int]:
    while start < end and folded[start].isspace():
        start += 1
    while start < end and (folded[end - 1].isspace() or folded[end - 1] in "，。；：！？"):
        end -= 1
    return start, end


_LONGEST = 4000
_LONGEST_SENTENCE = 2000
_LONGEST_CLAUSE = 400
_LINE = deferred(r"[^\n]+")
_WORD = deferred(r"[一-鿿]")
# 江城经济技术开发区：2006年…, behind an empty line: what the paragraph is about.
_LABEL = deferred("[一-鿿]{4,16}：")
_BULLET = deferred(r"[—·■◆●▲*]+")
_NUMBERING = deferred(
    r"(?P<part>第[一二三四五六七八九十百\d]{1,4}[章节部编](?:分|篇)?[ 、：]*)"
    r"|(?P<chapter>[一二三四五六七八九十]{1,3}、)"
    r"|(?P<section>（[一二三四五六七八九十]{1,3}） *)"
    r"|(?P<item>\d{1,2}(?:[、．]|\.(?!\d)) *)"
    r"|(?P<decimal>\d{1,2}(?:\.\d{1,2}){1,3}(?=[ 一-鿿]) *(?![万亿千百个]))"
    r"|(?P<entry>（\d{1,2}） *)"
    r"|(?P<circle>[①-⑳] *)"
)  # fmt: skip
_LEVELS = {"part": 0, "chapter": 1, "section": 2, "item": 3, "decimal": 3, "entry": 4, "circle": 5, "": 9}
_STOP = deferred(r"[。！？][。！？]*[”’）]*")
_STOP_AT_END = deferred(r"[。；，、！？…][”’）]*$")
_CLAUSE_SIGN = deferred(r"[，。；]")
_PAUSE = deferred(
    r"[，；：,—…\n](?:(?<=[，；\n])|(?<=：)(?:(?<!\d.)|(?!\d))|(?<=,)(?:(?<!\d.)|(?!\d{3}(?!\d)))|(?<=—)—+|(?<=…)…)"
)
"""Signs between clauses, none inside a number; it begins with all of them at once and is quick for that."""
