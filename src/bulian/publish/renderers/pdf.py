"""The paper as PDF: its nodes as data for `paper.typ`, which sets them; no text of a source is markup."""

from bulian.publish.charts import themed
from bulian.publish.figure import Facts, Figure, Formula
from bulian.publish.numbering import Numbering, numbering
from bulian.publish.paper import (
    Block,
    Chart,
    Citation,
    Cite,
    Inline,
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
    TableCell,
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
from bulian.publish.typesetting import typeset
from bulian.publish.wording import Wording, wording

Told = dict[str, object]
_WORDS = ("table", "chart", "brand", "subject", "page_of")


class _Writer:
    """Turns nodes into what JSON can say."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.words: Wording = wording(paper.lang)
        self.numbers: Numbering = numbering(paper)

    def whole(self) -> Told:
        paper, words = self.paper, self.words
        return {
            "lang": paper.lang,
            "name": plain(paper.title),
            "day": [int(part) for part in paper.built_on[:10].split("-")],
            "title": self.text(paper.title),
            "subtitle": self.text(paper.subtitle),
            "lead": self.text(paper.lead),
            "sections": [self.section(at, one) for at, one in enumerate(paper.sections, start=1)],
            "appendices": list(self.appendices()),
            "words": {
                key: words[f"paper.{key}"] for key in ("table", "chart", "brand", "subject", "page_of")
            },
            "join": words["citation.header_join"],
            "quotes": [words["paper.quote_open"], words["paper.quote_close"]],
        }

    def section(self, number: int, section: Section) -> Told:
        return {
            "title": self.heading("paper.section", number) + section.title.text,
            "aside": self.text(section.aside),
            "blocks": [self.block(block) for block in section.blocks],
        }

    def heading(self, key: str, number: int) -> str:
        return self.words[key].replace("{number}", section_number(number, self.words))

    def block(self, block: Block) -> Told:
        match block:
            case Paragraph(text, style):
                return {"is": style, "text": self.text(text)}
            case Points(items):
                return {"is": "points", "items": [self.text(item) for item in items]}
            case KeyFigures(keys):
                shown = [(self.text(key.label), self.inline(key.figure), self.text(key.note)) for key in keys]
                return {"is": "keys", "keys": shown}
            case NumberedTable():
                return self.table(block)
            case Chart(caption, drawing, about, note, key):
                told = {"caption": self.text(caption), "note": self.text(note), "about": about, "key": key}
                return {"is": "chart", "drawing": themed(drawing), "width": block.width_mm, **told}

    def table(self, table: NumberedTable) -> Told:
        return {
            "is": "table",
            "caption": self.text(table.caption),
            "shares": [column.share for column in table.columns],
            "kinds": [column.kind for column in table.columns],
            "heads": [column.title.text for column in table.columns],
            "rows": [[self.cell(cell) for cell in row] for row in table.rows],
            "note": self.text(table.note),
            "key": table.key,
        }

    def cell(self, cell: TableCell) -> list[object]:
        return [self.text(cell.text), self.text(cell.note)]

    def appendices(self) -> list[Told]:
        words = self.words
        held: list[tuple[str, Told]] = []
        if self.paper.citations:
            items = [self.citation(at, one) for at, one in enumerate(self.paper.citations, start=1)]
            held.append(("citations", {"is": "citations", "items": items}))
        if self.numbers.results:
            items = [self.formula(at, one) for at, one in enumerate(self.numbers.results, start=1)]
            held.append(("formulas", {"is": "formulas", "items": items}))
        if self.paper.files.rows:
            held.append(("files", self.table(self.paper.files)))
        return [
            {
                "title": self.heading("paper.appendix", number) + words[f"paper.{key}"],
                "aside": self.text(words.say(aside))
                if (aside := f"paper.{key}_aside") in words.texts
                else [],
                "blocks": [block],
                "mark": key,
            }
            for number, (key, block) in enumerate(held, start=1)
        ]

    def citation(self, number: int, one: Citation) -> Told:
        return {"n": number, "quotes": self.text(one.quotes), "origin": self.text(one.origin)}

    def formula(self, number: int, figure: Figure) -> Told:
        said = self.words.say("formula.equals", figure=figure, expression=expression(figure, self.words))
        return {"n": number, "text": self.text(said)}

    def text(self, text: Text) -> list[object]:
        return [self.inline(node) for node in text]

    def inline(self, node: Inline) -> list[object]:
        match node:
            case Words(text, tone):
                return [tone, f"〔{text}〕" if tone == "made_up" else text]
            case Name(text) | Label(text):
                return ["plain", printable(text)]
            case Figure():
                ink = (printable(part) for part in (node.before, node.text, node.unit))
                return ["figure", *ink, node.firm, self.anchor(node)]
            case Cite(fact_ids):
                return ["cite", sorted({self.numbers.citation[fact] for fact in fact_ids})]
            case See(key):
                return ["see", place_name(key, self.numbers, self.words), f"b-{key}"]
            case Quote():
                return ["quote", node.script, _pieces(node)]

    def anchor(self, figure: Figure) -> str:
        match figure.trace:
            case Facts(ids):
                return f"c{self.numbers.citation[ids[0]]}"
            case Formula():
                return f"k{self.numbers.formulas[figure.trace]}"
            case _:
                return "files"


def pdf(paper: Paper) -> bytes:
    """The paper as PDF with bookmarks, each figure a link to its citation; same paper, same bytes."""
    return typeset("paper.typ", _Writer(paper).whole(), paper.built_on[:10])


def _pieces(quote: Quote) -> list[tuple[str, bool]]:
    """The quote in pieces: (text, whether it is a number that was read)."""
    pieces, at = [], 0
    for start, end in (*quote.marks, (len(quote.text), len(quote.text))):
        if start >= at:
            pieces += [(quote.text[at:start], False), (quote.text[start:end], True)]
            at = end
    return [(printable(text).replace("\n", " "), bold) for text, bold in pieces if text]


RENDERER = Renderer(render=pdf, suffixes=(".pdf",))
