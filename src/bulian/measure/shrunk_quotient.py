"""Shrunk quotient: a location quotient that a handful of jobs cannot drive to the sky."""

import numpy as np
from numpy.typing import ArrayLike

from bulian.errors import BadRequest
from bulian.measure._cells import amounts, divided, empty_margins, first_reason, known
from bulian.model.measure import Measure, Measured


def shrunk_quotient(activity: ArrayLike, *, kappa: float) -> Measured:
    """The location quotient after `kappa` units of the whole's own mix were added to every region.

    s[r, i] = (x[r, i] + κ q[i]) / (X[r] + κ),  q[i] = Σr x[r, i] / X,  LQ = s / q

    Args:
        activity: (regions, activities), counts. kappa: κ ≥ 0, in the same unit; 0 shrinks nothing, and as κ
            grows every quotient goes to 1.

    Returns:
        (regions, activities), without unit; where the region is empty it is 1 if κ > 0, for nothing is known
        against the mix of the whole. Suppressed and negative cells and empty activities have none.

    Raises:
        BadRequest: `kappa` is negative, or `activity` is no table of numbers.

    >>> shrunk_quotient([[6.0, 4.0], [2.0, 8.0]], kappa=10).value
    array([[1.25      , 0.83333333],
           [0.75      , 1.16666667]])
    """
    if not kappa >= 0:
        raise BadRequest(f"kappa is {kappa}; give zero or more.", f"kappa 是 {kappa}；请给零或正数。")
    x, why = amounts(activity)
    mix = divided(x.sum(axis=0), np.asarray(x.sum()))
    share = divided(x + kappa * mix, x.sum(axis=1, keepdims=True) + kappa)
    margins = empty_margins(x + kappa * mix)
    return known(divided(share, mix), first_reason(why, margins))


MEASURE = Measure(
    function=shrunk_quotient,
    label="收缩区位商",
    unit="1",
    needs=("activity",),
    source="add-κ smoothing of shares towards the whole; Efron & Morris (1975), JASA 70(350): 311-319",
)
