"""Dynamic shift–share: the same split, year by year, so that the mix of the first year does not rule the
last."""

import numpy as np
from numpy.typing import ArrayLike

from bulian.errors import BadRequest
from bulian.measure._cells import known, numbers
from bulian.measure.shift_share import ShiftShare, shift_share
from bulian.model.measure import Measure, Measured, Why


def dynamic_shift_share(years: ArrayLike, reference: ArrayLike) -> ShiftShare:
    """The classic split of every pair of neighbouring years, summed.

    Args:
        years: (years, activities) here, in order of time, no year left out. reference: the same for the
            reference.

    Returns:
        Amounts, as of `shift_share`; the parts sum to the change from the first year to the last. An activity
        without a part in any one of the years has none in all (its reason is that of the first such year).

    Raises:
        BadRequest: fewer than two years, the shapes differ, or the reference is empty in a year but the last.

    >>> reference = [[100.0, 100.0], [110.0, 110.0], [121.0, 121.0]]
    >>> found = dynamic_shift_share([[10.0, 10.0], [12.0, 10.0], [15.0, 9.0]], reference)
    >>> found.change.value, (found.whole.value + found.mix.value + found.own.value).round(9)
    (array([ 5., -1.]), array([ 5., -1.]))
    """
    here, other = numbers(years, "years"), numbers(reference, "reference")
    if here.ndim != 2 or here.shape != other.shape or len(here) < 2:
        raise BadRequest(
            f"years and reference have shapes {here.shape} and {other.shape}; both need the same two or "
            "more years "
            "by the same activities.",
            f"years 与 reference 的形状是 {here.shape} 和 {other.shape}；"
            "两者须为同样的两年以上、同样的行业。",
        )
    steps = [shift_share(here[t], here[t + 1], other[t], other[t + 1]) for t in range(len(here) - 1)]
    return ShiftShare(
        *(_summed([getattr(step, part) for step in steps]) for part in ("whole", "mix", "own", "change"))
    )


def _summed(parts: list[Measured]) -> Measured:
    why = parts[0].why
    for part in parts[1:]:
        why = np.where(why == Why.FINE, part.why, why).astype(np.int8)
    return known(np.sum([part.value for part in parts], axis=0), why)


MEASURE = Measure(
    function=dynamic_shift_share,
    label="动态偏离—份额分析",
    unit="of the amounts",
    needs=("years", "reference"),
    source="Barff & Knight (1988), Growth and Change 19(2): 1-10",
)
