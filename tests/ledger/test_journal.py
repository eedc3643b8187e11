import json
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulian.errors import JournalError
from bulian.ledger.auditing import verify
from bulian.ledger.journal import append, head, mend, read, read_after

Act = dict[str, object]
ACTS: list[Act] = [
    {"by": "王", "why": "见附表"},
    {"by": "李", "value": "41"},
    {},
    {"by": "赵", "many": ["一", {"二": None}]},
]


def filled(folder: Path, acts: list[Act] = ACTS) -> Path:
    for act in acts:
        append(folder, "judgements", act)
    return folder / "judgements.jsonl"


def test_acts_come_back_in_order(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    filled(folder)
    entries = read(folder, "judgements")
    assert [entry.act for entry in entries] == ACTS
    assert [entry.seq for entry in entries] == [1, 2, 3, 4]
    assert verify(folder) == []
    assert read(folder, "builds") == []


def test_a_line_reads_as_json_with_its_chain(tmp_path: Path) -> None:
    book = filled(tmp_path)
    first, second, *_ = [json.loads(line) for line in book.read_text(encoding="utf-8").splitlines()]
    assert first | {"by": "王", "why": "见附表", "seq": 1} == first
    assert second["prev"] == first["hash"]
    assert list(second) == ["seq", "prev", "by", "value", "hash"]


def test_only_what_was_added_since_is_read(tmp_path: Path) -> None:
    filled(tmp_path)
    mark = head(tmp_path, "judgements")
    assert mark is not None
    append(tmp_path, "judgements", {"by": "钱"})
    added = read_after(tmp_path, "judgements", mark)
    assert added is not None
    assert [entry.act for entry in added] == [{"by": "钱"}]
    assert read_after(tmp_path, "judgements", replace(mark, hash="0" * 64)) is None


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_any_single_edit_is_found(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    folder = tmp_path_factory.mktemp("journal")
    book = filled(folder)
    raw = bytearray(book.read_bytes())
    at = data.draw(st.integers(0, len(raw) - 1))
    how = data.draw(st.sampled_from(["change", "remove", "insert"]))
    if how == "change":
        raw[at] ^= data.draw(st.integers(1, 255))
    elif how == "remove":
        del raw[at]
    else:
        raw.insert(at, data.draw(st.integers(0, 255)))
    book.write_bytes(raw)
    found = verify(folder)
    assert found
    line = bytes(raw[:at]).count(b"\n") + 1
    assert any(problem.line in (line - 1, line, line + 1) for problem in found)
    # And what is still sound is not lost by it.
    assert len(read(folder, "judgements")) >= len(ACTS) - 2


@settings(max_examples=50, deadline=None)
@given(st.permutations(range(len(ACTS))), st.sets(st.integers(0, len(ACTS) - 1)))
def test_any_removal_or_reordering_is_found(
    tmp_path_factory: pytest.TempPathFactory, order: list[int], removed: set[int]
) -> None:
    folder = tmp_path_factory.mktemp("journal")
    book = filled(folder)
    lines = book.read_bytes().splitlines(keepends=True)
    kept = [number for number in order if number not in removed]
    book.write_bytes(b"".join(lines[number] for number in kept))
    assert bool(verify(folder)) == (kept != list(range(len(ACTS))))


def test_a_book_that_is_gone_is_found(tmp_path: Path) -> None:
    filled(tmp_path).unlink()
    assert {problem.file for problem in verify(tmp_path)} == {"judgements.jsonl"}


def test_a_rewritten_last_line_with_a_fresh_hash_is_found(tmp_path: Path) -> None:
    book = filled(tmp_path)
    other = filled(tmp_path / "other", [*ACTS[:-1], {"by": "赵", "many": []}])
    book.write_bytes(other.read_bytes())
    assert [problem.line for problem in verify(tmp_path)] == [4]


def test_a_line_of_another_book_is_found(tmp_path: Path) -> None:
    book = filled(tmp_path, ACTS[:1])
    append(tmp_path, "leads", ACTS[0])
    book.write_bytes((tmp_path / "leads.jsonl").read_bytes())
    assert {problem.file for problem in verify(tmp_path)} == {"judgements.jsonl"}


@pytest.mark.parametrize("cut", [1, 2, 40, 80])
def test_a_torn_line_is_set_aside_and_the_chain_goes_on(tmp_path: Path, cut: int) -> None:
    book = filled(tmp_path, ACTS[:2])
    torn = b'{"seq":3,"prev":"00' + b"x" * cut
    with book.open("ab") as file:
        file.write(torn)
    assert len(read(tmp_path, "judgements")) == 2
    assert [problem.line for problem in verify(tmp_path)] == [3]
    ((en, zh),) = mend(tmp_path)
    assert "judgements.torn-3.txt" in en
    assert "judgements.torn-3.txt" in zh
    assert (tmp_path / "judgements.torn-3.txt").read_bytes() == torn
    append(tmp_path, "judgements", {"by": "孙"})
    assert [entry.act for entry in read(tmp_path, "judgements")] == [*ACTS[:2], {"by": "孙"}]
    assert verify(tmp_path) == []
    assert mend(tmp_path) == []


def test_two_torn_lines_at_one_place_are_both_kept(tmp_path: Path) -> None:
    book = filled(tmp_path, ACTS[:2])
    for torn in (b"one", b"two"):
        with book.open("ab") as file:
            file.write(torn)
        mend(tmp_path)
    assert (tmp_path / "judgements.torn-3.txt").read_bytes() == b"one"
    assert (tmp_path / "judgements.torn-3-2.txt").read_bytes() == b"two"


def test_an_append_sets_a_torn_line_aside_by_itself(tmp_path: Path) -> None:
    book = filled(tmp_path, ACTS[:1])
    with book.open("ab") as file:
        file.write(b"torn")
    append(tmp_path, "judgements", ACTS[1])
    assert [entry.act for entry in read(tmp_path, "judgements")] == ACTS[:2]
    assert (tmp_path / "judgements.torn-2.txt").read_bytes() == b"torn"


def test_a_line_on_the_disk_whose_head_was_not_written_counts(tmp_path: Path) -> None:
    filled(tmp_path, ACTS[:1])
    before = (tmp_path / "judgements.head").read_bytes()
    append(tmp_path, "judgements", ACTS[1])
    (tmp_path / "judgements.head").write_bytes(before)
    append(tmp_path, "judgements", ACTS[3])
    assert [entry.act for entry in read(tmp_path, "judgements")] == [ACTS[0], ACTS[1], ACTS[3]]
    assert verify(tmp_path) == []


def test_an_acknowledged_line_that_lost_its_end_is_not_taken_for_torn(tmp_path: Path) -> None:
    book = filled(tmp_path)
    book.write_bytes(book.read_bytes()[:-5])
    assert verify(tmp_path)
    assert mend(tmp_path) == []
    append(tmp_path, "judgements", {"by": "孙"})
    assert len(read(tmp_path, "judgements")) == len(ACTS)
    assert [problem.line for problem in verify(tmp_path)] == [4]


def test_many_writers_at_once_give_one_chain(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from bulian.ledger.journal import append\n"
        "for n in range(25): append(Path(sys.argv[1]), 'judgements', {'by': sys.argv[2], 'n': n})"
    )
    writers = [subprocess.Popen([sys.executable, "-c", script, str(tmp_path), who]) for who in "ab"]
    assert [writer.wait(timeout=60) for writer in writers] == [0, 0]
    acts = [entry.act for entry in read(tmp_path, "judgements")]
    assert verify(tmp_path) == []
    for who in "ab":
        assert [act["n"] for act in acts if act["by"] == who] == list(range(25))


def test_threads_of_one_process_give_one_chain(tmp_path: Path) -> None:
    threads = [threading.Thread(target=append, args=(tmp_path, "needs", {"n": n})) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(entry.act["n"] for entry in read(tmp_path, "needs")) == list(range(8))
    assert verify(tmp_path) == []


@pytest.mark.parametrize("act", [{"seq": 1}, {"value": float("nan")}, {"value": {1, 2}}])
def test_an_act_that_does_not_fit_is_refused(tmp_path: Path, act: dict[str, object]) -> None:
    with pytest.raises(JournalError):
        append(tmp_path, "judgements", act)
    assert read(tmp_path, "judgements") == []


def test_half_a_character_is_kept(tmp_path: Path) -> None:
    append(tmp_path, "judgements", {"why": "坏\ud83d字"})
    assert read(tmp_path, "judgements")[0].act == {"why": "坏\ud83d字"}
