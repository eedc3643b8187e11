"""AFLQ: the same, but a region's specialities may buy more at home than the nation's do."""

import numpy as np
from numpy.typing import ArrayLike

from bulian.measure._cells import divided
from bulian.measure.flq import regional_parts
from bulian.model.measure import Array, Measure


def aflq(coefficients: ArrayLike, region: ArrayLike, nation: ArrayLike, *, delta: float) -> Array:
    """FLQ, with the columns of sectors in which the region is specialised raised.

    AFLQ[i, j] = FLQ[i, j] log2(1 + SLQ[j]) where SLQ[j] > 1, else FLQ[i, j];  a_r = a min(1, FLQ) or a AFLQ,
    as above

    Args:
        coefficients: A (sectors, sectors) of the nation, domestic inputs only. region, nation: (sectors,),
            output or jobs of both. delta: δ from 0 to 1.

    Returns:
        (sectors, sectors), regional coefficients; they may exceed the nation's in a speciality's column, by
        log2(1 + SLQ) at most. A sector the region lacks has zeros.

    Raises:
        BadRequest: as of `flq`.

    >>> aflq([[0.15, 0.25], [0.20, 0.05]], [100.0, 50.0], [1000.0, 2000.0], delta=0.3).round(4)
    array([[0.2145, 0.25  ],
           [0.0357, 0.0113]])
    """
    a, home, quotient, size = regional_parts(coefficients, region, nation, delta)
    cross = divided(quotient[:, None] + 0 * a, quotient[None, :] + 0 * a)
    np.fill_diagonal(cross, quotient)
    special = np.where(quotient > 1, np.log2(1 + quotient), 1.0)
    return np.asarray(a * np.minimum(1.0, cross * size) * special * home)


MEASURE = Measure(
    function=aflq,
    label="增广弗莱格区位商区域化",
    unit="1",
    needs=("coefficients", "region", "nation", "delta"),
    source="Flegg & Webber (2000), Regional Studies 34(6): 563-569",
)
