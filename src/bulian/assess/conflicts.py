"""Which number (取值与冲突): every disagreement with the number in force, and what only looks like one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from bulian.assess.datum import Datum
from bulian.assess.disagreement import Disagreement, disagreements
from bulian.assess.reach import reach
from bulian.assess.series import Series
from bulian.assess.standing import Loser, Standing, standing
from bulian.model.period import days
from bulian.vocab.definitions import without_scope

State = Literal["open", "compatible", "settled"]
"""open: they contradict each other and nobody decided. compatible: by digits and bounds they may be one
number. settled: a person accepted, corrected or rejected, so that one number is left."""

Reason = Literal["definition", "period"]

_STATES: tuple[State, ...] = ("open", "compatible", "settled")


@dataclass(frozen=True, slots=True)
class Conflict:
    """Different numbers of one series, period and modality, and which of them counts.

    Attributes:
        standing: None where every number was rejected.
        rejected: the numbers that people rejected; they lost and stay visible.
    """

    found: Disagreement
    state: State
    standing: Standing | None
    rejected: tuple[Datum, ...]

    @property
    def losers(self) -> tuple[Loser, ...]:
        """Everyone whose number is not in force, with the reason."""
        return self.standing.losers if self.standing else ()


@dataclass(frozen=True, slots=True)
class Apart:
    """Numbers that look like one and are not: another definition, or another stretch of the same year.

    The numbers in force stand side by side, one for each definition or period.
    """

    reason: Reason
    subject: str
    standings: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class Conflicts:
    """All of it: what disagrees, open ones first, and what is apart."""

    conflicts: tuple[Conflict, ...]
    apart: tuple[Apart, ...]


def conflicts(several: Iterable[Series]) -> Conflicts:
    """What disagrees within series and what is apart across them, from series that hold the rejected too."""
    told = tuple(several)
    found = sorted((_conflict(one) for one in disagreements(told)), key=lambda one: _STATES.index(one.state))
    return Conflicts(tuple(found), (*_definitions(told), *_periods(told)))


def _conflict(found: Disagreement) -> Conflict:
    told = [datum for side in found.sides for datum in side.data]
    rejected = tuple(datum for datum in told if datum.rejected)
    left = [datum for datum in told if not datum.rejected]
    counts = standing(left) if left else None
    return Conflict(found, _state(found, left, counts), counts, rejected)


def _state(found: Disagreement, left: list[Datum], counts: Standing | None) -> State:
    decided = counts is None or counts.by == "judgement"
    if decided or len({reach(datum).point for datum in left}) == 1:
        return "settled"
    extents = [reach(datum) for datum in left]
    meet = all(one.meets(other) for one in extents for other in extents)
    return "compatible" if found.compatible or meet else "open"


def _definitions(several: tuple[Series, ...]) -> Iterator[Apart]:
    """One for each subject and year in which an indicator is told under more than one definition."""
    groups: dict[tuple[str, str, str, bool, int], list[Standing]] = defaultdict(list)
    for one in several:
        key = one.key
        for year, counts in _by_year(one):
            name = without_scope(key.indicator)
            groups[key.subject, name, key.aspect, key.synthetic, year].append(counts)
    for (subject, *_), standings in groups.items():
        if len({counts.datum.indicator for counts in standings}) > 1:
            yield Apart("definition", subject, tuple(standings))


def _by_year(one: Series) -> Iterator[tuple[int, Standing]]:
    """The number in force of the longest stretch of each year."""
    longest: dict[int, str] = {}
    for period in _periods_within_a_year(one):
        year = days(period)[0].year
        if _length(period) > _length(longest.get(year, "")):
            longest[year] = period
    for year, period in longest.items():
        if counts := _counts(one, period):
            yield year, counts


def _periods(several: tuple[Series, ...]) -> Iterator[Apart]:
    """One for each series and year of whose growth, share or rank documents tell different stretches.

    A table that runs through the months tells them by itself and asks no question.
    """
    for one in several:
        if one.key.aspect == "level":
            continue
        by_year: dict[int, list[str]] = defaultdict(list)
        for period in _periods_within_a_year(one):
            by_year[days(period)[0].year].append(period)
        for periods in by_year.values():
            nested = _nested(periods)
            if len(nested) > 1:
                counted = tuple(counts for period in nested if (counts := _counts(one, period)))
                if len({counts.datum.fact.doc for counts in counted}) > 1:
                    yield Apart("period", one.key.subject, counted)


def _periods_within_a_year(one: Series) -> list[str]:
    found = dict.fromkeys(datum.fact.period for datum in one.actuals if datum.fact.period)
    return [period for period in found if len({day.year for day in days(period)}) == 1]


def _nested(periods: list[str]) -> list[str]:
    """The longest stretch and those within it that begin with it: the months to date, then the year."""
    longest = max(periods, key=_length)
    start = days(longest)[0]
    return sorted((period for period in periods if days(period)[0] == start), key=_length)


def _length(period: str) -> int:
    if not period:
        return 0
    first, last = days(period)
    return (last - first).days + 1


def _counts(one: Series, period: str) -> Standing | None:
    told = [
        datum
        for datum in one.actuals
        if datum.fact.period == period and not (datum.rejected or datum.order_of_magnitude)
    ]
    return standing(told) if told else None
