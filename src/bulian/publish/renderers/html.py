"""The paper as one HTML file: no script, no request; every figure leads to its sentence, cell or formula."""

from collections.abc import Iterator
from html import escape
from importlib.resources import files

from bulian.publish.charts import theme
from bulian.publish.numbering import Numbering, numbering
from bulian.publish.paper import (
    Block,
    Chart,
    Citation,
    KeyFigures,
    NumberedTable,
    Paper,
    Paragraph,
    Points,
    TableCell,
    Text,
)
from bulian.publish.renderers._html_running import Running, escaped
from bulian.publish.renderers._html_source import excerpt_html, fact_anchor
from bulian.publish.renderers._renderer import Renderer, expression, language_tag, plain, section_number
from bulian.publish.wording import Wording, wording


class _Page:
    """The page so far: numbers of citations and formulas, and of the next table."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.words: Wording = wording(paper.lang)
        self.numbers: Numbering = numbering(paper)
        self.say = Running(paper, self.words, self.numbers)
        self.tables = self.charts = 0

    def whole(self) -> str:
        paper, words = self.paper, self.words
        title = plain(paper.title)
        body, appendices = "".join(self.sections()), self.appendices()
        return (
            f'<!doctype html>\n<html lang="{language_tag(paper.lang)}">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f'<title>{escaped(title)}</title>\n<link rel="icon" href="data:,">\n'
            f"<style>\n{_style()}</style>\n</head>\n<body>\n"
            f'<a class="skip" href="#main">{words["paper.skip"]}</a>\n<div class="wrap">\n'
            f'<header class="mast"><span class="brand">{words["paper.brand"]}</span>'
            f"{self.contents(list(appendices))}</header>\n"
            f'<main id="main">\n<div class="top"><p class="crumb">{self.say.text(paper.subtitle)}</p>'
            f'<h1>{self.say.text(paper.title)}</h1><p class="lead">{self.say.text(paper.lead)}</p></div>\n'
            f"{body}{''.join(appendices.values())}</main>\n"
            f'<footer class="foot">{words["paper.foot"]}</footer>\n</div>\n</body>\n</html>\n'
        )

    def contents(self, appendices: list[str]) -> str:
        items = [
            f'<li><a href="#sec-{number}">{self.say.text((section.title,))}</a></li>'
            for number, section in enumerate(self.paper.sections, start=1)
        ]
        items += [f'<li><a href="#{key}">{self.words[f"paper.{key}"]}</a></li>' for key in appendices]
        return f'<nav aria-label="{self.words["paper.contents"]}"><ul>{"".join(items)}</ul></nav>'

    def sections(self) -> Iterator[str]:
        for number, section in enumerate(self.paper.sections, start=1):
            before, _, after = self.words["paper.section"].partition("{number}")
            mark = f'<span class="no">{before}{section_number(number, self.words)}{after}</span>'
            blocks = "".join(self.block(block) for block in section.blocks)
            yield self.section(f"sec-{number}", mark + self.say.text((section.title,)), section.aside, blocks)

    def section(self, anchor: str, title: str, aside: Text, content: str) -> str:
        remark = f"<p>{self.say.text(aside)}</p>" if aside else ""
        return (
            f'<section class="sec" id="{anchor}"><header><h2>{title}</h2>{remark}</header>'
            f"<div>{content}</div></section>\n"
        )

    def appendices(self) -> dict[str, str]:
        """Those that have content, by their key."""
        contents = {
            "citations": "".join(self.citations()),
            "formulas": "".join(self.formulas()),
            "files": self.table(self.paper.files) if self.paper.files.rows else "",
            "excerpts": "".join(self.excerpts()),
        }
        held = [key for key, content in contents.items() if content]
        return {key: self.appendix(number, key, contents[key]) for number, key in enumerate(held, start=1)}

    def appendix(self, number: int, key: str, content: str) -> str:
        before, _, after = self.words["paper.appendix"].partition("{number}")
        mark = f'<span class="no">{before}{section_number(number, self.words)}{after}</span>'
        aside = f"paper.{key}_aside"
        remark = self.words.say(aside) if aside in self.words.texts else ()
        return self.section(key, f"{mark}{self.words[f'paper.{key}']}", remark, content)

    def block(self, block: Block) -> str:
        match block:
            case Paragraph(text, style):
                kind = ' class="note"' if style == "note" else ""
                return f"<p{kind}>{self.say.text(text)}</p>"
            case Points(items):
                return (
                    f'<ul class="points">{"".join(f"<li>{self.say.text(item)}</li>" for item in items)}</ul>'
                )
            case KeyFigures(keys):
                shown = "".join(
                    f"<div><dt>{self.say.text(key.label)}</dt>"
                    f'<dd class="big">{self.say.inline(key.figure)}</dd>'
                    f'<dd class="s">{self.say.text(key.note)}</dd></div>'
                    for key in keys
                )
                return f'<dl class="keys">{shown}</dl>'
            case NumberedTable():
                return self.table(block)
            case Chart():
                return self.chart(block)

    def chart(self, chart: Chart) -> str:
        self.charts += 1
        mark = f'<span class="no">{self.words["paper.chart"]}{self.charts}</span>'
        note = f'<p class="note">{self.say.text(chart.note)}</p>' if chart.note else ""
        return (
            f'<figure class="chart"{self.place(chart.key)}>{chart.drawing}'
            f"<figcaption>{mark}{self.say.text(chart.caption)}</figcaption></figure>{note}"
        )

    def place(self, key: str) -> str:
        """The anchor that `See` leads to."""
        return f' id="b-{key}"' if key else ""

    def table(self, table: NumberedTable) -> str:
        self.tables += 1
        several = sum(column.kind == "number" for column in table.columns) > 1
        mark = f'<span class="no">{self.words["paper.table"]}{self.tables}</span>'
        heads = [(column.kind, self.say.text((column.title,))) for column in table.columns]
        head = "".join(f'<th scope="col" class="k-{kind}">{title}</th>' for kind, title in heads)
        rows = "".join(self.row(table, row) for row in table.rows)
        note = f'<p class="note">{self.say.text(table.note)}</p>' if table.note else ""
        whole = sum(column.share for column in table.columns)
        widths = "".join(f'<col style="width:{100 * column.share // whole}%">' for column in table.columns)
        caption = f"<caption>{mark}{self.say.text(table.caption)}</caption>"
        return (
            f'<table class="{"cards" if several else "flow"}"{self.place(table.key)}>{caption}'
            f"<colgroup>{widths}</colgroup><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{note}"
        )

    def row(self, table: NumberedTable, row: tuple[TableCell, ...]) -> str:
        cells = []
        for column, cell in zip(table.columns, row, strict=True):
            tag = "th" if column.kind == "head" else "td"
            scope = ' scope="row"' if column.kind == "head" else ""
            label = escape(column.title.text)
            empty = "" if cell.text or cell.note else " empty"
            start = f'<{tag}{scope} class="k-{column.kind}{empty}" data-label="{label}">'
            cells.append(f"{start}<div>{self.cell(cell)}</div></{tag}>")
        return f"<tr>{''.join(cells)}</tr>"

    def cell(self, cell: TableCell) -> str:
        note = f'<small class="rem">{self.say.text(cell.note)}</small>' if cell.note else ""
        return self.say.text(cell.text) + note

    def citations(self) -> Iterator[str]:
        for number, one in enumerate(self.paper.citations, start=1):
            yield self.citation(number, one)

    def citation(self, number: int, one: Citation) -> str:
        joint = f'<span class="mute">{self.words["citation.header_join"]}</span>'
        quoted = joint.join(self.say.inline(quote) for quote in one.quotes)
        source = f'<a href="#{fact_anchor(one.fact_ids[0])}">{self.words["paper.to_source"]}</a>'
        return (
            f'<div class="cit" id="c-{number}"><span class="c">[{number}]</span><div><p>{quoted}</p>'
            f'<p class="s">{self.say.text(one.origin)}　{source}</p></div></div>'
        )

    def formulas(self) -> Iterator[str]:
        for number, figure in enumerate(self.numbers.results, start=1):
            said = self.words.say("formula.equals", figure=figure, expression=expression(figure, self.words))
            yield (
                f'<div class="cit" id="k-{number}"><span class="no">({number})</span>'
                f"<p>{self.say.text(said)}</p></div>"
            )

    def excerpts(self) -> Iterator[str]:
        for excerpt in self.paper.excerpts:
            yield excerpt_html(excerpt, self.say.text(excerpt.title), self.words)


def html(paper: Paper) -> bytes:
    """The paper as one self-contained HTML file in UTF-8."""
    return _Page(paper).whole().encode("utf-8")


def _style() -> str:
    look = (files("bulian.publish.renderers") / "look.css").read_text("utf-8")
    return f"{look}.chart {{ {theme()} }}\n"


RENDERER = Renderer(render=html, suffixes=(".html", ".htm"))
