"""The look of the Word document: A4, its named styles, East Asian fonts on each of them."""

from typing import Any

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from bulian.publish.renderers._word.elements import HEI, SONG, element, set_font, set_spacing

_GREY = "555555"

# name, based on, family, size, bold, colour, space before, after, line pitch (points)
_PARAGRAPHS = (
    ("正文", "Normal", SONG, 10.5, False, "000000", 0, 6, 18),
    ("题名", "Title", SONG, 22, True, "000000", 0, 6, 30),
    ("导语", "Normal", SONG, 12, False, "000000", 8, 12, 21),
    ("标题 1", "Heading 1", SONG, 15, True, "000000", 20, 6, 22),
    ("标题 2", "Heading 2", SONG, 12.5, True, "000000", 14, 4, 19),
    ("标题 3", "Heading 3", SONG, 10.5, True, "000000", 10, 4, 18),
    ("列项", "Normal", SONG, 10.5, False, "000000", 0, 4, 18),
    ("引文", "Normal", SONG, 10.5, False, "000000", 6, 0, 17),
    ("endnote text", "Normal", SONG, 10.5, False, "000000", 6, 0, 17),
    ("出处", "Normal", HEI, 8.5, False, _GREY, 0, 2, 13),
    ("来源", "Normal", HEI, 8.5, False, _GREY, 2, 4, 13.5),
    ("旁注", "Normal", HEI, 8.5, False, _GREY, 2, 4, 13.5),
    ("要数", "Normal", SONG, 16, False, "000000", 0, 0, 24),
    ("要数题", "Normal", HEI, 8.5, False, _GREY, 10, 0, 13),
    ("图", "Normal", HEI, 9, False, "000000", 12, 0, 0),
    ("图题", "Normal", HEI, 9.5, True, "000000", 4, 6, 15),
    ("表题", "Normal", HEI, 9.5, True, "000000", 12, 4, 15),
    ("表头", "Normal", HEI, 8.5, False, _GREY, 2, 2, 12.5),
    ("表文", "Normal", HEI, 9, False, "000000", 2, 0, 13.5),
    ("表注", "Normal", HEI, 8, False, _GREY, 0, 2, 11.5),
    ("表后", "Normal", HEI, 6, False, _GREY, 0, 0, 8),
    ("页脚文", "Normal", HEI, 8.5, False, _GREY, 0, 0, 13),
)  # fmt: skip

# What may hold digits, told apart by style: a reader's tool can check law 6 in the file itself.
_CHARACTERS = ("数字", "引语", "名称", "时地", "编号")
# Styles that Word itself knows for endnotes, by their names there, with their ids.
_WORDS_OWN = {"endnote text": "EndnoteText", "endnote reference": "EndnoteReference"}
_KEPT_WITH_NEXT = ("标题 1", "标题 2", "标题 3", "旁注", "图", "表题", "表头", "引文", "endnote text")
_HANGING = {"引文": 11, "endnote text": 11, "出处": 11, "列项": 4}


def new_document() -> Document:
    """An empty A4 document with all styles."""
    document: Document = docx.Document()
    _page(document)
    _defaults(document)
    for row in _PARAGRAPHS:
        _paragraph_style(document, row)
    for name in _CHARACTERS:
        document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
    _note_numbers(document)
    return document


def _page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(22), Mm(24)
    section.left_margin = section.right_margin = Mm(20)
    section.footer_distance = Mm(12)


def _defaults(document: Document) -> None:
    normal = document.styles["Normal"]
    set_font(normal, SONG, 10.5)
    set_spacing(normal, before=0, after=0, line=18)
    # Latin letters and digits are English everywhere: Chinese line breaking would split them anywhere.
    normal.element.get_or_add_rPr().append(element("lang", val="en-GB", eastAsia="zh-CN"))


def _paragraph_style(
    document: Document, row: tuple[str, str, str, float, bool, str, float, float, float]
) -> None:
    name, base, family, size, bold, colour, before, after, line = row
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name in _WORDS_OWN)
    style.element.styleId = _WORDS_OWN.get(name, style.element.styleId)
    style.base_style = document.styles[base]
    style.quick_style = True
    set_font(document.styles[base], family if base != "Normal" else SONG, size if base != "Normal" else 10.5)
    set_font(style, family, size, bold=bold, colour=colour)
    set_spacing(style, before=before, after=after, line=line)
    style.paragraph_format.keep_with_next = name in _KEPT_WITH_NEXT
    if name == "题名":
        _without_border(style)
    if name in _HANGING:
        _hang(style, _HANGING[name], name != "出处")
    if name == "页脚文":
        style.paragraph_format.tab_stops.add_tab_stop(Mm(170), WD_TAB_ALIGNMENT.RIGHT)


def _note_numbers(document: Document) -> None:
    """The numbers of endnotes stand on the line, in brackets, as everywhere else in a paper."""
    name = "endnote reference"
    style = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER, builtin=True)
    style.element.styleId = _WORDS_OWN[name]
    properties = style.element.get_or_add_rPr()
    properties.get_or_add_rFonts().set(qn("w:eastAsia"), SONG)
    properties.append(element("vertAlign", val="baseline"))


def _hang(style: Any, width_mm: float, first: bool) -> None:
    style.paragraph_format.left_indent = Mm(width_mm)
    style.paragraph_format.first_line_indent = Mm(-width_mm) if first else Pt(0)
    style.paragraph_format.tab_stops.add_tab_stop(Mm(width_mm))


def _without_border(style: Any) -> None:
    # The template draws a blue rule under its Title.
    borders = element("pBdr")
    borders.append(element("bottom", val="nil"))
    properties = style.element.get_or_add_pPr()
    for old in properties.findall(qn("w:pBdr")):
        properties.remove(old)
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")
