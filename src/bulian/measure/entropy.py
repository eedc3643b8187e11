"""Entropy: how evenly is the whole spread over its parts?"""

import numpy as np
from numpy.typing import ArrayLike

from bulian.measure._cells import known, shares
from bulian.model.measure import Array, Measure, Measured


def entropy(amounts: ArrayLike) -> Measured:
    """Shannon's entropy of the shares, with the natural logarithm.

    H = −Σi s[i] ln s[i]

    Args:
        amounts: (…, activities), none negative; the whole must be listed.

    Returns:
        (…), in nats, from 0 (one has all) to ln n (all alike); e^H is an effective number that heeds small
        parts more than 1/HHI. A row that is empty, or has a suppressed or negative amount, has none.

    Raises:
        BadRequest: something is no number.

    >>> round(float(entropy([1.0, 1.0]).value), 6)
    0.693147
    """
    share, why = shares(amounts)
    return known(-(share * logarithm(share)).sum(axis=-1), why)


def logarithm(share: Array) -> Array:
    """ln s, and 0 for a share of nothing: s ln s goes to 0 with s."""
    return np.log(share, out=np.zeros_like(share), where=share > 0)


MEASURE = Measure(
    function=entropy,
    label="熵",
    unit="nat",
    needs=("amounts",),
    source="Shannon (1948), Bell System Technical Journal 27(3): 379-423; Theil (1967)",
)
