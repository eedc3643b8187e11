"""Corrections kept for next month's file: typed, learned, written, applied, and reported when stale."""

from decimal import Decimal
from pathlib import Path

import pytest

from bulian.errors import MappingError
from bulian.extract.tables import read_tables
from bulian.extract.tables.mapping import (
    Mapping,
    learn,
    load_mappings,
    masked,
    parse_correction,
    write_mapping,
)
from bulian.model.document import Document, Table, TableCell


def a_sheet(*rows: str, sheet: str = "月报") -> Document:
    cells = {}
    for r, row in enumerate(rows):
        for c, text in enumerate(row.split("|")):
            if text:
                cells[r, c] = TableCell(text)
    return Document(doc="d", name="月报.xlsx", text="", tables=(Table(sheet, cells),))


NOVEMBER = a_sheet("企业|2024年11月甲项|2024年1-11月甲项|户头", "云杉一厂|120|1300|7", "云杉二厂|88|900|9")
DECEMBER = a_sheet("企业|2024年12月甲项|2024年1-12月甲项|户头", "云杉一厂|130|1430|7", "云杉二厂|90|990|9")
CHANGED = a_sheet(
    "企业|2024年12月甲项|2024年1-12月甲项|户头|新栏（万元）", "云杉一厂|130|1430|7|3"
)  # fmt: skip


def learned(*typed: str) -> Mapping:
    reading = read_tables(NOVEMBER, date=None)
    return learn(NOVEMBER.tables[0], reading.columns, [parse_correction(text) for text in typed])


def test_a_correction_serves_next_months_file(tmp_path: Path) -> None:
    mapping = learned(
        "B=indicator:工业总产值,unit:万元", "C=indicator:工业总产值,unit:万元,aspect:level", "D=skip"
    )
    path = write_mapping(tmp_path, mapping)
    assert load_mappings(tmp_path) == (mapping,)
    assert path.parent == tmp_path
    reading = read_tables(DECEMBER, date=None, mappings=load_mappings(tmp_path))
    said = [(f.subject, f.indicator, f.value, f.unit, f.period) for f in reading.facts]
    assert said[:2] == [
        ("云杉一厂", "工业总产值", Decimal(1_300_000), "CNY", "2024-12"),
        ("云杉一厂", "工业总产值", Decimal(14_300_000), "CNY", "2024"),
    ]
    assert len(said) == 4
    assert [column.how for column in reading.columns] == ["mapped"] * 4
    assert [column.role for column in reading.columns] == ["subject", "value", "value", "note"]
    assert not reading.headers_changed


def test_a_changed_header_is_reported_and_its_new_column_left_to_the_rules(tmp_path: Path) -> None:
    write_mapping(tmp_path, learned("B=indicator:工业总产值,unit:万元"))
    reading = read_tables(CHANGED, date=None, mappings=load_mappings(tmp_path))
    ((sheet, en, zh),) = reading.headers_changed
    assert sheet == "月报"
    assert "新栏（万元）" in en
    assert "新栏（万元）" in zh
    assert [column.how for column in reading.columns][:2] == ["mapped", "mapped"]
    assert reading.columns[4].how == "read"


def test_a_renamed_column_is_named_with_both_names(tmp_path: Path) -> None:
    write_mapping(tmp_path, learned("B=unit:万元"))
    renamed = a_sheet("企业|2025年1月甲项|2025年1-2月甲项|家底", "云杉一厂|130|1430|7")
    ((_, en, _),) = read_tables(renamed, date=None, mappings=load_mappings(tmp_path)).headers_changed
    assert "户头" in en
    assert "家底" in en


def test_another_table_is_left_alone(tmp_path: Path) -> None:
    write_mapping(tmp_path, learned("B=indicator:工业总产值,unit:万元"))
    other = a_sheet("地区|2023年粮食产量（吨）", "渝中区|5")
    with_mapping = read_tables(other, date=None, mappings=load_mappings(tmp_path))
    assert with_mapping == read_tables(other, date=None)


def test_learning_again_keeps_what_was_corrected_before(tmp_path: Path) -> None:
    first = learned("B=indicator:工业总产值,unit:万元,period:cumulative")
    reading = read_tables(NOVEMBER, date=None, mappings=(first,))
    again = learn(NOVEMBER.tables[0], reading.columns, [parse_correction("D=skip")])
    assert again.columns[1] == first.columns[1]
    assert write_mapping(tmp_path, first) == write_mapping(tmp_path, again)


def test_the_period_rule_counts_from_the_tables_own_date() -> None:
    mapping = learned("B=indicator:工业总产值,unit:万元,period:cumulative")
    reading = read_tables(NOVEMBER, date=None, mappings=(mapping,))
    assert reading.facts[0].period == "2024-01/2024-11"


def test_times_are_masked() -> None:
    assert masked("2024年11月") == masked("2025年 1 月") == "#"
    assert masked("一季度 / 增速") == masked("前三季度 / 增速")
    assert masked("本月") != masked("累计")


@pytest.mark.parametrize(
    "text",
    [
        "C",
        "C=",
        "C=colour:red",
        "=skip",
        "C3=skip",
        "C=unit:银锭",
        "C=aspect:fast",
        "C=role:king",
        "C=period:2024",
    ],
)
def test_a_malformed_correction_says_what_to_write(text: str) -> None:
    with pytest.raises(MappingError) as caught:
        parse_correction(text)
    assert "rite" in caught.value.en
    assert caught.value.say("zh")


def test_a_sheet_may_stand_before_the_column() -> None:
    correction = parse_correction("月报!c=indicator：工业总产值，unit：亿元")
    assert (correction.sheet, correction.ref) == ("月报", "C")
    assert dict(correction.fields) == {"indicator": "工业总产值", "unit": "亿元", "role": "value"}


def test_a_column_that_is_not_there_is_refused() -> None:
    with pytest.raises(MappingError, match="no column Q; it has A, B, C, D"):
        learned("Q=skip")


@pytest.mark.parametrize(
    "text", ["name = ", "[[columns]]\nrole = 'value'\n", "columns = 3\n", "[[columns]]\nheader=''\nhue=''\n"]
)
def test_a_malformed_file_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "broken.toml").write_text(text, encoding="utf-8")
    with pytest.raises(MappingError, match=r"broken\.toml"):
        load_mappings(tmp_path)


def test_no_folder_no_mappings(tmp_path: Path) -> None:
    assert load_mappings(tmp_path / "mappings") == ()
