"""FLQ: how much of what its sectors need does a region buy at home, if nobody asked?"""

import numpy as np
from numpy.typing import ArrayLike

from bulian.errors import BadRequest
from bulian.measure._cells import along, divided, refuse_below_zero, square
from bulian.model.measure import Array, Measure


def flq(coefficients: ArrayLike, region: ArrayLike, nation: ArrayLike, *, delta: float) -> Array:
    """Flegg's location quotient: national coefficients cut down to a region by its size and mix.

    SLQ[i] = (x_r[i] / X_r) / (x[i] / X),  CILQ[i, j] = SLQ[i] / SLQ[j],  λ = [log2(1 + X_r / X)]^δ
    FLQ[i, j] = CILQ[i, j] λ off the diagonal, SLQ[i] λ on it;  a_r[i, j] = a[i, j] min(1, FLQ[i, j])

    Args:
        coefficients: A (sectors, sectors) of the nation, domestic inputs only. region, nation: (sectors,),
            output or jobs of both. delta: δ from 0 to 1; 0.2 to 0.4 in the literature: show the band, never
            one number.

    Returns:
        (sectors, sectors), regional coefficients. A sector the region lacks sells nothing there and needs
        nothing: zeros. One the nation lacks but the region has is refused.

    Raises:
        BadRequest: the region is larger than the nation in a sector, δ lies outside 0 to 1, or the shapes
            differ.

    >>> flq([[0.15, 0.25], [0.20, 0.05]], [100.0, 50.0], [1000.0, 2000.0], delta=0.3).round(4)
    array([[0.1353, 0.25  ],
           [0.0226, 0.0113]])
    """
    a, home, quotient, size = regional_parts(coefficients, region, nation, delta)
    cross = divided(quotient[:, None] + 0 * a, quotient[None, :] + 0 * a)
    np.fill_diagonal(cross, quotient)
    return np.asarray(a * np.minimum(1.0, cross * size) * home)


def regional_parts(
    coefficients: ArrayLike, region: ArrayLike, nation: ArrayLike, delta: float
) -> tuple[Array, Array, Array, float]:
    """A, which pairs of sectors are both at home, SLQ, and λ; what FLQ and AFLQ share."""
    a = square(coefficients, "coefficients")
    here, all_of_it = along(region, "region", len(a)), along(nation, "nation", len(a))
    for part, name in ((a, "coefficients"), (here, "region"), (all_of_it, "nation")):
        refuse_below_zero(part, name)
    _refuse_larger(here, all_of_it)
    if not 0 <= delta <= 1:
        raise BadRequest(f"delta is {delta}; give 0 to 1.", f"delta 是 {delta}；须在 0 与 1 之间。")
    part = here.sum() / all_of_it.sum()
    quotient = divided(here / here.sum(), all_of_it / all_of_it.sum())
    present = here > 0
    return a, np.outer(present, present).astype(np.float64), quotient, float(np.log2(1 + part) ** delta)


def _refuse_larger(here: Array, all_of_it: Array) -> None:
    if not here.sum() > 0:
        raise BadRequest(
            "the region has no output in any sector, so nothing can be cut down to it. Load its totals.",
            "该地区各部门都没有产出，无从区域化。请先装入它的分部门总量。",
        )
    if (here > all_of_it * (1 + 1e-9)).any():
        worst = int(np.argmax(here - all_of_it))
        raise BadRequest(
            f"the region makes {here[worst]:g} of sector {worst + 1}, more than the nation's "
            f"{all_of_it[worst]:g}. "
            "Bring both to one unit and year.",
            f"第 {worst + 1} 个部门，地区产出 {here[worst]:g} 大于全国的 {all_of_it[worst]:g}。"
            "请统一单位与年份。",
        )


MEASURE = Measure(
    function=flq,
    label="弗莱格区位商区域化",
    unit="1",
    needs=("coefficients", "region", "nation", "delta"),
    source="Flegg & Webber (1997), Regional Studies 31(8): 795-805",
)
