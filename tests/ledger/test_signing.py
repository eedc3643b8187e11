"""The journal keeps ids of persons, readers get names; lines of earlier versions still read."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulian.errors import JournalError, WorkspaceError
from bulian.ledger import journal, persons, signing
from bulian.ledger.auditing import verify
from bulian.ledger.journal import Mark
from bulian.ledger.redacting import Redaction, redact, redactions

BOOK = "targets"


def test_a_line_holds_ids_and_reads_with_names(tmp_path: Path) -> None:
    told = signing.append(tmp_path / "journal", BOOK, {"by": "王敏", "owner": "示例局", "why": "会议"})
    assert told.act == {"by": "王敏", "owner": "示例局", "why": "会议"}
    (kept,) = journal.read(tmp_path / "journal", BOOK)
    assert kept.act == {"by": "P1", "owner": "P2", "why": "会议"}
    assert signing.read(tmp_path / "journal", BOOK) == [told]


def test_one_person_is_one_id_in_either_script(tmp_path: Path) -> None:
    for name in ("陳明", "陈明", "P1"):
        signing.append(tmp_path / "journal", BOOK, {"by": name})
    assert {entry.act["by"] for entry in journal.read(tmp_path / "journal", BOOK)} == {"P1"}
    assert [one.name for one in persons.persons(tmp_path)] == ["陳明"]


def test_a_name_in_clear_and_an_id_of_nobody_stand_as_they_are(tmp_path: Path) -> None:
    for by in ("王敏", "P7"):
        journal.append(tmp_path / "journal", BOOK, {"by": by})
    assert [entry.act["by"] for entry in signing.read(tmp_path / "journal", BOOK)] == ["王敏", "P7"]


def test_who_was_forgotten_is_shown_so(tmp_path: Path) -> None:
    signing.append(tmp_path / "journal", BOOK, {"by": "王敏"})
    persons.empty(tmp_path, "P1", on="2026-06-30")
    (entry,) = signing.read(tmp_path / "journal", BOOK)
    assert entry.act["by"] == "P1（已遗忘 forgotten）"


def test_a_table_of_persons_that_is_none_is_named(tmp_path: Path) -> None:
    signing.append(tmp_path / "journal", BOOK, {"by": "王敏"})
    (tmp_path / "persons.csv").write_text("甲,乙\n")
    with pytest.raises(WorkspaceError, match="first line"):
        signing.read(tmp_path / "journal", BOOK)


@given(st.lists(st.sampled_from(["王敏", "李强", "P9", ""]), min_size=1, max_size=6))
def test_a_redacted_book_says_all_but_the_name(
    tmp_path_factory: pytest.TempPathFactory, signers: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("place") / "journal"
    acts = [{"by": who, "why": f"第{n}条"} for n, who in enumerate(signers)]
    journal.append_each(folder, BOOK, acts)
    for planned in redactions(folder, "王敏", "P1"):
        redact(folder, planned)
    journal.append(folder, BOOK, {"by": "赵"})
    expected = [{**act, "by": "P1" if act["by"] == "王敏" else act["by"]} for act in acts]
    assert [entry.act for entry in journal.read(folder, BOOK)] == [*expected, {"by": "赵"}]
    assert verify(folder) == []


def test_what_was_added_meanwhile_is_not_lost(tmp_path: Path) -> None:
    journal.append(tmp_path, BOOK, {"by": "王敏"})
    (planned,) = redactions(tmp_path, "王敏", "P1")
    journal.append(tmp_path, BOOK, {"by": "李强"})
    with pytest.raises(JournalError, match="do it again"):
        redact(tmp_path, planned)
    assert len(journal.read(tmp_path, BOOK)) == 2


def test_an_edited_book_is_not_written_anew(tmp_path: Path) -> None:
    for why in ("甲", "乙"):
        journal.append(tmp_path, BOOK, {"by": "王敏", "why": why})
    file = tmp_path / f"{BOOK}.jsonl"
    file.write_bytes(file.read_bytes().replace("甲".encode(), "丙".encode()))
    with pytest.raises(JournalError, match="not as it was acknowledged"):
        redactions(tmp_path, "王敏", "P1")


def test_a_crash_between_leaves_a_whole_book(tmp_path: Path) -> None:
    journal.append(tmp_path, BOOK, {"by": "王敏"})
    (planned,) = redactions(tmp_path, "王敏", "P1")
    assert planned == Redaction(
        BOOK, (1,), planned.before, Mark(1, planned.after.hash, len(planned.raw)), planned.raw
    )
    # As after the book was replaced and before its head was written.
    (tmp_path / f"{BOOK}.head").unlink()
    (tmp_path / f"{BOOK}.jsonl").write_bytes(planned.raw)
    journal.mend(tmp_path)
    assert verify(tmp_path) == []
    assert journal.head(tmp_path, BOOK) == planned.after
