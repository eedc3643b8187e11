"""Known years: what has actually been measured of a series, a number a year, and the steps between them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

from bulian.assess.datum import Datum
from bulian.assess.series import Series
from bulian.assess.standing import standing
from bulian.assess.targets import comparable
from bulian.measure.extent import stated_extent
from bulian.measure.odds import Step
from bulian.vocab.odds_priors import Family, family_of

_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Known:
    """The value in force at the end of a month: months since the year 0, the number, and who says it."""

    month: int
    value: float
    datum: Datum


@dataclass(frozen=True, slots=True)
class Leap:
    """Two years between which a number moves more than its kind ever does: its definition may have changed.

    `pace` is the compound growth a year, a fraction; for shares, points a year.
    """

    before: Datum
    after: Datum
    pace: float


@dataclass(frozen=True, slots=True)
class Past:
    """What is known of a series' past.

    Attributes:
        known: one value a calendar year, the value in force of the year's latest period, oldest first.
        steps: the changes between them that count, ages counted from the last known year.
        leaps: those left out as likely breaks of definition.
        family: the kind of series, with its prior.
    """

    known: tuple[Known, ...]
    steps: tuple[Step, ...]
    leaps: tuple[Leap, ...]
    family: Family

    @property
    def actual_years(self) -> int:
        """How many actual years stand behind the steps; one for a number that stands alone."""
        return len(self.steps) + 1 if self.steps else min(len(self.known), 1)


def past_of(series: Series) -> Past:
    """The known years of a series and the steps between them; a value at or below zero has no growth."""
    family = family_of(series.key.indicator, series.key.unit)
    known = _known(series)
    steps, leaps = _steps(known, family)
    return Past(known, steps, leaps, family)


def month_of(datum: Datum) -> int | None:
    """The month in which a datum's period ends, counted from the year 0; None where it is undated."""
    return datum.days[1].year * _MONTHS + datum.days[1].month if datum.days else None


def _known(series: Series) -> tuple[Known, ...]:
    latest: dict[int, list[Datum]] = {}
    for datum in series.actuals:  # by the end of the period, oldest first
        if datum.days and comparable(datum) and not datum.order_of_magnitude:
            told = latest.setdefault(datum.days[1].year, [])
            if told and told[0].fact.period != datum.fact.period:
                told.clear()
            told.append(datum)
    return tuple(_one(standing(told).datum) for _, told in sorted(latest.items()))


def _one(datum: Datum) -> Known:
    return Known(month_of(datum) or 0, float(stated_extent(datum.value, datum.bound).point), datum)


def _steps(known: Sequence[Known], family: Family) -> tuple[tuple[Step, ...], tuple[Leap, ...]]:
    steps, leaps = [], []
    for before, after in pairwise(known):
        change = _change(before, after, family)
        if change is None:
            continue
        years = (after.month - before.month) / _MONTHS
        if abs(change) / years > family.leap:
            leaps.append(Leap(before.datum, after.datum, _pace(before, after, years, family)))
        else:
            steps.append(Step(change, years, (known[-1].month - after.month) / _MONTHS))
    return tuple(steps), tuple(leaps)


def _change(before: Known, after: Known, family: Family) -> float | None:
    if family.in_points:
        return after.value - before.value
    return log(after.value / before.value) if before.value > 0 and after.value > 0 else None


def _pace(before: Known, after: Known, years: float, family: Family) -> float:
    if family.in_points:
        return (after.value - before.value) / years
    return float((after.value / before.value) ** (1 / years)) - 1
