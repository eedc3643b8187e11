"""Files pasted together from several (混合编码): some lines in UTF-8, others in an older encoding.

A line counts as UTF-8 where it is so without a fault and reads better than in the other encoding; the others
are read in the one encoding under which, together, they read like Chinese.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

_OLDER = ("gb18030", "cp950", "big5hkscs")
_READABLE = 0.3  # mean weight of the characters above which bytes are Chinese text beyond doubt
_NAMED = 8  # lines that the note names one by one

# A line that is UTF-8 to its end and not ASCII; tells of large files at once that they have none.
_UTF8_LINE = re.compile(
    rb"^[^\n\x80-\xff]*+(?!$)(?:[^\n\x80-\xff]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}"
    rb"|[\xf0-\xf4][\x80-\xbf]{3})*+$",
    re.MULTILINE,
)

Plausibility = Callable[[bytes, str], float]
"""How much bytes read like Chinese in an encoding, from -1 to 1."""


@dataclass(frozen=True, slots=True)
class Mixed:
    """The text, the older encoding, and its lines or those in UTF-8, whichever are fewer, counted from 1."""

    text: str
    older: str
    fewer: str
    lines: tuple[int, ...]


def by_line(raw: bytes, plausibility: Plausibility) -> Mixed | None:
    """The text of a file whose lines are of two encodings; None where one encoding is all there is."""
    if not _UTF8_LINE.search(raw):
        return None
    lines = raw.split(b"\n")
    modern = frozenset(number for number, line in enumerate(lines) if _is_utf8(line))
    rest = [number for number, line in enumerate(lines) if number not in modern and not line.isascii()]
    if not modern or not rest:
        return None
    joined = b"\n".join(lines[number] for number in rest)
    older = max(_OLDER, key=lambda name: plausibility(joined, name))
    modern = frozenset(n for n in modern if plausibility(lines[n], "utf-8") > plausibility(lines[n], older))
    readable = plausibility(joined, older), plausibility(joined, "utf-8")
    if not modern or readable[0] < max(_READABLE, readable[1]) or not _decodes(joined, older):
        return None
    text = "\n".join(
        line.decode("utf-8" if n in modern or line.isascii() else older, "replace")
        for n, line in enumerate(lines)
    )
    told = {n for n, line in enumerate(lines) if not line.isascii()}
    others = told - modern
    few, fewer = (modern, "utf-8") if len(modern) <= len(others) else (frozenset(others), older)
    return Mixed(text, older, fewer, tuple(sorted(n + 1 for n in few)))


def mixed_note(mixed: Mixed, name: str) -> tuple[str, str]:
    """What a person should know of such a file; `name` is what the older encoding is called."""
    fewer = name if mixed.fewer == mixed.older else mixed.fewer
    rest = "utf-8" if mixed.fewer == mixed.older else name
    listed = _listed(mixed.lines, ", "), _listed(mixed.lines, "、")
    more = len(mixed.lines) > _NAMED
    return (
        f"The file mixes encodings: in {fewer} line {listed[0]}{' and more' if more else ''}, in {rest} the "
        "others; each was read in its own. Save the file as UTF-8 to be sure.",
        f"文件混用编码：第 {listed[1]} {'等行' if more else '行'}是 {fewer}，其余是 {rest}，已分别读取。"
        "稳妥起见，请另存为 UTF-8。",
    )


def _is_utf8(line: bytes) -> bool:
    if line.isascii():
        return False
    try:
        return any(character >= "\u2e80" for character in line.decode("utf-8"))
    except UnicodeDecodeError:
        return False


def _decodes(joined: bytes, encoding: str) -> bool:
    try:
        joined.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _listed(lines: Iterable[int], comma: str) -> str:
    return comma.join(str(line) for line in list(lines)[:_NAMED])
