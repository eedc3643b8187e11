"""Who envies whom, and how much of each group's demand is met: by hand, and against the definition."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bulian.plan.match.matching import Matching, matching
from tests.plan.match.help import DAY, offers, wants


def matched(*demands: str, budget: int = 3_000_000) -> Matching:
    told = [wants(f"需-{number}", text) for number, text in enumerate(demands, start=1)]
    return matching(told, [offers("产-1", f"kind=loan;budget={budget}")], DAY, {})


def test_who_gets_nothing_envies_whoever_got_what_it_was_eligible_for() -> None:
    found = matched("amount=3000000;attributes=小微", "amount=2000000;attributes=小微")
    assert [(one.pair.demand, one.amount) for one in found.assignment.placed] == [
        ("需-1", Decimal(3_000_000))
    ]
    (one,) = found.envies
    assert (one.demand, one.other, one.product, one.alike) == ("需-2", "需-1", "产-1", True)


def test_who_needs_more_than_the_other_got_envies_nobody() -> None:
    assert matched("amount=3000000", "amount=4000000").envies == ()


def test_parity_counts_the_eligible_alone() -> None:
    found = matched(
        "amount=3000000;attributes=非小微", "amount=2000000;attributes=小微", "amount=1;kinds=equity"
    )
    told = {(one.group, one.said): (one.demands, one.funded, one.share) for one in found.parity}
    # All of the budget goes to the first; the third is eligible for nothing and counts nowhere.
    assert told["small", "no"] == (1, 1, Decimal(1))
    assert told["small", "yes"] == (1, 0, Decimal(0))
    assert told["private", "unknown"] == (2, 1, Decimal("0.6"))
    assert ("small", "unknown") not in told


@given(st.lists(st.integers(1, 9), min_size=1, max_size=6), st.integers(1, 12))
def test_an_envied_amount_is_one_that_would_do_and_is_more(amounts: list[int], budget: int) -> None:
    found = matched(*(f"amount={one}000000" for one in amounts), budget=budget * 1_000_000)
    got = {one.pair.demand: one.amount for one in found.assignment.placed}
    for one in found.envies:
        assert got[one.other] >= found.demand(one.demand).least
        assert got.get(one.demand, Decimal(0)) < found.demand(one.demand).amount
