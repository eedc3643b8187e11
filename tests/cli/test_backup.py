"""Back up, restore, verify and revise, as a person types it."""

import json
from pathlib import Path

import pytest

from tests.cli.command import Bulian


@pytest.fixture
def place(bulian: Bulian, tmp_path: Path) -> Path:
    place = tmp_path / "江城区"
    bulian("init", place, "--region", "500104", "--name", "江城区")
    early = "江城区快报\n2022年1月20日\n2021年，江城区规模以上工业总产值约300亿元。\n"
    late = "江城区公报\n2022年6月20日\n2021年，江城区规模以上工业总产值309.8亿元。\n"
    (place / "sources" / "快报.txt").write_text(early, "utf-8")
    (place / "sources" / "公报.txt").write_text(late, "utf-8")
    assert bulian("build", place).code == 0
    return place


def test_a_revision_is_told_with_size_and_source(bulian: Bulian, place: Path) -> None:
    shown = bulian("revisions", place).out
    assert "约300亿元" in shown
    assert "309.8亿元" in shown
    assert "+9.8亿元 (+3.27%)" in shown
    assert "快报.txt → 公报.txt" in shown
    (row,) = json.loads(bulian("revisions", place, "--format", "json").out)
    assert (row["cause"], row["on"], row["difference"]) == ("publication", "2022-06-20", "980000000")
    assert "没有改过的数" in bulian("revisions", place, "--as-of", "2022-03").out
    assert "没有改过的数" in bulian("revisions", place, "--known-on", "2025").out
    withheld = bulian("revisions", place, "--public", "--lang", "en").out
    assert "No number was revised" in withheld
    assert "Facts withheld: 2 internal" in withheld


def test_there_and_back_again(bulian: Bulian, place: Path, tmp_path: Path) -> None:
    assert bulian("export", place, "-o", tmp_path / "备份.zip").code == 0
    said = bulian("import", tmp_path / "备份.zip", tmp_path / "恢复")
    assert said.code == 0
    assert "逐条一致" in said.out
    assert (
        bulian("facts", place, "--format", "csv").out
        == bulian("facts", tmp_path / "恢复", "--format", "csv").out
    )


def test_an_edited_journal_is_found(bulian: Bulian, place: Path) -> None:
    assert bulian("verify", place).code == 0
    book = place / "journal" / "builds.jsonl"
    book.write_text(book.read_text("utf-8").replace("快报", "慢报"), "utf-8")
    said = bulian("verify", place)
    assert said.code == 1
    assert "journal/builds.jsonl 第 1 行被改动过" in said.out
