"""Projects by evidence, `bulian due` and the notes, as an officer types them."""

import hashlib
from pathlib import Path

import pytest

from tests.cli.command import Bulian

BY = ("--by", "经办")
TEXT = "2025年11月20日，示例拉挤项目正式签约。项目建设如火如荼。2025年12月5日，别家食品厂项目正式签约。\n"


@pytest.fixture
def place(bulian: Bulian, tmp_path: Path) -> Path:
    folder = tmp_path / "区"
    bulian("init", folder, "--region", "500104", "--name", "示例区")
    (folder / "sources" / "签约.txt").write_text(TEXT, "utf-8")
    (folder / "sources" / "签约.txt.meta.toml").write_text('published_on = "2025-12-10"\n', "utf-8")
    bulian("build", folder)
    told = ("name=示例拉挤项目", "firm=示例三号公司", "total=2亿元", "chain=玻纤")
    bulian("desk", folder, "add", "projects", *told, *BY, "--on", "2025-09-01")
    return folder


def fact_of(bulian: Bulian, place: Path, kind: str, words: str) -> str:
    listed = bulian("facts", place, "--kind", kind, "--format", "csv").out
    return next(line.split(",")[1] for line in listed.splitlines() if words in line)


def test_a_read_event_moves_a_project_on_its_own_day(bulian: Bulian, place: Path) -> None:
    event = fact_of(bulian, place, "event", "拉挤")
    said = bulian("desk", place, "move", "示例拉挤", "签约", "--evidence", f"fact:{event}", *BY)
    assert "2025-11-20 到“签约”" in said.out
    assert "签约" in bulian("desk", place, "funnel").out
    other = fact_of(bulian, place, "event", "食品厂")
    assert (
        "不是示例拉挤项目"
        in bulian("desk", place, "move", "示例拉挤", "签约", "--evidence", f"fact:{other}", *BY).err
    )


def test_a_document_is_kept_with_its_hash(bulian: Bulian, place: Path) -> None:
    given = ("--evidence", "document:签约.txt", "--on", "2025-11-20", *BY)
    bulian("desk", place, "move", "示例拉挤项目", "签约", *given)
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    assert digest in (place / "journal" / "desk-projects.jsonl").read_text("utf-8")


def test_paid_in_money_shows_a_start_and_stays_apart(bulian: Bulian, place: Path) -> None:
    told = ("project=示例拉挤项目", "paid_on=2025-12-01", "amount=3000万元", "proof=回单1")
    bulian("desk", place, "add", "payments", *told, *BY)
    payment = "payment:示例拉挤项目/2025-12-01/回单1"
    assert "到“开工”" in bulian("desk", place, "move", "示例拉挤项目", "开工", "--evidence", payment, *BY).out
    shown = bulian("desk", place, "funnel").out
    assert "2亿元" in shown
    assert "3000万元" in shown
    assert "15.0%" in shown


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (("开工",), "须有带日期的证据"),
        (("开工", "--on", "2025-12-01"), "须有带日期的证据"),
        (("开工", "--evidence", "如火如荼"), "不是证据"),
        (("开工", "--evidence", "document:没有.docx"), "没有“没有.docx”"),
        (("开工", "--evidence", "document:../bulian.toml"), "没有“../bulian.toml”"),
        (("开工", "--evidence", "payment:没有"), "没有“没有”这一行"),
        (("开工", "--evidence", "fact:ffffffffffff"), ""),
        (("在谈", "--evidence", "payment:x"), ""),
        (("上天", "--evidence", "document:签约.txt"), "没有“上天”这个阶段"),
        (("签约", "--evidence", "document:签约.txt", "--on", "2027-01-01"), "还没到"),
        (("签约", "--evidence", "document:签约.txt", "--on", "2024-01-01"), "早于"),
    ],
)
def test_what_shows_nothing_moves_nothing(
    bulian: Bulian, place: Path, given: tuple[str, ...], message: str
) -> None:
    said = bulian("desk", place, "move", "示例拉挤项目", *given, *BY)
    assert said.code == 1
    assert message in said.err
    assert "线索" in bulian("desk", place, "funnel").out
    assert (place / "journal" / "desk-projects.jsonl").read_text("utf-8").count("\n") == 1


def test_a_claim_that_was_read_is_no_evidence(bulian: Bulian, place: Path) -> None:
    listed = bulian("facts", place, "--format", "csv").out
    others = [line.split(",")[1] for line in listed.splitlines()[1:] if not line.startswith("event")]
    for one in others:
        said = bulian("desk", place, "move", "示例拉挤项目", "签约", "--evidence", f"fact:{one}", *BY)
        assert "不是能证明" in said.err


def test_back_needs_a_reason(bulian: Bulian, place: Path) -> None:
    bulian(
        "desk",
        place,
        "move",
        "示例拉挤项目",
        "签约",
        "--evidence",
        "document:签约.txt",
        "--on",
        "2025-11-20",
        *BY,
    )
    back = ("desk", place, "move", "示例拉挤项目", "在谈", "--on", "2025-12-20", *BY)
    assert "--why" in bulian(*back).err
    assert "退回“在谈”" in bulian(*back, "--why", "条款重议").out


def test_what_is_due_can_be_given_to_somebody(bulian: Bulian, place: Path) -> None:
    listed = bulian("due", place, "--on", "2026-01-30", "--register", "projects")
    assert "停在“线索”" in listed.out
    assert "projects/示例拉挤项目" in listed.out
    given = bulian("due", place, "--assign", "projects/示例拉挤项目", "--to", "某专员", *BY)
    assert "已交给 某专员" in given.out
    assert "停在" in bulian("due", place, "--who", "某专员", "--on", "2026-01-30").out
    assert "0 件" in bulian("due", place, "--who", "别人").out
    assert '"what": "stuck"' in bulian("due", place, "--format", "json").out
    assert "--to" in bulian("due", place, "--assign", "projects/示例拉挤项目", *BY).err


def test_the_weekly_note_and_the_year(bulian: Bulian, place: Path, tmp_path: Path) -> None:
    told = ("visited_on=2025-12-03", "firm=示例三号公司", "chain=玻纤", "content=看场地", "visitor=某人")
    bulian("desk", place, "add", "visits", *told, *BY)
    assert (
        "示例三号公司；某人；看场地 [desk-visits:1]"
        in bulian("desk", place, "week", "--on", "2025-12-05").out
    )
    written = bulian(
        "desk", place, "week", "玻纤", "--on", "2025-12-05", "-o", tmp_path / "周报.md", "--lang", "en"
    )
    assert "Written" in written.out
    assert (tmp_path / "周报.md").read_text("utf-8").startswith("# Task force 玻纤: week from 2025-11-29")
    bulian(
        "desk",
        place,
        "move",
        "示例拉挤项目",
        "签约",
        "--evidence",
        "document:签约.txt",
        "--on",
        "2025-11-20",
        *BY,
    )
    assert "项目推进 1 次" in bulian("desk", place, "achievements", "--on", "2025").out
    assert "--on 2024" in bulian("desk", place, "achievements").err


def test_figures_by_register(bulian: Bulian, place: Path) -> None:
    assert "还没有可派生的数" in bulian("desk", place, "figures").out
    bulian("desk", place, "add", "sites", "code=甲-1", "area=30亩", "tax=600万元", *BY, "--on", "2025-12-31")
    assert "20万元/亩" in bulian("desk", place, "figures", "地块").out
    assert "派生" in bulian("desk", place, "figures", "goods").err


def test_what_is_given_to_somebody_else_is_asked_of_them(bulian: Bulian, place: Path) -> None:
    told = ("assigned_on=2026-01-02", "task=办用电", "chain=玻纤", "assignee=某人", "due=2026-01-10")
    bulian("desk", place, "add", "tasks", *told, *BY, "--on", "2026-01-02")
    assert "某人" in bulian("due", place, "--on", "2026-01-20", "--register", "tasks").out
    bulian("due", place, "--assign", "tasks/1", "--to", "供电专员", *BY)
    said = bulian("due", place, "--on", "2026-01-20", "--register", "tasks").out
    assert ("供电专员" in said, "某人" in said) == (True, False)
