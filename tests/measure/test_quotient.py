"""A part over its whole."""

from decimal import Decimal

import pytest

from bulian.errors import BadRequest
from bulian.measure.extent import Extent, stated_extent
from bulian.measure.quotient import share_of


def test_more_than_fifty_of_about_three_hundred_is_at_least_a_sixth_less_the_slack() -> None:
    share = share_of(stated_extent(Decimal(50), "min"), stated_extent(Decimal(300), "approx"))
    assert round(share.point, 4) == Decimal("0.1667")
    assert round(share.low, 4) == Decimal("0.1587")  # 50 / 315
    assert share.high == 1


def test_a_share_above_one_says_so() -> None:
    share = share_of(stated_extent(Decimal(50), "exact"), stated_extent(Decimal(40), "exact"))
    assert share.beyond
    assert share.low == 1


def test_a_whole_that_may_be_nothing_is_refused() -> None:
    with pytest.raises(BadRequest, match="above zero"):
        share_of(stated_extent(Decimal(1), "exact"), Extent(Decimal(0), Decimal(5), Decimal(9)))
