"""Scorecard (高质量发展监测): the gauges of a set over the years, side by side; nothing is added up."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from bulian.assess.evaluate.readings import Known, Reading, growth_in, value_of
from bulian.vocab.scorecards import Better, Dimension, Gauge, GaugeSet

Move = Literal["better", "worse", "rose", "fell", "level", "unknown"]
"""How a gauge moved from the year before: "rose" and "fell" where neither way is the good one; "level" where
printed digits and bound words allow both; "unknown" where one of the two years is."""


@dataclass(frozen=True, slots=True)
class SetChoice:
    """Which set a person put in force for a year, and why; a line of the journal."""

    year: int
    key: str
    by: str
    at: str
    why: str


@dataclass(frozen=True, slots=True)
class Watched:
    """A gauge over the years asked.

    Attributes:
        readings: one a year, in the order of `Scorecard.years`; None where nothing is known.
        move: of the last year against the one before.
    """

    gauge: Gauge
    readings: tuple[Reading | None, ...]
    move: Move

    @property
    def known(self) -> bool:
        """Any year of it is known."""
        return any(self.readings)

    @property
    def synthetic(self) -> bool:
        """It rests on a made-up row."""
        return any(one.synthetic for one in self.readings if one)


@dataclass(frozen=True, slots=True)
class Side:
    """A dimension and its gauges."""

    dimension: Dimension
    gauges: tuple[Watched, ...]

    @property
    def known(self) -> int:
        """How many of its gauges the last year is known of."""
        return sum(1 for one in self.gauges if one.readings[-1])


@dataclass(frozen=True, slots=True)
class Scorecard:
    """A subject by one set.

    Attributes:
        years: consecutive, the oldest first; the last is the one asked.
        choice: whoever put this set in force for that year; None where nobody did.
    """

    set: GaugeSet
    subject: str
    years: tuple[int, ...]
    sides: tuple[Side, ...]
    choice: SetChoice | None = None


def scorecard(chosen: GaugeSet, about: Known, year: int, years: int = 5) -> Scorecard:
    """Read every gauge of a set in at most `years` years that end with `year`.

    A gauge is read as printed; a ratio also from both its levels; a growth also from two levels, unless
    the set of firms behind them changes every year (规上). What is not known stays None, never zero.
    """
    span = tuple(range(_first(chosen, about, year, years), year + 1))
    sides = tuple(
        Side(one, tuple(_watched(gauge, about, span) for gauge in one.gauges)) for one in chosen.dimensions
    )
    return Scorecard(chosen, about.subject, span, sides)


def _first(chosen: GaugeSet, about: Known, year: int, years: int) -> int:
    """The first year of the span of which anything is known; the year before `year` at the latest."""
    known = {one for _, one in _told(chosen, about)}
    return min(one for one in range(year - years + 1, year + 1) if one in known or one >= year - 1)


def newest(chosen: GaugeSet, about: Known) -> int | None:
    """The newest year of which the subject has a number that the set watches; None where it has none."""
    return max((year for _, year in _told(chosen, about) if chosen.covers(year)), default=None)


def _told(chosen: GaugeSet, about: Known) -> Iterable[tuple[str, int]]:
    """What the subject has of the indicators a set watches, by name and year."""
    wanted = {name for one in _gauges(chosen) for name in (*one.quantity.names, *one.quantity.over)}
    return ((name, year) for name, _, year in about.data if name in wanted)


def _gauges(chosen: GaugeSet) -> Iterable[Gauge]:
    return (gauge for one in chosen.dimensions for gauge in one.gauges)


def _watched(gauge: Gauge, about: Known, span: tuple[int, ...]) -> Watched:
    read = growth_in if gauge.growth else value_of
    readings = tuple(read(gauge.quantity, about, year) for year in span)
    return Watched(gauge, readings, _move(gauge, readings))


def _move(gauge: Gauge, readings: tuple[Reading | None, ...]) -> Move:
    now, before = readings[-1], readings[-2] if len(readings) > 1 else None
    if now is None or before is None or now.unit != before.unit:
        return "unknown"
    if _above(now, before):
        return _UP[gauge.better]
    return _DOWN[gauge.better] if _above(before, now) else "level"


_UP: dict[Better | None, Move] = {"higher": "better", "lower": "worse", None: "rose"}
_DOWN: dict[Better | None, Move] = {"higher": "worse", "lower": "better", None: "fell"}


def _above(one: Reading, other: Reading) -> bool:
    """Whether all that `one` may be lies above all that `other` may be."""
    low, high = one.extent.low, other.extent.high
    return low is not None and high is not None and low > high
