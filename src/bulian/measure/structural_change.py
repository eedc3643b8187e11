"""Structural change: what share of the whole changed hands?"""

import numpy as np
from numpy.typing import ArrayLike

from bulian.measure._cells import known
from bulian.measure._pairs import two_shares
from bulian.model.measure import Measure, Measured


def structural_change(before: ArrayLike, after: ArrayLike) -> Measured:
    """The norm of absolute values, also Michaely's or Stoikov's index.

    NAV = ½ Σi |s[i, t] − s[i, 0]|

    Args:
        before, after: (…, activities) at two times, in any unit, the same activities in one order.

    Returns:
        (…), a fraction: 0 nothing moved, 1 nothing is left of the old mix. A row that is empty, or has a
        suppressed or negative amount at either time, has none.

    Raises:
        BadRequest: the activities differ in number, or something is no number.

    >>> float(structural_change([50.0, 50.0], [30.0, 90.0]).value)
    0.25
    """
    old, new, why = two_shares(before, after)
    return known(np.minimum(np.abs(new - old).sum(axis=-1) / 2, 1.0), why)


MEASURE = Measure(
    function=structural_change,
    label="结构变动系数",
    unit="1",
    needs=("before", "after"),
    source="Michaely (1962), Concentration in International Trade; Dietrich (2012), Empirica 39: 1-29",
)
