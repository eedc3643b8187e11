"""Shift–share: did the region grow with the whole, with its mix, or of its own?"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from bulian.errors import BadRequest
from bulian.measure._cells import Codes, known
from bulian.measure._change import growth, two_times
from bulian.model.measure import Array, Measure, Measured, Why


@dataclass(frozen=True, slots=True)
class ShiftShare:
    """The parts of each change, in the unit of the amounts: `whole + mix + own == change`."""

    whole: Measured
    mix: Measured
    own: Measured
    change: Measured


def shift_share(
    before: ArrayLike, after: ArrayLike, ref_before: ArrayLike, ref_after: ArrayLike
) -> ShiftShare:
    """The classic split of each activity's change.

    Δx[i] = x[i] G + x[i] (G[i] − G) + x[i] (g[i] − G[i])

    with g the growth here, G[i] that of the activity in the reference, G that of the reference's whole.

    Args:
        before, after: (…, activities) here. ref_before, ref_after: (activities,), the reference, which may
            hold the region itself.

    Returns:
        Amounts. `own` is arithmetic, not a cause. An activity that is new here counts wholly as `own`; one
        that the reference lacked before has none of the parts (base_zero), nor has a suppressed or negative
        one.

    Raises:
        BadRequest: the shapes do not fit, or the reference is empty before.

    >>> found = shift_share([100.0, 50.0], [130.0, 45.0], [1000.0, 1000.0], [1200.0, 1000.0])
    >>> found.whole.value, found.mix.value, found.own.value
    (array([10.,  5.]), array([10., -5.]), array([10., -5.]))
    """
    start, end, why = two_times(before, after)
    of_activity, of_all, missing = reference_growth(ref_before, ref_after, start.shape[-1])
    why = np.where(why == Why.FINE, missing, why).astype(np.int8)
    change = end - start
    mix = start * (of_activity - of_all)
    own = change - start * of_activity
    return ShiftShare(known(start * of_all, why), known(mix, why), known(own, why), known(change, why))


def reference_growth(before: ArrayLike, after: ArrayLike, count: int) -> tuple[Array, float, Codes]:
    """By activity and in all how much the reference grew, and which activities it lacked before."""
    start, end, why = two_times(before, after)
    if start.shape != (count,):
        raise BadRequest(
            f"the reference has shape {start.shape}; it needs one amount for each of {count} activities.",
            f"参照地区的形状是 {start.shape}；{count} 个行业各需一个数。",
        )
    if not start.sum() > 0:
        raise BadRequest(
            "the reference has nothing at the earlier time, so nothing can be said to have grown. Take "
            "another year.",
            "参照地区在较早的时点没有数，谈不上增长。请换一个年份。",
        )
    why = np.where((why == Why.FINE) & (start == 0), Why.BASE_ZERO, why).astype(np.int8)
    return growth(start, end), float(end.sum() / start.sum() - 1), why


MEASURE = Measure(
    function=shift_share,
    label="偏离—份额分析",
    unit="of the amounts",
    needs=("before", "after", "ref_before", "ref_after"),
    source="Dunn (1960), Papers of the Regional Science Association 6(1): 97-112",
)
