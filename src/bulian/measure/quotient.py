"""A part over its whole, as bounds, where both are known only within words like 约 and 超."""

from dataclasses import dataclass
from decimal import Decimal

from bulian.errors import BadRequest
from bulian.measure.extent import Extent

_ONE, _ZERO = Decimal(1), Decimal(0)


@dataclass(frozen=True, slots=True)
class Share:
    """A share of a whole: between `low` and `high`, `point` from the numbers as printed.

    `beyond` says that even the least possible share is above one: the two numbers do not belong together.
    """

    low: Decimal
    point: Decimal
    high: Decimal
    beyond: bool = False


def share_of(part: Extent, whole: Extent) -> Share:
    """The least and greatest share that a part may have; an open side gives 0 or 1.

    Raises:
        BadRequest: the whole may be zero or less, or the part is below zero.

    >>> whole = Extent(Decimal(300), Decimal(300), Decimal(300))
    >>> share = share_of(Extent(Decimal(50), Decimal(50), None), whole)
    >>> f"{share.low:.4f}", share.high
    ('0.1667', Decimal('1'))
    """
    if whole.point <= 0 or (whole.low is not None and whole.low <= 0) or part.point < 0:
        raise BadRequest(
            f"{part.point} of {whole.point} is no share: the whole must be above zero, the part not below.",
            f"{part.point} 占 {whole.point} 算不出占比：整体须大于零，部分不能为负。",
        )
    low = _ZERO if part.low is None or whole.high is None else part.low / whole.high
    high = _ONE if part.high is None or whole.low is None else part.high / whole.low
    return Share(min(low, _ONE), part.point / whole.point, min(high, _ONE), beyond=low > 1)
