import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bulian.errors import JournalError, LedgerError, WorkspaceError
from bulian.ledger import journal, opening
from bulian.ledger.migrate import steps, views
from bulian.ledger.opening import open_ledger, read_ledger
from bulian.ledger.query import facts
from bulian.ledger.trouble import read_only as read_only_error
from bulian.ledger.verdicts import says
from tests.ledger.making import build, number, reading, text_document

PAPER = text_document("a.txt", "企业41家")
LYING = {"a.txt": (PAPER, reading(number(PAPER, "企业41家", "41家")))}


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    build(tmp_path, LYING)
    return tmp_path


def test_a_new_ledger_is_in_wal_and_leaves_one_file(workspace: Path) -> None:
    with open_ledger(workspace / "ledger.db") as ledger:
        assert ledger.connection.execute("pragma journal_mode").fetchone() == ("wal",)
    with read_ledger(workspace / "ledger.db") as ledger:
        assert len(facts(ledger)) == 1
    assert sorted(path.name for path in workspace.iterdir()) == ["journal", "ledger.db"]


def test_on_a_network_drive_the_ledger_keeps_a_rollback_journal(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "on_network", lambda path: True)
    with open_ledger(workspace / "ledger.db") as ledger:
        assert ledger.connection.execute("pragma journal_mode").fetchone() == ("delete",)
        assert len(facts(ledger)) == 1
    with read_ledger(workspace / "ledger.db") as ledger:
        assert len(facts(ledger)) == 1


def test_reading_needs_a_ledger(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="bulian build"), read_ledger(tmp_path / "ledger.db"):
        pass
    with pytest.raises(WorkspaceError, match="no such folder"), read_ledger(tmp_path / "no" / "ledger.db"):
        pass
    with pytest.raises(WorkspaceError, match="no such folder"), open_ledger(tmp_path / "no" / "ledger.db"):
        pass


def test_a_reader_cannot_write(workspace: Path) -> None:
    with read_ledger(workspace / "ledger.db") as ledger, pytest.raises(sqlite3.OperationalError):
        ledger.connection.execute("delete from fact")


def test_a_ledger_of_a_newer_bulian_is_refused(workspace: Path) -> None:
    newer = len(steps()) + 1
    with sqlite3.connect(workspace / "ledger.db") as connection:
        connection.execute(f"pragma user_version = {newer}")
    connection.close()
    for enter in (open_ledger, read_ledger):
        with pytest.raises(LedgerError, match="Upgrade bulian") as caught, enter(workspace / "ledger.db"):
            pass
        assert "升级" in caught.value.say("zh")


def test_a_ledger_of_an_older_bulian_is_brought_up_by_a_build_alone(workspace: Path) -> None:
    file = workspace / "ledger.db"
    with sqlite3.connect(file) as connection:
        connection.execute(f"pragma user_version = {len(steps()) - 1}")
    connection.close()
    for enter in (open_ledger, read_ledger):
        with (
            pytest.raises(LedgerError, match=r"An older bulian .* Run `bulian build`") as caught,
            enter(file),
        ):
            pass
        assert "旧版本" in caught.value.say("zh")
    with sqlite3.connect(file) as connection:
        assert connection.execute("pragma user_version").fetchone() == (len(steps()) - 1,)
    connection.close()
    with open_ledger(file, upgrade=True) as ledger:
        assert len(facts(ledger)) == 1
    with read_ledger(file) as ledger:
        assert len(facts(ledger)) == 1


@pytest.mark.parametrize("content", [b"not a database at all, but long enough" * 40, os.urandom(5000)])
def test_a_file_that_is_no_database_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "ledger.db").write_bytes(content)
    for enter in (open_ledger, read_ledger):
        with pytest.raises(LedgerError, match="delete it and run"), enter(tmp_path / "ledger.db"):
            pass
    assert (tmp_path / "ledger.db").read_bytes() == content


def test_another_programs_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "ledger.db") as connection:
        connection.execute("create table theirs (x)")
    connection.close()
    before = (tmp_path / "ledger.db").read_bytes()
    with pytest.raises(LedgerError, match="no bulian ledger"), open_ledger(tmp_path / "ledger.db"):
        pass
    assert (tmp_path / "ledger.db").read_bytes() == before


def test_a_ledger_damaged_inside_is_told_when_it_shows(workspace: Path) -> None:
    file = workspace / "ledger.db"
    raw = bytearray(file.read_bytes())
    raw[4096:] = b"\xff" * (len(raw) - 4096)
    file.write_bytes(raw)
    with pytest.raises(LedgerError, match="delete it and run"), open_ledger(file) as ledger:
        facts(ledger)


def test_views_are_made_anew_where_they_differ(workspace: Path) -> None:
    with sqlite3.connect(workspace / "ledger.db") as connection:
        connection.execute("drop view reading_fact")
        connection.execute("create view reading_fact as select 1 as one")
    connection.close()
    with read_ledger(workspace / "ledger.db") as ledger:
        assert len(facts(ledger)) == 1


def test_a_migration_is_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from bulian.ledger import migrate

    broken = steps() | {len(steps()) + 1: "create table one (x);\ncreate table one (x);\n"}
    with open_ledger(tmp_path / "ledger.db"):
        pass
    monkeypatch.setattr(migrate, "steps", lambda: broken)
    with (
        pytest.raises(sqlite3.OperationalError),
        open_ledger(tmp_path / "ledger.db", upgrade=True),
    ):
        pass
    monkeypatch.undo()
    with open_ledger(tmp_path / "ledger.db") as ledger:
        assert migrate.version(ledger.connection) == len(steps())
        assert not ledger.connection.execute("select 1 from sqlite_master where name = 'one'").fetchone()


@pytest.fixture
def read_only(workspace: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The workspace on a medium that cannot be written, also not by root."""
    if os.geteuid() != 0:
        workspace.chmod(0o555)
        yield workspace
        workspace.chmod(0o755)
        return
    point = tmp_path_factory.mktemp("mount")
    if subprocess.run(["mount", "-t", "tmpfs", "none", point], capture_output=True).returncode:
        pytest.skip("neither an ordinary user nor allowed to mount: no read-only folder to test")
    try:
        shutil.copytree(workspace, point, dirs_exist_ok=True)
        subprocess.run(["mount", "-o", "remount,ro", point], check=True)
        yield point
    finally:
        subprocess.run(["umount", "-l", point], check=True)


def test_in_a_read_only_folder_one_reads_and_is_told_why_one_cannot_write(read_only: Path) -> None:
    with read_ledger(read_only / "ledger.db") as ledger:
        assert len(facts(ledger)) == 1
    with (
        pytest.raises(WorkspaceError, match="cannot be written") as caught,
        open_ledger(read_only / "ledger.db"),
    ):
        pass
    assert "写权限" in caught.value.say("zh")


def test_a_reader_sees_whole_documents_while_a_build_runs(workspace: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from bulian.ledger.opening import read_ledger\n"
        "from bulian.ledger.query import facts\n"
        "with read_ledger(Path(sys.argv[1])) as ledger: print(len(facts(ledger)))"
    )
    with open_ledger(workspace / "ledger.db") as ledger:
        ledger.connection.execute("begin immediate")
        ledger.connection.execute("delete from sighting")
        asked = [sys.executable, "-c", script, str(workspace / "ledger.db")]
        assert subprocess.run(asked, capture_output=True, text=True, timeout=60).stdout == "1\n"
        ledger.connection.execute("rollback")


def test_a_reader_is_told_of_a_torn_line_and_sees_acts_not_taken_over(workspace: Path) -> None:
    (one,) = LYING["a.txt"][1].facts
    judged = {"at": "2026-02-01", "by": "王", "verdict": "reject", "why": "错", "fact": one.id}
    # The process that entered it died before the ledger took it over.
    journal.append(
        workspace / "journal", "judgements", judged | {"doc": PAPER.doc, "name": "a.txt", "says": says(one)}
    )
    with (workspace / "journal" / "judgements.jsonl").open("ab") as book:
        book.write(b"torn")
    with read_ledger(workspace / "ledger.db") as ledger:
        assert facts(ledger) == []
        assert ["torn-2" in en for en, _ in ledger.notices] == [True]
    with read_ledger(workspace / "ledger.db") as ledger:
        assert ledger.notices == ()


def test_a_ledger_behind_its_journal_is_still_read_where_nothing_can_be_written(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Path) -> None:
        raise read_only_error(path)

    monkeypatch.setattr(opening, "open_ledger", refused)
    monkeypatch.setattr(opening, "is_behind", lambda ledger: True)
    with read_ledger(workspace / "ledger.db") as ledger:
        assert len(facts(ledger)) == 1
        assert "cannot be written" in ledger.notices[0][0]


def test_every_view_says_its_grain() -> None:
    for statement in views().values():
        assert statement.splitlines()[1].startswith("-- One row per ")


def test_an_act_that_cannot_be_understood_is_named(workspace: Path) -> None:
    journal.append(workspace / "journal", "judgements", {"verdict": "praise"})
    with (
        pytest.raises(JournalError, match=r"judgements\.jsonl, act 1 "),
        open_ledger(workspace / "ledger.db"),
    ):
        pass


OPEN = (
    "import sys; from pathlib import Path; from bulian.ledger.opening import open_ledger\n"
    "sys.stdin.readline()\n"
    "with open_ledger(Path(sys.argv[1])): pass"
)


def test_a_new_ledger_may_be_opened_by_several_at_once(tmp_path: Path) -> None:
    asked = [sys.executable, "-c", OPEN, str(tmp_path / "ledger.db")]
    several = [subprocess.Popen(asked, stdin=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(4)]
    assert [one.communicate(b"go\n", timeout=120)[1] for one in several] == [b""] * 4
    with open_ledger(tmp_path / "ledger.db") as ledger:
        assert ledger.connection.execute("pragma journal_mode").fetchone() == ("wal",)
