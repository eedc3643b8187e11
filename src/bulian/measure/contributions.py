"""Contributions to growth (增长贡献分解): a change of a sum, split exactly by who stayed, came and went.

ΔY = Σ over all kinds of firms of Σ (y₁ − y₀), with y₀ = 0 for who was not there and y₁ = 0 for who is gone.
Nothing is estimated: a firm whose number of one year is not known is named apart, and a total printed
elsewhere leaves a remainder that is named too.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Kind = Literal["stock", "attracted", "home_grown", "left", "appeared", "vanished"]
"""存量: there in both years; 招商引进 and 本土新生: came after the first year; 退出: known to be gone.
"appeared" and "vanished": known in one year only, and nobody says why."""
KINDS: tuple[Kind, ...] = ("stock", "attracted", "home_grown", "left", "appeared", "vanished")


@dataclass(frozen=True, slots=True)
class Part:
    """What firms of one kind add; `names` are those it sums over."""

    kind: Kind
    change: Decimal
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contributions:
    """A change of a total and its parts; the parts and the remainder sum to the change, exactly.

    Attributes:
        before, after: the totals: as printed where they are given, else the sums over the firms known.
        remainder: the change of the printed totals less that of the firms; 0 where none are printed.
    """

    before: Decimal
    after: Decimal
    parts: tuple[Part, ...]
    remainder: Decimal

    @property
    def change(self) -> Decimal:
        """After less before."""
        return self.after - self.before

    def share(self, part: Part) -> Decimal | None:
        """A part of the change, as a ratio; None where the total did not change."""
        return part.change / self.change if self.change else None


def contributions(
    before: Mapping[str, Decimal],
    after: Mapping[str, Decimal],
    kinds: Mapping[str, Kind],
    totals: tuple[Decimal, Decimal] | None = None,
) -> Contributions:
    """Split the change of a sum over firms.

    Args:
        before, after: the numbers known, by firm. kinds: of every firm that is in one of both.
        totals: the totals as printed, before and after; None where there are none.

    >>> found = contributions({"甲": Decimal(10)}, {"甲": Decimal(12), "乙": Decimal(5)},
    ...                       {"甲": "stock", "乙": "attracted"})
    >>> [(part.kind, int(part.change)) for part in found.parts], int(found.change), int(found.remainder)
    ([('stock', 2), ('attracted', 5)], 7, 0)
    """
    none = Decimal(0)
    parts = []
    for kind in KINDS:
        names = tuple(sorted(name for name in before.keys() | after.keys() if kinds[name] == kind))
        if names:
            change = sum((after.get(name, none) - before.get(name, none) for name in names), none)
            parts.append(Part(kind, change, names))
    known = sum(before.values(), none), sum(after.values(), none)
    first, last = totals or known
    remainder = (last - first) - (known[1] - known[0])
    return Contributions(first, last, tuple(parts), remainder)
