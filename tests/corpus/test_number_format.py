"""What a spreadsheet shows for a stored number."""

import doctest
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulian.corpus import number_format
from bulian.corpus.number_format import date_shown, exact, is_date, plain, shown


def test_examples_in_the_documentation() -> None:
    assert doctest.testmod(number_format).failed == 0


@pytest.mark.parametrize(
    ("number", "code", "text"),
    [
        (0.239, "0.0%", "23.9%"),
        (0.239, "0.00%", "23.9%"),
        (-0.031, "0.0%", "-3.1%"),
        (0.0612, "0%", "6.12%"),  # typed with decimals that the format hides
        (0.238912345, "0.0%", "23.9%"),  # computed
        (1, "0%", "100%"),
        (0.0053, "0.0‰", "5.3‰"),
        (309.8, "General", "309.8"),
        (0.1 + 0.2, "General", "0.3"),
        (300.0, "0.00", "300"),
        (1e20, "General", "100000000000000000000"),
        (1e-7, "General", "0.0000001"),
        (12345678, "#,##0", "12345678"),
        (12345678, "#,##0,", "12345.678"),
        (123456, "0!.0,", "12.3456"),
        (123456, '0"."0,', "12.3456"),
        (625, "000000", "000625"),
        (380.5, '0.0"亿元"', "380.5亿元"),
        (380.5, '"约"0.0"亿元"', "约380.5亿元"),
        (2024, '0"年"', "2024年"),
        (5, 'General"月"', "5月"),
        (-3.2, '"增长"0.0;"下降"0.0', "下降3.2"),
        (-3.2, "0.0_);[Red]0.0", "-3.2"),
        (-3.2, "¥#,##0.0;¥-#,##0.0", "¥-3.2"),
        (-7, r"0_);\(0\)", "-7"),
        (12.3, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "12.3"),
        (12.3, "[$¥-804]#,##0.0", "12.3"),
        (3, "[DBNum1][$-804]General", "3"),
    ],
)
def test_numbers(number: float, code: str, text: str) -> None:
    assert shown(number, code) == (text, text.endswith("%"))


@pytest.mark.parametrize(
    ("serial", "code", "text"),
    [
        (45292, 'yyyy"年"m"月"', "2024-01"),
        (45292, "[$-804]yyyy年m月;@", "2024-01"),
        (45322, 'yyyy"年"m"月"d"日"', "2024-01-31"),
        (45322, "yyyy/m/d", "2024-01-31"),
        (45322, 'm"月"d"日"', "2024-01-31"),
        (45322, "mmm-yy", "2024-01"),
        (45322, "yyyy", "2024"),
        (45322.5, "yyyy-mm-dd hh:mm", "2024-01-31 12:00"),
        (0.5, "h:mm", "12:00"),
    ],
)
def test_dates(serial: float, code: str, text: str) -> None:
    assert is_date(code)
    assert date_shown(serial, code) == text


@pytest.mark.parametrize(
    "code", ["General", "0.00", "#,##0", "0%", '0"日"', "[Red]0.0", "@", '0.0"m"', "[h]"]
)
def test_which_formats_are_dates(code: str) -> None:
    assert is_date(code) == (code == "[h]")


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=4))
def test_what_was_typed_comes_back(typed: Decimal) -> None:
    assert Decimal(plain(exact(float(typed)))) == typed
    assert shown(float(typed), "General")[0] == plain(typed)


@given(st.floats(allow_nan=False, allow_infinity=False), st.text(max_size=12))
def test_any_format_shows_something(number: float, code: str) -> None:
    assert shown(number, code)[0]
