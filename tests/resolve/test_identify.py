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


def test_one_credit_code_is_one_firm_and_two_codes_are_two() -> None:
    facts = [relation("江岚", "leads", "环保产业链"), relation("望溪", "leads", "食品产业链")]
    code, other = "91350100M000100Y43", "91500000MA5U00000W"
    assert identify(facts, HOME, codes={"江岚": code, "望溪": code}).same("江岚", "望溪")
    told = [*facts, relation("江岚", "same_as", "望溪")]
    known = identify(told, HOME, codes={"江岚": code, "望溪": other})
    assert not known.same("江岚", "望溪")
    assert [one.reason for one in known.undecided] == ["barred"]
    # A code with a wrong check character says nothing.
    assert identify(told, HOME, codes={"江岚": code, "望溪": code[:-1] + "0"}).same("江岚", "望溪")


def test_short_names_in_public_use_are_listed() -> None:
    known = who(("北交所", "cooperates_with", "江岚环境"), ("重庆高新区", "targets", "芯片设计"))
    assert known.name_of("北交所") == "北京证券交易所"
    found = known.entity("重庆高新区")
    assert found is not None
    assert found.name == "重庆高新技术产业开发区"
    assert [alias.how for alias in found.aliases] == ["listed"]


def test_a_branch_and_a_group_are_links_and_no_merge() -> None:
    known = who(
        ("重庆江岚环境有限公司万州分公司", "located_in", "万州区"),
        ("重庆江岚环境有限公司", "leads", "环保产业链"),
        ("海康威视", "leads", "智能视觉产业链"),
        ("萤石电子", "member_of", "智能视觉产业"),
    )
    assert not known.same("重庆江岚环境有限公司万州分公司", "重庆江岚环境有限公司")
    assert not known.same("海康威视", "萤石电子")
    assert known.group_of("海康威视") == known.group_of("萤石电子") == "海康威视"
    told = {(link.head, link.type, link.tail) for link in known.links}
    assert ("重庆江岚环境有限公司万州分公司", "branch_of", "重庆江岚环境有限公司") in told
    assert all(link.source for link in known.links)


def test_a_short_name_that_fits_two_firms_waits() -> None:
    known = who(
        ("重庆望溪食品有限公司", "leads", "食品产业链"),
        ("成都望溪食品有限公司", "leads", "食品产业链"),
        ("望溪食品", "member_of", "食品产业"),
    )
    assert not known.same("望溪食品", "重庆望溪食品有限公司")
    assert {(one.one, one.other) for one in known.undecided} >= {("成都望溪食品有限公司", "望溪食品")}


def test_nobody_is_known_by_a_name_that_no_fact_uses() -> None:
    assert who().entity("某公司") is None


@given(st.permutations([("甲", "乙甲公司"), ("丙", "乙甲公司"), ("丁", "戊丁公司"), ("戊", "戊丁公司")]))
def test_the_order_of_facts_changes_nothing(pairs: list[tuple[str, str]]) -> None:
    made = [relation(alias, "same_as", name) for alias, name in pairs]
    assert identify(made, HOME).entities == identify(sorted(made, key=lambda one: one.id), HOME).entities
