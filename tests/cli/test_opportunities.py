"""`bulian opportunities` with and without a table of peers."""

import json
from pathlib import Path

import pytest

import bulian as python
from tests.cli.command import Bulian

PEERS = Path(__file__).parents[2] / "examples" / "peers" / "示例同类地区_合成.csv"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    workspace = python.init(tmp_path / "示例区", region="500104")
    (workspace.sources / "年报.txt").write_text("2020年，示例区重点招引诊断抗原项目。\n", "utf-8")
    python.build(workspace, now="2026-01-31T09:00:00+08:00")
    return workspace.root


def test_without_peers_the_list_rests_on_chains_alone(bulian: Bulian, place: Path) -> None:
    said = bulian("opportunities", place)
    assert said.code == 0
    assert "可能性不明：无同类地区表" in said.out
    rows = json.loads(bulian("opportunities", place, "--format", "json", "--lang", "en").out)
    assert rows
    assert all(row["likelihood"] is None and "no peer table" in row["unknown"] for row in rows)


def test_with_peers_each_row_has_its_reasons(bulian: Bulian, place: Path) -> None:
    asked = ("--table", PEERS, "--of", "示例03区")
    rows = json.loads(bulian("opportunities", place, *asked, "--format", "json").out)
    first = rows[0]
    why = first["reasons"]
    parts = [*why["own"], *why["present"], *why["absent"]]
    assert why["base"] + why["usual"] + sum(part["amount"] for part in parts) == pytest.approx(why["logit"])
    assert 0 < first["likelihood"] < 1
    told = bulian("opportunities", place, *asked, "--explain", first["name"]).out
    assert "合成" in told
    assert "替它说话的在位行业" in told
    assert "先例" in told


def test_a_filter_of_the_district_bars_with_its_reason(bulian: Bulian, place: Path) -> None:
    (place / "opportunities").mkdir()
    (place / "opportunities" / "filters.csv").write_text(
        "activity,rule,reason,source\n33,负面清单,沿江禁新建,示例清单\n", "utf-8"
    )
    said = bulian("opportunities", place, "--table", PEERS, "--of", "示例03区")
    assert "过滤掉 33 金属制品业：负面清单，沿江禁新建（示例清单）" in said.out


def test_a_region_that_is_not_there_is_refused_with_those_that_are(bulian: Bulian, place: Path) -> None:
    said = bulian("opportunities", place, "--table", PEERS, "--lang", "en")
    assert said.code == 1
    assert "--of" in said.err
    assert "示例01区" in said.err


def test_years_that_do_not_lie_apart_are_refused(bulian: Bulian, place: Path) -> None:
    said = bulian("opportunities", place, "--table", PEERS, "--horizon", 3, "--lang", "en")
    assert said.code == 1
    assert "3 apart" in said.err
