"""年均增速: an average yearly growth over several years against the levels at both ends."""

from collections.abc import Iterator
from decimal import Decimal

from bulian.assess.checks.growth import levels_of_all
from bulian.assess.comparing import reproduces, solid
from bulian.assess.datum import Datum
from bulian.assess.finding import Finding, Rule, Verdict, Why
from bulian.assess.statements import Statements
from bulian.measure.arithmetic import ends, may_equal, over
from bulian.measure.extent import Extent
from bulian.model.period import days
from bulian.vocab.growth_bases import growth_bases

_AVERAGE = "年均"
_HUNDRED = Decimal(100)


def find(statements: Statements) -> Iterator[Finding]:
    """For 年均 growths over whole years with the level of the last year and that before the first."""
    levels = levels_of_all(statements)
    for frame, name, growth in statements.of_kind("growth"):
        if "/" not in frame.time or _AVERAGE not in growth.fact.place.quote or frame.modality != "actual":
            continue
        first, last = (day.year for day in days(frame.time))
        for unit in {key[4] for key in levels if key[0] == frame.subject and key[3] == name}:
            ends_of = [
                levels.get((frame.subject, f"{year:04}", frame.synthetic, name, unit), [])
                for year in (first - 1, first, last)
            ]
            if ends_of[2] and (ends_of[0] or ends_of[1]) and last > first:
                yield _finding(growth, ends_of, last - first)


def _finding(growth: Datum, told: list[list[Datum]], years: int) -> Finding:
    """Held against the start before the first year and that of the first: 2016—2020 may count from either."""
    end = told[2][0]
    starts = [(start[0], years + 1 - late) for late, start in enumerate(told[:2]) if start]
    held = solid(growth)
    computed = {start.id: _yearly(solid(end), solid(start), span) for start, span in starts}
    fits = [(start, each) for start, _ in starts if (each := computed[start.id]) and may_equal(each, held)]
    start, found = fits[0] if fits else (starts[0][0], computed[starts[0][0].id])
    facts, formula = (end, start, growth), "({0} ÷ {1}) ^ (1 ÷ n) − 1"
    base, *_ = growth_bases(growth.indicator, growth.fact.place.quote)
    if found is None or base == "unknown":
        why: Why = "may_be_nought" if found is None else "base_unknown"
        return Finding("average", "not_checkable", facts, formula, why=why)
    verdict: Verdict = "consistent" if fits else "contradicted"
    if fits and reproduces(found.point, growth):
        verdict = "reproduced"
    if base != "same":
        return Finding("average", "not_comparable", facts, formula, "=", found, held, "%", why=base)
    smallest = facts if verdict == "contradicted" else ()
    return Finding("average", verdict, facts, formula, "=", found, held, "%", smallest=smallest)


def _yearly(end: Extent, start: Extent, years: int) -> Extent | None:
    ratio = over(end, start)
    if ratio is None or ends(ratio)[0] <= 0:
        return None
    power = 1 / Decimal(years)
    low, high = ends(ratio)
    return Extent(*((each**power - 1) * _HUNDRED for each in (low, ratio.point, high)))


RULE = Rule("average", "两端水平与年均增速", "average yearly growth between two levels", find)
