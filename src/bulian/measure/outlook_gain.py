"""Outlook gain: how much nearer to complex activities would a new one bring the region?"""

from typing import get_args

import numpy as np
from numpy.typing import ArrayLike

from bulian.errors import BadRequest
from bulian.measure._bipartite import Product, binary, near, proximity_sums
from bulian.measure._cells import Codes, divided, known
from bulian.measure.outlook import Convention, complexities
from bulian.model.measure import Array, Measure, Measured, Why


def outlook_gain(present: ArrayLike, pci: ArrayLike, *, convention: Convention) -> Measured:
    """COG, the complexity of what is absent and near an activity, in one of three conventions that packages
    use.

    atlas   COG[r, i] = (1 − M[r, i]) Σ_j (1 − M[r, j]) PCI[j] φ[i, j] / Σ_k φ[j, k]
            each absent j is weighed by the share of its own proximity that i is; i itself is among the j.
            ecomplexity (which divides by the spread of ECI) and the R package economiccomplexity.
    target  COG[r, i] = (1 − M[r, i]) Σ_{j≠i} (1 − M[r, j]) PCI[j] φ[i, j] / Σ_{k≠i} φ[i, k]
            the complexity of what is absent around i, i itself left out. econcomplex.
    net     COG[r, i] = Σ_{j≠i} (1 − M[r, j]) PCI[j] φ[i, j] / Σ_{k≠i} φ[i, k] − ω[r, i] PCI[i]
            the same without i, less i's own complexity as far as it is already near; given for what is
            present too. economic-complexity.

    Args:
        present: (regions, activities), zeros and ones. pci: (activities,), NaN where it has none: left out.
        convention: which; there is no default, for the three rank differently.

    Returns:
        (regions, activities), in the unit of PCI; 0 for what is present in the first two. An activity that
        nobody has, or that is found beside no other (no_neighbour; not in `atlas`), has none.

    Raises:
        BadRequest: the convention is unknown, the shapes do not fit, or `present` holds anything but 0 and 1.

    >>> outlook_gain([[1, 1, 0], [0, 1, 1]], [1.0, 0.0, -1.0], convention="atlas").value.round(3)
    array([[ 0.   ,  0.   , -0.667],
           [ 0.667,  0.   ,  0.   ]])
    """
    m = binary(present)
    return gain_of(m, complexities(pci, m.shape[1]), convention, near(m))


def gain_of(m: Array, worth: Array, convention: Convention, times: Product) -> Measured:
    """The same with the product with φ at hand."""
    whole, absent = proximity_sums(m, times), 1 - m
    if convention == "atlas":
        return _named(absent * times(absent * divided(worth, whole)), m, whole)
    if convention == "target":
        return _target(m, worth, whole, times)
    if convention == "net":
        return _net(m, worth, whole, times)
    raise BadRequest(
        f"convention {convention!r} is unknown. Choose one of {', '.join(get_args(Convention))}.",
        f"convention {convention!r} 不认识。可选：{'、'.join(get_args(Convention))}。",
    )


def _target(m: Array, worth: Array, whole: Array, times: Product) -> Measured:
    around, others = _around(m, worth, whole, times)
    return _named((1 - m) * around, m, others)


def _net(m: Array, worth: Array, whole: Array, times: Product) -> Measured:
    around, others = _around(m, worth, whole, times)
    beside = divided(times(m) - m, others)
    return _named(around - beside * worth, m, others)


def _around(m: Array, worth: Array, whole: Array, times: Product) -> tuple[Array, Array]:
    """The mean complexity of the absent around each activity, itself left out, and Σ_{k≠i} φ[i, k]."""
    held = whole > 0
    others = np.where(whole - held < 1e-12, 0.0, whole - held)
    absent = (1 - m) * worth
    return divided(times(absent) - absent * held, others), others


def _named(gain: Array, m: Array, whole: Array) -> Measured:
    why: Codes = np.where(whole == 0, Why.NO_NEIGHBOUR, Why.FINE).astype(np.int8)
    why = np.where(m.sum(axis=0) == 0, Why.ACTIVITY_EMPTY, why).astype(np.int8)
    return known(gain + 0.0, np.broadcast_to(why, gain.shape))


MEASURE = Measure(
    function=outlook_gain,
    label="复杂度前景增益",
    unit="of PCI",
    needs=("present", "pci", "convention"),
    source="Hausmann et al. (2014), The Atlas of Economic Complexity, technical box 6; packages as named",
)
