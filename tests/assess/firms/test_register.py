"""Registers are read by their heads, wherever these stand; what is no register gives nothing."""

from bulian.assess.firms.register import Note, notes
from bulian.model.document import Document, Table, TableCell
from tests.assess.made import source


def read(
    *rows: tuple[str, ...], merged: tuple[tuple[int, int, int, int], ...] = ()
) -> list[tuple[str, Note]]:
    cells = {
        (row, column): TableCell(text)
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
        if text
    }
    table = Table("名录", cells, merged)
    return list(notes(Document("d", "名录.xlsx", "", (table,)), source("名录.xlsx")))


def test_a_head_below_a_title_and_the_year_of_the_title() -> None:
    found = read(
        ("重點企業名錄（2023年）",), ("序号", "企業名稱", "主营产品", "数据性质"),
        ("1", "甲公司", "镜头", "公开"), ("2", "乙公司", "", "合成"),
    )  # fmt: skip
    told = {(name, note.attribute): note for name, note in found}
    lens = told["甲公司", "product"]
    assert (lens.text, lens.year, lens.cell.ref, lens.place) == ("镜头", 2023, "C3", "名录.xlsx 名录!C3")
    assert lens.cell.headers[0].text == "主营产品"
    assert not lens.synthetic
    assert told["乙公司", "nature"].synthetic
    assert ("乙公司", "product") not in told  # an empty cell tells nothing


def test_a_row_of_its_own_year_goes_before_the_title() -> None:
    found = read(("2020年台账",), ("企业名称", "年份", "行业代码（小类）"), ("甲公司", "2022", "3581"))
    assert [(note.attribute, note.text, note.year) for _, note in found] == [("gb_code", "3581", 2022)]


def test_a_remark_across_the_table_is_no_firm() -> None:
    found = read(
        ("企业名称", "主营产品"), ("甲公司", "镜头"), ("注：数据为演示编造。",), merged=((2, 0, 2, 1),)
    )
    assert {name for name, _ in found} == {"甲公司"}


def test_a_table_without_names_of_firms_is_no_register() -> None:
    assert read(("指标", "2023年"), ("工业总产值", "300")) == []
    assert read(("企业名称",), ("甲公司",)) == []
