"""Linkages: which sectors pull, which push, and which do both?"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from bulian.measure._cells import square
from bulian.model.measure import Array, Measure


@dataclass(frozen=True, slots=True)
class Linkages:
    """Power of dispersion (`backward`), sensitivity (`forward`), their unevenness, and the key sectors."""

    backward: Array
    forward: Array
    backward_spread: Array
    forward_spread: Array
    key: NDArray[np.bool_]


def linkages(inverse: ArrayLike) -> Linkages:
    """Rasmussen's indices: a sector's mean entry in the Leontief inverse over the mean of all.

    backward[j] = n Σi L[i, j] / ΣΣ L,  forward[i] = n Σj L[i, j] / ΣΣ L,  spread = standard deviation / mean

    Args:
        inverse: L (sectors, sectors), as of `leontief`. Give the Ghosh inverse for `forward` in the sense of
            Jones (1976) and read only that.

    Returns:
        Indices with mean 1. A key sector has both above 1; a low spread (n − 1 in the divisor) means that its
        pull reaches many. With a single sector all indices are 1 and the spreads 0.

    Raises:
        BadRequest: `inverse` is not square, or a number is missing.

    >>> found = linkages([[1.2541, 0.3300], [0.2640, 1.1221]])
    >>> found.backward.round(4), found.forward.round(4), found.key
    (array([1.0222, 0.9778]), array([1.0667, 0.9333]), array([ True, False]))
    """
    full = square(inverse, "inverse")
    count, columns, rows = len(full), full.sum(axis=0), full.sum(axis=1)
    mean = columns.sum() / count
    backward, forward = columns / mean, rows / mean
    return Linkages(
        backward, forward, _uneven(full, columns / count, 0), _uneven(full, rows / count, 1),
        (backward > 1) & (forward > 1),
    )  # fmt: skip


def _uneven(full: Array, mean: Array, axis: int) -> Array:
    count = len(full)
    if count == 1:
        return np.zeros(1)
    squares = np.einsum("ij,ij->j" if axis == 0 else "ij,ij->i", full, full)
    variance = np.maximum(squares - count * mean**2, 0.0) / (count - 1)
    return np.asarray(np.sqrt(variance) / mean)


MEASURE = Measure(
    function=linkages,
    label="影响力系数与感应度系数",
    unit="1",
    needs=("inverse",),
    source="Rasmussen (1956), Studies in Inter-Sectoral Relations; Miller & Blair (2009), section 12.2",
)
