"""Clauses: a plan document taken apart into what it commits to: by whom, until when, on which facts."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bulian.assess.responsible import Responsible, responsible_in
from bulian.extract.fold import fold
from bulian.extract.periods import Period, find_periods
from bulian.extract.segments import Paragraph, paragraphs
from bulian.model.document import Document
from bulian.model.fact import Fact, Observation, Statement
from bulian.model.place import Cell
from bulian.model.stored import Sourced

_AHEAD = ("target", "forecast", "plan")
_ITEM = re.compile(
    r"(?:^|(?<=[。；;：:\n]))[ \t\u3000]*("
    r"[一二三四五六七八九十]{1,3}是|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|[①-⑳]|第[一二三四五六七八九十百\d]{1,4}[条项])"
)
_LIMIT = re.compile(r"[年月日]?(?:底|末)?(?:之?前|以前|内)")


@dataclass(frozen=True, slots=True)
class Clause:
    """A passage that commits to something.

    Attributes:
        number: as printed, "一是", "（三）"; "" where it has none.
        headings: those above it, the highest first.
        start, end: where it stands in the document's text.
        owners: whom it names as responsible. deadlines: ISO periods until which, the earliest first; none is
            filled in.
        facts: ids of what was read in it, the evidence; `aims` those of them that are targets or goals.
    """

    number: str
    headings: tuple[str, ...]
    start: int
    end: int
    text: str
    owners: tuple[Responsible, ...]
    deadlines: tuple[str, ...]
    facts: tuple[str, ...]
    aims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Clauses:
    """The clauses of a document, and how many passages say nothing of what shall be done."""

    clauses: tuple[Clause, ...]
    passages: int


@dataclass(frozen=True, slots=True)
class _Passage:
    number: str
    headings: tuple[str, ...]
    start: int
    end: int
    paragraph: int


def clauses_of(document: Document, facts: Iterable[Sourced]) -> Clauses:
    """Every numbered item and every sentence that aims at something, names an owner or sets a deadline.

    A line of owners below a clause (责任单位：…) belongs to the clause above it.

    Args:
        document: with its text. facts: those in force of this document.
    """
    folded = fold(document.text)
    cut = paragraphs(folded)
    periods = find_periods(folded, document.metadata.published_on)
    passages = [part for part in _passages(folded, cut) if folded[part.start : part.end].strip()]
    passages = _with_owner_lines(folded, passages)
    told = [one.fact for one in facts]
    found = [_clause(part, document, periods, told) for part in passages]
    kept = tuple(one for one in found if one.aims or one.owners or (one.number and one.deadlines))
    return Clauses(kept, len(passages))


def _passages(folded: str, cut: Sequence[Paragraph]) -> list[_Passage]:
    found: list[_Passage] = []
    above: list[tuple[int, str]] = []
    for number, paragraph in enumerate(cut):
        if paragraph.heading:
            level = paragraph.heading.level
            title = folded[paragraph.heading.start : paragraph.heading.end].strip()
            above = [*(one for one in above if one[0] < level), (level, title)]
        if paragraph.heading is None or len(paragraph.sentences) > 1:
            headings = tuple(title for _, title in above)
            found += _of_paragraph(folded, paragraph, headings, number)
    return found


def _of_paragraph(
    folded: str, paragraph: Paragraph, headings: tuple[str, ...], number: int
) -> list[_Passage]:
    """Its numbered items, and the sentences before the first of them."""
    text = folded[paragraph.start : paragraph.end]
    items = [(match.start(1) + paragraph.start, match[1]) for match in _ITEM.finditer(text)]
    first = items[0][0] if items else paragraph.end
    found = [
        _Passage("", headings, sentence.start, min(sentence.end, first), number)
        for sentence in paragraph.sentences
        if sentence.start < first
    ]
    ends = [*(start for start, _ in items[1:]), paragraph.end][: len(items)]
    found += [
        _Passage(mark, headings, start, end, number) for (start, mark), end in zip(items, ends, strict=True)
    ]
    return found


def _with_owner_lines(folded: str, passages: Sequence[_Passage]) -> list[_Passage]:
    """A passage that only names who is responsible is the end of the one before it."""
    found: list[_Passage] = []
    for part in passages:
        text = folded[part.start : part.end].strip(" \u3000（()）。；\n")
        only = bool(re.match(r"(?:牵头|责任|配合)(?:单位|部门|人)", text)) and bool(responsible_in(text))
        if only and found:
            last = found[-1]
            found[-1] = _Passage(last.number, last.headings, last.start, part.end, last.paragraph)
        else:
            found.append(part)
    return found


def _clause(part: _Passage, document: Document, periods: Sequence[Period], facts: Sequence[Fact]) -> Clause:
    text = document.text[part.start : part.end]
    inside = [fact for fact in facts if _stands_in(fact, part)]
    aims = [fact for fact in inside if _is_aim(fact)]
    return Clause(
        part.number, part.headings, part.start, part.end, text.strip(), responsible_in(text),
        _deadlines(part, document.text, periods, aims), tuple(fact.id for fact in inside),
        tuple(fact.id for fact in aims),
    )  # fmt: skip


def _stands_in(fact: Fact, part: _Passage) -> bool:
    return any(
        not isinstance(place, Cell) and part.start <= place.start and place.end <= part.end + 1
        for place in (fact.place, *fact.also)
    )


def _is_aim(fact: Fact) -> bool:
    if isinstance(fact, Observation):
        return fact.modality in _AHEAD
    return isinstance(fact, Statement) and fact.type == "goal"


def _deadlines(part: _Passage, text: str, periods: Sequence[Period], aims: Iterable[Fact]) -> tuple[str, ...]:
    """When its aims are due, and the days that it says something must be done by: 到2025年, 6月底前."""
    due = {fact.period for fact in aims if isinstance(fact, Observation | Statement) and fact.period}
    due |= {
        period.iso for period in periods
        if period.iso and period.role == "time" and part.start <= period.start and period.end <= part.end
        and ((period.until and period.ahead) or _LIMIT.match(text, period.end))
    }  # fmt: skip
    return tuple(sorted(due))
