"""conflicts and check at the command line: what a person reads, what a program gets, what is refused."""

import json
from pathlib import Path

import pytest

from tests.cli.command import Bulian

REPORT = (
    "2023年，地区生产总值412.6亿元。其中，第一产业增加值12.4亿元；第二产业增加值178.9亿元；"
    "第三产业增加值212.3亿元。三次产业结构为3.0∶45.5∶51.5。\n2023年，全区外资企业87家。\n"
)
OTHER = "2023年，地区生产总值421.6亿元。\n"


@pytest.fixture
def place(bulian: Bulian, tmp_path: Path) -> Path:
    root = tmp_path / "区"
    assert bulian("init", root, "--region", "500104").code == 0
    for name, text, day in (("2023年统计公报", REPORT, "2024-03-20"), ("讲话", OTHER, "2024-01-10")):
        (root / "sources" / f"{name}.txt").write_text(text, "utf-8")
        (root / "sources" / f"{name}.txt.meta.toml").write_text(
            f'published_on = "{day}"\naccess = "{"public" if name == "讲话" else "internal"}"\n', "utf-8"
        )
    assert bulian("build", root).code == 0
    return root


def test_the_number_in_force_stands_first_with_its_reason(bulian: Bulian, place: Path) -> None:
    out = bulian("conflicts", place).out
    assert out.index("412.6亿元") < out.index("421.6亿元")
    assert "采用：来源更权威" in out
    assert "统计公报" in out
    assert "in force: by authority" in bulian("--lang", "en", "conflicts", place).out


def test_conflicts_for_a_program(bulian: Bulian, place: Path) -> None:
    rows = json.loads(bulian("conflicts", place, "--format", "json").out)
    assert [(row["state"], row["in_force"], row["value"]) for row in rows] == [
        ("open", True, 41260000000),
        ("open", False, 42160000000),
    ]
    assert bulian("conflicts", place, "--format", "csv").out.startswith("state,subject")


def test_conflicts_are_filtered(bulian: Bulian, place: Path) -> None:
    assert "421.6" in bulian("conflicts", place, "--indicator", "生产总值", "--period", "2023").out
    for nothing in (
        ("--indicator", "人口"),
        ("--period", "2020"),
        ("--subject", "江城"),
        ("--as-of", "2024-02"),
    ):
        assert "421.6" not in bulian("conflicts", place, *nothing).out


def test_a_contradiction_shows_arithmetic_numbers_and_suspect(bulian: Bulian, place: Path) -> None:
    out = bulian("check", place).out
    assert "12.4亿元 + 178.9亿元 + 212.3亿元 得 403.6亿元" in out
    suspects = {line.split()[1] for line in out.splitlines() if "最可疑" in line}
    assert suspects == {"第二产业增加值"}
    assert "一处 412.6亿元" in out
    assert "contradicted" in bulian("--lang", "en", "check", place).out


def test_check_of_one_document_and_one_verdict(bulian: Bulian, place: Path) -> None:
    rows = json.loads(bulian("check", place, "--doc", "讲话", "--format", "json").out)
    assert {row["rule"] for row in rows} == {"twice"}
    reproduced = json.loads(bulian("check", place, "--verdict", "reproduced", "--format", "json").out)
    assert {row["verdict"] for row in reproduced} == {"reproduced"}
    assert all(row["facts"] and row["arithmetic"] for row in reproduced)


def test_only_what_may_leave_the_house(bulian: Bulian, place: Path) -> None:
    said = bulian("check", place, "--public")
    assert "178.9" not in said.out
    assert "internal" in said.out or "内部" in said.out


@pytest.mark.parametrize(
    "wrong",
    [
        ("check", "--doc", "没有这份"),
        ("check", "--verdict", "wrong"),
        ("check", "--format", "xml"),
        ("conflicts", "--period", "去年"),
        ("conflicts", "--as-of", "2024-13"),
    ],
)
def test_what_is_refused_is_said_in_one_sentence(bulian: Bulian, place: Path, wrong: tuple[str, ...]) -> None:
    verb, *options = wrong
    said = bulian(verb, place, *options)
    assert said.code == 1
    assert len(said.err.strip().splitlines()) == 1


def test_before_the_first_build(bulian: Bulian, tmp_path: Path) -> None:
    bulian("init", tmp_path / "空", "--region", "500104")
    assert bulian("check", tmp_path / "空").code == 1
    assert bulian("conflicts", tmp_path / "空").code == 1
