"""Percentage points: how a growth changes, how far it stands from others, what a part did for a whole."""

import pytest

from tests.extract.observations.case import rows


@pytest.mark.parametrize(
    ("text", "value", "basis"),
    [
        ("投诉量增长8%，增速较上年四季度提高0.9个百分点。", "0.9 pp", "qoq"),
        ("投诉量增长8%，较去年全年提高0.3个百分点。", "0.3 pp", None),
        ("投诉量增长8%，增速回落2个百分点。", "-2 pp", "yoy"),
        ("投诉量增长8%，比去年同期减低2个百分点。", "-2 pp", "yoy"),
        ("投诉量下降8%，降幅比一季度收窄3个百分点。", "3 pp", "qoq"),
        ("投诉量下降8%，降幅扩大3个百分点。", "-3 pp", "yoy"),
        ("投诉量增长8%，涨幅较上月收窄3个百分点。", "-3 pp", "qoq"),
    ],
)
def test_points_after_a_growth_are_a_change_of_that_growth(text: str, value: str, basis: str | None) -> None:
    assert rows(text, "indicator", "aspect", "value", "basis")[-1] == ("投诉量增速", "growth", value, basis)


def test_each_of_several_growths_changes() -> None:
    text = "种植业产值增长6.6%，渔业产值增长5.4%，分别比上半年提高0.5个、8.1个百分点。"
    assert rows(text, "indicator", "value")[2:] == [("种植业产值增速", "0.5 pp"), ("渔业产值增速", "8.1 pp")]


def test_one_growth_is_compared_with_that_of_several_spans() -> None:
    text = "零售额增长8%，增幅比一季度、上半年、前三季度分别提高6.4个、7.8个、5.2个百分点。"
    assert rows(text, "indicator", "value")[1:] == [
        ("零售额增速", one) for one in ("6.4 pp", "7.8 pp", "5.2 pp")
    ]


def test_a_rate_that_rises_by_points_stays_the_rate() -> None:
    text = "垃圾回收率达到60%，比上年提高1.2个百分点。"
    assert rows(text, "indicator", "basis")[-1] == ("垃圾回收率", "yoy")


@pytest.mark.parametrize(
    ("verb", "values"), [("高于", ("1.9 pp", "0.9 pp")), ("低于", ("-1.9 pp", "-0.9 pp"))]
)
def test_how_far_a_growth_stands_from_several_others(verb: str, values: tuple[str, str]) -> None:
    text = f"工业投资增长6%，分别{verb}国、省1.9和0.9个百分点。"
    assert rows(text, "indicator", "value")[1:] == [("工业投资增速", value) for value in values]


def test_the_growth_of_others_in_brackets_is_theirs() -> None:
    text = "工业投资增长5.7%，分别高于全国（5.4%）、全省（5.2%）0.3和0.5个百分点。"
    assert rows(text, "subject", "indicator", "value")[1:] == [
        ("全国", "工业投资", "5.4 %"),
        ("全省", "工业投资", "5.2 %"),
        ("江城市", "工业投资增速", "0.3 pp"),
        ("江城市", "工业投资增速", "0.5 pp"),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("农林牧渔业增加值增长5%，拉动经济增长0.5个百分点。", "农林牧渔业拉动经济增长"),
        ("光伏产业增长20%，上拉地区生产总值增速3个百分点。", "光伏产业拉动地区生产总值增长"),
        ("三个行业合计拉动工业增加值增长3个百分点。", "三个行业拉动工业增加值增长"),
    ],
)
def test_what_a_part_did_for_a_whole(text: str, said: str) -> None:
    assert rows(text, "indicator", "aspect")[-1] == (said, "level")


def test_each_part_pulls_and_contributes_for_itself() -> None:
    text = (
        "第一产业增加值增长3%，拉动经济增长0.5个百分点，贡献率9%；"
        "第二产业增加值增长4%，拉动经济增长2.5个百分点，贡献率46%。"
    )
    assert [row[0] for row in rows(text, "indicator")] == [
        "第一产业增加值",
        "第一产业拉动经济增长",
        "第一产业对经济增长的贡献率",
        "第二产业增加值",
        "第二产业拉动经济增长",
        "第二产业对经济增长的贡献率",
    ]


def test_pulls_in_a_list() -> None:
    text = "三次产业贡献率分别为25%、36%、39%，分别拉动经济增长1.6个百分点、2.4个百分点和2.7个百分点。"
    assert [row[0] for row in rows(text, "indicator")][3:] == [
        f"第{which}产业拉动经济增长" for which in "一二三"
    ]
