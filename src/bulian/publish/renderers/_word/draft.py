"""The Word document while it is written: what has been said, and which numbers are taken."""

from itertools import count as counter

from docx.table import _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from bulian.publish.numbering import Numbering, numbering
from bulian.publish.paper import Paper
from bulian.publish.renderers._word.styles import new_document
from bulian.publish.wording import Wording, wording


class Draft:
    """The document so far: the numbers of citations, formulas, tables and bookmarks.

    Attributes:
        noted: citations whose endnote the text already refers to.
    """

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.words: Wording = wording(paper.lang)
        self.numbers: Numbering = numbering(paper)
        self.document = new_document()
        # python-docx looks a style up by name in the whole list, each time.
        self.styles = {style.name: style.style_id for style in self.document.styles}
        self.bookmarks = counter(1)
        self.tables, self.charts = counter(1), counter(1)
        self.noted: set[int] = set()

    def paragraph(self, style: str) -> Paragraph:
        """A new paragraph at the end."""
        return self.styled(self.document.add_paragraph(), style)

    def cell_paragraph(self, cell: _Cell, style: str) -> Paragraph:
        """A new paragraph at the end of a cell."""
        return self.styled(cell.add_paragraph(), style)

    def styled(self, paragraph: Paragraph, style: str) -> Paragraph:
        """The paragraph in the style of that name."""
        paragraph._p.style = self.styles[style]
        return paragraph

    def run(self, paragraph: Paragraph, text: str, style: str) -> Run:
        """A new run at the end of a paragraph, in a character style."""
        run: Run = paragraph.add_run(text)
        run._r.style = self.styles[style]
        return run
