"""Branches told in a sentence of their own, a good made by some of the firms, units of what is told."""

import pytest

from tests.extract.observations.case import rows


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "全市规上工业增加值增长1.3%。制造业增长3.4%，采矿业下降4.5%。",
            ["规模以上工业增加值", "制造业增加值", "采矿业增加值"],
        ),
        (
            "全市规上工业增加值增长1.3%。材料产业和电子产业实现两位数的较快增长，增速分别为14.7%、14.3%。",
            ["规模以上工业增加值", "材料产业增加值", "电子产业增加值"],
        ),
        (
            "全市规上工业增加值增长8%。纺织业、食品业税收分别增长5%、6%。",
            ["规模以上工业增加值", "纺织业税收", "食品业税收"],
        ),
        # Taxes have no branches, and an amount of investment is no growth.
        ("全市税收增长5%。制造业增长8%。", ["税收", "制造业"]),
        ("全市总投资8亿元。制造业增长8%。", ["总投资", "制造业"]),
    ],
)
def test_a_branch_of_the_growth_before(text: str, said: list[str]) -> None:
    assert [row[0] for row in rows(text, "indicator")] == said


def test_the_same_good_made_by_some() -> None:
    text = "全市原煤产量200万吨，其中，县属企业完成90万吨，增长5%，市属企业完成20万吨。"
    said = ["原煤产量", "县属企业原煤产量", "县属企业原煤产量", "市属企业原煤产量"]
    assert [row[0] for row in rows(text, "indicator")] == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("全市人均生产总值达1.5万美元。", ("人均地区生产总值", "15000 USD/person")),
        ("入选46家创新型产业集群。", ("创新型产业集群数", "46 items")),
        ("在库投资项目数187个。", ("在库投资项目数", "187 projects")),
        ("引进3家中国500强企业。", ("中国500强企业数", "3 enterprises")),
        ("全市有形贸易逆差5亿元。", ("有形贸易逆差", "500000000 CNY")),
        ("由于全市天然气储量达7亿立方米。", ("天然气储量", "700000000 m3")),
        # A list alone is no firm.
        ("入围全国500强。", ()),
    ],
)
def test_what_is_counted_and_in_what(text: str, said: tuple[str, str]) -> None:
    assert rows(text, "indicator", "value") == ([said] if said else [])
