"""Real files, made for the tests by the programs that make them."""

import io
import zipfile
from datetime import date
from typing import Any

import docx
import openpyxl
import xlsxwriter
import xlwt
from reportlab.lib import colors
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

SENTENCE = (
    "2023年，全区实现地区生产总值380.5亿元，按可比价格计算，同比增长6.1%，其中第二产业增加值165.3亿元。"
)
BODY = ParagraphStyle(
    "body", fontName="STSong-Light", fontSize=12, leading=20, wordWrap="CJK", firstLineIndent=24
)
TITLE = ParagraphStyle("title", parent=BODY, fontSize=18, leading=30, firstLineIndent=0, alignment=1)
MAIN_TABLE = [
    ["指标", "2023年", ""],
    ["", "绝对数", "增速"],
    ["工业增加值", "123.4", "8.0%"],
    ["建筑业", "45", "-1.2%"],
]


def xlsx() -> bytes:
    """A monthly report with merged headers, number formats, an indented row and a hidden sheet."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer)
    sheet = book.add_worksheet("1月")
    percent = book.add_format({"num_format": "0.0%", "bold": True})
    month = book.add_format({"num_format": 'yyyy"年"m"月"'})
    sheet.merge_range("A1:C1", "主要经济指标（单位：万元）")
    sheet.write("A2", "指标")
    sheet.write_datetime("B2", date(2024, 1, 31), month)
    sheet.write("C2", "增速")
    sheet.write_row("A3", ["规模以上工业增加值", 309.8])
    sheet.write("C3", 0.239, percent)
    sheet.write("A4", "其中：制造业", book.add_format({"indent": 2}))
    sheet.write("B4", 300)
    sheet.write_formula("C4", "=1/0", None, "#DIV/0!")
    book.add_worksheet("备注").hide()
    book.close()
    return buffer.getvalue()


def formulas_only() -> bytes:
    """A workbook whose formulas were never calculated."""
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.append(["指标", "合计"])
    sheet.append(["=A3&A4", "=SUM(B3:B9)"])
    sheet.append(["=1+1", "=2+2"])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def xls() -> bytes:
    """An old workbook with a merged title, percentages, a date, an indented row, an amount with its unit."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("2月")
    sheet.write_merge(0, 0, 0, 2, "工业指标")
    sheet.write(1, 0, "增加值", xlwt.easyxf("font: bold on; align: indent 2"))
    sheet.write(1, 1, 0.239, xlwt.easyxf(num_format_str="0.0%"))
    sheet.write(1, 2, 380.5, xlwt.easyxf(num_format_str='0.0"亿元"'))
    sheet.write(2, 0, date(2024, 2, 29), xlwt.easyxf(num_format_str="yyyy-mm"))
    sheet.write(2, 1, 12)
    sheet.write(2, 2, 0.5, xlwt.easyxf(num_format_str="0%"))
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


ODS_CONTENT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>
<table:table table:name="三月"><table:table-column table:number-columns-repeated="3"/>
<table:table-row>
 <table:table-cell office:value-type="string" table:number-columns-spanned="2"
 ><text:p>工业<text:s text:c="2"/>指标</text:p></table:table-cell>
 <table:covered-table-cell/><table:table-cell/>
</table:table-row>
<table:table-row table:number-rows-repeated="2">
 <table:table-cell office:value-type="float" office:value="309.8"><text:p>310</text:p></table:table-cell>
 <table:table-cell office:value-type="percentage" office:value="0.239"
 ><text:p>23.9%</text:p></table:table-cell>
 <table:table-cell office:value-type="date" office:date-value="2024-03-31"
 ><text:p>2024年3月</text:p></table:table-cell>
</table:table-row>
<table:table-row table:number-rows-repeated="1048570">
 <table:table-cell table:number-columns-repeated="16384"/>
</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"""


def ods() -> bytes:
    """An OpenDocument workbook with a spanned title, repeated rows and a million blank ones."""
    return packed(
        {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": ODS_CONTENT.encode()}
    )


def packed(members: dict[str, bytes]) -> bytes:
    """A zip archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def word() -> bytes:
    """A report with a heading, a table under its caption, a frame around prose, and a page header."""
    document = docx.Document()
    document.add_heading("某区工业报告", 1)
    document.add_paragraph(SENTENCE)
    document.add_paragraph("表1 主要指标")
    document.add_paragraph("单位：亿元")
    table = document.add_table(4, 3)
    for row, texts in enumerate(MAIN_TABLE):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(0, 1).merge(table.cell(0, 2))
    frame = document.add_table(1, 1)
    frame.cell(0, 0).text = "全年完成投资12亿元。"
    document.sections[0].header.paragraphs[0].text = "内部资料"
    return saved(document)


def saved(document: Any) -> bytes:
    """The bytes of an Office document."""
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def pdf(paragraphs: int = 30, *, password: str = "") -> bytes:
    """A report of several pages with a running header, page numbers and a ruled table."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    story: list[Any] = [Paragraph("某区2023年统计公报", TITLE)]
    story += [Paragraph(f"（{number}）{SENTENCE}" * 2, BODY) for number in range(1, paragraphs + 1)]
    story.append(Paragraph("表1 主要指标（单位：亿元）", TITLE))
    font, rules = (
        ("FONT", (0, 0), (-1, -1), "STSong-Light", 10),
        ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
    )
    story.append(Table(MAIN_TABLE, style=[font, rules, ("SPAN", (0, 0), (0, 1)), ("SPAN", (1, 0), (2, 0))]))
    story.append(Paragraph("表后一段，投资增长3%。", BODY))
    buffer = io.BytesIO()
    lock = StandardEncryption(password) if password else None
    SimpleDocTemplate(buffer, encrypt=lock).build(story, onFirstPage=_furniture, onLaterPages=_furniture)
    return buffer.getvalue()


def _furniture(canvas: Canvas, document: Any) -> None:
    canvas.setFont("STSong-Light", 9)
    canvas.drawString(72, 800, "某区统计局编印")
    canvas.drawCentredString(300, 30, f"- {document.page} -")


def scan() -> bytes:
    """A PDF of pictures only."""
    from PIL import Image

    buffer = io.BytesIO()
    Image.new("L", (200, 300), 255).save(buffer, "PDF")
    return buffer.getvalue()
