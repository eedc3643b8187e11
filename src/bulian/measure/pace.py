"""Pace: how fast must a number move each year to reach its target?"""

from dataclasses import dataclass
from decimal import Decimal, localcontext

from bulian.errors import BadRequest
from bulian.measure.extent import Extent

_DIGITS = 28


@dataclass(frozen=True, slots=True)
class Pace:
    """A required yearly change and its band.

    `low` and `high` are None where the words around the numbers leave that side open: a target of 超500亿元
    has a least pace and no greatest one.
    """

    rate: Decimal
    low: Decimal | None
    high: Decimal | None


def required_growth(base: Extent, target: Extent, *, years: Decimal) -> Pace:
    """The compound yearly growth that leads from the base to the target.

    g* = (Y / y0) ^ (1 / (T - t0)) - 1; its band runs from the lowest target over the highest base to the
    highest target over the lowest base.

    Args:
        base: y0, what has been measured; positive.
        target: Y, in the same unit; positive.
        years: T - t0, in years and parts of a year; at least one.

    Returns:
        Fractions, 0.136 for 13.6 % a year; 0 when the target is the base.

    Raises:
        BadRequest: the base or the target is not above zero, or they lie less than a year apart.

    Source: docs/methods/pace.md.

    >>> base = Extent(Decimal(285), Decimal(300), Decimal(315))
    >>> target = Extent(Decimal(500), Decimal(500), Decimal(500))
    >>> pace = required_growth(base, target, years=Decimal(4))
    >>> [f"{part:.3f}" for part in (pace.low, pace.rate, pace.high)]
    ['0.122', '0.136', '0.151']
    """
    _refuse_no_time(years)
    if base.point <= 0 or target.point <= 0:
        raise BadRequest(
            f"growth from {base.point} to {target.point} is undefined: both must be above zero. "
            "Give the change in the unit itself.",
            f"从 {base.point} 到 {target.point} 算不出增速：两者都须大于零。请改用绝对变化。",
        )
    return Pace(
        _growth(base.point, target.point, years),
        _side(base.high, target.low, years),
        _side(base.low, target.high, years),
    )


def _side(start: Decimal | None, end: Decimal | None, years: Decimal) -> Decimal | None:
    # An open side, or one at zero or below (不足 without a floor, a range across zero), bounds nothing.
    if start is None or end is None or start <= 0 or end <= 0:
        return None
    return _growth(start, end, years)


def _growth(start: Decimal, end: Decimal, years: Decimal) -> Decimal:
    with localcontext(prec=_DIGITS):
        return (end / start) ** (1 / years) - 1


def required_step(base: Extent, target: Extent, *, years: Decimal) -> Pace:
    """The yearly change in the unit itself that leads from the base to the target: for shares, in points.

    d* = (Y - y0) / (T - t0), and its band as in `required_growth`.

    Raises:
        BadRequest: they lie less than a year apart.

    >>> point = lambda text: Extent(Decimal(text), Decimal(text), Decimal(text))
    >>> required_step(point("60"), point("65"), years=Decimal(4)).rate
    Decimal('1.25')
    """
    _refuse_no_time(years)
    return Pace(
        (target.point - base.point) / years,
        None if target.low is None or base.high is None else (target.low - base.high) / years,
        None if target.high is None or base.low is None else (target.high - base.low) / years,
    )


def _refuse_no_time(years: Decimal) -> None:
    if years < 1:
        raise BadRequest(
            f"the target lies {years} years after its base; a pace needs one at least. Take an earlier base.",
            f"目标在基数之后 {years} 年，至少要隔一年才有年均增速。请换更早的基数。",
        )
