"""Where a number should be by now."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulian.errors import BadRequest
from bulian.measure.schedule import compound_path, linear_path

AMOUNT = st.decimals(1, 10000, places=2)


def test_half_way_from_300_to_500_by_hand() -> None:
    assert linear_path(Decimal(300), Decimal(500), Decimal("0.5")) == 400
    assert f"{compound_path(Decimal(300), Decimal(500), Decimal('0.5')):.1f}" == "387.3"  # sqrt(300 * 500)


@given(AMOUNT, AMOUNT, st.decimals(0, 1, places=3))
def test_one_rate_never_runs_ahead_of_the_line(base: Decimal, target: Decimal, elapsed: Decimal) -> None:
    compound = compound_path(base, target, elapsed)
    assert compound is not None
    assert compound <= linear_path(base, target, elapsed) + Decimal("1e-9")


@given(AMOUNT, AMOUNT)
def test_both_begin_at_the_base_and_end_at_the_target(base: Decimal, target: Decimal) -> None:
    for path in (linear_path, compound_path):
        ends = path(base, target, Decimal(0)), path(base, target, Decimal(1))
        assert [round(end or Decimal(0), 6) for end in ends] == [base, target]


def test_from_a_loss_there_is_a_line_and_no_rate() -> None:
    assert linear_path(Decimal(-10), Decimal(10), Decimal("0.5")) == 0
    assert compound_path(Decimal(-10), Decimal(10), Decimal("0.5")) is None


@pytest.mark.parametrize("elapsed", ["-0.1", "1.1"])
def test_outside_its_time_there_is_no_schedule(elapsed: str) -> None:
    with pytest.raises(BadRequest, match="from 0 at the base"):
        linear_path(Decimal(1), Decimal(2), Decimal(elapsed))
