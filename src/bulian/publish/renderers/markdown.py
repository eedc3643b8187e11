"""The paper as Markdown (GitHub's flavour): tables, links from each figure to its citation."""

import re

from bulian.publish.figure import Facts, Figure, Formula
from bulian.publish.numbering import Numbering, numbering
from bulian.publish.paper import (
    Block,
    Chart,
    Cite,
    Inline,
    KeyFigure,
    KeyFigures,
    NumberedTable,
    Paper,
    Paragraph,
    Points,
    Quote,
    See,
    TableCell,
    Text,
    Words,
)
from bulian.publish.renderers._renderer import (
    Renderer,
    expression,
    place_name,
    printable,
    section_number,
)
from bulian.publish.wording import Wording, wording

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~$#])")
_LINE_START = re.compile(r"^(\s*)([-+=])")


class _Writer:
    """Lines of Markdown so far, and the number of the next table."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.words: Wording = wording(paper.lang)
        self.numbers: Numbering = numbering(paper)
        self.tables = self.charts = 0

    def whole(self) -> str:
        paper, words = self.paper, self.words
        parts = [f"# {self.text(paper.title)}", self.text(paper.subtitle), f"**{self.text(paper.lead)}**"]
        for number, section in enumerate(paper.sections, start=1):
            head = words["paper.section"].replace("{number}", section_number(number, words))
            parts.append(f"## {head}{self.text((section.title,))}")
            if section.aside:
                parts.append(f"*{self.text(section.aside)}*")
            parts += [self.block(block) for block in section.blocks]
        parts += [*self.citations(), *self.formulas(), *self.files()]
        return "\n\n".join(part for part in parts if part) + "\n"

    def block(self, block: Block) -> str:
        match block:
            case Paragraph(text, style):
                return self.text(text) if style == "body" else f"*{self.text(text)}*"
            case Points(items):
                return "\n".join(f"- {self.text(item)}" for item in items)
            case KeyFigures(keys):
                return "\n".join(f"- {self.key_figure(key)}" for key in keys)
            case NumberedTable():
                return self.table(block)
            case Chart(caption, note=note):
                self.charts += 1
                said = f"**{self.words['paper.chart'].strip()} {self.charts}**　{self.text(caption)}"
                return f"{said} {self.words['paper.no_chart']}\n\n*{self.text(note)}*"

    def key_figure(self, key: KeyFigure) -> str:
        colon, space = self.words["join.colon"], self.words["join.space"]
        return f"{self.text(key.label)}{colon}**{self.inline(key.figure)}**{space}{self.text(key.note)}"

    def table(self, table: NumberedTable) -> str:
        self.tables += 1
        caption = f"**{_escaped(self.words['paper.table'])}{self.tables}**　{self.text(table.caption)}"
        head = "| " + " | ".join(self.text((column.title,)) for column in table.columns) + " |"
        rule = "".join(" ---: |" if column.kind == "number" else " --- |" for column in table.columns)
        rows = ["| " + " | ".join(self.cell(cell) for cell in row) + " |" for row in table.rows]
        note = [f"\n*{self.text(table.note)}*"] if table.note else []
        return "\n".join([caption, "", head, f"|{rule}", *rows, *note])

    def cell(self, cell: TableCell) -> str:
        parts = [self.text(cell.text), self.text(cell.note)]
        return "<br>".join(part.replace("\n", " ") for part in parts if part)

    def citations(self) -> list[str]:
        if not self.paper.citations:
            return []
        parts = [self.appendix(1, "citations"), f"*{_escaped(self.words['paper.citations_aside'])}*"]
        joint = _escaped(self.words["citation.header_join"])
        for number, one in enumerate(self.paper.citations, start=1):
            quoted = joint.join(self.inline(quote) for quote in one.quotes)
            parts.append(f'<a id="c{number}"></a>\\[{number}\\] {quoted}  \n{self.text(one.origin)}')
        return parts

    def formulas(self) -> list[str]:
        if not self.numbers.results:
            return []
        parts = [self.appendix(2, "formulas"), f"*{_escaped(self.words['paper.formulas_aside'])}*"]
        for number, figure in enumerate(self.numbers.results, start=1):
            said = self.words.say("formula.equals", figure=figure, expression=expression(figure, self.words))
            parts.append(f'<a id="k{number}"></a>({number}) {self.text(said)}')
        return parts

    def files(self) -> list[str]:
        if not self.paper.files.rows:
            return []
        number = 3 if self.numbers.results else 2 if self.paper.citations else 1
        return [f'<a id="files"></a>\n\n{self.appendix(number, "files")}', self.table(self.paper.files)]

    def appendix(self, number: int, key: str) -> str:
        head = self.words["paper.appendix"].replace("{number}", section_number(number, self.words))
        return f"## {head}{_escaped(self.words[f'paper.{key}'])}"

    def text(self, text: Text) -> str:
        return "".join(self.inline(node) for node in text)

    def inline(self, node: Inline) -> str:
        match node:
            case Words(text, "made_up"):
                return f"〔{_escaped(text)}〕"
            case Words(text, "warn"):
                return f"**{_escaped(text)}**"
            case Figure():
                return f"[{_escaped(node.whole)}](#{self.anchor(node)})"
            case Cite(fact_ids):
                found = sorted({self.numbers.citation[fact] for fact in fact_ids})
                return "".join(f"[\\[{number}\\]](#c{number})" for number in found)
            case See(key):
                return place_name(key, self.numbers, self.words)
            case Quote(text, _, marks):
                return (
                    f"{self.words['paper.quote_open']}{_marked(text, marks)}{self.words['paper.quote_close']}"
                )
            case _:
                return _escaped(node.text)

    def anchor(self, figure: Figure) -> str:
        match figure.trace:
            case Facts(ids):
                return f"c{self.numbers.citation[ids[0]]}"
            case Formula():
                return f"k{self.numbers.formulas[figure.trace]}"
            case _:
                return "files"


def markdown(paper: Paper) -> bytes:
    """The paper as UTF-8 Markdown."""
    return _Writer(paper).whole().encode("utf-8")


def _marked(text: str, marks: tuple[tuple[int, int], ...]) -> str:
    parts, at = [], 0
    for start, end in marks:
        if start >= at:
            parts += [_escaped(text[at:start]), f"**{_escaped(text[start:end])}**"]
            at = end
    return "".join([*parts, _escaped(text[at:])])


def _escaped(text: str) -> str:
    plain = printable(text).replace("\r", " ").replace("\n", " ")
    return _LINE_START.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", plain))


RENDERER = Renderer(render=markdown, suffixes=(".md",))
