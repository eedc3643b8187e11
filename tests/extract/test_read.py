"""A document as a whole: laws that hold for any text, and the two founding reports."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bulian.extract import read, read_prose
from bulian.extract.fold import fold
from bulian.model.document import Document
from bulian.model.fact import Observation, fact_row
from bulian.model.place import Span
from tests.shared import DATA, GOLD, SCORER, SEEDS, needs_data, needs_seeds

PIECES = [
    "2023年", "今年", "上半年", "1-11月", "到2025年", "力争", "预计", "规上工业增加值", "企业",
    "地区生产总值", "占", "的比重", "达",
    "增长", "同比下降", "分别", "约", "超", "300亿元", "5.6%", "87家", "第一位", "百亿级", "、", "，",
    "。", "\n", "其中", "（", "）", "5G",
    "翻番", "三分之二", "12∶30", "全市", "重庆市大渡口区", "方面", "“", "”", "个百分点", "1,234", "億",
    "\ud800", "\x00", "٣", "总投资",
    "项目", "的", "家", "以上", "第3批", "4.0∶37.7∶58.3", "居", "全国",
]  # fmt: skip


def document(text: str) -> Document:
    return Document(
        doc=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), name="a", text=text
    )


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_every_quote_stands_where_it_says(text: str) -> None:
    for fact in read(document(text)).facts:
        for place in (fact.place, *fact.also):
            assert isinstance(place, Span)
            place.verify("a", text)
        if isinstance(fact, Observation) and fact.surface_start is not None:
            assert text[fact.surface_start : fact.surface_start + len(fact.surface)] == fact.surface
            assert fact.place.start <= fact.surface_start  # type: ignore[union-attr]  # prose has spans only


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    read(document(text), published_on="2024-01-23")


def test_a_phrase_that_a_period_reaches_over_ends() -> None:
    assert read_prose(document("上年同期$增1")).home is None


def test_no_pattern_blows_up() -> None:
    # A pattern that blew up would never come back; how long each takes is printed by the bench.
    for long in ("1" * 1_000_000, "一" * 100_000, "年" * 100_000, "（" * 100_000, "1." * 50_000,
    "占" * 100_000, "、" * 100_000,
                 "1,234" * 20_000, "第" * 100_000, "百亿" * 50_000, "2023年" * 20_000, "“1" * 50_000,
                 " " * 100_000, "a1" * 50_000,
                 "增长" * 50_000, "1：" * 50_000, "分别" * 50_000, "的1个" * 30_000):  # fmt: skip
        read(document(long))


@needs_data
def test_both_scripts_say_the_same() -> None:
    import opencc

    to_traditional = opencc.OpenCC("s2t")
    text = (DATA / "reports_2026" / "山西省.txt").read_text("utf-8")
    turned = to_traditional.convert(text)
    assert len(turned) == len(text)
    plain = [_said(fact) for fact in read(document(text)).facts if isinstance(fact, Observation)]
    other = [_said(fact) for fact in read(document(turned)).facts if isinstance(fact, Observation)]
    assert fold(turned).count("亿") == text.count("亿")
    assert plain == other


def _said(fact: Observation) -> tuple[object, ...]:
    return (
        fact.surface_start,
        fact.indicator,
        fact.aspect,
        fact.value,
        fact.unit,
        fact.bound,
        fact.modality,
        fact.period,
    )


@needs_seeds
def test_the_founding_reports(tmp_path: Path) -> None:
    for name, file in (("seed0", "000_c0a7660904309b76.txt"), ("seed3", "003_bab4f8e620e8fad7.txt")):
        text = (SEEDS / file).read_bytes().decode()
        lines = [json.dumps(fact_row(fact, name)) for fact in read(document(text)).facts]
        (tmp_path / f"{name}.jsonl").write_text("\n".join(lines), "utf-8")
    command = [sys.executable, str(SCORER), str(GOLD), str(tmp_path), "--json"]
    scores = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    assert scores["value"]["f1"] >= 0.98
    assert scores["core"]["f1"] >= 0.95
    assert scores["full"]["f1"] >= 0.93


@needs_data
def test_few_numbers_of_a_work_report_stay_unexplained() -> None:
    text = (DATA / "reports_2026" / "山西省.txt").read_text("utf-8")
    prose = read_prose(document(text))
    assert len(prose.unexplained) <= 8, [text[a - 8 : b + 8] for a, b in prose.unexplained]


def test_a_number_that_nothing_names_is_left_unexplained() -> None:
    text = "2023年，江苏省居前的依次为苏州市（24653亿元）。"
    reading = read(Document("d", "d.txt", text))
    assert [text[start:end] for start, end in reading.unexplained] == ["24653"]
