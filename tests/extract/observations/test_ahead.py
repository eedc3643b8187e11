"""Goals of years to come, sums named behind their number, multiples, pulls downward, places in rankings."""

import pytest

from tests.extract.observations.case import rows


def test_goals_of_the_years_to_come() -> None:
    text = (
        "我们对今后五年的发展提出了清晰的具体目标。总体来说，要实现生产总值超过180亿元。\n"
        "城镇化率达70%，新建公园20个以上。\n"
        "过去五年，全市新建公园12个。\n"
    )
    assert rows(text, "indicator", "modality", "period", published_on="2023-01-12") == [
        ("地区生产总值", "target", "2023/2027"),
        ("城镇化率", "target", "2023/2027"),
        ("新建公园数", "target", "2023/2027"),
        ("新建公园数", "actual", "2018/2022"),
    ]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("未来五年，全市生产总值年均增长7%。", "target"),
        # From what a figure is to rise is so today.
        ("到2028年，力争高新企业从107家增加到500家。", "actual"),
        ("全市生产总值达到300亿元，比上年增长7%。", "actual"),
    ],
)
def test_what_is_still_to_come(text: str, modality: str) -> None:
    assert rows(text, "modality")[0] == (modality,)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("全市研发投入强度每年要提高0.2个百分点。", "研发投入强度"),
        ("全市“四上”单位需达到2400家左右。", "“四上”单位数"),
        # Inside words 要 is no verb.
        ("全市主要产品达到24种。", "主要产品数"),
    ],
)
def test_what_is_to_be_done_is_no_name(text: str, name: str) -> None:
    assert rows(text, "indicator") == [(name,)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "全市完成了50亿元的固定资产投资，实现20亿元的税收收入。",
            [("固定资产投资", "5000000000 CNY"), ("税收收入", "2000000000 CNY")],
        ),
        (
            "园区每年可创造6502万元的GDP、完成9034万元的工业投资。",
            [("地区生产总值", "65020000 CNY"), ("工业投资", "90340000 CNY")],
        ),
        # What a goal or a fund is, names no sum that was made.
        ("全市投入5亿元的专项资金。", [("投入资金", "500000000 CNY")]),
        ("全市税收达到3亿元的规模。", [("税收", "300000000 CNY")]),
    ],
)
def test_sums_named_behind_the_number(text: str, said: list[tuple[str, str]]) -> None:
    assert rows(text, "indicator", "value") == said


def test_a_multiple_of_an_earlier_plan() -> None:
    text = "“十一五”期末，全市完成生产总值249亿元，是“十五”期末的1.9倍，年均增长15%。"
    assert rows(text, "indicator", "aspect", "value", "period") == [
        ("地区生产总值", "level", "24900000000 CNY", "2010"),
        ("地区生产总值", "level", "1.9 ratio", "2010"),
        ("地区生产总值", "growth", "15 %", "2010"),
    ]


def test_both_times_compared_with_date_nothing() -> None:
    text = "上半年，全市工业增加值增长1.3%，增速较一季度和1—5月分别提高15.5和2.2个百分点，居全省第6位。"
    assert {row[0] for row in rows(text, "period", published_on="2024-07-20")} == {"2024-H1"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("采矿业下拉全市工业增加值增速1.1个百分点。", "-1.1 pp"),
        ("采矿业下降4%，拖累全市工业增加值增速0.3个百分点。", "-0.3 pp"),
        ("制造业上拉全市工业增加值增速1.1个百分点。", "1.1 pp"),
    ],
)
def test_pulled_down(text: str, value: str) -> None:
    assert rows(text, "value")[-1] == (value,)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "全市营商环境居全国第50名，较上年度的88名大幅提升38个名次。",
            [("营商环境", "rank", "50 rank"), ("营商环境", "growth", "38 rank")],
        ),
        (
            "全市营商环境排名较上年前移6位，居全国第12位。",
            [("营商环境", "growth", "6 rank"), ("营商环境", "rank", "12 rank")],
        ),
        # Who was admitted is counted.
        (
            "录取学生88名，较上年增加18名。",
            [("录取学生数", "level", "88 persons"), ("录取学生数", "growth", "18 persons")],
        ),
        # The first ten of a list stand nowhere themselves.
        ("综合竞争力排行前10名中，江城占据3席。", []),
    ],
)
def test_places_in_rankings(text: str, said: list[tuple[str, str, str]]) -> None:
    assert rows(text, "indicator", "aspect", "value") == said
