"""Compositions: of what a district's yearly total consists, by industry or by firm, as far as facts say."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from bulian.assess.datum import Datum
from bulian.assess.reach import reach
from bulian.assess.series import series
from bulian.assess.standing import value_in_force
from bulian.resolve.identities import Identities
from bulian.vocab.definition_words import definition_words
from bulian.vocab.indicators import indicators
from bulian.vocab.share_measures import share_measures

By = Literal["industry", "firm"]


@dataclass(frozen=True, slots=True)
class Part:
    """An industry or a firm, and its number of the year that counts."""

    name: str
    datum: Datum

    @property
    def amount(self) -> float:
        return float(reach(self.datum).point)

    @property
    def bounded(self) -> bool:
        """超, 不足 or a range: the number says less than an amount."""
        return self.datum.bound in ("min", "max") or isinstance(self.datum.value, tuple)


@dataclass(frozen=True)
class Composition:
    """The parts of one total in one year, the greatest first.

    Attributes:
        measure: the indicator of the total, or of the parts where no total is known.
        whole: the total; None where no fact says it.
        synthetic: all of it is made up; never mixed with what is real.
    """

    by: By
    measure: str
    year: int
    parts: tuple[Part, ...]
    whole: Datum | None
    synthetic: bool

    @cached_property
    def listed(self) -> float:
        """The sum of all parts."""
        return sum(part.amount for part in self.parts)

    @property
    def facts(self) -> tuple[str, ...]:
        """The ids of all facts it rests on."""
        whole = (self.whole.id,) if self.whole else ()
        return tuple(part.datum.id for part in self.parts) + whole


Key = tuple[By, str, str, bool]
_Years = dict[int, Datum]


def compositions(data: Iterable[Datum], who: Identities, home: str) -> tuple[Composition, ...]:
    """Every composition of the district called `home`, ordered by kind, measure and year.

    Industries are read from its own indicators (新材料营业收入 beside 营业收入) and from facts about
    industries; firms from facts about firms: what a workspace tells without a place is told of its district.
    Only whole years that have been count. One part alone makes a composition only beside its total.
    """
    yearly = _yearly(data)
    mine = {key: years for key, years in yearly.items() if key[0] == home}
    return _gathered((*_prefixed(mine), *_named(yearly, who, home)), mine)


def compositions_of(data: Iterable[Datum], place: str) -> tuple[Composition, ...]:
    """Every composition of another place, by industry, from its own indicators alone."""
    theirs = {key: years for key, years in _yearly(data).items() if key[0] == place}
    return _gathered(tuple(_prefixed(theirs)), theirs)


def _gathered(
    told: Iterable[tuple[Key, str, _Years]], mine: dict[tuple[str, str, str, bool], _Years]
) -> tuple[Composition, ...]:
    found: dict[tuple[Key, int], dict[str, Datum]] = defaultdict(dict)
    for key, name, years in told:
        for year, datum in years.items():
            found[key, year].setdefault(name, datum)
    return tuple(
        one
        for (key, year), parts in sorted(found.items())
        if (one := _composition(key, year, parts, mine)).whole or len(parts) > 1
    )


def _yearly(data: Iterable[Datum]) -> dict[tuple[str, str, str, bool], _Years]:
    """By subject, indicator, unit and whether made up: the value in force of each year."""
    found: dict[tuple[str, str, str, bool], _Years] = defaultdict(dict)
    for one in series(data):
        if one.key.aspect != "level":
            continue
        for period in {datum.fact.period for datum in one.actuals if datum.fact.period}:
            standing = value_in_force(one, period) if len(period) == 4 and period.isdigit() else None
            if standing and reach(standing.datum).point >= 0:
                key = (one.key.subject, one.key.indicator, one.key.unit, one.key.synthetic)
                found[key].setdefault(int(period), standing.datum)
    return found


def _prefixed(mine: dict[tuple[str, str, str, bool], _Years]) -> Iterator[tuple[Key, str, _Years]]:
    """The place's own indicators that are another of its indicators with an industry before it."""
    for (_, indicator, unit, synthetic), years in mine.items():
        wholes = [
            key[1] for key in mine
            if key[2:] == (unit, synthetic) and indicator.endswith(key[1]) and key[1] != indicator
        ]  # fmt: skip
        whole = max(wholes, key=len, default="")
        industry = indicator.removesuffix(whole)
        if whole and indicator not in indicators() and industry not in definition_words():
            yield ("industry", whole, unit, synthetic), industry, years


def _named(
    yearly: dict[tuple[str, str, str, bool], _Years], who: Identities, home: str
) -> Iterator[tuple[Key, str, _Years]]:
    """Facts whose subject is an industry or a firm."""
    for (subject, indicator, unit, synthetic), years in yearly.items():
        entity = who.entity(subject)
        kind = entity.kind if entity else "other"
        whole = share_measures().get(indicator)
        if subject != home and whole and kind in ("industry", "firm"):
            by: By = "industry" if kind == "industry" else "firm"
            yield (by, whole, unit, synthetic), subject, years


def _composition(
    key: Key, year: int, parts: dict[str, Datum], mine: dict[tuple[str, str, str, bool], _Years]
) -> Composition:
    by, measure, unit, synthetic = key
    home = next(iter(mine), ("", "", "", False))[0]
    whole = mine.get((home, measure, unit, synthetic), {}).get(year)
    listed = sorted(
        (Part(name, datum) for name, datum in parts.items()), key=lambda one: (-one.amount, one.name)
    )
    return Composition(by, measure, year, tuple(listed), whole, synthetic)
