"""Partial lists: how concentrated can the whole be when only some of its parts are named?"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from bulian.errors import BadRequest
from bulian.measure._cells import along, numbers, refuse_below_zero
from bulian.model.measure import Array, Measure


@dataclass(frozen=True, slots=True)
class ConcentrationBounds:
    """What holds of every whole that has the listed parts: a least and a greatest value of each.

    `coverage` is the listed parts' share of the whole. `entropy_high` is None: what is not listed may be
    split without end.
    """

    coverage: float
    hhi: tuple[float, float]
    effective: tuple[float, float]
    top1: tuple[float, float]
    top3: tuple[float, float]
    entropy_low: float
    entropy_high: None


def partial_list(listed: ArrayLike, total: float, *, largest: bool) -> ConcentrationBounds:
    """Bounds of the concentration of a whole of which only some parts are listed.

    With s the listed shares, r = 1 − Σ s what is not listed, and c the smallest listed share:
    Σ s² ≤ HHI ≤ Σ s² + r min(r, c) where the listed parts are the largest, else ≤ Σ s² + r².

    Args:
        listed: (parts,), the parts whose amounts are known, at least one. total: of the whole, in the same
            unit.
        largest: whether every part that is not listed is known to be no larger than the smallest listed one.

    Returns:
        Fractions, numbers of parts, nats. With everything listed (r = 0) both bounds agree.

    Raises:
        BadRequest: a part is negative or not a number, nothing is listed, or the parts exceed the total.

    >>> steel = partial_list([67.1, 23.3, 16.8, 16.7], 245.5, largest=True)  # a district's output by sector
    >>> [round(bound, 3) for bound in steel.hhi]
    [0.093, 0.127]
    """
    parts = numbers(listed, "listed")
    parts = along(parts, "listed", parts.size)
    share = _shares(parts, total)
    rest = max(1 - float(share.sum()), 0.0)
    biggest = min(float(share.min()), rest) if largest else rest
    fill = _pieces(rest, biggest)
    low = float((share**2).sum())
    high = low + rest * biggest
    return ConcentrationBounds(
        coverage=1 - rest,
        hhi=(low, high),
        effective=(1 / high, 1 / low),
        top1=_top(share, fill, 1),
        top3=_top(share, fill, 3),
        entropy_low=-float((_positive(share) * np.log(_positive(share))).sum() + (fill * np.log(fill)).sum()),
        entropy_high=None,
    )


def _shares(parts: Array, total: float) -> Array:
    refuse_below_zero(parts, "listed")
    if parts.size == 0 or not total > 0 or not parts.sum() > 0:
        raise BadRequest(
            "a partial list needs at least one part above zero and a total above zero.",
            "不完整的清单至少要有一项大于零，总数也须大于零。",
        )
    # A printed total is rounded: a thousandth over is rounding, more is a contradiction.
    if parts.sum() > total * 1.001:
        raise BadRequest(
            f"the listed parts sum to {parts.sum():g}, more than the total {total:g}. A share above one "
            "is no share: "
            "check that all are of one year, area and definition.",
            f"所列各项之和 {parts.sum():g} 超过总数 {total:g}，占比不会大于一。"
            "请核对年份、范围和口径是否一致。",
        )
    return parts / max(total, float(parts.sum()))


def _pieces(rest: float, biggest: float) -> Array:
    """`rest` cut into as few and as large pieces as may be: that is where concentration is greatest."""
    if rest <= 1e-12 or biggest <= 0:
        return np.zeros(0)
    whole = int(rest / biggest + 1e-9)
    left = rest - whole * biggest
    return np.array([biggest] * whole + ([left] if left > 1e-12 else []))


def _top(share: Array, fill: Array, count: int) -> tuple[float, float]:
    low = np.sort(share)[-count:].sum()
    high = np.sort(np.concatenate([share, fill]))[-count:].sum()
    return float(low), min(float(high), 1.0)


def _positive(share: Array) -> Array:
    return share[share > 0]


MEASURE = Measure(
    function=partial_list,
    label="不完整清单的集中度上下限",
    unit="1",
    needs=("listed", "total", "largest"),
    source="our own: squares are convex, so the extremes lie where pieces are as large or as small as may be",
)
