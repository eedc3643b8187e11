"""Series: the same quantity of the same subject, told at different times by different documents."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from bulian.assess.datum import Datum
from bulian.ledger.keeping import kept
from bulian.model.fact import Aspect


@dataclass(frozen=True, slots=True, order=True)
class SeriesKey:
    """What makes two numbers comparable.

    The definition (规上 or all, 常住 or 户籍) is part of the indicator's name.
    Made-up rows have series of their own: they neither support nor contradict what is real.
    """

    subject: str
    indicator: str
    aspect: Aspect
    basis: str
    unit: str
    synthetic: bool


@dataclass(frozen=True, slots=True)
class Series:
    """All data of one key, oldest first.

    Attributes:
        actuals: what has been; targets, forecasts and capacities are no part of it.
        ahead: what is aimed at, expected or planned, by its period; undated first.
    """

    key: SeriesKey
    data: tuple[Datum, ...]
    actuals: tuple[Datum, ...]
    ahead: tuple[Datum, ...]

    @property
    def latest(self) -> Datum | None:
        """The datum of the newest period, of the newest publication among those.

        An actual one; without any, the newest design capacity; None where all of the series lies ahead.
        """
        standing = self.actuals or tuple(datum for datum in self.data if not datum.ahead)
        return standing[-1] if standing else None

    def sightings(self, datum: Datum) -> tuple[Datum, ...]:
        """The other data that say the same of the same period: value, bound and modality alike."""
        return tuple(other for other in self.data if other is not datum and _says_the_same(other, datum))


def key_of(datum: Datum) -> SeriesKey | None:
    """The series a datum belongs to; None where nothing says whose number it is."""
    if datum.subject is None:
        return None
    fact = datum.fact
    return SeriesKey(
        datum.subject, datum.indicator, fact.aspect, fact.basis or "", fact.unit, datum.synthetic
    )


def series(data: Iterable[Datum]) -> tuple[Series, ...]:
    """The data grouped into series, in the order of their keys; data without a subject are in none."""
    told = data if isinstance(data, tuple) else tuple(data)
    return kept("series", lambda: _grouped(told), told)


def _grouped(data: tuple[Datum, ...]) -> tuple[Series, ...]:
    groups: dict[SeriesKey, list[Datum]] = defaultdict(list)
    for datum in data:
        if key := key_of(datum):
            groups[key].append(datum)
    return tuple(_series(key, groups[key]) for key in sorted(groups))


def _series(key: SeriesKey, group: list[Datum]) -> Series:
    data = tuple(sorted(group, key=lambda datum: datum.newness))
    actuals = tuple(datum for datum in data if not datum.ahead and datum.fact.modality == "actual")
    return Series(key, data, actuals, tuple(datum for datum in data if datum.ahead))


def _says_the_same(one: Datum, other: Datum) -> bool:
    return (one.value, one.bound, one.fact.period, one.fact.modality) == (
        other.value,
        other.bound,
        other.fact.period,
        other.fact.modality,
    )
