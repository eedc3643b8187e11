"""The three formats: no bare number, every link lands, same bytes, nothing of a source taken for markup."""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import docx
import pdfplumber
import pypdfium2 as pdfium
import pytest
from docx.oxml.ns import qn
from lxml import etree
from lxml import html as lxml_html

from bulian.errors import BadRequest
from bulian.model.document import Document
from bulian.model.fact import Observation
from bulian.publish.brief import brief
from bulian.publish.figure import Figure
from bulian.publish.numbering import Numbering, inlines, numbering, texts
from bulian.publish.paper import Chart, Cite, Inline, Label, Name, NumberedTable, Paper, Quote, See
from bulian.publish.renderers import renderers
from bulian.publish.renderers._renderer import expression
from bulian.publish.rendering import render
from bulian.publish.wording import LANGUAGES, wording
from tests.publish.invented import SIMPLIFIED, UPDATE, material
from tests.publish.papers import PAPERS
from tests.publish.word import stories

_TRACED = {"f", "q", "n", "l", "c", "no"}
_STYLES = {"数字", "引语", "名称", "时地", "编号", "endnote reference"}


@pytest.fixture(scope="module", params=[(kind, lang) for kind in PAPERS for lang in LANGUAGES])
def paper(request: pytest.FixtureRequest) -> Paper:
    kind, lang = request.param
    return PAPERS[kind](lang)


def _tree(paper: Paper) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(render(paper, ".html").decode("utf-8"))


def test_html_holds_no_bare_number(paper: Paper) -> None:
    for element in _tree(paper).find("body").iter():
        for text, holder in ((element.text, element), (element.tail, element.getparent())):
            if text and re.search(r"\d", text):
                classes = {name for one in _upwards(holder) for name in (one.get("class") or "").split()}
                assert classes & _TRACED, text


def _upwards(element: lxml_html.HtmlElement) -> Iterator[lxml_html.HtmlElement]:
    yield element
    yield from element.iterancestors()


def test_word_holds_no_bare_number(paper: Paper) -> None:
    document = docx.Document(io.BytesIO(render(paper, ".docx")))
    names = {style.style_id: style.name for style in document.styles}
    parts = [*stories(render(paper, ".docx")), document.sections[0].footer._element]
    runs = [run for part in parts for run in part.iter(qn("w:r"))]
    assert len(runs) > 300
    for run in runs:
        text = "".join(node.text or "" for node in run.iter(qn("w:t")))
        if re.search(r"\d", text):
            style = run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
            assert style is not None, text
            assert names[style.get(qn("w:val"))] in _STYLES


def test_markdown_holds_the_numbers_of_the_paper_and_no_others(paper: Paper) -> None:
    text = re.sub(r"\]\(#\w+\)|<a id=\"\w+\">", "", render(paper, ".md").decode("utf-8"))
    assert Counter(re.findall(r"\d+", text)) == _numbers(paper)


def test_pdf_holds_the_numbers_of_the_paper_and_no_others(paper: Paper) -> None:
    with pdfium.PdfDocument(render(paper, ".pdf")) as document:
        text = "\n".join(_above_the_foot(page) for page in document)
    drawn = (label for chart in _charts(paper) for label in etree.fromstring(chart.drawing).itertext())
    labels = Counter(digits for label in drawn for digits in re.findall(r"\d+", str(label)))
    assert Counter(re.findall(r"\d+", text)) == _numbers(paper) + labels


def _charts(paper: Paper) -> list[Chart]:
    return [block for section in paper.sections for block in section.blocks if isinstance(block, Chart)]


def _above_the_foot(page: pdfium.PdfPage) -> str:
    """What a page says above its footer, which repeats the title and counts the pages."""
    text: str = page.get_textpage().get_text_bounded(bottom=22 * 72 / 25.4)
    return text


def _numbers(paper: Paper) -> Counter[str]:
    """Every run of digits that a whole paper may show: its nodes', and the numbers that renderers give."""
    numbers = numbering(paper)
    words = wording(paper.lang)
    nodes: list[Inline] = [*paper.title, *paper.subtitle, *paper.lead, *inlines(paper.sections)]
    nodes += [node for line in texts(paper.files) for node in line]
    nodes += [node for one in paper.citations for node in (*one.quotes, *one.origin)]
    nodes += [node for figure in numbers.results for node in (figure, *expression(figure, words))]
    expected = Counter(digits for node in nodes for digits in _digits(node, numbers))
    tables = sum(isinstance(block, NumberedTable) for section in paper.sections for block in section.blocks)
    counts = [tables + 1, len(_charts(paper)), len(paper.citations), len(numbers.results)]
    if paper.lang == "en":
        counts += [len(paper.sections), len(["citations", "formulas", "files"])]
    for count in counts:
        expected.update(str(number) for number in range(1, count + 1))
    return expected


def _digits(node: Inline, numbers: Numbering) -> list[str]:
    match node:
        case Figure():
            return re.findall(r"\d+", node.whole)
        case Name(text) | Label(text) | Quote(text):
            return re.findall(r"\d+", text)
        case See(key):
            return [str(numbers.places[key][1])]
        case Cite(fact_ids):
            return sorted({str(numbers.citation[fact]) for fact in fact_ids})
        case _:
            return []


def test_every_link_of_the_page_lands_and_every_fact_has_its_place(paper: Paper) -> None:
    tree = _tree(paper)
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    links = [element.get("href") for element in tree.iter("a")]
    assert all(link.startswith("#") and link[1:] in set(ids) for link in links)
    places = {f"s-{fact}" for citation in paper.citations for fact in citation.fact_ids}
    assert places <= set(ids)


def test_a_figure_of_the_page_leads_to_its_highlighted_number() -> None:
    tree = _tree(brief(material()))
    (figure,) = [one for one in tree.iter("a") if one.text_content() == "40.86%"]
    target = tree.get_element_by_id(figure.get("href")[1:])
    assert target.text_content() == "40.86%"
    assert next(target.iterancestors("mark")) is not None
    assert next(target.iterancestors("div")).get("lang") == "zh-Hant"


def test_a_figure_of_a_table_leads_to_its_cell() -> None:
    tree = _tree(brief(material()))
    figure = next(one for one in tree.iter("a") if one.text_content() == "6.488亿元")
    cell = next(tree.get_element_by_id(figure.get("href")[1:]).iterancestors("td"))
    assert cell.text_content() == "64880"
    assert "高技术产业产值" in next(cell.iterancestors("tr")).text_content()


def test_the_page_asks_for_nothing_from_elsewhere(paper: Paper) -> None:
    page = render(paper, ".html").decode("utf-8")
    assert not re.search(r"https?:|//[a-z]|<script|@import|url\(", page)


def test_every_link_of_the_word_document_has_its_bookmark(paper: Paper) -> None:
    parts = stories(render(paper, ".docx"))
    marks = [mark for part in parts for mark in part.iter(qn("w:bookmarkStart"))]
    names = [mark.get(qn("w:name")) for mark in marks]
    assert len(names) == len(set(names))
    assert len(marks) == len({mark.get(qn("w:id")) for mark in marks})
    anchors = {link.get(qn("w:anchor")) for part in parts for link in part.iter(qn("w:hyperlink"))}
    assert anchors <= set(names)


def test_every_figure_of_the_pdf_is_a_link_within_it(paper: Paper) -> None:
    figures = [node for node in (*paper.lead, *inlines(paper.sections)) if isinstance(node, Figure)]
    with pdfplumber.open(io.BytesIO(render(paper, ".pdf"))) as document:
        links = [one for page in document.pages for one in page.annots]
    assert len(links) > len(figures) > 30
    assert not any(one["uri"] for one in links)


def test_the_fonts_of_the_pdf_are_those_of_the_build() -> None:
    with pdfplumber.open(io.BytesIO(render(brief(material()), ".pdf"))) as document:
        fonts = {letter["fontname"].split("+")[-1] for page in document.pages for letter in page.chars}
    assert fonts == {"NotoSansSC-Regular", "NotoSerifSC-Regular"}


def test_word_styles_name_their_east_asian_font_and_heads_repeat() -> None:
    document = docx.Document(io.BytesIO(render(brief(material()), ".docx")))
    used = {paragraph.style.name for paragraph in document.paragraphs if paragraph.style}
    assert {"题名", "导语", "标题 1", "引文", "表题", "来源", "列项"} <= used
    for name in (
        "标题 1",
        "标题 2",
        "标题 3",
        "正文",
        "引文",
        "表题",
        "来源",
        "endnote text",
        "endnote reference",
    ):
        fonts = document.styles[name].element.rPr.rFonts
        assert fonts.get(qn("w:eastAsia")) in ("宋体", "黑体")
    for table in document.tables[1:]:
        assert next(table.rows[0]._tr.iter(qn("w:tblHeader"))) is not None
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.top_margin.mm)) == (210, 22)  # type: ignore[union-attr]  # both are set


def test_word_knows_title_and_day() -> None:
    core = docx.Document(io.BytesIO(render(brief(material()), ".docx"))).core_properties
    assert core.title == "江城市临江区产业发展简报"
    assert core.created is not None
    assert core.created.date().isoformat() == "2026-01-07"


@pytest.mark.parametrize("suffix", [".docx", ".html", ".md", ".pdf", ".xlsx"])
def test_the_same_paper_gives_the_same_bytes(suffix: str) -> None:
    assert render(brief(material()), suffix) == render(brief(material()), suffix)


def test_no_member_of_the_word_file_carries_a_time() -> None:
    with zipfile.ZipFile(io.BytesIO(render(brief(material()), ".docx"))) as archive:
        assert {member.date_time[0] for member in archive.infolist()} == {1980}
        assert not archive.testzip()
        assert not [name for name in archive.namelist() if "thumbnail" in name]


def test_what_a_source_says_is_never_markup() -> None:
    wicked = UPDATE.replace("北岸环境", "<b>|*`北\x00\ud800").replace("[", "](http")
    given = material()
    facts = tuple(
        replace(one, fact=replace(one.fact, subject="<script>x|y*"))
        if isinstance(one.fact, Observation) and one.fact.doc == SIMPLIFIED.doc
        else one
        for one in given.facts
    )
    documents = {**given.documents, SIMPLIFIED.doc: Document(SIMPLIFIED.doc, SIMPLIFIED.name, wicked)}
    paper = brief(replace(given, facts=facts, documents=documents, district="<i>区|"))
    page = render(paper, ".html").decode("utf-8")
    assert "<script>" not in page
    assert "<i>区" not in page
    assert "<script>" not in re.sub(r"\\<", "", render(paper, ".md").decode("utf-8"))
    assert docx.Document(io.BytesIO(render(paper, ".docx"))).paragraphs
    assert render(paper, ".pdf").startswith(b"%PDF")


def test_an_unknown_format_is_refused_with_those_there_are() -> None:
    with pytest.raises(BadRequest, match=r"\.docx \.html \.htm \.md \.pdf \.xlsx"):
        render(brief(material()), ".odt")


def test_suffixes_are_read_in_any_case_and_each_has_its_renderer() -> None:
    assert list(renderers()) == [".docx", ".html", ".htm", ".md", ".pdf", ".xlsx"]
    assert render(brief(material()), ".MD").startswith("# 江城市临江区".encode())
