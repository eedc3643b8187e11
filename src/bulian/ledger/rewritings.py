"""What the journal tells of books that were written anew (重写的册), so that a person could be forgotten."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bulian.ledger import journal
from bulian.ledger.chain import Entry

PERSONS = "persons"
"""The book of the journal that tells who was forgotten."""


@dataclass(frozen=True, slots=True)
class Rewritten:
    """What the log tells of a book that was written anew.

    Attributes:
        line: of the book `persons`. on: the day. by, person: ids of who decided and whose name went.
        book, lines: the book, and its lines that lost the name. before, after: ends of its chain, as hashes.
    """

    line: int
    on: str
    by: str
    person: str
    book: str
    lines: tuple[int, ...]
    before: str
    after: str


def rewritten(folder: Path) -> tuple[Rewritten, ...]:
    """Every time that a book was written anew, oldest first."""
    return tuple(
        Rewritten(entry.seq, entry.act["at"][:10], entry.act["by"], entry.act["person"],
                  one["book"], tuple(one["lines"]), one["from"], one["to"])
        for entry in journal.read(folder, PERSONS) for one in entry.act.get("rewritten", ())
    )  # fmt: skip


def end_of(folder: Path, one: Rewritten) -> journal.Mark | None:
    """The end that a book had when it had been written anew; None where it was not, or is another since."""
    size = 0
    for line in journal.lines_in(folder, one.book):
        size += len(line.raw)
        if line.entry is not None and line.entry.hash == one.after:
            return journal.Mark(line.entry.seq, one.after, size)
    return None


def take_name_out(connection: sqlite3.Connection, entries: Iterable[Entry]) -> None:
    """Judgements that a ledger took from lines of the journal are signed and reasoned as these now read."""
    connection.executemany(
        "update judgement set by_whom = ?, why = ? where seq = ?",
        [(entry.act["by"], entry.act["why"], entry.seq) for entry in entries],
    )
