"""Top share: how much do the few greatest hold?"""

import numpy as np
from numpy.typing import ArrayLike

from bulian.errors import BadRequest
from bulian.measure._cells import known, shares
from bulian.model.measure import Measure, Measured


def top_share(amounts: ArrayLike, *, count: int) -> Measured:
    """The share of the `count` greatest together: CR1, CR3 …

    CR[k] = Σ of the k greatest s[i]

    Args:
        amounts: (…, activities), none negative; the whole must be listed. count: k ≥ 1; more than there are
            is all.

    Returns:
        (…), a fraction up to 1. A row that is empty, or has a suppressed or negative amount, has none.

    Raises:
        BadRequest: `count` is below one, or something is no number.

    >>> round(float(top_share([20.0, 50.0, 30.0], count=2).value), 2)
    0.8
    """
    if count < 1:
        raise BadRequest(f"count is {count}; give one or more.", f"count 是 {count}；至少为一。")
    share, why = shares(amounts)
    greatest = np.sort(share, axis=-1)[..., -count:].sum(axis=-1)
    return known(np.minimum(greatest, 1.0), why)


MEASURE = Measure(
    function=top_share,
    label="前几位占比",
    unit="1",
    needs=("amounts", "count"),
    source="concentration ratio; Bain (1956), Barriers to New Competition",
)
