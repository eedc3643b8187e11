"""The paper as a Word document: named styles, three-line tables, endnotes, each figure a link."""

from datetime import datetime

from bulian.publish.paper import Paper
from bulian.publish.renderers._renderer import Renderer, expression, plain
from bulian.publish.renderers._word.blocks import block, heading, table
from bulian.publish.renderers._word.draft import Draft
from bulian.publish.renderers._word.elements import bookmark, field, name_fallbacks, saved, settle
from bulian.publish.renderers._word.endnotes import write_endnotes
from bulian.publish.renderers._word.running import add, fill

_FIELDS = {"page": "PAGE", "pages": "NUMPAGES"}


def docx(paper: Paper) -> bytes:
    """The paper as a Word document; same paper, same bytes."""
    draft = Draft(paper)
    _body(draft)
    _appendices(draft)
    _footer(draft)
    _properties(draft)
    settle(draft.document)
    name_fallbacks(draft.document)
    return saved(draft.document)


def _body(draft: Draft) -> None:
    paper = draft.paper
    add(draft, "题名", paper.title)
    add(draft, "来源", paper.subtitle)
    add(draft, "导语", paper.lead)
    for number, section in enumerate(paper.sections, start=1):
        heading(draft, "paper.section", number, section.title)
        if section.aside:
            add(draft, "旁注", section.aside)
        for told in section.blocks:
            block(draft, told)


def _appendices(draft: Draft) -> None:
    """Those that have content; the citations last, for Word sets endnotes behind all else."""
    parts = [
        ("formulas", draft.numbers.results, _formulas),
        ("files", draft.paper.files.rows, _files),
        ("citations", draft.paper.citations, write_endnotes),
    ]
    for number, (key, _, write) in enumerate((one for one in parts if one[1]), start=1):
        title = heading(draft, "paper.appendix", number, draft.words.words(f"paper.{key}"))
        if key == "files":
            bookmark(title, key, next(draft.bookmarks))
        write(draft)


def _formulas(draft: Draft) -> None:
    words = draft.words
    add(draft, "旁注", words.say("paper.formulas_aside"))
    for number, figure in enumerate(draft.numbers.results, start=1):
        paragraph = draft.paragraph("引文")
        draft.run(paragraph, f"({number})", "编号")
        paragraph.add_run("\t")
        fill(
            draft,
            paragraph,
            words.say("formula.equals", figure=figure, expression=expression(figure, words)),
        )
        bookmark(paragraph, f"k{number}", next(draft.bookmarks))


def _files(draft: Draft) -> None:
    table(draft, draft.paper.files)


def _footer(draft: Draft) -> None:
    paragraph = draft.styled(draft.document.sections[0].footer.paragraphs[0], "页脚文")
    fill(draft, paragraph, draft.paper.title)
    paragraph.add_run("\t")
    for part in draft.words["paper.page_of"].replace("}", "{").split("{"):
        if part in _FIELDS:
            field(paragraph, f" {_FIELDS[part]} ", draft.run(paragraph, "1", "编号"))
        else:
            paragraph.add_run(part)


def _properties(draft: Draft) -> None:
    paper, words = draft.paper, draft.words
    core = draft.document.core_properties
    core.title = plain(paper.title)
    core.subject = words["paper.subject"]
    core.author = core.last_modified_by = words["paper.brand"]
    core.language = "zh-CN" if paper.lang == "zh" else "en-GB"
    core.keywords, core.comments, core.revision = "", words["paper.foot"], 1
    core.created = core.modified = datetime.fromisoformat(paper.built_on).replace(tzinfo=None)


RENDERER = Renderer(render=docx, suffixes=(".docx",))
