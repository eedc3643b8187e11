"""Odds: how likely is it that a number reaches its target, given the few years known of it?

A series moves by yearly steps g (differences of logarithms; percentage points for a share). Of n past steps
the mean g' and the spread s are known badly, so both are pooled with what like series do (`Prior`):

    s~2 = (nu0 s0^2 + (m-1) s^2) / (nu0 + m-1)            m steps, over n years in all
    w   = tau^2 / (tau^2 + s~2 / n')                      n': what the weighted mean is worth in years
    mu  = w g' + (1-w) mu0

and the sum of the next h steps is distributed as a Student t with nu0 + m-1 degrees of freedom about h mu,
with the squared scale

    c_h^2 { s~2 [(1-r) A(phi, h) + r h^2] + h^2 [w s~2 / n' + (1-w)^2 d^2] }

The first bracket is the years to come: A is the variance of a sum of h autocorrelated steps, r the part of
the variance that a whole economy shares, which is read as lasting. The second is what is not known of the
mean. c_h is the stretch learned from past misses. With no step at all it is the prior alone.

Source: docs/methods/odds.md; the small-sample predictive of the normal model and the moderated variance of
Smyth (2004).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from scipy.special import stdtr, stdtrit

from bulian.errors import BadRequest
from bulian.vocab.odds_priors import Prior

FADING = 0.8
"""A step weighs 0.8 of one a year later: a mean of ten years forgets slowly. A convention of ours."""

LONGEST = 10
"""Years of the past that count at most."""

_INFLATED_FROM = 0.2


@dataclass(frozen=True, slots=True)
class Step:
    """A change between two known years: its size, over how many years, how many years ago it ended."""

    change: float
    years: float = 1.0
    ago: float = 0.0


@dataclass(frozen=True, slots=True)
class Predictive:
    """What the sum of the next `horizon` steps may be: a Student t.

    Attributes:
        center, scale: of the sum. freedom: degrees of freedom.
        steps: how many past steps it rests on; 0 is the prior alone.
    """

    center: float
    scale: float
    freedom: float
    horizon: float
    steps: int

    def chance(self, needed: float) -> float:
        """The chance that the sum is `needed` or more.

        >>> Predictive(0.2, 0.1, 5.0, 4, 3).chance(0.2)
        0.5
        """
        return float(stdtr(self.freedom, -(needed - self.center) / self.scale))

    def interval(self, level: float = 0.8) -> tuple[float, float]:
        """The middle interval that holds the sum with probability `level`."""
        reach = float(stdtrit(self.freedom, 0.5 + level / 2)) * self.scale
        return self.center - reach, self.center + reach


def predict(steps: Sequence[Step], *, horizon: float, prior: Prior) -> Predictive:
    """The predictive of the next `horizon` years, from what is known of the past and of like series.

    Args:
        steps: in any order; those that ended more than ten years ago are left out.
        horizon: years ahead, above zero; parts of a year are allowed.

    Raises:
        BadRequest: the horizon is not above zero, or a step spans no time.

    >>> prior = Prior(4.0, 0.1, 0.05, 0.01, 0.03, 0.0, 0.0, (1.0,) * 5)
    >>> alone = predict([], horizon=1, prior=prior)
    >>> round(alone.center, 3), alone.freedom
    (0.05, 4.0)
    """
    if horizon <= 0 or any(step.years <= 0 for step in steps):
        raise BadRequest(
            "Odds need a deadline after the last known year, and steps that span time.",
            "算可能性，期限须在最近已知年份之后，且各段须有时间跨度。",
        )
    counted = [step for step in steps if step.ago < LONGEST]
    spread = _pooled_spread(counted, prior)
    mean, worth = _weighted_mean(counted)
    trust = prior.tau**2 / (prior.tau**2 + spread / worth) if worth else 0.0
    center = horizon * (trust * mean + (1 - trust) * prior.mu0)
    of_mean = (trust * spread / worth if worth else 0.0) + (1 - trust) ** 2 * prior.mu0_sd**2
    if not worth:
        of_mean += prior.tau**2  # nothing known: the series may be any of its kind
    variance = spread * _years_to_come(prior, horizon) + horizon**2 * of_mean
    scale = prior.stretch_at(max(1, round(horizon))) * sqrt(variance)
    return Predictive(center, scale, prior.nu0 + max(len(counted) - 1, 0), horizon, len(counted))


def _weighted_mean(steps: Sequence[Step]) -> tuple[float, float]:
    """The mean yearly step, later ones weighing more, and the number of years it is worth."""
    weights = [FADING**step.ago for step in steps]
    total = sum(weight * step.years for weight, step in zip(weights, steps, strict=True))
    if not total:
        return 0.0, 0.0
    mean = sum(weight * step.change for weight, step in zip(weights, steps, strict=True)) / total
    return mean, total**2 / sum(weight**2 * step.years for weight, step in zip(weights, steps, strict=True))


def _pooled_spread(steps: Sequence[Step], prior: Prior) -> float:
    """s~2, the yearly variance of steps about their own mean, pooled with the prior."""
    free = max(len(steps) - 1, 0)
    if not free:
        return prior.s0**2
    mean = sum(step.change for step in steps) / sum(step.years for step in steps)
    squares = sum((step.change - step.years * mean) ** 2 / step.years for step in steps)
    return (prior.nu0 * prior.s0**2 + squares) / (prior.nu0 + free)


def _years_to_come(prior: Prior, horizon: float) -> float:
    """(1-r) A(phi, h) + r h^2: how the yearly variance adds up over h years."""
    return (1 - prior.shared) * summed(prior.phi, horizon) + prior.shared * horizon**2


def summed(phi: float, horizon: float) -> float:
    """A(phi, h) = h + 2 sum_k (h-k) phi^k: the variance of a sum of h steps, in yearly variances.

    It tends to h (1+phi)/(1-phi). A phi of 0.2 or less counts as none.

    >>> summed(0.5, 2), summed(0.1, 3)
    (3.0, 3.0)
    """
    if phi <= _INFLATED_FROM:
        return float(horizon)
    whole = int(horizon)
    return horizon + 2 * sum((horizon - lag) * phi**lag for lag in range(1, whole + 1) if lag < horizon)
