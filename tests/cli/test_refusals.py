"""Wrong input ends in one clear sentence that says what to do, and exit code 1."""

from pathlib import Path

import pytest

from tests.cli.command import Bulian


def refused(bulian: Bulian, *arguments: object) -> str:
    """The sentence that refuses the command."""
    said = bulian(*arguments)
    assert said.code in (1, 2)
    return said.err


def test_no_workspace(bulian: Bulian, tmp_path: Path) -> None:
    for verb in ("build", "status", "facts"):
        assert "bulian init" in refused(bulian, verb, tmp_path)
    assert "bulian init" in refused(bulian, "build", tmp_path / "nowhere")


def test_an_empty_workspace_is_told_what_to_put_in(bulian: Bulian, tmp_path: Path) -> None:
    bulian("init", tmp_path / "w", "--region", "500104")
    assert "sources" in bulian("build", tmp_path / "w").out
    assert "sources" in bulian("status", tmp_path / "w").out
    assert bulian("report", tmp_path / "w", "-o", tmp_path / "空.md").code == 0


def test_unknown_region(bulian: Bulian, tmp_path: Path) -> None:
    assert "500104" in refused(bulian, "init", tmp_path / "w", "--region", "大渡口")
    assert not (tmp_path / "w").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("facts", "--period", "昨天"),
        ("facts", "--modality", "sure"),
        ("facts", "--kind", "number"),
        ("facts", "--format", "xml"),
        ("facts", "--as-of", "2024-13"),
    ],
)
def test_unknown_words_name_the_choices(bulian: Bulian, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    place = tmp_path / "w"
    bulian("init", place, "--region", "500104")
    (place / "sources" / "a.txt").write_text("产值3亿元。", "utf-8")
    bulian("build", place)
    verb, *options = arguments
    assert options[1] in refused(bulian, verb, place, *options)


def test_a_missing_fact_and_a_malformed_judgement(bulian: Bulian, tmp_path: Path) -> None:
    place = tmp_path / "w"
    bulian("init", place, "--region", "500104")
    assert "bulian build" in refused(bulian, "facts", place)
    bulian("build", place)
    assert "bulian facts" in refused(bulian, "source", place, "ffff")
    assert "accept" in refused(bulian, "judge", place, "ffff", "maybe", "--by", "王", "--why", "因")
    assert "FACT_ID" in refused(bulian, "source")
    assert "[工作区] FACT_ID" in refused(bulian, "source", place, "ffff", "eeee")


def test_an_unknown_paper_and_an_unwritable_place(bulian: Bulian, tmp_path: Path) -> None:
    place = tmp_path / "w"
    bulian("init", place, "--region", "500104")
    bulian("build", place)
    assert ".docx" in refused(bulian, "report", place, "-o", tmp_path / "a.rtf")
    (tmp_path / "file").write_text("")
    assert "file" in refused(bulian, "report", place, "-o", tmp_path / "file" / "a.md")


def test_extract_goes_on_after_a_file_it_cannot_read(bulian: Bulian, tmp_path: Path) -> None:
    good = tmp_path / "好.txt"
    good.write_text("2023年，产值3亿元。", "utf-8")
    bad = tmp_path / "坏.xlsx"
    bad.write_bytes(bytes(range(256)) * 8)
    said = bulian("extract", tmp_path / "没有.txt", bad, good)
    assert said.code == 1
    assert "没有.txt" in said.err
    assert "坏.xlsx" in said.err
    assert '"value": 300000000' in said.out
    assert "2024-01" in refused(bulian, "extract", good, "--published-on", "上周")


def test_a_correction_that_does_not_fit(bulian: Bulian, tmp_path: Path) -> None:
    place = tmp_path / "w"
    bulian("init", place, "--region", "500104")
    table = place / "sources" / "表.csv"
    table.write_text("名称,产值\n甲公司,3\n乙公司,4\n", "utf-8")
    assert "Z" in refused(bulian, "map", place, table, "--set", "Z=skip")
    assert "光年" in refused(bulian, "map", place, table, "--set", "B=unit:光年")
    assert not list((place / "mappings").iterdir())


def test_demo_leaves_other_folders_alone(bulian: Bulian, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("x")
    assert "--into" in refused(bulian, "demo", "--into", tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]
