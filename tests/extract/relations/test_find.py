import opencc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulian.extract.events import find_events
from bulian.extract.relations import find_relations
from bulian.extract.relations.rules import examples
from bulian.extract.statements import find_statements
from bulian.model.fact import Event, Relation, Statement
from bulian.model.place import Span
from tests.extract.contexts import context_of
from tests.shared import DATA, needs_data

WORDS = st.sampled_from(
    [
        "昆山市",
        "聚焦",
        "以",
        "为链主",
        "、",
        "，",
        "。",
        "等企业",
        "产业",
        "远山软件",
        "2023年",
        "落户",
        "集",
        "于一体的",
    ]
)


def facts(text: str) -> list[Relation | Event | Statement]:
    context = context_of(text)
    return [*find_relations(context), *find_events(context), *find_statements(context)]


def test_a_paragraph_printed_twice_is_one_relation_with_two_places() -> None:
    line = "昆山市成功引进远山软件、丰禾信息等优质企业。"
    text = f"{line}\n\n{line}"
    found = find_relations(context_of(text))
    assert [(r.head, r.type, len(r.also)) for r in found] == [
        ("丰禾信息", "located_in", 1),
        ("远山软件", "located_in", 1),
    ]
    for relation in found:
        (also,) = relation.also
        assert isinstance(also, Span)
        assert text[also.start : also.end] == relation.place.quote


def test_the_head_is_found_in_an_earlier_clause() -> None:
    found = find_relations(context_of("昆山市紧抓机遇，聚焦低空经济，瞄准生物制造等领域。"))
    assert [(r.head, r.tail) for r in found] == [("昆山市", "低空经济"), ("昆山市", "生物制造")]


def test_a_firm_named_before_keeps_its_aims_from_the_district() -> None:
    text = "昆山市环境优美。远山软件有限公司聚焦工业软件等领域，瞄准低空经济。"
    assert [r for r in find_relations(context_of(text)) if r.type == "targets"] == []


@given(st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=40).map("".join)))
@settings(deadline=None)
def test_any_text_gives_facts_that_stand_where_they_say(text: str) -> None:
    for fact in facts(text):
        for place in (fact.place, *fact.also):
            assert isinstance(place, Span)
            place.verify("d", text)


@pytest.mark.parametrize(
    "text", ["", "、" * 5000, "以" * 5000, "产业" * 5000, "“" * 5000, "聚焦" + "甲、" * 5000]
)
def test_degenerate_text_ends_soon(text: str) -> None:
    facts(text)


def test_both_scripts_say_the_same() -> None:
    to_traditional = opencc.OpenCC("s2t")
    for example in examples():
        plain = {(r.head, r.type, r.tail) for r in find_relations(context_of(example.text))}
        traditional = to_traditional.convert(example.text)
        assert {(r.head, r.type, r.tail) for r in find_relations(context_of(traditional))} == plain


@needs_data
@pytest.mark.shared
def test_every_quote_of_the_reports_verifies() -> None:
    for file in sorted((DATA / "reports_2026").glob("*.txt"))[:6]:
        text = file.read_text(encoding="utf-8")
        found = facts(text)
        assert found
        for fact in found:
            assert isinstance(fact.place, Span)
            fact.place.verify(file.name, text)


def test_what_to_do_is_no_direction() -> None:
    found = find_relations(context_of("昆山市聚焦育龙头、低空经济、生物制造等领域。"))
    assert [r.tail for r in found] == ["低空经济", "生物制造"]


def test_a_firm_that_leads_a_cluster_is_not_said_to_belong_to_it_as_well() -> None:
    text = "昆山市工程机械产业集群加速壮大，集聚了远山软件、丰禾信息等龙头企业。"
    found = {(r.head, r.type) for r in find_relations(context_of(text))}
    assert ("远山软件", "leads") in found
    assert ("远山软件", "member_of") not in found
    text = "昆山市工程机械产业集群加速壮大，集聚了远山软件、丰禾信息等企业。"
    assert ("远山软件", "member_of") in {(r.head, r.type) for r in find_relations(context_of(text))}
