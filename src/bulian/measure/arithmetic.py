"""Arithmetic with numbers that are known within bounds (区间运算): what follows from printed digits.

Every extent here has both ends. The point is computed from the points, the ends from the ends that make the
result smallest and greatest; so the truth lies within whenever each operand's truth does (Moore 1966).
"""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from bulian.measure.extent import Extent

_HUNDRED = Decimal(100)


def total(parts: Iterable[Extent]) -> Extent:
    """The sum: ends add to ends.

    >>> total([Extent(Decimal(1), Decimal(2), Decimal(3)), exactly(Decimal(4))])
    Extent(low=Decimal('5'), point=Decimal('6'), high=Decimal('7'))
    """
    low = point = high = Decimal(0)
    for part in parts:
        least, most = ends(part)
        low, point, high = low + least, point + part.point, high + most
    return Extent(low, point, high)


def minus(one: Extent, other: Extent) -> Extent:
    """The difference."""
    (low, high), (least, most) = ends(one), ends(other)
    return Extent(low - most, one.point - other.point, high - least)


def times(one: Extent, other: Extent) -> Extent:
    """The product."""
    corners = [a * b for a in ends(one) for b in ends(other)]
    return Extent(min(corners), one.point * other.point, max(corners))


def over(one: Extent, other: Extent) -> Extent | None:
    """The quotient; None where the divisor may be nought, so that nothing follows."""
    least, most = ends(other)
    if least <= 0 <= most:
        return None
    corners = [a / b for a in ends(one) for b in (least, most)]
    return Extent(min(corners), one.point / other.point, max(corners))


def percent(ratio: Extent) -> Extent:
    """A ratio in per cent."""
    return times(ratio, exactly(_HUNDRED))


def factor(growth: Extent) -> Extent:
    """What a growth in per cent multiplies by: 8.2 % → 1.082."""
    low, high = ends(growth)
    return Extent(1 + low / _HUNDRED, 1 + growth.point / _HUNDRED, 1 + high / _HUNDRED)


def exactly(number: Decimal) -> Extent:
    """A number known to the last digit: a count, a constant."""
    return Extent(number, number, number)


def ends(extent: Extent) -> tuple[Decimal, Decimal]:
    """Both ends; `ValueError` where one is open."""
    if extent.low is None or extent.high is None:
        raise ValueError(f"{extent} has an open end")
    return extent.low, extent.high


def may_equal(one: Extent, other: Extent) -> bool:
    """Could both be one number? Touching is enough: 12.5 % may have been printed as 13 %."""
    (low, high), (least, most) = ends(one), ends(other)
    return low <= most and least <= high


def rounds_to(number: Decimal, printed: Decimal, step: Decimal) -> bool:
    """Whether a number, rounded half up to steps as printed, is the printed one.

    >>> rounds_to(Decimal("47.126"), Decimal("47.13"), Decimal("0.01"))
    True
    """
    return (number / step).quantize(Decimal(1), ROUND_HALF_UP) * step == printed
