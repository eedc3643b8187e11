"""Parts that say only what they are: their amount is measured as their whole is."""

import pytest

from tests.extract.observations.case import rows


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("粮食产量12万吨，其中，夏粮5万吨，下降2%。", ["粮食产量", "夏粮产量", "夏粮产量"]),
        (
            "货运量30万吨，增长5%，其中公路20万吨，铁路5万吨。",
            ["货运量", "货运量", "公路货运量", "铁路货运量"],
        ),
        ("全市就业15万人，其中城镇8万人、农村7万人。", ["就业", "城镇就业", "农村就业"]),
        ("财政支出30亿元，其中教育8亿元。", ["财政支出", "教育支出"]),
        ("医院12所，其中三甲3所。", ["医院数", "三甲医院数"]),
        ("签约项目20个，其中工业5个。", ["签约项目数", "工业项目数"]),
        ("A级景区12家，其中4A级3家。", ["A级景区数", "4A级景区数"]),
        ("户籍人口50万人，其中60岁以上9万人。", ["户籍人口", "60岁以上户籍人口"]),
        # What has a name of its own keeps it, and so do a phase and another unit.
        ("企业300家，其中农业龙头企业20家，合作社12家。", ["企业数", "农业龙头企业数", "合作社数"]),
        ("财政收入30亿元，其中税收20亿元。", ["财政收入", "税收"]),
        ("企业86家，其中规上12家，员工3000人。", ["企业数", "规模以上企业数", "员工数"]),
        # Behind the semicolon the list is over.
        ("货运量30万吨，其中公路20万吨；水泥5万吨。", ["货运量", "公路货运量", "水泥"]),
    ],
)
def test_parts_take_over_the_measure(text: str, said: list[str]) -> None:
    assert [row[0] for row in rows(text, "indicator")] == said


def test_parts_take_over_the_unit() -> None:
    text = "居民人均可支配收入3万元，其中城镇4万元。"
    assert rows(text, "indicator", "value")[-1] == ("城镇居民人均可支配收入", "40000 CNY/person")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("饰品行业生产企业300家，年产值20亿元。", ["饰品行业生产企业数", "饰品行业年产值"]),
        ("企业120家，产值30亿元。", ["企业数", "产值"]),
        ("饰品行业企业300家。年产值20亿元。", ["饰品行业企业数", "年产值"]),
    ],
)
def test_what_a_trade_makes(text: str, said: list[str]) -> None:
    assert [row[0] for row in rows(text, "indicator")] == said
