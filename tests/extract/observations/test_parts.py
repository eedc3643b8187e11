"""What a part takes from its whole, a rank or share from its list, a bracket from what stands before it."""

import pytest

from tests.extract.observations.case import rows


def said(text: str) -> list[str | None]:
    return [row[0] for row in rows(text, "indicator")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("新增经营主体80户，其中企业10户，个体工商户70户。", [
            "新增经营主体数", "新增企业数", "新增个体工商户数",
        ]),
        ("户籍人口13万人，其中城镇人口3万人，乡村人口10万人。", ["户籍人口", "户籍城镇人口", "户籍乡村人口"]),
        ("新增经营主体80户，其中企业10户；共有商标70件。", ["新增经营主体数", "新增企业数", "商标数"]),
        ("经营主体80户，其中企业10户。", ["经营主体数", "企业数"]),
        ("新增高新技术企业56家，增长4%。", ["新增高新技术企业数", "新增高新技术企业数"]),
        ("净增外贸企业56家，增长4%。", ["净增外贸企业数", "外贸企业数"]),
    ],
)  # fmt: skip
def test_a_part_keeps_the_qualifier_of_its_whole(text: str, names: list[str]) -> None:
    assert said(text) == names


def test_each_of_the_indicators_that_are_counted_has_the_rank() -> None:
    text = "工业投资、亿元以上项目投资2项指标增速全市第一，综合排名全省第四。"
    assert rows(text, "indicator", "value", "basis") == [
        ("工业投资增速", "1 rank", "全市"),
        ("亿元以上项目投资增速", "1 rank", "全市"),
        ("综合排名", "4 rank", "全省"),
    ]


def test_a_list_of_another_length_is_not_ranked_one_by_one() -> None:
    assert len(rows("工业投资、出口额3项指标增速全市第一。", "indicator")) <= 1


@pytest.mark.parametrize(
    ("text", "indicator", "basis"),
    [
        ("轻工业产值占工业总产值比重为4%，重工业产值比重为96%。", "重工业产值占工业总产值比重", "工业总产值"),
        ("工业投资占全部投资比重保持在40%以上。", "工业投资占全部投资比重", "全部投资"),
        ("新签约项目中钟表项目共27个，占比达77%。", "钟表项目占新签约项目比重", "新签约项目"),
        ("钟表产值8亿元，占全市五分之一，位居全市第一。", "钟表产值", "全市"),
    ],
)
def test_what_a_share_leaves_out(text: str, indicator: str, basis: str) -> None:
    assert rows(text, "indicator", "basis")[-1] == (indicator, basis)


def test_the_municipal_level_in_brackets_is_another_subject() -> None:
    text = "地区生产总值26亿元，增长2%（市本级19亿元，增长3%）；一般公共预算收入3亿元。"
    assert rows(text, "subject", "indicator") == [
        ("江城市", "地区生产总值"),
        ("江城市", "地区生产总值"),
        ("江城市本级", "地区生产总值"),
        ("江城市本级", "地区生产总值"),
        ("江城市", "一般公共预算收入"),
    ]


def test_a_step_is_not_what_grew() -> None:
    text = "地区生产总值达12万亿元，五年跨过3个万亿元级台阶、年均增长5%。"
    assert rows(text, "indicator", "value")[-1] == ("地区生产总值", "5 %")


def test_trades_that_grew_are_no_count_of_all_trades() -> None:
    assert said("38个行业大类中有21个行业增加值实现增长，其余17个行业下降。") == [
        "行业大类数", "增加值实现增长的行业数", "下降的行业数",
    ]  # fmt: skip
