"""What stands in one cell: a number with its bound and its own unit, a mark for a missing one, or words."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from bulian.extract.deferred import deferred
from bulian.extract.fold import fold
from bulian.extract.numbers.measure import parse_unit
from bulian.extract.tables.period import whole_when
from bulian.extract.tables.units import table_unit
from bulian.extract.tables.words import words
from bulian.model.fact import Bound, Value
from bulian.vocab.units import Unit

Kind = Literal["number", "missing", "words"]


@dataclass(frozen=True, slots=True)
class Reading:
    """The number of a cell, before the unit of its row or column.

    `unit` is the cell's own, as in "0.3个百分点"; `verb` a word of growth before it, as in "下降0.2".
    """

    value: Value
    bound: Bound = "exact"
    unit: Unit | None = None
    verb: bool = False


def kind_of(text: str) -> Kind:
    """Whether a cell shows a number, a mark for a missing or suppressed one, or words."""
    stripped = text.strip()
    if _PLAIN.fullmatch(stripped):
        return "number"
    if stripped in _MISSING:
        return "missing"
    return _kind_of_words(stripped)


def read_cell(text: str) -> Reading | None:
    """The number a cell shows; None where it shows none: "-", "…", "x", an empty cell are unknown, not zero.

    >>> read_cell("(1,203)").value, read_cell("约20000").bound, read_cell("-") is None
    (Decimal('-1203'), 'approx', True)
    """
    stripped = text.strip()
    if _PLAIN.fullmatch(stripped):
        return _plain(stripped)
    return None if stripped in _MISSING else _read(stripped)


def _plain(text: str) -> Reading:
    if text.endswith("%"):
        return Reading(Decimal(text[:-1].replace(",", "")), unit=parse_unit("%"))
    return Reading(Decimal(text.replace(",", "")))


@lru_cache(maxsize=65536)
def _kind_of_words(stripped: str) -> Kind:
    folded = fold(stripped).strip()
    if folded in _MISSING:
        return "missing"
    if whole_when(folded):
        return "words"  # 2023年, 1-2月, 2024/03
    return "number" if _read(stripped) else "words"


@lru_cache(maxsize=65536)
def _read(stripped: str) -> Reading | None:
    folded = _FOOTNOTE.sub("", fold(stripped).strip())
    if whole_when(folded):
        return None
    folded = _UNIT_IN_BRACKETS.sub(r"\1", _GROUP_BLANK.sub("", folded))
    found = _RANGE.fullmatch(folded)
    if found:
        low, high = (_decimal(found[name]) for name in ("low", "high"))
        unit = _unit(found["unit"])
        return Reading((low, high), unit=unit) if low < high and unit else None
    found = _NUMBER.fullmatch(folded)
    if not found or (found["open"] is None) != (found["close"] is None):
        return None
    unit = _unit(found["unit"])
    if found["unit"] and unit is None:
        return None
    value = _decimal(found["number"])
    if (
        (found["open"] and not found["sign"] and not found["verb"])
        or found["sign"] in _NEGATIVE
        or found["verb"] in _FALLS
    ):
        value = -value
    return Reading(value, _bound(found["before"], found["after"]), unit, found["verb"] is not None)


def _decimal(digits: str) -> Decimal:
    return Decimal(digits.replace(",", ""))


def _unit(text: str | None) -> Unit | None:
    return table_unit(text) if text else None


def _bound(before: str | None, after: str | None) -> Bound:
    for word in (before, after):
        if word:
            return _BOUNDS[word]
    return "exact"


_PLAIN = deferred(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?", re.ASCII)
_MISSING = words("missing")
_BOUNDS: dict[str, Bound] = {
    **dict.fromkeys(("约", "近", "大约", "将近", "≈", "~", "左右"), "approx"),
    **dict.fromkeys(
        ("超", "超过", "逾", "突破", "不低于", "不少于", "≥", ">", ">=", "以上", "多", "余", "+"), "min"
    ),
    **dict.fromkeys(("不足", "不超过", "低于", "少于", "≤", "<", "<=", "以内", "以下"), "max"),
}
_NEGATIVE = frozenset("-—▲△▼↓")
_FALLS = frozenset(["下降", "降低", "减少", "下跌", "回落", "负增长", "降"])
# A mark after the number points to a note; "r", "p" and "e" mark revised, provisional and estimated numbers.
_FOOTNOTE = deferred(
    r"(?<=[\d%）])\s*(?:[①-⑳*※#@^†‡¹²³⁴-⁹]+|\[[\d*]{1,2}\]|[a-z]|（[rpe注]）)$|^[rpe]\s+(?=\d)"
)
_UNIT_IN_BRACKETS = deferred(r"(?<=\d)\s*（(个?百分点|%)）$")
_GROUP_BLANK = deferred(r"(?<=\d)[ ,](?=\d{3}(?:[ ,.]|\D|$))")
_DIGITS = r"\d[\d,]*(?:\.\d+)?|\.\d+"
_NUMBER = deferred(
    r"(?P<open>（)?(?P<before>大约|约|将近|近|超过|超|逾|突破|不低于|不少于|不足|不超过|低于|少于|[≈~≥≤]"
    r"|[<>]=?)?\s*"
    r"(?P<verb>下降|降低|减少|下跌|回落|负增长|增长|增加|提高|上升|上涨|升|降)?\s*(?P<sign>[-+—▲△▼↓↑])?\s*"
    rf"(?P<number>{_DIGITS})\s*(?P<unit>[^\d\s（）多余左以+]{{1,12}}?)?\s*(?P<after>以上|以下|以内|左右|多"
    rf"|余|\+)?(?P<close>）)?"
)
_RANGE = deferred(rf"(?P<low>{_DIGITS})\s*[-—~至]\s*(?P<high>{_DIGITS})\s*(?P<unit>[^\d\s（）]{{1,12}})?")
