"""What a growth was at an earlier time, told in brackets, and which span its change is counted from."""

import pytest

from tests.extract.observations.case import rows


def test_an_earlier_growth_in_brackets_is_of_its_own_time() -> None:
    text = "2023年1-8月，仓储投资增长3.2%，比1-7月（6.7%）回落3.5个百分点，比上半年（5.8%）回落2.6个百分点。"
    assert rows(text, "indicator", "value", "period", "basis") == [
        ("仓储投资", "3.2 %", "2023-01/2023-08", "yoy"),
        ("仓储投资", "6.7 %", "2023-01/2023-07", "yoy"),
        ("仓储投资增速", "-3.5 pp", "2023-01/2023-08", "qoq"),
        ("仓储投资", "5.8 %", "2023-H1", "yoy"),
        ("仓储投资增速", "-2.6 pp", "2023-01/2023-08", "qoq"),
    ]


def test_the_same_time_of_the_year_before_in_brackets() -> None:
    text = "2023年1-8月，仓储投资增长1.1%，比上年同期（12.1%）回落11个百分点。"
    assert rows(text, "value", "period")[1] == ("12.1 %", "2022-01/2022-08")


def test_a_percentage_in_brackets_behind_a_count_stays_its_share() -> None:
    text = "2023年1-8月，新建仓储项目110个（56%）。"
    assert rows(text, "aspect", "value")[-1] == ("share", "56 %")


@pytest.mark.parametrize(
    ("span", "basis"), [("上半年", "qoq"), ("1-8月", "qoq"), ("上年同期", "yoy"), ("上年", "yoy")]
)
def test_a_share_moves_from_the_span_named(span: str, basis: str) -> None:
    text = f"2023年1-9月，仓储业营业收入20亿元，占服务业营业收入比重为29.7%，占比较{span}提高0.3个百分点。"
    assert rows(text, "indicator", "value", "basis")[-1] == (
        "仓储业营业收入占服务业营业收入比重",
        "0.3 pp",
        basis,
    )


@pytest.mark.parametrize(
    ("words", "points"),
    [
        ("高于全省（5.1%）1.1个百分点", "1.1 pp"),
        ("低于全省（6.4%）0.2个百分点", "-0.2 pp"),
        ("比全省平均水平（5.1%）高1.1个百分点", "1.1 pp"),
    ],
)
def test_the_growth_of_one_other_place_in_brackets(words: str, points: str) -> None:
    text = f"2023年1-8月，仓储投资增长6.2%，{words}。"
    assert rows(text, "subject", "indicator", "value")[2:] == [("江城市", "仓储投资增速", points)]
    assert rows(text, "subject", "indicator", "aspect")[1] == ("全省", "仓储投资", "growth")


@pytest.mark.parametrize(
    "words",
    [
        "增速比全国、全省分别高0.3个和0.1个百分点",
        "分别比全国、全省平均水平高0.3、0.1个百分点",
        "分别高于全国、全省0.3和0.1个百分点",
    ],
)
def test_how_far_a_growth_is_from_several_in_every_order_of_words(words: str) -> None:
    text = f"2023年，仓储投资增长6.2%，{words}，居全省第5位。"
    assert rows(text, "indicator", "value")[1:] == [
        ("仓储投资增速", "0.3 pp"),
        ("仓储投资增速", "0.1 pp"),
        ("仓储投资增速", "5 rank"),
    ]


def test_how_far_a_level_is_from_several_is_of_the_level() -> None:
    text = "2023年，城镇化率72%，比全国、全省分别高6个和8个百分点。"
    assert rows(text, "indicator")[1:] == [("城镇化率",), ("城镇化率",)]


def test_spans_that_a_growth_is_compared_with_are_no_places() -> None:
    text = "2023年，仓储投资增长6.2%，比一季度、上半年分别高1.0和0.6个百分点。"
    assert ("仓储投资增速", "0.6 pp", None) not in rows(text, "indicator", "value", "basis")


@pytest.mark.parametrize(
    "words", ["较上半年和一季度分别加快3.2和5.1个百分点", "分别比上半年、一季度提高3.2和5.1个百分点"]
)
def test_each_of_several_spans_has_its_change(words: str) -> None:
    text = f"2023年1-9月，仓储投资增长12.1%，{words}。"
    assert rows(text, "indicator", "value", "basis")[1:] == [
        ("仓储投资增速", "3.2 pp", "qoq"),
        ("仓储投资增速", "5.1 pp", "qoq"),
    ]


def test_the_growth_of_the_year_before_in_brackets() -> None:
    text = "2023年1-9月，仓储投资同比下降8.2%（上年同期增长5.1%）。"
    assert rows(text, "value", "period") == [("-8.2 %", "2023-01/2023-09"), ("5.1 %", "2022-01/2022-09")]


def test_a_growth_less_something_is_of_the_same() -> None:
    text = "2023年，税收增长5.1%（剔除退税因素后增长3.2%）。"
    assert [row[0] for row in rows(text, "indicator")] == ["税收", "税收"]


def test_a_share_that_rose_from_that_of_the_year_before() -> None:
    text = "2023年，建安投资占全部投资的比重由上年同期的62.1%提高到65.3%。"
    assert {row[0] for row in rows(text, "indicator")} == {"建安投资占全部投资比重"}


def test_the_same_time_elsewhere_in_a_sentence_moves_no_period() -> None:
    text = "2023年1-9月，受上年同期高基数影响，仓储投资增长5.1%。"
    assert rows(text, "period") == [("2023-01/2023-09",)]


def test_each_span_has_its_own_basis() -> None:
    text = "2023年1-9月，仓储投资增长5%，较上半年和上年同期分别提高0.1和1.2个百分点。"
    assert rows(text, "indicator", "value", "basis")[1:] == [
        ("仓储投资增速", "0.1 pp", "qoq"),
        ("仓储投资增速", "1.2 pp", "yoy"),
    ]


def test_how_far_each_of_several_growths_is_from_one_other() -> None:
    text = "2023年，冷链投资、仓储投资分别增长15.2%和21.3%，快于全部投资9.0和15.1个百分点。"
    assert rows(text, "indicator", "value")[2:] == [("冷链投资增速", "9 pp"), ("仓储投资增速", "15.1 pp")]


def test_changes_of_several_from_one_span_have_its_basis() -> None:
    text = "2023年，冷链产值、仓储产值分别增长5%和7%，分别比上年同期提高0.1和1.2个百分点。"
    assert rows(text, "indicator", "basis")[2:] == [("冷链产值增速", "yoy"), ("仓储产值增速", "yoy")]
