"""Each command as its user types it, from an empty folder to a report."""

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from tests.cli.command import Bulian

REPORT = """江城区2023年经济运行简报
2024年1月20日
2023年，江城区实现地区生产总值1200亿元，同比增长5.2%。
目前，全区已有智能传感企业85家，力争到2027年达到150家。
"""
TABLE = "指标,单位,2022年,2023年\n工业总产值,亿元,300,309.8\n企业数,家,41,45\n"


@pytest.fixture
def place(bulian: Bulian, tmp_path: Path) -> Path:
    """A workspace with a report and a table, built."""
    place = tmp_path / "江城 区"
    bulian("init", place, "--region", "500104", "--name", "江城区")
    (place / "sources" / "简报 一月.txt").write_text(REPORT, "utf-8")
    (place / "sources" / "指标.csv").write_text(TABLE, "utf-8")
    assert bulian("build", place).code == 0
    return place


def test_from_nothing_to_a_report(bulian: Bulian, place: Path) -> None:
    rows = json.loads(bulian("facts", place, "--indicator", "地区生产总值", "--format", "json").out)
    assert {(row["aspect"], row["value"], row["unit"], row["period"]) for row in rows} == {
        ("level", 120_000_000_000, "CNY", "2023"),
        ("growth", 5.2, "%", "2023"),
    }
    for suffix in (".docx", ".html", ".md"):
        paper = place / "out" / f"简报{suffix}"
        assert bulian("report", place, "-o", paper).code == 0
        assert paper.stat().st_size > 1000
    assert "1200亿元" in (place / "out" / "简报.md").read_text("utf-8")


def test_a_fact_walks_back_to_its_sentence_and_a_cell_to_its_row(bulian: Bulian, place: Path) -> None:
    rows = json.loads(bulian("facts", place, "--format", "json").out)
    sentence = next(row for row in rows if row.get("unit") == "enterprises" and row.get("value") == 85)
    assert "【" in bulian("source", place, sentence["id"]).out
    cell = next(row for row in rows if row.get("cell") == "D2")
    shown = bulian("source", place, cell["id"][:10]).out
    assert "【309.8】" in shown
    assert "2023年" in shown
    assert "亿元" in shown


def test_csv_holds_one_row_a_fact_and_no_formula(bulian: Bulian, place: Path) -> None:
    (place / "sources" / "坏.txt").write_text("2023年，@SUM产业产值达3亿元。", "utf-8")
    bulian("build", place)
    rows = list(csv.DictReader(io.StringIO(bulian("facts", place, "--format", "csv").out)))
    assert len(rows) == len(json.loads(bulian("facts", place, "--format", "json").out))
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "@"))]


def test_control_characters_of_a_source_steer_nothing(bulian: Bulian, place: Path) -> None:
    (place / "sources" / "坏.txt").write_text(
        "2023年，\x1b[31m新材料\r产业产值达3亿元。", "utf-8", newline=""
    )
    bulian("build", place)
    assert "\x1b" not in bulian("facts", place).out
    rows = list(csv.reader(io.StringIO(bulian("facts", place, "--format", "csv").out, newline="")))
    assert len({len(row) for row in rows}) == 1


def test_filters_take_either_script(bulian: Bulian, place: Path) -> None:
    simplified = bulian("facts", place, "--indicator", "工业总产值", "--format", "json").out
    assert simplified == bulian("facts", place, "--indicator", "工業總產值", "--format", "json").out
    assert json.loads(simplified)


def test_a_removed_file_retires_its_facts_and_keeps_them(bulian: Bulian, place: Path) -> None:
    before = json.loads(bulian("facts", place, "--format", "json").out)
    (place / "sources" / "指标.csv").unlink()
    assert "指标.csv" in bulian("build", place).out
    after = json.loads(bulian("facts", place, "--format", "json").out)
    retired = json.loads(bulian("facts", place, "--retired", "--format", "json").out)
    assert len(after) < len(before) == len(retired)
    assert bulian("source", place, before[-1]["id"]).code == 0


def test_status_says_what_changed_and_what_was_not_read(bulian: Bulian, place: Path) -> None:
    (place / "sources" / "扫描.doc").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    (place / "sources" / "简报 一月.txt").write_text(REPORT + "又添了一句。", "utf-8")
    pending = bulian("status", place).out
    assert "扫描.doc" in pending
    assert "简报 一月.txt" in pending
    bulian("build", place)
    told = bulian("status", place).out
    assert "扫描.doc：" in told
    assert "一致" in told


def test_nothing_changed_reads_nothing(bulian: Bulian, place: Path) -> None:
    assert "没有变化" in bulian("build", place).out
    assert "Nothing changed" in bulian("--lang", "en", "build", place).out


def test_a_rejected_fact_is_gone_and_its_source_says_why(bulian: Bulian, place: Path) -> None:
    fact = json.loads(bulian("facts", place, "--format", "json").out)[0]["id"]
    assert bulian("judge", place, fact, "accept", "--by", "王", "--why", "看过").code == 0
    assert "撤回判断" in bulian("judge", place, fact, "withdraw", "--by", "王", "--why", "看错了").out
    assert bulian("judge", place, fact, "reject", "--by", "王", "--why", "口径不对").code == 0
    assert fact not in bulian("facts", place, "--format", "json").out
    assert "口径不对" in bulian("source", place, fact).out


def test_a_corrected_column_holds_for_next_month(bulian: Bulian, place: Path) -> None:
    table = place / "sources" / "月报1月.csv"
    table.write_text("名称,甲,乙\n示例一号有限公司,12,30\n示例二号有限公司,14,31\n", "utf-8")
    said = bulian("map", place, table, "--set", "B=indicator:工业总产值,unit:万元", "--set", "C=skip")
    assert said.code == 0, said.err
    shutil.copy(table, table.with_name("月报2月.csv"))
    bulian("build", place)
    rows = json.loads(bulian("facts", place, "--subject", "示例一号", "--format", "json").out)
    assert [(row["indicator"], row["value"], row["unit"]) for row in rows] == [("工业总产值", 120_000, "CNY")]


def test_extract_needs_no_workspace(bulian: Bulian, tmp_path: Path) -> None:
    file = tmp_path / "文.txt"
    file.write_text("今年，大渡口区工业总产值约300亿元。", "utf-8")
    row = json.loads(bulian("extract", "--published-on", "2021-12", file).out.splitlines()[0])
    assert row["quote"] == file.read_text("utf-8")[row["start"] : row["end"]]
    assert (row["value"], row["bound"], row["period"]) == (30_000_000_000, "approx", "2021")
    undated = json.loads(bulian("extract", file).out.splitlines()[0])
    assert undated["period"] is None


def test_the_nearest_workspace_upwards_serves(
    bulian: Bulian, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(place / "sources")
    assert "江城区" in bulian("status").out
    assert bulian("map", "指标.csv").code == 0


def test_doctor_finds_an_edited_journal(bulian: Bulian, place: Path) -> None:
    assert bulian("doctor", place).code == 0
    book = place / "journal" / "builds.jsonl"
    book.write_text(book.read_text("utf-8").replace("指标.csv", "别的.csv"), "utf-8")
    told = bulian("doctor", place)
    assert told.code == 1
    assert "builds.jsonl" in told.out


def test_digits_nobody_explains_are_listed(bulian: Bulian, tmp_path: Path) -> None:
    file = tmp_path / "文.txt"
    file.write_text("2023年产值3亿元，建成5G基站。\n甲乙丙731丁戊己。", "utf-8")
    told = bulian("extract", "--unexplained", file).out
    assert "文.txt:2: " in told
    assert "【731】" in told
    assert "1 处" in told


def test_a_torn_journal_line_is_told_even_where_nothing_changed(bulian: Bulian, place: Path) -> None:
    with (place / "journal" / "builds.jsonl").open("ab") as book:
        book.write(b'{"at": "2026-01-')
    told = bulian("build", place)
    assert told.code == 0
    assert "builds.jsonl" in told.out
    assert "没有变化" in told.out
