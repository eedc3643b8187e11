"""The book of identities: real journals, two people, undo, and what is refused."""

from pathlib import Path

import pytest

from bulian.assess.subject import district
from bulian.errors import JournalError
from bulian.ledger import journal
from bulian.resolve.identify import identify
from bulian.resolve.judged import BOOK, Verdict, enter, pair_of, standing, take_back
from bulian.resolve.matching import match
from bulian.resolve.population import population
from tests.resolve.made import relation

HOME = district("重庆市大渡口区")
FACTS = [relation("中元汇吉", "leads", "体外诊断产业链"), relation("中元生物", "member_of", "体外诊断产业")]
AT = "2026-01-31T09:00:00+08:00"


def say(folder: Path, verdict: Verdict, by: str, one: str = "中元汇吉", other: str = "中元生物") -> None:
    enter(folder, verdict, match(one, other, population([])), by=by, why="已核实", at=AT)


def are_one(folder: Path) -> bool:
    return identify(FACTS, HOME, standing(folder)).same("中元匯吉", "中元生物")


def test_a_merge_joins_a_split_parts_and_an_undo_takes_back(tmp_path: Path) -> None:
    assert not are_one(tmp_path)
    say(tmp_path, "merge", "王敏")
    assert are_one(tmp_path)
    say(tmp_path, "split", "王敏")
    assert not are_one(tmp_path)
    take_back(tmp_path, 2, by="王敏", why="看错", at=AT)
    assert are_one(tmp_path)
    assert len(journal.read(tmp_path, BOOK)) == 3


def test_a_split_holds_against_a_document(tmp_path: Path) -> None:
    facts = [*FACTS, relation("中元生物", "same_as", "中元汇吉")]
    assert identify(facts, HOME).same("中元汇吉", "中元生物")
    say(tmp_path, "split", "王敏")
    assert not identify(facts, HOME, standing(tmp_path)).same("中元汇吉", "中元生物")


def test_two_people_who_differ_are_a_recorded_disagreement(tmp_path: Path) -> None:
    say(tmp_path, "merge", "王敏")
    say(tmp_path, "split", "李强")
    (waiting, *_) = identify(FACTS, HOME, standing(tmp_path)).undecided
    assert waiting.reason == "disputed"
    assert [act.by for act in waiting.judged] == ["王敏", "李强"]
    assert not are_one(tmp_path)  # the later holds


def test_what_was_decided_no_longer_waits(tmp_path: Path) -> None:
    assert [one.reason for one in identify(FACTS, HOME).undecided] == ["unsure"]
    say(tmp_path, "split", "王敏")
    assert identify(FACTS, HOME, standing(tmp_path)).undecided == ()


def test_merges_that_would_cross_a_split_are_queued(tmp_path: Path) -> None:
    say(tmp_path, "split", "王敏", "甲公司", "丙公司")
    say(tmp_path, "merge", "王敏", "甲公司", "乙公司")
    say(tmp_path, "merge", "王敏", "乙公司", "丙公司")
    known = identify(FACTS, HOME, standing(tmp_path))
    assert known.same("乙公司", "丙公司")
    assert not known.same("甲公司", "丙公司")


def test_a_judgement_made_later_did_not_hold_then(tmp_path: Path) -> None:
    say(tmp_path, "merge", "王敏")
    assert standing(tmp_path, "2026-01-30").held == {}
    assert set(standing(tmp_path, "2026-01-31").held) == {pair_of("中元汇吉", "中元生物")}


@pytest.mark.parametrize(("by", "why"), [("", "已核实"), ("王敏", " ")])
def test_an_act_must_be_signed_and_reasoned(tmp_path: Path, by: str, why: str) -> None:
    with pytest.raises(JournalError):
        enter(tmp_path, "merge", match("甲", "乙", population([])), by=by, why=why, at=AT)
    assert journal.read(tmp_path, BOOK) == []


def test_one_name_in_two_scripts_is_nothing_to_decide(tmp_path: Path) -> None:
    with pytest.raises(JournalError):
        say(tmp_path, "split", "王敏", "中元汇吉", "中元匯吉")


def test_only_what_stands_can_be_taken_back(tmp_path: Path) -> None:
    say(tmp_path, "merge", "王敏")
    take_back(tmp_path, 1, by="王敏", why="看错", at=AT)
    for line in (1, 2, 9):
        with pytest.raises(JournalError):
            take_back(tmp_path, line, by="王敏", why="看错", at=AT)


def test_a_line_of_a_newer_program_is_named(tmp_path: Path) -> None:
    journal.append(tmp_path, BOOK, {"at": AT, "verdict": "marry", "one": "甲", "other": "乙"})
    with pytest.raises(JournalError, match="act 1"):
        standing(tmp_path)


def test_an_edited_line_is_not_counted(tmp_path: Path) -> None:
    say(tmp_path, "merge", "王敏")
    file = journal.file_of(tmp_path, BOOK)
    file.write_text(file.read_text("utf-8").replace("merge", "split"), "utf-8")
    assert standing(tmp_path).held == {}
