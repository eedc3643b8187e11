"""Amounts as thresholds are written."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulian.errors import BadRequest
from bulian.vocab.amount import amount


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("40亿元", "4000000000", "CNY"),
        ("70%", "70", "%"),
        ("2000万元", "20000000", "CNY"),
        ("10家", "10", "enterprises"),
        ("0.1万元/吨", "1000", "CNY/t"),
        ("100平方公里", "100", "km2"),
        ("-5%", "-5", "%"),
        ("3", "3", "ratio"),
    ],
)
def test_amounts(text: str, value: str, unit: str) -> None:
    read = amount(text)
    assert (read.value, read.unit, read.written) == (Decimal(value), unit, text)


@given(st.integers(min_value=-(10**9), max_value=10**9))
def test_ten_thousand_times_as_much_in_万(number: int) -> None:
    assert amount(f"{number}万元").value == 10000 * amount(f"{number}元").value


@pytest.mark.parametrize("text", ["", "四十亿元", "40亿里拉", "1.2.3元"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(BadRequest, match="is no amount"):
        amount(text)
