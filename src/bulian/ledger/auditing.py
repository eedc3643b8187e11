"""Whether the journal holds what was acknowledged: every edit, removal and reordering, by file and line."""

from dataclasses import dataclass
from pathlib import Path

from bulian.ledger.chain import Line, first_prev
from bulian.ledger.journal import Mark, books, head, is_torn, lines_in


@dataclass(frozen=True, slots=True)
class Problem:
    """Where a book does not hold what was acknowledged; `line` counts from 1."""

    file: str
    line: int
    en: str
    zh: str


def verify(folder: Path) -> list[Problem]:
    """Every place where a book was edited, cut, reordered or torn; [] where all is as acknowledged."""
    return [problem for book in books(folder) for problem in _problems(folder, book)]


def _problems(folder: Path, book: str) -> list[Problem]:
    lines, known = lines_in(folder, book), head(folder, book)
    torn = lines.pop() if lines and is_torn(lines[-1], known) else None
    found = [*_in_chain(lines, first_prev(book)), *_at_end(lines, known)]
    if torn:
        en = "was begun and never finished; it does not count and is set aside at the next opening"
        found.append((torn.number, en, "没有写完，不计入；下次打开时会另存"))
    file = f"{book}.jsonl"
    return [
        Problem(file, line, f"journal/{file}, line {line} {en}.", f"journal/{file} 第 {line} 行{zh}。")
        for line, en, zh in found
    ]


_Found = list[tuple[int, str, str]]


def _in_chain(lines: list[Line], start: str) -> _Found:
    found: _Found = []
    expected, prev = 1, start
    for line in lines:
        if line.entry is None:
            found.append((line.number, "was edited", "被改动过"))
            # What stood here is unknown, its number is not: the next act must follow it.
            expected, prev = expected + 1, ""
            continue
        seq = line.entry.seq
        if seq != expected or (prev and line.prev != prev):
            en = f"is act {seq}, act {expected} should stand here: lines were removed, moved or changed"
            zh = f"是第 {seq} 条记录，此处应为第 {expected} 条：有行被删除、移动或改动"
            found.append((line.number, en, zh))
        expected, prev = seq + 1, line.entry.hash
    return found


def _at_end(lines: list[Line], known: Mark | None) -> _Found:
    if known is None:
        if not lines:
            return []
        en = "is the last, but the book's .head is missing: whether acts after it were removed cannot be said"
        return [(len(lines), en, "是最后一行，但缺少 .head 文件：无法确认其后是否有记录被删除")]
    if len(lines) < known.seq:
        missing = known.seq - len(lines)
        en, zh = (
            f"is the last, {missing} acts are missing from the book",
            f"是最后一行，全册缺少 {missing} 条记录",
        )
        return [(len(lines), en, zh)]
    last = lines[-1]
    if not last.raw.endswith(b"\n"):
        return [(last.number, "lost its end", "丢失了行尾")]
    if last.entry and last.entry.seq == known.seq and last.entry.hash != known.hash:
        return [(last.number, "was changed after it was acknowledged", "在确认之后被改动过")]
    return []
