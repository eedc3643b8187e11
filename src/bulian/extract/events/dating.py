"""What dates a happening: the points in time that its sentence names, and how far each of them reaches."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bulian.extract.context import Context, clause_at
from bulian.extract.deferred import deferred
from bulian.extract.periods import Period
from bulian.extract.relations.engine import Hit
from bulian.extract.segments import Sentence
from bulian.model.period import days


class Dating(NamedTuple):
    """A period that dates the rest of its sentence where it opens a clause, else its own clause."""

    period: Period
    opens: bool
    end: int


def datings(context: Context, sentence: Sentence) -> Iterator[Dating]:
    """The points in time that a sentence names, in order."""
    for period in context.periods_in(sentence.start, sentence.end):
        alone = context.folded[period.end : period.end + 1] == "，"
        told = period.role in DATES or (alone and period.role == "basis")
        if period.iso is not None and told and period.rule != "now" and POINT.fullmatch(period.iso):
            if a_state(context.folded, period):
                continue
            clause = clause_at(sentence, period.start)
            before = context.folded[clause.start : period.start]
            opens = len(before) <= 2 or before[-1] in "】）" or _LEADS_IN.fullmatch(before) is not None
            yield Dating(period, opens, clause.end)


def a_state(folded: str, period: Period) -> bool:
    """截止2010年10月，累计投产 tells how things stand, 去年以来 since when: no day on which it happened."""
    return (
        period.surface.endswith("以来")
        or folded.startswith("以来", period.end)
        or folded.endswith(_STANDS, 0, period.start)
    )


def period_of(context: Context, hit: Hit, named: Iterable[Dating]) -> Period | None:
    """The period that dates the match: in its own words (成立于2010年), else the last one before it.

    One that opens a clause dates those after it too (2013年，…，…).
    """
    before: Period | None = None
    for period, opens, end in named:
        if period.end <= hit.match.end():
            if (opens or end >= hit.match.end()) and (before is None or not _only_names(before, period)):
                before = period
        elif _follows(context.folded, hit, period) or (before is None and _sums_up(context.folded, period)):
            return period
        elif before is not None and period.start > hit.match.end() + 1:
            break
    return before


def _only_names(day: Period, wider: Period) -> bool:
    """3月3日，2020年某县项目集中开工仪式: behind a day a year or quarter that holds it is part of a name."""
    if day.iso is None or wider.iso is None or len(day.iso) != len("2020-03-03") or len(wider.iso) > 7:
        return False
    return days(wider.iso)[0] <= days(day.iso)[0] <= days(wider.iso)[1]


def _follows(folded: str, hit: Hit, period: Period) -> bool:
    """成立于2010年: the period stands right behind the verb."""
    return folded[hit.match.end() : period.start] in ("", "于", "自")


def _sums_up(folded: str, period: Period) -> bool:
    """A正式开建；B成功上市……2023年，捷报频传: what stands before the dots happened then."""
    return folded.endswith("……", 0, period.start)


_LEADS_IN = deferred(
    r"(?:力争|争取|预计|计划|目标|同样|早在|就在|也|而|是|据悉|在|于|自|从|截至|直到|到了?|随后|其中|此前|此后|的)+"
)
_STANDS = ("截止", "截至", "截止到", "截至到")
DATES = ("time", "founding")
POINT = deferred(r"\d{4}(?:-(?:\d\d(?:-\d\d)?|[HQ]\d))?")
