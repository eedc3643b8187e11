"""Names that documents state to be one, names written otherwise, and names that settle nothing."""

from hypothesis import given
from hypothesis import strategies as st

from bulian.assess.subject import district
from bulian.resolve.entity import entity_id
from bulian.resolve.identify import identify
from bulian.resolve.identities import Identities
from tests.resolve.made import relation

HOME = district("重庆市大渡口区")


def who(*triples: tuple[str, str, str]) -> Identities:
    return identify([relation(*triple, doc=str(number)) for number, triple in enumerate(triples)], HOME)


def test_an_alias_that_a_document_states_holds_in_every_document() -> None:
    known = who(("江岚环境", "same_as", "重庆江岚环境集团股份有限公司"), ("江岚环境", "leads", "环保产业链"))
    firm = known.entity("江岚环境")
    assert firm is not None
    assert (firm.kind, firm.name) == ("firm", "重庆江岚环境集团股份有限公司")
    (alias,) = firm.aliases
    assert (alias.how, len(alias.facts)) == ("stated", 1)


def test_either_script_finds_it() -> None:
    known = who(("國際複合", "leads", "新材料产业链"))
    assert known.same("国际复合", "國際複合")
    assert known.name_of("國際複合") == "国际复合"


def test_an_alias_of_two_full_names_settles_nothing() -> None:
    known = who(("研究院", "same_as", "甲市材料研究院"), ("研究院", "same_as", "乙市能源研究院"))
    assert not known.same("研究院", "甲市材料研究院")
    assert not known.same("甲市材料研究院", "乙市能源研究院")


def test_the_district_and_divisions_of_one_name_only() -> None:
    known = who(("甲项目", "located_in", "大渡口"), ("乙项目", "located_in", "重庆市大渡口区"))
    assert known.fold("大渡口区") == "重庆市大渡口区"
    assert known.fold("重庆") == "重庆市"
    assert known.fold("鼓楼区") == "鼓楼区"  # four cities have one
    assert known.fold("江北区") in ("江北区", "重庆市江北区")


def test_an_id_once_noted_finds_its_entity_after_a_merge() -> None:
    before = who(("江岚环境", "leads", "环保产业链")).entity("江岚环境")
    after = who(("江岚环境", "same_as", "重庆江岚环境集团股份有限公司"))
    assert before is not None
    found = after.entity(before.id)
    assert found is not None
    assert found.name == "重庆江岚环境集团股份有限公司"
    assert before.id == entity_id("江岚环境")


def test_another_definition_stays_another_indicator() -> None:
    known = who()
    assert known.fold_indicator("大渡口区GDP") == "地区生产总值"
    assert known.fold_indicator("规模以上工业总产值") != known.fold_indicator("工业总产值")


def test_nobody_is_known_by_a_name_that_no_fact_uses() -> None:
    assert who().entity("某公司") is None


@given(st.permutations([("甲", "乙甲公司"), ("丙", "乙甲公司"), ("丁", "戊丁公司"), ("戊", "戊丁公司")]))
def test_the_order_of_facts_changes_nothing(pairs: list[tuple[str, str]]) -> None:
    made = [relation(alias, "same_as", name) for alias, name in pairs]
    assert identify(made, HOME).entities == identify(sorted(made, key=lambda one: one.id), HOME).entities
