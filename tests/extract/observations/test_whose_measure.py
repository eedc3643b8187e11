"""Measures that stand alone behind a figure and are of what it was of; works that are no subjects."""

import pytest

from tests.extract.observations.case import rows


def test_the_profit_behind_the_revenue_is_of_the_same_firms() -> None:
    text = "规模以上服务业企业实现营业收入48亿元，增长8%；实现营业利润5亿元。"
    assert rows(text, "indicator")[-1] == ("规模以上服务业营业利润",)


def test_the_profit_of_a_sentence_of_its_own_is_of_the_firms_and_not_of_the_whole_compared_with() -> None:
    text = "租赁业企业实现营业收入14亿元，占规上服务业营业收入比重为29%。营业利润为2亿元。"
    assert rows(text, "indicator")[-1] == ("租赁业企业营业利润",)


def test_a_profit_behind_a_sentence_without_revenue_is_nobodys() -> None:
    assert rows("租赁业企业用电14万千瓦时。利润总额2亿元。", "indicator")[-1] == ("利润总额",)


def test_the_value_behind_a_harvest_is_of_the_same_crop() -> None:
    text = "名优茶产量1800吨，增长12%；产值5亿元，增长20%。"
    assert rows(text, "indicator")[2:] == [("名优茶产值",), ("名优茶产值",)]


def test_the_value_that_others_made_is_theirs() -> None:
    assert rows("手机产量3万台，全产业集群完成产值6亿元。", "indicator")[-1] == ("产值",)


@pytest.mark.parametrize(
    ("whole", "said"),
    [
        ("经济增长的", "远山制造业对经济增长的贡献率"),
        ("全市规上工业增长的", "远山制造业对规模以上工业增长的贡献率"),
        ("全市规上工业增长", "远山制造业对规模以上工业增长的贡献率"),
    ],
)
def test_a_contribution_names_its_whole(whole: str, said: str) -> None:
    text = f"远山制造业增加值增长12%，对{whole}贡献率达40%。"
    assert rows(text, "indicator")[-1] == (said,)


def test_a_contribution_without_a_whole_behind_another_measure_stays_bare() -> None:
    assert rows("批发业销售额增长5%，贡献率达12%。", "indicator")[-1] == ("贡献率",)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("交通运输类项目投资增长6.7%。", "交通运输类项目投资"),
        ("民生类工程完成投资26亿元。", "民生类工程完成投资"),
        ("城市建设投资增长21%。", "城市建设投资"),
        ("电力、热力、燃气及水的生产和供应业投资12亿元。", "电力、热力、燃气及水的生产和供应业投资"),
        ("自行车产量12万辆。", "自行车产量"),
    ],
)
def test_kinds_of_works_and_verbs_inside_belong_to_the_name(text: str, said: str) -> None:
    assert rows(text, "subject", "indicator") == [("江城市", said)]


def test_a_verb_at_the_edge_opens_the_figure() -> None:
    assert rows("园区加快建设，投资5亿元。", "indicator") == [("投资",)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("粮食总产量58万吨，增长1%，单产达到412公斤。", "粮食单产"),
        ("生猪出栏85万头，存栏46万头。", "生猪存栏"),
        (
            "仓储业增加值占服务业比重达21%，提高1个百分点，对经济增长的贡献率达35%。",
            "仓储业对经济增长的贡献率",
        ),
        ("规上企业达到632家，新增58家，其中产值超10亿元企业21家。", "产值超10亿元企业数"),
        ("5月末，应收账款平均回收期为58天。", "应收账款平均回收期"),
    ],
)
def test_what_a_bare_measure_goes_on_of(text: str, said: str) -> None:
    assert rows(text, "indicator")[-1] == (said,)


def test_the_parts_of_what_is_new_are_new_ones() -> None:
    assert rows("新增市场主体1200户，其中企业320户。", "indicator")[-1] == ("新增企业数",)


def test_how_many_products_grew_is_no_output() -> None:
    text = "主要产品产量大幅增长，增长面为58%；其中，水泥产量320万吨。"
    assert rows(text, "indicator") == [("增长面",), ("水泥产量",)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "保费收入52亿元，其中财产险15亿元、人身险37亿元。",
            ["保费收入", "财产险保费收入", "人身险保费收入"],
        ),
        ("参加失业保险31万人，工伤保险35万人。", ["失业保险参保人数", "工伤保险参保人数"]),
    ],
)
def test_insurances_are_of_premiums_and_of_the_insured(text: str, names: list[str]) -> None:
    assert [row[0] for row in rows(text, "indicator")] == names


def test_an_insurance_behind_no_premiums_is_of_nothing_more() -> None:
    assert rows("贷款52亿元，财产险15亿元。", "indicator")[-1] == ("财产险",)
