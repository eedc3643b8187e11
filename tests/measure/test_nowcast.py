"""The year from its first months: by hand, the identity as a law, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulian.errors import BadRequest
from bulian.measure.nowcast import annual_growth, annual_level, usual_share

GROWTH = st.floats(-0.5, 1.0)


def test_eleven_months_of_growth_by_hand() -> None:
    """23.9 % in eleven months, a share of 0.90 to 0.92, December from -10 to +40 %: 20.5 to 25.5 %."""
    year = annual_growth(0.239, (0.90, 0.92), (-0.10, 0.40))
    assert (round(year.low, 4), round(year.high, 4)) == (0.2051, 0.2551)


def test_eleven_months_of_output_by_hand() -> None:
    """Shares 0.90 and 0.92: 273/0.91 = 300; t(1 degree, 0.9) = 3.078, sd 0.01414, times sqrt(1.5): 0.0533."""
    year = annual_level(273.0, [0.90, 0.92])
    assert year.point == pytest.approx(300)
    assert year.low == pytest.approx(273 / (0.91 + 0.0533), rel=1e-3)
    assert year.high == pytest.approx(273 / (0.91 - 0.0533), rel=1e-3)


@given(st.floats(1, 1e6), st.floats(0.05, 0.95), GROWTH, GROWTH)
def test_the_identity_holds_for_any_two_years(base: float, share: float, first: float, rest: float) -> None:
    whole = base * share * (1 + first) + base * (1 - share) * (1 + rest)
    assert annual_growth(first, (share, share), (rest, rest)).point == pytest.approx(
        whole / base - 1, abs=1e-9
    )


def test_no_share_passes_the_whole_year() -> None:
    assert usual_share(12) == (1 - 0.015, 1.0)
    assert annual_level(100.0, [1.0, 0.99]).low >= 100.0


@pytest.mark.parametrize("shares", [[], [0.0], [1.2]])
def test_without_a_share_there_is_no_year(shares: list[float]) -> None:
    with pytest.raises(BadRequest, match="share of a past one"):
        annual_level(100.0, shares)
