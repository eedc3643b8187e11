"""Nothing acknowledged is lost: kill -9 and full disks, in real processes on real files."""

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bulian.errors import WorkspaceError
from bulian.ledger import journal
from bulian.ledger.auditing import verify
from bulian.ledger.handle import Ledger
from bulian.ledger.judging import judge
from bulian.ledger.opening import open_ledger, read_ledger
from bulian.ledger.query import FactQuery, facts
from bulian.ledger.runs import begin_run, finish_run
from bulian.ledger.storing import known, store
from bulian.model.stored import Judgement
from tests.ledger.making import DAY, Lying, build, ingredients_of, number, reading, text_document

FACTS = 20


def paper(which: int) -> Lying:
    words = [f"第{which}号企业数{which + row * 1000}家" for row in range(FACTS)]
    document = text_document(f"{which}.txt", "，".join(words))
    found = [
        number(document, word, f"{which + row * 1000}家", subject="乙区") for row, word in enumerate(words)
    ]
    return {document.name: (document, reading(*found))}


def store_for_ever(path: Path) -> None:
    """Store one document after another and tell each name once it is kept."""
    with open_ledger(path) as ledger:
        run = begin_run(ledger, recorded_at=DAY, reader="1")
        for which in range(100_000):
            ((document, read),) = paper(which).values()
            store(ledger, run, document=document, reading=read, ingredients=ingredients_of(document, "1"))
            sys.stdout.write(f"{document.name}\n")
            sys.stdout.flush()


def append_for_ever(folder: Path) -> None:
    """Append one act after another and tell each number once it is acknowledged."""
    for which in range(100_000):
        journal.append(folder, "judgements", {"by": "王" * 500, "n": which})
        sys.stdout.write(f"{which}\n")
        sys.stdout.flush()


def killed(what: str, path: Path, after: float) -> list[str]:
    """What a process that does `what` told before it was killed."""
    asked = [
        sys.executable,
        "-c",
        f"import sys; from tests.ledger.test_crash import *; {what}(Path(sys.argv[1]))",
    ]
    with subprocess.Popen([*asked, str(path)], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        told = [process.stdout.readline()]
        time.sleep(after)
        process.send_signal(signal.SIGKILL)
        told += process.stdout.readlines()
    return [line.strip() for line in told if line.endswith("\n")]


@pytest.mark.parametrize("seed", range(4))
def test_a_killed_build_leaves_every_stored_document_whole(tmp_path: Path, seed: int) -> None:
    told = killed("store_for_ever", tmp_path / "ledger.db", random.Random(seed).uniform(0, 0.3))
    with open_ledger(tmp_path / "ledger.db") as ledger:
        assert ledger.connection.execute("pragma integrity_check").fetchone() == ("ok",)
        assert ledger.connection.execute("pragma foreign_key_check").fetchall() == []
        kept = known(ledger)
        assert set(told) <= kept.keys()
        assert len(facts(ledger)) == FACTS * len(kept)
    # The next build goes on from there, and the journal tells of both.
    lying = dict(item for which in range(len(kept) + 1) for item in paper(which).items())
    build(tmp_path, lying, at="2027-01-01T00:00:00Z")
    with open_ledger(tmp_path / "ledger.db") as ledger:
        assert len(facts(ledger, FactQuery(known_on="2026-12-31"))) == FACTS * len(kept)
        assert len(facts(ledger)) == FACTS * len(lying)
    assert verify(tmp_path / "journal") == []


def test_a_deleted_ledger_leaves_nothing_behind_that_harms_the_next(tmp_path: Path) -> None:
    killed("store_for_ever", tmp_path / "ledger.db", 0.1)
    assert (tmp_path / "ledger.db-wal").exists()
    (tmp_path / "ledger.db").unlink()
    build(tmp_path, paper(7))
    with open_ledger(tmp_path / "ledger.db") as ledger:
        assert known(ledger).keys() == {"7.txt"}
        assert ledger.connection.execute("pragma integrity_check").fetchone() == ("ok",)


def test_people_judge_and_read_while_a_build_stores(tmp_path: Path) -> None:
    build(tmp_path, paper(0))
    asked = [
        sys.executable,
        "-c",
        "import sys; from tests.ledger.test_crash import *; store_for_ever(Path(sys.argv[1]))",
    ]
    with subprocess.Popen(
        [*asked, str(tmp_path / "ledger.db")], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        for day in range(1, 21):
            with open_ledger(tmp_path / "ledger.db") as ledger:
                chosen = facts(ledger, FactQuery(doc="0.txt"))[0].fact.id
                judge(ledger, Judgement(chosen, "reject", "王", f"2026-02-{day:02}", "错"))
            with read_ledger(tmp_path / "ledger.db") as ledger:
                assert len(facts(ledger, FactQuery(doc="0.txt"))) == FACTS - day
        process.kill()
    build(tmp_path, paper(0))
    with open_ledger(tmp_path / "ledger.db") as ledger:
        assert facts(ledger) == []


@pytest.mark.parametrize("seed", range(4))
def test_a_killed_append_leaves_every_acknowledged_act(tmp_path: Path, seed: int) -> None:
    told = killed("append_for_ever", tmp_path, random.Random(seed).uniform(0, 0.3))
    journal.append(tmp_path, "judgements", {"n": "after"})
    acts = [entry.act["n"] for entry in journal.read(tmp_path, "judgements")]
    assert acts[:-1] == list(range(len(acts) - 1))
    assert len(acts) - 1 in (len(told), len(told) + 1)
    assert verify(tmp_path) == []


@pytest.fixture
def small_disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A disk of 512 KB, where one may be mounted."""
    point = tmp_path_factory.mktemp("disk")
    asked = ["mount", "-t", "tmpfs", "-o", "size=512k", "none", str(point)]
    if os.geteuid() != 0 or subprocess.run(asked, capture_output=True).returncode:
        pytest.skip("not allowed to mount a small disk")
    yield point
    subprocess.run(["umount", "-l", point], check=True)


def filled_up(folder: Path) -> None:
    """Leave no room at all."""
    with (folder / "ballast").open("wb", buffering=0) as ballast:
        for size in (65536, 4096, 1):
            try:
                while True:
                    ballast.write(b"x" * size)
            except OSError:
                continue


def test_a_full_disk_loses_nothing_and_says_what_to_do(small_disk: Path) -> None:
    stored: Lying = {}
    with open_ledger(small_disk / "ledger.db") as ledger:
        run = begin_run(ledger, recorded_at=DAY, reader="1")
        with pytest.raises(WorkspaceError, match="disk is full") as caught:
            _store_until_it_fails(ledger, run, stored)
        assert "腾出空间" in caught.value.say("zh")
        assert len(facts(ledger)) == FACTS * len(stored)
        filled_up(small_disk)
        with pytest.raises(WorkspaceError, match="disk is full"):
            finish_run(ledger, run)
    (small_disk / "ballast").unlink()
    roomier = shutil.copytree(small_disk, small_disk.parent / f"{small_disk.name}-copy")
    build(roomier, stored, at="2027-01-01T00:00:00Z")
    with open_ledger(roomier / "ledger.db") as ledger:
        assert len(facts(ledger, FactQuery(known_on="2026-12-31"))) == FACTS * len(stored)
    assert verify(roomier / "journal") == []


def _store_until_it_fails(ledger: Ledger, run: int, stored: Lying) -> None:
    for which in range(10_000):
        ((document, read),) = paper(which).values()
        store(ledger, run, document=document, reading=read, ingredients=ingredients_of(document, "1"))
        stored |= paper(which)


def test_a_disk_that_fills_up_in_an_act_keeps_the_book_as_it_was(small_disk: Path) -> None:
    journal.append(small_disk, "judgements", {"n": 0})
    before = (small_disk / "judgements.jsonl").read_bytes()
    filled_up(small_disk)
    with pytest.raises(WorkspaceError, match="disk is full"):
        journal.append(small_disk, "judgements", {"why": "长" * 10_000})
    assert (small_disk / "judgements.jsonl").read_bytes() == before
    (small_disk / "ballast").unlink()
    journal.append(small_disk, "judgements", {"n": 1})
    assert [entry.act["n"] for entry in journal.read(small_disk, "judgements")] == [0, 1]
    assert verify(small_disk) == []


def test_a_file_that_may_grow_no_further_is_told_as_a_full_disk(tmp_path: Path) -> None:
    journal.append(tmp_path, "judgements", {"n": 0})
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        with pytest.raises(WorkspaceError, match="disk is full"):
            journal.append(tmp_path, "judgements", {"why": "长" * 1000})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    journal.append(tmp_path, "judgements", {"n": 1})
    assert [entry.act["n"] for entry in journal.read(tmp_path, "judgements")] == [0, 1]
    assert verify(tmp_path) == []
