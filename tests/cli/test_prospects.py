"""`bulian prospects` and `bulian path` as their user meets them."""

import csv
import io
import json
from pathlib import Path

import pytest

import bulian as python
from tests.cli.command import Bulian

NOW = "2026-11-26T09:00:00+08:00"
TABLE = "公司名称,经营范围,登记状态,主要客户\n外地镜头有限公司,光学镜头制造,存续,丙山光学有限公司\n"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    workspace = python.init(tmp_path / "丙山区", region="500104", name="丙山区")
    (workspace.sources / "情况.txt").write_text("丙山光学有限公司生产光学镜头。\n", "utf-8")
    python.build(workspace, now=NOW)
    return workspace.root


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "外地.csv"
    path.write_text(TABLE, "utf-8")
    return path


def test_bring_a_table_ask_say_no_and_take_it_back(bulian: Bulian, place: Path, table: Path) -> None:
    looked = bulian("prospects", place, "--table", table, "--preview")
    assert "没有带入" in looked.out
    assert "编入索引 1 家" in bulian("prospects", place, "--table", table).out
    said = bulian("prospects", place, "光学镜头")
    assert "外地镜头有限公司 → 光学镜头" in said.out
    assert "名录没有日期" in said.out
    rows = json.loads(bulian("prospects", place, "光学镜头", "--format", "json").out)
    assert rows[0]["path"] == ["丙山光学有限公司", "外地镜头有限公司"]
    assert rows[0]["parts"]["expansion"] is None
    refused = bulian("prospects", place, "--reject", "外地镜头有限公司")
    assert refused.code == 1
    assert "--why" in refused.err
    signed = ("--by", "李", "--why", "不合")
    bulian("prospects", place, "--reject", "外地镜头有限公司", *signed)
    assert "李于" in bulian("prospects", place, "光学镜头").out
    bulian("prospects", place, "--restore", "外地镜头有限公司", *signed)
    found = csv.DictReader(io.StringIO(bulian("prospects", place, "光学镜头", "--format", "csv").out))
    assert [row["firm"] for row in found] == ["外地镜头有限公司"]


def test_a_no_for_a_node_by_its_name_is_honoured_and_a_slip_of_the_pen_refused(
    bulian: Bulian, place: Path, table: Path
) -> None:
    bulian("prospects", place, "--table", table)
    signed = ("--by", "李", "--why", "不合")
    slip = bulian("prospects", place, "光学镜头", "--reject", "外地镜头公司", *signed)
    assert slip.code == 1
    assert "写法相近的有：外地镜头有限公司" in slip.err
    assert "--table" in bulian("prospects", place, "--reject", "谁也不是", *signed).err
    assert "没有“月亮”" in bulian("prospects", place, "月亮", "--reject", "外地镜头有限公司", *signed).err
    bulian("prospects", place, "光学镜头", "--reject", "外地镜头有限公司", *signed)
    assert "李于" in bulian("prospects", place, "光学镜头").out
    assert (
        "已否决的有：外地镜头有限公司（vision/lens）"
        in bulian("prospects", place, "--restore", "外地镜头有限公司", *signed).err
    )
    bulian("prospects", place, "智能视觉", "--reject", "外地镜头有限公司", *signed)
    bulian("prospects", place, "光学镜头", "--restore", "外地镜头有限公司", *signed)
    assert "李于" in bulian("prospects", place, "光学镜头").out  # the whole chain still says no


def test_an_introduction_shows_each_hop_with_its_evidence(bulian: Bulian, place: Path, table: Path) -> None:
    bulian("prospects", place, "--table", table)
    said = bulian("path", place, "外地镜头有限公司", "--lang", "en")
    assert "外地.csv !2, undated" in said.out
    assert "strength 0.70" in said.out


def test_wrong_input_is_told(bulian: Bulian, place: Path, tmp_path: Path) -> None:
    assert "没有文件" in bulian("prospects", place, "--table", tmp_path / "无.csv").err
    nameless = tmp_path / "无名.csv"
    nameless.write_text("甲,乙\n1,2\n", "utf-8")
    assert "--map" in bulian("prospects", place, "--table", nameless).err
    broken = tmp_path / "坏.xlsx"
    broken.write_bytes(b"PK\x03\x04nothing")
    assert "另存为" in bulian("prospects", place, "--table", broken).err
    assert "内部资料" in bulian("prospects", place, "光学镜头", "--public").err
    assert "请写哪家企业" in bulian("path", place).err
    assert "没有“时光机”" in bulian("prospects", place, "时光机").err
