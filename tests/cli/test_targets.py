"""`bulian targets`, `bulian clauses` and `bulian goals` as their user meets them."""

import csv
import io
import json
from pathlib import Path

import pytest

import bulian as python
from tests.cli.command import Bulian

TEXT = (
    "大渡口区工业总产值2022年为300亿元，2023年为330亿元，2024年为350亿元，预计2027年达到600亿元。\n"
    "玻璃产业规模力争2027年超过200亿元（牵头单位：区经信委）。\n"
    "大渡口区力争建成全国最大的玻璃产业基地。\n"
)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    workspace = python.init(tmp_path / "区", region="500104")
    (workspace.sources / "规划.txt").write_text(TEXT, "utf-8")
    (workspace.sources / "规划.txt.meta.toml").write_text('published_on = "2025-01-31"\n', "utf-8")
    python.build(workspace, now="2026-01-31T09:00:00+08:00")
    return workspace.root


def id_of(bulian: Bulian, place: Path, indicator: str) -> str:
    told = json.loads(bulian("targets", place, "--format", "json").out)
    return str(next(one["id"] for one in told["targets"] if one["indicator"] == indicator))


def test_a_line_a_target_with_odds_in_words_and_number(bulian: Bulian, place: Path) -> None:
    said = bulian("targets", place).out
    assert "600亿元 预期" in said
    assert "+19.7%" in said  # (600/350)^(1/3)
    assert "很难，约" in said
    assert "玻璃产业基地" in said  # kept as not measurable as stated
    assert "very hard, about one in " in bulian("targets", place, "--lang", "en").out


def test_json_and_csv_carry_facts_and_one_line_a_target(bulian: Bulian, place: Path) -> None:
    told = json.loads(bulian("targets", place, "--format", "json").out)
    output = next(one for one in told["targets"] if one["indicator"] == "工业总产值")
    assert output["comparator"] == ">="
    assert output["odds"]["actual_years"] == 3
    assert len(output["odds"]["facts"]) == 3
    rows = list(csv.DictReader(io.StringIO(bulian("targets", place, "--format", "csv").out)))
    assert {row["id"] for row in rows} == {one["id"] for one in told["targets"]}


def test_an_owner_is_assigned_found_and_shown(bulian: Bulian, place: Path) -> None:
    target = id_of(bulian, place, "工业总产值")
    done = bulian("targets", place, target, "--assign", "区发改委", "--by", "王", "--why", "会议")
    assert (done.code, "区发改委" in done.out) == (0, True)
    assert target in bulian("targets", place, "--owner", "发改委").out
    assert "王于 2026-01-31 指定：会议" in bulian("targets", place, target).out
    assert "区经信委" in bulian("targets", place, "--owner", "经信委").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("targets", "zzzzzzzz"), "没有编号为"),
        (("targets", "--status", "绿灯"), "--status"),
        (("targets", "--assign", "区发改委"), "请指明哪个目标"),
        (("targets", "--format", "xml"), "--format"),
        (("targets", "--as-of", "昨天"), "不是期间或日期"),
        (("clauses", "没有.txt"), "没有.txt"),
        (("goals", "--link", "玻璃产业"), "--under"),
        (("goals", "--link", "玻璃产业", "--under", "玻璃产业", "--by", "王", "--why", "试"), "绕成圈"),
        (("goals", "--unlink", "玻璃产业", "--by", "王", "--why", "试"), "没有可撤的连接"),
    ],
)
def test_what_does_not_fit_is_told_in_plain_words(
    bulian: Bulian, place: Path, arguments: tuple[str, ...], said: str
) -> None:
    verb, *rest = arguments
    told = bulian(verb, place, *rest)
    assert told.code == 1
    assert said in told.err


def test_clauses_say_whose_until_when_and_where_their_targets_stand(bulian: Bulian, place: Path) -> None:
    said = bulian("clauses", place, "规划.txt").out
    assert "区经信委" in said
    assert "2027年" in said
    assert "未到期" in said
    (row,) = json.loads(bulian("clauses", place, "规划.txt", "--owner", "经信委", "--format", "json").out)
    assert TEXT[row["start"] : row["end"]].startswith(row["text"])


def test_the_tree_marks_goals_without_a_project(bulian: Bulian, place: Path) -> None:
    said = bulian("goals", place).out
    assert "〔没有项目〕" in said
    told = json.loads(bulian("goals", place, "--format", "json").out)
    levels = {one["level"] for one in told["goals"]}
    assert levels == {"district", "vision", "cluster", "indicator"}
    assert len(told["without_project"]) == len(told["goals"]) - 1
