"""Where a fact stands: words in a text, or a cell in a table."""

from dataclasses import dataclass
from functools import lru_cache

from bulian.errors import SpanMismatch


@dataclass(frozen=True, slots=True)
class Span:
    """The words a fact rests on: `text[start:end] == quote`, in code points."""

    start: int
    end: int
    quote: str

    def verify(self, doc: str, text: str) -> None:
        """Raise `SpanMismatch` unless `text` reads `quote` at this place."""
        found = text[self.start : self.end]
        if found != self.quote:
            raise SpanMismatch(doc, self.start, self.end, self.quote, found)


@dataclass(frozen=True, slots=True)
class HeaderCell:
    """A cell that gives another its meaning: a header, a row's label, a title, a unit."""

    cell: str
    text: str


@dataclass(frozen=True, slots=True)
class Cell:
    """The cell a fact rests on: cell `ref` ("B7") of `sheet` reads `quote`."""

    sheet: str
    ref: str
    quote: str
    headers: tuple[HeaderCell, ...] = ()


Place = Span | Cell


def cell_name(row: int, column: int) -> str:
    """The name a spreadsheet gives a cell, from its row and column counted from 0.

    >>> cell_name(0, 0), cell_name(6, 27)
    ('A1', 'AB7')
    """
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"


@lru_cache(maxsize=65_536)  # asked of every cell and of the headers it shares with others
def cell_position(ref: str) -> tuple[int, int]:
    """Row and column, counted from 0, of a cell's name; `ValueError` when it is none.

    >>> cell_position("AB7")
    (6, 27)
    """
    letters = ref.rstrip("0123456789")
    digits = ref[len(letters) :]
    if not (letters and digits and letters.isascii() and letters.isalpha() and int(digits)):
        raise ValueError(f"{ref!r} is no cell; write it like B7")
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(digits) - 1, column - 1
