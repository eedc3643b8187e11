"""The journal: what people decided and entered, append-only, one line an act, each line chained to the last.

A book is a file `journal/BOOK.jsonl`. A line is a JSON object that begins with `seq` and `prev`, goes on with
the act, and ends with `hash`, the SHA-256 of all the bytes of the line before it; `prev` is the hash of the
line before, so that no line can be edited, removed or moved without breaking the chain. `BOOK.head` holds the
number and hash of the last line that was acknowledged: without it the loss of the last line would not show.

An act is acknowledged when `append` returns: its line is on the disk then. A line that a crash or a full disk
cut off was never acknowledged; it is set aside in `BOOK.torn-LINE.txt` and the chain goes on without it.
"""

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bulian.errors import JournalError
from bulian.ledger.locking import held
from bulian.ledger.trouble import told

_RESERVED = ("seq", "prev", "hash")
_TAIL = len(',"hash":""}') + 64


@dataclass(frozen=True, slots=True)
class Entry:
    """A sound line: its number from 1, its hash, and the act as it was given to `append`."""

    seq: int
    hash: str
    act: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a book ended when its last act was acknowledged: the line's number and hash, the bytes so far."""

    seq: int
    hash: str
    size: int


@dataclass(frozen=True, slots=True)
class Problem:
    """Where a book does not hold what was acknowledged; `line` counts from 1."""

    file: str
    line: int
    en: str
    zh: str


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    raw: bytes
    entry: Entry | None  # None: not as it was written
    prev: str


def append(folder: Path, book: str, act: dict[str, Any]) -> Entry:
    """Add an act; when this returns, the act is on the disk and will not be lost.

    Raises:
        JournalError: the act uses a key of the chain, or holds what JSON cannot carry exactly.
        WorkspaceError: the disk is full or the folder cannot be written; then nothing was added.
    """
    body = _body(act)
    with told(folder):
        folder.mkdir(exist_ok=True)
    with held(folder / ".lock"), told(folder / f"{book}.jsonl"):
        _mend(folder, book)
        last = head(folder, book) or Mark(0, _first_prev(book), 0)
        line = _line(last.seq + 1, last.hash, body)
        entry = Entry(last.seq + 1, line[-67:-3].decode(), act)
        _write(folder, book, line, entry)
    return entry


def read(folder: Path, book: str) -> list[Entry]:
    """The sound lines of a book, in order; [] where there is no such book.

    A line that is not as it was written is not counted (`verify` names it), nor is a torn last line.
    """
    return [line.entry for line in _lines(folder, book) if line.entry is not None]


def read_after(folder: Path, book: str, mark: Mark) -> list[Entry]:
    """The sound lines that were added after `mark`, without reading those before it."""
    with told(folder), _file(folder, book).open("rb") as file:
        file.seek(mark.size)
        lines = _parsed(file.read())
    return [line.entry for line in lines if line.entry is not None and line.entry.seq > mark.seq]


def head(folder: Path, book: str) -> Mark | None:
    """The last acknowledged line; None for a book without one (or whose head was removed or spoilt)."""
    try:
        seq, digest, size = (folder / f"{book}.head").read_text(encoding="ascii").split()
        return Mark(int(seq), digest, int(size))
    except FileNotFoundError:
        return None
    except ValueError:
        # Cut off or edited: as good as none; verify says so.
        return None


def books(folder: Path) -> list[str]:
    """The names of the books in a journal, sorted."""
    with told(folder):
        return sorted(file.name.removesuffix(".jsonl") for file in folder.glob("*.jsonl"))


def mend(folder: Path) -> list[tuple[str, str]]:
    """Set aside what a crash left half-written in any book; what was done, as (en, zh)."""
    if not folder.is_dir() or not books(folder):
        return []
    with held(folder / ".lock"), told(folder):
        return [notice for book in books(folder) for notice in _mend(folder, book)]


def verify(folder: Path) -> list[Problem]:
    """Every place where a book was edited, cut, reordered or torn; [] where all is as acknowledged."""
    return [problem for book in books(folder) for problem in _problems(folder, book)]


def _body(act: dict[str, Any]) -> str:
    if any(key in act for key in _RESERVED):
        raise JournalError(
            f"an act cannot have the keys {', '.join(_RESERVED)}: they belong to the chain.",
            f"记录不能使用 {'、'.join(_RESERVED)} 这几个键：它们属于校验链。",
        )
    try:
        return json.dumps(act, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    except (TypeError, ValueError) as error:
        raise JournalError(
            f"an act must be plain JSON, numbers as exact text: {error}",
            f"记录必须是普通 JSON，数字用文本：{error}",
        ) from error


def _line(seq: int, prev: str, body: str) -> bytes:
    start = f'{{"seq":{seq},"prev":"{prev}"' + ("," + body[1:-1] if body != "{}" else "")
    raw = start.encode("utf-8", "backslashreplace")
    return raw + f',"hash":"{hashlib.sha256(raw).hexdigest()}"}}\n'.encode()


def _first_prev(book: str) -> str:
    # Not zeros: a line cannot be moved to the top of another book either.
    return hashlib.sha256(book.encode()).hexdigest()


def _write(folder: Path, book: str, line: bytes, entry: Entry) -> None:
    descriptor = os.open(_file(folder, book), os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o666)
    try:
        size = os.fstat(descriptor).st_size
        try:
            written = 0
            while written < len(line):
                written += os.write(descriptor, line[written:])
            os.fsync(descriptor)
            if not size:
                _sync_folder(folder)
            _set_head(folder, book, Mark(entry.seq, entry.hash, size + len(line)))
        except OSError:
            os.ftruncate(descriptor, size)
            os.fsync(descriptor)
            raise
    finally:
        os.close(descriptor)


def _set_head(folder: Path, book: str, mark: Mark) -> None:
    fresh = folder / f"{book}.head.new"
    with fresh.open("w", encoding="ascii") as file:
        file.write(f"{mark.seq} {mark.hash} {mark.size}\n")
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(folder / f"{book}.head")


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _mend(folder: Path, book: str) -> list[tuple[str, str]]:
    """Leave the book ending in a whole line that the head names."""
    file = _file(folder, book)
    if not file.exists():
        return []
    known = head(folder, book)
    if known and known.size == file.stat().st_size:
        return []
    raw = file.read_bytes()
    lines = _parsed(raw)
    notices = []
    if lines and _is_torn(lines[-1], known):
        notices.append(_set_aside(folder, book, lines.pop(), raw))
    elif raw and not raw.endswith(b"\n"):
        # An acknowledged line whose end was taken off: keep the next act from growing onto it.
        with file.open("ab") as end:
            end.write(b"\n")
            os.fsync(end.fileno())
    last = next((line.entry for line in reversed(lines) if line.entry), None)
    if last and (known is None or last.seq >= known.seq):
        _set_head(folder, book, Mark(last.seq, last.hash, file.stat().st_size))
    return notices


def _is_torn(line: _Line, known: Mark | None) -> bool:
    """A last line that was begun and never acknowledged."""
    if known is not None and line.number <= known.seq:
        return False
    return line.entry is None or not line.raw.endswith(b"\n")


def _set_aside(folder: Path, book: str, line: _Line, raw: bytes) -> tuple[str, str]:
    aside = folder / f"{book}.torn-{line.number}.txt"
    copy = 2
    while aside.exists():
        aside = folder / f"{book}.torn-{line.number}-{copy}.txt"
        copy += 1
    with aside.open("wb") as file:
        file.write(line.raw)
        file.flush()
        os.fsync(file.fileno())
    with _file(folder, book).open("r+b") as file:
        file.truncate(len(raw) - len(line.raw))
        os.fsync(file.fileno())
    return (
        f"journal/{book}.jsonl ended in a line that was never finished (line {line.number}). It does not "
        f"count; what stood there lies in journal/{aside.name}. If you entered it, enter it again.",
        f"journal/{book}.jsonl 末尾有一行没有写完（第 {line.number} 行），未计入；"
        f"原内容存于 journal/{aside.name}。如当时录入过内容，请重新录入。",
    )


def _file(folder: Path, book: str) -> Path:
    return folder / f"{book}.jsonl"


def _lines(folder: Path, book: str) -> list[_Line]:
    with told(folder):
        try:
            raw = _file(folder, book).read_bytes()
        except FileNotFoundError:
            return []
    lines = _parsed(raw)
    return lines[:-1] if lines and _is_torn(lines[-1], head(folder, book)) else lines


def _parsed(raw: bytes) -> list[_Line]:
    pieces = raw.split(b"\n")
    lines = [piece + b"\n" for piece in pieces[:-1]] + ([pieces[-1]] if pieces[-1] else [])
    return [_parsed_line(number, line) for number, line in enumerate(lines, start=1)]


def _parsed_line(number: int, raw: bytes) -> _Line:
    line = raw.removesuffix(b"\n")
    body, tail = line[:-_TAIL], line[-_TAIL:]
    digest = hashlib.sha256(body).hexdigest()
    if tail != f',"hash":"{digest}"}}'.encode():
        return _Line(number, raw, None, "")
    try:
        act = json.loads(line)
        seq, prev = act.pop("seq"), act.pop("prev")
        del act["hash"]
    except (ValueError, KeyError, AttributeError, TypeError):
        return _Line(number, raw, None, "")
    if not (isinstance(seq, int) and isinstance(prev, str)):
        return _Line(number, raw, None, "")
    return _Line(number, raw, Entry(seq, digest, act), prev)


def _problems(folder: Path, book: str) -> list[Problem]:
    file = f"{book}.jsonl"
    found = []
    expected, prev = 1, _first_prev(book)
    lines = _lines(folder, book)
    for line in lines:
        if line.entry is None:
            found.append(_problem(file, line.number, "was edited", "被改动过"))
            # Its place in the chain is still known: the next line must follow it.
            expected, prev = expected + 1, ""
            continue
        if line.entry.seq != expected or (prev and line.prev != prev):
            found_here = line.entry.seq
            en = (
                f"is act {found_here}, act {expected} should stand here: lines were removed, moved or changed"
            )
            zh = f"是第 {found_here} 条记录，此处应为第 {expected} 条：有行被删除、移动或改动"
            found.append(_problem(file, line.number, en, zh))
        expected, prev = line.entry.seq + 1, line.entry.hash
    return found + _problems_at_end(folder, book, lines, expected - 1)


def _problems_at_end(folder: Path, book: str, lines: list[_Line], last: int) -> list[Problem]:
    file, number = f"{book}.jsonl", len(lines)
    known = head(folder, book)
    found = []
    if known is None:
        if lines:
            en = (
                f"is the last, but {book}.head is missing: nobody can say whether lines after it were removed"
            )
            zh = f"是最后一行，但缺少 {book}.head：无法确认其后是否有行被删除"
            found.append(_problem(file, number, en, zh))
    elif last < known.seq:
        en = f"is the last; {known.seq - last} acts after it were removed"
        zh = f"是最后一行；其后有 {known.seq - last} 条记录被删除"
        found.append(_problem(file, max(number, 1), en, zh))
    elif all(line.entry and line.entry.hash != known.hash for line in lines):
        found.append(_problem(file, number, "was changed after it was acknowledged", "在确认之后被改动过"))
    raw = (folder / file).read_bytes()
    if raw and not raw.endswith(b"\n") and len(_parsed(raw)) > number:
        en = "was begun and never finished; it does not count and is set aside at the next opening"
        found.append(_problem(file, number + 1, en, "没有写完，不计入；下次打开时会另存"))
    return found


def _problem(file: str, line: int, en: str, zh: str) -> Problem:
    return Problem(file, line, f"journal/{file}, line {line} {en}.", f"journal/{file} 第 {line} 行{zh}。")
