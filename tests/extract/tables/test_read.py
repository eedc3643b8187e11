"""Laws that hold for any table: scripts, order, unknown text, and nothing dropped in silence."""

from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Protocol

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulian.extract.tables import read_tables
from bulian.extract.tables.cell import kind_of
from bulian.model.document import Document, Metadata, Table, TableCell
from bulian.model.place import Cell
from bulian.model.reading import DocumentDate
from tests.extract.tables.case import Case, load_cases

MARKS = (
    "指标|单位：万元|2023年|1-11月|同比（%）|其中：工业|合计|大渡口区|注：略|－|x|万元|1,234.5|(3)|2020|202403"
    "|\u3000\u00a0工业增加值|Region|位次|占GDP比重|0|99%|\n|①"
)
WORDS = st.sampled_from(MARKS.split("|"))
ANYTHING = st.text(max_size=12) | WORDS


def a_table(*rows: str) -> Document:
    cells = {}
    for r, row in enumerate(rows):
        for c, text in enumerate(row.split("|")):
            if text.strip(" "):
                cells[r, c] = TableCell(text.strip(" "))
    return Document(doc="d", name="表.xlsx", text="", tables=(Table("Sheet1", cells),))


@given(st.dictionaries(st.tuples(st.integers(0, 9), st.integers(0, 6)), ANYTHING, max_size=50))
@settings(max_examples=150, deadline=None)
def test_any_table_gives_facts_or_none(cells: dict[tuple[int, int], str]) -> None:
    table = Table("S", {position: TableCell(text) for position, text in cells.items() if text})
    reading = read_tables(Document("d", "n.csv", "", (table,)), date=DocumentDate("2024-05", "given"))
    for fact in reading.facts:
        assert isinstance(fact.place, Cell)
        assert fact.indicator
        assert fact.unit
    numbers = sum(kind_of(text) == "number" for text in cells.values())
    assert sum(1 + len(fact.also) for fact in reading.facts) <= numbers


@pytest.mark.parametrize("case", load_cases(), ids=lambda case: case.name)
def test_both_scripts_say_the_same(case: Case) -> None:
    table = case.document.tables[0]
    cells = {p: replace(cell, text=traditional(cell.text)) for p, cell in table.cells.items()}
    other = replace(
        table, cells=cells, sheet=traditional(table.sheet), caption=tuple(map(traditional, table.caption))
    )
    document = replace(case.document, tables=(other,), name=traditional(case.document.name))
    one = read_tables(case.document, date=case.date, home=case.home).facts
    two = read_tables(document, date=case.date, home=case.home).facts
    said = [(f.subject, f.indicator, f.aspect, f.value, f.unit, f.period, f.modality) for f in one]
    again = [(f.subject, f.indicator, f.aspect, f.value, f.unit, f.period, f.modality) for f in two]
    assert said == again


class _Converter(Protocol):
    def convert(self, text: str) -> str: ...


@cache
def _converter() -> _Converter:
    from pathlib import Path

    import opencc

    converter: _Converter = opencc.OpenCC(str(Path(opencc.__file__).parent / "clib/share/opencc/s2t.json"))
    return converter


def traditional(text: str) -> str:
    return _converter().convert(text)


def test_same_input_same_facts() -> None:
    for case in load_cases():
        first = read_tables(case.document, date=case.date, home=case.home)
        assert first == read_tables(case.document, date=case.date, home=case.home)


def test_a_label_over_two_columns_is_named_where_it_stands() -> None:
    document = a_table("行业|指标|2023年（万元）", "工业|产值|5", "固定资产投资||7")
    table = replace(document.tables[0], merged=((2, 0, 2, 1),))
    *_, fact = read_tables(replace(document, tables=(table,)), date=None).facts
    assert isinstance(fact.place, Cell)
    assert fact.place.ref == "C3"
    labels = [header.cell for header in fact.place.headers if header.text == "固定资产投资"]
    assert labels == ["A3"]


def test_numbers_nobody_understood_are_listed() -> None:
    reading = read_tables(a_table("甲类|乙类", "山|12", "水|13"), date=None)
    assert not reading.facts
    unread = [column for column in reading.columns if column.role == "unread"]
    assert {"B", "2", "3"} <= {column.ref for column in unread}
    assert all(column.how == "unread" for column in unread)


def test_undated_stays_undated_and_the_date_serves_only_relative_words() -> None:
    date = DocumentDate("2024-05", "given")
    silent = read_tables(a_table("园区名称|规划面积（亩）", "甲园|120"), date=date)
    assert [fact.period for fact in silent.facts] == [None]
    relative = read_tables(a_table("指标|本月止累计（亿元）", "固定资产投资|120"), date=date)
    assert [fact.period for fact in relative.facts] == ["2024-01/2024-05"]
    assert read_tables(a_table("指标|本月（亿元）", "固定资产投资|1"), date=None).facts[0].period is None


def test_growth_never_takes_the_unit_of_the_level() -> None:
    reading = read_tables(a_table("单位：万元", "指标|2023年|增速", "固定资产投资|120|3.5"), date=None)
    level, growth = reading.facts
    assert (level.unit, level.value) == ("CNY", Decimal(1_200_000))
    assert (growth.unit, growth.aspect, growth.basis) == ("%", "growth", "yoy")


def test_the_same_cell_text_with_the_same_meaning_is_one_fact_with_two_places() -> None:
    rows = ("地区|2023年粮食产量（吨）", "渝中区|0", "大渡口区|5", "渝中区|0")
    facts = read_tables(a_table(*rows), date=None).facts
    assert len(facts) == 2
    assert [place.ref for place in facts[0].also if isinstance(place, Cell)] == ["B4"]


def test_a_document_marked_synthetic_marks_every_row() -> None:
    document = replace(a_table("指标|2023年（亿元）", "固定资产投资|1"), metadata=Metadata(synthetic=True))
    assert all(fact.synthetic for fact in read_tables(document, date=None).facts)


def test_a_register_begins_below_its_header_even_without_numbers() -> None:
    rows = ("企业名称|信用代码|营业收入（万元）|数据性质", "云杉一厂|||公开", "云杉二厂||120|合成")
    (fact,) = read_tables(a_table(*rows), date=None).facts
    assert (fact.subject, fact.synthetic, fact.place.quote) == ("云杉二厂", True, "120")


def test_every_one_of_ten_thousand_rows_is_read() -> None:
    rows = ["地区|年份|地区生产总值（万元）|常住人口（万人）"]
    rows += [f"第{n}镇|{1980 + n % 40}|{n * 7}|{n % 90}.5" for n in range(10_000)]
    document = a_table(*rows)
    assert len(read_tables(document, date=None).facts) >= 19_000


def test_a_table_goes_on_on_the_next_page() -> None:
    first = a_table("指标|2023年（亿元）|增长（%）", "固定资产投资|12|3.5").tables[0]
    second = a_table("民间投资|5|-1.0", "工业投资|4|2.0").tables[0]
    document = Document(
        "d", "公报.pdf", "某地公报", (replace(first, sheet="第1页表1"), replace(second, sheet="第2页表1"))
    )
    facts = read_tables(document, date=None).facts
    assert [(f.indicator, f.aspect, f.unit, f.period) for f in facts[2:4]] == [
        ("民间投资", "level", "CNY", "2023"),
        ("民间投资", "growth", "%", "2023"),
    ]
