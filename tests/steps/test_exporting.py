"""Backup: what is restored into an empty folder is what was there."""

import csv
import io
import zipfile
from pathlib import Path

import pytest

import bulian
from bulian.corpus.workspace import OWN, Workspace
from bulian.errors import BulianError, JournalError, WorkspaceError
from bulian.steps.asking import facts

FIRST, THEN, LATER = (f"2026-0{month}-01T09:00:00+08:00" for month in (1, 2, 3))
PUBLIC = "江城区2022年公报\n2023年2月1日\n2022年，江城区实现地区生产总值1100亿元。\n"
INTERNAL = "江城区通报\n2024年1月20日\n2023年，江城区实现地区生产总值1200亿元。现有=A1产业企业85家。\n"


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    """A workspace of two builds, a file that went, and two judgements."""
    workspace = bulian.init(tmp_path / "江城区", region="500104", name="江城区")
    (workspace.sources / "公报.txt").write_text(PUBLIC, "utf-8")
    (workspace.sources / "公报.txt.meta.toml").write_text('access = "public"', "utf-8")
    (workspace.sources / "撤下.txt").write_text("2021年，江城区实现地区生产总值1000亿元。", "utf-8")
    bulian.build(workspace, now=FIRST)
    (workspace.sources / "撤下.txt").unlink()
    (workspace.sources / "通报.txt").write_text(INTERNAL, "utf-8")
    bulian.build(workspace, now=THEN)
    (gdp,) = facts(workspace, period="2022", kind="observation")
    bulian.judge(workspace, gdp.fact.id, verdict="accept", by="王", why="=核对过", now=THEN)
    (late,) = facts(workspace, period="2023", indicator="地区生产总值")
    bulian.judge(
        workspace, late.fact.id, verdict="correct", by="李", why="四舍五入", value="120100000000", now=LATER
    )
    return workspace


def test_a_restored_workspace_has_the_same_content(place: Workspace, tmp_path: Path) -> None:
    bulian.export(place, tmp_path / "备份.zip")
    came = bulian.import_(tmp_path / "备份.zip", tmp_path / "恢复", now="2026-09-09T09:00:00+08:00")
    assert (came.missing, came.new) == ((), ())
    # Facts, ids, dates and judgements, all at once: the dates are those of then, not of the restoration.
    assert facts(came.workspace) == facts(place)
    assert {one.source.recorded_at for one in facts(came.workspace)} == {FIRST, THEN}
    # What no file says any more cannot be read again; it lies beside, as a row.
    assert came.gone == 1
    assert bulian.verify(came.workspace).problems == ()
    assert names(place) <= names(came.workspace)


def names(workspace: Workspace) -> set[str]:
    """Every file in it but the locks."""
    found = (path for path in workspace.root.rglob("*") if path.is_file())
    return {path.relative_to(workspace.root).as_posix() for path in found if not path.name.startswith(".")}


def test_what_the_district_wrote_itself_comes_back(place: Workspace, tmp_path: Path) -> None:
    for folder in OWN:
        (place.root / folder).mkdir(exist_ok=True)
        (place.root / folder / "自定.txt").write_text(folder, "utf-8")
    bulian.export(place, tmp_path / "备份.zip")
    came = bulian.import_(tmp_path / "备份.zip", tmp_path / "恢复", now=LATER).workspace
    assert [(came.root / folder / "自定.txt").read_text("utf-8") for folder in OWN] == list(OWN)


def test_the_same_content_gives_the_same_bytes(place: Workspace, tmp_path: Path) -> None:
    bulian.export(place, tmp_path / "一.zip")
    bulian.export(place, tmp_path / "二.zip")
    assert (tmp_path / "一.zip").read_bytes() == (tmp_path / "二.zip").read_bytes()


def test_every_fact_is_in_the_csv_also_those_that_are_gone(place: Workspace, tmp_path: Path) -> None:
    bulian.export(place, tmp_path / "备份.zip")
    rows = table(tmp_path / "备份.zip")
    in_force = {one.fact.id for one in facts(place)}
    gone = {row["id"] for row in rows if row["retired_at"]}
    assert {row["id"] for row in rows} == in_force | gone
    assert len(gone) == 1
    # Nothing in it is a formula.
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "@", "+"))]
    assert "'=核对过" in [row["judged_why"] for row in rows]


def test_an_export_for_the_public_holds_nothing_else(place: Workspace, tmp_path: Path) -> None:
    done = bulian.export(place, tmp_path / "公开.zip", public=True)
    assert len(done.seen.withheld) == 3
    with zipfile.ZipFile(tmp_path / "公开.zip") as archive:
        assert sorted(archive.namelist()) == [
            "MANIFEST.json", "bulian.toml", "facts.csv", "sources/公报.txt", "sources/公报.txt.meta.toml",
        ]  # fmt: skip
        whole = "".join(archive.read(name).decode() for name in archive.namelist())
    for secret in ("1200亿", "通报", "撤下", "王", "核对"):
        assert secret not in whole
    came = bulian.import_(tmp_path / "公开.zip", tmp_path / "公开", now=LATER)
    assert came.facts == len(table(tmp_path / "公开.zip"))


def test_an_edited_journal_is_neither_exported_nor_imported(place: Workspace, tmp_path: Path) -> None:
    bulian.export(place, tmp_path / "备份.zip")
    book = place.journal / "judgements.jsonl"
    book.write_text(book.read_text("utf-8").replace("P2", "P3"), "utf-8")
    (problem,) = bulian.verify(place).problems
    assert (problem.file, problem.line) == ("judgements.jsonl", 2)
    with pytest.raises(JournalError, match="line 2"):
        bulian.export(place, tmp_path / "改过.zip")
    assert not (tmp_path / "改过.zip").exists()


def test_a_full_folder_or_a_wrong_file_is_refused(place: Workspace, tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="holds something"):
        bulian.import_(tmp_path / "没有.zip", place.root, now=LATER)
    for name in ("没有.zip", "bad.zip"):
        if name == "bad.zip":
            (tmp_path / name).write_bytes(b"PK")
        with pytest.raises(BulianError):
            bulian.import_(tmp_path / name, tmp_path / "新", now=LATER)
    assert not (tmp_path / "新").exists()
    assert not list(tmp_path.glob(".import-*"))


def table(file: Path) -> list[dict[str, str]]:
    with zipfile.ZipFile(file) as archive:
        return list(csv.DictReader(io.StringIO(archive.read("facts.csv").decode("utf-8-sig"))))
