"""Relatedness: scores that are sums over the activities a region has, learned from other regions.

Each is `basket @ weights + offset`, so that a score walks back to what speaks for it, activity by activity.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import eigh

from bulian.measure._bipartite import proximities
from bulian.measure._cells import divided
from bulian.measure.ease import ease
from bulian.measure.nearest_density import nearest_proximities
from bulian.measure.sapling import sapling
from bulian.model.measure import Array

Places = NDArray[np.intp]
NEAREST = 25
"""So many activities count as near, at most a third of all."""

_ALIKE, _PATTERNS = 20, 10
"""So many regions count as similar, so many patterns as common; at most a third of what there is."""

_EASE, _STANDING = 0.3, 3.0
"""Ridge for each region learned from; chosen once on the training years of two panels."""


@dataclass(frozen=True, slots=True)
class Kin:
    """How activities j (rows) speak for activities i (columns)."""

    weights: Array
    offset: Array

    def score(self, basket: Array) -> Array:
        return np.asarray(basket @ self.weights + self.offset)


def nearest(present: Array) -> Kin:
    """The share of the nearest activities that a region has, by proximity."""
    phi = proximities(present)
    chosen = nearest_proximities(phi, max(1, min(NEAREST, len(phi) // 3))).toarray()
    return _plain(divided(chosen, chosen.sum(axis=0, keepdims=True)))


def saplings(present: Array) -> Kin:
    """Sapling similarity, signed: what shuns an activity speaks against it."""
    similar = np.nan_to_num(sapling(present).value)
    np.fill_diagonal(similar, 0.0)
    return _plain(divided(similar, np.abs(similar).sum(axis=0, keepdims=True)))


def linear(present: Array) -> Kin:
    """EASE on what is there."""
    return _plain(ease(present, ridge=_EASE * len(present)).weights)


def standing(level: Array) -> Kin:
    """EASE on how strongly each activity is there: the level that the rest of the basket lets expect."""
    mean, spread = level.mean(axis=0), level.std(axis=0) + 1e-9
    scaled = (level - mean) / spread
    inverse = np.linalg.inv(scaled.T @ scaled + _STANDING * len(level) * np.eye(len(mean)))
    weights = -inverse / np.diag(inverse)
    np.fill_diagonal(weights, 0.0)
    weights = weights * spread / spread[:, None]
    return Kin(weights, mean - mean @ weights)


def patterns(level: Array) -> Kin:
    """The level that the patterns common to most regions lets expect: the first principal components."""
    mean = level.mean(axis=0)
    around = level - mean
    wide = len(around) < around.shape[1]
    side = around @ around.T if wide else around.T @ around
    first = len(side) - max(1, min(_PATTERNS, len(side) // 3))
    values, found = eigh(side, subset_by_index=(first, len(side) - 1))
    if wide:
        found = divided(around.T @ found, np.sqrt(np.maximum(values, 0.0)))
    weights = found @ found.T
    np.fill_diagonal(weights, 0.0)
    return Kin(weights, mean - mean @ weights)


def _plain(weights: Array) -> Kin:
    return Kin(weights, np.zeros(weights.shape[1]))


KINS: dict[str, tuple[str, Callable[[Array], Kin]]] = {
    "nearest": ("present", nearest),
    "sapling": ("present", saplings),
    "ease": ("present", linear),
    "standing": ("level", standing),
    "patterns": ("level", patterns),
}
"""By name the basket it reads, "present" (0 or 1) or "level" (log of the shrunk quotient), and how."""


def likeness(level: Array) -> Array:
    """How alike each two regions are: the cosine of what their levels have beyond the mean; zero if flat."""
    around = level - level.mean(axis=0)
    unit = divided(around, np.linalg.norm(around, axis=1, keepdims=True))
    return np.asarray(unit @ unit.T)


def similar_regions(alike: Array, present: Array, asked: Places, others: Places) -> Array:
    """How many of the most similar of `others` each of `asked` sees have each activity; places of rows.

    Each counts by the square of its likeness.
    """
    close = np.maximum(alike[np.ix_(asked, others)], 0.0) ** 2
    count = max(1, min(_ALIKE, len(others) // 3))
    least = np.partition(close, -count, axis=1)[:, [-count]]
    close[close < least] = 0.0
    return divided(close @ present[others], close.sum(axis=1, keepdims=True))
