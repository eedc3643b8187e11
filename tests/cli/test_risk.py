"""`bulian risk` as its user meets it."""

import csv
import io
import json
from pathlib import Path

import pytest

import bulian as python
from tests.cli.command import Bulian

NOW = "2026-01-31T09:00:00+08:00"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    workspace = python.init(tmp_path / "示例区", region="500104")
    text = "2020年，示例钢铁有限公司（简称示例钢铁）实现产值40亿元。\n"
    (workspace.sources / "年报.txt").write_text(text, "utf-8")
    python.build(workspace, now=NOW)
    return workspace.root


def _totals(folder: Path) -> tuple[Path, Path]:
    city, district = folder / "city.csv", folder / "district.csv"
    city.write_text("sector,output\n14,20000000\n24,9000000\n27,50000000\n", "utf-8")
    district.write_text("sector,output\n14,800000\n24,90000\n27,900000\n", "utf-8")
    return city, district


def test_all_sectors_are_listed_without_a_workspace(bulian: Bulian) -> None:
    said = bulian("risk", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(said.out)))
    assert len(rows) == 42
    assert said.code == 0


def test_without_totals_the_district_is_unknown(bulian: Bulian, place: Path) -> None:
    said = bulian("risk", place, "14", "--output", "40亿元")
    assert "上限" in said.out
    assert "24亿元–52亿元" in said.out
    assert "本市、本区各少多少：不知道" in said.out
    assert "就业、税收、能耗：不知道" in said.out


def test_with_totals_the_district_has_an_interval(bulian: Bulian, place: Path, tmp_path: Path) -> None:
    city, district = _totals(tmp_path)
    given = ("risk", place, "14", "--output", "40亿元", "--city", city, "--district", district)
    told = json.loads(bulian(*given, "--format", "json").out)
    assert [area["level"] for area in told["areas"]] == ["nation", "city", "district"]
    low, high = told["areas"][2]["total_loss_cny"]
    assert 4e9 < low < high
    assert told["observed_cny"] == pytest.approx([2.4e9, 5.2e9])
    assert "district (δ 0.2–0.4)" in bulian(*given, "--lang", "en").out


def test_totals_kept_in_the_workspace_are_used(bulian: Bulian, place: Path) -> None:
    (place / "input-output").mkdir()
    _totals(place / "input-output")
    told = json.loads(bulian("risk", place, "14", "--share", "0.5", "--format", "json").out)
    assert told["direct_cny"] == pytest.approx(0.5 * 800_000 * 10_000)


def test_a_firm_is_read_from_the_facts_and_named_with_its_fact(bulian: Bulian, place: Path) -> None:
    told = json.loads(bulian("risk", place, "14", "--firm", "示例钢铁", "--format", "json").out)
    assert told["direct_cny"] == pytest.approx(4e9)
    assert told["fact"] in bulian("facts", place, "--format", "json").out
    assert "产值 40亿元（2020）" in bulian("risk", place, "14", "--firm", "示例钢铁有限公司").out


@pytest.mark.parametrize(
    ("given", "word"),
    [
        (("14", "--share", "1.5"), "须大于 0、不超过 1"),
        (("14",), "请用一种方式"),
        (("14", "--share", "0.1", "--output", "1亿元"), "请用一种方式"),
        (("14", "--firm", "不在册公司"), "没有事实说明"),
        (("14", "--output", "40家"), "一笔钱"),
        (("养蜂", "--share", "0.1"), "没有“养蜂”这个部门"),
        (("14", "--share", "0.1", "--table", "none.csv"), "没有 none.csv"),
    ],
)
def test_what_cannot_be_asked_says_what_to_do(
    bulian: Bulian, place: Path, given: tuple[str, ...], word: str
) -> None:
    said = bulian("risk", place, *given)
    assert said.code != 0
    assert word in said.err


def test_a_district_needs_its_city_and_a_table_its_balance(
    bulian: Bulian, place: Path, tmp_path: Path
) -> None:
    _, district = _totals(tmp_path)
    assert "请同时给 --city" in bulian("risk", place, "14", "--share", "0.1", "--district", district).err
    table = tmp_path / "table.csv"
    table.write_text("row,column,origin,value\n01,01,domestic,5\n01,output,domestic,9\n", "utf-8")
    assert "差了总产出的" in bulian("risk", place, "14", "--share", "0.1", "--table", table).err
