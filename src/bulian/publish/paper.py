"""A paper before it has a format: frozen nodes, and no place for a number that walks back to nothing.

Running text is a tuple of inline nodes. Only `Figure`, `Quote`, `Name` and `Label` may hold digits, and each
of them carries what it comes from; `Words` refuses them. Section, table and citation numbers are set by the
renderers. So law 6 of the design holds by type.
"""

import re
from dataclasses import dataclass, field
from typing import Literal

from bulian.errors import BareNumber
from bulian.publish.charts import bare_labels
from bulian.publish.figure import Figure

_DIGIT = re.compile(
    r"[\d²³¹⁰⁴-⁹₀-₉①-⓿½¼¾⅐-ↂ❶-➓]|[一二两三四五六七八九十百千]+[万亿]|[壹贰叁肆伍陆柒捌玖拾佰仟]"
)


@dataclass(frozen=True, slots=True)
class Words:
    """Wording from the files of `publish/words/`; refuses digits, and amounts in Chinese numerals.

    `tone`: "made_up" is printed as 〔合成〕, "warn" means look here, "small" is a remark.
    """

    text: str
    tone: Literal["plain", "made_up", "warn", "small"] = "plain"

    def __post_init__(self) -> None:
        if _DIGIT.search(self.text):
            raise BareNumber(self.text)


@dataclass(frozen=True, slots=True)
class Name:
    """A document, subject or indicator as it is called, with the ids of what says so."""

    text: str
    trace: tuple[str, ...]

    def __post_init__(self) -> None:
        _refuse_untraced(self.text, self.trace)


@dataclass(frozen=True, slots=True)
class Label:
    """A period, a date or a place in a file, in words, with the ids of the facts or documents it is of."""

    text: str
    trace: tuple[str, ...]

    def __post_init__(self) -> None:
        _refuse_untraced(self.text, self.trace)


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a document, letter by letter, in its own script.

    Attributes:
        doc: content hash of the document that says them.
        marks: (start, end) of the numbers in `text` that facts were read from.
        script: BCP 47, "zh-Hans" or "zh-Hant".
    """

    text: str
    doc: str
    marks: tuple[tuple[int, int], ...] = ()
    script: str = "zh-Hans"

    def __post_init__(self) -> None:
        _refuse_untraced(self.text, (self.doc,))


@dataclass(frozen=True, slots=True)
class Cite:
    """The numbers, in the appendix, of the citations of these facts."""

    fact_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class See:
    """The number of the table or chart of this paper that has the key."""

    key: str


Inline = Words | Figure | Quote | Name | Label | Cite | See
Text = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; a "note" is set small."""

    text: Text
    style: Literal["body", "note"] = "body"


@dataclass(frozen=True, slots=True)
class Points:
    """A list of sentences."""

    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A number that one should know: what it is, the figure, and its period, modality and citation."""

    label: Text
    figure: Figure
    note: Text


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """A few key figures side by side."""

    items: tuple[KeyFigure, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column's head and how it is set; `share` is its part of the width on paper."""

    title: Words
    kind: Literal["head", "text", "number", "cite"]
    share: int


@dataclass(frozen=True, slots=True)
class TableCell:
    """What a cell says, and a small remark below it."""

    text: Text
    note: Text = ()


@dataclass(frozen=True, slots=True)
class NumberedTable:
    """A table with its caption above it; the renderer gives the number, `key` is what `See` names."""

    caption: Text
    columns: tuple[Column, ...]
    rows: tuple[tuple[TableCell, ...], ...]
    note: Text = ()
    key: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing with its caption below it: an SVG that stands alone.

    Every number in it is an axis' or the label of a link to its fact; `about` says in words what it shows.

    Raises:
        BareNumber: a label holds digits, is on no axis and leads nowhere.
    """

    caption: Text
    drawing: str = field(repr=False)
    about: str
    note: Text = ()
    key: str = ""
    width_mm: float = 168.0

    def __post_init__(self) -> None:
        for label in bare_labels(self.drawing):
            raise BareNumber(label)


Block = Paragraph | Points | KeyFigures | NumberedTable | Chart


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered section; `aside` is a remark beside its title."""

    title: Words
    blocks: tuple[Block, ...]
    aside: Text = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """One place in a document, quoted, and all facts that were read there. Its number is its position."""

    fact_ids: tuple[str, ...]
    quotes: tuple[Quote, ...]
    origin: Text


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a document as shown under the paper.

    `quotes` are (start, end) of what was quoted, `values` (start, end, fact id) of the numbers; `gap`: lines
    before it are left out.
    """

    number: int
    text: str
    quotes: tuple[tuple[int, int], ...]
    values: tuple[tuple[int, int, str], ...]
    gap: bool


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a table as shown under the paper, with the facts that were read from it."""

    text: str
    fact_ids: tuple[str, ...] = ()
    header: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of a sheet around the cells cited; `rows` are (name of the row, cells), gaps are rows without."""

    sheet: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[GridCell, ...]], ...]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What a document says around the citations, for reading under the paper."""

    doc: str
    title: Text
    script: str
    lines: tuple[Line, ...]
    grids: tuple[Grid, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper. Numbers of citations and formulas follow from their order (see `numbering`)."""

    lang: str
    title: Text
    subtitle: Text
    lead: Text
    sections: tuple[Section, ...]
    citations: tuple[Citation, ...]
    files: NumberedTable
    excerpts: tuple[Excerpt, ...] = field(repr=False)
    built_on: str


def _refuse_untraced(text: str, trace: tuple[str, ...]) -> None:
    if not all(trace) or not trace:
        raise BareNumber(text)
