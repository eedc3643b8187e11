"""Years of which only the first months are known: by the shares of past years, or by the usual one."""

from typing import Any

import pytest

from bulian.assess.nowcast import Nowcast, estimates, nowcast
from bulian.assess.series import Series
from bulian.model.stored import Sourced
from tests.assess.made import said, source
from tests.assess.test_series import series_of

LATE = source("晚.txt", "2024-12")


def amount(value: str, period: str, **more: Any) -> Sourced:
    return said("亿元", value, period=period, of=LATE, **more)


def of(*facts: Sourced) -> Nowcast | None:
    (one,) = series_of(*facts)
    return nowcast(one)


def test_eleven_months_by_the_shares_of_two_past_years() -> None:
    """270/300 = 0.90 and 299/325 = 0.92: 273 in eleven months come to 273/0.91 = 300."""
    found = of(
        amount("2.70e10", "2021-01/2021-11"), amount("3.00e10", "2021"),
        amount("2.99e10", "2022-01/2022-11"), amount("3.25e10", "2022"),
        amount("2.73e10", "2023-01/2023-11"),
    )  # fmt: skip
    assert found is not None
    assert (found.year, found.months, found.estimate.past_years) == (2023, 11, 2)
    assert found.estimate.point == pytest.approx(3.0e10)
    assert found.estimate.low < 3.0e10 < found.estimate.high
    assert len(found.parts) == 4


def test_without_a_past_year_an_amount_is_not_estimated() -> None:
    assert of(amount("2.73e10", "2023-01/2023-11")) is None


@pytest.mark.parametrize("later", ["2023", "2024"])
def test_a_whole_year_or_a_later_one_needs_no_estimate(later: str) -> None:
    assert of(amount("2.73e10", "2023-01/2023-11"), amount("3e10", later)) is None


def growth(value: str, period: str) -> Sourced:
    return said(f"{value}%", value, aspect="growth", unit="%", basis="yoy", period=period, of=LATE)


def test_growth_by_the_identity_and_the_usual_share() -> None:
    """Eleven months +23.9 %; a share of 11/12 give or take 0.015 and December within 25 points."""
    found = of(growth("23.9", "2021-01/2021-11"))
    assert found is not None
    assert found.estimate.point == pytest.approx(23.9)
    low, high = 0.9017 * 23.9 + 0.0983 * (23.9 - 25), 0.9017 * 23.9 + 0.0983 * (23.9 + 25)
    assert (found.estimate.low, found.estimate.high) == pytest.approx((low, high), abs=0.01)


def test_growth_takes_its_share_from_the_amounts_of_the_same_thing() -> None:
    several: tuple[Series, ...] = series_of(
        growth("10", "2023-01/2023-06"), amount("1.2e10", "2022-01/2022-06"), amount("3e10", "2022")
    )
    ((key, found),) = estimates(several)
    assert key.aspect == "growth"
    assert found.estimate.past_years == 1
    assert found.estimate.low == pytest.approx(0.4 * 10 + 0.6 * (10 - 25))


def test_a_single_month_and_a_made_up_row_are_no_year() -> None:
    assert estimates(series_of(growth("10", "2023-06"))) == ()
    assert (
        estimates(
            series_of(
                said("5%", "5", aspect="growth", unit="%", basis="yoy", period="2023-H1", synthetic=True)
            )
        )
        == ()
    )
