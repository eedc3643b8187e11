"""Nowcast of a series: its whole year, of which only the first months are known. An estimate, labelled so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bulian.assess.datum import Datum
from bulian.assess.series import Series, SeriesKey
from bulian.assess.standing import standing
from bulian.assess.targets import adds_up
from bulian.measure.extent import stated_extent
from bulian.measure.nowcast import REST_SLACK, Estimate, annual_growth, annual_level, usual_share
from bulian.model.fact import Observation
from bulian.model.period import days

Levels = Mapping[tuple[str, str, bool], Series]
"""Series of amounts by subject, thing and whether they are made up."""

_MONTHS = 12
_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Nowcast:
    """What a year will come to.

    Attributes:
        year: the year. months: how many of them are known.
        so_far: the number of the first months, and `parts` everything that their share rests on.
        estimate: in the unit of the series; for growth in percent.
    """

    year: int
    months: int
    so_far: Datum
    estimate: Estimate
    parts: tuple[Datum, ...]


def nowcast(series: Series, level: Series | None = None) -> Nowcast | None:
    """The newest year of which only the first months are known; None where there is none or nothing tells.

    Args:
        series: an amount that adds up over the year, or its growth on the year before.
        level: for growth the amounts of the same thing, whose past years tell the share of the first months.
    """
    found = _newest_part(series)
    if found is None:
        return None
    year, months, so_far = found
    if series.key.aspect == "level" and adds_up(so_far):
        shares, parts = past_shares(series, months)
        if not shares:
            return None
        return Nowcast(year, months, so_far, annual_level(_point(so_far), shares), parts)
    if series.key.aspect == "growth" and series.key.basis in ("yoy", ""):
        return _growth(year, months, so_far, level)
    return None


def estimates(several: Sequence[Series]) -> tuple[tuple[SeriesKey, Nowcast], ...]:
    """Every series that knows only the first months of its newest year; made-up ones are left out."""
    levels = levels_of(several)
    told = ((one.key, nowcast(one, level_of(one, levels))) for one in several if not one.key.synthetic)
    return tuple((key, found) for key, found in told if found)


def levels_of(several: Sequence[Series]) -> Levels:
    """The amounts among the series, by what they are amounts of."""
    return {_thing(one.key): one for one in several if one.key.aspect == "level"}


def level_of(one: Series, levels: Levels) -> Series | None:
    """The amounts of the same thing, for the series of a growth rate; None for any other series."""
    return levels.get(_thing(one.key)) if one.key.aspect == "growth" else None


def _thing(key: SeriesKey) -> tuple[str, str, bool]:
    return key.subject, key.indicator.removesuffix("增速"), key.synthetic


def past_shares(series: Series, months: int) -> tuple[list[float], tuple[Datum, ...]]:
    """The share of the first months of each past year whose whole is known too, and the data behind it."""
    wholes = _by_year(series, _MONTHS)
    shares, parts = [], []
    for year, part in _by_year(series, months).items():
        whole = wholes.get(year)
        if whole and 0 < _point(part) <= _point(whole):
            shares.append(_point(part) / _point(whole))
            parts += [part, whole]
    return shares, tuple(parts)


def _growth(year: int, months: int, so_far: Datum, level: Series | None) -> Nowcast:
    growth = _point(so_far) / _HUNDRED
    shares, parts = past_shares(level, months) if level else ([], ())
    known = [share for share in shares if share < 1]
    share = (min(known), max(known)) if known else usual_share(months)
    rest = growth - REST_SLACK, growth + REST_SLACK
    found = annual_growth(growth, share, rest, len(known))
    percent = Estimate(found.low * _HUNDRED, found.point * _HUNDRED, found.high * _HUNDRED, found.past_years)
    return Nowcast(year, months, so_far, percent, parts)


def _newest_part(series: Series) -> tuple[int, int, Datum] | None:
    """The newest year's longest run of first months, unless the whole year, or a later one, is known."""
    for datum in reversed(series.actuals):
        months = first_months(datum.fact)
        if months == _MONTHS or (datum.days and not months and datum.days[0].month == 1):
            return None
        if months and datum.days:
            told = [one for one in series.actuals if one.fact.period == datum.fact.period]
            return datum.days[0].year, months, standing(told).datum
    return None


def _by_year(series: Series, months: int) -> dict[int, Datum]:
    told: dict[int, list[Datum]] = {}
    for datum in series.actuals:
        if datum.days and first_months(datum.fact) == months:
            told.setdefault(datum.days[0].year, []).append(datum)
    return {year: standing(several).datum for year, several in told.items()}


def first_months(fact: Observation) -> int:
    """How many first months of a year its period covers, 12 for the whole; 0 for any other period."""
    first, last = _days(fact)
    return (
        last.month
        if (first.month, first.day) == (1, 1) and first.year == last.year and _ends_month(last)
        else 0
    )


def _days(fact: Observation) -> tuple[date, date]:
    return days(fact.period) if fact.period else (date.max, date.max)


def _ends_month(day: date) -> bool:
    return day == date.max or (
        day.toordinal() + 1 <= date.max.toordinal() and date.fromordinal(day.toordinal() + 1).day == 1
    )


def _point(datum: Datum) -> float:
    return float(stated_extent(datum.value, datum.bound).point)
