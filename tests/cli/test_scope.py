"""--as-of, --known-on and --public mean the same on every command that shows facts."""

from pathlib import Path

import pytest

from tests.cli.command import Bulian

PUBLIC = "江城区2022年公报\n2023年2月1日\n2022年，江城区实现地区生产总值1100亿元。\n"
INTERNAL = (
    "江城区内部通报\n2024年1月20日\n2023年，江城区实现地区生产总值1200亿元。力争到2027年企业达到150家。\n"
)


@pytest.fixture
def place(bulian: Bulian, tmp_path: Path) -> Path:
    place = tmp_path / "江城区"
    bulian("init", place, "--region", "500104", "--name", "江城区")
    (place / "sources" / "公报.txt").write_text(PUBLIC, "utf-8")
    (place / "sources" / "公报.txt.meta.toml").write_text('access = "public"', "utf-8")
    (place / "sources" / "通报.txt").write_text(INTERNAL, "utf-8")
    assert bulian("build", place).code == 0
    return place


def test_a_report_for_the_public_says_what_it_leaves_out_and_where(bulian: Bulian, place: Path) -> None:
    paper = place / "out" / "简报.md"
    assert bulian("report", place, "-o", paper).code == 0
    whole = paper.read_text("utf-8")
    assert "使用范围：内部" in whole
    assert bulian("report", place, "--public", "-o", paper).code == 0
    public = paper.read_text("utf-8")
    assert "使用范围：公开" in public
    assert "1100亿元" in public.replace(" ", "")
    for secret in ("1200", "150", "通报"):
        assert secret in whole
        assert secret not in public
    current, ahead = public.index("指标现值"), public.index("目标与")
    notes = [at for at in range(len(public)) if public.startswith("条事实不对外（内部）", at)]
    assert len(notes) == 2
    assert current < notes[0] < ahead < notes[1]


def test_a_report_as_of_a_day_says_so(bulian: Bulian, place: Path) -> None:
    paper = place / "out" / "brief.md"
    assert bulian("report", place, "--as-of", "2023-06", "--lang", "en", "-o", paper).code == 0
    text = paper.read_text("utf-8")
    assert "as published by" in text
    assert "1100" in text.replace(",", "") or "110.0" in text
    assert "通报" not in text


def test_facts_and_source_hold_to_the_scope(bulian: Bulian, place: Path) -> None:
    shown = bulian("facts", place, "--public")
    assert "未列的事实：内部 2 条（来自 1 份不对外的文件）" in shown.out
    in_csv = bulian("facts", place, "--public", "--format", "csv", "--lang", "en")
    assert "withheld" not in in_csv.out
    assert "Facts withheld: 2 internal; sources not public: 1." in in_csv.err
    rows = bulian("facts", place, "--period", "2023", "--format", "csv").out
    fact = rows.splitlines()[1].split(",")[1]
    assert bulian("source", place, fact).code == 0
    refused = bulian("source", place, fact, "--public")
    assert refused.code == 1
    assert "不对外" in refused.err
    assert bulian("source", place, fact, "--as-of", "2023").code == 1
    assert bulian("source", place, fact, "--as-of", "2024").code == 0
