"""Scoring: how well an order of cells tells which were entered, and how sure that is, region by region."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bulian.model.measure import Array

_BINS = 10
Mask = NDArray[np.bool_]
Places = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Ranking:
    """Cells from the likeliest down: `last` marks the end of each run of equal scores."""

    entered: Mask
    region: Places
    last: Mask


def ranking(score: Array, entered: Mask, region: Places) -> Ranking:
    order = np.argsort(-score, kind="stable")
    sorted_score = score[order]
    return Ranking(entered[order], region[order], np.r_[sorted_score[1:] != sorted_score[:-1], True])


def curve_and_precision(ranked: Ranking, weight: Array | None = None) -> tuple[float, float]:
    """AUC and average precision, equal scores taken together; `weight` by region, one each by default.

    AUC is the chance that an entered cell stands before one that was not, a tie counted half.
    AP = Σ (R_n − R_{n−1}) P_n over the ends of runs. NaN where nothing, or everything, was entered.
    """
    w = np.ones(len(ranked.entered)) if weight is None else weight[ranked.region]
    hits, all_of = np.cumsum(w * ranked.entered)[ranked.last], np.cumsum(w)[ranked.last]
    misses = all_of - hits
    if not hits[-1] or not misses[-1]:
        return float("nan"), float("nan")
    steps = np.diff(hits, prepend=0.0)
    curve = np.sum(steps * (misses[-1] - misses + np.diff(misses, prepend=0.0) / 2)) / hits[-1] / misses[-1]
    return float(curve), float(np.sum(steps * hits / np.maximum(all_of, 1e-12)) / hits[-1])


def precision_at(ranked: Ranking, k: int) -> float:
    """The share of entries among the first k cells of a region, mean over regions with k open cells."""
    order = np.argsort(ranked.region, kind="stable")
    region, entered = ranked.region[order], ranked.entered[order]
    starts, counts = np.unique(region, return_index=True, return_counts=True)[1:]
    shares = [entered[a : a + k].mean() for a, n in zip(starts, counts, strict=True) if n >= k]
    return float(np.mean(shares)) if shares else float("nan")


def calibration_error(chance: Array, entered: Mask) -> float:
    """Σ over ten equally full bins of their share × |mean probability − share entered| (ECE)."""
    parts = np.array_split(np.argsort(chance, kind="stable"), _BINS)
    gaps = (len(part) * abs(chance[part].mean() - entered[part].mean()) for part in parts if len(part))
    return float(sum(gaps) / len(chance))


Band = tuple[float, float, float]
"""A figure, and the 2.5th and the 97.5th percentile of it over draws."""


@dataclass(frozen=True, slots=True)
class Gain:
    """How much more one order reaches than another, between the 2.5th and the 97.5th percentile of draws."""

    rival: str
    curve: Band
    precision: Band


def gains(ours: Ranking, others: dict[str, Ranking], regions: int, draws: int, seed: int) -> tuple[Gain, ...]:
    """Paired: each draw takes regions with replacement, the same ones for both orders."""
    weights = list(_resampled(regions, draws, seed))
    mine = _drawn(ours, weights)
    return tuple(Gain(name, *_bands(mine - _drawn(other, weights))) for name, other in others.items())


def spread(ours: Ranking, regions: int, draws: int, seed: int) -> tuple[Band, Band]:
    """AUC and AP of one order, and how far they vary as regions are drawn with replacement."""
    return _bands(_drawn(ours, list(_resampled(regions, draws, seed))))


def _drawn(ranked: Ranking, weights: Sequence[Array]) -> Array:
    """(1 + draws, 2): AUC and AP, of all regions first."""
    return np.array([curve_and_precision(ranked), *(curve_and_precision(ranked, w) for w in weights)])


def _bands(drawn: Array) -> tuple[Band, Band]:
    low, high = np.nanpercentile(drawn[1:], [2.5, 97.5], axis=0)
    curve, precision = ((float(drawn[0, n]), float(low[n]), float(high[n])) for n in (0, 1))
    return curve, precision


def _resampled(regions: int, draws: int, seed: int) -> Iterator[Array]:
    chance = np.random.default_rng(seed)
    for _ in range(draws):
        yield np.bincount(chance.integers(0, regions, regions), minlength=regions).astype(np.float64)
