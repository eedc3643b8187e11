"""Headings, points, key figures, three-line tables and charts in Word."""

import io

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from bulian.publish.charts import themed
from bulian.publish.paper import (
    Block,
    Chart,
    KeyFigure,
    KeyFigures,
    NumberedTable,
    Paragraph,
    Points,
    Words,
)
from bulian.publish.renderers._renderer import printable, section_number
from bulian.publish.renderers._word.draft import Draft
from bulian.publish.renderers._word.elements import (
    bookmark,
    cells_by_row,
    field,
    fixed_widths,
    repeat_head,
    three_lines,
)
from bulian.publish.renderers._word.running import add, fill, fill_weighed
from bulian.publish.typesetting import can_typeset, picture

_WIDTH_MM = 170.0
_KEYS_A_ROW = {"zh": 4, "en": 3}


def heading(draft: Draft, key: str, number: int, title: Words) -> WordParagraph:
    """一、 or Appendix 1. and the title."""
    before, _, after = draft.words[key].partition("{number}")
    paragraph = draft.paragraph("标题 1")
    paragraph.add_run(before)
    draft.run(paragraph, section_number(number, draft.words), "编号")
    paragraph.add_run(after)
    fill(draft, paragraph, (title,))
    return paragraph


def block(draft: Draft, told: Block) -> None:
    """One block of a section at the end of the document."""
    match told:
        case Paragraph(text, style):
            add(draft, "正文" if style == "body" else "来源", text)
        case Points(items):
            for item in items:
                paragraph = draft.paragraph("列项")
                paragraph.add_run("▪\t")
                fill(draft, paragraph, item)
        case KeyFigures(keys):
            _key_figures(draft, keys)
        case NumberedTable():
            table(draft, told)
        case Chart():
            _chart(draft, told)


def _key_figures(draft: Draft, keys: tuple[KeyFigure, ...]) -> None:
    width = _KEYS_A_ROW[draft.paper.lang]
    made = draft.document.add_table(-(-len(keys) // width), width)
    fixed_widths(made, [1] * width, _WIDTH_MM)
    cells = [cell for row in cells_by_row(made) for cell in row]
    for cell, key in zip(cells, keys, strict=False):
        fill(draft, draft.styled(cell.paragraphs[0], "要数题"), key.label)
        fill_weighed(draft, draft.cell_paragraph(cell, "要数"), (key.figure,))
        fill(draft, draft.cell_paragraph(cell, "来源"), key.note)


def _chart(draft: Draft, chart: Chart) -> None:
    """The drawing as a picture with its words; where nothing can draw it, a remark in its place."""
    if can_typeset():
        paragraph = draft.paragraph("图")
        pixels = picture(themed(chart.drawing), chart.width_mm)
        shown = paragraph.add_run().add_picture(io.BytesIO(pixels), width=Mm(chart.width_mm))
        shown._inline.docPr.set("descr", printable(chart.about))
        for side in ("distT", "distB", "distL", "distR"):
            shown._inline.set(side, "0")
    else:
        add(draft, "来源", (draft.words.words("paper.no_chart"),))
    _caption(draft, draft.paragraph("图题"), next(draft.charts), chart)
    if chart.note:
        add(draft, "来源", chart.note)


def _caption(draft: Draft, caption: WordParagraph, number: int, told: NumberedTable | Chart) -> None:
    """表 and its number, which `See` can name, then what it shows."""
    name = draft.words["paper.chart" if isinstance(told, Chart) else "paper.table"]
    caption.add_run(name)
    field(caption, f" SEQ {name.strip()} \\* ARABIC ", draft.run(caption, str(number), "编号"))
    if told.key:
        bookmark(caption, f"b_{told.key}", next(draft.bookmarks))
    caption.add_run("　")
    fill(draft, caption, told.caption)


def table(draft: Draft, told: NumberedTable) -> None:
    """A three-line table (三线表) under its caption, its note below it."""
    _caption(draft, draft.paragraph("表题"), next(draft.tables), told)
    made = draft.document.add_table(1 + len(told.rows), len(told.columns))
    fixed_widths(made, [column.share for column in told.columns], _WIDTH_MM)
    three_lines(made)
    repeat_head(made)
    cells = cells_by_row(made)
    for cell, column in zip(cells[0], told.columns, strict=True):
        fill(draft, _in_cell(draft, cell, "表头", column.kind), (column.title,))
    for row, content in zip(cells[1:], told.rows, strict=True):
        for cell, column, held in zip(row, told.columns, content, strict=True):
            fill_weighed(draft, _in_cell(draft, cell, "表文", column.kind), held.text)
            if held.note:
                fill(draft, _in_cell(draft, cell, "表注", column.kind), held.note)
    add(draft, "来源", told.note) if told.note else draft.paragraph("表后")


def _in_cell(draft: Draft, cell: _Cell, style: str, kind: str) -> WordParagraph:
    """The cell's empty first paragraph, or a new one, in its style, numbers to the right."""
    first = cell.paragraphs[0]
    paragraph = draft.styled(first if style != "表注" else cell.add_paragraph(), style)
    if kind == "number":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    return paragraph
