"""Lilien index: do jobs move between activities faster than they grow together?"""

import numpy as np
from numpy.typing import ArrayLike

from bulian.measure._cells import known
from bulian.measure._spread import spread_of_growth
from bulian.model.measure import Measure, Measured


def lilien(before: ArrayLike, after: ArrayLike) -> Measured:
    """The spread of the activities' growth around that of the whole, weighted by the later shares.

    σ = [ Σi s[i, t] (Δ ln x[i] − Δ ln X)² ]^½

    Args:
        before, after: (…, activities), jobs or output, the same activities in one order.

    Returns:
        (…), logarithmic points, 0 where all grow alike. Not the same backwards; see `modified_lilien`. An
        activity that is there at one time only has no growth: its row has no value (base_zero). Absent at
            both,
        it is left out.

    Raises:
        BadRequest: the shapes differ, or something is no number.

    >>> round(float(lilien([50.0, 50.0], [40.0, 60.0]).value), 4)
    0.1997
    """
    squares, _, new, why = spread_of_growth(before, after)
    return known(np.sqrt((new * squares).sum(axis=-1)), why)


MEASURE = Measure(
    function=lilien,
    label="利林指数",
    unit="1",
    needs=("before", "after"),
    source="Lilien (1982), Journal of Political Economy 90(4): 777-793",
)
