"""Who envies whom, and how much of each group's demand is met: by hand, and against the definition."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bulian.plan.match.fairness import taken
from bulian.plan.match.funnel import Reached
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


KINDS = {"需-1": {"origin": "attracted"}, "需-2": {"origin": "home_grown", "capital": "foreign"}}


def test_parity_by_what_registers_tell_and_who_is_in_none_is_a_group_of_its_own() -> None:
    told = [wants(f"需-{at}", f"amount={at}000000") for at in (4, 2, 1)]
    kinds = {"需-4": {"origin": "attracted"}, "需-2": {"origin": "home_grown"}}
    found = matching(told, [offers("产-1", "kind=loan;budget=4000000")], DAY, {}, kinds).parity
    by = {one.said: (one.funded, one.asked, one.envious) for one in found if one.group == "origin"}
    # All of the budget goes to the greatest; the others would take part of it.
    assert by["attracted"] == (1, Decimal(4_000_000), 0)
    assert by["home_grown"] == (0, Decimal(2_000_000), 1)
    assert by["unknown"] == (0, Decimal(1_000_000), 1)
    # Of capital and ownership nobody tells anything: no table of one row of unknown.
    assert {one.group for one in found} == {"small", "first_loan", "private", "origin"}


def test_what_registers_tell_decides_nothing() -> None:
    told = [wants(f"需-{at}", f"amount={at}000000") for at in (3, 2, 1)]
    product = offers("产-1", "kind=loan;budget=3000000")
    with_kinds = matching(told, [product], DAY, {}, {"需-1": {"origin": "attracted"}})
    assert with_kinds.assignment == matching(told, [product], DAY, {}).assignment


def test_what_was_taken_up_counts_the_granted_by_evidence_and_no_amount_twice() -> None:
    told = [wants("需-1", "amount=3000000"), wants("需-2", "amount=2000000"), wants("需-3", "amount=1000000")]
    steps = [
        Reached("需-1", "产-1", "credited", "2026-06-01", Decimal(2_500_000), "", "批复"),
        Reached("需-1", "产-1", "paid", "2026-06-09", Decimal(1_000_000), "", "回单"),
        Reached("需-2", "产-1", "visited", "2026-06-01", None, "", "纪要"),
        Reached("需-3", "产-1", "paid", "2026-06-09", Decimal(700_000), "", "回单"),
    ]
    found = {(one.group, one.said): one for one in taken(told, steps, KINDS, DAY)}
    attracted, unknown = found["origin", "attracted"], found["origin", "unknown"]
    assert (attracted.demands, attracted.granted, attracted.money) == (1, 1, Decimal(2_500_000))
    assert (unknown.demands, unknown.granted, unknown.money) == (1, 1, Decimal(700_000))
    assert found["capital", "foreign"].granted == 0


@given(st.lists(st.integers(1, 9), min_size=1, max_size=6), st.integers(1, 12))
def test_an_envied_amount_is_one_that_would_do_and_is_more(amounts: list[int], budget: int) -> None:
    found = matched(*(f"amount={one}000000" for one in amounts), budget=budget * 1_000_000)
    got = {one.pair.demand: one.amount for one in found.assignment.placed}
    for one in found.envies:
        assert got[one.other] >= found.demand(one.demand).least
        assert got.get(one.demand, Decimal(0)) < found.demand(one.demand).amount
