"""Method of reflections: what do those have that have what I have?"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from bulian.errors import BadRequest
from bulian.measure._bipartite import binary
from bulian.measure._cells import divided, known
from bulian.model.measure import Array, Measure, Measured, Why


@dataclass(frozen=True, slots=True)
class Reflections:
    """The last reflection: `regions` and `activities`, as they come, not standardised."""

    regions: Measured
    activities: Measured


def reflections(present: ArrayLike, *, steps: int) -> Reflections:
    """Means of means, `steps` times: k0 is diversity and ubiquity, kN the mean of k(N−1) over the neighbours.

    k[r, N] = Σi M[r, i] k[i, N−1] / k[r, 0],  k[i, N] = Σr M[r, i] k[r, N−1] / k[i, 0]

    Args:
        present: (regions, activities), zeros and ones. steps: N ≥ 0; even ones of regions speak of diversity,
            odd ones of ubiquity. They converge to a constant, whose small departures are ECI: from N = 18 on
            use `complexity_index` instead.

    Returns:
        By region and by activity. Empty ones have none.

    Raises:
        BadRequest: `steps` is negative, or `present` holds anything but 0 and 1.

    >>> reflections([[1, 1], [0, 1]], steps=1).regions.value
    array([1.5, 2. ])
    """
    if steps < 0:
        raise BadRequest(f"steps is {steps}; give zero or more.", f"steps 是 {steps}；请给零或正整数。")
    m = binary(present)
    diversity, ubiquity = m.sum(axis=1), m.sum(axis=0)
    regions, activities = diversity, ubiquity
    for _ in range(steps):
        regions, activities = divided(m @ activities, diversity), divided(m.T @ regions, ubiquity)
    return Reflections(
        _named(regions, diversity, Why.REGION_EMPTY), _named(activities, ubiquity, Why.ACTIVITY_EMPTY)
    )


def _named(values: Array, degree: Array, empty: Why) -> Measured:
    return known(values, np.where(degree == 0, empty, Why.FINE).astype(np.int8))


MEASURE = Measure(
    function=reflections,
    label="反射法",
    unit="1",
    needs=("present", "steps"),
    source="Hidalgo & Hausmann (2009), PNAS 106(26): 10570-10575, eqs. (1)-(2)",
)
