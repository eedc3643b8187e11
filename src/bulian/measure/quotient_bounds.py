"""Quotient bounds: between which two location quotients does a table with suppressed cells leave us?"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from bulian.errors import BadRequest
from bulian.measure._cells import (
    Codes,
    divided,
    empty_margins,
    matrix,
    refuse_below_zero,
    refuse_unknown,
    same_shape,
)
from bulian.model.measure import Array, Measure, Why


@dataclass(frozen=True, slots=True)
class QuotientBounds:
    """The least and greatest quotient each cell can have; NaN with its reason where it has none."""

    low: Array
    high: Array
    why: Codes


def quotient_bounds(low: ArrayLike, high: ArrayLike) -> QuotientBounds:
    """The sharp bounds of every location quotient when each cell lies between its own two numbers.

    LQ = x (x + R + C + Z) / ((x + R)(x + C)) with R the rest of the region, C the rest of the activity and Z
    all other cells. It falls with R and C and rises with Z; in x it rises to the positive root of
    Z x² = 2RC x + RC (R + C + Z) and then falls.

    Args:
        low, high: (regions, activities), the least and greatest amount of each cell; equal where it is known.
            A suppressed count of fewer than five has low 0 (or 1) and high 4.

    Returns:
        Bounds that contain the quotient of every table between `low` and `high`, each reached or approached
        by one of them. The high one is infinite where a lone amount may be as small as one likes.

    Raises:
        BadRequest: a bound is missing, negative, or the low one is above the high one.

    >>> found = quotient_bounds([[6.0, 4.0], [0.0, 8.0]], [[6.0, 4.0], [4.0, 8.0]])
    >>> float(found.low[1, 0]), round(float(found.high[1, 0]), 3)
    (0.0, 0.733)
    """
    a, b = matrix(low, "low"), matrix(high, "high")
    _refuse_crossed(a, b)
    row_a, row_b = (part.sum(axis=1, keepdims=True) - part for part in (a, b))
    column_a, column_b = (part.sum(axis=0) - part for part in (a, b))
    rest_a, rest_b = (
        part.sum() - part.sum(axis=1, keepdims=True) - part.sum(axis=0) + part for part in (a, b)
    )
    least = np.minimum(_quotient(a, row_b, column_b, rest_a), _quotient(b, row_b, column_b, rest_a))
    peak = np.clip(_peak(row_a, column_a, rest_b), a, b)
    most = np.where(
        row_a * column_a > 0,
        _quotient(peak, row_a, column_a, rest_b),
        np.where(b > 0, _alone(a, row_a + column_a, rest_b), 0.0),
    )
    why = empty_margins(b)
    return QuotientBounds(
        np.where(why == Why.FINE, least, np.nan), np.where(why == Why.FINE, most, np.nan), why
    )


def _quotient(x: Array, row: Array, column: Array, rest: Array) -> Array:
    return divided(x * (x + row + column + rest), (x + row) * (x + column))


def _alone(x: Array, other: Array, rest: Array) -> Array:
    """The quotient where the region or the activity may consist of `x` alone; it falls with x."""
    below = x + other
    return np.where(below > 0, divided(below + rest, below), np.where(rest > 0, np.inf, 1.0))


def _peak(row: Array, column: Array, rest: Array) -> Array:
    both = row * column
    root = both + np.sqrt(both**2 + rest * both * (row + column + rest))
    return np.where(rest > 0, divided(root, rest), np.inf)


def _refuse_crossed(low: Array, high: Array) -> None:
    same_shape(low, high, "low and high")
    for part, name in ((low, "low"), (high, "high")):
        refuse_unknown(part, name)
        refuse_below_zero(part, name)
    if (low > high).any():
        row, column = np.argwhere(low > high)[0] + 1
        raise BadRequest(
            f"low is above high in row {row}, column {column}. Exchange the two, or mend them.",
            f"第 {row} 行第 {column} 列的下限高于上限。请对调或改正。",
        )


MEASURE = Measure(
    function=quotient_bounds,
    label="区位商上下限",
    unit="1",
    needs=("low", "high"),
    source="our own; monotone in each cell but its own, docs/methods/specialisation.md",
)
