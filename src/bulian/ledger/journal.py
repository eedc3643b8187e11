"""The journal: what people decided and entered, append-only, one line an act, each line chained to the last.

A book is a file `journal/BOOK.jsonl`. A line is a JSON object that begins with `seq` and `prev`, goes on with
the act, and ends with `hash`, the SHA-256 of all the bytes of the line before it; `prev` is the hash of the
line before, so that no line can be edited, removed or moved without breaking the chain. `BOOK.head` holds
number, hash and end of the last acknowledged line: without it the loss of the last line would not show.

An act is acknowledged when `append` returns: its line is on the disk then. A line that a crash or a full disk
cut off was never acknowledged; it is set aside in `BOOK.torn-LINE.txt` and the chain goes on without it.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bulian.ledger.chain import Entry, Line, first_prev, line_of, lines_of
from bulian.ledger.locking import held
from bulian.ledger.trouble import told


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a book ended when its last act was acknowledged: the line's number and hash, the bytes so far."""

    seq: int
    hash: str
    size: int


def append(folder: Path, book: str, act: dict[str, Any]) -> Entry:
    """Add an act; when this returns, the act is on the disk and will not be lost.

    Raises:
        JournalError: the act uses a key of the chain, or holds what JSON cannot carry exactly.
        WorkspaceError: the disk is full or the folder cannot be written; then nothing was added.
    """
    (entry,) = append_each(folder, book, [act])
    return entry


def append_each(folder: Path, book: str, acts: Sequence[dict[str, Any]]) -> list[Entry]:
    """Add acts one after the other, a line each, with one wait for the disk; all or none, as `append`."""
    with told(folder):
        folder.mkdir(exist_ok=True)
    with held(folder / ".lock"), told(file_of(folder, book)):
        _mend(folder, book)
        last = head(folder, book) or Mark(0, first_prev(book), 0)
        seq, prev, raw, entries = last.seq, last.hash, [], []
        for act in acts:
            line = line_of(seq + 1, prev, act)
            (written,) = lines_of(line)
            if written.entry is None:
                raise AssertionError(f"a line does not read as it was written: {line!r}")
            seq, prev = written.entry.seq, written.entry.hash
            raw.append(line)
            entries.append(written.entry)
        if entries:
            _write(folder, book, b"".join(raw), entries[-1])
    return entries


def read(folder: Path, book: str) -> list[Entry]:
    """The sound lines of a book, in order; [] where there is no such book.

    A line that is not as it was written is not counted (`auditing.verify` names it), nor is a torn last line.
    """
    lines = lines_in(folder, book)
    if lines and is_torn(lines[-1], head(folder, book)):
        lines.pop()
    return [line.entry for line in lines if line.entry is not None]


def read_after(folder: Path, book: str, mark: Mark) -> list[Entry] | None:
    """The sound lines that were added after `mark`, without reading those before it.

    None where the book does not go on from there: it is another one than when `mark` was taken.
    """
    with told(folder), file_of(folder, book).open("rb") as file:
        file.seek(mark.size)
        lines = lines_of(file.read())
    follows = lines and lines[0].entry and lines[0].prev == mark.hash
    if lines and not follows and all(entry.hash != mark.hash for entry in read(folder, book)):
        return None
    return [line.entry for line in lines if line.entry is not None and line.entry.seq > mark.seq]


def head(folder: Path, book: str) -> Mark | None:
    """The last acknowledged line; None for a book without one, or whose head was removed or spoilt."""
    with told(folder):
        try:
            seq, digest, size = (folder / f"{book}.head").read_text(encoding="ascii").split()
            return Mark(int(seq), digest, int(size))
        except (FileNotFoundError, ValueError):
            return None


def books(folder: Path) -> list[str]:
    """The names of the books in a journal, sorted; also where only the head of a book is left."""
    with told(folder):
        return sorted({file.stem for kind in ("*.jsonl", "*.head") for file in folder.glob(kind)})


def mend(folder: Path) -> list[tuple[str, str]]:
    """Set aside what a crash left half-written in any book; what was done, as (en, zh)."""
    if is_at_rest(folder):
        return []
    with held(folder / ".lock"), told(folder):
        return [notice for book in books(folder) for notice in _mend(folder, book)]


def is_at_rest(folder: Path) -> bool:
    """Whether every book ends where its last act was acknowledged."""
    return all(_is_at_rest(folder, book) for book in books(folder))


def file_of(folder: Path, book: str) -> Path:
    """The file of a book."""
    return folder / f"{book}.jsonl"


def lines_in(folder: Path, book: str) -> list[Line]:
    """Every line of a book as it stands, sound or not."""
    with told(folder):
        try:
            return lines_of(file_of(folder, book).read_bytes())
        except FileNotFoundError:
            return []


def is_torn(line: Line, known: Mark | None) -> bool:
    """Whether a last line was begun and never acknowledged."""
    return not line.is_whole and (known is None or line.number > known.seq)


def _write(folder: Path, book: str, lines: bytes, last: Entry) -> None:
    """Lines and head, or neither."""
    descriptor = os.open(file_of(folder, book), os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o666)
    try:
        size = os.fstat(descriptor).st_size
        try:
            written = 0
            while written < len(lines):
                written += os.write(descriptor, lines[written:])
            os.fsync(descriptor)
            if not size:
                sync_folder(folder)
            set_head(folder, book, Mark(last.seq, last.hash, size + len(lines)))
        except OSError:
            os.ftruncate(descriptor, size)
            os.fsync(descriptor)
            raise
    finally:
        os.close(descriptor)


def set_head(folder: Path, book: str, mark: Mark) -> None:
    """Acknowledge a line as the last of its book; whoever calls holds the lock."""
    fresh = folder / f"{book}.head.new"
    with fresh.open("w", encoding="ascii") as file:
        file.write(f"{mark.seq} {mark.hash} {mark.size}\n")
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(folder / f"{book}.head")


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _is_at_rest(folder: Path, book: str) -> bool:
    known, file = head(folder, book), file_of(folder, book)
    with told(file):
        return not file.exists() or (known is not None and known.size == file.stat().st_size)


def _mend(folder: Path, book: str) -> list[tuple[str, str]]:
    """Leave the book ending in a whole line that the head names."""
    if _is_at_rest(folder, book):
        return []
    known, file = head(folder, book), file_of(folder, book)
    lines = lines_in(folder, book)
    notices = []
    if lines and is_torn(lines[-1], known):
        notices.append(_set_aside(folder, book, lines.pop()))
    elif lines and not lines[-1].raw.endswith(b"\n"):
        # An acknowledged line whose end was taken off: keep the next act from growing onto it.
        with file.open("ab") as end:
            end.write(b"\n")
            os.fsync(end.fileno())
    last = next((line.entry for line in reversed(lines) if line.entry), None)
    if last and (known is None or last.seq > known.seq):
        set_head(folder, book, Mark(last.seq, last.hash, file.stat().st_size))
    return notices


def _set_aside(folder: Path, book: str, line: Line) -> tuple[str, str]:
    aside, copy = folder / f"{book}.torn-{line.number}.txt", 2
    while aside.exists():
        aside, copy = folder / f"{book}.torn-{line.number}-{copy}.txt", copy + 1
    with aside.open("wb") as kept:
        kept.write(line.raw)
        kept.flush()
        os.fsync(kept.fileno())
    with file_of(folder, book).open("r+b") as file:
        file.truncate(file.seek(0, os.SEEK_END) - len(line.raw))
        os.fsync(file.fileno())
    where, place = f"journal/{book}.jsonl", f"journal/{aside.name}"
    return (
        f"{where} ended in a line that was never finished (line {line.number}). It does not count; what "
        f"stood there lies in {place}. If you entered it, enter it again.",
        f"{where} 末尾第 {line.number} 行没有写完，不计入；原内容存于 {place}。如是您录入的，请重新录入。",
    )
