"""The number of a citation in the text: an endnote (尾注) where it comes first, a reference to it after that.

Word numbers endnotes by the order of their references. `numbering.cited` numbers citations by the order in
which the text names them, so both counts are the same, and every format prints the same number.
"""

from docx.shared import RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from bulian.publish.renderers._word.draft import Draft
from bulian.publish.renderers._word.elements import bookmark_run, element, field, link


def note_anchor(number: int) -> str:
    """The bookmark of a citation's endnote."""
    return f"c{number}"


def mark(draft: Draft, paragraph: Paragraph, number: int) -> None:
    """[n] at the end of a paragraph."""
    if number in draft.noted:
        _again(draft, paragraph, number)
    else:
        draft.noted.add(number)
        _first(draft, paragraph, number)


def _first(draft: Draft, paragraph: Paragraph, number: int) -> None:
    _quiet(draft.run(paragraph, "[", "编号"))
    reference = _quiet(draft.run(paragraph, "", "endnote reference"))
    reference._r.append(element("endnoteReference", id=number))
    bookmark_run(reference, _reference_anchor(number), next(draft.bookmarks))
    _quiet(draft.run(paragraph, "]", "编号"))


def _again(draft: Draft, paragraph: Paragraph, number: int) -> None:
    """The same number by a field, so that Word keeps it right; a click leads to the note."""
    before = _quiet(draft.run(paragraph, "[", "编号"))._r
    shown = _quiet(draft.run(paragraph, str(number), "endnote reference"))
    told = field(paragraph, f" NOTEREF {_reference_anchor(number)} \\f ", shown)
    after = _quiet(draft.run(paragraph, "]", "编号"))._r
    link(paragraph, note_anchor(number), (before, told, after))


def _quiet(run: Run) -> Run:
    """Grey and never underlined: some programs paint a link blue that holds a field."""
    run.font.color.rgb = RGBColor.from_string("555555")
    run.font.underline = False
    return run


def _reference_anchor(number: int) -> str:
    """The bookmark of the place in the text that refers to an endnote first."""
    return f"r{number}"
