"""From facts to firms on nodes, claims, plans and directions."""

from pathlib import Path

import pytest

from bulian.assess.subject import district
from bulian.chain.areas import Areas
from bulian.chain.naming import Words, without_places
from bulian.chain.telling import Setting, Told, tell
from bulian.model.stored import Sourced
from bulian.resolve.identify import identify
from tests.chain.made import event, kit, relation, statement


def told(folder: Path, *facts: Sourced) -> Told:
    chain = kit(folder)
    who = identify((one.fact for one in facts), district("重庆市大渡口区"))
    return tell(chain, Words(chain), facts, who, Setting(Areas(facts, who, "500104")))


def test_what_a_firm_produces_puts_it_on_the_node(tmp_path: Path) -> None:
    found = told(tmp_path, relation("示例生物有限公司", "produces", "磁珠"))
    (placed,) = found.placements
    assert (placed.firm, placed.node, placed.probability) == ("示例生物有限公司", "bead", 0.95)
    assert "磁珠" in placed.why[1]


def test_the_longest_word_within_a_name_is_less_sure(tmp_path: Path) -> None:
    (placed,) = told(tmp_path, relation("示例公司", "produces", "新型免疫检测试剂系列")).placements
    assert (placed.node, placed.probability) == ("reagent", 0.80)


def test_either_script_meets(tmp_path: Path) -> None:
    (placed,) = told(tmp_path, relation("示例公司", "produces", "免疫檢測試劑")).placements
    assert placed.node == "reagent"


def test_two_names_of_one_firm_are_one_firm_and_keep_both_facts(tmp_path: Path) -> None:
    facts = (
        relation("示例", "same_as", "示例生物股份有限公司"),
        relation("示例", "produces", "磁珠", 20),
        relation("示例生物股份有限公司", "produces", "磁微粒", 50),
    )
    (placed,) = told(tmp_path, *facts).placements
    assert placed.firm == "示例生物股份有限公司"
    assert len(placed.facts) == 2


def test_a_leader_of_the_whole_chain_stands_on_no_node(tmp_path: Path) -> None:
    found = told(tmp_path, relation("示例公司", "leads", "重庆市试剂盒产业链"))
    assert found.placements == ()
    assert [(one.kind, one.named.what) for one in found.mentions] == [("lead", "chain")]


def test_a_project_at_the_head_is_a_plan_and_no_firm(tmp_path: Path) -> None:
    found = told(tmp_path, relation("免疫检测试剂产业园项目", "leads", "试剂盒产业链"))
    assert found.placements == ()
    assert [(one.kind, one.named.id) for one in found.mentions] == [("plan", "reagent")]


def test_a_part_of_the_chain_is_a_claim(tmp_path: Path) -> None:
    found = told(
        tmp_path,
        relation("低温配送", "part_of", "试剂盒产业链"),
        relation("原料", "part_of", "试剂盒产业", 40),
    )
    assert [(one.kind, one.named.what, one.named.id) for one in found.mentions] == [
        ("claim", "node", "cold"), ("claim", "stage", "up")
    ]  # fmt: skip


def test_the_words_of_a_direction_are_no_claim(tmp_path: Path) -> None:
    found = told(
        tmp_path, relation("某区", "targets", "低温配送", 10), relation("低温配送", "part_of", "健康产业", 12)
    )
    assert [one.kind for one in found.mentions] == ["target"]


def test_what_is_begun_is_planned_and_what_is_finished_is_claimed(tmp_path: Path) -> None:
    found = told(
        tmp_path,
        event("construction_started", "2023", "独立检验所一期"),
        event("completed", "2023", "低温配送中心"),
    )
    assert [(one.kind, one.named.id) for one in found.mentions] == [("plan", "lab"), ("claim", "cold")]


def test_a_goal_without_a_plan_is_a_direction(tmp_path: Path) -> None:
    found = told(
        tmp_path,
        statement("goal", "力争建成独立检验所", "target"),
        statement("goal", "拟建骨科植入件产线", "plan"),
        statement("claim", "抗原原料全国领先"),
    )
    assert [(one.kind, one.named.id) for one in found.mentions] == [
        ("target", "lab"), ("plan", "implant"), ("claim", "antigen")
    ]  # fmt: skip


def test_where_a_firm_is_said_to_be(tmp_path: Path) -> None:
    found = told(
        tmp_path,
        relation("甲公司", "produces", "磁珠"), relation("甲公司", "located_in", "重庆市大渡口区", 30),
        relation("乙公司", "produces", "磁珠", 60), relation("乙公司", "located_in", "重庆市沙坪坝区", 90),
        relation("丙公司", "produces", "磁珠", 120), relation("丙公司", "located_in", "广东省深圳市", 150),
        relation("丁公司", "produces", "磁珠", 180),
    )  # fmt: skip
    assert {one.firm: one.area for one in found.placements} == {
        "甲公司": "district", "乙公司": "city", "丙公司": "nation", "丁公司": None
    }  # fmt: skip


@pytest.mark.parametrize("name", ["磁", "重庆", "", "药品批发"])
def test_a_name_that_names_nothing_of_the_chain_is_left_alone(tmp_path: Path, name: str) -> None:
    assert Words(kit(tmp_path)).find(name) is None


def test_only_whole_divisions_are_taken_off_before_a_name() -> None:
    assert without_places("重庆市大渡口区体外诊断产业链") == "体外诊断产业链"
    assert without_places("重庆小面") == "重庆小面"
    assert without_places("重庆市") == "重庆市"
