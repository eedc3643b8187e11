"""What the extractor makes of a document: its facts, its date, and what it could not understand."""

from dataclasses import dataclass
from typing import Literal

from bulian.model.fact import Fact


@dataclass(frozen=True, slots=True)
class DocumentDate:
    """The date that 今年, 去年 and 目前 are counted from.

    `how`: "given" on the command line, "meta" from NAME.meta.toml, "printed" in the text, "inferred" from the
    text's own years. `date` is ISO 8601: a day, a month, or a year where no more is known.
    """

    date: str
    how: Literal["given", "meta", "printed", "inferred"]


@dataclass(frozen=True, slots=True)
class Column:
    """How one column (or row, where indicators run across) of a table was understood.

    Attributes:
        sheet, ref: where: the column's letter ("C") or the row's number ("5").
        header: its header's text, joined by " / ".
        role: "value", "indicator", "subject", "period", "unit", "note", or "unread": nobody understood it.
        meaning: for a value column, what its cells say: indicator, unit, period, aspect, in the order
            (name, value), only those that the header settles.
        cells: how many cells it holds; facts: how many of them became facts.
        how: "read" by the rules, "mapped" by a mapping file, "unread".
    """

    sheet: str
    ref: str
    header: str
    role: str
    meaning: tuple[tuple[str, str], ...]
    cells: int
    facts: int
    how: Literal["read", "mapped", "unread"]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one document says.

    Attributes:
        facts: in the order they stand; the same quote printed twice is one fact with `also`.
        date: None where the document has none: 今年 stays undated then.
        title: the document's own title, None when it shows none.
        columns: how each column of its tables was understood, the unread ones too.
        unexplained: (start, end) of each run of digits in the text that is no fact, period or refusal.
        headers_changed: (sheet, en, zh): what changed, where a kept mapping no longer fits the header.
    """

    facts: tuple[Fact, ...]
    date: DocumentDate | None = None
    title: str | None = None
    columns: tuple[Column, ...] = ()
    headers_changed: tuple[tuple[str, str, str], ...] = ()
    unexplained: tuple[tuple[int, int], ...] = ()
