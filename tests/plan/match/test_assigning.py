"""The best assignment: by hand, against every way tried, and what must hold of any."""

from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulian.errors import BadRequest
from bulian.plan.match.assigning import Assignment, assign
from bulian.plan.match.pairs import Pair
from tests.plan.match.brute import best_value, drawn

YUAN = Decimal(10_000)


def pair(demand: str, product: str, low: int, high: int, worth: str = "1", **more: object) -> Pair:
    """A pair with amounts in 10,000 yuan."""
    return Pair(demand, product, low * YUAN, high * YUAN, Decimal(worth), **more)  # type: ignore[arg-type]


def told(found: Assignment) -> list[tuple[str, str, int]]:
    """Demand, product, amount in 10,000 yuan."""
    return [(one.pair.demand, one.pair.product, int(one.amount / YUAN)) for one in found.placed]


def test_the_first_who_comes_must_step_back_for_the_sum() -> None:
    # A could go to either; only P2 takes B. First come, first served puts A on P2, and B gets nothing.
    pairs = [pair("A", "P1", 100, 100), pair("A", "P2", 100, 100, "1.1"), pair("B", "P2", 100, 100)]
    found = assign(pairs, {"P1": 100 * YUAN, "P2": 100 * YUAN})
    assert told(found) == [("A", "P1", 100), ("B", "P2", 100)]
    assert found.value == 200 * YUAN
    assert found.gap == 0


def test_a_demand_that_takes_less_is_given_what_is_left() -> None:
    pairs = [pair("A", "P", 60, 60), pair("B", "P", 30, 80)]
    assert told(assign(pairs, {"P": 100 * YUAN})) == [("A", "P", 60), ("B", "P", 40)]


def test_a_limit_for_one_buyer_holds_for_all_who_sell_to_it() -> None:
    sold = [pair(code, "P", 60, 60, buyer="甲", limit=100 * YUAN) for code in "AB"]
    pairs = [*sold, pair("C", "P", 60, 60)]
    assert told(assign(pairs, {"P": 500 * YUAN})) == [("A", "P", 60), ("C", "P", 60)]


def test_a_floor_moves_money_to_its_group_and_says_how_much() -> None:
    small = frozenset({"small"})
    pairs = [pair("A", "P", 100, 100, "1.5"), pair("B", "P", 80, 80, groups=small)]
    budgets = {"P": 100 * YUAN}
    assert told(assign(pairs, budgets)) == [("A", "P", 100)]
    found = assign(pairs, budgets, {"small": Decimal("0.5")})
    assert told(found) == [("B", "P", 80)]
    assert [(one.group, one.least, one.got) for one in found.floors] == [("small", 40 * YUAN, 80 * YUAN)]


def test_floors_that_exclude_each_other_are_refused() -> None:
    pairs = [
        pair("A", "P", 100, 100, groups=frozenset({"small"})),
        pair("B", "P", 100, 100, groups=frozenset({"first_loan"})),
    ]
    with pytest.raises(BadRequest, match="cannot hold together"):
        assign(pairs, {"P": 100 * YUAN}, {"small": Decimal(1), "first_loan": Decimal(1)})
    with pytest.raises(BadRequest, match="part from 0 to 1"):
        assign(pairs, {"P": 100 * YUAN}, {"small": Decimal(30)})


def test_nothing_to_assign_is_nothing_assigned() -> None:
    assert assign([], {"P": YUAN}, {"small": Decimal("0.3")}).placed == ()


def test_of_demands_that_are_alike_the_first_is_served_in_whatever_order_they_stand() -> None:
    pairs = [pair(code, "P", 60, 60) for code in "ABC"]
    for several in permutations(pairs):
        assert told(assign(several, {"P": 130 * YUAN})) == [("A", "P", 60), ("B", "P", 60)]


@settings(max_examples=60)
@given(st.integers(0, 10**9))
def test_as_good_as_the_best_of_all_ways(seed: int) -> None:
    pairs, budgets = drawn(seed, floors=False)
    assert assign(pairs, budgets).value == (best_value(pairs, budgets) or 0)


@settings(max_examples=30)
@given(st.integers(0, 10**9), st.sampled_from(["0.3", "0.7", "1"]))
def test_as_good_as_the_best_of_all_ways_that_keep_a_floor(seed: int, part: str) -> None:
    pairs, budgets = drawn(seed, floors=True)
    alone = [Pair(one.demand, one.product, one.low, one.high, Decimal(1), one.groups, one.buyer, one.limit)
             for one in pairs if "small" in one.groups]  # fmt: skip
    floor = Decimal(part) * (best_value(alone, budgets) or 0)
    found = assign(pairs, budgets, {"small": Decimal(part)})
    assert found.floors[0].least == floor
    assert found.value == (best_value(pairs, budgets, {"small": floor}) or 0)


@settings(max_examples=60)
@given(st.integers(0, 10**9))
def test_every_limit_is_kept_to_the_yuan(seed: int) -> None:
    pairs, budgets = drawn(seed, floors=False)
    placed = assign(pairs, budgets).placed
    assert len({one.pair.demand for one in placed}) == len(placed)
    assert all(one.pair.low <= one.amount <= one.pair.high for one in placed)
    for product, budget in budgets.items():
        mine = [one for one in placed if one.pair.product == product]
        assert sum(one.amount for one in mine) <= budget
        for buyer in ("甲", "乙"):
            same = [one for one in mine if one.pair.buyer == buyer]
            assert all(sum(each.amount for each in same) <= (one.pair.limit or budget) for one in same)
