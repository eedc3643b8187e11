"""Moore index: by what angle did the mix turn?"""

import numpy as np
from numpy.typing import ArrayLike

from bulian.measure._cells import known
from bulian.measure._pairs import two_shares
from bulian.model.measure import Measure, Measured


def moore(before: ArrayLike, after: ArrayLike) -> Measured:
    """The angle between the vectors of shares.

    θ = arccos( Σ s0 s1 / (√Σ s0² √Σ s1²) )

    Args:
        before, after: (…, activities) at two times, in any unit, the same activities in one order.

    Returns:
        (…), radians: 0 nothing turned, π/2 nothing is left of the old mix. A row that is empty, or has a
        suppressed or negative amount at either time, has none.

    Raises:
        BadRequest: the activities differ in number, or something is no number.

    >>> round(float(moore([1.0, 0.0], [1.0, 1.0]).value), 6)
    0.785398
    """
    old, new, why = two_shares(before, after)
    # For a small angle the arc cosine loses half the digits; this form of Kahan's keeps them.
    a, b = (part / np.sqrt((part**2).sum(axis=-1, keepdims=True)) for part in (old, new))
    apart, together = (np.sqrt(((a + sign * b) ** 2).sum(axis=-1)) for sign in (-1, 1))
    return known(2 * np.arctan2(apart, together), why)


MEASURE = Measure(
    function=moore,
    label="莫尔值",
    unit="rad",
    needs=("before", "after"),
    source="Moore (1978), Journal of Regional Science 18(1): 71-78",
)
