"""Running text in Word: each inline node as runs, each figure a link to what it rests on."""

from docx.shared import RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from bulian.publish.figure import Facts, Figure, Formula
from bulian.publish.paper import Cite, Inline, Label, Name, Quote, See, Text, Words
from bulian.publish.renderers._renderer import place_name, printable
from bulian.publish.renderers._word.draft import Draft
from bulian.publish.renderers._word.elements import element, field, link
from bulian.publish.renderers._word.marks import mark, note_anchor

_CINNABAR, _OCHRE, _GREY = "A5301C", "7D5608", "555555"


def add(draft: Draft, style: str, text: Text) -> Paragraph:
    """A new paragraph at the end that says the text."""
    paragraph = draft.paragraph(style)
    fill(draft, paragraph, text)
    return paragraph


def fill(draft: Draft, paragraph: Paragraph, text: Text) -> None:
    """Say the text at the end of a paragraph."""
    for node in text:
        _inline(draft, paragraph, node)


def fill_weighed(draft: Draft, paragraph: Paragraph, text: Text) -> None:
    """Say the text, the digits of what has happened in bold."""
    for node in text:
        if isinstance(node, Figure):
            _figure(draft, paragraph, node, bold=node.firm)
        else:
            _inline(draft, paragraph, node)


def _inline(draft: Draft, paragraph: Paragraph, node: Inline) -> None:
    match node:
        case Words(text, tone):
            _wording(paragraph, text, tone)
        case Figure():
            _figure(draft, paragraph, node, bold=False)
        case Cite(fact_ids):
            _cite(draft, paragraph, fact_ids)
        case See(key):
            name = draft.run(paragraph, place_name(key, draft.numbers, draft.words), "编号")
            field(paragraph, f" REF b_{key} \\h ", name)
        case Quote():
            _quote(draft, paragraph, node)
        case Name(text):
            draft.run(paragraph, printable(text), "名称")
        case Label(text):
            draft.run(paragraph, printable(text), "时地")


def _wording(paragraph: Paragraph, text: str, tone: str) -> None:
    run = paragraph.add_run(f"〔{text}〕" if tone == "made_up" else text)
    if tone != "plain":
        colour = {"made_up": _OCHRE, "warn": _CINNABAR}.get(tone, _GREY)
        run.font.color.rgb = RGBColor.from_string(colour)


def _figure(draft: Draft, paragraph: Paragraph, figure: Figure, *, bold: bool) -> None:
    runs = []
    for text, digits in ((figure.before, False), (figure.text, True), (figure.unit, False)):
        if text:
            run = draft.run(paragraph, printable(text), "数字")
            run.bold = True if bold and digits else None
            runs.append(run._r)
    link(paragraph, _anchor(draft, figure), runs)


def _anchor(draft: Draft, figure: Figure) -> str:
    match figure.trace:
        case Facts(ids):
            return note_anchor(draft.numbers.citation[ids[0]])
        case Formula():
            return f"k{draft.numbers.formulas[figure.trace]}"
        case _:
            return "files"


def _cite(draft: Draft, paragraph: Paragraph, fact_ids: tuple[str, ...]) -> None:
    found = sorted({draft.numbers.citation[fact] for fact in fact_ids})
    for place, number in enumerate(found):
        if place:
            paragraph.add_run(" ")  # a narrow column may break here
        mark(draft, paragraph, number)


def _quote(draft: Draft, paragraph: Paragraph, quote: Quote) -> None:
    paragraph.add_run(draft.words["paper.quote_open"])
    at = 0
    for start, end in (*quote.marks, (len(quote.text), len(quote.text))):
        if start < at:
            continue
        for text, bold in ((quote.text[at:start], None), (quote.text[start:end], True)):
            if text:
                run = draft.run(paragraph, printable(text).replace("\n", " "), "引语")
                run.bold = bold
                _tongue(run, "zh-TW" if quote.script == "zh-Hant" else "zh-CN")
        at = end
    paragraph.add_run(draft.words["paper.quote_close"])


def _tongue(run: Run, tag: str) -> None:
    run._r.get_or_add_rPr().append(element("lang", eastAsia=tag))
