from decimal import Decimal

import pytest

from bulian.extract.numbers import parse_number


@pytest.mark.parametrize(
    ("shown", "value"),
    [
        ("1,234.5", "1234.5"), ("（4.8）", "-4.8"), ("(4.8)", "-4.8"), ("12.3%", "12.3"), ("约300", "300"),
        ("↑3.2", "3.2"), ("↓3.2", "-3.2"), ("下降1.5", "-1.5"), ("-5", "-5"), ("3.2‰", "0.32"),
        ("３４", "34"),
        ("1.2亿元", "120000000"), (" 7 ", "7"), (".5", "0.5"), ("1 234", None), ("-", None), ("—", None),
        ("…", None),
        ("", None), ("不详", None), ("2023年", None),
    ],
)  # fmt: skip
def test_cell(shown: str, value: str | None) -> None:
    assert parse_number(shown) == (None if value is None else Decimal(value))
