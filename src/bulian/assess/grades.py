"""Grades and awards: the year assessed is not the date published, and never guessed from it."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bulian.extract.fold import fold
from bulian.extract.periods import find_periods
from bulian.model.fact import Event, Relation
from bulian.model.stored import Sourced

_ASSESSED = re.compile(r"评估|评价|考核|考评|评定|测评|督查|绩效|验收")
_GRADE = re.compile(
    r"(优秀|良好|合格|不合格|优良|优|良)(?=等级|等次|级|档|$|[，。；、）)])|([一二三四五特甲乙][等级类档])|([A-D]{1,3}[级类档])"
)
# Only a year that the words tie to the assessment: 2022年度…评估, 对2022年…考核, 评估年度为2022年.
_YEAR = re.compile(
    r"((?:19|20)\d\d)年?度[^，。；]{0,24}?(?:评估|评价|考核|考评|评定|测评|督查)"
    r"|对[^，。；0-9]{0,12}((?:19|20)\d\d)年[^，。；]{0,24}?(?:评估|评价|考核|考评|评定|测评)"
    r"|(?:评估|评价|考核|考评)(?:年度|年份|期)(?:为|是|：)?((?:19|20)\d\d)"
)


@dataclass(frozen=True, slots=True)
class Grade:
    """An assessment that somebody went through.

    Attributes:
        subject: who. what: the assessment as named. grade: None where the words name none.
        happened_on: when the grade was given, as the text dates it. published_on: of the document.
        year_assessed: which year it judges; None: not stated.
    """

    fact_id: str
    subject: str
    what: str
    grade: str | None
    happened_on: str | None
    published_on: str | None
    year_assessed: int | None


def grades(facts: Iterable[Sourced], sentence_of: Callable[[Sourced], str]) -> tuple[Grade, ...]:
    """Every assessment among designations and events, once a subject, assessment and document."""
    found: dict[tuple[str, str], Grade] = {}
    for one in facts:
        named = _named(one)
        if named is None:
            continue
        subject, what, happened_on = named
        sentence = fold(sentence_of(one))
        if isinstance(one.fact, Relation) and not _grade(what):
            continue  # chosen for a trial, a list, a reform: no assessment gone through
        assessed = year_assessed(sentence)
        grade = Grade(
            one.fact.id, subject, what, _grade(what) or _grade(sentence),
            _given_on(happened_on, assessed, sentence), one.source.published_on, assessed,
        )  # fmt: skip
        key = (one.source.doc, subject)
        known = found.get(key)
        found[key] = grade if known is None else _joined(known, grade)
    return tuple(found.values())


def year_assessed(sentence: str) -> int | None:
    """The year that a sentence says was assessed; the day of the news is none.

    >>> year_assessed("2023年6月，区里在2022年度目标考核中获评优秀。"), year_assessed("2023年6月获评优秀。")
    (2022, None)
    """
    match = _YEAR.search(sentence)
    return int(next(group for group in match.groups() if group)) if match else None


def _given_on(happened_on: str | None, assessed: int | None, sentence: str) -> str | None:
    """When it was given; where the reader took the year assessed for that, the other day that is named."""
    if happened_on is None or assessed is None or happened_on != str(assessed):
        return happened_on
    named = [period.iso for period in find_periods(sentence, None) if period.iso]
    return next((day for day in named if day != happened_on), None)


def _named(one: Sourced) -> tuple[str, str, str | None] | None:
    fact = one.fact
    if isinstance(fact, Event) and fact.type in ("evaluated", "designated"):
        what = [name for name in fact.participants if _ASSESSED.search(name)]
        who = [name for name in fact.participants if name not in what]
        return (who[0], what[0], fact.date) if who and what else None
    if isinstance(fact, Relation) and fact.type == "designated" and _ASSESSED.search(fact.tail):
        return fact.head, fact.tail, None
    return None


def _grade(text: str) -> str | None:
    match = _GRADE.search(text)
    return match[0] if match else None


def _joined(one: Grade, other: Grade) -> Grade:
    """An event dates what a relation names: both tell of one assessment."""
    longer, shorter = (one, other) if len(one.what) >= len(other.what) else (other, one)
    return Grade(
        longer.fact_id, longer.subject, longer.what, longer.grade or shorter.grade,
        longer.happened_on or shorter.happened_on, longer.published_on,
        longer.year_assessed or shorter.year_assessed,
    )  # fmt: skip
