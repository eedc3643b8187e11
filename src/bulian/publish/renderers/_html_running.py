"""Running text as HTML: each figure leads to its sentence, cell or formula, each quote in its own script."""

from html import escape

from bulian.publish.figure import Facts, Figure, Formula, Recorded
from bulian.publish.numbering import Numbering
from bulian.publish.paper import Cite, Inline, Label, Name, Paper, Quote, See, Text, Words
from bulian.publish.renderers._html_source import fact_anchor
from bulian.publish.renderers._renderer import place_name, printable
from bulian.publish.wording import Wording

_TONES = {"made_up": "ex", "warn": "warn", "small": "mute"}


class Running:
    """Nodes of one paper as HTML."""

    def __init__(self, paper: Paper, words: Wording, numbers: Numbering) -> None:
        self.paper, self.words, self.numbers = paper, words, numbers
        self.shown = {excerpt.doc for excerpt in paper.excerpts}

    def text(self, text: Text) -> str:
        """All nodes of a text."""
        return "".join(self.inline(node) for node in text)

    def inline(self, node: Inline) -> str:
        """One node; what a source says is escaped."""
        match node:
            case Words(text, "plain"):
                return escaped(text)
            case Words(text, tone):
                return f'<span class="{_TONES[tone]}">{escaped(text)}</span>'
            case Figure():
                return self._figure(node)
            case Name(text):
                return f'<span class="n">{escaped(text)}</span>'
            case Label(text):
                return f'<span class="l">{escaped(text)}</span>'
            case Cite(fact_ids):
                found = sorted({self.numbers.citation[fact] for fact in fact_ids})
                links = "".join(f'<a class="c" href="#c-{number}">[{number}]</a>' for number in found)
                return f'<span class="cs">{links}</span>'
            case See(key):
                name = place_name(key, self.numbers, self.words)
                return f'<a class="no see" href="#b-{key}">{name}</a>'
            case Quote():
                return f'<q class="q" lang="{node.script}">{_marked(node)}</q>'

    def _figure(self, figure: Figure) -> str:
        before = f'<span class="bd">{escaped(figure.before)}</span>' if figure.before else ""
        unit = f'<span class="un">{escaped(figure.unit)}</span>' if figure.unit else ""
        firm = " firm" if figure.firm else ""
        return (
            f'<a class="f{firm}" href="#{self._anchor(figure)}"{self._hint(figure)}>'
            f"{before}{escaped(figure.text)}{unit}</a>"
        )

    def _anchor(self, figure: Figure) -> str:
        match figure.trace:
            case Facts(ids):
                return fact_anchor(ids[0])
            case Formula():
                return f"k-{self.numbers.formulas[figure.trace]}"
            case Recorded(file) if file in self.shown:
                return f"d-{escape(file)}"
            case _:
                return "files"

    def _hint(self, figure: Figure) -> str:
        """The sentence itself, shown when the pointer rests on the figure."""
        if not isinstance(figure.trace, Facts):
            return ""
        number = self.numbers.citation[figure.trace.ids[0]]
        said = self.words["citation.header_join"].join(
            quote.text for quote in self.paper.citations[number - 1].quotes
        )
        return f' title="{escape(printable(said))}"'


def _marked(quote: Quote) -> str:
    parts, at = [], 0
    for start, end in quote.marks:
        if start >= at:
            parts += [escaped(quote.text[at:start]), f"<b>{escaped(quote.text[start:end])}</b>"]
            at = end
    return "".join([*parts, escaped(quote.text[at:])])


def escaped(text: str) -> str:
    """The text as it may stand between tags."""
    return escape(printable(text), quote=False)
