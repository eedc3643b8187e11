"""Bounds of concentration: by hand, and never broken by a division that fits."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulian.errors import BadRequest
from bulian.measure.dominance import Bounds, dominance

ROUNDING = Decimal("1e-12")


def exactly(*shares: str) -> list[Bounds]:
    return [Bounds(Decimal(share), Decimal(share)) for share in shares]


def test_known_shares_give_the_textbook_index() -> None:
    """0.5² + 0.3² + 0.2² = 0.38, as many as 2.63 equal firms."""
    found = dominance(exactly("0.5", "0.3", "0.2"), complete=True)
    assert found.hhi == Bounds(Decimal("0.38"), Decimal("0.38"))
    assert found.top == Bounds(Decimal("0.5"), Decimal("0.5"))
    assert round(found.effective_low, 2) == Decimal("2.63")


def test_a_sixth_of_which_nothing_else_is_known() -> None:
    """50 of 300: the rest may be spread thin (1/36) or lie in one hand (1/36 + 25/36)."""
    sixth = Decimal(50) / Decimal(300)
    found = dominance([Bounds(sixth, sixth)], complete=False)
    assert found.top.low == sixth
    assert round(found.top.high, 6) == Decimal("0.833333")
    assert (round(found.hhi.low, 6), round(found.hhi.high, 6)) == (Decimal("0.027778"), Decimal("0.722222"))


def test_three_firms_of_which_nothing_is_known() -> None:
    found = dominance([Bounds(Decimal(0), Decimal(1))] * 3, complete=True)
    assert round(found.hhi.low, 6) == Decimal("0.333333")
    assert found.hhi.high == 1
    assert round(found.top.low, 6) == Decimal("0.333333")


def test_nobody_known_bounds_nothing() -> None:
    found = dominance([], complete=False)
    assert (found.hhi, found.effective_high) == (Bounds(Decimal(0), Decimal(1)), None)


@pytest.mark.parametrize(
    "shares", [exactly("1.2"), exactly("0.7", "0.5"), [Bounds(Decimal("0.6"), Decimal("0.4"))]]
)
def test_shares_that_divide_no_whole_are_refused(shares: list[Bounds]) -> None:
    with pytest.raises(BadRequest, match=r"share|whole"):
        dominance(shares, complete=False)


@given(
    st.lists(st.tuples(*[st.integers(1, 1000)] * 3), min_size=1, max_size=5),
    st.integers(0, 1000),
    st.booleans(),
)
def test_no_division_that_fits_lies_outside(
    drawn: list[tuple[int, int, int]], rest: int, complete: bool
) -> None:
    """A whole is cut at random, its shares are blurred, and what is true must lie within the bounds."""
    others = 0 if complete else rest
    whole = sum(size for size, _, _ in drawn) + others
    true = [Decimal(size) / whole for size, _, _ in drawn]
    blurred = [
        Bounds(max(Decimal(0), share - Decimal(down) / 1000), min(Decimal(1), share + Decimal(up) / 1000))
        for share, (_, down, up) in zip(true, drawn, strict=True)
    ]
    found = dominance(blurred, complete=complete)
    unknown = Decimal(others) / whole
    index = sum((share**2 for share in true), unknown**2)
    assert found.hhi.low - ROUNDING <= index <= found.hhi.high + ROUNDING
    assert found.top.low - ROUNDING <= max(*true, unknown) <= found.top.high + ROUNDING
