"""PDFs with a text layer."""

import io

from reportlab.lib import colors
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

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
