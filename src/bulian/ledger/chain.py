"""A line of the journal: bytes that carry an act, their place in the chain, and their own hash."""

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from bulian.errors import JournalError

_RESERVED = ("seq", "prev", "hash")
_TAIL = len(',"hash":""}') + 64


@dataclass(frozen=True, slots=True)
class Entry:
    """A sound line: its number from 1, its hash, and the act as it was given to `append`."""

    seq: int
    hash: str
    act: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it stands in the file, `number` from 1; `entry` is None where it is not as written."""

    number: int
    raw: bytes
    entry: Entry | None
    prev: str

    @property
    def is_whole(self) -> bool:
        """Whether the line is as it was written, to its end."""
        return self.entry is not None and self.raw.endswith(b"\n")


def first_prev(book: str) -> str:
    """What the first line of a book is chained to; not zeros, so that no line moves from book to book."""
    return hashlib.sha256(book.encode()).hexdigest()


def line_of(seq: int, prev: str, act: dict[str, Any]) -> bytes:
    """The bytes of a line; `JournalError` where JSON cannot carry the act exactly."""
    body = _body(act)
    start = f'{{"seq":{seq},"prev":"{prev}"' + ("," + body[1:-1] if act else "")
    # Half a surrogate pair, from a broken file, becomes the JSON escape that reads back as itself.
    raw = start.encode("utf-8", "backslashreplace")
    return raw + f',"hash":"{hashlib.sha256(raw).hexdigest()}"}}\n'.encode()


def lines_of(raw: bytes) -> list[Line]:
    """Every line of a file, the last one also where it has no end."""
    pieces = raw.split(b"\n")
    lines = [piece + b"\n" for piece in pieces[:-1]] + ([pieces[-1]] if pieces[-1] else [])
    return [_line(number, line) for number, line in enumerate(lines, start=1)]


def _body(act: dict[str, Any]) -> str:
    if any(key in act for key in _RESERVED):
        raise JournalError(
            f"An act cannot have the keys {', '.join(_RESERVED)}: they belong to the chain.",
            f"记录不能使用 {'、'.join(_RESERVED)} 这几个键：它们属于校验链。",
        )
    try:
        return json.dumps(act, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    except (TypeError, ValueError) as error:
        raise JournalError(
            f"An act must be plain JSON, numbers as exact text: {error}",
            f"记录必须是普通 JSON，数字用文本：{error}",
        ) from error


def _line(number: int, raw: bytes) -> Line:
    line = raw.removesuffix(b"\n")
    digest = hashlib.sha256(line[:-_TAIL]).hexdigest()
    broken = Line(number, raw, None, "")
    if line[-_TAIL:] != f',"hash":"{digest}"}}'.encode():
        return broken
    try:
        act = json.loads(line)
        seq, prev = act.pop("seq"), act.pop("prev")
        del act["hash"]
    except (ValueError, KeyError, AttributeError, TypeError):
        return broken
    if not (isinstance(seq, int) and isinstance(prev, str)):
        return broken
    return Line(number, raw, Entry(seq, digest, act), prev)
