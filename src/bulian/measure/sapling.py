"""Sapling similarity: does knowing one activity tell where the other is, or where it is not?"""

import numpy as np
from numpy.typing import ArrayLike

from bulian.measure._bipartite import binary
from bulian.measure._cells import divided, known
from bulian.model.measure import Array, Measure, Measured, Why


def sapling(present: ArrayLike) -> Measured:
    """The relative drop of Gini impurity of one activity when regions are split by the other; below 0 where
    they shun it.

    B[i, j] = sgn(C N / (k[i] k[j]) − 1) [ 1 − after / before ],  before = k[i] (1 − k[i]/N)
    after = C (1 − C/k[j]) + (k[i] − C) (1 − (k[i] − C)/(N − k[j]))

    with C = C[i, j] regions that have both, N regions in all.

    Args:
        present: (regions, activities), zeros and ones.

    Returns:
        (activities, activities), from −1 to 1, 1 on the diagonal; not symmetric. An activity that all regions
        have or that none has splits nothing: its row and its column have none (no_spread, activity_empty).

    Raises:
        BadRequest: `present` holds anything but 0 and 1.

    >>> sapling([[1, 1, 0], [1, 1, 0], [0, 0, 1], [0, 1, 1]]).value.round(3)
    array([[ 1.   ,  0.333, -1.   ],
           [ 0.333,  1.   , -0.333],
           [-1.   , -0.333,  1.   ]])
    """
    m = binary(present)
    regions, k = len(m), m.sum(axis=0)
    together = m.T @ m
    ours, theirs = k[:, None], k[None, :]
    left = together * (1 - divided(together, theirs + 0 * ours))
    apart = ours - together
    right = apart * (1 - divided(apart, regions - theirs + 0 * ours))
    before = ours * (1 - ours / regions)
    drop = 1 - divided(left + right, before + 0 * theirs)
    sign = np.where(together * regions >= ours * theirs, 1.0, -1.0)
    splits = _reasons(k, regions)
    return known(np.clip(sign * drop, -1.0, 1.0), np.maximum.outer(splits, splits))


def sapling_score(present: ArrayLike, *, places: float) -> Measured:
    """SSCF, the score by which an activity is expected in a region.

    score = (1 − places) · Mᵀ-side + places · (M B) / Σ |B|, over activities and, transposed, over regions

    Args:
        present: (regions, activities). places: γ from 0 (by similar regions only) to 1 (by similar activities
            only).
    """
    m = binary(present)
    by_activity, by_region = _one_side(m), _one_side(m.T).T
    return known((1 - places) * by_region + places * by_activity, np.zeros(m.shape, np.int8))


def _one_side(m: Array) -> Array:
    similar = np.nan_to_num(sapling(m).value)
    return divided(m @ similar, np.abs(similar).sum(axis=0))


def _reasons(k: Array, regions: int) -> np.ndarray[tuple[int, ...], np.dtype[np.int8]]:
    why = np.where(k == regions, Why.NO_SPREAD, Why.FINE)
    return np.where(k == 0, Why.ACTIVITY_EMPTY, why).astype(np.int8)


MEASURE = Measure(
    function=sapling,
    label="幼树相似度",
    unit="1",
    needs=("present",),
    source="Albora, Rossi-Mori & Zaccaria (2022), arXiv 2210.07039",
)
