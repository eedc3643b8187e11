"""Kinds of projects and things counted own no figure; zones and rings with a place in their name do."""

import pytest

from tests.extract.observations.test_news import told


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("省重大项目完成投资729亿元。", [(None, "省重大项目完成投资")]),
        ("中职学校由30所整合为20所。", [(None, "中职学校数"), (None, "中职学校数")]),
        ("兰州新区经济总量达到40亿元。", [("兰州新区", "经济总量")]),
        ("武汉都市圈经济总量超过2万亿元。", [("武汉都市圈", "经济总量")]),
        ("唐山港货物吞吐量5亿吨。", [("唐山港", "货物吞吐量")]),
    ],
)
def test_whose(text: str, rows: list[tuple[str | None, str]]) -> None:
    assert told(text, "subject", "indicator") == rows


def test_lists_of_partners_and_products() -> None:
    assert told("对东盟、欧盟进出口分别增长16%、5%。", "indicator") == [("对东盟进出口",), ("欧盟进出口",)]
    rows = told("生产原油12万吨、天然气5亿立方米。", "indicator")
    assert rows == [("原油产量",), ("天然气产量",)]


def test_months_ahead_of_time_are_no_part_of_the_year() -> None:
    assert told("2025年，供水项目覆盖率提前3个月达到90%。", "period") == [("2025",)]
    assert told("2025年前3个月，产值增长5%。", "period") == [("2025-01/2025-03",)]
