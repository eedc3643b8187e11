"""What a sentence looks at, and which of its figures are of that; our own sentences."""

import pytest

from tests.extract.observations.case import rows


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("从主要工业产品产量看，精制茶增长2%，纱下降6%。", ["精制茶产量", "纱产量"]),
        ("主要工业产品产量大幅增长，其中：变压器累计实现28万千伏安，增长4%；电缆实现42千米。", [
            "变压器产量", "变压器产量", "电缆产量",
        ]),
        ("从限额以上商品看，粮油类增长11%，书报类增长1%。", ["限额以上粮油类零售额", "限额以上书报类零售额"]),
        ("从产业类别来看，环保产业6户，新材料产业21户。", ["环保产业企业数", "新材料产业企业数"]),
        ("从三次产业投资情况来看，第二产业下降4%，第三产业增长6%。", ["第二产业投资", "第三产业投资"]),
    ],
)  # fmt: skip
def test_a_sentence_says_once_what_it_looks_at(text: str, names: list[str]) -> None:
    assert [row[0] for row in rows(text, "indicator")] == names


def test_one_character_is_a_product_where_products_are_looked_at() -> None:
    text = "从主要工业产品产量看，纱下降6%。"
    assert rows(text, "indicator", "aspect", "value") == [("纱产量", "growth", "-6 %")]


def test_sectors_of_investment_and_of_product() -> None:
    text = "固定资产投资增长11%。分产业看，第一产业下降8%，第二产业增加值增长5%。"
    assert [row[0] for row in rows(text, "indicator")] == [
        "固定资产投资", "第一产业投资", "第二产业增加值",
    ]  # fmt: skip
    text = "地区生产总值增长5%。分产业看，第一产业增长8%。"
    assert rows(text, "indicator")[-1] == ("第一产业增加值",)


def test_what_changes_after_a_structure_are_the_shares() -> None:
    text = "三次产业结构为7.7∶57.5∶34.8。与上年同期相比，第一产业下降0.3个百分点，第二产业提高0.1个百分点。"
    assert rows(text, "indicator", "aspect")[3:] == [
        ("第一产业增加值占地区生产总值比重", "growth"),
        ("第二产业增加值占地区生产总值比重", "growth"),
    ]


def test_a_rate_after_a_structure_is_no_share() -> None:
    text = "三次产业结构为22.8∶34.5∶42.7，三次产业贡献率分别为25%、36%、39%。"
    assert [row[0] for row in rows(text, "indicator")][3:] == [f"第{one}产业贡献率" for one in "一二三"]
