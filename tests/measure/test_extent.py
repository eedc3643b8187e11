"""Extents by hand: printed digits, 约, 超, 不足, numbers in words."""

import doctest
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulian.measure import extent
from bulian.measure.extent import Extent, printed_extent, printed_step, stated_extent
from bulian.model.fact import Bound


def test_examples_in_the_docstrings() -> None:
    failed, tried = doctest.testmod(extent)
    assert tried
    assert not failed


@pytest.mark.parametrize(
    ("value", "bound", "surface", "low", "high"),
    [
        ("35", "exact", "35%", "34.5", "35.5"),
        ("35.7", "exact", "35.7%", "35.65", "35.75"),
        ("30000000000", "approx", "300億元", "28500000000", "31500000000"),
        ("450", "min", "450多家", "450", "562.5"),
        ("1000", "max", "1000家", "750", "1000"),
        ("-4.8", "exact", "4.8%", "-4.85", "-4.75"),
        ("440000", "exact", "44萬人", "435000", "445000"),
        ("400000000", "exact", "四亿元", "350000000", "450000000"),
        ("0", "exact", "0.0%", "-0.05", "0.05"),
    ],
)
def test_by_hand(value: str, bound: Bound, surface: str, low: str, high: str) -> None:
    found = printed_extent(Decimal(value), bound, surface)
    assert (found.low, found.high) == (Decimal(low), Decimal(high))


def test_a_range_is_its_own_extent() -> None:
    assert printed_extent((Decimal(5), Decimal(6)), "exact", "5%—6%") == Extent(
        Decimal(5), Decimal("5.5"), Decimal(6)
    )


def test_35_and_35_7_do_not_meet_but_about_300_and_309_8_do() -> None:
    def printed(value: str, bound: Bound, surface: str) -> Extent:
        return printed_extent(Decimal(value), bound, surface)

    assert not printed("35", "exact", "35%").meets(printed("35.7", "exact", "35.7%"))
    assert printed("300", "approx", "300").meets(printed("309.8", "exact", "309.8"))
    assert not printed("87", "exact", "87家").meets(printed("88", "exact", "88家"))


@given(st.decimals(-(10**9), 10**9, places=2), st.sampled_from(["exact", "approx", "min", "max"]))
def test_an_extent_holds_its_point_and_meets_itself(value: Decimal, bound: Bound) -> None:
    for found in (printed_extent(value, bound, f"{value}"), stated_extent(value, bound)):
        assert found.low is None or found.low <= value
        assert found.high is None or found.high >= value
        assert found.meets(found)


def test_the_step_follows_the_magnitude() -> None:
    assert printed_step(Decimal("2445000"), "244.5万") == Decimal(1000)
