"""Density: how much of what is near an activity does the region have already?"""

import numpy as np
from numpy.typing import ArrayLike

from bulian.measure._bipartite import binary, near, proximity_sums
from bulian.measure._cells import Codes, divided, known
from bulian.model.measure import Array, Measure, Measured, Why


def density(present: ArrayLike) -> Measured:
    """The share of an activity's proximity that lies on activities the region has; of the activity itself
    nothing counts.

    ω[r, i] = Σ_{j≠i} M[r, j] φ[i, j] / Σ_{j≠i} φ[i, j]

    The activity itself is left out, so that what a region has does not speak for itself.
    `density_with_itself` is the form of the Atlas.

    Args:
        present: (regions, activities), zeros and ones.

    Returns:
        (regions, activities), fractions. An activity that nobody has, and one that is nowhere found beside
        another (no_neighbour), has none. A region that has nothing has 0.

    Raises:
        BadRequest: `present` holds anything but 0 and 1.

    >>> density([[1, 1, 0], [0, 1, 1]]).value
    array([[1. , 0.5, 1. ],
           [1. , 0.5, 1. ]])
    """
    m = binary(present)
    times = near(m)
    whole = proximity_sums(m, times) - m.any(axis=0)
    return share_of_near(times(m) - m, np.where(whole < 1e-12, 0.0, whole), m)


def density_with_itself(present: ArrayLike) -> Measured:
    """Density as the Atlas and ecomplexity have it: the activity is its own nearest neighbour, with proximity
    1.

    ω[r, i] = Σ_j M[r, j] φ[i, j] / Σ_j φ[i, j]
    """
    m = binary(present)
    times = near(m)
    return share_of_near(times(m), proximity_sums(m, times), m)


def share_of_near(beside: Array, whole: Array, m: Array) -> Measured:
    why = neighbour_reasons(whole, m)
    return known(np.clip(divided(beside, whole), 0.0, 1.0), np.broadcast_to(why, m.shape))


def neighbour_reasons(whole: Array, m: Array) -> Codes:
    """By activity why it has no density."""
    alone = np.where(whole == 0, Why.NO_NEIGHBOUR, Why.FINE)
    return np.where(m.sum(axis=0) == 0, Why.ACTIVITY_EMPTY, alone).astype(np.int8)


MEASURE = Measure(
    function=density,
    label="关联密度",
    unit="1",
    needs=("present",),
    source="Hidalgo, Klinger, Barabási & Hausmann (2007), Science 317: 482-487",
)
