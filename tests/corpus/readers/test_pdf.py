"""PDFs with a text layer."""

import io

import pytest
from reportlab.lib import colors
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from bulian.corpus.reader import Content
from bulian.corpus.readers.pdf import read_pdf
from tests.corpus import made


def drawn(*pages: list[tuple[float, float, str]], turned: bool = False) -> bytes:
    """A PDF with text at (left, height) on each page."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842))
    for page in pages:
        canvas.setFont("STSong-Light", 12)
        if (
            turned
        ):  # as a program prints a page in landscape: text upright to the reader, the page on its side
            canvas.setPageRotation(90)
            canvas.translate(595, 0)
            canvas.rotate(90)
        for left, height, text in page:
            canvas.drawString(left, height, text)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def test_sentences_run_over_lines_and_pages() -> None:
    content = read_pdf(made.pdf(30), "a.pdf")
    assert len(content.pages) == 3
    assert content.text.count(made.SENTENCE) == 60
    paragraphs = content.text.splitlines()
    assert paragraphs[0] == "某区2023年统计公报"
    assert paragraphs[1] == f"（1）{made.SENTENCE}" * 2
    assert paragraphs[-2:] == ["表1 主要指标（单位：亿元）", "表后一段，投资增长3%。"]


def test_pages_begin_where_they_say() -> None:
    content = read_pdf(made.pdf(30), "a.pdf")
    first, second, third = content.pages
    assert first == 0 < second < third < len(content.text)
    assert content.text[:9] == "某区2023年统计"


def test_running_heads_and_page_numbers_are_left_out_and_noted() -> None:
    content = read_pdf(made.pdf(30), "a.pdf")
    assert "编印" not in content.text
    assert "- 2 -" not in content.text
    assert "某区统计局编印" in content.notes[0][1]


def test_a_ruled_table_is_a_table_and_no_prose() -> None:
    content = read_pdf(made.pdf(30), "a.pdf")
    [table] = content.tables
    assert table.sheet == "第3页表1"
    assert table.caption[-1] == "表1 主要指标（单位：亿元）"
    assert table.merged == ((0, 0, 1, 0), (0, 1, 0, 2))
    assert [cell.text for cell in table.cells.values()] == [
        *("指标", "2023年", "绝对数", "增速"),
        *("工业增加值", "123.4", "8.0%", "建筑业", "45", "-1.2%"),
    ]
    assert "123.4" not in content.text


def test_a_turned_page_reads_the_same() -> None:
    lines = [(72.0, 500.0, "一、工业"), (72.0, 480.0, "产值380亿元。")]
    upright, turned = read_pdf(drawn(lines), "a.pdf"), read_pdf(drawn(lines, turned=True), "a.pdf")
    assert upright.text == "一、工业\n产值380亿元。\n"
    assert turned.text == upright.text


def test_a_number_broken_over_lines_is_whole_again() -> None:
    lines = [
        (96.0, 700.0, "全年实现产值" + "很" * 31 + "38"),
        (72.0, 680.0, "0亿元，增长6%。"),
        (96.0, 660.0, "下一段。"),
    ]
    assert "很380亿元，增长6%。\n下一段。" in read_pdf(drawn(lines), "a.pdf").text


def test_two_numbers_in_one_cell_stay_two() -> None:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.setFont("STSong-Light", 10)
    canvas.setStrokeColor(colors.black)
    canvas.grid([100, 200, 300], [600, 640, 680])
    for left, height, text in [
        (110, 660, "指标"),
        (210, 660, "数值"),
        (110, 625, "规上工业"),
        (110, 610, "增加值"),
    ]:
        canvas.drawString(left, height, text)
    canvas.drawString(210, 625, "12")
    canvas.drawString(210, 610, "34")
    canvas.save()
    [table] = read_pdf(buffer.getvalue(), "a.pdf").tables
    assert (table.cells[1, 0].text, table.cells[1, 1].text) == ("规上工业增加值", "12\n34")


def test_a_page_of_pictures_among_text_is_noted() -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument(drawn([(72.0, 700.0, "产值380亿元。")]))
    document.import_pages(pypdfium2.PdfDocument(made.scan()))
    buffer = io.BytesIO()
    document.save(buffer)
    content = read_pdf(buffer.getvalue(), "a.pdf")
    assert content.text == "产值380亿元。\n"
    assert content.pages == (0, 8)
    assert "第 2 页没有文字层" in content.notes[0][1]


ROWS = [
    ["指标", "绝对数（亿元）", "增速（%）"],
    ["地区生产总值", "380.5", "6.1"],
    ["第一产业", "3.2", "2.0"],
    ["第二产业", "165.3", "7.4"],
    ["第三产业", "212.0", "—"],
]
ABOVE, BELOW = (
    ("LINEABOVE", (0, 0), (-1, 0), 1, colors.black),
    ("LINEBELOW", (0, -1), (-1, -1), 1, colors.black),
)
INNER = ("INNERGRID", (0, 0), (-1, -1), 0.5, colors.black)
INDENT = ("LEFTPADDING", (0, 2), (0, -1), 26)


def tabulated(rows: list[list[str]], *style: object) -> Content:
    """What is read of a page with a title, a table set in this style, and a paragraph below it."""
    story = [Paragraph("表1 主要指标", made.TITLE)]
    story.append(Table(rows, style=[("FONT", (0, 0), (-1, -1), "STSong-Light", 10), *style]))
    story.append(Paragraph(made.SENTENCE, made.BODY))
    buffer = io.BytesIO()
    SimpleDocTemplate(buffer).build(story)
    return read_pdf(buffer.getvalue(), "a.pdf")


@pytest.mark.parametrize("style", [(), (ABOVE, BELOW), (ABOVE, BELOW, INNER)], ids=["no", "three", "inner"])
def test_tables_with_few_rules(style: tuple[object, ...]) -> None:
    content = tabulated(ROWS, *style, INDENT)
    [table] = content.tables
    assert table.caption == ("表1 主要指标",)
    assert [[table.cells[r, c].text for c in range(3)] for r in range(5)] == ROWS
    assert [table.cells[r, 0].indent for r in range(5)] == [0, 0, 2, 2, 2]
    assert content.text == f"表1 主要指标\n{made.SENTENCE}\n"


def test_a_table_of_contents_is_no_table() -> None:
    content = tabulated(
        [["第一章 总则", "1"], ["第二章 工业", "3"], ["第三章 商业", "12"], ["第四章 投资", "20"]]
    )
    assert content.tables == ()
    assert "第三章 商业" in content.text


def test_a_table_that_runs_over_pages_is_one() -> None:
    rows = [ROWS[0]] + [[f"行业{n}", f"{n}.5", f"{n}.1"] for n in range(120)]
    content = tabulated(rows, INNER, ABOVE, BELOW)
    [table] = content.tables
    assert len(content.pages) > 2
    assert [table.cells[r, 0].text for r in range(121)] == [row[0] for row in rows]
    assert content.pages[-1] < len(content.text)


def test_a_broken_dictionary_costs_the_page_its_rules_and_no_words() -> None:
    content = read_pdf(made.pdf().replace(b"/CIDSystemInfo", b"0 ystemInfo"), "破.pdf")
    assert ("page 3: ruled tables were not found.", "第 3 页的表格未能识别。") in content.notes
    assert content.text
