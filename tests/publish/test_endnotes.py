"""Word's endnotes: one for each place that is cited, numbered as in every other format."""

import io
import re
import zipfile
from dataclasses import replace
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from bulian.publish.brief import brief
from bulian.publish.numbering import cited, inlines, numbering
from bulian.publish.paper import Cite, NumberedTable, Paper, Words
from bulian.publish.rendering import render
from bulian.publish.wording import LANGUAGES
from tests.publish.invented import material
from tests.publish.papers import PAPERS
from tests.publish.word import NOTES, stories


@pytest.fixture(scope="module", params=[(kind, lang) for kind in PAPERS for lang in LANGUAGES])
def paper(request: pytest.FixtureRequest) -> Paper:
    kind, lang = request.param
    return PAPERS[kind](lang)


def _references(body: Any) -> list[int]:
    return [int(one.get(qn("w:id"))) for one in body.iter(qn("w:endnoteReference"))]


def _notes(notes: Any) -> dict[int, str]:
    """What each note says, but for the two separators."""
    found = [one for one in notes.iter(qn("w:endnote")) if one.get(qn("w:type")) is None]
    return {int(one.get(qn("w:id"))): _said(one) for one in found}


def _tree(content: bytes) -> Any:
    return etree.fromstring(content)


def _said(holder: Any) -> str:
    return "".join(text.text or "" for text in holder.iter(qn("w:t")))


def test_each_reference_has_its_note_and_each_note_one_reference_in_order(paper: Paper) -> None:
    """Word counts notes by the order of their references; so the ids are the numbers that it will print."""
    body, notes = stories(render(paper, ".docx"))
    numbers = list(range(1, len(paper.citations) + 1))
    assert len(numbers) >= 3
    assert _references(body) == numbers
    assert list(_notes(notes)) == numbers


def test_a_note_quotes_the_place_of_its_citation_and_names_the_file(paper: Paper) -> None:
    notes = _notes(stories(render(paper, ".docx"))[1])
    for number, one in enumerate(paper.citations, start=1):
        assert all(quote.text.replace("\n", " ") in notes[number] for quote in one.quotes)
        assert one.origin[0].text in notes[number]  # type: ignore[union-attr]  # the file's name comes first


def test_a_place_cited_again_is_the_same_note(paper: Paper) -> None:
    """Every number in the text is the note's own reference or a field that repeats it."""
    body, _ = stories(render(paper, ".docx"))
    fields = [(one.get(qn("w:instr")), _said(one)) for one in body.iter(qn("w:fldSimple"))]
    again = [(re.findall(r"NOTEREF r(\d+) ", told), shown) for told, shown in fields if "NOTEREF" in told]
    assert all(found == [shown] for found, shown in again)
    citation = numbering(paper).citation
    marks = [node for node in (*paper.lead, *inlines(paper.sections)) if isinstance(node, Cite)]
    printed = [number for mark in marks for number in {citation[fact] for fact in mark.fact_ids}]
    assert len(again) == len(printed) - len(set(printed))


def test_a_field_names_the_bookmark_around_its_reference() -> None:
    body, _ = stories(render(brief(material()), ".docx"))
    for run in (one.getparent() for one in body.iter(qn("w:endnoteReference"))):
        number = run.find(qn("w:endnoteReference")).get(qn("w:id"))
        before, after = run.getprevious(), run.getnext()
        assert before.tag == qn("w:bookmarkStart")
        assert before.get(qn("w:name")) == f"r{number}"
        assert (after.tag, after.get(qn("w:id"))) == (qn("w:bookmarkEnd"), before.get(qn("w:id")))


def test_the_file_declares_its_notes() -> None:
    with zipfile.ZipFile(io.BytesIO(render(brief(material()), ".docx"))) as archive:
        types = archive.read("[Content_Types].xml").decode()
        relations = archive.read("word/_rels/document.xml.rels").decode()
        settings, notes = (_tree(archive.read(name)) for name in ("word/settings.xml", NOTES))
    assert f'PartName="/{NOTES}"' in types
    assert "wordprocessingml.endnotes+xml" in types
    assert 'Target="endnotes.xml"' in relations
    told = settings.find(qn("w:endnotePr"))
    assert told.find(qn("w:numFmt")).get(qn("w:val")) == "decimal"
    special = [one.get(qn("w:id")) for one in notes if one.get(qn("w:type"))]
    assert [one.get(qn("w:id")) for one in told.iter(qn("w:endnote"))] == special == ["-1", "0"]
    assert told.getnext().tag == qn("w:compat")


def test_the_styles_of_notes_are_those_that_word_knows() -> None:
    styles = docx.Document(io.BytesIO(render(brief(material()), ".docx"))).styles
    known = {"endnote text": "EndnoteText", "endnote reference": "EndnoteReference"}
    assert {name: styles[name].style_id for name in known} == known
    assert all(styles[name].builtin for name in known)


def test_what_only_figures_rest_on_is_referred_to_at_the_end() -> None:
    """Without its marks in the text, a paper still has every note, in order."""
    whole = brief(material())
    bare = replace(whole, sections=(), lead=())
    body, notes = stories(render(bare, ".docx"))
    assert _references(body) == list(_notes(notes)) == list(range(1, len(whole.citations) + 1))
    assert "正文未标编号" in _said(body)


def test_citations_are_numbered_as_the_text_names_them_before_what_figures_rest_on() -> None:
    figure = next(node for node in inlines(brief(material()).sections) if node.__class__.__name__ == "Figure")
    behind = cited((figure,))
    assert cited((figure, Words("，"), Cite(("first",)), Cite(("second", "first")))) == (
        "first",
        "second",
        *behind,
    )


def test_a_paper_without_citations_has_no_notes() -> None:
    whole = brief(material())
    files = replace(whole.files, rows=())
    assert isinstance(files, NumberedTable)
    bare = replace(whole, sections=(), lead=(), subtitle=(), citations=(), files=files)
    assert len(stories(render(bare, ".docx"))) == 1
