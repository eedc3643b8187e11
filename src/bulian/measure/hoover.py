"""Hoover index: what share would have to move to match the reference?"""

import numpy as np
from numpy.typing import ArrayLike

from bulian.measure._cells import known
from bulian.measure._pairs import two_shares
from bulian.model.measure import Measure, Measured


def hoover(amounts: ArrayLike, reference: ArrayLike) -> Measured:
    """Half the sum of the differences between two distributions; Florence's coefficient of localisation.

    D = ½ Σi |s[i] − q[i]|

    Args:
        amounts: (…, units), none negative. reference: (units,) or of the same shape: population, area, or
            ones for an even spread.

    Returns:
        (…), a fraction: 0 where both are spread alike, 1 where they never meet. A row that is empty, or has a
        suppressed or negative amount, has none.

    Raises:
        BadRequest: the units differ in number, or something is no number.

    >>> round(float(hoover([3.0, 1.0], [1.0, 1.0]).value), 6)
    0.25
    """
    share, other, why = two_shares(amounts, reference)
    return known(np.minimum(np.abs(share - other).sum(axis=-1) / 2, 1.0), why)


MEASURE = Measure(
    function=hoover,
    label="胡佛指数",
    unit="1",
    needs=("amounts", "reference"),
    source="Hoover (1936), Review of Economics and Statistics 18(4): 162-171",
)
