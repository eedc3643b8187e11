"""What the readers of documents share: where prose ends and tables begin."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bulian.model.document import Table, TableCell

_CAPTION_LINES = 3
_CAPTION_LENGTH = 100  # a longer line above a table is a paragraph
_SENTENCE = re.compile("[。；！？;!?]|\\.\\s")
_PROSE_LENGTH = 30


@dataclass(slots=True)
class Draft:
    """A document while it is read: its lines so far, and its tables with the lines above them."""

    lines: list[str] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)

    def text(self) -> str:
        """The lines as one text, each ended by a newline."""
        return "".join(line + "\n" for line in self.lines)

    def add_table(
        self, cells: dict[tuple[int, int], TableCell], merged: Sequence[tuple[int, int, int, int]]
    ) -> None:
        """Keep a table, named by its number, or its text where the table only lays out text.

        A table of one column is a frame around prose. In any other, a cell that holds sentences is read as
        prose too: no number in it is a cell's value.
        """
        if len({column for _, column in cells}) < 2:
            self.lines += [cells[place].text for place in sorted(cells)]
            return
        name = f"表{len(self.tables) + 1}"
        self.tables.append(Table(name, cells, tuple(sorted(merged)), caption_of(self.lines)))
        self.lines += [cells[place].text for place in sorted(cells) if holds_sentences(cells[place].text)]


def caption_of(lines: Sequence[str]) -> tuple[str, ...]:
    """The last short lines that are not blank, nearest last, as far as they may name a table.

    A sentence does so only where it announces one (…如下表所示。).
    """
    found: list[str] = []
    for line in reversed(lines[-20:]):
        announces = not found and re.search("[上下]表|如下|见表", line)
        if len(line) > _CAPTION_LENGTH or len(found) == _CAPTION_LINES or ("。" in line and not announces):
            break
        if line.strip():
            found.insert(0, line)
    return tuple(found)


def holds_sentences(text: str) -> bool:
    """Whether a cell holds prose rather than a label or a value."""
    return len(text) >= _PROSE_LENGTH and bool(_SENTENCE.search(text))
