"""Clusters, firms, the ladder and strategic industries, as a person types them."""

import csv
import io
import json
from pathlib import Path

import pytest

from bulian.corpus.workspace import Workspace
from tests.cli.command import Bulian
from tests.steps.register import registered


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return registered(tmp_path_factory.mktemp("clusters"))


def test_an_overview_and_a_cluster(bulian: Bulian, place: Workspace) -> None:
    shown = bulian("cluster", place.root).out
    assert "距百亿级下限至多差 97.81亿元" in shown
    assert "合计（每家只算一次）：5 家，营业收入 2.63亿元，掌握 5/5 家" in shown
    one = bulian("cluster", place.root, "健康", "--lang", "en").out
    assert "code 2761 生物药品制造〔经营.csv" in one
    assert "attracted" in one
    assert "CNY\xa0+50 million" in one
    rows = list(csv.DictReader(io.StringIO(bulian("cluster", place.root, "健康", "--format", "csv").out)))
    assert {row["firm"][0] for row in rows} == set("甲乙丙戊")


def test_members_change_by_act_and_the_journal_verifies(bulian: Bulian, tmp_path: Path) -> None:
    place = registered(tmp_path)
    who = ("--by", "王", "--why", "做小面检测")
    assert bulian("cluster", place.root, "小面", "--add", "甲药业", *who).code == 0
    told = json.loads(bulian("cluster", place.root, "小面", "--format", "json").out)
    assert {one["firm"][0] for one in told["members"]} == {"甲", "丁"}
    assert bulian("cluster", place.root, "小面", "--remove", "甲药业", *who).code == 0
    assert bulian("verify", place.root).code == 0
    for wrong in (("--add", "甲药业"), ("--add", "甲药业", "--remove", "丁面业", *who)):
        assert bulian("cluster", place.root, "小面", *wrong).code == 1
    assert bulian("cluster", place.root, "--add", "甲药业", *who).code == 1


def test_a_crosswalk_the_ladder_and_strategic_industries(bulian: Bulian, place: Workspace) -> None:
    crossed = bulian("cluster", place.root, "--compare", "before").out
    assert "旧分类里没有对上的：钢铁" in crossed
    ladder = bulian("ladder", place.root).out
    assert "戊软件有限公司" in ladder
    assert "95.0%" in ladder
    sei = bulian("sei", place.root).out
    assert "72.2% 至 81.0%" in sei
    assert "带星号、没有产品收入" in sei
    assert json.loads(bulian("ladder", place.root, "--format", "json").out)
    assert len(json.loads(bulian("sei", place.root, "--format", "json").out)) == 5


def test_firms_and_one_firm(bulian: Bulian, place: Workspace) -> None:
    assert "6/7" in bulian("firms", place.root).out
    one = bulian("firms", place.root, "甲药业").out
    assert "研发强度 2023 年：5.17%" in one
    assert "经营.csv" in one
    by = json.loads(bulian("firms", place.root, "--by", "origin", "--format", "json").out)
    counted = {(row["origin"], row["section"]): len(row["firms"]) for row in by}
    assert sum(counted.values()) == 6  # 己 left in 2023
    assert counted["本地培育", "C"] == 2
    assert counted[None, "I"] == 1
    shown = bulian("firms", place.root, "--by", "origin").out
    assert "不知道" in shown
    assert "已退出、不计在内 1 家：己模具有限公司" in shown
    assert "外资（含港澳台）0 家" in bulian("firms", place.root, "--by", "owner_place").out
    assert bulian("firms", place.root, "--by", "colour").code == 1
    assert "没有“癸”这家企业" in bulian("firms", place.root, "癸").err


def test_growth_is_split_by_who_came_how_and_told_by_group(bulian: Bulian, place: Workspace) -> None:
    told = json.loads(bulian("firms", place.root, "--by", "origin", "--growth", "--format", "json").out)
    # 16000 → 26300 万: 甲 +2000 and 丁 +400; 乙 came; 丙 split off; 己 left; nobody says when 戊 came.
    parts = {one["part"]: one["added"] for one in told if one["part"] != "group"}
    expected = {"stock": 2400, "attracted": 5000, "home_grown": 3000, "left": -2000, "appeared": 1900}
    assert parts == {kind: 10_000 * amount for kind, amount in expected.items()}
    groups = {one["origin"]: (one["revenue"], one["added"]) for one in told if one["part"] == "group"}
    assert groups["本地培育"] == (164_000_000, 4_000_000)  # 甲 and 丁, less 己
    assert groups["招商引进"] == (50_000_000, 50_000_000)
    assert groups[None] == (19_000_000, None)
    shown = bulian("firms", place.root, "--by", "origin", "--growth").out
    assert "62.4%" in shown
    assert "招商引进" in shown
    assert "按来源看" in bulian("firms", place.root, "--growth").out
    assert bulian("firms", place.root, "甲药业", "--growth").code == 1
    public = bulian("firms", place.root, "--by", "origin", "--growth", "--public").out
    assert "乙药业" not in public


def test_for_the_public_small_totals_stay_in_the_house(bulian: Bulian, place: Workspace) -> None:
    shown = bulian("cluster", place.root, "小面", "--public").out
    assert "不对外（不足三家）" in shown
    assert "4400" not in shown


def test_a_definition_that_does_not_fit_names_file_and_line(bulian: Bulian, tmp_path: Path) -> None:
    place = registered(tmp_path)
    bad = place.clusters / "now.yaml"
    bad.write_text(bad.read_text("utf-8").replace('"358"]', '"358", "9999"]'), "utf-8")
    said = bulian("cluster", place.root)
    assert said.code == 1
    assert "now.yaml 第 7 行" in said.err
    assert "9999" in said.err


def test_what_documents_say_of_foreign_firms_stands_below_the_list(bulian: Bulian, tmp_path: Path) -> None:
    folder = tmp_path / "区"
    bulian("init", folder, "--region", "320583", "--name", "昆山市")
    text = "截至2023年12月，昆山市有外资企业40家，其中港资企业10家，占外资企业总数的25%。"
    (folder / "sources" / "外资.txt").write_text(text, "utf-8")
    bulian("build", folder)
    told = bulian("firms", folder, "--by", "owner_place").out.partition("文件所说的外资企业：")[2]
    for words in (
        "外资企业数 40家（2023年12月）",
        "港资企业数 10家",
        "25%（2023年12月），按所说的家数算得 25%",
    ):
        assert words in told
    assert "文件所说" not in bulian("firms", folder, "--by", "ownership").out
