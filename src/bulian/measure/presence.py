"""Presence: which region has which activity, as a table of zeros and ones?"""

import numpy as np

from bulian.measure._cells import known
from bulian.model.measure import Measure, Measured, Why


def presence(quotient: Measured, *, threshold: float = 1.0) -> Measured:
    """One where the quotient reaches the threshold: the region has the activity more than by its share.

    M[r, i] = 1 if LQ[r, i] ≥ threshold, else 0

    Args:
        quotient: as of `location_quotient`. threshold: 1 by custom.

    Returns:
        Zeros and ones. An empty region or activity has zeros: nothing is there. A suppressed or negative cell
        has none; `.value` is NaN there, and what needs a whole table refuses it until you decide.

    >>> from bulian.measure.location_quotient import location_quotient
    >>> presence(location_quotient([[6.0, 4.0], [2.0, 8.0]])).value
    array([[1., 0.],
           [0., 1.]])
    """
    nothing = np.isin(quotient.why, (Why.REGION_EMPTY, Why.ACTIVITY_EMPTY))
    why = np.where(nothing, Why.FINE, quotient.why).astype(np.int8)
    held = np.nan_to_num(quotient.value, nan=-np.inf) >= threshold
    return known(held.astype(np.float64), why)


MEASURE = Measure(
    function=presence,
    label="显性比较优势矩阵",
    unit="1",
    needs=("quotient",),
    source="Hidalgo, Klinger, Barabási & Hausmann (2007), Science 317: 482-487",
)
