"""Modified Lilien index: the same restlessness read forwards and backwards."""

import numpy as np
from numpy.typing import ArrayLike

from bulian.measure._cells import known
from bulian.measure._spread import spread_of_growth
from bulian.model.measure import Measure, Measured


def modified_lilien(before: ArrayLike, after: ArrayLike) -> Measured:
    """Lilien's index with the mean of the earlier and later shares as weights.

    MLI = [ Σi ½ (s[i, t] + s[i, 0]) (Δ ln x[i] − Δ ln X)² ]^½

    Args:
        before, after: (…, activities), jobs or output, the same activities in one order.

    Returns:
        (…), logarithmic points, 0 where all grow alike; the same when the two times are exchanged. An
        activity that is there at one time only has no growth: its row has no value (base_zero).

    Raises:
        BadRequest: the shapes differ, or something is no number.

    >>> round(float(modified_lilien([50.0, 50.0], [40.0, 60.0]).value), 4)
    0.2017
    """
    squares, old, new, why = spread_of_growth(before, after)
    return known(np.sqrt(((old + new) / 2 * squares).sum(axis=-1)), why)


MEASURE = Measure(
    function=modified_lilien,
    label="修正利林指数",
    unit="1",
    needs=("before", "after"),
    source="Stamer (1999); Ansari, Mussida & Pastore (2013), IZA Discussion Paper 7198",
)
