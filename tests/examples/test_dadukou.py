"""The example district says public figures in our own words, and marks what is made up."""

import csv
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import docx
import opencc
import openpyxl
import pdfplumber
import pytest

from bulian.corpus.workspace import load_workspace
from tests.shared import DATA, SEEDS, needs_data, needs_seeds

ROOT = Path(__file__).parents[2]
DISTRICT = ROOT / "examples" / "dadukou"
SOURCES = DISTRICT / "sources"
TOOL = ROOT / "tools" / "make_dadukou.py"
REPORT = "产业转型综述_2021年12月.txt"
PROGRESS = "产业集群进展_2024年1月.docx"
TARGETS = "产业目标摘编_2024年1月.pdf"
AWARD = "督查激励摘编_2022年6月.html"
PROFILE = "区情简介_2022年.md"
MONTHLY = "工业经济月报_2021年10-12月.xlsx"
FIRMS = "重点企业名录_2024年1月.xlsx"
REGISTER = "示例企业台账_2021-2023年.xlsx"

# Proper names and official titles that any text about the district has to use as they are.
NAMES = (
    "《全国老工业基地调整改造规划（2013-2022年）》",
    "国家环保产业发展重庆基地",
    "重庆环保科技产业园",
    "重庆市现代产业链服务中心",
    "重庆三峰环境集团股份有限公司",
    "重庆国际复合材料股份有限公司",
    "“33618”现代制造业集群体系",
    "重点地方特色食品产业集群",
)
LONGEST_SHARED = 11


def text_of(name: str) -> str:
    path = SOURCES / name
    if name == REPORT:
        return path.read_bytes().decode("big5")
    if name.endswith(".docx"):
        document = docx.Document(str(path))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)
    if name.endswith(".pdf"):
        with pdfplumber.open(path) as paper:
            return "\n".join(page.extract_text() for page in paper.pages)
    return path.read_text("utf-8")


PROSE = (REPORT, PROGRESS, TARGETS, AWARD, PROFILE)


@cache
def _to_simplified() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def folded(text: str) -> str:
    return re.sub(r"\s", "", _to_simplified().convert(text))


def test_the_workspace_is_one() -> None:
    workspace = load_workspace(DISTRICT)
    assert (workspace.name, workspace.region) == ("大渡口区", "500104")
    assert workspace.languages == ("zh-Hans", "zh-Hant")


def test_making_the_sources_again_gives_the_same_bytes(tmp_path: Path) -> None:
    subprocess.run([sys.executable, TOOL, tmp_path], check=True)
    made = sorted(tmp_path.iterdir())
    assert [file.name for file in made] == sorted([REPORT, PROGRESS, TARGETS, MONTHLY, FIRMS, REGISTER])
    for file in made:
        assert file.read_bytes() == (SOURCES / file.name).read_bytes(), file.name


@pytest.mark.parametrize("meta", sorted(SOURCES.glob("*.meta.toml")), ids=lambda path: path.name)
def test_every_meta_file_parses_and_has_its_source(meta: Path) -> None:
    assert meta.with_name(meta.name.removesuffix(".meta.toml")).is_file()
    said = tomllib.loads(meta.read_text("utf-8"))
    assert said.keys() <= {"publisher", "published_on", "address", "licence", "access", "covers"}
    assert (said["publisher"], said["access"], said["licence"]) == ("bulian 项目", "public", "Apache-2.0")


def test_every_source_has_a_meta_file() -> None:
    sources = [file for file in SOURCES.iterdir() if not file.name.endswith(".meta.toml")]
    assert len(sources) == len(PROSE) + 4
    assert all(file.with_name(file.name + ".meta.toml").is_file() for file in sources)


def test_the_report_is_traditional_and_prints_one_paragraph_twice() -> None:
    text = text_of(REPORT)
    assert 1500 <= len(text) <= 2500
    assert folded(text) != re.sub(r"\s", "", text)
    paragraphs = [line for line in text.splitlines() if len(line) > 40]
    twice = [paragraph for paragraph in set(paragraphs) if paragraphs.count(paragraph) == 2]
    assert len(twice) == 1
    assert "47.13%" in twice[0]
    assert len(paragraphs) == len(set(paragraphs)) + 1


# The core of the gold list: what each report must say, with its bound, modality and period.
CORE = {
    REPORT: (
        "今年1-11月，全区规模以上工业增加值比上年同期增长23.9%",
        "增速居重庆市各区县第一位",
        "占全区工业的比重达到60%",
        "预计到2025年，智能视觉产业规模超过200亿元",
        "单日最大焚烧量超过1000吨",
        "目标是生物健康医药产业规模达到100亿元，但没有给出完成的年份",
        "中元生物今年产值预计突破50亿元",
        "已建成25条",
        "预计到2030年，新材料产业产值突破100亿元",
        "到「十四五」末，食品工业规模将达100亿级",
        "今年全区工业总产值约300亿元",
        "到2025年预计达到500亿元",
        "上半年，全区地区生产总值比上年同期增长13.0%",
        "外资企业共有87家",
        "港资企业41家",
        "47.13%",
        "绿化覆盖率为44.5%",
        "人均公园面积为24.3平方米",
        "2016年全区人口规模为26万人",
        "2020年人口规模为44万人",
        "预计到2030年人口规模突破60万人",
        "长江岸线长度为36公里",
        "58平方公里",
        "19.38平方公里",
        "18.4公里",
        "1938年3月",
        "1965年",
        "2011年",
        "2013年",
        "2014年4月",
    ),
    PROGRESS: (
        "总投资380亿元",
        "五个百亿级产业集群",
        "2023年4月",
        "优秀等级，评估的是2022年度的工作",
        "450多家",
        "共有8个",
        "到2025年预计达到300家",
        "到2035年预计达到1000家",
        "垃圾处理量比上年增长10.01%",
        "发电量比上年增长8.28%",
        "2016年",
        "2023年12月",
        "2024年1月",
    ),
    TARGETS: (
        "2021年约300亿元",
        "预计2025年达到500亿元",
        "超过200亿元",
        "100亿级",
        "突破100亿元",
        "没有年份",
    ),
    AWARD: ("增长8.8%", "规模以上工业总产值同比增长35%", "规模以上工业增加值同比增长22.7%"),
    PROFILE: ("人口规模为42万人", "规模以上工业总产值309.8亿元", "同比增长35.7%", "增长22.7%", "103平方公里"),
}


@pytest.mark.parametrize("name", PROSE)
def test_every_core_figure_is_said(name: str) -> None:
    text = folded(text_of(name))
    assert [phrase for phrase in CORE[name] if phrase not in text] == []


@pytest.mark.parametrize("name", ["海康威视", "三峰环境", "中元汇吉", "中元生物", "国际复材", "重钢"])
def test_the_report_names_the_firms_of_its_time(name: str) -> None:
    assert name in folded(text_of(REPORT))


@needs_seeds
@pytest.mark.parametrize("name", PROSE)
def test_no_sentence_of_a_third_party_is_copied(name: str) -> None:
    seeds = [folded(path.read_text("utf-8")) for path in sorted(SEEDS.glob("*.txt"))]
    length = LONGEST_SHARED + 1
    theirs = {seed[at : at + length] for seed in seeds for at in range(len(seed) - LONGEST_SHARED)}
    ours = folded(text_of(name))
    for proper in NAMES:
        ours = ours.replace(proper, "\0")
    shared = {ours[at : at + length] for at in range(len(ours) - LONGEST_SHARED)} & theirs
    assert shared == set()


def rows_of(name: str, *, first: int) -> Iterator[tuple[object, ...]]:
    """The table's rows of every sheet, from its first row (counted from 1) to the note below it."""
    book = openpyxl.load_workbook(SOURCES / name)
    for sheet in book:
        rows = list(sheet.iter_rows(min_row=first, values_only=True))
        assert "合成" in str(rows[-1][0])
        assert "编造" in str(rows[-1][0])
        yield from rows[:-1]


def test_every_row_of_a_spreadsheet_says_whether_it_is_made_up() -> None:
    for *_, nature, source in [*rows_of(MONTHLY, first=5), *rows_of(FIRMS, first=3)]:
        assert nature in {"合成", "公开"}
        assert (source is not None) == (nature == "公开")


def test_the_public_rows_of_the_monthly_table_are_the_published_ones() -> None:
    public = [row[:5] for row in rows_of(MONTHLY, first=5) if row[5] == "公开"]
    assert public == [
        ("规模以上工业增加值", None, None, None, 23.9),
        ("规模以上工业增加值", None, None, None, 22.7),
        ("规模以上工业总产值", None, None, 3098000, 35.7),
    ]


def test_the_monthly_table_adds_up() -> None:
    with (ROOT / "examples" / "content" / "monthly.csv").open(encoding="utf-8", newline="") as lines:
        rows = {(row["month"], row["indicator"]): row for row in csv.DictReader(lines)}
    for (month, indicator), row in rows.items():
        before = rows.get((f"2021-{int(month[-2:]) - 1}", indicator))
        if before and row["this_month"]:
            assert int(row["year_to_date"]) == int(before["year_to_date"]) + int(row["this_month"]), row


def test_real_firms_carry_no_figure_and_made_up_ones_a_valid_code_of_no_region() -> None:
    real = made_up = 0
    for name, code, _, _, size, revenue, employees, _, nature, _ in rows_of(FIRMS, first=3):
        if nature == "公开":
            real += 1
            assert (code, size, revenue, employees) == (None, None, None, None), name
        else:
            made_up += 1
            assert str(code).startswith("91000000")
            assert _valid_credit_code(str(code))
    assert (real, made_up) == (9, 30)


def _valid_credit_code(code: str) -> bool:
    # GB 32100-2015: the weighted sum of all eighteen characters is a multiple of 31.
    alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    return len(code) == 18 and sum(3**i % 31 * alphabet.index(c) for i, c in enumerate(code[:17])) % 31 == (
        -alphabet.index(code[17]) % 31
    )


def test_credit_codes_are_checked_as_the_standard_says() -> None:
    assert _valid_credit_code("91440300192203821" + "6")
    assert not _valid_credit_code("91440300192203821" + "7")


def made_up_names() -> list[str]:
    return [str(row[0]) for row in rows_of(FIRMS, first=3) if row[8] == "合成"]


def test_the_register_holds_made_up_firms_alone() -> None:
    book = openpyxl.load_workbook(SOURCES / REGISTER, read_only=True)
    for sheet in book:
        head, *rows = [row for row in sheet.iter_rows(min_row=2, values_only=True) if row[1] is not None]
        assert (head[0], head[-1]) == ("企业名称", "数据性质")
        assert {row[-1] for row in rows} == {"合成"}
        assert all(str(row[0]).startswith("示例") for row in rows)
    book.close()


def test_made_up_firms_are_called_examples() -> None:
    names = made_up_names()
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"示例[一二三四五六七八九十]+号\w{2,4}有限公司", name) for name in names)


@needs_data
def test_no_made_up_firm_has_the_name_of_an_existing_one() -> None:
    assert not set(_spellings(made_up_names())) & set(_listed_firms())


def _spellings(names: list[str]) -> Iterator[str]:
    for name in names:
        yield name
        yield name.removesuffix("有限公司")


def _listed_firms() -> Iterator[str]:
    for file in ("a_share_codes.csv", "a_share_listed_bilingual.csv"):
        with (DATA / "firms" / file).open(encoding="utf-8", newline="") as lines:
            yield from (row["short_name_zh"] for row in csv.DictReader(lines))
