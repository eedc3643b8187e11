"""Every reader on files made here: megabytes, cells or pages a second of processor time, and peak memory.

.venv/bin/python bench/readers.py
"""

import io
import resource
import time
from collections.abc import Sequence

import docx
import xlsxwriter
import xlwt
from machine import facts
from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table

from bulian.corpus.readers import readers
from bulian.corpus.workers import run_each

SENTENCE = "2023年，全区实现地区生产总值380.5亿元，按可比价格计算，同比增长6.1%，其中工业165.3亿元。"

ALL_RULES = (("GRID", (0, 0), (-1, -1), 0.5, colors.black),)
THREE_LINES = tuple(
    ("LINEABOVE" if above else "LINEBELOW", (0, row), (-1, row), 1, colors.black)
    for above, row in ((True, 0), (False, 0), (False, -1))
)


def main() -> None:
    """Print one line a format."""
    print(facts())
    print(f"{'format':<28}{'size':>10}{'CPU s':>10}{'speed':>22}{'peak MB':>10}")
    text = (SENTENCE + "\n") * 100_000
    for codec in ("utf-8", "gb18030", "big5"):
        measure(f"text, {codec}", ".txt", text.encode(codec, "replace"), "MB")
    measure("csv, 100,000 × 5", ".csv", csv(100_000), "cells")
    measure("html, 500 paragraphs", ".html", page(500), "MB")
    measure("docx, 2,000 paragraphs", ".docx", word(2000), "MB")
    measure("xlsx, 100,000 × 5", ".xlsx", workbook(100_000), "cells")
    measure("xls, 20,000 × 5", ".xls", old_workbook(20_000), "cells")
    measure("pdf, 60 pages of text", ".pdf", pdf(60, every=1000), "pages")
    measure("pdf, 60 pages, all rules", ".pdf", pdf(60, every=1), "pages")
    measure("pdf, 60 pages, three lines", ".pdf", pdf(60, every=1, rules=THREE_LINES), "pages")
    began = time.perf_counter()
    next(iter(run_each(abs, [1], workers=1)))
    print(f"\na worker's first answer after {time.perf_counter() - began:.2f} s")


def measure(label: str, suffix: str, raw: bytes, unit: str) -> None:
    """Read twice, the second time with everything imported, and print that."""
    read = readers()[suffix].read
    read(raw, "warm")
    began = time.process_time()
    content = read(raw, "bench" + suffix)
    seconds = time.process_time() - began
    count = {
        "MB": len(raw) / 1e6,
        "cells": sum(len(table.cells) for table in content.tables),
        "pages": len(content.pages),
    }[unit]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{label:<28}{len(raw) / 1e6:>7.1f} MB{seconds:>10.3f}{count / seconds:>14,.1f} {unit}/s{peak:>10.0f}"
    )


def csv(rows: int) -> bytes:
    """Firms with a year, a district and two amounts."""
    return "".join(f"企业{n},大渡口区,2023,{n * 1.5},{n % 97 / 10}\n" for n in range(rows)).encode()


def page(paragraphs: int) -> bytes:
    """An article with a menu and a footer."""
    menu = "<div class='nav'><ul>" + "<li><a href='/'>栏目</a></li>" * 40 + "</ul></div>"
    body = "".join(f"<p>　　{SENTENCE * 3}</p>" for _ in range(paragraphs))
    return f"<html><body>{menu}<div class='article'><h1>公报</h1>{body}</div></body></html>".encode()


def word(paragraphs: int) -> bytes:
    """A report with a table after every hundred paragraphs."""
    document = docx.Document()
    for number in range(paragraphs):
        document.add_paragraph(SENTENCE * 3)
        if number % 100 == 0:
            table = document.add_table(5, 3)
            for cell in (cell for row in table.rows for cell in row.cells):
                cell.text = "12.5"
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def workbook(rows: int) -> bytes:
    """The same firms as a workbook."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"constant_memory": True})
    sheet = book.add_worksheet("企业")
    percent = book.add_format({"num_format": "0.0%"})
    for n in range(rows):
        sheet.write_row(n, 0, [f"企业{n}", "大渡口区", 2023, n * 1.5])
        sheet.write(n, 4, n % 97 / 1000, percent)
    book.close()
    return buffer.getvalue()


def old_workbook(rows: int) -> bytes:
    """The same firms in the old format."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("企业")
    for n in range(rows):
        for column, value in enumerate([f"企业{n}", "大渡口区", 2023, n * 1.5, n % 97 / 10]):
            sheet.write(n, column, value)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def pdf(pages: int, *, every: int, rules: Sequence[tuple[object, ...]] = ALL_RULES) -> bytes:
    """Pages of text, with a table of these rules on one in `every`."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    style = ParagraphStyle("body", fontName="STSong-Light", fontSize=12, leading=20, wordWrap="CJK")
    font = ("FONT", (0, 0), (-1, -1), "STSong-Light", 10)
    rows = [["指标", "绝对数", "增速"], *([f"行业{n}", "123.4", "8.0%"] for n in range(9))]
    story = []
    for number in range(pages):
        story += [Paragraph(SENTENCE * 2, style) for _ in range(7)]
        if (number + 1) % every == 0:
            story.append(Table(rows, style=[font, *rules]))
        story.append(PageBreak())
    buffer = io.BytesIO()
    SimpleDocTemplate(buffer).build(story)
    return buffer.getvalue()


if __name__ == "__main__":
    main()
