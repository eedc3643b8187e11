"""Required paces checked with a pocket calculator."""

import doctest
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulian.errors import BadRequest
from bulian.measure import pace
from bulian.measure.extent import Extent, stated_extent
from bulian.measure.pace import required_growth, required_step


def _point(number: int | str) -> Extent:
    return stated_extent(Decimal(number), "exact")


def test_examples_in_the_docstrings() -> None:
    failed, tried = doctest.testmod(pace)
    assert tried
    assert not failed


@pytest.mark.parametrize(
    ("base", "target", "years", "percent"),
    # (500/300)^(1/4) = 1.1362; (1000/300)^(1/10) = 1.1279; (60/44)^(1/10) = 1.0315
    [
        (300, 500, 4, "13.6"),
        (300, 1000, 10, "12.8"),
        (44, 60, 10, "3.15"),
        (100, 100, 3, "0"),
        (50, 25, 1, "-50"),
    ],
)
def test_growth_by_hand(base: int, target: int, years: int, percent: str) -> None:
    rate = required_growth(_point(base), _point(target), years=Decimal(years)).rate * 100
    assert round(rate, len(percent.partition(".")[2])) == Decimal(percent)


def test_the_band_of_about_300_to_500() -> None:
    # (500/315)^(1/4) = 1.1224, (500/285)^(1/4) = 1.1509
    found = required_growth(stated_extent(Decimal(300), "approx"), _point(500), years=Decimal(4))
    assert found.low is not None
    assert found.high is not None
    assert (round(found.low * 100, 1), round(found.high * 100, 1)) == (Decimal("12.2"), Decimal("15.1"))


def test_above_500_has_a_least_pace_and_no_greatest() -> None:
    found = required_growth(_point(300), stated_extent(Decimal(500), "min"), years=Decimal(4))
    assert found.low == found.rate
    assert found.high is None


def test_shares_move_in_points() -> None:
    assert required_step(_point("60"), _point("65"), years=Decimal(4)).rate == Decimal("1.25")


@given(st.integers(1, 10**12), st.integers(1, 10**12), st.integers(1, 30))
def test_growing_at_the_pace_reaches_the_target(base: int, target: int, years: int) -> None:
    rate = required_growth(_point(base), _point(target), years=Decimal(years)).rate
    assert abs(base * (1 + rate) ** years / target - 1) < Decimal("1e-12")


@pytest.mark.parametrize(("base", "target"), [(0, 5), (-3, 5), (5, 0)])
def test_growth_from_or_to_nothing_is_refused(base: int, target: int) -> None:
    with pytest.raises(BadRequest, match="above zero"):
        required_growth(_point(base), _point(target), years=Decimal(4))


@pytest.mark.parametrize("years", ["0", "-1", "0.75"])
def test_a_target_less_than_a_year_ahead_is_refused(years: str) -> None:
    with pytest.raises(BadRequest, match="earlier base"):
        required_growth(_point(3), _point(5), years=Decimal(years))
    with pytest.raises(BadRequest, match="earlier base"):
        required_step(_point(3), _point(5), years=Decimal(years))
