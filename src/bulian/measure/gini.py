"""Gini coefficient: how unequal are the amounts?"""

import numpy as np
from numpy.typing import ArrayLike

from bulian.measure._cells import known, shares
from bulian.model.measure import Measure, Measured


def gini(amounts: ArrayLike) -> Measured:
    """Half the mean difference between any two, over the mean; twice the area above the Lorenz curve.

    G = Σi (2i − n − 1) s[i] / n,  s in ascending order

    Args:
        amounts: (…, units), none negative, one for each unit, zeros included.

    Returns:
        (…), a fraction from 0 (all alike) to 1 − 1/n (one has all); no correction for small n. A row that is
        empty, or has a suppressed or negative amount, has none.

    Raises:
        BadRequest: something is no number.

    >>> round(float(gini([1.0, 1.0, 2.0]).value), 6)
    0.166667
    """
    share, why = shares(amounts)
    count = share.shape[-1]
    place = 2 * np.arange(1, count + 1) - count - 1
    return known(np.maximum((np.sort(share, axis=-1) * place).sum(axis=-1) / count, 0.0), why)


MEASURE = Measure(
    function=gini,
    label="基尼系数",
    unit="1",
    needs=("amounts",),
    source="Gini (1912); the form for sorted shares in Sen (1973), On Economic Inequality, p. 31",
)
