"""Measures that say of nothing what they measure, and the firms, trade or projects they are of."""

import pytest

from tests.extract.observations.case import rows


def said(text: str) -> list[str | None]:
    return [row[0] for row in rows(text, "indicator")]


def test_each_trade_above_the_limit_has_its_own_sales() -> None:
    text = "限额以上批发业完成销售额37亿元，增长1%；零售业完成销售额19亿元；餐饮业完成营业额2亿元。"
    assert said(text) == [
        "限额以上批发业销售额", "限额以上批发业销售额", "限额以上零售业销售额", "限额以上餐饮业营业额",
    ]  # fmt: skip


def test_the_investment_of_projects_is_theirs() -> None:
    text = "13个市重点项目完成投资36亿元，年度投资完成率110%，11个省重点项目完成投资40亿元。"
    assert said(text) == [
        "市重点项目数", "市重点项目完成投资", "市重点项目年度投资完成率", "省重点项目数",
        "省重点项目完成投资",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("亿元以上项目95个，投资额增长27%。", "亿元以上项目投资额"),
        ("58个重点项目进展顺利，全年完成投资14亿元。", "重点项目完成投资"),
        ("规模以上工业企业实现总产值43亿元，增长3%；实现利润总额2亿元。", "规模以上工业企业利润总额"),
        ("规模以上乐器企业达13家，实现工业产值13亿元。", "规模以上乐器企业工业产值"),
        ("食用油实现产量3万吨。", "食用油产量"),
        ("风电产业当月完成产值3亿元，累计完成产值27亿元。", "风电产业产值"),
        ("技改项目企业实现产值3亿元；新增产值1亿元。", "新增技术改造项目企业产值"),
    ],
)
def test_a_bare_measure_goes_on_with_the_group_before_it(text: str, last: str) -> None:
    assert said(text)[-1] == last


@pytest.mark.parametrize(
    "text", ["该企业实现利润3亿元。", "园区工业企业实现利润3亿元。", "三大产业实现利润3亿元。"]
)
def test_words_that_name_no_group_are_none(text: str) -> None:
    assert said(text) == ["利润"]


def test_what_is_said_of_another_begins_anew() -> None:
    assert said("重点项目完成投资3亿元，招商引资到位资金2亿元，投资额增长5%。")[-1] == "投资额"


def test_the_output_of_all_industry_is_not_of_the_large_firms_named_before() -> None:
    assert said("规上工业总产值增长31%，工业总产值32亿元。") == ["规模以上工业总产值", "工业总产值"]
