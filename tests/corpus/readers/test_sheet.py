"""Spreadsheets: each cell what it shows."""

import io
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import python_calamine
import xlsxwriter

from bulian.corpus import sheets
from bulian.corpus.readers.sheet import read_sheet
from bulian.errors import Unreadable
from bulian.model.document import TableCell
from tests.corpus import made


def written(fill: Any, **options: Any) -> bytes:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, options)
    fill(book)
    book.close()
    return buffer.getvalue()


def test_a_monthly_report_in_xlsx() -> None:
    content = read_sheet(made.xlsx(), "a.xlsx")
    month, notes = content.tables
    assert (month.sheet, notes.sheet, notes.cells) == ("1月", "备注", {})
    assert month.merged == ((0, 0, 0, 2),)
    assert month.cells == {
        (0, 0): TableCell("主要经济指标（单位：万元）"),
        (1, 0): TableCell("指标"),
        (1, 1): TableCell("2024-01"),
        (1, 2): TableCell("增速"),
        (2, 0): TableCell("规模以上工业增加值"),
        (2, 1): TableCell("309.8"),
        (2, 2): TableCell("23.9%", percent=True, bold=True),
        (3, 0): TableCell("其中：制造业", indent=2),
        (3, 1): TableCell("300"),
        (3, 2): TableCell("#DIV/0!"),
    }
    assert [en for en, _ in content.notes] == [
        "1月: cells show an error instead of a value (C4).",
        "备注: hidden sheet were read too.",
    ]


def test_an_old_workbook() -> None:
    [table] = read_sheet(made.xls(), "a.xls").tables
    assert table.merged == ((0, 0, 0, 2),)
    assert table.cells == {
        (0, 0): TableCell("工业指标"),
        (1, 0): TableCell("增加值", bold=True, indent=2),
        (1, 1): TableCell("23.9%", percent=True),
        (1, 2): TableCell("380.5亿元"),
        (2, 0): TableCell("2024-02"),
        (2, 1): TableCell("12"),
        (2, 2): TableCell("50%", percent=True),
    }


def test_an_opendocument_workbook() -> None:
    [table] = read_sheet(made.ods(), "a.ods").tables
    row = [TableCell("309.8"), TableCell("23.9%", percent=True), TableCell("2024-03")]
    assert (table.sheet, table.merged) == ("三月", ((0, 0, 0, 1),))
    assert table.cells == {
        (0, 0): TableCell("工业  指标"),
        **{(1, column): cell for column, cell in enumerate(row)},
        **{(2, column): cell for column, cell in enumerate(row)},
    }


def test_blanks_before_a_label_are_kept_and_blank_cells_are_none() -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet()
        sheet.write_column("A1", ["工业", "\u00a0\u00a0其中：汽车", "　　电子", "  材料", " \u00a0　"])

    [table] = read_sheet(written(fill), "a.xlsx").tables
    assert [cell.text for cell in table.cells.values()] == [
        "工业",
        "\u00a0\u00a0其中：汽车",
        "　　电子",
        "  材料",
    ]


def test_a_value_far_from_all_others_costs_one_cell() -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet()
        sheet.write("A1", 1)
        sheet.write("XFD1048576", 2)

    [table] = read_sheet(written(fill), "a.xlsx").tables
    assert table.cells == {(0, 0): TableCell("1"), (1_048_575, 16_383): TableCell("2")}


def test_hidden_rows_and_columns_are_read_and_noted() -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet("表")
        sheet.write_row("A1", ["甲", 1])
        sheet.set_row(0, None, None, {"hidden": True})
        sheet.set_column("B:B", None, None, {"hidden": True})

    content = read_sheet(written(fill), "a.xlsx")
    assert len(content.tables[0].cells) == 2
    assert content.notes == (("表: hidden columns and rows were read too.", "表：隐藏的列、行也已读取。"),)


def test_words_set_in_several_ways_are_one_text() -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet()
        sheet.write_rich_string("A1", "规上", book.add_format({"bold": True}), "工业", "产值")
        sheet.write("A2", "两行\n文字")
        sheet.write("A3", True)

    [table] = read_sheet(written(fill), "a.xlsx").tables
    assert [cell.text for cell in table.cells.values()] == ["规上工业产值", "两行\n文字", "TRUE"]


def test_days_counted_from_1904() -> None:
    def fill(book: Any) -> None:
        book.add_worksheet().write_datetime("A1", date(2024, 1, 31), book.add_format({"num_format": 14}))

    [table] = read_sheet(written(fill, date_1904=True), "a.xlsx").tables
    assert table.cells[0, 0].text == "2024-01-31"


def test_dates_stored_as_text() -> None:
    book = openpyxl.Workbook()
    book.iso_dates = True
    sheet: Any = book.active
    sheet["A1"] = date(2024, 1, 31)
    sheet["A1"].number_format = 'yyyy"年"m"月"'
    assert read_sheet(made.saved(book), "a.xlsx").tables[0].cells[0, 0].text == "2024-01"


def test_some_formulas_without_result_are_noted() -> None:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = "汇总"
    sheet.append(["合计", 3, "=B1*2"])
    content = read_sheet(made.saved(book), "a.xlsx")
    assert content.tables[0].cells[0, 1].text == "3"
    assert "(C1)" in content.notes[0][0]
    assert "请用 Excel 或 WPS 打开并保存" in content.notes[0][1]


def test_only_formulas_are_refused() -> None:
    with pytest.raises(Unreadable, match="formulas without results"):
        read_sheet(made.formulas_only(), "a.xlsx")


def test_too_many_cells_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MAX_CELLS", 9)
    with pytest.raises(Unreadable, match="more than 9 cells"):
        read_sheet(made.xlsx(), "a.xlsx")


def test_values_agree_with_another_reader(tmp_path: Path) -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet()
        for row in range(50):
            sheet.write_row(row, row % 3, [f"行{row}", row * 1.1, -row, row / 7, "" if row % 5 else "尾"])

    raw = written(fill)
    [table] = read_sheet(raw, "a.xlsx").tables
    rows = (
        python_calamine.load_workbook(io.BytesIO(raw)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    )
    theirs = {(r, c): value for r, row in enumerate(rows) for c, value in enumerate(row) if value != ""}
    assert theirs.keys() == table.cells.keys()
    for place, value in theirs.items():
        ours = table.cells[place].text
        assert ours == value if isinstance(value, str) else float(ours) == pytest.approx(value, rel=1e-14)
