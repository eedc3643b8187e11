"""Targets: what is aimed at, from where, and how fast it must go each year."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Literal

from bulian.assess.datum import Datum
from bulian.assess.series import Series, SeriesKey
from bulian.measure.extent import stated_extent
from bulian.measure.pace import Pace, required_growth, required_step
from bulian.vocab.indicators import indicators
from bulian.vocab.units import units

WhyNot = Literal[
    "undated",
    "several_years",
    "order_of_magnitude",
    "rate",
    "rank",
    "no_base",
    "within_a_year",
    "part_of_a_year",
    "not_positive",
]
"""Why a target has no pace; every one has its words in the paper."""

_MONTHS = 12
_DAYS_OF_A_YEAR = (364, 365)
_RIVALS = 8
_ADDS_UP = ("money", "mass", "volume", "energy")


@dataclass(frozen=True, slots=True)
class Start:
    """A number that a target is counted from, and the pace it leads to."""

    datum: Datum
    years: Decimal
    pace: Pace


@dataclass(frozen=True, slots=True)
class Target:
    """A number that lies ahead, with the pace it asks for or the reason why there is none.

    Attributes:
        key: whose number of what.
        datum: the target, forecast or plan itself; its period is the deadline, its bound the comparator.
        start: the base and the pace; None where `why_not` says why.
        others: further numbers given for the base's own period that differ, each with its pace.
        outcome: what came true at the deadline, where a document says so. A target is never its own evidence.
    """

    key: SeriesKey
    datum: Datum
    start: Start | None
    why_not: WhyNot | None
    others: tuple[Start, ...] = ()
    outcome: Datum | None = None


def targets(several: Iterable[Series]) -> tuple[Target, ...]:
    """Every number of every series that lies ahead, each statement of it once, by series and deadline."""
    return tuple(aim(one, datum) for one in several for datum in _once(one.ahead))


def _once(ahead: Sequence[Datum]) -> list[Datum]:
    """Of the documents that repeat a target only the newest."""
    newest: dict[object, Datum] = {}
    for datum in ahead:
        newest[datum.fact.period, datum.value, datum.bound, datum.fact.modality] = datum
    return sorted(newest.values(), key=lambda datum: datum.newness)


def aim(one: Series, datum: Datum) -> Target:
    """One number that lies ahead in a series, with its pace or the reason why there is none."""
    outcome = _outcome(one, datum)
    why_not = _no_pace_at_all(datum)
    if why_not is None:
        several = bases(one, datum)
        if not several:
            return Target(one.key, datum, None, _no_base(one, datum), (), outcome)
        starts = [start for base in several if (start := start_from(base, datum))]
        if starts:
            return Target(one.key, datum, starts[0], None, tuple(starts[1:]), outcome)
        why_not = "not_positive"
    return Target(one.key, datum, None, why_not, (), outcome)


def _no_base(one: Series, target: Datum) -> WhyNot:
    if any(a_year_before(actual, target) for actual in one.actuals):
        return "part_of_a_year"
    near = any(months_between(actual, target) > 0 for actual in one.actuals)
    return "within_a_year" if near else "no_base"


def _no_pace_at_all(datum: Datum) -> WhyNot | None:
    fact = datum.fact
    if fact.aspect == "rank":
        return "rank"
    if fact.aspect == "growth":
        return "rate"
    if datum.days is None:
        return "undated"
    if datum.days[0].year != datum.days[1].year:
        return "several_years"
    return "order_of_magnitude" if datum.order_of_magnitude else None


def bases(one: Series, target: Datum, until: date = date.max) -> list[Datum]:
    """The data of the newest period that it may be counted from, the best first: before it, ended by `until`.

    What has been comes before an earlier milestone. Within the period, the target's own document knows best
    where it starts; then the newest publication. Repeated numbers count once; of very many, the best few.
    """
    usable = [datum for datum in one.actuals if _usable(datum, target, until)]
    if not usable:
        usable = [
            datum for datum in one.ahead if _usable(datum, target, until) and not datum.order_of_magnitude
        ]
    if not usable:
        return []
    newest = usable[-1].fact.period
    rivals = [datum for datum in usable if datum.fact.period == newest]
    rivals.sort(key=lambda datum: (datum.fact.doc == target.fact.doc, datum.newness), reverse=True)
    told: dict[object, Datum] = {}
    for datum in rivals:
        told.setdefault((datum.value, datum.bound), datum)
    return list(told.values())[:_RIVALS]


def _usable(base: Datum, target: Datum, until: date) -> bool:
    ended = base.days is not None and base.days[1] <= until
    return ended and a_year_before(base, target) and comparable(base)


def a_year_before(base: Datum, target: Datum) -> bool:
    return months_between(base, target) >= _MONTHS


def months_between(base: Datum, target: Datum) -> int:
    """Months between the ends of both periods; 0 where one has none."""
    if base.days is None or target.days is None:
        return 0
    first, last = base.days[1], target.days[1]
    return _MONTHS * (last.year - first.year) + last.month - first.month


def comparable(base: Datum) -> bool:
    """A stock is what it is on any day; an amount that adds up over time needs its whole year."""
    if base.days is None:
        return False
    first, last = base.days
    length = (last - first).days
    if length in _DAYS_OF_A_YEAR:
        return True
    return length < max(_DAYS_OF_A_YEAR) and not adds_up(base)


def adds_up(datum: Datum) -> bool:
    """Whether an amount adds up over time: a flow, by the vocabulary of indicators, else by its unit."""
    known = indicators().get(datum.fact.indicator)
    return known.kind == "flow" if known else datum.fact.unit in _units_that_add_up()


@cache
def _units_that_add_up() -> frozenset[str]:
    return frozenset(
        unit.canonical
        for unit in units().values()
        if unit.dimension in _ADDS_UP and "/" not in unit.canonical  # yuan a head is a stock's property
    )


def start_from(base: Datum, target: Datum) -> Start | None:
    """The pace from a base; None where growth is undefined because one of both is not above zero."""
    years = Decimal(months_between(base, target)) / _MONTHS
    extents = stated_extent(base.value, base.bound), stated_extent(target.value, target.bound)
    if target.fact.aspect == "share" or target.fact.unit in ("%", "pp"):
        return Start(base, years, required_step(*extents, years=years))
    if any(extent.point <= 0 for extent in extents):
        return None
    return Start(base, years, required_growth(*extents, years=years))


def _outcome(one: Series, target: Datum) -> Datum | None:
    same = [datum for datum in one.actuals if datum.fact.period and datum.fact.period == target.fact.period]
    return same[-1] if same else None
