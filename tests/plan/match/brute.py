"""Every assignment tried: what the solver must equal."""

import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal

from bulian.plan.match.pairs import Pair

_NONE = Decimal(0)


def best_value(
    pairs: Sequence[Pair], budgets: Mapping[str, Decimal], floors: Mapping[str, Decimal] | None = None
) -> Decimal | None:
    """The highest Σ worth · amount over all ways to give each demand one product or none.

    Of each way the amounts are raised from the lowest, the worthiest first, as far as the budget and the
    limit for the buyer allow: the limits are nested, so that no other order places more worth. With floors,
    amounts must be fixed (low = high), and a way that misses one is passed over.

    Args:
        floors: by group, in yuan.

    Returns:
        None where no way keeps the floors.
    """
    choices: dict[str, list[Pair | None]] = defaultdict(lambda: [None])
    for one in pairs:
        choices[one.demand].append(one)
    order = sorted(choices)
    # What those still to come could add at most; a branch that cannot catch up is not followed.
    rest = [Decimal(0)]
    for code in reversed(order):
        rest.append(rest[-1] + max(one.worth * one.high if one else _NONE for one in choices[code]))
    best: Decimal | None = None

    def go_on(at: int, chosen: list[Pair], bound: Decimal) -> None:
        nonlocal best
        if best is not None and bound + rest[len(order) - at] <= best:
            return
        if at == len(order):
            value = _value(chosen, budgets, floors or {})
            if value is not None and (best is None or value > best):
                best = value
            return
        for one in choices[order[at]]:
            if one is None:
                go_on(at + 1, chosen, bound)
            elif _fits([*chosen, one], one, budgets):
                go_on(at + 1, [*chosen, one], bound + one.worth * one.high)

    go_on(0, [], Decimal(0))
    return best


def drawn(seed: int, floors: bool) -> tuple[list[Pair], dict[str, Decimal]]:
    """A case of up to 8 × 8 with whole yuan, tight budgets, and here and there a limit for a buyer."""
    chance = random.Random(seed)
    demands, products = chance.randint(1, 8), chance.randint(1, 8)
    budgets = {f"P{q}": Decimal(chance.randint(0, 2_000_000)) for q in range(products)}
    limits = {q: Decimal(chance.randint(300_000, 900_000)) for q in budgets if chance.random() < 0.3}
    pairs = []
    for d in range(demands):
        high = Decimal(chance.randint(1, 100) * 10_000)
        low = high if floors or chance.random() < 0.5 else Decimal(chance.randint(1, int(high)))
        groups = frozenset(group for group in ("small", "first_loan") if chance.random() < 0.5)
        buyer = chance.choice(("", "甲", "乙"))
        for q in budgets:
            if chance.random() < 0.45:
                worth = 1 + Decimal(chance.randint(0, 600)) / 1000
                pairs.append(Pair(f"D{d}", q, low, high, worth, groups, buyer, limits.get(q)))
    return pairs, budgets


def _fits(chosen: Sequence[Pair], newest: Pair, budgets: Mapping[str, Decimal]) -> bool:
    mine = [one for one in chosen if one.product == newest.product]
    same = [one for one in mine if newest.buyer and one.buyer == newest.buyer]
    if sum(one.low for one in mine) > budgets[newest.product]:
        return False
    return newest.limit is None or sum(one.low for one in same) <= newest.limit


def _value(
    chosen: Sequence[Pair], budgets: Mapping[str, Decimal], floors: Mapping[str, Decimal]
) -> Decimal | None:
    for group, floor in floors.items():
        if sum(one.low for one in chosen if group in one.groups) < floor:
            return None
    left, by_buyer = dict(budgets), dict[tuple[str, str], Decimal]()
    for one in chosen:
        left[one.product] -= one.low
        if one.limit is not None and one.buyer:
            at = (one.product, one.buyer)
            by_buyer[at] = by_buyer.get(at, one.limit) - one.low
    value = sum((one.worth * one.low for one in chosen), Decimal(0))
    for one in sorted(chosen, key=lambda one: -one.worth):
        at = (one.product, one.buyer)
        more = min(one.high - one.low, left[one.product], by_buyer.get(at, one.high))
        left[one.product] -= more
        if at in by_buyer:
            by_buyer[at] -= more
        value += one.worth * more
    return value
