"""What is counted, where its name is shared, cut by what is done with it, or stands behind its number."""

import pytest

from tests.extract.observations.test_news import told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # What is done with the things is no part of what they are.
        ("推动远山、近水2个综保区高质量发展。", [("综保区数", "items")]),
        ("完成30个乡镇消防队提质强能。", [("乡镇消防队数", "items")]),
        # 左右的 stands between a number and its things.
        ("选择11个左右的县探索片区化推进。", [("县数", "items")]),
        # Tiers share the noun behind the last one.
        (
            "建设20个国家级、19个省级临床重点专科。",
            [("国家级临床重点专科数", "items"), ("省级临床重点专科数", "items")],
        ),
        # Behind 增加 stands something else than what was spoken of.
        ("保费提高至10元；增加500个普通学位。", [("保费", "CNY"), ("增加普通学位数", "items")]),
        ("规上企业增加20户以上。", [("规模以上企业数", "enterprises")]),
        # A quotation mark that has counted works by itself is no part of the next.
        ("建成“4桥2隧”、城市道路突破700公里。", [("城市道路里程", "km")]),
        ("布局建设70万千瓦新型储能项目。", [("新型储能装机容量", "kW")]),
        ("碳市场累计交易542万吨。", [("碳市场交易量", "t")]),
        # Compounds that hold a preposition or a verb of one character.
        ("场所可降解制品替代率超80%。", [("场所可降解制品替代率", "%")]),
        ("公共数据按需归集率达60%。", [("公共数据按需归集率", "%")]),
        ("港口通过能力突破12亿吨。", [("港口通过能力", "t")]),
    ],
)
def test_what_is_counted(text: str, said: list[tuple[str, str]]) -> None:
    assert told(text, "indicator", "unit") == said


@pytest.mark.parametrize(
    "text",
    [
        "安全生产考核连续3次获评优秀。",
        "每10万人口中大学生居全省前列。",
        "公交与轨道50米内换乘更便捷。",
    ],
)
def test_counts_nothing(text: str) -> None:
    assert not [row for row in told(text, "aspect") if row != ("rank",)]


def test_whole_of_a_rank() -> None:
    assert told("增加值从全国第13位升至第5位。", "basis") == [("全国",), ("全国",)]
    assert told("远山稻连续四年蝉联全国推广面积第一。", "indicator", "basis") == [("远山稻推广面积", "全国")]


def test_what_growth_is_compared_with() -> None:
    assert told("从业人员比“四经普”增长30%。", "indicator", "value") == [("从业人员", 30)]


def test_two_herds_at_once_and_times_cut_short() -> None:
    assert told("牛羊出栏分别增长5%、2%。", "indicator") == [("牛出栏",), ("羊出栏",)]
    assert told("审批时限压缩70%。", "indicator", "value") == [("审批时限", -70)]
    assert told("12个省列重大项目。", "indicator") == [("省列重大项目数",)]


def test_what_fields_can_yield_is_no_capacity_of_a_plant() -> None:
    assert told("粮食综合生产能力达到140亿斤。", "modality") == [("actual",)]
    assert told("形成年生产能力3万吨。", "modality") == [("capacity",)]
