"""What a reader makes of a file: text with offsets, and tables with cells."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, get_args

Access = Literal["public", "internal", "restricted"]
"""Who may see a source, the widest circle first; one that says nothing is internal."""


def highest_access(used: Iterable[Access]) -> Access:
    """The narrowest circle among the sources used: a paper is as confidential as the most so.

    >>> highest_access(["public", "internal"]), highest_access([])
    ('internal', 'public')
    """
    order: tuple[Access, ...] = get_args(Access)
    return order[max((order.index(one) for one in used), default=0)]


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about a document from outside its text (`NAME.meta.toml`, the command line).

    `published_on` is ISO 8601, a day, month or year; None where nobody says. `synthetic` marks a whole
    document as made up for illustration. `covers` is the region (GB/T 2260) whose every firm a table claims
    to list; None where it claims nothing.
    """

    published_on: str | None = None
    publisher: str | None = None
    address: str | None = None
    licence: str | None = None
    access: Access = "internal"
    synthetic: bool = False
    covers: str | None = None


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell as a person sees it.

    Attributes:
        text: what it shows, white space at both ends kept (it may be an indent); never empty.
        percent: the number format shows the stored fraction as a percentage; `text` is as shown ("23.9%").
        indent: steps of indentation from the cell's style, beside any blanks in `text`.
        bold: the cell is set bold.
    """

    text: str
    percent: bool = False
    indent: int = 0
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet of a workbook or one table of a document.

    Attributes:
        sheet: the sheet's name; a document's tables are "表1", "表2" …, in a PDF "第3页表1".
        cells: by (row, column), counted from 0; only cells that are not empty.
        merged: merged areas as (first row, first column, last row, last column), the text in the first.
        caption: the lines of text right above the table in its document, nearest last; () for a sheet.
    """

    sheet: str
    cells: dict[tuple[int, int], TableCell]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    caption: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A file that was read.

    Attributes:
        doc: content hash of the bytes (sha256, hex).
        name: the file's path below `sources/`, with "/" (or the path as given to `extract`).
        text: the prose as stored, never stripped or normalised; "" for a workbook.
        tables: in the order they stand in the file.
        pages: for a PDF, the offset in `text` at which each page begins; else ().
        reader: name of the reader, as "pdf".
        encoding: for text formats, the encoding and how it was settled ("gb18030, guessed"); else None.
        notes: what the reader wants a person to know ("page 3 has no text layer"), as (en, zh).
    """

    doc: str
    name: str
    text: str
    tables: tuple[Table, ...] = ()
    pages: tuple[int, ...] = ()
    reader: str = "text"
    encoding: str | None = None
    notes: tuple[tuple[str, str], ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
