"""Esteban-Marquillas: is the region good at what it does, and does it do what it is good at?"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from bulian.measure._cells import known
from bulian.measure._change import two_times
from bulian.measure.shift_share import reference_growth
from bulian.model.measure import Measure, Measured, Why


@dataclass(frozen=True, slots=True)
class EstebanMarquillas:
    """The parts of each change: `whole + mix + competitive + allocation == change`."""

    whole: Measured
    mix: Measured
    competitive: Measured
    allocation: Measured
    change: Measured


def esteban_marquillas(
    before: ArrayLike, after: ArrayLike, ref_before: ArrayLike, ref_after: ArrayLike
) -> EstebanMarquillas:
    """Shift–share whose own part is cut in two: what a region of the reference's mix would have gained, and
    the rest.

    xʰ[i] = X q[i],  competitive = xʰ[i] (g[i] − G[i]),  allocation = (x[i] − xʰ[i]) (g[i] − G[i])

    Args:
        before, after: (…, activities) here. ref_before, ref_after: (activities,), the reference.

    Returns:
        Amounts. Allocation above 0: more than usual of what does well here, or less of what does badly. An
        activity that is new here has no growth rate: its gain counts wholly as allocation, for a region that
        lacks it cannot do well at it. One that the reference lacked before has none of the parts (base_zero).

    Raises:
        BadRequest: the shapes do not fit, or the reference is empty before.

    >>> found = esteban_marquillas([100.0, 50.0], [130.0, 45.0], [1000.0, 1000.0], [1200.0, 1000.0])
    >>> found.competitive.value, found.allocation.value
    (array([ 7.5, -7.5]), array([2.5, 2.5]))
    """
    start, end, why = two_times(before, after)
    of_activity, of_all, missing = reference_growth(ref_before, ref_after, start.shape[-1])
    why = np.where(why == Why.FINE, missing, why).astype(np.int8)
    old, _, _ = two_times(ref_before, ref_after)
    usual = start.sum(axis=-1, keepdims=True) * old / old.sum()
    own = (end - start) - start * of_activity
    ahead = np.divide(own, start, out=np.zeros(start.shape), where=start != 0)
    competitive = usual * ahead
    return EstebanMarquillas(
        known(start * of_all, why),
        known(start * (of_activity - of_all), why),
        known(competitive, why),
        known(own - competitive, why),
        known(end - start, why),
    )


MEASURE = Measure(
    function=esteban_marquillas,
    label="埃斯特班—马基利亚斯偏离份额",
    unit="of the amounts",
    needs=("before", "after", "ref_before", "ref_after"),
    source="Esteban-Marquillas (1972), Regional and Urban Economics 2(3): 249-261",
)
