"""Where a name still stands after somebody was forgotten: journal, papers of every kind, backups."""

import zipfile
from pathlib import Path

import openpyxl
import pytest
from docx import Document

import bulian
from bulian.corpus.workspace import Workspace
from bulian.desk.book import Signed
from bulian.errors import BadRequest

NOW = "2026-06-30T09:00:00+08:00"


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    made = bulian.init(tmp_path / "甲山区", region="500104", name="甲山区")
    signed = Signed("王敏", NOW, "2026-06-24")
    for told in (
        {"firm": "甲公司", "visited_on": "2026-06-24", "visitor": "王敏", "content": "王敏带队，谈用电"},
        {"firm": "乙公司", "visited_on": "2026-06-25", "content": "王敏杰介绍项目"},
        {"firm": "王敏食品店", "visited_on": "2026-06-26", "content": "看场地"},
    ):
        bulian.desk_add(made, "visits", told, signed)
    return made


def test_free_text_loses_the_name_and_the_log_and_the_chain_hold(place: Workspace) -> None:
    done = bulian.forget(place, "王敏", by="区数据局", why="本人要求", now=NOW)
    rows = {row.values["firm"]: row.values for row in bulian.desk_show(place, "visits").rows}
    assert rows["甲公司"]["content"] == f"{done.person.id}带队，谈用电"
    assert rows["甲公司"]["visitor"] == done.person.id
    # 王敏杰 may be somebody else, a firm's name is the firm's: both stay and are told.
    assert rows["乙公司"]["content"] == "王敏杰介绍项目"
    assert [(one.book, one.lines) for one in done.rewritten] == [("desk-visits", (1,))]
    assert {(one.file.name, one.where) for one in done.found.standing} == {
        ("desk-visits.jsonl", "2"), ("desk-visits.jsonl", "3")
    }  # fmt: skip
    assert bulian.verify(place).problems == ()


def test_papers_and_backups_that_hold_the_name_are_named(place: Workspace, tmp_path: Path) -> None:
    out = place.root / "out"
    out.mkdir(exist_ok=True)
    (out / "周报.md").write_text("走访：王敏", "utf-8")
    (out / "旧.csv").write_bytes("联系人,王敏\n".encode("gb18030"))
    (out / "别人.md").write_text("走访：李工", "utf-8")
    paper = Document()
    paper.add_paragraph("经办：").add_run("王")
    paper.paragraphs[0].add_run("敏")
    paper.save(str(out / "简报.docx"))
    book = openpyxl.Workbook()
    book.active["A1"] = "王敏"  # type: ignore[index]  # a new workbook has a sheet
    book.save(out / "表.xlsx")
    backups = tmp_path / "备份"
    backups.mkdir()
    with zipfile.ZipFile(backups / "一月.zip", "w") as archive:
        archive.writestr("persons.csv", "id,name\nP1,王敏\n")
        archive.writestr("sources/扫描.pdf", b"%PDF-1.4")
    found = bulian.find_name(place, "王敏", [backups])
    told = {(one.file.name, one.where) for one in found.standing}
    assert told == {
        ("desk-visits.jsonl", "1"), ("desk-visits.jsonl", "2"), ("desk-visits.jsonl", "3"), ("周报.md", ""),
        ("旧.csv", ""), ("简报.docx", ""), ("表.xlsx", ""), ("一月.zip", "persons.csv"),
    }  # fmt: skip
    assert [(one.file.name, one.where) for one in found.unread] == [("一月.zip", "sources/扫描.pdf")]


def test_a_file_that_cannot_be_read_is_told_and_a_missing_folder_refused(place: Workspace) -> None:
    out = place.root / "out"
    out.mkdir(exist_ok=True)
    (out / "坏.docx").write_bytes(b"PK nothing")
    assert [one.file.name for one in bulian.find_name(place, "谁也不是").unread] == ["坏.docx"]
    for name, also in (("", []), ("王敏", [place.root / "没有"])):
        with pytest.raises(BadRequest):
            bulian.find_name(place, name, also)
