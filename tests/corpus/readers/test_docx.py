"""Word documents."""

from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from bulian.corpus.readers.docx import read_docx
from bulian.errors import Unreadable
from bulian.model.document import TableCell
from tests.corpus import made


def paragraph_of(inner: str) -> Any:
    return parse_xml(f"<w:p {nsdecls('w')}>{inner}</w:p>")


def read_body(*paragraphs: Any) -> Any:
    document = docx.Document()
    for paragraph in paragraphs:
        document.element.body.insert(-1, paragraph)
    return read_docx(made.saved(document), "a.docx")


def test_a_report_in_the_order_of_its_page() -> None:
    content = read_docx(made.word(), "a.docx")
    assert content.text == f"某区工业报告\n{made.SENTENCE}\n表1 主要指标\n单位：亿元\n全年完成投资12亿元。\n"
    [table] = content.tables
    assert (table.sheet, table.caption) == ("表1", ("表1 主要指标", "单位：亿元"))
    assert table.merged == ((0, 0, 1, 0), (0, 1, 0, 2))
    assert {place: cell.text for place, cell in table.cells.items()} == {
        (0, 0): "指标",
        (0, 1): "2023年",
        (1, 1): "绝对数",
        (1, 2): "增速",
        (2, 0): "工业增加值",
        (2, 1): "123.4",
        (2, 2): "8.0%",
        (3, 0): "建筑业",
        (3, 1): "45",
        (3, 2): "-1.2%",
    }
    assert content.notes == (("page headers and footers were left out.", "页眉页脚未读取。"),)


def test_tracked_changes_read_as_accepted() -> None:
    content = read_body(
        paragraph_of(
            "<w:r><w:t>产值</w:t></w:r><w:del><w:r><w:delText>380</w:delText></w:r></w:del>"
            "<w:ins><w:r><w:t>390</w:t></w:r></w:ins><w:r><w:t>亿元</w:t></w:r>"
        )
    )
    assert content.text == "产值390亿元\n"


def test_hidden_text_is_left_out_and_noted() -> None:
    content = read_body(
        paragraph_of("<w:r><w:t>见</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>不见</w:t></w:r>")
    )
    assert content.text == "见\n"
    assert content.notes == (("hidden text was left out.", "隐藏文字未读取。"),)


def test_links_controls_breaks_and_fields() -> None:
    content = read_body(
        paragraph_of(
            "<w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink>"
            "<w:r><w:tab/><w:t xml:space='preserve'> 后 </w:t></w:r>"
            "<w:sdt><w:sdtContent><w:r><w:t>控件</w:t></w:r></w:sdtContent></w:sdt><w:r><w:br/></w:r>"
            "<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>3</w:t></w:r>"
        )
    )
    assert content.text == "链接\t 后 控件\n3\n"


def test_a_text_box_stands_behind_its_paragraph() -> None:
    box = "<w:pict><w:txbxContent><w:p><w:r><w:t>框内：投资3亿元。</w:t></w:r></w:p></w:txbxContent></w:pict>"
    content = read_body(paragraph_of(f"<w:r><w:t>正文。</w:t></w:r><w:r>{box}</w:r>"), paragraph_of(""))
    assert content.text == "正文。\n框内：投资3亿元。\n\n"


def test_a_table_within_a_table_is_its_own() -> None:
    document = docx.Document()
    outer = document.add_table(2, 2)
    for row, texts in enumerate([["指标", "数值"], ["产值", "1"]]):
        for column, text in enumerate(texts):
            outer.cell(row, column).text = text
    inner = outer.cell(1, 1).add_table(2, 2)
    for place, text in {(0, 0): "甲", (0, 1): "乙", (1, 0): "2", (1, 1): "3"}.items():
        inner.cell(*place).text = text
    tables = read_docx(made.saved(document), "a.docx").tables
    assert [t.sheet for t in tables] == ["表1", "表2"]
    assert tables[0].cells[1, 1].text == "1"
    assert tables[1].cells[1, 1].text == "3"


def test_bold_and_indented_cells() -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    table.cell(0, 0).paragraphs[0].add_run("工业").bold = True
    below = table.cell(1, 0).paragraphs[0]
    below.add_run("其中：汽车")
    below.paragraph_format.left_indent = Pt(21)
    table.cell(0, 1).text = table.cell(1, 1).text = "1"
    cells = read_docx(made.saved(document), "a.docx").tables[0].cells
    assert cells[0, 0] == TableCell("工业", bold=True)
    assert cells[1, 0] == TableCell("其中：汽车", indent=2)


def test_sentences_in_a_cell_are_prose_too() -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    for place, text in {(0, 0): "项目", (0, 1): "内容", (1, 0): "工业", (1, 1): made.SENTENCE}.items():
        table.cell(*place).text = text
    assert read_docx(made.saved(document), "a.docx").text == made.SENTENCE + "\n"


def test_an_archive_without_a_document_is_damaged() -> None:
    with pytest.raises(Unreadable, match="damaged"):
        read_docx(made.packed({"word/other.xml": b"<x/>"}), "a.docx")


def test_entities_are_not_expanded() -> None:
    entities = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
    body = b'<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>'
    raw = made.packed({"word/document.xml": entities + body})
    assert "ha" not in read_docx(raw, "a.docx").text
