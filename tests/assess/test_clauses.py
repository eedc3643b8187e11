"""A plan as clauses: numbers, owners, deadlines, and the facts in each."""

import hashlib

from bulian.assess.clauses import Clause, clauses_of
from bulian.extract import read
from bulian.model.document import Document, Metadata
from bulian.model.stored import Sourced
from tests.assess.made import source

PLAN = """新区产业集群规划

2024年3月1日

一、总体目标

到2027年，新区电子产业产值达到120亿元，力争引进企业30家。

二、重点任务

（一）建设标准厂房。2025年6月底前，建成标准厂房10万平方米。（牵头单位：区经信委；责任单位：区住建委）

（二）培育骨干企业。由区科技局牵头，到2026年高新技术企业达到80家。

过去一年，新区电子产业稳步发展。

责任单位：区商务委
"""


def dissected(text: str = PLAN) -> list[Clause]:
    doc = hashlib.sha256(text.encode()).hexdigest()
    document = Document(doc, "规划.txt", text, metadata=Metadata("2024-03-01"))
    of = source("规划.txt", "2024-03-01")
    facts = [Sourced(fact, of) for fact in read(document).facts]
    return list(clauses_of(document, facts).clauses)


def test_numbers_owners_and_deadlines_by_hand() -> None:
    found = {one.number: one for one in dissected()}
    assert [who.name for who in found["（一）"].owners] == ["区经信委", "区住建委"]
    assert found["（一）"].deadlines == ("2025-06",)
    assert [who.name for who in found["（二）"].owners] == ["区科技局"]
    assert "2026" in found["（二）"].deadlines


def test_the_goal_sentence_carries_its_targets_under_its_heading() -> None:
    first = dissected()[0]
    assert first.headings[-1] == "总体目标"
    assert first.deadlines == ("2027",)
    assert len(first.aims) >= 1
    assert set(first.aims) <= set(first.facts)


def test_what_only_tells_of_the_past_is_no_clause() -> None:
    alone = "规划\n\n新区电子产业稳步发展。\n\n力争2027年建成产业基地。\n"
    assert [one.text for one in dissected(alone)] == ["力争2027年建成产业基地"]


def test_every_clause_stands_where_it_says() -> None:
    for one in dissected():
        assert PLAN[one.start : one.end].strip() == one.text


def test_no_deadline_is_filled_in() -> None:
    (one,) = dissected("规划\n\n（一）力争建成全国最大的某某基地，由区发改委牵头。\n")
    assert one.deadlines == ()


def test_an_empty_document_has_no_clauses() -> None:
    assert dissected("\n") == []
