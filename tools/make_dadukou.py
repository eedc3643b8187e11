"""Writes the example district's Big5, Word, PDF and Excel sources from `examples/content/`.

    .venv/bin/python tools/make_dadukou.py [FOLDER]

Same content, same bytes: a test runs it again and compares. Archives are stored, not compressed, because
two builds of zlib may pack one text differently.
"""

import csv
import io
import sys
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
CONTENT = EXAMPLES / "content"
SOURCES = EXAMPLES / "dadukou" / "sources"
MADE_ON = datetime(2024, 2, 1)  # noqa: DTZ001 — Office files keep a date without zone
FONT = "STSong-Light"  # every PDF program knows it by name, so the file need not hold it
SYNTHETIC = "合成"
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # of GB 32100-2015: without I, O, S, V, Z
NOTE = "注：数据性质为“合成”的行是为演示编造的，不是统计数据；为“公开”的行取自来源一栏。"


def main(folder: Path) -> None:
    """Write every made source into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in MADE.items():
        (folder / name).write_bytes(make())


def traditional_report() -> bytes:
    """The report of December 2021 as a Big5 text with the line ends of Windows, as one receives them."""
    return _content("report_2021.txt").replace("\n", "\r\n").encode("big5")


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph or table of a text in `examples/content/`."""

    kind: str
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


def blocks(text: str) -> Iterator[Block]:
    """`# ` begins the title, `## ` a heading, `|` a table's line; every other line is a paragraph.

    A table's lines with one cell only are its caption and unit, set as paragraphs above it.
    """
    rows: list[tuple[str, ...]] = []
    for line in [*text.splitlines(), ""]:
        cells = tuple(line.split("|")[1:])
        if len(cells) > 1:
            rows.append(cells)
            continue
        if rows:
            yield Block("table", rows=tuple(rows))
            rows = []
        if cells:
            yield Block("caption", cells[0])
        elif line.startswith("# "):
            yield Block("title", line.removeprefix("# "))
        elif line.startswith("## "):
            yield Block("heading", line.removeprefix("## "))
        elif line:
            yield Block("paragraph", line)


def word_report() -> bytes:
    """The report of January 2024 as a Word file."""
    import docx
    from docx.oxml.ns import qn

    document = docx.Document()
    _drop_unused_parts(document)
    for style in ("Normal", "Title", "Heading 1"):
        fonts = document.styles[style].element.get_or_add_rPr().get_or_add_rFonts()
        fonts.set(qn("w:eastAsia"), "宋体")
    styles = {"title": "Title", "heading": "Heading 1"}
    for block in blocks(_content("report_2024.txt")):
        if block.kind == "table":
            table = document.add_table(len(block.rows), len(block.rows[0]), style="Table Grid")
            for row, cells in zip(table.rows, block.rows, strict=True):
                for cell, text in zip(row.cells, cells, strict=True):
                    cell.text = text
        else:
            document.add_paragraph(block.text, style=styles.get(block.kind))
    properties = document.core_properties
    properties.author = properties.last_modified_by = "bulian"
    properties.title = "重庆市大渡口区产业集群建设进展"
    properties.created = properties.modified = MADE_ON
    packed = io.BytesIO()
    document.save(packed)
    return _stored(packed.getvalue())


def _drop_unused_parts(document: Any) -> None:
    # The empty document of python-docx carries 780 kB of styles for Word 2010 and a thumbnail.
    used = {"Normal", "Title", "Heading 1", "Default Paragraph Font", "Normal Table", "No List", "Table Grid"}
    for style in list(document.styles):
        if style.name not in used:
            style.delete()
    for rels in (document.part.rels, document.part.package.rels):
        for key in [k for k, rel in rels.items() if rel.reltype.endswith(("stylesWithEffects", "thumbnail"))]:
            del rels[key]


def targets_paper() -> bytes:
    """The digest of targets as a PDF of one page with a text layer and a ruled table."""
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    body = ParagraphStyle("body", fontName=FONT, fontSize=11, leading=20, spaceAfter=8, wordWrap="CJK")
    title = ParagraphStyle("title", parent=body, fontSize=17, leading=30)
    flow: list[Any] = []
    for block in blocks(_content("targets_2024.txt")):
        if block.kind == "table":
            grid = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("FONT", (0, 0), (-1, -1), FONT, 11)]
            flow.append(Table(block.rows, style=grid, hAlign="LEFT", spaceAfter=12))
        else:
            flow.append(Paragraph(block.text, title if block.kind == "title" else body))
    packed = io.BytesIO()
    paper = SimpleDocTemplate(
        packed, pagesize=A4, pageCompression=0, invariant=1, title="大渡口区产业目标摘编", author="bulian"
    )
    paper.build(flow)
    return packed.getvalue()


def monthly_workbook() -> bytes:
    """Three months of indicators, a sheet a month, laid out as a statistics bureau does."""
    return _workbook(_monthly_sheets)


def _monthly_sheets(book: Any) -> None:
    look = _looks(book)
    months: dict[str, list[dict[str, str]]] = {}
    for row in _table("monthly.csv"):
        months.setdefault(row["month"], []).append(row)
    for month, rows in months.items():
        year, number = month.split("-")
        name = f"{year}年{int(number)}月"
        sheet = book.add_worksheet(name)
        sheet.merge_range("A1:G1", f"大渡口区主要工业经济指标（{name}）", look["title"])
        sheet.merge_range("A2:G2", "单位：万元（另有注明的除外）", look["unit"])
        sheet.merge_range("A3:A4", "指标名称", look["head"])
        sheet.merge_range("B3:C3", "本月", look["head"])
        sheet.merge_range("D3:E3", f"1-{int(number)}月累计", look["head"])
        sheet.write_row("B4", ["绝对量", "同比（%）"] * 2, look["head"])
        sheet.merge_range("F3:F4", "数据性质", look["head"])
        sheet.merge_range("G3:G4", "来源", look["head"])
        for at, row in enumerate(rows, start=4):
            _monthly_row(sheet, at, row, look)
        sheet.merge_range(4 + len(rows), 0, 4 + len(rows), 6, NOTE, look["text"])
        sheet.set_column("A:A", 30)
        sheet.set_column("B:F", 12)
        sheet.set_column("G:G", 34)


def _monthly_row(sheet: Any, at: int, row: dict[str, str], look: dict[str, Any]) -> None:
    indent = {"0": "", "1": "　", "2": "　　　　"}[row["indent"]]
    sheet.write_string(at, 0, indent + row["indicator"], look["text"])
    columns = ("this_month", "this_month_yoy", "year_to_date", "year_to_date_yoy")
    for column, key in enumerate(columns, start=1):
        form = look["growth" if key.endswith("yoy") else "number"]
        sheet.write(at, column, float(row[key]) if row[key] else None, form)
    sheet.write_row(at, 5, (row["nature"], row["source"]), look["text"])


def firms_workbook() -> bytes:
    """The list of firms: real ones with public facts only, the others made up from their names on."""
    return _workbook(_firms_sheet)


def _firms_sheet(book: Any) -> None:
    look = _looks(book)
    heads = (
        "企业名称", "统一社会信用代码", "所属产业", "主营产品", "规模", "营业收入（万元）", "员工人数（人）",
        "是否链主", "数据性质", "来源",
    )  # fmt: skip
    sheet = book.add_worksheet("企业名录")
    sheet.merge_range(0, 0, 0, len(heads) - 1, "大渡口区重点企业名录（2023年）", look["title"])
    sheet.write_row(1, 0, heads, look["head"])
    rows = list(_table("firms.csv"))
    made_up = 0
    for at, row in enumerate(rows, start=2):
        made_up += row["nature"] == SYNTHETIC
        code = credit_code(made_up) if row["nature"] == SYNTHETIC else ""
        texts = (row["name"], code, row["industry"], row["product"], row["size"])
        sheet.write_row(at, 0, texts, look["text"])
        for column, key in ((5, "revenue"), (6, "employees")):
            sheet.write(at, column, int(row[key]) if row[key] else None, look["number"])
        sheet.write_row(at, 7, (row["chain_leader"], row["nature"], row["source"]), look["text"])
    sheet.merge_range(len(rows) + 2, 0, len(rows) + 2, len(heads) - 1, NOTE, look["text"])
    sheet.set_column("A:B", 32)
    sheet.set_column("C:I", 16)
    sheet.set_column("J:J", 60)
    sheet.freeze_panes(2, 1)


def register_workbook() -> bytes:
    """What the made-up firms report: three years of business, where they came from, products, titles."""
    return _workbook(_register_sheets)


_REGISTER = (
    (
        "经营情况", "大渡口区示例企业经营情况", "firm_years.csv",
        ("企业名称", "年份", "行业代码", "营业收入（万元）", "研发费用（万元）", "有效专利数（件）",
         "综合能源消费量（吨标准煤）", "区外销售收入占比（%）", "员工人数（人）", "数据性质"),
    ),
    (
        "企业来源", "大渡口区示例企业来源", "firm_origins.csv",
        (
            "企业名称", "企业来源", "落户年份", "退出年份", "实际控制人", "控制人所在地", "控股情况",
            "数据性质",
        ),
    ),
    (
        "产品收入", "大渡口区示例企业产品收入", "firm_products.csv",
        ("企业名称", "年份", "产品名称", "产品收入（万元）", "战新分类代码", "数据性质"),
    ),
    (
        "资质认定", "大渡口区示例企业资质", "firm_titles.csv",
        ("企业名称", "资质名称", "认定日期", "有效期至", "认定部门", "数据性质"),
    ),
)  # fmt: skip
_AS_NUMBERS = ("revenue", "rd", "patents", "energy", "outside_sales", "employees", "year", "settled", "left")


def _register_sheets(book: Any) -> None:
    look = _looks(book)
    for name, title, content, heads in _REGISTER:
        sheet = book.add_worksheet(name)
        sheet.merge_range(0, 0, 0, len(heads) - 1, title, look["title"])
        sheet.write_row(1, 0, heads, look["head"])
        rows = list(_table(content))
        for at, row in enumerate(rows, start=2):
            for column, (key, text) in enumerate(row.items()):
                is_year = key in ("year", "settled", "left")
                number = int(text) if text and key in _AS_NUMBERS else None
                shape = look["text" if is_year or key not in _AS_NUMBERS else "number"]
                sheet.write(at, column, text if number is None else number, shape)
        sheet.merge_range(len(rows) + 2, 0, len(rows) + 2, len(heads) - 1, NOTE, look["text"])
        sheet.set_column(0, 0, 32)
        sheet.set_column(1, len(heads) - 1, 16)
        sheet.freeze_panes(2, 1)


def credit_code(serial: int) -> str:
    """A made-up unified social credit code (统一社会信用代码) that no firm can hold: its region is 000000.

    Both check characters are right: GB 11714 for the nine of the organisation, GB 32100-2015 for all.

    >>> credit_code(1)
    '91000000DEM000014K'
    """
    organisation = f"DEM{serial:05d}"
    total = sum(w * int(c, 36) for w, c in zip((3, 7, 9, 10, 5, 8, 4, 2), organisation, strict=True))
    organisation += "0123456789X"[-total % 11]
    code = "91000000" + organisation
    total = sum(3**i * ALPHABET.index(c) for i, c in enumerate(code))
    return code + ALPHABET[-total % 31]


def _looks(book: Any) -> dict[str, Any]:
    edge = {"border": 1, "font_name": "宋体", "font_size": 10}
    return {
        "title": book.add_format({"bold": True, "align": "center", "font_name": "宋体", "font_size": 14}),
        "unit": book.add_format({"align": "right", "font_name": "宋体", "font_size": 10}),
        "head": book.add_format({**edge, "bold": True, "align": "center", "valign": "vcenter"}),
        "text": book.add_format(edge),
        "number": book.add_format({**edge, "num_format": "#,##0"}),
        "growth": book.add_format({**edge, "num_format": "0.0"}),
    }


def _workbook(fill: Callable[[Any], None]) -> bytes:
    import xlsxwriter

    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed, {"in_memory": True, "strings_to_urls": False}) as book:
        book.set_properties({"author": "bulian", "created": MADE_ON})
        fill(book)
    return _stored(packed.getvalue())


def _stored(archive: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(packed, "w") as new:
        for member in old.infolist():
            entry = zipfile.ZipInfo(member.filename, (1980, 1, 1, 0, 0, 0))
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            new.writestr(entry, old.read(member))
    return packed.getvalue()


def _content(name: str) -> str:
    return (CONTENT / name).read_text("utf-8")


def _table(name: str) -> Iterator[dict[str, str]]:
    with (CONTENT / name).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


MADE: dict[str, Callable[[], bytes]] = {
    "产业转型综述_2021年12月.txt": traditional_report,
    "产业集群进展_2024年1月.docx": word_report,
    "产业目标摘编_2024年1月.pdf": targets_paper,
    "工业经济月报_2021年10-12月.xlsx": monthly_workbook,
    "重点企业名录_2024年1月.xlsx": firms_workbook,
    "示例企业台账_2021-2023年.xlsx": register_workbook,
}

if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SOURCES)
