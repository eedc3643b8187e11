"""`bulian directions` on a district of our own: from the sentence, then from a file."""

from pathlib import Path

import pytest

from tests.cli.command import Bulian

TEXT = "昆山市明确智能制造、现代物流两大招商方向。智能制造方面重点发展汽车芯片、传感器等产业。"
LATER = "昆山市明确智能制造、生物医药两大招商方向。"
FILE = """
key: {key}
zh: {zh}
en: {key}
kind: {kind}
valid_from: "2024-01-01"
source: 说明.txt
clusters:
  - {{key: {cell}, zh: {name}, en: {cell}, codes: ["{code}"]}}
"""


@pytest.fixture
def place(bulian: Bulian, tmp_path: Path) -> Path:
    folder = tmp_path / "区"
    bulian("init", folder, "--region", "320583", "--name", "昆山市")
    source(folder, "说明.txt", TEXT, "2024-01")
    bulian("build", folder)
    return folder


def source(place: Path, name: str, text: str, day: str) -> None:
    (place / "sources" / name).write_text(text, "utf-8")
    (place / "sources" / f"{name}.meta.toml").write_text(f'published_on = "{day}"', "utf-8")


def write(place: Path, key: str, kind: str, cell: str, name: str, code: str) -> None:
    (place / "clusters").mkdir(exist_ok=True)
    text = FILE.format(key=key, zh=key, kind=kind, cell=cell, name=name, code=code)
    (place / "clusters" / f"{key}.yaml").write_text(text, "utf-8")


def test_what_a_document_calls_directions(bulian: Bulian, place: Path) -> None:
    said = bulian("directions", place).out
    assert "智能制造" in said
    assert "现代物流" in said
    assert "汽车芯片" in said
    assert "没有集群分类可对照" in said


def test_each_document_is_a_version_of_its_day(bulian: Bulian, place: Path) -> None:
    source(place, "新说明.txt", LATER, "2025-03")
    bulian("build", place)
    said = bulian("directions", place).out
    assert said.startswith("招商方向（2025-03）")
    assert "told_2024-01" in said
    older = bulian("directions", place, "--version", "told_2024-01").out
    assert ("现代物流" in older, older.startswith("招商方向（2024-01）")) == (True, True)
    assert bulian("directions", place, "--as-of", "2024-12-31").out.startswith("招商方向（2024-01）")


def test_a_file_is_a_version_and_its_gaps_are_named(bulian: Bulian, place: Path) -> None:
    write(place, "dirs", "directions", "smart", "智能制造", "39")
    write(place, "five", "clusters", "food", "食品", "14")
    said = bulian("directions", place).out
    assert "没有招商方向覆盖的集群：食品" in said
    assert "没有集群承接的招商方向：智能制造" in said
    assert "directions that no cluster carries: smart" in bulian("directions", place, "--lang", "en").out
    told = ("version=dirs", "direction=智能制造", "assignee=经信委")
    bulian("desk", place, "add", "directions", *told, "--by", "招商局", "--on", "2026-01-10")
    assert "经信委" in bulian("directions", place).out
    assert "经信委" not in bulian("directions", place, "--public").out
    assert '"uncarried": true' in bulian("directions", place, "--format", "json").out


def test_what_cannot_be_asked(bulian: Bulian, place: Path, tmp_path: Path) -> None:
    assert "没有分类" in bulian("directions", place, "--version", "无此版").err
    bulian("init", tmp_path / "空", "--region", "500104", "--name", "空区")
    bulian("build", tmp_path / "空")
    said = bulian("directions", tmp_path / "空")
    assert (said.code, "没有读到招商方向" in said.err) == (1, True)
