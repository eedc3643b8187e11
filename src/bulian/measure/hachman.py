"""Hachman index: how much of the reference's diversity does the region have?"""

import numpy as np
from numpy.typing import ArrayLike

from bulian.measure._cells import divided, known
from bulian.measure._pairs import two_shares
from bulian.model.measure import Measure, Measured, Why


def hachman(amounts: ArrayLike, reference: ArrayLike) -> Measured:
    """One over the mean location quotient, weighted by the region's own shares.

    HI = 1 / Σi s[i] LQ[i] = 1 / Σi s[i]² / q[i]

    Args:
        amounts: (…, activities), none negative. reference: (activities,) or of the same shape: the whole the
            region belongs to.

    Returns:
        (…), a fraction: 1 where the mix is the reference's, towards 0 as it leaves it. A row that is empty,
        or has a suppressed or negative amount, has none; nor has one with an activity that the reference
        lacks.

    Raises:
        BadRequest: the activities differ in number, or something is no number.

    >>> round(float(hachman([3.0, 1.0], [1.0, 1.0]).value), 6)
    0.8
    """
    share, other, why = two_shares(amounts, reference)
    strange = ((share > 0) & (other == 0)).any(axis=-1)
    why = np.where((why == Why.FINE) & strange, Why.ACTIVITY_EMPTY, why).astype(np.int8)
    spread = divided(share**2, other + 0 * share).sum(axis=-1)
    return known(np.minimum(divided(np.ones_like(spread), spread), 1.0), why)


MEASURE = Measure(
    function=hachman,
    label="哈克曼多样性指数",
    unit="1",
    needs=("amounts", "reference"),
    source="Hachman (1994), Bureau of Economic and Business Research, University of Utah; Moore (2001)",
)
