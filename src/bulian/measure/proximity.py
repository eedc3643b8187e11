"""Proximity: how likely is it to have one activity, having the other?"""

import numpy as np
from numpy.typing import ArrayLike

from bulian.measure._bipartite import binary, proximities
from bulian.measure._cells import known
from bulian.model.measure import Measure, Measured, Why


def proximity(present: ArrayLike) -> Measured:
    """The smaller of the two conditional probabilities.

    φ[i, j] = min(P(i | j), P(j | i)) = C[i, j] / max(k[i], k[j]),  C = MᵀM

    Args:
        present: (regions, activities), zeros and ones.

    Returns:
        (activities, activities), symmetric, fractions: 1 on the diagonal and where two are always together, 0
        where never. An activity that no region has is near to none (activity_empty).

    Raises:
        BadRequest: `present` holds anything but 0 and 1.

    >>> proximity([[1, 1, 0], [0, 1, 1]]).value
    array([[1. , 0.5, 0. ],
           [0.5, 1. , 0.5],
           [0. , 0.5, 1. ]])
    """
    m = binary(present)
    nobody = np.where(m.sum(axis=0) == 0, Why.ACTIVITY_EMPTY, Why.FINE).astype(np.int8)
    return known(proximities(m), np.maximum.outer(nobody, nobody))


MEASURE = Measure(
    function=proximity,
    label="产业邻近度",
    unit="1",
    needs=("present",),
    source="Hidalgo, Klinger, Barabási & Hausmann (2007), Science 317: 482-487",
)
