"""Bad input never costs good data: each case ends in one sentence, and the other files are read."""

import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import openpyxl
import pytest

import bulian
from bulian.corpus.workspace import Workspace
from bulian.errors import BulianError, WorkspaceError

NOW = "2026-01-31T09:00:00+08:00"
BULIAN = Path(sys.executable).with_name("bulian")
GOOD = "2023年，江城区工业总产值309.8亿元。"


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    """A workspace with one good report, not built yet."""
    workspace = bulian.init(tmp_path / "江城 区", region="500104", name="江城区")
    (workspace.sources / "好 报告.txt").write_text(GOOD, "utf-8")
    return workspace


def bomb(path: Path) -> None:
    """300 MB of blanks in a Word file of 300 kB."""
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/document.xml", "w") as part,
    ):
        for _ in range(300):
            part.write(b" " * 2**20)


def formulas(path: Path) -> None:
    """A workbook that no program has computed yet."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in range(1, 5):
        sheet.cell(row, 1, f"=B{row}*2")
    book.save(path)


def giant(path: Path) -> None:
    """A text of 300 MB, without the disk for it."""
    with path.open("wb") as file:
        file.truncate(300 * 2**20)


def noise(path: Path) -> None:
    """Bytes of no format."""
    path.write_bytes(bytes(i * 7919 % 251 for i in range(5000)))


BAD = {
    "炸弹.docx": bomb, "公式.xlsx": formulas, "巨大.txt": giant, "乱.pdf": noise, "乱.xlsx": noise,
    "乱.docx": noise, "空.txt": lambda path: path.write_bytes(b""),
    "旧.doc": lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)),
    "金山.wps": noise, "图.jpg": noise,
}  # fmt: skip


def test_every_bad_file_is_set_aside_and_the_good_one_is_read(place: Workspace) -> None:
    for name, make in BAD.items():
        make(place.sources / name)
    built = bulian.build(place, now=NOW)
    assert built.read == ("好 报告.txt",)
    told = dict(built.quarantined)
    assert set(told) == set(BAD)
    for name, error in told.items():
        assert name in error.en
        assert name in error.zh
        assert len(error.en) < 400
    assert [one.fact.place.quote for one in bulian.facts(place)]
    assert {one.name for one in bulian.status(place).quarantined} == set(BAD)
    assert bulian.build(place, now=NOW).unchanged == len(BAD) + 1


def test_a_malformed_meta_file_costs_its_document_alone(place: Workspace) -> None:
    (place.sources / "坏注.txt").write_text(GOOD, "utf-8")
    (place.sources / "坏注.txt.meta.toml").write_text("published_on = 昨天", "utf-8")
    built = bulian.build(place, now=NOW)
    assert built.read == ("好 报告.txt",)
    assert [name for name, _ in built.quarantined] == ["坏注.txt"]
    (place.sources / "坏注.txt.meta.toml").write_text('published_on = "2024-01"', "utf-8")
    assert bulian.build(place, now=NOW).read == ("坏注.txt",)


def test_a_name_that_is_no_utf8_costs_nothing(place: Workspace) -> None:
    for name in (b"/\xb1\xa8.txt", b"/\xb1\xed.txt"):
        Path(os.fsdecode(os.fsencode(place.sources) + name)).write_text(GOOD, "utf-8")
    meta = Path(os.fsdecode(os.fsencode(place.sources) + b"/\xb1\xed.txt.meta.toml"))
    meta.write_text("published_on = 昨天", "utf-8")
    built = bulian.build(place, now=NOW)
    assert built.read == (r"\xb1\xa8.txt", "好 报告.txt")
    assert [name for name, _ in built.quarantined] == [r"\xb1\xed.txt"]


def test_a_file_nobody_may_open_is_named(place: Workspace) -> None:
    secret = place.sources / "密.txt"
    secret.write_text(GOOD, "utf-8")
    secret.chmod(0)
    said = powerless("build", place.root)
    assert said.returncode == 0
    assert "密.txt" in said.stdout
    assert len(bulian.facts(place)) == 1


def test_a_read_only_folder_says_so(place: Workspace) -> None:
    place.root.chmod(0o555)
    said = powerless("build", place.root)
    assert said.returncode == 1
    assert said.stderr.count("\n") == 1
    assert "Traceback" not in said.stderr


# Root passes by permissions; a program started without these two powers (1, 2) does not.
WITHOUT_POWER = """
import ctypes, os, sys
for power in (1, 2):
    ctypes.CDLL(None).prctl(24, power, 0, 0, 0)
os.execv(sys.argv[1], sys.argv[1:])
"""


def powerless(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Run bulian as somebody whom permissions bind."""
    command = [sys.executable, "-c", WITHOUT_POWER, str(BULIAN), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def many(place: Workspace, count: int = 60) -> None:
    """Enough reports that a build can be met in the middle."""
    for number in range(count):
        (place.sources / f"简报{number:03}.txt").write_text(f"第{number}份。{GOOD * 100}", "utf-8")


def started(place: Workspace) -> subprocess.Popen[str]:
    """A build in a process of its own, once it has begun to store."""
    process = subprocess.Popen(
        [BULIAN, "build", place.root], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None and not stored(place):
        time.sleep(0.02)
    return process


def stored(place: Workspace) -> int:
    """How many facts the ledger holds now."""
    try:
        return bulian.count(place)
    except BulianError:
        return 0


def test_two_builds_at_once(place: Workspace) -> None:
    many(place)
    first = started(place)
    with pytest.raises(WorkspaceError, match="another build is running"):
        bulian.build(place, now=NOW)
    first.communicate(timeout=120)
    assert first.returncode == 0
    assert bulian.build(place, now=NOW).unchanged == 61


@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGINT])
def test_what_was_stored_outlives_the_build(place: Workspace, sign: signal.Signals) -> None:
    many(place)
    process = started(place)
    process.send_signal(sign)
    _, err = process.communicate(timeout=60)
    kept = stored(place)
    assert kept
    if sign is signal.SIGINT:
        assert process.returncode == 130
        assert "停下了" in err
        assert "Traceback" not in err
    built = bulian.build(place, now=NOW)
    assert len(built.read) < 61
    assert len(built.read) + built.unchanged == 61
    assert len(bulian.status(place).sources) == 61
    assert all(check.state == "good" for check in bulian.doctor(place.root))
