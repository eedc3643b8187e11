"""The endnotes (尾注) of the Word document: one for each place that is cited, quoted with its source.

python-docx knows no endnotes; the part is built by ECMA-376, part 1, 17.11: two separators, which the
settings name, then the notes. The id of a note is the number of its citation.
"""

from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.text.paragraph import Paragraph

from bulian.publish.paper import Citation
from bulian.publish.renderers._word.draft import Draft
from bulian.publish.renderers._word.elements import bookmark, element
from bulian.publish.renderers._word.marks import mark, note_anchor
from bulian.publish.renderers._word.running import add, fill

_SEPARATORS = {"separator": -1, "continuationSeparator": 0}
_AFTER_IN_SECTION = ("type", "pgSz", "pgMar", "paperSrc", "pgBorders", "lnNumType", "pgNumType", "cols")


def write_endnotes(draft: Draft) -> None:
    """Say that the notes follow, refer to those that the text has not named, and add their part."""
    add(draft, "旁注", draft.words.say("paper.citations_aside"))
    _refer_to_the_rest(draft)
    notes = element("endnotes")
    for kind, number in _SEPARATORS.items():
        notes.append(_separator(kind, number))
    for number, one in enumerate(draft.paper.citations, start=1):
        notes.append(_note(draft, number, one))
    own = draft.document.part
    part = XmlPart(PackURI("/word/endnotes.xml"), CONTENT_TYPE.WML_ENDNOTES, notes, own.package)
    own.relate_to(part, RELATIONSHIP_TYPE.ENDNOTES)
    _declare(draft)


def _refer_to_the_rest(draft: Draft) -> None:
    """Word drops a note that nothing refers to; figures may rest on places without a number in the text."""
    rest = [number for number in range(1, len(draft.paper.citations) + 1) if number not in draft.noted]
    if not rest:
        return
    paragraph = add(draft, "旁注", draft.words.say("paper.citations_unmarked"))
    for number in rest:
        paragraph.add_run(" ")
        mark(draft, paragraph, number)


def _separator(kind: str, number: int) -> Any:
    note, paragraph, run = element("endnote", type=kind, id=number), element("p"), element("r")
    run.append(element(kind))
    paragraph.append(run)
    note.append(paragraph)
    return note


def _note(draft: Draft, number: int, one: Citation) -> Any:
    """What the place says, and below it where that stands, who published it and when."""
    note = element("endnote", id=number)
    quoted = _paragraph(draft, note, "endnote text")
    # Without brackets: some programs print the number themselves, before all that the note holds.
    draft.run(quoted, "", "endnote reference")._r.append(element("endnoteRef"))
    quoted.add_run("\t")
    for place, quote in enumerate(one.quotes):
        if place:
            quoted.add_run(draft.words["citation.header_join"])
        fill(draft, quoted, (quote,))
    bookmark(quoted, note_anchor(number), next(draft.bookmarks))
    fill(draft, _paragraph(draft, note, "出处"), one.origin)
    return note


def _paragraph(draft: Draft, note: Any, style: str) -> Paragraph:
    made = element("p")
    note.append(made)
    return draft.styled(Paragraph(made, draft.document._body), style)


def _declare(draft: Draft) -> None:
    """Notes at the end of the document with arabic numbers; Word's own would be i, ii, iii."""
    whole = element("endnotePr")
    whole.append(element("pos", val="docEnd"))
    whole.append(element("numFmt", val="decimal"))
    for number in _SEPARATORS.values():
        whole.append(element("endnote", id=number))
    draft.document.settings.element.insert_element_before(whole, "w:compat")
    here = element("endnotePr")
    here.append(element("numFmt", val="decimal"))
    section = draft.document.sections[0]._sectPr
    section.insert_element_before(here, *(f"w:{name}" for name in _AFTER_IN_SECTION))
