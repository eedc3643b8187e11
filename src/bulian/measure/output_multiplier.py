"""Output multiplier: how much output in all goes with one yuan of a sector's final demand?"""

import numpy as np
from numpy.typing import ArrayLike

from bulian.measure._cells import square
from bulian.model.measure import Array, Measure


def output_multiplier(inverse: ArrayLike) -> Array:
    """The column sums of the Leontief inverse.

    m[j] = Σi L[i, j]

    Args:
        inverse: L (sectors, sectors), as of `leontief`.

    Returns:
        (sectors,), at least 1: the sector's own yuan is in it.

    Raises:
        BadRequest: `inverse` is not square, or a number is missing.

    >>> output_multiplier([[1.2541, 0.3300], [0.2640, 1.1221]]).round(4)
    array([1.5181, 1.4521])
    """
    return np.asarray(square(inverse, "inverse").sum(axis=0))


MEASURE = Measure(
    function=output_multiplier,
    label="产出乘数",
    unit="1",
    needs=("inverse",),
    source="Miller & Blair (2009), Input-Output Analysis, 2nd ed., section 6.2.1",
)
