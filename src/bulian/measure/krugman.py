"""Krugman index: how different is the region's mix from the reference?"""

import numpy as np
from numpy.typing import ArrayLike

from bulian.measure._cells import known
from bulian.measure._pairs import two_shares
from bulian.model.measure import Measure, Measured


def krugman(amounts: ArrayLike, reference: ArrayLike) -> Measured:
    """The sum of the differences between the shares.

    K = Σi |s[i] − q[i]|

    Args:
        amounts: (…, activities), none negative. reference: (activities,) or of the same shape: the whole, or
            a peer.

    Returns:
        (…), from 0 (the same mix) to 2 (nothing in common); some divide it by two. A row that is empty, or
        has a suppressed or negative amount, has none.

    Raises:
        BadRequest: the activities differ in number, or something is no number.

    >>> round(float(krugman([3.0, 1.0], [1.0, 1.0]).value), 6)
    0.5
    """
    share, other, why = two_shares(amounts, reference)
    return known(np.minimum(np.abs(share - other).sum(axis=-1), 2.0), why)


MEASURE = Measure(
    function=krugman,
    label="克鲁格曼专业化指数",
    unit="1",
    needs=("amounts", "reference"),
    source="Krugman (1991), Geography and Trade, pp. 75-76",
)
