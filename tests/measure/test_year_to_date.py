"""The identity between the months to date and the year."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bulian.measure.arithmetic import ends, exactly
from bulian.measure.extent import Extent
from bulian.measure.year_to_date import rest_growth, year_growth

AMOUNTS = st.integers(1, 10**6).map(Decimal)


def test_eleven_months_at_23_9_percent_leave_the_year_between_20_5_and_25_5() -> None:
    share = Extent(Decimal("0.90"), Decimal("0.91"), Decimal("0.92"))
    found = year_growth(share, exactly(Decimal("23.9")), Extent(Decimal(-10), Decimal(15), Decimal(40)))
    assert [round(end, 1) for end in ends(found)] == [Decimal("20.5"), Decimal("25.5")]


@given(AMOUNTS, AMOUNTS, AMOUNTS, AMOUNTS)
def test_it_is_exact_for_levels(ytd0: Decimal, rest0: Decimal, ytd1: Decimal, rest1: Decimal) -> None:
    def growth(now: Decimal, before: Decimal) -> Decimal:
        return (now / before - 1) * 100

    share, year = ytd0 / (ytd0 + rest0), growth(ytd1 + rest1, ytd0 + rest0)
    found = year_growth(exactly(share), exactly(growth(ytd1, ytd0)), exactly(growth(rest1, rest0)))
    assert abs(found.point - year) <= abs(year) * Decimal("1e-15") + Decimal("1e-15")


def test_the_rest_of_the_year_follows() -> None:
    """0.91 × 23.9 + 0.09 × g = 22.7 ⇒ g = 10.6."""
    found = rest_growth(exactly(Decimal("0.91")), exactly(Decimal("23.9")), exactly(Decimal("22.7")))
    assert found is not None
    assert round(found.point, 2) == Decimal("10.57")


def test_nothing_follows_where_the_rest_may_be_nought() -> None:
    assert rest_growth(exactly(Decimal(1)), exactly(Decimal(5)), exactly(Decimal(5))) is None
