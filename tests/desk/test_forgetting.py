"""Whoever is forgotten leaves an id; what the person signed stays, and a book written anew is told of."""

from dataclasses import replace
from pathlib import Path

import pytest

from bulian.corpus.workspace import Workspace
from bulian.desk import registers
from bulian.desk.forgetting import forget, would_rewrite
from bulian.errors import BadRequest, JournalError
from bulian.ledger import journal, persons
from bulian.ledger.auditing import verify
from bulian.ledger.judging import judge, judgements
from bulian.ledger.opening import open_ledger, read_ledger
from bulian.ledger.redacting import unfinished
from bulian.ledger.rewritings import rewritten
from bulian.model.stored import Judgement
from bulian.vocab.registers import register
from tests.desk.making import NOW, signed, workspace
from tests.ledger.making import build, number, reading, text_document

SITES = register("sites")
PAPER = text_document("a.txt", "乙区有企业41家，项目41个")
FIRMS = number(PAPER, "企业41家", "41家")
WORD = Judgement(FIRMS.id, "reject", "某人", "2026-02-01T10:00:00+08:00", "见附表")
DECIDED = {"by": "经办一号", "why": "本人要求", "now": NOW}


def everything(root: Path) -> bytes:
    """All bytes that lie in a workspace."""
    return b"".join(path.read_bytes() for path in root.rglob("*") if path.is_file())


def judged(tmp_path: Path, *, in_clear: bool) -> Workspace:
    """A workspace with one judgement; `in_clear` as bulian wrote it before the journal kept ids alone."""
    place = workspace(tmp_path)
    build(place.root, {"a.txt": (PAPER, reading(FIRMS))})
    with open_ledger(place.ledger) as ledger:
        judge(ledger, WORD)
    if in_clear:
        (entry,) = journal.read(place.journal, "judgements")
        for file in (
            *place.journal.glob("judgements.*"),
            place.root / "persons.csv",
            *place.root.glob("led*"),
        ):
            file.unlink()
        build(place.root, {"a.txt": (PAPER, reading(FIRMS))})
        journal.append(place.journal, "judgements", {**entry.act, "by": "某人"})
        with open_ledger(place.ledger):
            pass
    return place


def test_a_forgotten_person_leaves_an_id_and_a_log(tmp_path: Path) -> None:
    place = workspace(tmp_path)
    row = registers.add(place, SITES, {"code": "示-01", "area": "30亩"}, signed(owner="某人"))
    with pytest.raises(BadRequest, match="leave the name out"):
        forget(place, "某人", **DECIDED | {"why": "某人要求"})
    gone = forget(place, "某人", **DECIDED)
    assert (gone.id, gone.name, gone.forgotten) == (row.owner, "", "2026-06-30")
    assert "某人".encode() not in everything(place.root)
    assert "forget" in (place.journal / "persons.jsonl").read_text("utf-8")
    assert verify(place.journal) == []
    with pytest.raises(BadRequest, match="Nobody"):
        forget(place, "某人", **DECIDED)


def test_a_judgement_outlives_who_signed_it(tmp_path: Path) -> None:
    place = judged(tmp_path, in_clear=False)
    before = (place.journal / "judgements.jsonl").read_bytes()
    assert forget(place, "某人", **DECIDED).id == "P1"
    assert "某人".encode() not in everything(place.root)
    assert (place.journal / "judgements.jsonl").read_bytes() == before
    with open_ledger(place.ledger) as ledger:
        assert judgements(ledger, FIRMS.id) == [replace(WORD, by="P1（已遗忘 forgotten）")]
    assert rewritten(place.journal) == ()


def test_an_old_book_loses_the_name_and_the_log_says_so(tmp_path: Path) -> None:
    place = judged(tmp_path, in_clear=True)
    assert "某人".encode() in everything(place.root)
    with open_ledger(place.ledger) as ledger:
        assert judgements(ledger, FIRMS.id) == [WORD]
    gone = forget(place, "某人", **DECIDED)
    assert "某人".encode() not in everything(place.root)
    (told,) = rewritten(place.journal)
    assert (told.book, told.lines, told.person, told.on) == ("judgements", (1,), gone.id, "2026-06-30")
    end = journal.head(place.journal, "judgements")
    assert end is not None
    assert told.after == end.hash != told.before
    assert verify(place.journal) == []
    # The ledger follows without being made anew, and made anew it says the same.
    for _ in range(2):
        with open_ledger(place.ledger) as ledger:
            (kept,) = judgements(ledger, FIRMS.id)
        assert kept == replace(WORD, by=f"{gone.id}（已遗忘 forgotten）")
        place.ledger.unlink()
        build(place.root, {"a.txt": (PAPER, reading(FIRMS))})


def test_forgetting_that_was_cut_off_shows_and_is_done_again(tmp_path: Path) -> None:
    place = judged(tmp_path, in_clear=True)
    old = {file: file.read_bytes() for file in place.journal.glob("judgements.*")}
    forget(place, "某人", **DECIDED)
    # As if the machine had stopped after the log and before the book.
    for file, raw in old.items():
        file.write_bytes(raw)
    text = (place.root / "persons.csv").read_text("utf-8-sig").replace("P1,,,,2026-06-30", "P1,某人,,,")
    (place.root / "persons.csv").write_text(text, "utf-8", newline="")
    place.ledger.unlink()
    assert [one.file for one in unfinished(place.journal)] == ["judgements.jsonl"]
    forget(place, "某人", **DECIDED)
    assert unfinished(place.journal) == []
    assert "某人".encode() not in everything(place.root)


def test_a_ledger_that_a_crash_left_behind_follows_at_the_next_opening(tmp_path: Path) -> None:
    place = judged(tmp_path, in_clear=True)
    old = place.ledger.read_bytes()
    forget(place, "某人", **DECIDED)
    # As if the machine had stopped after the book and before the ledger's commit.
    place.ledger.write_bytes(old)
    table = place.root / "persons.csv"
    table.write_text(table.read_text("utf-8").replace("P1,,,,2026-06-30", "P1,某人,,,"), "utf-8", newline="")
    assert "某人".encode() in place.ledger.read_bytes()
    with read_ledger(place.ledger) as ledger:
        (kept,) = judgements(ledger, FIRMS.id)
    assert kept.by == "某人"  # by the table of persons, which is emptied last
    assert "某人".encode() not in place.ledger.read_bytes()
    forget(place, "某人", **DECIDED)
    assert "某人".encode() not in everything(place.root)


def test_the_reason_of_a_judgement_loses_the_name_and_keeps_its_signer(tmp_path: Path) -> None:
    place = workspace(tmp_path)
    build(place.root, {"a.txt": (PAPER, reading(FIRMS))})
    told = replace(WORD, by="审核员", why="某人，核过附表")
    with open_ledger(place.ledger) as ledger:
        judge(ledger, told)
        judge(ledger, replace(WORD, verdict="accept", at="2026-02-02T10:00:00+08:00", why="另有说法"))
    persons.ids_of(place.root, ["某人"])
    one, planned = would_rewrite(place, "某人")
    assert [(each.book, each.lines) for each in planned] == [("judgements", (1,))]
    gone = forget(place, "某人", **DECIDED)
    assert gone.id == one.id
    assert "某人".encode() not in everything(place.root)
    assert [(each.book, each.lines) for each in rewritten(place.journal)] == [("judgements", (1,))]
    assert verify(place.journal) == []
    # The ledger follows without being made anew, and made anew it says the same.
    for _ in range(2):
        with open_ledger(place.ledger) as ledger:
            first, second = judgements(ledger, FIRMS.id)
        assert (first.by, first.why) == ("审核员", f"{gone.id}，核过附表")
        assert (second.by, second.why) == (f"{gone.id}（已遗忘 forgotten）", "另有说法")
        place.ledger.unlink()
        build(place.root, {"a.txt": (PAPER, reading(FIRMS))})


def test_a_look_writes_nothing(tmp_path: Path) -> None:
    place = judged(tmp_path, in_clear=True)
    (place.root / "persons.csv").unlink(missing_ok=True)
    before = everything(place.root)
    one, planned = would_rewrite(place, "某人")
    assert (one.id, one.name, [each.lines for each in planned]) == ("", "某人", [(1,)])
    assert everything(place.root) == before
    with pytest.raises(BadRequest, match="Nobody"):
        would_rewrite(place, "没有的人")


def test_the_id_of_a_forgotten_person_signs_nothing(tmp_path: Path) -> None:
    place = workspace(tmp_path)
    row = registers.add(place, SITES, {"code": "示-01", "area": "30亩"}, signed(owner="某人"))
    gone = forget(place, "某人", **DECIDED)
    one = signed()
    for told in (replace(one, by=gone.id), replace(one, owner=gone.id)):
        with pytest.raises(BadRequest, match=f"{gone.id} was forgotten"):
            registers.add(place, SITES, {"code": "示-02", "area": "30亩"}, told)
    with pytest.raises(BadRequest, match="was forgotten"):
        forget(place, "经办一号", by=gone.id, why="本人要求", now=NOW)
    # What it answered for can still be corrected by others.
    assert registers.correct(place, SITES, row.key, {"area": "31亩"}, signed(why="重测")).owner == gone.id


def test_an_edited_book_stops_forgetting_before_anything_is_written(tmp_path: Path) -> None:
    place = judged(tmp_path, in_clear=True)
    file = place.journal / "judgements.jsonl"
    file.write_bytes(file.read_bytes().replace("见附表".encode(), "见附件".encode()))
    journal.append(place.journal, "judgements", {"by": "某人", "at": "2026"})
    place.ledger.unlink()
    with pytest.raises(JournalError, match="not as it was acknowledged"):
        forget(place, "某人", **DECIDED)
    assert not (place.journal / "persons.jsonl").exists()
    assert not any(one.forgotten for one in persons.persons(place.root))
