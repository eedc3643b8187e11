"""Complexity outlook: how near is the region to complex activities that it lacks?"""

import numpy as np
from numpy.typing import ArrayLike

from bulian.errors import BadRequest
from bulian.measure._bipartite import binary, near, proximity_sums
from bulian.measure._cells import along, divided, known, numbers
from bulian.model.measure import Array, Measure, Measured, Why


def outlook(present: ArrayLike, pci: ArrayLike) -> Measured:
    """COI, the density of what is absent, weighted by its complexity; not standardised.

    COI[r] = Σi (1 − M[r, i]) ω[r, i] PCI[i],  ω with the activity itself in its denominator (proximity 1)

    The convention of the Atlas, of ecomplexity (which then standardises over the regions), of the R package
    economiccomplexity and of econcomplex. Where PCI is below 0 a near and simple activity counts against a
    region.

    Args:
        present: (regions, activities), zeros and ones. pci: (activities,), NaN where it has none: left out.

    Returns:
        By region, in the unit of PCI. A region that has nothing has none.

    Raises:
        BadRequest: the shapes do not fit, or `present` holds anything but 0 and 1.

    >>> outlook([[1, 1, 0], [0, 1, 1]], [1.0, 0.0, -1.0]).value.round(3)
    array([-0.333,  0.333])
    """
    m = binary(present)
    worth = complexities(pci, m.shape[1])
    times = near(m)
    return outlook_of(m, divided(times(m), proximity_sums(m, times)), worth)


def outlook_of(m: Array, beside: Array, worth: Array) -> Measured:
    """The same from density with the activity itself, where it is at hand."""
    why = np.where(m.sum(axis=1) == 0, Why.REGION_EMPTY, Why.FINE).astype(np.int8)
    return known(((1 - m) * beside) @ worth, why)


def complexities(pci: ArrayLike, count: int) -> Array:
    """PCI as weights; an activity without one weighs nothing."""
    found = numbers(pci, "pci")
    if found.shape != (count,):
        raise BadRequest(
            f"pci has shape {found.shape}; it needs one number for each of {count} activities.",
            f"pci 的形状是 {found.shape}；{count} 个行业各需一个数。",
        )
    return along(np.nan_to_num(found), "pci", count)


MEASURE = Measure(
    function=outlook,
    label="复杂度前景指数",
    unit="of PCI",
    needs=("present", "pci"),
    source="Hausmann et al. (2014), The Atlas of Economic Complexity, technical box 6",
)
