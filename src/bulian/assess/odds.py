"""Odds: the chance that a target is met, from the district's own known years and from like series."""

from dataclasses import dataclass
from math import exp, log

from bulian.assess.comparator import is_falling
from bulian.assess.datum import Datum
from bulian.assess.known_years import Known, Past, month_of
from bulian.measure.extent import stated_extent
from bulian.measure.odds import Predictive, predict
from bulian.vocab.odds_priors import Family
from bulian.vocab.odds_words import OddsWord, word_of
from bulian.vocab.targets import Comparator

_MONTHS = 12
_FEWEST_YEARS = 2
_LEVEL = 0.8


@dataclass(frozen=True, slots=True)
class Odds:
    """How likely a target is met.

    Attributes:
        chance: None where fewer than two actual years are known: 说不准, whatever the prior says.
        word: one of the seven; None with `chance`.
        low, high: the middle 80 % of what the number may be at the deadline, in its unit.
        years: actual years it rests on. horizon: years from the last of them to the deadline.
        family: the kind of series whose prior is used; it names where that comes from.
        known: the data it rests on, oldest first.
    """

    chance: float | None
    word: OddsWord | None
    low: float | None
    high: float | None
    years: int
    horizon: float
    family: Family
    known: tuple[Datum, ...]


def odds_of(past: Past, target: Datum, comparator: Comparator) -> Odds | None:
    """The odds of a dated level; None where nothing is known before the deadline or growth is undefined.

    The target's own number is asked about and nothing else of it is used.
    """
    deadline = month_of(target)
    if deadline is None or not past.known or target.fact.aspect not in ("level", "share"):
        return None
    last = past.known[-1]
    horizon = (deadline - last.month) / _MONTHS
    aim = float(stated_extent(target.value, target.bound).point)
    if horizon <= 0 or (not past.family.in_points and (last.value <= 0 or aim <= 0)):
        return None
    known = tuple(one.datum for one in past.known)
    family, years = past.family, past.actual_years
    if years < _FEWEST_YEARS:
        return Odds(None, None, None, None, years, horizon, family, known)
    found = predict(past.steps, horizon=horizon, prior=past.family.prior)
    needed = aim - last.value if past.family.in_points else log(aim / last.value)
    chance = found.chance(needed)
    chance = 1 - chance if is_falling(comparator) else chance
    low, high = _between(found, last, past)
    return Odds(chance, word_of(chance), low, high, years, horizon, family, known)


def _between(found: Predictive, last: Known, past: Past) -> tuple[float, float]:
    low, high = found.interval(_LEVEL)
    if past.family.in_points:
        return last.value + low, last.value + high
    return last.value * exp(low), last.value * exp(high)
