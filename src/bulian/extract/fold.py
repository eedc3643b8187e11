"""One script for the rules: Traditional to Simplified, full-width to half-width, at the same length.

All matching runs on the folded text; all offsets stand in the original.
"""

import re
from functools import cache
from pathlib import Path
from typing import Protocol

from bulian.extract.deferred import deferred


class _Converter(Protocol):
    def convert(self, text: str) -> str: ...


def fold(text: str) -> str:
    """The text as the rules read it, of the same length.

    Traditional characters become Simplified ones; full-width digits, letters and signs half-width; decimal
    digits of other scripts ASCII ones; the many dashes one of "—" and "-"; corner brackets curly quotes;
    ASCII brackets, colons and semicolons full-width ones, ASCII commas too beside a Chinese character or
    sign; no-break and other blanks a blank.
    A comma inside a full-width number becomes ",".

    >>> fold("總產值１，２３４.５億元（增長５％）")
    '总产值1,234.5亿元（增长5%）'
    """
    plain = _SIGN.sub(_plain, _WIDE_COMMA.sub(",", text))
    plain = _OTHER_DIGIT.sub(lambda digit: str(int(digit[0])), plain)
    plain = _SURROGATE.sub("\ufffd", plain)
    if plain.isascii():
        return plain
    plain = _CHINESE_COMMA.sub(lambda commas: "，" * len(commas.group()), plain)
    simplified = _converter().convert(plain)
    if len(simplified) == len(plain):
        return simplified
    return "\n".join(_fold_line(line) for line in plain.split("\n"))


def _plain(sign: re.Match[str]) -> str:
    return _SIGNS[sign.group()]


def _fold_line(line: str) -> str:
    simplified = _converter().convert(line)
    if len(simplified) == len(line):
        return simplified
    return "".join(_fold_character(character) for character in line)


@cache
def _fold_character(character: str) -> str:
    simplified = _converter().convert(character)
    return simplified if len(simplified) == 1 else character


@cache
def _converter() -> _Converter:
    import opencc

    # A relative name would be looked up in the current directory first, where a stray file changes results.
    folder = Path(opencc.__file__).parent / "clib" / "share" / "opencc"
    converter: _Converter = opencc.OpenCC(str(folder / "t2s.json"))
    return converter


# Each begins with the comma itself: what begins with a look behind is tried at every character.
_WIDE_COMMA = deferred(r"，(?<=[０-９]，)(?=[０-９]{3}(?![０-９]))")
_CHINESE_COMMA = deferred(r",(?<=[^\x00-\x7f],),*|,(?<=%,)(?=[\d-])|,,*(?=[^\x00-\x7f])")
_OTHER_DIGIT = deferred(r"[^\D0-9]")
_SURROGATE = deferred(r"[\ud800-\udfff]")


def _signs() -> dict[str, str]:
    """Full-width ASCII to ASCII except where Chinese prose has its own sign; then the lookalikes."""
    table = {wide: chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F) if chr(wide) not in "，：；（）？！"}
    table |= {ord(a): b for a, b in zip("():;?!", "（）：；？！", strict=True)}
    table |= {ord(a): "—" for a in "–―─━⸺"}
    table |= {ord(a): "-" for a in "‐‑‒−﹣⁃"}
    table |= {ord(a): "~" for a in "〜∼∽˜"} | {ord(a): "：" for a in "∶︰﹕"}
    table |= {ord(a): b for a, b in zip("「」『』﹁﹂﹃﹄", "“”‘’“”‘’", strict=True)}
    table |= {ord(a): "·" for a in "・‧•∙⋅"}
    table |= {ord(a): "%" for a in "﹪٪"} | {ord("‚"): ",", ord("﹐"): "，", ord("﹑"): "、", ord("﹒"): "."}
    table |= {ord(a): " " for a in "\u00a0\u1680\u202f\u205f\u3000\ufeff\u200b\u2060\t\x00\x0b\x0c"}
    table |= dict.fromkeys(range(0x2000, 0x200B), " ")
    return {chr(sign): plain for sign, plain in table.items()}


_SIGNS = _signs()
_SIGN = deferred(f"[{re.escape(''.join(_SIGNS))}]")
