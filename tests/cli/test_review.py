"""`bulian review` as its user types it: the queue, a decision, who a name is, and what is refused."""

import json
from pathlib import Path

import pytest

from tests.cli.command import Bulian

REPORT = """江城区产业简报
2024年1月20日
目前，全区以中元汇吉为链主的体外诊断产业链产值达到30亿元。2023年，中元生物产值突破20亿元。
"""


@pytest.fixture
def place(bulian: Bulian, tmp_path: Path) -> Path:
    place = tmp_path / "江城区"
    bulian("init", place, "--region", "500104", "--name", "江城区")
    (place / "sources" / "简报.txt").write_text(REPORT, "utf-8")
    assert bulian("build", place).code == 0
    return place


def test_the_queue_a_merge_and_its_undo(bulian: Bulian, place: Path) -> None:
    (waiting,) = json.loads(bulian("review", place, "--format", "json").out)
    assert {waiting["one"], waiting["other"]} == {"中元汇吉", "中元生物"}
    signed = ("--by", "王敏", "--why", "已核实")
    assert "1" in bulian("review", place, "--merge", "中元匯吉", "中元生物", *signed).out
    assert json.loads(bulian("review", place, "--format", "json").out) == []
    names = json.loads(bulian("review", place, "中元生物", "--format", "json").out)
    assert [one["name"] for one in names] == ["中元汇吉", "中元生物"]
    assert "王敏" in bulian("review", place, "中元生物", "--lang", "en").out
    assert bulian("review", place, "--undo", "1", *signed).code == 0
    assert len(json.loads(bulian("review", place, "--format", "json").out)) == 1
    assert bulian("verify", place).code == 0


def test_what_is_refused_says_what_to_do(bulian: Bulian, place: Path) -> None:
    for wrong in (
        ("--merge", "中元汇吉", "中元生物"),
        ("--merge", "中元汇吉", "无此企业", "--by", "王敏", "--why", "猜"),
        ("--undo", "7", "--by", "王敏", "--why", "猜"),
        ("--merge", "中元汇吉", "中元生物", "--undo", "1", "--by", "王敏", "--why", "猜"),
    ):
        said = bulian("review", place, *wrong)
        assert said.code != 0
        assert "Traceback" not in said.err
    assert not (place / "journal" / "identities.jsonl").exists()


def test_a_name_that_nobody_uses_gets_the_closest(bulian: Bulian, place: Path) -> None:
    assert "中元汇吉" in bulian("review", place, "重庆中元汇吉生物技术有限公司").out
