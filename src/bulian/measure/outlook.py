"""Complexity outlook: how near is the region to complex activities that it lacks?"""

from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from bulian.errors import BadRequest
from bulian.measure._bipartite import Product, binary, near, proximity_sums
from bulian.measure._cells import along, divided, known, numbers
from bulian.model.measure import Array, Measure, Measured, Why

Convention = Literal["atlas", "target", "net"]
"""Whose relatedness: "atlas" has each activity as its own nearest neighbour, the others leave it out."""


def outlook(present: ArrayLike, pci: ArrayLike, *, convention: Convention) -> Measured:
    """COI, the density of what is absent, weighted by its complexity; not standardised.

    COI[r] = Σi (1 − M[r, i]) ω[r, i] PCI[i]

    With "atlas" ω has the activity itself in its denominator, as in ecomplexity (which then standardises over
    the regions) and in the R package economiccomplexity; with "target", as in econcomplex, and with "net" it
    has not. Where PCI is below 0 a near and simple activity counts against a region.

    Args:
        present: (regions, activities), zeros and ones. pci: (activities,), NaN where it has none: left out.
        convention: which; as of `outlook_gain`.

    Returns:
        By region, in the unit of PCI. A region that has nothing has none.

    Raises:
        BadRequest: the shapes do not fit, or `present` holds anything but 0 and 1.

    >>> outlook([[1, 1, 0], [0, 1, 1]], [1.0, 0.0, -1.0], convention="atlas").value.round(3)
    array([-0.333,  0.333])
    """
    m = binary(present)
    worth = complexities(pci, m.shape[1])
    beside, whole = beside_and_whole(m, convention, near(m))
    return outlook_of(m, divided(beside, whole), worth)


def beside_and_whole(m: Array, convention: Convention, times: Product) -> tuple[Array, Array]:
    """Σ_j M[r, j] φ[i, j] and Σ_j φ[i, j], with or without i itself."""
    beside, whole = times(m), proximity_sums(m, times)
    if convention == "atlas":
        return beside, whole
    others = whole - (whole > 0)
    return beside - m, np.where(others < 1e-12, 0.0, others)


def outlook_of(m: Array, beside: Array, worth: Array) -> Measured:
    """The same from density, where it is at hand."""
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
    needs=("present", "pci", "convention"),
    source="Hausmann et al. (2014), The Atlas of Economic Complexity, technical box 6",
)
