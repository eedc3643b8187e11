"""Tables of a page as files: what stands on the page, and nothing that a spreadsheet would run."""

import io

import openpyxl
import pytest

from bulian.publish.site.page import NotFound
from bulian.publish.site.tables import as_csv, as_xlsx, tables_of

PAGE = (
    "<html><body><main><h1>页</h1><section><header><h2>不一致</h2></header><table>"
    "<thead><tr><th>什么</th><th>数</th></tr></thead><tbody>"
    "<tr><th rowspan='2'>人口</th><td><a href='#'><span>约</span>42万</a></td></tr><tr><td>44万</td></tr>"
    "<tr><th>=cmd|' /C calc'!A0</th><td>+1+1</td></tr></tbody></table></section></main></body></html>"
)


def test_a_cell_over_two_rows_is_told_in_both() -> None:
    table = tables_of(PAGE)[0]
    assert table.title == "不一致"
    assert table.rows[:3] == (("什么", "数"), ("人口", "约 42万"), ("人口", "44万"))


def test_nothing_begins_like_a_formula() -> None:
    lines = as_csv(tables_of(PAGE)).decode("utf-8-sig").split("\r\n")
    assert lines[0] == "不一致"
    assert lines[4].startswith("'=cmd")
    assert lines[4].endswith(",'+1+1")
    sheet = openpyxl.load_workbook(io.BytesIO(as_xlsx(tables_of(PAGE)))).worksheets[0]
    assert [cell.data_type for cell in sheet[4]] == ["s", "s"]


def test_the_same_page_gives_the_same_bytes() -> None:
    assert as_xlsx(tables_of(PAGE)) == as_xlsx(tables_of(PAGE))


def test_a_page_without_a_table_is_refused() -> None:
    with pytest.raises(NotFound):
        as_csv(tables_of("<html><body><main><p>字</p></main></body></html>"))
