"""Extraction: what would the economy lose if a sector, or a part of one, were gone?"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from bulian.errors import BadRequest
from bulian.measure._cells import along, numbers, refuse_below_zero, square
from bulian.model.measure import Array, Measure


@dataclass(frozen=True, slots=True)
class Extraction:
    """What is lost when each sector loses its share: (sectors,) each, positive, in the unit of the output.

    Attributes:
        direct: θ x, the output of the part that is gone. total: of all sectors together. own: of the sector
            itself.
    """

    direct: Array
    own: Array
    total: Array


def extraction(inverse: ArrayLike, output: ArrayLike, share: ArrayLike) -> Extraction:
    """The loss for every sector from one inverse: no matrix is inverted again.

    A part θ of sector k is gone; what it sold, to others and for final use, is bought from outside:
    a'[k, j] = (1 − θ) a[k, j] and f'[k] = (1 − θ) f[k], so that

    Δx = −θ x[k] / (1 + θ (L[k, k] − 1)) · L[:, k],  in all −θ x[k] m[k] / (1 + θ (L[k, k] − 1)),  m[k] = Σi
    L[i, k]

    θ = 1 is the hypothetical extraction of the whole sector's sales, x[k] m[k] / L[k, k].

    Args:
        inverse: L (sectors, sectors). output: x (sectors,). share: θ from 0 to 1, one for all or one for
            each; a leading axis for several scenarios at once.

    Returns:
        Losses; 0 for a sector without output. An upper bound of what happens: no price falls, nobody steps
        in.

    Raises:
        BadRequest: a share lies outside 0 to 1, an output is negative, or the shapes do not fit.

    >>> found = extraction([[1.2541, 0.3300], [0.2640, 1.1221]], [1000.0, 2000.0], 1.0)
    >>> found.total.round(1)
    array([1210.5, 2588.2])
    """
    full = square(inverse, "inverse")
    x = along(output, "output", len(full))
    refuse_below_zero(x, "output")
    theta = _shares(share, len(full))
    direct = theta * x
    own = np.diag(full)
    scale = direct / (1 + theta * (own - 1))
    return Extraction(direct, scale * own, scale * full.sum(axis=0))


def extraction_by_sector(inverse: ArrayLike, output: ArrayLike, *, sector: int, share: float) -> Array:
    """Where the loss falls: (sectors,), positive, when `sector` (counted from 0) loses `share` of itself."""
    full = square(inverse, "inverse")
    x = along(output, "output", len(full))
    if not 0 <= sector < len(full):
        raise BadRequest(
            f"there is no sector {sector}; they run from 0 to {len(full) - 1}.",
            f"没有第 {sector} 个部门；编号从 0 到 {len(full) - 1}。",
        )
    theta = float(_shares(share, len(full)))
    return np.asarray(theta * x[sector] / (1 + theta * (full[sector, sector] - 1)) * full[:, sector])


def _shares(given: ArrayLike, count: int) -> Array:
    theta = numbers(given, "share")
    if theta.ndim and theta.shape[-1] not in (1, count):
        raise BadRequest(
            f"share has shape {theta.shape}; give one for all, or one for each of {count} sectors.",
            f"share 的形状是 {theta.shape}；请给一个数，或给 {count} 个部门各一个。",
        )
    if not ((theta >= 0) & (theta <= 1)).all():
        raise BadRequest(
            "a share lies outside 0 to 1. Write 37 % as 0.37; a firm cannot be more than its sector.",
            "有占比不在 0 与 1 之间。37% 请写 0.37；企业不会大过它所在的行业。",
        )
    return theta


MEASURE = Measure(
    function=extraction,
    label="假想抽取法",
    unit="of the output",
    needs=("inverse", "output", "share"),
    source="Strassert (1968); Dietzenbacher & van der Linden (1997), Journal of Regional Science 37(2)",
)
