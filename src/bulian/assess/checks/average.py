"""年均增速: an average yearly growth over several years against the levels at both ends."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from bulian.assess.checks.growth import levels_of_all
from bulian.assess.comparing import reproduces, solid
from bulian.assess.datum import Datum
from bulian.assess.finding import Finding, Rule
from bulian.assess.statements import Frame, Statements
from bulian.measure.arithmetic import ends, may_equal, over
from bulian.measure.extent import Extent
from bulian.model.period import days
from bulian.vocab.growth_bases import growth_bases

_AVERAGE = "年均"
_FORMULA = "({0} ÷ {1}) ^ (1 ÷ n) − 1"
_HUNDRED = Decimal(100)


def find(statements: Statements) -> Iterator[Finding]:
    """For 年均 growths over whole years with the level of the last year and that before the first, or of it.

    2016—2020 may count from 2015 or from 2016: it contradicts only where neither start gives it.
    """
    levels = levels_of_all(statements)
    units = {(subject, name): unit for subject, _, _, name, unit in levels}
    for frame, name, growth in statements.of_kind("growth"):
        unit = units.get((frame.subject, name))
        if unit is None or frame.modality != "actual" or not _is_average(frame, growth):
            continue
        first, last = (day.year for day in days(frame.time))
        before, begun, end = (
            levels.get((frame.subject, f"{year:04}", frame.synthetic, name, unit), [])
            for year in (first - 1, first, last)
        )
        starts = [(told[0], last - year) for told, year in ((before, first - 1), (begun, first)) if told]
        if starts and end:
            yield _finding(growth, end[0], starts)


def _is_average(frame: Frame, growth: Datum) -> bool:
    if "/" not in frame.time or _AVERAGE not in growth.fact.place.quote:
        return False
    first, last = days(frame.time)
    return last.year > first.year


def _finding(growth: Datum, end: Datum, starts: list[tuple[Datum, int]]) -> Finding:
    """Held against each start; the first that fits is shown, else the first."""
    held = solid(growth)
    followed = [(start, _yearly(solid(end), solid(start), years)) for start, years in starts]
    fitting = [(start, found) for start, found in followed if found and may_equal(found, held)]
    start, found = (fitting or followed)[0]
    shell = Finding("average", "not_checkable", (end, start, growth), _FORMULA, unit="%")
    base, *_ = growth_bases(growth.indicator, growth.fact.place.quote)
    if found is None or base == "unknown":
        return replace(shell, why="may_be_nought" if found is None else "base_unknown")
    told = replace(shell, computed=found, stated=held)
    if base != "same":
        return replace(told, verdict="not_comparable", why=base)
    if not fitting:
        return replace(told, verdict="contradicted", smallest=told.facts)
    return replace(told, verdict="reproduced" if reproduces(found.point, growth) else "consistent")


def _yearly(end: Extent, start: Extent, years: int) -> Extent | None:
    ratio = over(end, start)
    if ratio is None or ends(ratio)[0] <= 0:
        return None
    power = 1 / Decimal(years)
    low, high = ends(ratio)
    return Extent(*((each**power - 1) * _HUNDRED for each in (low, ratio.point, high)))


RULE = Rule("average", "两端水平与年均增速", "average yearly growth between two levels", find)
