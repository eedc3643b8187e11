"""Tables of a page as files: what stands on the page, and nothing that a spreadsheet would run."""

import io
from collections.abc import Iterable

import openpyxl
import pytest

from bulian.publish.site.page import NotFound
from bulian.publish.site.tables import Table, tables_of, whole_tables, write_csv, write_xlsx

PAGE = (
    "<html><body><main><h1>页</h1><section><header><h2>不一致</h2></header><table>"
    "<thead><tr><th>什么</th><th>数</th></tr></thead><tbody>"
    "<tr><th rowspan='2'>人口</th><td><a href='#'><span>约</span>42万</a></td></tr><tr><td>44万</td></tr>"
    "<tr><th>=cmd|' /C calc'!A0</th><td>+1+1</td></tr></tbody></table></section></main></body></html>"
)


def as_csv(tables: Iterable[Table]) -> str:
    file = io.BytesIO()
    write_csv(tables, file)
    return file.getvalue().decode("utf-8-sig")


def as_xlsx(tables: Iterable[Table]) -> bytes:
    file = io.BytesIO()
    write_xlsx(tables, file)
    return file.getvalue()


def test_a_cell_over_two_rows_is_told_in_both() -> None:
    table = tables_of(PAGE)[0]
    assert table.title == "不一致"
    assert table.rows[:3] == (("什么", "数"), ("人口", "约 42万"), ("人口", "44万"))


def test_nothing_begins_like_a_formula() -> None:
    lines = as_csv(tables_of(PAGE)).split("\r\n")
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


def part(first: int, last: int, onward: str) -> str:
    """A page that shows the rows from `first` to `last` of a list, beside a table of its own."""
    rows = "".join(f"<tr><td>=行{number}</td></tr>" for number in range(first, last + 1))
    link = f"<a rel='next' href='{onward}'>后</a>" if onward else ""
    return (
        "<html><body><main><section><header><h2>单</h2></header>"
        f"<table><thead><tr><th>名</th></tr></thead><tbody>{rows}</tbody></table>"
        f"<p class='pager'>{link}</p></section></main></body></html>"
    )


def test_a_list_in_parts_is_one_table_to_its_end_under_one_head() -> None:
    pages = {"?from=2": part(3, 4, "?from=4"), "?from=4": part(5, 5, "")}
    told = as_csv(whole_tables(part(1, 2, "?from=2"), pages.__getitem__))
    assert told.split() == ["单", "名", *(f"'=行{number}" for number in range(1, 6))]
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(whole_tables(part(1, 2, "?from=2"), pages.__getitem__))))
    assert [[cell.value for cell in row] for row in book["1 单"]] == [
        ["名"], *([f"=行{number}"] for number in range(1, 6))
    ]  # fmt: skip


def test_links_in_a_circle_end() -> None:
    pages = {"?a": part(2, 2, "?b"), "?b": part(3, 3, "?a")}
    assert as_csv(whole_tables(part(1, 1, "?a"), pages.__getitem__)).count("行") == 3


def test_a_queue_is_a_table_of_its_words() -> None:
    page = (
        "<html><body><main><section><header><h2>待判</h2></header><ol class='queue'><li><h3>甲 或 乙</h3>"
        "<p>名称相近</p><form><button>合并</button></form></li></ol></section></main></body></html>"
    )
    assert [table.rows for table in tables_of(page)] == [(("甲 或 乙", "名称相近"),)]
