"""Where the prior of the odds comes from: a panel of like series, known up to some year.

Source: docs/methods/odds.md. The variance prior is the method of moments of Smyth (2004, section 6.2) for
s^2 ~ s0^2 F(d, nu0); the rest are moments too, so that they can be checked on paper.
"""

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.special import digamma, polygamma

from bulian.errors import BadRequest
from bulian.vocab.odds_priors import HORIZONS, Prior

Floats = npt.NDArray[np.float64]

LEARNING = 1.0
"""How fast the stretch follows misses: one origin that misses wholly widens intervals by e^0.8."""

_FEWEST_STEPS = 3
_FEWEST_PEERS = 5
_MOST_FREEDOM = 50.0
_CLIPPED_AT = 3 * 1.4826  # three robust standard deviations: the shared part is not for a few leaps to say


def estimate(steps: Floats, groups: npt.NDArray[Any], stretch: Sequence[float] = (1.0,) * HORIZONS) -> Prior:
    """The prior that a panel gives.

    Args:
        steps: a row a series, a column a year, NaN where unknown; differences of logarithms or points.
        groups: for each series the economy or place whose shocks it shares.
        stretch: as learned so far (`stretched`).

    Raises:
        BadRequest: fewer than two series with three steps each.
    """
    known = np.isfinite(steps).sum(axis=1)
    rows = steps[known >= _FEWEST_STEPS]
    if len(rows) < 2:
        raise BadRequest(
            "A prior needs two series with three yearly steps each at least.",
            "估计先验至少要有两条序列，每条至少三个年度变化。",
        )
    count = np.isfinite(rows).sum(axis=1)
    means, variances = np.nanmean(rows, axis=1), np.nanvar(rows, axis=1, ddof=1)
    nu0, s2 = _moderated(variances, count - 1.0)
    pooled = (nu0 * s2 + (count - 1) * variances) / (nu0 + count - 1)
    mu0, between = _means(means, pooled / count)
    kept = groups[known >= _FEWEST_STEPS]
    return Prior(
        nu0=nu0, s0=s2**0.5, mu0=mu0, mu0_sd=_doubt_of_mean(rows), tau=between,
        phi=_autocorrelation(rows, means), shared=_shared(rows - means[:, None], kept),
        stretch=tuple(stretch),
    )  # fmt: skip


def stretched(stretch: float, missed: float, level: float = 0.8) -> float:
    """The stretch after an origin whose outcomes are known: wider after too many misses, narrower after few.

    c <- c exp(LEARNING (missed - (1 - level))), as in adaptive conformal inference (Gibbs and Candès, 2021).

    >>> stretched(1.0, 0.2), round(stretched(1.0, 0.7), 3)
    (1.0, 1.649)
    """
    return stretch * math.exp(LEARNING * (missed - (1 - level)))


def _moderated(variances: Floats, freedom: Floats) -> tuple[float, float]:
    """nu0 and s0^2 of s^2 ~ s0^2 F(d, nu0), from the mean and variance of log s^2."""
    seen = variances > 1e-10
    half = freedom[seen] / 2
    logs = np.log(variances[seen]) - digamma(half) + np.log(half)
    excess = float(np.var(logs, ddof=1) - np.mean(polygamma(1, half))) if seen.sum() > 1 else 0.0
    if excess <= 0:
        return _MOST_FREEDOM, math.exp(float(logs.mean()))
    nu0 = min(2 * _inverse_trigamma(excess), _MOST_FREEDOM)
    return nu0, math.exp(float(logs.mean()) + float(digamma(nu0 / 2)) - math.log(nu0 / 2))


def _inverse_trigamma(value: float) -> float:
    """The x whose trigamma is `value`, by Newton's method on 1/trigamma, which converges from below."""
    x = 0.5 + 1 / value
    for _ in range(60):
        trigamma = float(polygamma(1, x))
        change = trigamma * (1 - trigamma / value) / float(polygamma(2, x))
        x += change
        if abs(change) < 1e-10 * x:
            break
    return x


def _means(means: Floats, doubts: Floats) -> tuple[float, float]:
    """mu0 and tau: the mean of the means and their spread beyond chance (DerSimonian and Laird, 1986)."""
    weights = 1 / doubts
    common = float(np.average(means, weights=weights))
    excess = float((weights * (means - common) ** 2).sum()) - (len(means) - 1)
    between = max(excess, 0.0) / float(weights.sum() - (weights**2).sum() / weights.sum())
    mu0 = float(np.average(means, weights=1 / (between + doubts)))
    return mu0, math.sqrt(max(between, 1e-8))


def _doubt_of_mean(rows: Floats) -> float:
    """The standard error of the mean step over years: all series share their years, so only years count."""
    seen = np.isfinite(rows).any(axis=0)
    yearly = np.nanmean(rows[:, seen], axis=0)
    return max(float(yearly.std(ddof=1)) / math.sqrt(len(yearly)), 1e-6)


def _autocorrelation(rows: Floats, means: Floats) -> float:
    """Pooled autocorrelation about each series' mean, less its bias -(1+phi)/(n-1) (Nickell, 1981)."""
    apart = rows - means[:, None]
    now, before = apart[:, 1:], apart[:, :-1]
    both = np.isfinite(now) & np.isfinite(before)
    raw = float((now[both] * before[both]).sum() / max((before[both] ** 2).sum(), 1e-12))
    lost = 1 / (float(np.median(np.isfinite(rows).sum(axis=1))) - 1)
    return float(np.clip((raw + lost) / (1 - lost), -0.95, 0.95))


def _shared(apart: Floats, groups: npt.NDArray[Any]) -> float:
    """The part of the variance that lies between the years of a group: what its series do together."""
    limit = _CLIPPED_AT * float(np.nanmedian(np.abs(apart)))
    clipped = np.clip(apart, -limit, limit)
    whole = float(np.nanmean(clipped**2))
    together, seen = 0.0, 0
    for group in np.unique(groups):
        rows = clipped[groups == group]
        count = np.isfinite(rows).sum(axis=0)
        rows, count = rows[:, count >= _FEWEST_PEERS], count[count >= _FEWEST_PEERS]
        if rows.size:
            chance = np.nanvar(rows, axis=0, ddof=1) / count
            together += float((np.nanmean(rows, axis=0) ** 2 - chance).sum())
            seen += len(count)
    return float(np.clip(together / seen / whole, 0.0, 0.9)) if seen and whole > 0 else 0.0
