"""Composite index with fixed goalposts (综合指数): how good is each subject, and how steady is its rank?"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bulian.errors import BadRequest

Array = NDArray[np.float64]

_DRAWS = 2000
_SPREAD = 0.25
_SIDE = 0.05


@dataclass(frozen=True, slots=True)
class RankInterval:
    """Ranks over many variants of a composite: the middle one, and those of the best and worst twentieth."""

    low: int
    middle: int
    high: int


def goalpost_shares(values: Array, low: Array, high: Array) -> Array:
    """How far each value lies from its low to its high goalpost.

    z = (x − low)/(high − low), kept within 0 and 1. Posts are fixed and never taken from the sample, so no
    subject's z depends on another's (OECD/JRC, Handbook on Constructing Composite Indicators, 2008, step 5).

    Args:
        values: (subjects, criteria), NaN where unknown. low, high: (criteria,); high below low turns a
            criterion round: less is better.

    Returns:
        (subjects, criteria), NaN where the value is unknown; 0 at the low post, 1 at the high one.

    Raises:
        BadRequest: two posts are the same number.

    >>> goalpost_shares(np.array([[5.0, 80.0]]), np.array([0.0, 100.0]), np.array([10.0, 0.0])).tolist()
    [[0.5, 0.2]]
    """
    if (low == high).any():
        raise BadRequest("Two goalposts are the same number.", "两个标杆值相同。")
    return np.clip((values - low) / (high - low), 0.0, 1.0)


def totals(shares: Array, weights: Array) -> Array:
    """The weighted mean of what is known of each subject.

    I = Σ w z / Σ w over the known criteria.

    Args:
        shares: (subjects, criteria) within 0 and 1, NaN where unknown. weights: (criteria,), not negative.

    Returns:
        (subjects,) within 0 and 1; NaN where nothing of a subject is known.

    >>> totals(np.array([[1.0, 0.5], [0.5, np.nan]]), np.array([3.0, 1.0])).tolist()
    [0.875, 0.5]
    """
    known = ~np.isnan(shares)
    weight = _in_order(known * weights)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(weight > 0, _in_order(np.where(known, shares, 0.0) * weights) / weight, np.nan)


def _in_order(parts: Array) -> Array:
    """Sums over criteria, one after the other: a matrix product may round otherwise beside other subjects."""
    return np.cumsum(parts, axis=1)[:, -1]


def entropy_weights(shares: Array) -> Array:
    """Entropy weights (熵权): a criterion weighs as much as it scatters, whatever its importance.

    p_ij = z_ij/Σ_i z_ij, e_j = −Σ_i p_ij ln p_ij / ln n, w_j = (1 − e_j)/Σ(1 − e).

    Args:
        shares: (subjects, criteria) within 0 and 1; unknown ones are left out of their column.

    Returns:
        (criteria,) summing to 1; all equal where nothing scatters or there are fewer than two subjects.

    >>> entropy_weights(np.array([[1.0, 0.5], [0.0, 0.5]])).tolist()
    [1.0, 0.0]
    """
    subjects, criteria = shares.shape
    if subjects < 2:
        return np.full(criteria, 1 / criteria)
    filled = np.nan_to_num(shares)
    whole = filled.sum(axis=0)
    part = np.divide(filled, whole, out=np.zeros_like(filled), where=whole > 0)
    entropy = -(part * np.log(np.where(part > 0, part, 1.0))).sum(axis=0) / np.log(subjects)
    scatter = np.where(whole > 0, np.clip(1 - entropy, 0.0, None), 0.0)
    scatter[scatter < 1e-12] = 0.0
    return scatter / scatter.sum() if scatter.sum() > 0 else np.full(criteria, 1 / criteria)


def rank_intervals(
    values: Array, posts: Array, weights: Array, rng: np.random.Generator
) -> tuple[RankInterval, ...]:
    """The ranks of subjects when weights, normalisation and the rule for missing values change.

    2,000 draws: weights within ±25 % each, the normalisation one of goalposts, minimum–maximum of the sample
    and standard scores, what is unknown at the subject's mean, at the worst or at the best. After Saisana,
    Saltelli and Tarantola (2005), Journal of the Royal Statistical Society A 168(2).

    Args:
        values: (subjects, criteria), NaN where unknown. posts: (criteria, 2), low and high.
        weights: (criteria,).

    Returns:
        An interval for each subject; rank 1 is best, equals share the better rank.

    >>> both = rank_intervals(np.array([[9.0], [1.0]]), np.array([[0.0, 10.0]]), np.array([1.0]),
    ...                       np.random.default_rng(7))
    >>> [(one.low, one.high) for one in both]
    [(1, 1), (2, 2)]
    """
    if not len(values):
        return ()
    direction = np.sign(posts[:, 1] - posts[:, 0])
    scales = (
        goalpost_shares(values, posts[:, 0], posts[:, 1]),
        _sample(values * direction),
        _standard(values * direction),
    )
    ranks = np.empty((_DRAWS, len(values)), dtype=np.int64)
    for draw in range(_DRAWS):
        drawn = weights * rng.uniform(1 - _SPREAD, 1 + _SPREAD, len(weights))
        shares = _completed(scales[rng.integers(3)], int(rng.integers(3)))
        index = totals(shares, drawn)
        ranks[draw] = 1 + (index[None, :] > index[:, None] + 1e-12).sum(axis=1)
    found = np.quantile(ranks, [_SIDE, 0.5, 1 - _SIDE], axis=0, method="inverted_cdf")
    return tuple(RankInterval(int(low), int(middle), int(high)) for low, middle, high in found.T)


def _sample(values: Array) -> Array:
    low, high = _over_known(values, np.nanmin), _over_known(values, np.nanmax)
    spread = high - low
    return np.where(
        np.isnan(values),
        np.nan,
        np.divide(values - low, spread, out=np.full_like(values, 0.5), where=spread > 0),
    )


def _standard(values: Array) -> Array:
    """Standard scores, put between 0 and 1 at three deviations either way."""
    middle, spread = _over_known(values, np.nanmean), _over_known(values, np.nanstd)
    scores = np.divide(values - middle, spread, out=np.zeros_like(values), where=spread > 0)
    return np.where(np.isnan(values), np.nan, np.clip(0.5 + scores / 6, 0.0, 1.0))


def _over_known(values: Array, measure: object) -> Array:
    """A statistic of each column over its known values, 0 where a column has none."""
    known = ~np.isnan(values).all(axis=0)
    found = np.zeros(values.shape[1])
    if known.any():
        found[known] = measure(values[:, known], axis=0)  # type: ignore[operator]  # a NumPy reduction
    return found


def _completed(shares: Array, rule: int) -> Array:
    return shares if rule == 0 else np.where(np.isnan(shares), float(rule == 2), shares)
