"""Theil index: how far from even is the whole spread?"""

import numpy as np
from numpy.typing import ArrayLike

from bulian.measure._cells import known, shares
from bulian.measure.entropy import logarithm
from bulian.model.measure import Measure, Measured


def theil(amounts: ArrayLike) -> Measured:
    """Theil's T: what the entropy lacks of its greatest value.

    T = Σi s[i] ln(n s[i]) = ln n − H

    Args:
        amounts: (…, units), none negative, one for each unit, zeros included.

    Returns:
        (…), in nats, from 0 (all alike) to ln n (one has all). A row that is empty, or has a suppressed or
        negative amount, has none.

    Raises:
        BadRequest: something is no number.

    >>> round(float(theil([3.0, 1.0]).value), 6)
    0.130812
    """
    share, why = shares(amounts)
    lack = np.log(share.shape[-1]) + (share * logarithm(share)).sum(axis=-1)
    return known(np.maximum(lack, 0.0), why)


MEASURE = Measure(
    function=theil,
    label="泰尔指数",
    unit="nat",
    needs=("amounts",),
    source="Theil (1967), Economics and Information Theory, chapter 4",
)
