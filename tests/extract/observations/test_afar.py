"""Series over years, sizes told by staff, adverbs, ordinals, moneys and what a growth is compared with."""

import pytest

from tests.extract.observations.case import rows


def test_one_share_over_the_years() -> None:
    text = (
        "研发投入占营业收入比重，由2013年3%一路成长到2017年的4%，2020年来到5%、2021年推升至6%，"
        "不过2022年回降至5.5%。"
    )
    assert rows(text, "indicator", "aspect", "value", "period") == [
        ("研发投入占营业收入比重", "share", "3 %", "2013"),
        ("研发投入占营业收入比重", "share", "4 %", "2017"),
        ("研发投入占营业收入比重", "share", "5 %", "2020"),
        ("研发投入占营业收入比重", "share", "6 %", "2021"),
        ("研发投入占营业收入比重", "share", "5.5 %", "2022"),
    ]


def test_a_share_ahead_leaves_alone_what_grows() -> None:
    assert rows("看企业占比，产值增长5%。", "indicator", "aspect") == [("产值", "growth")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "企业86家，其中50至100人企业12家，100人以上企业3家。",
            ["企业数", "50至100人企业数", "100人以上企业数"],
        ),
        ("规模500人以上企业研发经费占比达82%。", ["规模500人以上企业研发经费占比"]),
        # Those who were hired are no size.
        ("全年招聘500人以上，培训企业家300人。", ["招聘人数", "企业家数"]),
    ],
)
def test_sizes_by_staff(text: str, said: list[str]) -> None:
    assert [row[0] for row in rows(text, "indicator")] == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("全市出口货量则下降2%，进口货量亦上升3%。", ["出口货量", "进口货量"]),
        ("市统计局指出全市出口货量来到3万吨，而进口货量达4万吨。", ["出口货量", "进口货量"]),
        # Inside words these are no adverbs.
        ("全市原则数据库达3个，亦庄镇产值4亿元。", ["原则数据库数", "亦庄镇产值"]),
    ],
)
def test_adverbs_are_no_names(text: str, said: list[str]) -> None:
    assert [row[0] for row in rows(text, "indicator")] == said


def test_an_ordinal_is_no_amount() -> None:
    text = "全市用电量5亿千瓦时，为史上第4度突破3亿千瓦时，第2座电厂发电1亿千瓦时。"
    assert [row[0] for row in rows(text, "value")] == ["500000000 kWh", "300000000 kWh", "100000000 kWh"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("全市营业额达人民币5亿元。", "500000000 CNY"),
        ("全市营业额约为港币3亿元。", "300000000 HKD"),
        ("全市营业额达新台币三兆零二百七十六亿元。", "3027600000000 TWD"),
        ("全市营业额达2兆3,248亿元。", "2324800000000 CNY"),
    ],
)
def test_moneys_before_the_number(text: str, value: str) -> None:
    assert rows(text, "indicator", "value") == [("营业额", value)]


def test_deposits_in_a_money_keep_its_name() -> None:
    assert rows("全市人民币存款余额5亿元。", "indicator") == [("人民币存款余额",)]


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("2021年全市生产总值5亿元，比2020年增长5%。", "yoy"),
        ("2021年1—5月全市工业投资5亿元，较2020年同期增长5%。", "yoy"),
        ("2021年全市生产总值5亿元，比2019年增长5%。", "cumulative"),
        ("2021年全市生产总值5亿元，比2020年年均增长5%。", None),
    ],
)
def test_compared_with_a_year_by_name(text: str, basis: str | None) -> None:
    assert rows(text, "basis")[-1] == (basis,)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("二0二0年，全市营业额3亿元。", "2020"),
        ("2021年首10个月，全市营业额3亿元。", "2021-01/2021-10"),
    ],
)
def test_times_as_they_are_keyed(text: str, period: str) -> None:
    assert rows(text, "period") == [(period,)]
