"""What is known of every cell in a year: margins, relatedness, history; nothing later than that year.

A region's relatedness is learned from the regions of the other folds, so its own row never speaks for itself.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bulian.model.measure import Array
from bulian.plan.entry.peer_table import ABSENT, PRESENT, PeerTable
from bulian.plan.entry.relatedness import KINS, Kin, likeness, similar_regions

FOLDS = 10
_SMALL = 3.0
"""κ of the shrunk quotient: so many units of the expected amount are added to both sides."""

_LAG = 5
Folds = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Known:
    """By name what is known of each cell, (regions, activities), in `year`."""

    year: int
    terms: dict[str, Array]
    baskets: dict[str, Array]


def folds_of(regions: int, seed: int) -> Folds:
    """Which fold each region is in; the same for the same seed."""
    fold = np.arange(regions) % min(FOLDS, regions)
    np.random.default_rng(seed).shuffle(fold)
    return fold


def common_lag(table: PeerTable, years: tuple[int, ...]) -> int:
    """How many years back every one of `years` can look in the table, at most five; 0 where one cannot."""
    lags = (lag for lag in range(_LAG, 0, -1) if all(year - lag in table.years for year in years))
    return next(lags, 0)


def known(table: PeerTable, year: int, folds: Folds, lag: int = 0) -> Known:
    """All terms of a year; `lag` years back for history, 0 for none."""
    amounts = table.at(year)
    present, level = table.entered(year).astype(np.float64), shrunk_level(amounts)
    baskets = {"present": present, "level": level}
    terms = _margins(table, year, present, level)
    for name in KINS:
        terms[name] = np.empty_like(level)
    terms["similar_regions"] = np.empty_like(level)
    alike = likeness(level)
    for fold in range(int(folds.max()) + 1):
        asked, others = np.flatnonzero(folds == fold), np.flatnonzero(folds != fold)
        for name, (basket, _) in KINS.items():
            terms[name][asked] = kin(name, baskets, others).score(baskets[basket][asked])
        terms["similar_regions"][asked] = similar_regions(alike, present, asked, others)
    if lag:
        earlier = [one for one in table.years if year - lag <= one < year]
        terms["peak"] = np.max([shrunk_level(table.at(one)) for one in earlier], axis=0)
        terms["often"] = np.mean([table.entered(one) for one in earlier], axis=0)
    return Known(year, terms, baskets)


def kin(name: str, baskets: dict[str, Array], others: NDArray[np.intp]) -> Kin:
    """One kind of relatedness, learned from the regions of these rows."""
    basket, learn = KINS[name]
    return learn(baskets[basket][others])


def expected(amounts: Array) -> Array:
    """What each cell would hold if every region had the mix of all: its size times the activity's share."""
    return np.asarray(amounts.sum(axis=1, keepdims=True) * amounts.sum(axis=0) / amounts.sum())


def shrunk_level(amounts: Array) -> Array:
    """ln (x + κ) / (e + κ): the quotient's logarithm, near zero where both numbers are small."""
    return np.asarray(np.log((amounts + _SMALL) / (expected(amounts) + _SMALL)))


def _margins(table: PeerTable, year: int, present: Array, level: Array) -> dict[str, Array]:
    amounts, quotients = table.at(year), table.quotients(year)
    size = amounts.sum(axis=1, keepdims=True)
    nearly = (quotients >= ABSENT) & (quotients < PRESENT)
    over = np.ones_like(level)
    return {
        "expected": np.log(expected(amounts) + 0.1),
        "level": level,
        "size": np.log(size + 1) * over,
        "diversity": present.mean(axis=1, keepdims=True) * over,
        "ubiquity": present.mean(axis=0) * over,
        "nearly": nearly.mean(axis=0) * over,
    }
