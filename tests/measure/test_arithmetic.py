"""Intervals: the truth never falls out of what follows from it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulian.measure.arithmetic import ends, exactly, factor, may_equal, minus, over, rounds_to, times, total
from bulian.measure.extent import Extent

NUMBERS = st.integers(-(10**6), 10**6).map(lambda n: Decimal(n) / 100)


def within(low: str, point: str, high: str) -> Extent:
    return Extent(Decimal(low), Decimal(point), Decimal(high))


def extents() -> st.SearchStrategy[Extent]:
    return st.tuples(NUMBERS, NUMBERS, NUMBERS).map(lambda three: Extent(*sorted(three)))


def test_the_share_of_the_district_bulletin_of_2011_passes_by_a_hair() -> None:
    """83.5 of 149.9, printed as 55.8 %: [55.65, 55.76] meets [55.75, 55.85]."""
    found = over(within("83.45", "83.5", "83.55"), within("149.85", "149.9", "149.95"))
    assert found is not None
    share = times(found, exactly(Decimal(100)))
    assert [round(end, 3) for end in ends(share)] == [Decimal("55.652"), Decimal("55.756")]
    assert may_equal(share, within("55.75", "55.8", "55.85"))
    assert not rounds_to(share.point, Decimal("55.8"), Decimal("0.1"))


@given(extents(), extents())
def test_the_result_holds_every_result_of_its_operands(one: Extent, other: Extent) -> None:
    for a in (*ends(one), one.point):
        for b in (*ends(other), other.point):
            for found, value in (
                (total([one, other]), a + b),
                (minus(one, other), a - b),
                (times(one, other), a * b),
            ):
                low, high = ends(found)
                assert low <= value <= high


@given(extents(), extents())
def test_a_quotient_by_what_may_be_nought_is_none(one: Extent, other: Extent) -> None:
    low, high = ends(other)
    found = over(one, other)
    assert (found is None) == (low <= 0 <= high)
    if found:
        least, most = ends(found)
        slack = max(abs(least), abs(most), Decimal(1)) * Decimal("1e-20")
        assert least - slack <= one.point / other.point <= most + slack


def test_touching_is_enough() -> None:
    assert may_equal(exactly(Decimal("12.5")), within("12.5", "13", "13.5"))
    assert not may_equal(exactly(Decimal("12.4")), within("12.5", "13", "13.5"))


def test_half_is_rounded_up() -> None:
    assert rounds_to(Decimal("12.5"), Decimal(13), Decimal(1))
    assert rounds_to(Decimal("-3.25"), Decimal("-3.3"), Decimal("0.1"))


def test_a_growth_as_a_factor() -> None:
    assert factor(within("8.15", "8.2", "8.25")) == within("1.0815", "1.082", "1.0825")


def test_an_open_end_is_refused() -> None:
    with pytest.raises(ValueError, match="open end"):
        ends(Extent(Decimal(1), Decimal(1), None))
