"""The paper as a Word document: named styles, three-line tables, each figure a link to its citation."""

import io
from datetime import datetime
from itertools import count as counter

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run

from bulian.publish.charts import themed
from bulian.publish.figure import Facts, Figure, Formula
from bulian.publish.numbering import Numbering, numbering
from bulian.publish.paper import (
    Block,
    Chart,
    Citation,
    Cite,
    Inline,
    KeyFigure,
    KeyFigures,
    Label,
    Name,
    NumberedTable,
    Paper,
    Paragraph,
    Points,
    Quote,
    Section,
    See,
    Text,
    Words,
)
from bulian.publish.renderers._renderer import (
    Renderer,
    expression,
    place_name,
    plain,
    printable,
    section_number,
)
from bulian.publish.renderers._word import (
    bookmark,
    cells_by_row,
    element,
    field,
    fixed_widths,
    link,
    name_fallbacks,
    repeat_head,
    saved,
    settle,
    three_lines,
)
from bulian.publish.renderers._word_styles import new_document
from bulian.publish.typesetting import can_typeset, picture
from bulian.publish.wording import Wording, wording

_WIDTH_MM = 170.0
_KEYS_A_ROW = {"zh": 4, "en": 3}
_FIELDS = {"page": "PAGE", "pages": "NUMPAGES"}
_CINNABAR, _OCHRE, _GREY = "A5301C", "7D5608", "555555"


class _Writer:
    """The document so far: the numbers of citations, formulas, tables and bookmarks."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.words: Wording = wording(paper.lang)
        self.numbers: Numbering = numbering(paper)
        self.document = new_document()
        # python-docx looks a style up by name in the whole list, each time.
        self.styles = {style.name: style.style_id for style in self.document.styles}
        self.bookmarks = counter(1)
        self.tables, self.charts = counter(1), counter(1)

    def whole(self) -> bytes:
        paper = self.paper
        self.add("题名", paper.title)
        self.add("来源", paper.subtitle)
        self.add("导语", paper.lead)
        for number, section in enumerate(paper.sections, start=1):
            self.section(number, section)
        self.appendices()
        self.footer()
        self.properties()
        settle(self.document)
        name_fallbacks(self.document)
        return saved(self.document)

    def section(self, number: int, section: Section) -> None:
        self.heading("paper.section", number, section.title)
        if section.aside:
            self.add("旁注", section.aside)
        for block in section.blocks:
            self.block(block)

    def heading(self, key: str, number: int, title: Words) -> None:
        before, _, after = self.words[key].partition("{number}")
        paragraph = self.paragraph("标题 1")
        paragraph.add_run(before)
        self.run(paragraph, section_number(number, self.words), "编号")
        paragraph.add_run(after)
        self.fill(paragraph, (title,))

    def block(self, block: Block) -> None:
        match block:
            case Paragraph(text, style):
                self.add("正文" if style == "body" else "来源", text)
            case Points(items):
                for item in items:
                    paragraph = self.paragraph("列项")
                    paragraph.add_run("▪\t")
                    self.fill(paragraph, item)
            case KeyFigures(keys):
                self.key_figures(keys)
            case NumberedTable():
                self.table(block)
            case Chart():
                self.chart(block)

    def add(self, style: str, text: Text) -> WordParagraph:
        paragraph = self.paragraph(style)
        self.fill(paragraph, text)
        return paragraph

    def paragraph(self, style: str) -> WordParagraph:
        paragraph: WordParagraph = self.document.add_paragraph()
        paragraph._p.style = self.styles[style]
        return paragraph

    def cell_paragraph(self, cell: _Cell, style: str) -> WordParagraph:
        paragraph: WordParagraph = cell.add_paragraph()
        paragraph._p.style = self.styles[style]
        return paragraph

    def run(self, paragraph: WordParagraph, text: str, style: str) -> Run:
        run: Run = paragraph.add_run(text)
        run._r.style = self.styles[style]
        return run

    def key_figures(self, keys: tuple[KeyFigure, ...]) -> None:
        width = _KEYS_A_ROW[self.paper.lang]
        table = self.document.add_table(-(-len(keys) // width), width)
        fixed_widths(table, [1] * width, _WIDTH_MM)
        cells = [cell for row in cells_by_row(table) for cell in row]
        for cell, key in zip(cells, keys, strict=False):
            first = cell.paragraphs[0]
            first._p.style = self.styles["要数题"]
            self.fill(first, key.label)
            self.fill(self.cell_paragraph(cell, "要数"), (key.figure,), weigh=True)
            self.fill(self.cell_paragraph(cell, "来源"), key.note)

    def chart(self, chart: Chart) -> None:
        """The drawing as a picture with its words; where nothing can draw it, a remark in its place."""
        if can_typeset():
            paragraph = self.paragraph("图")
            pixels = picture(themed(chart.drawing), chart.width_mm)
            shown = paragraph.add_run().add_picture(io.BytesIO(pixels), width=Mm(chart.width_mm))
            shown._inline.docPr.set("descr", printable(chart.about))
            for side in ("distT", "distB", "distL", "distR"):
                shown._inline.set(side, "0")
        else:
            self.add("来源", (self.words.words("paper.no_chart"),))
        self.caption("chart", "图题", next(self.charts), chart)
        if chart.note:
            self.add("来源", chart.note)

    def caption(self, kind: str, style: str, number: int, block: NumberedTable | Chart) -> None:
        """表 and its number, which `See` can name, then what it shows."""
        caption = self.paragraph(style)
        name = self.words[f"paper.{kind}"]
        caption.add_run(name)
        field(caption, f" SEQ {name.strip()} \\* ARABIC ", self.run(caption, str(number), "编号"))
        if block.key:
            bookmark(caption, f"b_{block.key}", next(self.bookmarks))
        caption.add_run("　")
        self.fill(caption, block.caption)

    def table(self, table: NumberedTable) -> None:
        self.caption("table", "表题", next(self.tables), table)
        made = self.document.add_table(1 + len(table.rows), len(table.columns))
        fixed_widths(made, [column.share for column in table.columns], _WIDTH_MM)
        three_lines(made)
        repeat_head(made)
        cells = cells_by_row(made)
        for cell, column in zip(cells[0], table.columns, strict=True):
            self.fill(self.styled(cell, "表头", column.kind), (column.title,))
        for row, content in zip(cells[1:], table.rows, strict=True):
            for cell, column, held in zip(row, table.columns, content, strict=True):
                self.fill(self.styled(cell, "表文", column.kind), held.text, weigh=True)
                if held.note:
                    self.fill(self.styled(cell, "表注", column.kind), held.note)
        self.add("来源", table.note) if table.note else self.paragraph("表后")

    def styled(self, cell: _Cell, style: str, kind: str) -> WordParagraph:
        """The cell's empty first paragraph, or a new one, in its style, numbers to the right."""
        first = cell.paragraphs[0]
        paragraph: WordParagraph = first if style != "表注" else cell.add_paragraph()
        paragraph._p.style = self.styles[style]
        if kind == "number":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        return paragraph

    def appendices(self) -> None:
        parts = [
            ("citations", self.paper.citations, self.citations),
            ("formulas", self.numbers.results, self.formulas),
            ("files", self.paper.files.rows, self.files),
        ]
        for number, (key, _, write) in enumerate((one for one in parts if one[1]), start=1):
            self.heading("paper.appendix", number, self.words.words(f"paper.{key}"))
            write()

    def citations(self) -> None:
        self.add("旁注", self.words.say("paper.citations_aside"))
        for number, one in enumerate(self.paper.citations, start=1):
            self.citation(number, one)

    def citation(self, number: int, one: Citation) -> None:
        paragraph = self.paragraph("引文")
        self.run(paragraph, f"[{number}]", "编号")
        paragraph.add_run("\t")
        for place, quote in enumerate(one.quotes):
            if place:
                paragraph.add_run(self.words["citation.header_join"])
            self.inline(paragraph, quote, weigh=False)
        bookmark(paragraph, f"c{number}", next(self.bookmarks))
        self.add("出处", one.origin)

    def formulas(self) -> None:
        self.add("旁注", self.words.say("paper.formulas_aside"))
        for number, figure in enumerate(self.numbers.results, start=1):
            paragraph = self.paragraph("引文")
            self.run(paragraph, f"({number})", "编号")
            paragraph.add_run("\t")
            said = self.words.say("formula.equals", figure=figure, expression=expression(figure, self.words))
            self.fill(paragraph, said)
            bookmark(paragraph, f"k{number}", next(self.bookmarks))

    def files(self) -> None:
        bookmark(self.document.paragraphs[-1], "files", next(self.bookmarks))
        self.table(self.paper.files)

    def footer(self) -> None:
        paragraph = self.document.sections[0].footer.paragraphs[0]
        paragraph._p.style = self.styles["页脚文"]
        self.fill(paragraph, self.paper.title)
        paragraph.add_run("\t")
        for part in self.words["paper.page_of"].replace("}", "{").split("{"):
            if part in _FIELDS:
                field(paragraph, f" {_FIELDS[part]} ", self.run(paragraph, "1", "编号"))
            else:
                paragraph.add_run(part)

    def properties(self) -> None:
        core = self.document.core_properties
        core.title = plain(self.paper.title)
        core.subject = self.words["paper.subject"]
        core.author = core.last_modified_by = self.words["paper.brand"]
        core.language = "zh-CN" if self.paper.lang == "zh" else "en-GB"
        core.keywords, core.comments, core.revision = "", self.words["paper.foot"], 1
        core.created = core.modified = datetime.fromisoformat(self.paper.built_on).replace(tzinfo=None)

    def fill(self, paragraph: WordParagraph, text: Text, *, weigh: bool = False) -> None:
        for node in text:
            self.inline(paragraph, node, weigh=weigh)

    def inline(self, paragraph: WordParagraph, node: Inline, *, weigh: bool) -> None:
        """One node as runs; where figures are weighed, what has happened is set in bold."""
        match node:
            case Words(text, tone):
                self.wording(paragraph, text, tone)
            case Figure():
                self.figure(paragraph, node, weigh)
            case Cite(fact_ids):
                self.cite(paragraph, fact_ids)
            case See(key):
                name = self.run(paragraph, place_name(key, self.numbers, self.words), "编号")
                field(paragraph, f" REF b_{key} \\h ", name)
            case Quote():
                self.quote(paragraph, node)
            case Name(text):
                self.run(paragraph, printable(text), "名称")
            case Label(text):
                self.run(paragraph, printable(text), "时地")

    def wording(self, paragraph: WordParagraph, text: str, tone: str) -> None:
        run = paragraph.add_run(f"〔{text}〕" if tone == "made_up" else text)
        if tone != "plain":
            _colour(run, {"made_up": _OCHRE, "warn": _CINNABAR}.get(tone, _GREY))

    def figure(self, paragraph: WordParagraph, figure: Figure, weigh: bool) -> None:
        runs = []
        for text, digits in ((figure.before, False), (figure.text, True), (figure.unit, False)):
            if text:
                run = self.run(paragraph, printable(text), "数字")
                run.bold = True if weigh and digits and figure.firm else None
                runs.append(run)
        link(paragraph, self.anchor(figure), runs)

    def anchor(self, figure: Figure) -> str:
        match figure.trace:
            case Facts(ids):
                return f"c{self.numbers.citation[ids[0]]}"
            case Formula():
                return f"k{self.numbers.formulas[figure.trace]}"
            case _:
                return "files"

    def cite(self, paragraph: WordParagraph, fact_ids: tuple[str, ...]) -> None:
        found = sorted({self.numbers.citation[fact] for fact in fact_ids})
        for place, number in enumerate(found):
            if place:
                paragraph.add_run(" ")  # a narrow column may break here
            link(paragraph, f"c{number}", [self.run(paragraph, f"[{number}]", "编号")])

    def quote(self, paragraph: WordParagraph, quote: Quote) -> None:
        paragraph.add_run(self.words["paper.quote_open"])
        at = 0
        for start, end in (*quote.marks, (len(quote.text), len(quote.text))):
            if start < at:
                continue
            for text, bold in ((quote.text[at:start], None), (quote.text[start:end], True)):
                if text:
                    run = self.run(paragraph, printable(text).replace("\n", " "), "引语")
                    run.bold = bold
                    _tongue(run, "zh-TW" if quote.script == "zh-Hant" else "zh-CN")
            at = end
        paragraph.add_run(self.words["paper.quote_close"])


def docx(paper: Paper) -> bytes:
    """The paper as a Word document; same paper, same bytes."""
    return _Writer(paper).whole()


def _colour(run: Run, colour: str) -> None:
    run.font.color.rgb = RGBColor.from_string(colour)


def _tongue(run: Run, tag: str) -> None:
    run._r.get_or_add_rPr().append(element("lang", eastAsia=tag))


RENDERER = Renderer(render=docx, suffixes=(".docx",))
