"""Extent: between which two numbers does a printed number lie?"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from bulian.model.fact import Bound, Value

APPROX = Decimal("0.05")
"""约 is read as five in a hundred either way: a convention of ours, stated wherever a band is shown."""

BEYOND = Decimal("0.25")
"""超 or 不足 of an amount reaches at most a quarter beyond the number it names; also a convention."""

_NUMERAL = re.compile(r"\d[\d,]*(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Extent:
    """A number and how far it may lie from the truth, all in one unit.

    `low` and `high` are None where nothing is said on that side; `point` is the middle of a printed range.
    """

    low: Decimal | None
    point: Decimal
    high: Decimal | None

    def meets(self, other: "Extent") -> bool:
        """Could both be the same number? Extents that only touch do not meet, unless they are equal points.

        >>> Extent(Decimal(285), Decimal(300), Decimal(315)).meets(Extent(Decimal(309), Decimal(309), None))
        True
        """
        if self.point == other.point:
            return True
        return _below(self.low, other.high) and _below(other.low, self.high)


def _below(low: Decimal | None, high: Decimal | None) -> bool:
    return low is None or high is None or low < high


def stated_extent(value: Value, bound: Bound) -> Extent:
    """The extent that a value's bound words give it; an exact value is a point.

    约 (approx) → ±5 %; 超, 以上 (min) → the value and anything above; 不足, 以内 (max) → anything up to it.

    >>> stated_extent(Decimal(300), "approx")
    Extent(low=Decimal('285.00'), point=Decimal('300'), high=Decimal('315.00'))
    """
    if isinstance(value, tuple):
        low, high = value
        return Extent(low, (low + high) / 2, high)
    if bound == "approx":
        slack = abs(value) * APPROX
        return Extent(value - slack, value, value + slack)
    return Extent(None if bound == "max" else value, value, None if bound == "min" else value)


def printed_extent(value: Value, bound: Bound, surface: str) -> Extent:
    """The extent of an amount as printed: its bound words, and half a unit of its last printed digit.

    An amount said to be above (min) or below (max) a number lies within a quarter of it on that side.
    Source: interval arithmetic over printed digits, docs/methods/disagreement.md.

    >>> printed_extent(Decimal("24450000000"), "exact", "244.5亿元")
    Extent(low=Decimal('24445000000'), point=Decimal('24450000000'), high=Decimal('24455000000'))
    """
    if isinstance(value, tuple):
        return stated_extent(value, bound)
    half = printed_step(value, surface) / 2
    if bound == "approx":
        half = max(half, abs(value) * APPROX)
    reach = abs(value) * BEYOND
    low = value if bound == "min" else value - (reach if bound == "max" else half)
    high = value if bound == "max" else value + (reach if bound == "min" else half)
    return Extent(low, value, high)


def printed_step(value: Decimal, surface: str) -> Decimal:
    """One unit of the last digit printed, in the unit of `value`; a number in words has its own last digit.

    >>> printed_step(Decimal("30980000000"), "309.8亿元"), printed_step(Decimal("13"), "13.0%")
    (Decimal('10000000'), Decimal('0.1'))
    """
    numeral = printed_numeral(surface)
    if numeral is None:
        return Decimal(1).scaleb(_exponent(value.normalize()))
    step = Decimal(1).scaleb(_exponent(numeral))
    return step * abs(value / numeral) if numeral and value else step


def printed_numeral(surface: str) -> Decimal | None:
    """The first number in figures that `surface` prints, full-width too, as written; None when it has none.

    >>> printed_numeral("１,０３９.50万元"), printed_numeral("四亿元")
    (Decimal('1039.50'), None)
    """
    match = _NUMERAL.search(unicodedata.normalize("NFKC", surface))
    return Decimal(match[0].replace(",", "")) if match else None


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
