"""Which characters do these bytes stand for?

A byte order mark settles it, and so does text that is UTF-8 without a fault. Anything else is a guess among
the encodings Chinese offices use: the one under which the text is largely made of common characters. The
guess is recorded, because a wrong one shows only to a person who reads.
"""

import codecs
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from bulian.corpus.mixed_encoding import by_line, mixed_note
from bulian.errors import Unreadable

_BOMS = (  # the longer first: the mark of UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BYTEWISE = ("utf-8", "gb18030", "cp950", "big5hkscs", "cp1252")
_WIDE = ("utf-16-le", "utf-16-be")
_COMMON_NAMES = {"cp950": "big5", "big5hkscs": "big5-hkscs"}
_SAMPLE = 64 * 1024
_TOO_STRANGE = 0.05  # share of lost and control characters above which bytes are no text
_IMPLAUSIBLE = -0.3  # random bytes score about -0.5, text with many rare characters above 0
_STRANGE = re.compile("[\x00-\x08\x0e-\x19\x1c-\x1f\x7f\ufffd\ufdd0-\ufdef\ufffe\uffff]")
_PUNCTUATION = frozenset(
    "，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』—…·％％‰　～①②③④⑤⑥⑦⑧⑨⑩℃㎡×±≥≤－＋．／＝"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, its encoding and how that was settled ("big5, guessed"), and what a person should know."""

    text: str
    encoding: str
    notes: tuple[tuple[str, str], ...] = ()


def decode(raw: bytes, file: str) -> Decoded:
    """The text that `raw` holds; nothing is stripped but a byte order mark, newlines stay as they are.

    >>> decode("地区生产总值380亿元".encode("gb18030"), "a.txt")
    Decoded(text='地区生产总值380亿元', encoding='gb18030, guessed', notes=())

    Raises:
        Unreadable: the bytes are no text in any encoding we know.
    """
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return _decoded(raw[len(mark) :], encoding, f"{encoding}, byte order mark", file)
    if b"\0" not in raw and (text := _plain_utf8(raw)) is not None:
        return Decoded(text, "utf-8")
    if b"\0" not in raw and (mixed := by_line(raw, _plausibility)) is not None:
        name = _COMMON_NAMES.get(mixed.older, mixed.older)
        return Decoded(mixed.text, f"utf-8 and {name}, line by line", (mixed_note(mixed, name),))
    encoding, plausibility = _guess(raw)
    if plausibility < _IMPLAUSIBLE:
        raise _no_text(file)
    return _decoded(raw, encoding, f"{_COMMON_NAMES.get(encoding, encoding)}, guessed", file)


def _plain_utf8(raw: bytes) -> str | None:
    """`raw` as UTF-8 where there is no doubt about it.

    Short words in GB 18030, such as 一些, may be faultless UTF-8 too, but of Cyrillic and the like.
    """
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if re.search("[\u0250-\u07ff]", text) and max(text) <= "\u07ff" else text


def _decoded(raw: bytes, encoding: str, label: str, file: str) -> Decoded:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        text = raw.decode(encoding, "replace")
    strange = len(_STRANGE.findall(text))
    if strange > _TOO_STRANGE * len(text):
        raise _no_text(file)
    lost = text.count("\ufffd")
    return Decoded(text, label, _lost_note(text, lost, label) if lost else ())


def _no_text(file: str) -> Unreadable:
    return Unreadable(
        file,
        "it is no text, or in an encoding that is not known here. If it is a document or a spreadsheet, "
        "give it its right ending; if it is text, save it as UTF-8.",
        "内容不是文本，或其编码无法识别。如果是文档或表格，请改回正确的扩展名；"
        "如果是文本，请另存为 UTF-8 编码。",
    )


def _lost_note(text: str, lost: int, label: str) -> tuple[tuple[str, str]]:
    line = text.count("\n", 0, text.index("\ufffd")) + 1
    return (
        (
            f"{lost} characters are lost (not decodable as {label}), the first in line {line}.",
            f"有 {lost} 个字符无法按 {label} 解码，第一个在第 {line} 行。",
        ),
    )


def _guess(raw: bytes) -> tuple[str, float]:
    """The encoding under which a sample of `raw` reads most like Chinese, and how much so."""
    beyond_ascii = re.search(rb"[\x80-\xff\0]", raw)
    start = beyond_ascii.start() if beyond_ascii else 0
    scores = {name: _plausibility(raw[start : start + _SAMPLE], name) for name in _BYTEWISE}
    if len(raw) % 2 == 0 or b"\0" in raw:
        even = start - start % 2
        scores |= {name: _plausibility(raw[even : even + _SAMPLE], name) for name in _WIDE}
    best = max(scores, key=lambda name: scores[name])
    return best, scores[best]


def _plausibility(sample: bytes, encoding: str) -> float:
    """From -1, certainly wrong, to 1: the mean weight of the sample's characters beyond ASCII."""
    text = codecs.getincrementaldecoder(encoding)("replace").decode(sample, final=len(sample) < _SAMPLE)
    counts = Counter(character for character in text if character > "~" or character < " ")
    for blank in "\t\n\r\f\v\x1a\x1b":
        counts.pop(blank, None)
    total = counts.total()
    return sum(_weight(c) * n for c, n in counts.items()) / total if total else 0.5


@cache
def _weight(character: str) -> float:
    """How much a character speaks for the encoding it was decoded with."""
    if character in _common() or character in _PUNCTUATION:
        return 1.0
    if "一" <= character <= "\u9fff":
        return 0.4 if _in_daily_use(character) else -0.4
    if "\uff01" <= character <= "\uff5e":  # full-width letters and digits
        return 0.6
    if "\u2000" <= character <= "\u27bf":  # dashes, quotes, arrows, rules of drawn tables
        return 0.2
    if "\u00c0" <= character <= "\u017f":  # accented Latin
        return 0.1
    return -1.0


def _in_daily_use(character: str) -> bool:
    """Whether a national standard counts a Chinese character among the frequent ones (its first level)."""
    try:
        if 0xB0 <= character.encode("gb2312")[0] <= 0xD7:
            return True
    except UnicodeEncodeError:
        pass
    try:
        return 0xA4 <= character.encode("big5")[0] <= 0xC6
    except UnicodeEncodeError:
        return False


@cache
def _common() -> frozenset[str]:
    lines = files("bulian.corpus").joinpath("common_characters.txt").read_text("utf-8").splitlines()
    return frozenset("".join(line for line in lines if not line.startswith("#")))
