"""What a cell may hold: each habit of writing gives the one canonical text, or a reason."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulian.desk.telling import money, shown
from bulian.desk.values import Unfit, number, read_value
from bulian.vocab.registers import Field, register

TOTAL = register("projects").field("total")
AREA = register("sites").field("area")
USE = register("sites").field("use")


def field(kind: str) -> Field:
    return Field("x", "列", "column", kind, ("列",))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("5000万", "", "50000000"),
        ("5,000万元", "", "50000000"),
        ("5000", "万元", "50000000"),
        ("0.5", "亿元", "50000000"),
        ("50000000元", "万元", "50000000"),
        ("约5000万元", "", "≈50000000"),
        ("5000万元以上", "", "≥50000000"),
        ("不超过5000万元", "", "≤50000000"),
        ("０.5億元", "", "50000000"),
        ("五百万", "", "5000000"),
        ("约壹仟贰佰万元", "", "≈12000000"),
        ("五百", "万元", "5000000"),
        ("三百万以上", "", "≥3000000"),
        ("300万以上", "", "≥3000000"),
        ("￥1,200万元", "", "12000000"),
        ("人民币300万", "", "3000000"),
        ("—", "万元", None),
        ("待定", "万元", None),
    ],
)
def test_one_amount_in_many_habits(text: str, unit: str, value: str | None) -> None:
    assert read_value(TOTAL, text, unit) == value


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("30亩", "", "30"),
        ("20000平方米", "", "30"),
        ("2公顷", "", "30"),
        ("三十亩", "", "30"),
        ("0.02", "平方公里", "30"),
    ],
)
def test_one_area_in_many_units(text: str, unit: str, value: str) -> None:
    # 1 ha is 15 mu, 1 square metre 0.0015 mu.
    assert read_value(AREA, text, unit) == value


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("count", "1,200人", "1200"),
        ("count", "约300", "≈300"),
        ("percent", "85%", "85"),
        ("months", "3年", "36"),
        ("months", "36个月", "36"),
        ("months", "一年", "12"),
        ("months", "十八个月", "18"),
        ("months", "一年半", "18"),
        ("months", "半年", "6"),
        ("months", "两年零三个月", "27"),
        ("percent", "百分之四点五", "4.5"),
        ("days", "两周", "14"),
        ("count", "十二人", "12"),
        ("days", "2周", "14"),
        ("quantity", "12万吨/年", "12 万吨/年"),
        ("quantity", "约1,200台", "≈1200 台"),
        ("code", "91500000ma5u00000w", "91500000MA5U00000W"),
        ("industry", "C2761 生物药品制造", "2761"),
        ("list", "拉挤板材，光伏边框;拉挤板材", "拉挤板材、光伏边框"),
        ("text", " 两\n行 ", "两；行"),
        ("text", "一", "一"),
        ("text", "无", None),
    ],
)
def test_the_other_kinds(kind: str, text: str, value: str | None) -> None:
    assert read_value(field(kind), text) == value


@pytest.mark.parametrize(
    ("given_field", "text", "reason"),
    [
        (TOTAL, "5000", "no unit"),
        (TOTAL, "5000美元", "no unit"),
        (TOTAL, "3-5亿元", "a range"),
        (TOTAL, "三百万元至五百万元", "a range"),
        (field("percent"), "百分之四至五", "no number"),
        (TOTAL, "如火如荼", "no number"),
        (TOTAL, "-5万元", "below zero"),
        (AREA, "30万元", "no unit"),
        (USE, "随便", "none of"),
        (field("code"), "91500000MA5U000000", "check character"),
        (field("count"), "2.5", "whole"),
        (field("industry"), "9999", "GB/T 4754"),
        (field("quantity"), "12", "unit"),
        (field("months"), "36", "length of time"),
        (field("date"), "5/6/2024", "which part is the month"),
    ],
)
def test_what_does_not_fit_says_why(given_field: Field, text: str, reason: str) -> None:
    found = read_value(given_field, text)
    assert isinstance(found, Unfit)
    assert reason in found.en
    assert found.zh


def test_words_stay_as_written_and_names_meet_in_one_script() -> None:
    projects = register("projects")
    assert read_value(projects.field("note"), " 協議(一期) ") == "協議(一期)"
    assert read_value(projects.field("name"), " 協議(一期) ") == "协议（一期）"


@given(st.integers(1, 10**9), st.sampled_from(["元", "万元", "亿元"]))
def test_an_amount_is_told_as_it_was_written(count: int, unit: str) -> None:
    value = read_value(TOTAL, f"{count}{unit}")
    assert isinstance(value, str)
    assert number(value) == count * {"元": 1, "万元": 10**4, "亿元": 10**8}[unit]
    again = read_value(TOTAL, shown(TOTAL, value, "zh"))
    # Four decimals are shown; what is shown is never further off than half of the last.
    assert isinstance(again, str)
    assert abs(number(again) - number(value)) <= Decimal("0.00005") * 10**8


def test_words_for_people() -> None:
    assert (shown(USE, "industry", "zh"), shown(USE, "industry", "en")) == ("工业", "industry")
    assert shown(TOTAL, "≥50000000", "zh") == "不低于5000万元"
    assert money(Decimal(50_000_000), "en") == "CNY 50,000,000"
