"""Factor multiplier: how many jobs, or how much income or tax, go with one yuan of final demand?"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from bulian.errors import BadRequest
from bulian.measure._cells import cell_reasons, divided, known, numbers, square
from bulian.model.measure import Measure, Measured, Why


@dataclass(frozen=True, slots=True)
class FactorMultiplier:
    """`total` by unit of final demand, and `ratio`, the total over the sector's own (type I)."""

    total: Measured
    ratio: Measured


def factor_multiplier(coefficients: ArrayLike, inverse: ArrayLike) -> FactorMultiplier:
    """Jobs, income, tax, energy: whatever goes with output in a fixed proportion.

    h[j] = Σi e[i] L[i, j],  type I = h[j] / e[j]

    Args:
        coefficients: e (sectors,), by unit of output; NaN where unknown. inverse: L, as of `leontief`.

    Returns:
        By sector, `total` in the factor's unit for one unit of final demand, `ratio` without unit, at least
        1. With one coefficient unknown all totals are (suppressed): a sector draws on every other. No ratio
        where the sector itself uses none of the factor (base_zero).

    Raises:
        BadRequest: the shapes do not fit, or a coefficient is negative.

    >>> found = factor_multiplier([0.3, 0.25], [[1.2541, 0.3300], [0.2640, 1.1221]])
    >>> found.total.value.round(4), found.ratio.value.round(4)
    (array([0.4422, 0.3795]), array([1.4741, 1.5181]))
    """
    full = square(inverse, "inverse")
    per_unit = numbers(coefficients, "coefficients")
    if per_unit.shape != (len(full),) or (per_unit < 0).any():
        raise BadRequest(
            f"coefficients need one number of zero or more for each of {len(full)} sectors.",
            f"coefficients 须给 {len(full)} 个部门各一个不小于零的数。",
        )
    unknown = np.isnan(per_unit)
    why = np.full(len(full), Why.SUPPRESSED if unknown.any() else Why.FINE, np.int8)
    total = np.nan_to_num(per_unit) @ full
    none = cell_reasons(per_unit)
    none[per_unit == 0] = Why.BASE_ZERO
    return FactorMultiplier(
        known(total, why),
        known(divided(total, np.nan_to_num(per_unit)), np.where(why == Why.FINE, none, why).astype(np.int8)),
    )


MEASURE = Measure(
    function=factor_multiplier,
    label="就业、收入等乘数",
    unit="of the factor",
    needs=("coefficients", "inverse"),
    source="Miller & Blair (2009), Input-Output Analysis, 2nd ed., sections 6.2.2-6.2.3",
)
