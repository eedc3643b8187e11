"""Nearest density: of the few activities nearest to one, how many does the region have?"""

import numpy as np
from numpy.typing import ArrayLike
from scipy.sparse import csc_array

from bulian.errors import BadRequest
from bulian.measure._bipartite import binary, proximities
from bulian.measure.density import share_of_near
from bulian.model.measure import Array, Measure, Measured


def nearest_density(present: ArrayLike, *, nearest: int) -> Measured:
    """Density over the k nearest activities only: the many faint ones drown the few that matter.

    ω[r, i] = Σ_{j in N(i)} M[r, j] φ[i, j] / Σ_{j in N(i)} φ[i, j],  N(i) the k nearest to i, i left out

    Args:
        present: (regions, activities), zeros and ones. nearest: k ≥ 1; among equally near ones those listed
            first.

    Returns:
        (regions, activities), fractions; none for an activity that nobody has or that is found beside no
        other.

    Raises:
        BadRequest: `nearest` is below one, or `present` holds anything but 0 and 1.

    >>> nearest_density([[1, 1, 0], [0, 1, 1], [0, 1, 1]], nearest=1).value
    array([[1., 0., 1.],
           [1., 1., 1.],
           [1., 1., 1.]])
    """
    if nearest < 1:
        raise BadRequest(f"nearest is {nearest}; give one or more.", f"nearest 是 {nearest}；至少为一。")
    m = binary(present)
    chosen = nearest_proximities(proximities(m), min(nearest, m.shape[1] - 1))
    whole: Array = np.asarray(chosen.sum(axis=0))
    return share_of_near(np.asarray(m @ chosen), whole, m)


def nearest_proximities(phi: Array, count: int) -> "csc_array[np.float64]":
    """By column the `count` greatest off the diagonal, the rest left out."""
    np.fill_diagonal(phi, -1.0)
    size = len(phi)
    rows = np.argsort(-phi, axis=0, kind="stable")[:count]
    columns = np.broadcast_to(np.arange(size), rows.shape)
    values = np.maximum(phi[rows, columns], 0.0)
    return csc_array((values.ravel(), (rows.ravel(), columns.ravel())), shape=(size, size))


MEASURE = Measure(
    function=nearest_density,
    label="最近邻关联密度",
    unit="1",
    needs=("present", "nearest"),
    source="Hidalgo et al. (2007), Science 317: 482-487, restricted to the k nearest",
)
