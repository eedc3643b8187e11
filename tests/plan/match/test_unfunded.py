"""Why a demand gets nothing, which one change helps most, and who would leave the assignment."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from bulian.plan.match.assigning import Assignment, Placed, assign
from bulian.plan.match.blocking import blocking
from bulian.plan.match.changing import best_change
from bulian.plan.match.eligibility import eligibilities
from bulian.plan.match.nouns import Demand, Product
from bulian.plan.match.pairs import Pair, pairs_of
from bulian.plan.match.unfunded import Unfunded, unfunded
from tests.plan.match.brute import drawn
from tests.plan.match.help import DAY, offers, wants


def matched(demands: list[Demand], products: list[Product]) -> dict[str, Unfunded]:
    verdicts = eligibilities(demands, products, DAY)
    pairs = pairs_of(verdicts)
    budgets = {one.code: one.budget for one in products if one.budget is not None}
    found = unfunded(verdicts, pairs, assign(pairs, budgets), budgets, DAY)
    return {one.demand.code: one for one in found}


def test_a_shorter_term_opens_three_products() -> None:
    products = [offers(f"P{n}", "kind=loan;max_term=24;budget=9000000") for n in (1, 2, 3)]
    products.append(offers("P4", "kind=loan;max_term=12;requires=小微;budget=9000000"))
    one = matched([wants("D1", "amount=1000000;term=36;attributes=非小微")], products)["D1"]
    assert one.limit == "clause"
    assert one.change is not None
    assert (one.change.field, one.change.before, one.change.after) == ("term", "36", "24")
    assert one.change.opens == ("P1", "P2", "P3")
    assert one.change.clause.key == "max_term"


def test_what_a_firm_is_cannot_be_changed() -> None:
    verdicts = eligibilities(
        [wants("D1", "amount=1000000;industry=5211;attributes=非小微")],
        [offers("P1", "kind=loan;industries=C"), offers("P2", "kind=loan;requires=小微")], DAY,
    )  # fmt: skip
    assert best_change(verdicts, DAY) is None


def test_changes_of_collateral_rate_kind_and_day() -> None:
    def after(demand: str, product: str) -> tuple[str, str] | None:
        found = best_change(eligibilities([wants("D", demand)], [offers("P", product)], DAY), DAY)
        return (found.field, found.after) if found else None

    assert after("amount=700000;collateral=厂房;collateral_value=1000000", "kind=loan;ltv=60") == (
        "collateral_value", "1166667",
    )  # fmt: skip
    assert after("amount=1;max_rate=3", "kind=loan;rate_low=4;rate_high=5") == ("max_rate", "5")
    assert after("amount=1;kinds=股权", "kind=loan") == ("kinds", "股权、贷")
    assert after("amount=1;needed_by=2026-07-01", "kind=loan;days=30") == ("needed_by", "2026-07-30")
    assert after("amount=5;buyer=甲", "kind=loan;buyer_limit=3") == ("least", "3")
    assert after("amount=9", "kind=loan;max_amount=3") == ("least", "3")
    assert after("amount=1;collateral=设备", "kind=loan;collateral=厂房") == ("collateral", "设备、厂房")


def test_a_document_may_open_products_where_nothing_else_is_open() -> None:
    products = [
        offers("P1", "kind=loan;tax_grades=A;budget=1"), offers("P2", "kind=loan;tax_grades=B;budget=1"),
        offers("P3", "kind=loan;tax_grades=A;stages=成长;budget=1"),
    ]  # fmt: skip
    one = matched([wants("D1", "amount=1000000")], products)["D1"]
    assert one.limit == "unknown"
    assert [(document.ask[0], document.may_open) for document in one.documents] == [
        ("纳税信用等级证明", ("P1", "P2"))
    ]


def test_a_used_up_budget_says_what_is_short_and_what_is_left() -> None:
    product = offers("P1", "kind=loan;budget=10000000;min_amount=500000")
    found = matched([wants("D1", "amount=8000000"), wants("D2", "amount=5000000")], [product])
    assert list(found) == ["D2"]
    one = found["D2"]
    assert (one.limit, one.product) == ("budget", "P1")
    assert (one.short, one.take_less) == (Decimal(3_000_000), Decimal(2_000_000))


def test_a_limit_for_the_buyer_binds() -> None:
    product = offers("P1", "kind=loan;budget=90000000;buyer_limit=8000000")
    asking = [wants("D1", "amount=8000000;buyer=甲"), wants("D2", "amount=5000000;buyer=甲")]
    one = matched(asking, [product])["D2"]
    assert one.limit == "buyer"
    assert (one.short, one.take_less) == (Decimal(5_000_000), None)


def test_a_product_without_a_budget_leaves_its_demand_unfunded() -> None:
    assert matched([wants("D1", "amount=1000000")], [offers("P1", "kind=loan")])["D1"].limit == "no_budget"


def test_a_pair_that_both_prefer_blocks() -> None:
    # A sits on P1 though P2 is better for it, and P2 would place 60 instead of 50 by dropping B.
    a1, a2 = (
        Pair("A", q, Decimal(60), Decimal(60), worth)
        for q, worth in (("P1", Decimal(1)), ("P2", Decimal("1.2")))
    )
    b = Pair("B", "P2", Decimal(50), Decimal(50), Decimal("1.5"))
    stands = Assignment((Placed(a1, Decimal(60)), Placed(b, Decimal(50))), Decimal(135), 0.0)
    budgets = {"P1": Decimal(60), "P2": Decimal(60)}
    assert blocking([a1, a2, b], stands, budgets) == (a2,)
    assert blocking([a1, b], stands, budgets) == ()


@settings(max_examples=40)
@given(st.integers(0, 10**9))
def test_nobody_left_out_finds_room_in_the_best_assignment(seed: int) -> None:
    pairs, budgets = drawn(seed, floors=False)
    found = assign(pairs, budgets)
    served = {one.pair.demand: one for one in found.placed}
    for one in blocking(pairs, found, budgets):
        # Whoever blocks does so by dropping another: with room left the sum would have been higher.
        used = sum(each.amount for each in found.placed if each.pair.product == one.product)
        assert one.demand in served or used + one.low > budgets[one.product] or one.limit is not None
