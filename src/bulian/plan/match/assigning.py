"""The best assignment (最优分配) of demands to products: amounts, budgets, limits for a buyer, floors.

The same rows give the same answer in whatever order they stand: pairs are ordered by code before they are
solved, and of demands that are alike in all but the code the first is served first.
"""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from bulian.errors import BadRequest
from bulian.plan.match.pairs import Pair
from bulian.plan.match.programme import solve
from bulian.vocab.match_words import first_word


@dataclass(frozen=True, slots=True)
class Placed:
    """A pair that meets, with its amount in yuan."""

    pair: Pair
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Floor:
    """What a group must get at least (保底), and what it gets, in yuan."""

    group: str
    least: Decimal
    got: Decimal


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who gets how much from whom.

    Attributes:
        value: Σ worth · amount, in yuan. gap: the part of the best possible value that may still be missing;
            0 where this is proved best.
    """

    placed: tuple[Placed, ...]
    value: Decimal
    gap: float
    floors: tuple[Floor, ...] = ()

    @property
    def money(self) -> Decimal:
        """All that is placed, in yuan."""
        return sum((one.amount for one in self.placed), Decimal(0))


def assign(
    pairs: Sequence[Pair], budgets: Mapping[str, Decimal], floors: Mapping[str, Decimal] | None = None
) -> Assignment:
    """The assignment of the highest value.

    Args:
        budgets: of each product, in yuan.
        floors: by group, the part θ, 0 to 1, of the most that the group could get were it alone.

    Raises:
        BadRequest: the floors cannot hold together, or one is no part.
    """
    ordered = sorted(pairs, key=lambda one: (one.demand, one.product))
    least = {group: _floor(ordered, budgets, group, part) for group, part in (floors or {}).items()}
    if not ordered:
        return Assignment((), Decimal(0), 0.0, _kept(least, ()))
    solved = solve(ordered, budgets, [one.worth for one in ordered], least)
    if solved is None:
        raise _clash(least)
    met = [Placed(ordered[at], amount) for at, amount in sorted(solved.amounts.items())]
    placed = _first_served_first(ordered, met)
    value = sum((one.pair.worth * one.amount for one in placed), Decimal(0))
    return Assignment(placed, value, solved.gap, _kept(least, placed))


def _floor(pairs: Sequence[Pair], budgets: Mapping[str, Decimal], group: str, part: Decimal) -> Decimal:
    """θ of what the group could get were it alone, in yuan."""
    if not 0 <= part <= 1:
        raise BadRequest(
            f"a floor is a part from 0 to 1; {part} of {group} is none.",
            f"保底是 0 到 1 之间的一个数，“{first_word('attribute', group)}”的 {part} 不行。",
        )
    alone = [one for one in pairs if group in one.groups]
    solved = solve(alone, budgets, [Decimal(1)] * len(alone), {}) if alone else None
    return part * sum(solved.amounts.values(), Decimal(0)) if solved else Decimal(0)


def _kept(least: Mapping[str, Decimal], placed: Sequence[Placed]) -> tuple[Floor, ...]:
    return tuple(
        Floor(group, floor, sum((one.amount for one in placed if group in one.pair.groups), Decimal(0)))
        for group, floor in least.items()
    )


def _first_served_first(pairs: Sequence[Pair], met: Sequence[Placed]) -> tuple[Placed, ...]:
    """What was placed, with demands that are alike in all but the code served in the order of their codes."""
    alike: dict[Hashable, list[str]] = defaultdict(list)
    offers: dict[str, list[Pair]] = defaultdict(list)
    for one in pairs:
        offers[one.demand].append(replace(one, demand=""))
    for code in sorted(offers):
        alike[tuple(offers[code])].append(code)
    served = {one.pair.demand: one for one in met}
    told = []
    for codes in alike.values():
        outcomes = [served[code] for code in codes if code in served]
        outcomes.sort(key=lambda one: (one.pair.product, -one.amount))
        told += [
            replace(one, pair=replace(one.pair, demand=code))
            for code, one in zip(codes, outcomes, strict=False)
        ]
    return tuple(sorted(told, key=lambda one: one.pair.demand))


def _clash(least: Mapping[str, Decimal]) -> BadRequest:
    groups = "、".join(first_word("attribute", group) for group in least)
    return BadRequest(
        f"the floors of {groups} cannot hold together: they draw on the same budgets. Lower one.",
        f"{groups}的保底不能同时满足：它们要用同样的额度。请调低其中一个。",
    )
