"""Rows that cannot be matched are set aside with their place and columns; the good ones are kept."""

import pytest

from bulian.plan.match.contradictions import below_every_product, demands_of, products_of
from tests.plan.match.help import offers, told, wants


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("kind=loan;budget=1;min_amount=5000000;max_amount=1000000", ("min_amount", "max_amount")),
        ("kind=loan;budget=1;min_term=24;max_term=12", ("min_term", "max_term")),
        ("kind=loan;budget=1;rate_low=5;rate_high=4", ("rate_low", "rate_high")),
        ("kind=loan;budget=1;min_revenue=2;max_revenue=1", ("min_revenue", "max_revenue")),
        ("kind=loan;budget=1;requires=小微、科技型;refuses=小微企业", ("requires", "refuses")),
        ("kind=loan;budget=1;industries=27、2770;industries_not=C", ("industries", "industries_not")),
        ("kind=loan;budget=1;min_amount=5000000;buyer_limit=1000000", ("min_amount", "buyer_limit")),
        ("kind=loan;budget=1;industries=火星采矿", ("industries",)),
        ("kind=loan;budget=1;regions=子虚区", ("regions",)),
    ],
)
def test_a_product_that_excludes_itself_is_set_aside_and_the_next_is_kept(
    text: str, columns: tuple[str, ...]
) -> None:
    good = {"code": "P2", "kind": "loan", "budget": "1", "industries": "C", "industries_not": "31"}
    kept, wrong = products_of([({"code": "P1", **told(text)}, "产品!2"), (good, "产品!3")])
    assert [one.code for one in kept] == ["P2"]
    assert [(one.place, one.columns, one.keeps) for one in wrong] == [("产品!2", columns, False)]


def test_a_product_without_a_budget_is_kept_and_told_of() -> None:
    kept, wrong = products_of([({"code": "P1", "kind": "loan"}, "产品!2")])
    assert [one.code for one in kept] == ["P1"]
    assert [(one.columns, one.keeps) for one in wrong] == [(("budget",), True)]


def test_demands_that_contradict_themselves_or_stand_there_twice() -> None:
    rows = [
        ({"code": "D1", "amount": "1000000", "least": "2000000"}, "需求!2"),
        ({"code": "D2", "amount": "1000000", "attributes": "小微、非小微企业"}, "需求!3"),
        ({"code": "D3", "amount": "0"}, "需求!4"),
        ({"code": "D5", "amount": "1000000"}, "需求!5"),
        ({"code": "D4", "amount": "1000000"}, "需求!6"),
        ({"code": "D5", "amount": "3000000"}, "需求!7"),
    ]
    kept, wrong = demands_of(rows)
    assert [one.code for one in kept] == ["D4", "D5"]
    assert [(one.place, one.columns) for one in wrong] == [
        ("需求!2", ("least", "amount")), ("需求!3", ("attributes",)),
        ("需求!4", ("amount",)), ("需求!7", ("code",)),
    ]  # fmt: skip
    assert "需求!5" in wrong[-1].en


def test_a_demand_below_every_product_is_told_of_unless_one_has_no_smallest_amount() -> None:
    small, large = wants("D1", "amount=50000"), wants("D2", "amount=5000000")
    products = [offers("P1", "kind=loan;min_amount=1000000"), offers("P2", "kind=loan;min_amount=500000")]
    (wrong,) = below_every_product([small, large], products)
    assert (wrong.place, wrong.keeps) == ("需求!D1", True)
    assert "500,000" in wrong.en
    assert below_every_product([small], [*products, offers("P3", "kind=loan")]) == ()
