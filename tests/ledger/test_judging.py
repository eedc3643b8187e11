import json
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from bulian.errors import JournalError, LedgerError
from bulian.ledger import journal
from bulian.ledger.auditing import verify
from bulian.ledger.counts import count_by_kind
from bulian.ledger.judging import in_force, judge, judgements, orphans
from bulian.ledger.migrate import steps
from bulian.ledger.opening import open_ledger
from bulian.ledger.paging import page
from bulian.ledger.query import FactQuery, fact, facts
from bulian.model.fact import Event, Fact, Relation, Statement
from bulian.model.place import Span
from bulian.model.stored import Judgement, Verdict
from tests.ledger.making import (
    Lying,
    build,
    cell_number,
    number,
    opened,
    reading,
    table_document,
    text_document,
)

PAPER = text_document("a.txt", "乙区有企业41家，项目41个，工厂7家")
FIRMS = number(PAPER, "企业41家", "41家")
PROJECTS = number(PAPER, "项目41个", "41个")
LYING: Lying = {"a.txt": (PAPER, reading(FIRMS, PROJECTS))}
LATER = "2026-03-01T00:00:00Z"


def decided(verdict: Verdict, fact_id: str = FIRMS.id, *, value: Decimal | None = None) -> Judgement:
    return Judgement(fact_id, verdict, "王", "2026-02-01T10:00:00+08:00", "见附表", value)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    build(tmp_path, LYING)
    return tmp_path


def test_a_rejected_fact_is_left_out_unless_asked_for(workspace: Path) -> None:
    with opened(workspace) as ledger:
        judge(ledger, decided("reject"))
        assert [one.fact for one in facts(ledger)] == [PROJECTS]
        both = facts(ledger, FactQuery(include_rejected=True))
        assert [one.fact for one in both] == [FIRMS, PROJECTS]
        assert both[0].judgement == decided("reject")
        assert fact(ledger, FIRMS.id).judgement == decided("reject")
        # Before it was rejected it was there.
        assert len(facts(ledger, FactQuery(known_on="2026-01-31"))) == 2
        assert len(facts(ledger, FactQuery(known_on="2026-02-01"))) == 1


def test_a_corrected_fact_keeps_its_value_as_read(workspace: Path) -> None:
    with opened(workspace) as ledger:
        judge(ledger, decided("correct", FIRMS.id[:7], value=Decimal("40.50")))
        kept = fact(ledger, FIRMS.id)
    assert kept.fact == FIRMS
    assert kept.judgement == decided("correct", value=Decimal("40.5"))


def test_the_last_judgement_holds_and_all_are_kept(workspace: Path) -> None:
    with opened(workspace) as ledger:
        judge(ledger, decided("reject"))
        judge(ledger, decided("accept"))
        assert [one.verdict for one in judgements(ledger, FIRMS.id)] == ["reject", "accept"]
        assert len(facts(ledger)) == 2


def test_after_a_withdrawal_no_judgement_holds(workspace: Path) -> None:
    with opened(workspace) as ledger:
        judge(ledger, decided("correct", value=Decimal(40)))
        judge(ledger, decided("reject"))
        assert [one.verdict for one in in_force(ledger)] == ["reject"]
        judge(ledger, replace(decided("withdraw"), at="2026-02-03T10:00:00+08:00"))
        assert in_force(ledger) == []
        assert [one.verdict for one in judgements(ledger, FIRMS.id)] == ["correct", "reject", "withdraw"]
        assert fact(ledger, FIRMS.id).judgement is None
        assert [(one.fact, one.judgement) for one in facts(ledger)] == [(FIRMS, None), (PROJECTS, None)]
        assert page(ledger, FactQuery(), limit=9).total == sum(count_by_kind(ledger).values()) == 2
        # On the days before it, what was decided then held.
        assert [one.fact for one in facts(ledger, FactQuery(known_on="2026-02-02"))] == [PROJECTS]
        assert len(facts(ledger, FactQuery(known_on="2026-02-03"))) == 2
        judge(ledger, decided("accept"))
        assert [one.verdict for one in in_force(ledger)] == ["accept"]


def test_what_was_withdrawn_is_no_orphan(workspace: Path) -> None:
    with opened(workspace) as ledger:
        judge(ledger, decided("reject"))
        judge(ledger, decided("withdraw"))
    build(workspace, {"a.txt": (PAPER, reading(PROJECTS))}, at=LATER, reader="2")
    with opened(workspace) as ledger:
        assert orphans(ledger) == []


def test_there_must_be_something_to_withdraw(workspace: Path) -> None:
    with opened(workspace) as ledger:
        with pytest.raises(
            JournalError, match=f"nothing to withdraw: no judgement holds for fact {FIRMS.id}"
        ):
            judge(ledger, decided("withdraw"))
        judge(ledger, decided("accept"))
        with pytest.raises(JournalError, match="needs its reason"):
            judge(ledger, replace(decided("withdraw"), why=" "))
        judge(ledger, decided("withdraw"))
        with pytest.raises(JournalError, match="nothing to withdraw") as refused:
            judge(ledger, decided("withdraw"))
    assert "没有可撤回的" in refused.value.zh
    assert len(journal.read(workspace / "journal", "judgements")) == 2


def test_a_ledger_from_before_withdrawals_is_brought_up(workspace: Path) -> None:
    with opened(workspace) as ledger:
        judge(ledger, decided("reject"))
        before = ledger.connection.execute("select * from judgement").fetchall()
        ledger.connection.execute("drop table judgement")
        ledger.connection.executescript(_FORMER)
        ledger.connection.execute("insert into judgement values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", before[0])
        ledger.connection.execute("pragma user_version = 3")
    with open_ledger(workspace / "ledger.db", upgrade=True) as ledger:
        assert ledger.connection.execute("select * from judgement").fetchall() == before
        judge(ledger, decided("withdraw"))
        assert len(facts(ledger)) == 2


_FORMER = (
    "create table judgement (" + steps()[1].partition("create table judgement (")[2].partition("-- How")[0]
)


def test_the_line_tells_what_was_judged_where(workspace: Path) -> None:
    with opened(workspace) as ledger:
        judge(ledger, decided("correct", value=Decimal(40)))
    (line,) = journal.read(workspace / "journal", "judgements")
    said = line.act.pop("says")
    assert line.act == {
        "at": "2026-02-01T10:00:00+08:00",
        "by": "P1", "verdict": "correct", "why": "见附表", "fact": FIRMS.id,
        "doc": PAPER.doc, "name": "a.txt", "value": "40",
    }  # fmt: skip
    assert said["quote"] == "企业41家"
    assert (said["start_at"], said["end_at"], said["surface_start"]) == (3, 8, 5)
    assert (said["indicator"], said["value"], said["unit"]) == ("企业", "41", "家")


def test_it_moves_to_the_fact_that_stands_there(workspace: Path) -> None:
    better = replace(FIRMS, place=Span(0, 8, "乙区有企业41家"), indicator="企业数", rule="better")
    with opened(workspace) as ledger:
        judge(ledger, decided("reject"))
    build(workspace, {"a.txt": (PAPER, reading(better, PROJECTS))}, at=LATER, reader="2")
    with opened(workspace) as ledger:
        assert [one.fact for one in facts(ledger)] == [PROJECTS]
        moved = fact(ledger, better.id)
        assert moved.judgement == decided("reject")
        assert orphans(ledger) == []


@pytest.mark.parametrize(
    "other",
    [
        replace(FIRMS, value=Decimal(42)),
        replace(FIRMS, unit="enterprises"),
        number(PAPER, "工厂7家", "7家"),
        Relation(PAPER.doc, Span(3, 8, "企业41家"), "乙区", "part_of", "丙市", "made"),
    ],
)
def test_another_value_unit_or_place_orphans_it(workspace: Path, other: Fact) -> None:
    with opened(workspace) as ledger:
        judge(ledger, decided("reject"))
    build(workspace, {"a.txt": (PAPER, reading(other, PROJECTS))}, at=LATER, reader="2")
    with opened(workspace) as ledger:
        (orphan,) = orphans(ledger)
        assert (orphan.line, orphan.name) == (1, "a.txt")
        assert orphan.judgement == decided("reject")
        assert (orphan.quote, orphan.said) == ("企业41家", "41 家 乙区 2023")
        assert len(facts(ledger)) == 2
    # The reader that reads it again gets its judgement back.
    build(workspace, LYING, at=LATER, reader="3")
    with opened(workspace) as ledger:
        assert orphans(ledger) == []
        assert [one.fact for one in facts(ledger)] == [PROJECTS]


def test_of_two_facts_from_one_number_the_same_statement_is_meant(workspace: Path) -> None:
    one, two = replace(FIRMS, subject="乙区", bound="approx"), replace(FIRMS, subject="乙区园区")
    with opened(workspace) as ledger:
        judge(ledger, decided("accept"))
    build(workspace, {"a.txt": (PAPER, reading(one, two))}, at=LATER, reader="2")
    with opened(workspace) as ledger:
        assert fact(ledger, one.id).judgement == decided("accept")
        assert fact(ledger, two.id).judgement is None
    build(workspace, {"a.txt": (PAPER, reading(replace(two, subject="甲"), two))}, at=LATER, reader="3")
    with opened(workspace) as ledger:
        assert len(orphans(ledger)) == 1


def test_a_further_place_of_the_same_statement_counts(tmp_path: Path) -> None:
    paper = text_document("a.txt", "企业41家。又及：企业41家。")
    first = number(paper, "企业41家", "41家")
    again = replace(first, place=Span(9, 14, "企业41家"), surface_start=11)
    build(tmp_path, {"a.txt": (paper, reading(again))})
    with opened(tmp_path) as ledger:
        judge(ledger, decided("reject", again.id))
    build(
        tmp_path,
        {"a.txt": (paper, reading(replace(first, bound="min"), replace(again, bound="min")))},
        reader="2",
    )
    with opened(tmp_path) as ledger:
        assert facts(ledger) == []


def test_in_changed_content_it_follows_its_words(workspace: Path) -> None:
    with opened(workspace) as ledger:
        judge(ledger, decided("reject"))
    fresh = text_document("a.txt", "（修订）乙区有企业41家")
    same = number(fresh, "企业41家", "41家")
    build(workspace, {"a.txt": (fresh, reading(same))}, at=LATER)
    with opened(workspace) as ledger:
        assert facts(ledger) == []
        assert orphans(ledger) == []
        assert fact(ledger, same.id).judgement == decided("reject")
    other = text_document("a.txt", "（再修订）乙区企业共41家")
    build(workspace, {"a.txt": (other, reading(number(other, "企业共41家", "41家")))}, at=LATER)
    with opened(workspace) as ledger:
        assert len(facts(ledger)) == 1
        assert [orphan.quote for orphan in orphans(ledger)] == ["企业41家"]


def test_a_cell_follows_only_where_its_headers_say_the_same(tmp_path: Path) -> None:
    january = table_document("月报.xlsx", {(1, 1): "38"})
    output = cell_number(january, "B2", "38", indicator="产值")
    build(tmp_path, {"月报.xlsx": (january, reading(output))})
    with opened(tmp_path) as ledger:
        judge(ledger, decided("reject", output.id))
    february = table_document("月报.xlsx", {(1, 1): "38", (2, 1): "39"})
    chance = cell_number(february, "B2", "38", indicator="产值", period="2023-02")
    build(tmp_path, {"月报.xlsx": (february, reading(chance))}, at=LATER)
    with opened(tmp_path) as ledger:
        assert len(facts(ledger)) == 1
        assert len(orphans(ledger)) == 1
    again = table_document("月报.xlsx", {(1, 1): "40", (2, 1): "38"})
    moved = cell_number(again, "B3", "38", indicator="产值")
    build(tmp_path, {"月报.xlsx": (again, reading(moved))}, at=LATER)
    with opened(tmp_path) as ledger:
        assert facts(ledger) == []
        assert orphans(ledger) == []


def test_a_cell_keeps_its_judgement_when_a_header_is_read_anew(tmp_path: Path) -> None:
    book = table_document("月报.xlsx", {(1, 1): "38", (2, 1): "38"})
    first = cell_number(book, "B2", "38", indicator="产值")
    build(tmp_path, {"月报.xlsx": (book, reading(first))})
    with opened(tmp_path) as ledger:
        judge(ledger, decided("reject", first.id))
    mapped = cell_number(book, "B2", "38", indicator="规上工业总产值")
    below = cell_number(book, "B3", "38", indicator="规上工业总产值", period="2023-02")
    build(tmp_path, {"月报.xlsx": (book, reading(mapped, below))}, at=LATER, reader="2")
    with opened(tmp_path) as ledger:
        assert [one.fact for one in facts(ledger)] == [below]


def test_a_removed_file_is_no_orphan_and_comes_back_judged(workspace: Path) -> None:
    with opened(workspace) as ledger:
        judge(ledger, decided("reject"))
    build(workspace, {}, at=LATER)
    with opened(workspace) as ledger:
        assert orphans(ledger) == []
        assert [one.fact for one in facts(ledger, FactQuery(include_retired=True))] == [PROJECTS]
    build(workspace, LYING, at=LATER)
    with opened(workspace) as ledger:
        assert [one.fact for one in facts(ledger)] == [PROJECTS]


def test_a_fact_whose_document_is_gone_is_not_judged(workspace: Path) -> None:
    build(workspace, {}, at=LATER)
    with opened(workspace) as ledger:
        with pytest.raises(LedgerError, match="is gone from sources/"):
            judge(ledger, decided("reject"))
        assert judgements(ledger, PROJECTS.id) == []


def test_words_and_happenings_can_be_judged(tmp_path: Path) -> None:
    paper = text_document("b.txt", "三峰2020年成立，力争全国领先")
    part = Relation(paper.doc, Span(0, 2, "三峰"), "三峰", "part_of", "环保", "made")
    born = Event(paper.doc, Span(0, 9, "三峰2020年成立"), "founded", "2020", ("三峰",), "made")
    goal = Statement(
        paper.doc, Span(10, 16, "力争全国领先"), "goal", "三峰", "力争全国领先", "target", None, "made"
    )
    found: list[Fact] = [part, born, goal]
    build(tmp_path, {"b.txt": (paper, reading(*found))})
    with opened(tmp_path) as ledger:
        for one in found:
            judge(ledger, decided("reject", one.id))
        assert facts(ledger) == []
        with pytest.raises(JournalError, match="Only an observation"):
            judge(ledger, decided("correct", found[0].id, value=Decimal(1)))
    wider: list[Fact] = [
        replace(part, place=Span(0, 9, "三峰2020年成立")),
        replace(born, place=Span(0, 7, "三峰2020年")),
        replace(goal, place=Span(8, 16, "立，力争全国领先")),
    ]
    build(tmp_path, {"b.txt": (paper, reading(*wider))}, at=LATER, reader="2")
    with opened(tmp_path) as ledger:
        assert facts(ledger) == []
        assert orphans(ledger) == []


@pytest.mark.parametrize(
    "unfit",
    [
        replace(decided("accept"), by=" "),
        replace(decided("reject"), why=""),
        decided("correct"),
        decided("reject", value=Decimal(1)),
    ],
)
def test_an_act_that_does_not_fit_is_refused(workspace: Path, unfit: Judgement) -> None:
    with opened(workspace) as ledger:
        with pytest.raises(JournalError) as caught:
            judge(ledger, unfit)
        assert caught.value.say("zh") != caught.value.say("en")
    assert journal.read(workspace / "journal", "judgements") == []


def test_a_judgement_on_a_fact_that_is_not_there_is_refused(workspace: Path) -> None:
    with opened(workspace) as ledger, pytest.raises(LedgerError, match="There is no fact"):
        judge(ledger, decided("accept", "0" * 16 if not FIRMS.id.startswith("0") else "f" * 16))


def test_two_people_judging_at_once_are_both_kept(workspace: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from bulian.ledger.judging import judge\n"
        "from bulian.ledger.opening import open_ledger; from bulian.model.stored import Judgement\n"
        "with open_ledger(Path(sys.argv[1])) as ledger:\n"
        "    for n in range(15):\n"
        "        judge(ledger, Judgement(sys.argv[2], 'accept', sys.argv[3], f'2026-02-{n + 1:02}', ''))"
    )
    path = workspace / "ledger.db"
    asked = [[sys.executable, "-c", script, str(path), FIRMS.id, who] for who in ("王", "李")]
    people = [subprocess.Popen(one) for one in asked]
    assert [one.wait(timeout=120) for one in people] == [0, 0]
    with open_ledger(path) as ledger:
        kept = judgements(ledger, FIRMS.id)
    for who in ("王", "李"):
        assert [one.at for one in kept if one.by == who] == [f"2026-02-{n + 1:02}" for n in range(15)]
    assert verify(workspace / "journal") == []


def test_an_edited_line_is_not_counted_and_is_named(workspace: Path) -> None:
    with opened(workspace) as ledger:
        judge(ledger, decided("reject"))
        judge(ledger, decided("reject", PROJECTS.id))
    book = workspace / "journal" / "judgements.jsonl"
    first, second = book.read_text(encoding="utf-8").splitlines(keepends=True)
    book.write_text(first.replace("reject", "accept") + second, encoding="utf-8")
    (workspace / "ledger.db").unlink()
    build(workspace, LYING)
    with opened(workspace) as ledger:
        assert [one.fact for one in facts(ledger)] == [FIRMS]
        assert fact(ledger, FIRMS.id).judgement is None
    assert [(problem.file, problem.line) for problem in verify(workspace / "journal")] == [
        ("judgements.jsonl", 1)
    ]
    assert json.loads(second)["verdict"] == "reject"
