"""Kinds of work and prices that own no figure, what projects will make, and growth since when."""

import pytest

from tests.extract.observations.test_news import told


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        # A kind of work, a price or a contract is no subject.
        ("建安工程投资增长54%。", [(None, "建安工程投资")]),
        (
            "现价农林牧渔业总产值3亿元，农业总产值2亿元。",
            [(None, "现价农林牧渔业总产值"), (None, "农业总产值")],
        ),
        ("合同工业产值14亿元。", [(None, "合同工业产值")]),
        # Compounds that hold a verb.
        ("基本生活类商品零售额3亿元。", [(None, "基本生活类商品零售额")]),
        ("卫星导航定位接收机产量增长62%。", [(None, "卫星导航定位接收机产量")]),
        ("累计投产投用项目48个。", [(None, "投产投用项目数")]),
        # What came in more is growth of what came in.
        ("财政总收入完成19亿元，增收2.5亿元。", [(None, "财政总收入"), (None, "财政总收入")]),
        (
            "税收收入20亿元，税收收入占地方财政收入66%。",
            [(None, "税收收入"), (None, "税收收入占地方财政收入比重")],
        ),
        ("有13个行业实现两位数以上增长。", [(None, "实现两位数以上增长的行业数")]),
        ("有13个行业企业。", [(None, "行业企业数")]),
    ],
)
def test_what_is_said(text: str, rows: list[tuple[str | None, str]]) -> None:
    assert told(text, "subject", "indicator") == rows


def test_what_a_project_will_make() -> None:
    rows = told("远山60万吨清洁燃料项目开工。", "indicator", "modality")
    assert rows == [("清洁燃料产能", "capacity")]
    assert told("粮食产量60万吨，项目3个。", "modality") == [("actual",), ("actual",)]


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("2023年，产量增长5.2倍。", "yoy"),
        ("“十四五”以来，产量增长5.2倍。", "cumulative"),
        ("“十四五”以来，产量年均增长5%。", None),
        ("2023年，人口比2020年增长5%。", "cumulative"),
        ("2021年，人口比2020年增长5%。", "yoy"),
        ("2023年，财政收入是2020年的3倍。", None),
    ],
)
def test_since_when(text: str, basis: str | None) -> None:
    assert told(text, "basis") == [(basis,)]


def test_what_plants_for_solar_goods_will_make() -> None:
    rows = told("建设三期10GW高效电池片、5GW高效组件项目。", "indicator", "modality")
    assert rows == [("高效电池片产能", "capacity"), ("高效组件产能", "capacity")]
    assert told("光伏装机达到10GW。", "indicator", "modality") == [("光伏装机", "actual")]


def test_a_rate_that_rose_by_points_stands_first_itself() -> None:
    text = "岸线保有率提高3个百分点、连续多年居全国第一。"
    assert told(text, "indicator")[-1] == ("岸线保有率",)
    assert told("财政收入增长8%、居全国第一。", "indicator")[-1] == ("财政收入增速",)
