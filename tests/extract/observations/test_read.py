"""Subject, modality, period and place of observations in sentences of our own."""

import pytest

from bulian.model.place import Span
from tests.extract.observations.case import HOME, observations, rows


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("全市地区生产总值300亿元。", [HOME]),
        ("2021年，全市工业总产值约300亿元，全市规上工业总产值增长5%。", [HOME, HOME]),
        ("[4] “大渡口区工业总产值约300亿元”", ["重庆市大渡口区"]),
        ("重庆市大渡口区规上工业增加值增长5%。", ["重庆市大渡口区"]),
        ("江城远山软件有限公司实现营业收入3亿元，同比增长12%。", ["江城远山软件有限公司"] * 2),
        ("总投资20亿元的江城云谷数据中心项目正式开工。", ["江城云谷数据中心项目"]),
        ("智能装备产业规模突破100亿元。", ["智能装备产业"]),
    ],
)
def test_subject(text: str, subjects: list[str]) -> None:
    assert [row[0] for row in rows(text, "subject")] == subjects


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("工业投资120亿元。", "actual"),
        ("预计全年工业投资120亿元。", "forecast"),
        ("力争到2025年工业投资达到120亿元。", "target"),
        ("计划总投资120亿元。", "plan"),
        ("项目达产后年产值可达20亿元。", "capacity"),
        ("项目达产后预计年产值20亿元。", "forecast"),
        ("到2027年，工业总产值将达500亿元。", "target"),
        ("实施三年行动计划，工业投资120亿元。", "actual"),
    ],
)
def test_modality(text: str, modality: str) -> None:
    assert [row[0] for row in rows(text, "modality")] == [modality]


def test_a_section_of_plans_makes_its_numbers_targets() -> None:
    text = "政府工作报告\n一、2023年工作回顾\n新建学校5所。\n二、2024年工作安排\n新建学校8所。\n"
    assert rows(text, "value", "modality", "period") == [
        ("5 items", "actual", "2023"), ("8 items", "target", "2024"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("2023年1-11月，工业投资增长5%，民间投资增长3%。", ["2023-01/2023-11"] * 2),
        ("人口从2016年的26万人增至2020年的44万人。", ["2016", "2020"]),
        ("目前，已有企业87家。其中外资企业41家。", ["2024-01", "2024-01"]),
        ("到2025年，产值达50亿元。企业300家。", ["2025", None]),
        ("森林覆盖率45%。", [None]),
    ],
)
def test_period(text: str, periods: list[str | None]) -> None:
    assert [row[0] for row in rows(text, "period")] == periods


def test_without_a_date_now_stays_undated() -> None:
    assert rows("目前，已有企业87家。", "period", published_on=None) == [(None,)]


def test_a_paragraph_printed_twice_is_one_fact_with_two_places() -> None:
    text = "外资企业87家。\n\n工业投资12亿元。\n\n外资企业87家。\n"
    first, other = observations(text)
    assert (first.place.quote, first.also) == ("外资企业87家", (Span(21, 28, "外资企业87家"),))
    assert other.also == ()


def test_a_quote_reaches_back_to_an_elided_indicator() -> None:
    assert [o.place.quote for o in observations("工业投资12亿元，增长5%。")] == [
        "工业投资12亿元",
        "工业投资12亿元，增长5%",
    ]


def test_the_source_keeps_its_own_script() -> None:
    (found,) = observations("規上工業增加值同比增長23.9%。")
    assert (found.indicator, found.place.quote) == ("规模以上工业增加值", "規上工業增加值同比增長23.9%")


def test_what_an_order_of_magnitude_and_a_future_year_say() -> None:
    text = "食品工业规模到2030年将达100亿级。到2030年，研发投入强度达到3%。着力建设百亿级新材料产业集群。"
    (first, second, _) = observations(text)
    assert first.place.quote == "食品工业规模到2030年将达100亿级"
    assert (first.bound, first.modality) == ("approx", "target")
    assert (second.modality, second.period) == ("target", "2030")


def test_a_row_of_a_table_in_the_text_is_no_sentence() -> None:
    assert rows("指标 310.4亿元 实绩 2021年 [1]\n工业总产值 5亿元 +3.2% 预期\n", "indicator") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("新建学校5所、医院2所。", [("新建学校数", "5 items"), ("新建医院数", "2 items")]),
        ("现有学校5所、医院2所。", [("学校数", "5 items"), ("医院数", "2 items")]),
        ("竣工保障房300套。", [("竣工保障房数", "300 sets")]),
        ("现有重点实验室6家、外贸企业9家。", [("重点实验室数", "6 items"), ("外贸企业数", "9 enterprises")]),
        ("现有规模以上法人单位120户。", [("规模以上法人单位数", "120 enterprises")]),
        ("生产钾肥50万吨。", [("钾肥产量", "500000 t")]),
        ("审批材料精简40%。", [("审批材料", "-40 %")]),
        ("发布两岸共通标准26项。", [("两岸共通标准", "26 items")]),
        ("办成180项政务服务事项。", [("政务服务事项数", "180 items")]),
        ("落地5家设备租赁项目公司。", [("设备租赁项目公司数", "5 enterprises")]),
        ("开展职业技能培训800人次。", [("职业技能培训数", "800 person-visits")]),
        ("编制第十二个五年规划，迈向第二个百年。", []),
    ],
)
def test_what_is_named_and_counted(text: str, found: list[tuple[str, str]]) -> None:
    assert rows(text, "indicator", "value") == found
