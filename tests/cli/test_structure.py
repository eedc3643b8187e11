"""`bulian structure` as its user meets it."""

import csv
import io
import json
from pathlib import Path

import pytest

import bulian as python
from tests.cli.command import Bulian

TEXT = (
    "2021年，全区营业收入100亿元。玻璃产业营业收入60亿元，食品产业营业收入25亿元，装备产业营业收入15亿元。\n"
    "2023年，全区营业收入150亿元。玻璃产业营业收入45亿元，食品产业营业收入30亿元，装备产业营业收入25亿元。\n"
)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    workspace = python.init(tmp_path / "示例区", region="500104")
    (workspace.sources / "公报.txt").write_text(TEXT, "utf-8")
    python.build(workspace, now="2026-01-31T09:00:00+08:00")
    return workspace.root


def test_one_pillar_then_an_open_question(bulian: Bulian, place: Path) -> None:
    said = bulian("structure", place).out
    assert "一业独大" in said.splitlines()[2]
    assert "玻璃产业 60.0 %" in said
    assert "定不了" in said.splitlines()[3]
    assert "2021→2023：结构变动" in said
    assert "one dominates" in bulian("structure", place, "--lang", "en").out


def test_every_number_walks_back(bulian: Bulian, place: Path) -> None:
    told = json.loads(bulian("structure", place, "--format", "json").out)
    (view,) = told["views"]
    facts = {part["fact"] for year in view["years"] for part in year["parts"]}
    assert len(facts) == 6
    for fact in facts:
        assert bulian("source", place, fact).code == 0
    rows = list(csv.DictReader(io.StringIO(bulian("structure", place, "--format", "csv").out)))
    assert [row["year"] for row in rows] == ["2021", "2023"]
    assert set(json.loads(rows[0]["facts"])) <= facts | {view["years"][0]["whole"]["fact"]}


def test_against_a_reference(bulian: Bulian, place: Path, tmp_path: Path) -> None:
    file = tmp_path / "city.csv"
    file.write_text(
        "name,year,value\n玻璃产业,2021,500\n食品产业,2021,500\n玻璃产业,2023,400\n食品产业,2023,700\n",
        "utf-8",
    )
    assert "随大势" in bulian("structure", place, "--reference", file).out
    file.write_text("name,year,value\n玻璃产业,2021,500\n", "utf-8")
    assert "参照里没有 2023 年" in bulian("structure", place, "--reference", file).out
    file.write_text("name,year,value\n玻璃产业,2021,很多\n", "utf-8")
    assert "第 2 行" in bulian("structure", place, "--reference", file).err
    assert "读不了" in bulian("structure", place, "--reference", tmp_path / "none.csv").err


def test_peers_are_kept_and_let_go(bulian: Bulian, place: Path) -> None:
    chosen = bulian("structure", place, "--peer", "九龙坡区", "--by", "王敏", "--why", "同为老工业基地")
    assert "九龙坡区 为对标地区" in chosen.out
    assert "还没有重庆市九龙坡区的同类数" in bulian("structure", place).out
    theirs = "2021年，九龙坡区营业收入200亿元。九龙坡区玻璃产业营业收入160亿元。\n"
    (place / "sources" / "对标.txt").write_text(theirs, "utf-8")
    bulian("build", place)
    beside = bulian("structure", place).out.partition("对标 重庆市九龙坡区")[2]
    assert "80.0 %" in beside
    assert (
        "不再对标"
        in bulian("structure", place, "--drop-peer", "九龙坡区", "--by", "王敏", "--why", "口径不可比").out
    )
    assert "九龙坡区" not in bulian("structure", place).out
    assert len((place / "journal" / "peers.jsonl").read_text("utf-8").splitlines()) == 2


@pytest.mark.parametrize(
    ("given", "word"),
    [
        (("--peer", "九龙坡区"), "--by 谁、--why 理由"),
        (("--peer", "大渡口区", "--by", "王敏", "--why", "试"), "本区不能做自己的对标"),
        (("--drop-peer", "九龙坡区", "--by", "王敏", "--why", "试"), "不在对标之列"),
    ],
)
def test_what_cannot_be_done_says_why(bulian: Bulian, place: Path, given: tuple[str, ...], word: str) -> None:
    said = bulian("structure", place, *given)
    assert said.code != 0
    assert word in said.err


def test_a_workspace_without_such_numbers_says_what_to_bring(bulian: Bulian, tmp_path: Path) -> None:
    workspace = python.init(tmp_path / "空区", region="500104")
    (workspace.sources / "a.txt").write_text("2021年，全区植树3万株。\n", "utf-8")
    python.build(workspace, now="2026-01-31T09:00:00+08:00")
    assert "请把分行业或分企业的年度数" in bulian("structure", workspace.root).out
