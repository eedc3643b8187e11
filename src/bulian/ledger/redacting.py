"""A name taken out of books that hold it in clear (隐去姓名): those signed before the journal kept ids alone.

A line cannot be changed without its hash, so the book is written anew from that line on: every other field as
it was, the id for the name. The book `persons` tells of it, with both ends of the chain, and `bulian verify`
shows that; nothing else in bulian ever rewrites a book.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bulian.errors import JournalError
from bulian.ledger import journal
from bulian.ledger.auditing import Problem, verify
from bulian.ledger.chain import Entry, first_prev, line_of, lines_of
from bulian.ledger.handle import Ledger, transaction
from bulian.ledger.journal import Mark
from bulian.ledger.locking import held
from bulian.ledger.persons import plain
from bulian.ledger.replay import JUDGEMENTS, remember
from bulian.ledger.rewritings import PERSONS, Rewritten, rewritten, take_name_out
from bulian.ledger.signing import NAMING
from bulian.ledger.trouble import told

Clear = Callable[[str, dict[str, Any]], dict[str, Any]]
"""Gives an act of a book without a name in its free text."""


def _as_it_is(book: str, act: dict[str, Any]) -> dict[str, Any]:
    return act


@dataclass(frozen=True, slots=True)
class Redaction:
    """A book as it will be written: its bytes, the lines that lose the name, its end before and after."""

    book: str
    lines: tuple[int, ...]
    before: Mark
    after: Mark
    raw: bytes


def told_of(planned: Redaction) -> dict[str, object]:
    """What the log keeps of a book that is written anew."""
    ends = {"from": planned.before.hash, "to": planned.after.hash}
    return {"book": planned.book, "lines": list(planned.lines), **ends}


def unfinished(folder: Path) -> list[Problem]:
    """Books that do not go through the end which their last rewriting had: cut off, or edited since."""
    last = {one.book: one for one in rewritten(folder)}
    return [
        _unfinished(one)
        for book, one in last.items()
        if all(entry.hash != one.after for entry in journal.read(folder, book))
    ]


def _unfinished(one: Rewritten) -> Problem:
    file, log = f"{one.book}.jsonl", f"{PERSONS}.jsonl"
    return Problem(
        file,
        one.lines[0],
        f"journal/{file} is not the book that journal/{log}, line {one.line} tells of. If forgetting "
        f"{one.person} was cut off, do it again.",
        f"journal/{file} 不是 journal/{log} 第 {one.line} 行所记的那一册。"
        f"如清空 {one.person} 时中断，请再做一次。",
    )


def signs(folder: Path, name: str) -> bool:
    """Whether a book holds the name in clear where it names persons."""
    return any(_lines(journal.read(folder, book), name) for book in journal.books(folder))


def redactions(folder: Path, name: str, person: str, clear: Clear = _as_it_is) -> tuple[Redaction, ...]:
    """What taking a name out would come to, a book each; nothing is written.

    Args:
        clear: takes the name out of the free text of an act of a book, too.

    Raises:
        JournalError: a book is not as it was acknowledged, so that writing it anew would hide that.
    """
    found = tuple(_planned(folder, name, person, clear))
    problems = [one for one in verify(folder) if one.file in {f"{each.book}.jsonl" for each in found}]
    if problems:
        raise JournalError(
            f"The journal is not as it was acknowledged: {problems[0].en} Put it back from a backup first.",
            f"日志与记下时不同：{problems[0].zh}请先从备份恢复。",
        )
    return found


def redact(folder: Path, planned: Redaction) -> None:
    """Write a book anew. A crash leaves the old or the new one, each whole.

    Raises:
        JournalError: an act was added since it was planned. WorkspaceError: it cannot be written.
    """
    file = journal.file_of(folder, planned.book)
    fresh = file.with_name(f"{file.name}.new")
    with held(folder / ".lock"), told(file):
        if journal.head(folder, planned.book) != planned.before:
            raise JournalError(
                f"journal/{file.name} was added to just now; do it again.",
                f"journal/{file.name} 刚刚有新记录，请再做一次。",
            )
        with fresh.open("wb") as new:
            new.write(planned.raw)
            new.flush()
            os.fsync(new.fileno())
        # Without a head the next opening takes the end of whichever book lies there.
        (folder / f"{planned.book}.head").unlink()
        journal.sync_folder(folder)
        fresh.replace(file)
        journal.set_head(folder, planned.book, planned.after)


def follow(ledger: Ledger, planned: Redaction) -> None:
    """Write the book of judgements anew together with what the ledger took from it."""
    entries = [line.entry for line in lines_of(planned.raw) if line.entry is not None]
    ledger.connection.execute("pragma secure_delete = on")
    with transaction(ledger) as connection:
        take_name_out(connection, [entry for entry in entries if entry.seq in planned.lines])
        remember(connection, planned.book, planned.after)
        redact(ledger.journal, planned)
    with told(ledger.path):
        ledger.connection.execute("pragma wal_checkpoint(truncate)")


def is_followed(planned: Redaction) -> bool:
    """Whether a ledger takes over what the book says."""
    return planned.book == JUDGEMENTS


def _planned(folder: Path, name: str, person: str, clear: Clear) -> Iterator[Redaction]:
    for book in journal.books(folder):
        entries, before = journal.read(folder, book), journal.head(folder, book)
        acts = [clear(book, _without(entry.act, name, person)) for entry in entries]
        lines = tuple(entry.seq for entry, act in zip(entries, acts, strict=True) if act != entry.act)
        if lines and before:
            raw, last = _chained(book, acts)
            yield Redaction(book, lines, before, Mark(last.seq, last.hash, len(raw)), raw)


def _lines(entries: list[Entry], name: str) -> tuple[int, ...]:
    wanted = plain(name)
    return tuple(entry.seq for entry in entries if any(_is(entry.act, field, wanted) for field in NAMING))


def _is(act: dict[str, Any], field: str, wanted: str) -> bool:
    said = act.get(field)
    return isinstance(said, str) and bool(wanted) and plain(said) == wanted


def _without(act: dict[str, Any], name: str, person: str) -> dict[str, Any]:
    wanted = plain(name)
    return {field: person if field in NAMING and _is(act, field, wanted) else act[field] for field in act}


def _chained(book: str, acts: list[dict[str, Any]]) -> tuple[bytes, Entry]:
    last, written = Entry(0, first_prev(book), {}), []
    for act in acts:
        written.append(line_of(last.seq + 1, last.hash, act))
        (line,) = lines_of(written[-1])
        if line.entry is None:
            raise AssertionError(f"a line does not read as it was written: {written[-1]!r}")
        last = line.entry
    return b"".join(written), last
