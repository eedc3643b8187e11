"""The pieces a table is read from: cells, units, times, labels, measures, places, blocks."""

import doctest
from decimal import Decimal
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulian.extract.tables.blocks import blocks_of
from bulian.extract.tables.cell import kind_of, read_cell
from bulian.extract.tables.grid import grid_of, indent_of
from bulian.extract.tables.label import read_label, tidy
from bulian.extract.tables.measures import crossed, narrowed, part_of, title_measure
from bulian.extract.tables.period import settle, take_when, whole_when
from bulian.extract.tables.places import common_parent, place_in, place_of
from bulian.extract.tables.units import table_units
from bulian.model.document import Table, TableCell
from bulian.model.period import days

MODULES = ["grid", "cell", "units", "period", "words", "label", "measures", "places", "facts", "mapping"]


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_the_docstrings(name: str) -> None:
    failed, _ = doctest.testmod(import_module(f"bulian.extract.tables.{name}"))
    assert not failed


NUMBERS = {
    "1,203.5": "1203.5", "（88）": "-88", "▲3.2": "-3.2", "1 203 330": "1203330", "7,400*": "7400",
    "5.2①": "5.2", "下降1.2": "-1.2", "超过21,000": "21000", "+24.3": "24.3", "１２": "12",
}  # fmt: skip


@pytest.mark.parametrize(("text", "value"), NUMBERS.items())
def test_numbers_as_cells_show_them(text: str, value: str) -> None:
    reading = read_cell(text)
    assert reading is not None
    assert reading.value == Decimal(value)


@pytest.mark.parametrize(
    "text", ["-", "—", "…", "...", "/", "空", "x", "#", "", " ", "*", "N/A", "－", "2011-05-18"]
)
def test_missing_marks_and_dates_are_no_numbers(text: str) -> None:
    assert read_cell(text) is None
    assert kind_of(text) != "number"


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**12), max_value=10**12))
def test_a_printed_decimal_reads_back(value: Decimal) -> None:
    reading = read_cell(f"{value:,.3f}")
    assert reading is not None
    assert reading.value == value


def test_several_units_in_one_bracket() -> None:
    assert [unit.canonical for unit in table_units("計量單位：億元、%")] == ["CNY", "%"]
    assert [unit.canonical for unit in table_units("百萬港元")] == ["HKD"]
    assert not table_units("园区")


@pytest.mark.parametrize(
    ("pieces", "date", "period"),
    [
        (["本月止累计", "2024年1-11月"], None, "2024-01/2024-11"),
        (["上年同期", "2024年1-11月"], None, "2023-01/2023-11"),
        (["累计", "2024年11月"], None, "2024-01/2024-11"),
        (["本月", "2024年1-11月"], None, "2024-11"),
        (["12月末", "2023"], None, "2023-12"),
        (["民国110年"], None, "2021"),
        (["一季度", "2023年"], None, "2023-Q1"),
        (["年度目标", "2024年（截至9月底）"], None, "2024"),
        (["1-11月"], "2024-12", "2024-01/2024-11"),
        (["11月"], "2024-03", "2023-11"),
        (["本月"], None, None),
        (["上年"], "2024", "2023"),
        (["2024年2月29日"], None, "2024-02-29"),
        (["2月29日", "2023年"], None, None),
    ],
)
def test_times_in_pieces(pieces: list[str], date: str | None, period: str | None) -> None:
    whens = [when for piece in pieces if (when := whole_when(piece) or take_when(piece)[0])]
    assert settle(whens, date) == period


@given(st.text(alphabet="0123456789年月日—-/.上下半一二三四季度累计末止本去同期民国", max_size=14))
def test_every_settled_period_is_one(text: str) -> None:
    when = whole_when(text) or take_when(text)[0]
    period = settle([when], "2024-05") if when else None
    if period is not None:
        days(period)


def test_a_label_taken_apart() -> None:
    label = read_label("　　其中：限額以上零售額（億元）①")
    assert (label.phrase, label.part, label.units[0].canonical) == ("限额以上零售额", True, "CNY")
    growth = read_label("2023年比2022年增长（%）")
    assert (growth.phrase, growth.aspect, growth.when and growth.when.year) == ("", "growth", 2023)
    assert read_label("自然增长率").aspect is None
    assert read_label("工业增加值").aspect is None
    assert read_label("占GDP比重").basis == "GDP"
    assert read_label("增速位次").aspect == "rank"
    assert read_label("完成年度目标（%）").goal == "年度目标完成率"


def test_english_beside_chinese_is_dropped_and_acronyms_stay() -> None:
    assert tidy("年　份\nYear") == "年份"
    assert tidy("R&D经费内部支出 Intramural Expenditure on R&D") == "R&D经费内部支出"


def test_measures_put_together() -> None:
    assert part_of("轻工业", "规模以上工业总产值") == "轻工业规模以上工业总产值"
    assert part_of("民间投资", "固定资产投资") == "民间投资"
    assert narrowed("规模以上工业", "增加值") == "规模以上工业增加值"
    assert crossed("粗钢", "产量") == "粗钢产量"
    assert crossed("地区生产总值", "增加值") == "地区生产总值"
    assert title_measure("主要农产品产量及其增长速度") == "产量"
    assert title_measure("主要经济指标") == ""


def test_a_place_is_settled_by_the_place_around_it() -> None:
    within = place_of("鼓楼区", "320100")
    assert within is not None
    assert within.name == "南京市鼓楼区"
    assert place_of("鼓楼区") is None
    found = place_in("四川省成都市武侯区2023年")
    assert found is not None
    assert found[0].name == "成都市武侯区"
    assert common_parent(["500103", "500104", "500105"]) == "500000"


def test_blocks_of_a_sheet() -> None:
    rows = ["表1 甲", "指标|2023年", "产值|1", "", "表2 乙", "指标|2023年|占比", "收入|2|3", "注：略"]
    cells = {
        (r, c): TableCell(text) for r, row in enumerate(rows) for c, text in enumerate(row.split("|")) if text
    }
    first, second = blocks_of(grid_of(Table("S", cells)))
    assert (first.titles, first.header, first.body) == ([(0, 0)], [1], [2])
    assert (second.titles, second.header, second.body, second.notes) == ([(4, 0)], [5], [6], [7])


def test_a_merge_reaches_as_far_as_there_is_text() -> None:
    table = Table("S", {(0, 0): TableCell("题"), (1, 1): TableCell("1")}, merged=((0, 0, 0, 16383),))
    assert len(grid_of(table).cover) == 1
    far = Table("S", {(0, 0): TableCell("题"), (10**6, 1): TableCell("注")}, merged=((0, 0, 10**6, 0),))
    assert grid_of(far).cover == {(10**6, 0): (0, 0)}


def test_indentation_counts_blanks_and_style() -> None:
    assert indent_of(TableCell("\u3000\u00a0 工业", indent=2)) == 8
