from dataclasses import replace
from pathlib import Path

import pytest

from bulian.errors import BadRequest, LedgerError
from bulian.ledger.query import FactQuery, fact, facts
from bulian.ledger.runs import changes, runs
from bulian.ledger.sources import document, sources
from bulian.model.document import Document
from bulian.model.fact import Event, Fact, Relation
from bulian.model.place import Span
from bulian.model.reading import Reading
from tests.ledger.making import build, number, opened, reading, text_document

OLD = text_document("2022年报.txt", "乙区有企业41家，力争达到企业50家")
NEW = text_document("2024年报.txt", "丙市有企业60家，龙头为三峰，2020年成立")
ACTUAL = number(OLD, "企业41家", "41家", period="2021")
TARGET = replace(number(OLD, "企业50家", "50家", period="2025"), modality="target")
ELSEWHERE = number(NEW, "企业60家", "60家", subject="丙市", period="2023-H1")
LEADER = Relation(NEW.doc, Span(9, 14, "龙头为三峰"), "三峰", "leads", "丙市企业", "made")
FOUNDED = Event(NEW.doc, Span(15, 22, "2020年成立"), "founded", "2020", ("三峰", "丁公司"), "made")
UNDATED = replace(ELSEWHERE, period=None, indicator="企业", aspect="share")
LYING = {
    OLD.name: (OLD, reading(ACTUAL, TARGET, published_on="2022-03-01")),
    NEW.name: (NEW, reading(ELSEWHERE, LEADER, FOUNDED, UNDATED, published_on="2024")),
}
FIRST, SECOND, THIRD = (f"202{year}-06-01T09:00:00+08:00" for year in (4, 5, 6))


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    build(tmp_path, {OLD.name: LYING[OLD.name]}, at=FIRST)
    build(tmp_path, LYING, at=SECOND)
    return tmp_path


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (FactQuery(), [FOUNDED, ELSEWHERE, UNDATED, LEADER, ACTUAL, TARGET]),
        (FactQuery(subject="乙"), [ACTUAL, TARGET]),
        (FactQuery(subject="三峰"), [FOUNDED, LEADER]),
        (FactQuery(subject="丙市企业"), [LEADER]),
        (FactQuery(subject="丁"), [FOUNDED]),
        (FactQuery(subject="%"), []),
        (FactQuery(indicator="企"), [ELSEWHERE, UNDATED, ACTUAL, TARGET]),
        (FactQuery(period="2021-Q3"), [ACTUAL]),
        (FactQuery(period="2020/2021"), [FOUNDED, ACTUAL]),
        (FactQuery(period="2023-07"), []),
        (FactQuery(modality="target"), [TARGET]),
        (FactQuery(kind="relation"), [LEADER]),
        (FactQuery(aspect="share"), [UNDATED]),
        (FactQuery(doc=OLD.name), [ACTUAL, TARGET]),
        (FactQuery(doc=NEW.doc[:9], kind="observation"), [ELSEWHERE, UNDATED]),
        (FactQuery(as_of="2022-02-28"), []),
        (FactQuery(as_of="2022-03"), [ACTUAL, TARGET]),
        # What is dated 2024 is surely out only when 2024 is over.
        (FactQuery(as_of="2024-12-30", kind="relation"), []),
        (FactQuery(as_of="2024-12-31", kind="relation"), [LEADER]),
        (FactQuery(known_on="2024-05-31"), []),
        (FactQuery(known_on="2024-06-01"), [ACTUAL, TARGET]),
        (FactQuery(known_on="2025", kind="event"), [FOUNDED]),
        (FactQuery(run=1), [ACTUAL, TARGET]),
    ],
)
def test_what_is_asked_is_given(workspace: Path, query: FactQuery, expected: list[Fact]) -> None:
    with opened(workspace) as ledger:
        found = [one.fact for one in facts(ledger, query)]
    assert sorted(found, key=lambda one: one.id) == sorted(expected, key=lambda one: one.id)


def test_the_order_is_by_subject_indicator_end_of_period_date_and_id(workspace: Path) -> None:
    with opened(workspace) as ledger:
        found = [one.fact for one in facts(ledger)]
    assert found == [LEADER, ELSEWHERE, UNDATED, ACTUAL, TARGET, FOUNDED]


def test_a_removed_file_retires_its_facts_and_keeps_them_readable(workspace: Path) -> None:
    build(workspace, {NEW.name: LYING[NEW.name]}, at=THIRD)
    with opened(workspace) as ledger:
        assert facts(ledger, FactQuery(subject="乙区")) == []
        kept = facts(ledger, FactQuery(subject="乙区", include_retired=True))
        assert [one.fact for one in kept] == [ACTUAL, TARGET]
        assert kept[0].source.retired_at == THIRD
        assert [one.fact for one in facts(ledger, FactQuery(subject="乙区", known_on="2026-05-31"))] == [
            ACTUAL,
            TARGET,
        ]
        assert facts(ledger, FactQuery(subject="乙区", known_on="2026-06-01")) == []
        assert [one.fact for one in facts(ledger, FactQuery(run=2, subject="乙区"))] == [ACTUAL, TARGET]
        assert fact(ledger, ACTUAL.id).source.retired_at == THIRD
        assert document(ledger, OLD.name).text == OLD.text
        assert [source.name for source in sources(ledger)] == [OLD.name, NEW.name]
        assert changes(ledger, 3).retired == (OLD.name,)
    build(workspace, LYING, at="2027-01-01T00:00:00Z")
    with opened(workspace) as ledger:
        back = facts(ledger, FactQuery(subject="乙区"))
        assert [one.source.recorded_at for one in back] == [FIRST, FIRST]
        assert back[0].source.retired_at is None
        assert facts(ledger, FactQuery(subject="乙区", known_on="2026-06-01")) == []
        assert changes(ledger, 4).added == (OLD.name,)


def test_a_newer_reader_takes_over_and_the_older_reading_stays(workspace: Path) -> None:
    better = replace(ACTUAL, indicator="规上企业数", rule="better")
    lying = LYING | {OLD.name: (OLD, reading(better, TARGET, published_on="2022-03-01"))}
    build(workspace, lying, at=THIRD, reader="2")
    with opened(workspace) as ledger:
        assert [one.fact for one in facts(ledger, FactQuery(subject="乙区"))] == [TARGET, better]
        assert [one.fact for one in facts(ledger, FactQuery(subject="乙区", run=2))] == [ACTUAL, TARGET]
        old = fact(ledger, ACTUAL.id)
        assert (old.fact, old.superseded_at) == (ACTUAL, THIRD)
        assert fact(ledger, better.id).superseded_at is None
        assert [one.reader for one in runs(ledger)] == ["1", "1", "2"]
        assert changes(ledger, 3).reread == (OLD.name, NEW.name)


def test_changed_content_under_a_name_retires_the_old(workspace: Path) -> None:
    fresh = text_document(OLD.name, "乙区有企业43家")
    firms = number(fresh, "企业43家", "43家")
    build(workspace, LYING | {OLD.name: (fresh, reading(firms))}, at=THIRD)
    with opened(workspace) as ledger:
        (now,) = facts(ledger, FactQuery(subject="乙区"))
        assert (now.fact, now.source.recorded_at) == (firms, THIRD)
        assert changes(ledger, 3).changed == (OLD.name,)
        assert document(ledger, OLD.name) == fresh
        assert document(ledger, OLD.doc) == OLD
        # Undated: it counts from the day it was recorded.
        assert facts(ledger, FactQuery(subject="乙区", as_of="2026-05-31")) == []
        assert len(facts(ledger, FactQuery(subject="乙区", as_of="2026-06-01"))) == 1


def test_a_renamed_file_keeps_its_facts_and_dates(workspace: Path) -> None:
    renamed = replace(OLD, name="旧/年报.txt")
    lying = {NEW.name: LYING[NEW.name], renamed.name: (renamed, LYING[OLD.name][1])}
    build(workspace, lying, at=THIRD)
    with opened(workspace) as ledger:
        found = facts(ledger, FactQuery(subject="乙区"))
        assert [one.fact for one in found] == [ACTUAL, TARGET]
        assert {(one.source.name, one.source.recorded_at) for one in found} == {(renamed.name, FIRST)}
        assert facts(ledger, FactQuery(subject="乙区", known_on="2026-05-31"))[0].fact == ACTUAL


def test_what_is_not_there_or_not_clear_is_told(workspace: Path) -> None:
    many = [number(OLD, "企业41家", "41家", subject=f"乙{place}") for place in range(20)]
    build(workspace, LYING | {OLD.name: (OLD, Reading(tuple(many)))}, at=THIRD, reader="2")
    with opened(workspace) as ledger:
        shared = next(one.id[0] for one in many if sum(other.id[0] == one.id[0] for other in many) > 1)
        with pytest.raises(LedgerError, match="Several facts begin"):
            fact(ledger, shared)
        for wrong in ("", "zz", "ffffffffffffffff0", "' or 1=1 --"):
            with pytest.raises(LedgerError, match="There is no fact"):
                fact(ledger, wrong)
        for wrong in ("", "no.txt", "' or 1=1 --"):
            with pytest.raises(LedgerError, match="There is no document"):
                document(ledger, wrong)
        with pytest.raises(LedgerError, match="There is no document"):
            facts(ledger, FactQuery(doc="no.txt"))
        with pytest.raises(LedgerError, match="no run 99"):
            changes(ledger, 99)
        for query in (FactQuery(period="去年"), FactQuery(as_of="2021-13"), FactQuery(known_on="yesterday")):
            with pytest.raises(BadRequest):
                facts(ledger, query)


def test_hashes_that_begin_alike_must_be_written_longer(tmp_path: Path) -> None:
    papers = [Document(doc=f"ab{tail}" + "0" * 61, name=f"{tail}.txt", text="") for tail in "12"]
    build(tmp_path, {paper.name: (paper, reading()) for paper in papers})
    with opened(tmp_path) as ledger:
        with pytest.raises(LedgerError, match="Several documents begin"):
            document(ledger, "ab")
        assert document(ledger, "ab2") == papers[1]


def test_facts_of_a_document_without_facts_are_none(tmp_path: Path) -> None:
    paper = text_document("空.txt", "")
    build(tmp_path, {"空.txt": (paper, reading())})
    with opened(tmp_path) as ledger:
        assert facts(ledger, FactQuery(doc="空.txt")) == []
