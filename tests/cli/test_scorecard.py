"""`bulian scorecard` as its user meets it."""

import csv
import io
import json
from pathlib import Path

import pytest

import bulian as python
from tests.cli.command import Bulian

TEXT = (
    "示例区国民经济统计公报\n"
    "2021年，全区地区生产总值增长4.2%，高新技术企业数55家。\n"
    "2022年，全区地区生产总值增长5.1%，高新技术企业数60家。\n"
)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    workspace = python.init(tmp_path / "示例区", region="500104")
    (workspace.sources / "公报.txt").write_text(TEXT, "utf-8")
    (workspace.sources / "公报.txt.meta.toml").write_text('published_on = "2023-03-30"\n', "utf-8")
    python.build(workspace, now="2026-01-31T09:00:00+08:00")
    return workspace.root


def test_two_years_beside_each_other_and_what_is_not_known(bulian: Bulian, place: Path) -> None:
    said = bulian("scorecard", place).out
    line = next(one for one in said.splitlines() if "地区生产总值增速" in one)
    assert ("+4.2%" in line, "+5.1%" in line, line.rstrip().endswith("好转")) == (True, True, True)
    assert "没有数：单位地区生产总值能耗变化" in said
    assert "better" in bulian("scorecard", place, "--lang", "en").out


def test_every_number_walks_back(bulian: Bulian, place: Path) -> None:
    told = json.loads(bulian("scorecard", place, "--format", "json").out)["gauges"]
    facts = {fact for one in told for fact in one["facts"]}
    assert len(facts) == 4
    for fact in facts:
        assert bulian("source", place, fact).code == 0
    rows = list(csv.DictReader(io.StringIO(bulian("scorecard", place, "--format", "csv").out)))
    assert [row["value"] for row in rows if row["gauge"] == "hightech"] == ["55", "60"]


def test_a_set_is_put_in_force_for_one_year_alone(bulian: Bulian, place: Path) -> None:
    done = bulian(
        "scorecard", place, "--choose", "plan_2021", "--year", "2022", "--by", "李", "--why", "按规划考核"
    )
    assert done.code == 0
    said = bulian("scorecard", place).out
    assert "十四五规划" in said
    assert "按规划考核" in said
    assert "六个方面" in bulian("scorecard", place, "--year", "2021").out


@pytest.mark.parametrize(
    ("wrong", "word"),
    [
        (("--set", "nothing"), "quality"),
        (("--set", "plan_2021", "--year", "2019"), "2021—2025"),
        (("--choose", "plan_2021"), "--year"),
        (("--choose", "plan_2021", "--year", "2022"), "--by"),
        (("--choose", "plan_2021", "--year", "2030", "--by", "李", "--why", "x"), "2021—2025"),
    ],
)
def test_wrong_calls_say_what_to_do(bulian: Bulian, place: Path, wrong: tuple[str, ...], word: str) -> None:
    done = bulian("scorecard", place, *wrong)
    assert done.code != 0
    assert word in done.err


def test_a_district_without_numbers_is_told_so(bulian: Bulian, tmp_path: Path) -> None:
    workspace = python.init(tmp_path / "空区", region="500104")
    python.build(workspace, now="2026-01-31T09:00:00+08:00")
    done = bulian("scorecard", workspace.root)
    assert done.code != 0
    assert "--year" in done.err
