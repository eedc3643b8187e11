"""Tables in PDFs as offices print them: three lines, rules under rows, several pages, and no table at all."""

import io
from collections import Counter
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib import colors
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from bulian.corpus.reader import Content
from bulian.corpus.readers.pdf import read_pdf
from bulian.model.document import Table as Read
from tests.corpus import made

FONT = ("FONT", (0, 0), (-1, -1), "STSong-Light", 10)
THREE = (
    FONT,
    ("LINEABOVE", (0, 0), (-1, 0), 1.5, colors.black),
    ("LINEBELOW", (0, 0), (-1, 0), 0.5, colors.black),
    ("LINEBELOW", (0, -1), (-1, -1), 1.5, colors.black),
)
ROWS = [
    ["指标", "数值", "性质", "时期"],
    ["工业增加值", "约 120.8 亿元", "实绩", "2021 年"],
    ["工业用电量", "8.2 亿千瓦时", "实绩", "2021 年"],
    ["集群规模", "百亿级", "预期", "2024 年"],
]


def drawn(draw: Callable[[Canvas], None]) -> Content:
    """What is read of a page drawn by hand in type of 10 points."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842))
    canvas.setFont("STSong-Light", 10)
    draw(canvas)
    canvas.save()
    return read_pdf(buffer.getvalue(), "a.pdf")


def printed(*story: object) -> Content:
    """What is read of a story; text in it is set as paragraphs."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    buffer = io.BytesIO()
    flow = [Paragraph(part, made.BODY) if isinstance(part, str) else part for part in story]
    SimpleDocTemplate(buffer).build(flow)
    return read_pdf(buffer.getvalue(), "a.pdf")


def rows_of(table: Read) -> list[list[str]]:
    """The rows of a table; "" where a cell is empty."""
    width, height = (1 + max(place[n] for place in table.cells) for n in (1, 0))
    return [
        [cell.text if (cell := table.cells.get((row, column))) else "" for column in range(width)]
        for row in range(height)
    ]


def bar(canvas: Canvas, left: float, right: float, height: float, thick: float = 0.5) -> None:
    """A rule as Word prints it: a thin filled bar."""
    canvas.rect(left, height - thick / 2, right - left, thick, stroke=0, fill=1)


def test_three_lines_are_a_table_and_what_stands_around_is_prose() -> None:
    content = printed(
        made.SENTENCE, "表1 最新实绩", Table(ROWS, style=THREE), "注：按现价计算。", made.SENTENCE
    )
    [table] = content.tables
    assert rows_of(table) == ROWS
    assert table.caption[-1] == "表1 最新实绩"
    assert content.text.splitlines() == [made.SENTENCE, "表1 最新实绩", "注：按现价计算。", made.SENTENCE]


def test_borders_drawn_cell_by_cell_are_one_rule() -> None:
    def draw(canvas: Canvas) -> None:
        lefts = [72, 200, 330, 440, 520]
        for number, row in enumerate(ROWS):
            height = 700 - 17 * number
            for left, right, text in zip(lefts, lefts[1:], row, strict=False):
                if number < 2:
                    bar(canvas, left, left + 0.5, height)
                    bar(canvas, left + 0.5, right, height)
                canvas.drawString(left + 5, height - 13, text)
        for left, right in pairwise(lefts):
            bar(canvas, left, right, 632, 1.5)

    [table] = drawn(draw).tables
    assert rows_of(table) == ROWS


def test_two_tables_on_a_page_are_two() -> None:
    content = printed(
        *("主要指标", Table(ROWS, style=THREE), "重点指标", Table(ROWS[:3], style=THREE)),
    )
    assert [len(rows_of(table)) for table in content.tables] == [4, 3]
    assert content.tables[1].caption[-1] == "重点指标"


def test_a_rule_under_each_row_holds_a_row_together() -> None:
    rows = [
        ["项目名称", "建设内容", "投资（万元）"],
        ["轨道交通装备产业园\n二期工程", "标准厂房", "120000"],
        ["矿山修复", "绿化、道路\n和管网", "3400"],
        ["智算中心", "机房", "380000"],
    ]
    ruled = (FONT, ("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "MIDDLE"))
    [table] = printed(Table(rows, style=[*ruled, THREE[1]])).tables
    joined = [[text.replace("\n", "") for text in row] for row in rows_of(table)]
    assert joined == [[text.replace("\n", "") for text in row] for row in rows]


def test_small_remarks_belong_to_the_cell_above() -> None:
    def draw(canvas: Canvas) -> None:
        for height in (700, 683, 605):
            bar(canvas, 72, 500, height)
        canvas.drawString(75, 688, "指标")
        canvas.drawRightString(400, 688, "数值")
        for number, name in enumerate(["工业投资", "工业投资增速", "工业总产值"]):
            canvas.drawString(75, 670 - 26 * number, name)
            canvas.drawRightString(400, 670 - 26 * number, f"{number}8.5")
        canvas.setFont("STSong-Light", 7.5)
        canvas.drawString(75, 634, "同比")
        canvas.drawRightString(400, 634, "不一致")

    [table] = drawn(draw).tables
    assert rows_of(table) == [
        *(["指标", "数值"], ["工业投资", "08.5"], ["工业投资增速\n同比", "18.5\n不一致"]),
        ["工业总产值", "28.5"],
    ]


def test_headings_stand_over_their_columns() -> None:
    rows = [
        ["行业", "2022年", "", "2023年", "", "备注"],
        ["", "产值", "增速", "产值", "增速", ""],
        ["装备制造", "280.1", "10.0", "300.2", "12.1", ""],
        ["新材料", "199", "-4.1", "210", "5.5", ""],
    ]
    spans = [
        ("SPAN", (0, 0), (0, 1)),
        ("SPAN", (1, 0), (2, 0)),
        ("SPAN", (3, 0), (4, 0)),
        ("SPAN", (5, 0), (5, 1)),
    ]
    rules = [FONT, THREE[1], ("LINEBELOW", (0, 1), (-1, 1), 0.5, colors.black), THREE[3]]
    inner = ("LINEBELOW", (1, 0), (4, 0), 0.3, colors.black)
    centre = ("ALIGN", (1, 0), (-1, -1), "CENTER")
    [table] = printed(Table(rows, style=[*rules, inner, centre, *spans])).tables
    assert [row[:6] for row in rows_of(table)] == rows
    assert table.merged == ((0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 0, 4), (0, 5, 1, 5))


@pytest.mark.parametrize("repeat", [0, 1])
@pytest.mark.parametrize(
    "style", [THREE, (FONT, ("GRID", (0, 0), (-1, -1), 0.5, colors.black))], ids=["three", "grid"]
)
def test_a_table_over_pages_is_one_with_or_without_its_header_again(
    repeat: int, style: tuple[object, ...]
) -> None:
    rows = [
        ["企业", "产值（万元）", "增速（%）"],
        *([f"第{n}号企业", f"{n}.5", f"-{n}.1"] for n in range(1, 90)),
    ]
    content = printed("附表 企业产值", Table(rows, style=style, repeatRows=repeat), made.SENTENCE)
    [table] = content.tables
    assert rows_of(table) == rows
    assert content.text == f"附表 企业产值\n{made.SENTENCE}\n"


def test_a_row_cut_by_the_page_is_whole_again() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("STSong-Light", 10)
        canvas.grid([72, 300, 500], [60, 80, 100, 120])
        for height, texts in (
            (105, ("企业", "产值")),
            (85, ("某甲公司", "12.5")),
            (65, ("大渡口装备制造", "33.1")),
        ):
            canvas.drawString(75, height, texts[0])
            canvas.drawString(305, height, texts[1])
        canvas.showPage()
        canvas.setFont("STSong-Light", 10)
        canvas.grid([72, 300, 500], [740, 760, 780])
        canvas.drawString(75, 765, "公司")
        canvas.drawString(75, 745, "某乙公司")
        canvas.drawString(305, 745, "8")

    [table] = drawn(draw).tables
    assert rows_of(table) == [
        *(["企业", "产值"], ["某甲公司", "12.5"], ["大渡口装备制造公司", "33.1"], ["某乙公司", "8"]),
    ]


def columns_of_prose(canvas: Canvas) -> None:
    """Two columns of prose between the rules of a running header and a footer."""
    bar(canvas, 72, 520, 800)
    bar(canvas, 72, 520, 60)
    for number in range(30):
        canvas.drawString(72, 780 - 18 * number, "全区工业经济运行总体平稳稳中有进质量效益提升")
        canvas.drawString(310, 780 - 18 * number, "重点产业集群加快发展创新能力明显增强企业活跃")


def official_letter(canvas: Canvas) -> None:
    """A red rule below the head, and who else gets a copy between rules at the foot."""
    bar(canvas, 72, 520, 760, 2)
    for number in range(10):
        canvas.drawString(
            72,
            740 - 18 * number,
            "各街镇、区级各部门：现将有关事项通知如下，请认真贯彻执行并按时报送工作情况",
        )
    for height in (150, 130, 110):
        bar(canvas, 72, 520, height)
    canvas.drawString(80, 136, "抄送：区委办公室，区人大办公室。")
    canvas.drawString(80, 116, "某区人民政府办公室")
    canvas.drawString(400, 116, "2024年1月15日印发")


def contacts(canvas: Canvas) -> None:
    """Words side by side between two rules."""
    bar(canvas, 72, 520, 700)
    for height, left, right in (
        (680, "联系人：张三", "电话：023-00000000"),
        (660, "地址：文体路", "邮编：400000"),
    ):
        canvas.drawString(72, height, left)
        canvas.drawString(300, height, right)
    bar(canvas, 72, 520, 640)


def contents(canvas: Canvas) -> None:
    """A table of contents between two rules."""
    bar(canvas, 72, 520, 800)
    for number in range(12):
        canvas.drawString(72, 770 - 20 * number, f"第{number + 1}章工业")
        canvas.drawString(200, 770 - 20 * number, "." * 60)
        canvas.drawRightString(515, 770 - 20 * number, str(3 * number + 1))
    bar(canvas, 72, 520, 60)


@pytest.mark.parametrize("draw", [columns_of_prose, official_letter, contacts, contents])
def test_what_stands_between_rules_may_be_prose(draw: Callable[[Canvas], None]) -> None:
    content = drawn(draw)
    assert content.tables == ()
    assert content.text.strip()


NAMES = st.text(st.sampled_from("工业投资产值装备材料电力环保"), min_size=2, max_size=9)
NUMBERS = st.decimals(-999, 99999, places=1).map(str)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(NAMES, NUMBERS, NUMBERS), min_size=2, max_size=12))
def test_no_character_is_lost_and_none_is_read_twice(body: list[tuple[str, str, str]]) -> None:
    rows = [("名称", "数值", "增速"), *body]
    content = printed(made.SENTENCE, Table(rows, style=THREE), made.SENTENCE)
    read = content.text + "".join(cell.text for table in content.tables for cell in table.cells.values())
    given_text = made.SENTENCE * 2 + "".join(text for row in rows for text in row)
    assert Counter("".join(read.split())) == Counter(given_text)
    [table] = content.tables
    assert [tuple(row) for row in rows_of(table)] == rows


def test_a_merged_cell_goes_on_over_the_page() -> None:
    def page(canvas: Canvas, rows: list[tuple[str, str]], bottom: float) -> None:
        canvas.setFont("STSong-Light", 10)
        top = bottom + 20 * len(rows)
        for height in range(len(rows) + 1):
            canvas.line(
                200 if 0 < height < len(rows) else 72, bottom + 20 * height, 500, bottom + 20 * height
            )
        for left in (72, 200, 350, 500):
            canvas.line(left, bottom, left, top)
        for number, (name, value) in enumerate(rows):
            canvas.drawString(205, top - 15 - 20 * number, name)
            canvas.drawString(355, top - 15 - 20 * number, value)

    def draw(canvas: Canvas) -> None:
        page(canvas, [("甲厂", "1.5"), ("乙厂", "2.5")], 60)
        canvas.drawString(75, 85, "装备")
        canvas.showPage()
        page(canvas, [("丙厂", "3.5"), ("丁厂", "4.5")], 700)

    [table] = drawn(draw).tables
    assert table.merged == ((0, 0, 3, 0),)
    assert rows_of(table) == [
        ["装备", "甲厂", "1.5"],
        ["", "乙厂", "2.5"],
        ["", "丙厂", "3.5"],
        ["", "丁厂", "4.5"],
    ]
