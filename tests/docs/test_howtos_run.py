"""The how-tos are walked through as printed: every command line of every page runs and ends well."""

import re
import shlex
import shutil
from contextvars import copy_context
from pathlib import Path

import openpyxl
import pytest

from bulian.cli.app import app

ROOT = Path(__file__).parents[2]
HOWTO = ROOT / "docs" / "howto"
SOURCES = ROOT / "examples" / "dadukou" / "sources"
# The first page makes the workspace that the others use.
ORDER = ["start-a-district.md", *sorted({page.name for page in HOWTO.glob("*.md")} - {"start-a-district.md"})]


def command_lines(page: str) -> list[str]:
    blocks = re.findall(r"^```(\w*)\n(.*?)^```", (HOWTO / page).read_text("utf-8"), re.MULTILINE | re.DOTALL)
    return [line for language, block in blocks if not language for line in block.splitlines()]


def run(line: str) -> int:
    """The exit code of a command line; `> file` is the shell's, and left out."""
    _, *arguments = shlex.split(line.partition(" > ")[0])
    # What one line chose (--lang en) must not reach the next.
    result = copy_context().run(app, arguments, standalone_mode=False)
    return result if isinstance(result, int) else 0


def put_files(folder: Path) -> None:
    """The files that the pages speak of, from the example's: one month's table, a report, a bulletin."""
    for name in ("产业转型综述_2021年12月.txt", "产业集群进展_2024年1月.docx", "区情简介_2022年.md"):
        shutil.copy(SOURCES / name, folder / "大渡口" / "sources" / name)
    shutil.copy(SOURCES / "示例企业登记_2026年6月.csv", folder / "大渡口" / "sources" / "企业名录.csv")
    shutil.copytree(SOURCES.parent / "clusters", folder / "大渡口" / "clusters", dirs_exist_ok=True)
    month = openpyxl.load_workbook(SOURCES / "工业经济月报_2021年10-12月.xlsx")
    for sheet in month.sheetnames[1:]:
        del month[sheet]
    month.save(folder / "大渡口" / "sources" / "月报_2024年2月.xlsx")
    month.save(folder / "月报.xlsx")
    shutil.copy(SOURCES.parent / "outside" / "示例外地企业_2026年6月.csv", folder / "外地企业.csv")
    shutil.copy(SOURCES.parent / "desk" / "招商项目包.csv", folder / "项目包.csv")
    (folder / "地块.csv").write_text(
        "宗地编号,占地面积（亩）,状态,税收（万元）,备用列\n示-01,30,在用,5000,\n示-02,20,闲置,—,\n", "utf-8"
    )
    (folder / "大渡口" / "desk").mkdir()
    (folder / "大渡口" / "desk" / "签约书.txt").write_text("签约日期：2023年12月20日\n", "utf-8")
    shutil.copy(ROOT / "examples" / "peers" / "示例同类地区_合成.csv", folder / "同类地区.csv")
    (folder / "全市.csv").write_text("sector,output\n14,20000000\n27,90000000\n", "utf-8")
    (folder / "本区.csv").write_text("sector,output\n14,900000\n27,1000000\n", "utf-8")
    (folder / "全市行业.csv").write_text("name,year,value\n新材料,2021,500\n", "utf-8")
    (folder / "系数.csv").write_text("sector,factor,per_output,unit\n14,jobs,0.008,人\n", "utf-8")
    for name in ("融资需求", "金融产品", "对接进展"):
        shutil.copy(SOURCES.parent / "desk" / f"{name}.csv", folder / f"{name}.csv")
    shutil.copy(SOURCES / "产业集群进展_2024年1月.docx", folder / "报告.docx")
    shutil.copy(SOURCES / "产业目标摘编_2024年1月.pdf", folder / "公报.pdf")
    shutil.copy(SOURCES / "产业转型综述_2021年12月.txt", folder / "综述.txt")


def some_fact(capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    run("bulian facts 大渡口 --indicator 规模以上工业总产值 --format csv")
    (first, *_) = re.findall(r"^observation,(\w+),", capsys.readouterr().out, re.MULTILINE)
    return str(first)


def test_the_howtos_can_be_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BULIAN_NOW", "2024-02-01T09:00:00+08:00")
    fact = ""
    for page in ORDER:
        for line in command_lines(page):
            if "FACT_ID" in line and not fact:
                fact = some_fact(capsys)
            assert run(line.replace("FACT_ID", fact)) == 0, f"{page}: {line}"
            if line.startswith("bulian init"):
                put_files(tmp_path)
    assert {file.name for file in tmp_path.iterdir()} >= {"简报.docx", "简报.html", "简报.md", "brief.docx"}
    assert list((tmp_path / "大渡口" / "mappings").glob("*.toml"))
