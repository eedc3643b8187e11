"""How much of a whole rests on one: top share, Herfindahl index and effective number, as bounds.

Shares that are known only within bounds, and a rest that nobody is known to hold, give bounds and no point.
All shares are fractions of one whole.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from bulian.errors import BadRequest

_ONE, _ZERO = Decimal(1), Decimal(0)


@dataclass(frozen=True, slots=True)
class Bounds:
    """A fraction that lies between `low` and `high`, ends included."""

    low: Decimal
    high: Decimal

    @property
    def known(self) -> bool:
        """Whether both ends meet."""
        return self.low == self.high


NOTHING_KNOWN = Bounds(_ZERO, _ONE)


@dataclass(frozen=True, slots=True)
class Dominance:
    """How a whole is divided.

    Attributes:
        top: max_f q_f, the greatest share. hhi: Σ_f q_f² (Herfindahl–Hirschman), 0 to 1.
        effective: 1 / HHI, the number of equal holders that would give the same index; `high` is None where
            nothing bounds it.
        named: how much of the whole the known holders have together.
    """

    top: Bounds
    hhi: Bounds
    effective_low: Decimal
    effective_high: Decimal | None
    named: Bounds


def dominance(shares: Sequence[Bounds], *, complete: bool) -> Dominance:
    """Bounds of the concentration of a whole among holders.

    Args:
        shares: of each known holder. complete: there are no other holders, so that the shares sum to one.

    Returns:
        Bounds that hold for every division that fits. The upper end of the index follows a chord above the
        parabola and is reached where at most one share lies inside its bounds.

    Raises:
        BadRequest: a share lies outside 0 to 1 or its bounds are turned round, or no division fits.

    >>> half = dominance([Bounds(Decimal("0.5"), Decimal("0.5"))] * 2, complete=True)
    >>> half.hhi, half.effective_low
    (Bounds(low=Decimal('0.50'), high=Decimal('0.50')), Decimal('2'))
    """
    held = _refuse_misfits(shares, complete)
    low, high = _least_hhi(held, complete), _greatest_hhi(held, complete)
    rest = _rest(held, complete)
    tops = [min(one.high, one.low + rest) for one in held]
    top_low = max((one.low for one in held), default=_ZERO)
    top_high = max([*tops, _ZERO if complete else rest])
    if complete and held:
        top_low = max(top_low, _ONE / len(held))
    sum_low, sum_high = sum((one.low for one in held), _ZERO), sum((one.high for one in held), _ZERO)
    named = Bounds(_ONE, _ONE) if complete else Bounds(sum_low, min(_ONE, sum_high))
    return Dominance(
        Bounds(min(top_low, top_high), top_high), Bounds(min(low, high), high),
        _ONE / high if high else _ONE, _ONE / low if low else None, named,
    )  # fmt: skip


def _refuse_misfits(shares: Sequence[Bounds], complete: bool) -> tuple[Bounds, ...]:
    for one in shares:
        if not _ZERO <= one.low <= one.high <= _ONE:
            raise BadRequest(
                f"a share from {one.low} to {one.high} is none: shares lie between 0 and 1, low before high.",
                f"{one.low} 到 {one.high} 不是占比：占比在 0 与 1 之间，低的在前。",
            )
    low, high = sum(one.low for one in shares), sum(one.high for one in shares)
    if low > 1 or (complete and high < 1):
        raise BadRequest(
            f"these shares sum to between {low} and {high}; they do not divide one whole.",
            f"这些占比合计在 {low} 与 {high} 之间，分不成一个整体。",
        )
    return tuple(shares)


def _rest(held: Sequence[Bounds], complete: bool) -> Decimal:
    """What is left beyond the low ends: any one holder may have it."""
    return _ONE - sum((one.low for one in held), _ZERO) if held or not complete else _ZERO


def _least_hhi(held: Sequence[Bounds], complete: bool) -> Decimal:
    """As even as possible: what is left is spread thinly, over all others, or by filling up the least."""
    if not complete:
        return sum((one.low**2 for one in held), _ZERO)
    return sum((share**2 for share in _filled(held)), _ZERO)


def _filled(held: Sequence[Bounds]) -> list[Decimal]:
    """The most even division: one level for all whose bounds allow it (water filling), found exactly."""
    ends = sorted({end for one in held for end in (one.low, one.high)})
    for below, above in pairwise(ends):
        if sum(_clip(one, above) for one in held) >= 1:
            moving = [one for one in held if one.low <= below and one.high >= above]
            fixed = sum((_clip(one, below) for one in held), _ZERO)
            level = below + (_ONE - fixed) / len(moving) if moving else below
            return [_clip(one, level) for one in held]
    return [one.high for one in held]


def _clip(one: Bounds, level: Decimal) -> Decimal:
    return min(max(level, one.low), one.high)


def _greatest_hhi(held: Sequence[Bounds], complete: bool) -> Decimal:
    """As uneven as possible: what is left goes where each part of it adds most, h² − l² = (h − l)(h + l)."""
    rest = _rest(held, complete)
    index = sum((one.low**2 for one in held), _ZERO)
    unknown = [] if complete else [Bounds(_ZERO, _ONE)]
    for one in sorted(
        (*held, *unknown), key=lambda one: one.low + min(one.high, one.low + rest), reverse=True
    ):
        step = min(one.high - one.low, rest)
        index += step * (one.low + min(one.high, one.low + _rest(held, complete)))
        rest -= step
    return min(index, _ONE)
