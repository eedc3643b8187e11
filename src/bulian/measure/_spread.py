"""Spread of growth: what Lilien's index and its modified form have in common."""

import numpy as np
from numpy.typing import ArrayLike

from bulian.measure._cells import Codes
from bulian.measure._pairs import two_shares
from bulian.model.measure import Array, Why


def spread_of_growth(before: ArrayLike, after: ArrayLike) -> tuple[Array, Array, Array, Codes]:
    """(Δ ln x − Δ ln X)², the shares before and after, and why a row has none.

    Δ ln x[i] − Δ ln X is Δ ln s[i], so the shares are all it takes.
    """
    old, new, why = two_shares(before, after)
    once = ((old > 0) != (new > 0)).any(axis=-1)
    why = np.where((why == Why.FINE) & once, Why.BASE_ZERO, why).astype(np.int8)
    both = (old > 0) & (new > 0)
    ratio = np.divide(new, old, out=np.ones(both.shape), where=both)
    return np.log(ratio) ** 2, old, new, why
