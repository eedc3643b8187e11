"""Clues whether two names are one firm: a function each, whose docstring is what the user is told of it.

The first line of a docstring is shown in English, the line in Chinese in Chinese.
"""

from collections.abc import Callable
from functools import cache, lru_cache
from math import log2
from typing import NamedTuple

from bulian.resolve.abbreviation import abbreviates, follows, one_off
from bulian.resolve.firm_name import FirmName
from bulian.resolve.population import Among, rarity
from bulian.resolve.regions import gazetteer, relation
from bulian.vocab.firm_names import shares_of_outcomes, trades

_SHORTEST_BEGINNING = 2
_SHORTEST_KEPT = 3
_COUNTED = frozenset("0123456789一二三四五六七八九十甲乙丙丁东南西北中上下ABCDEFGH")


class Clue(NamedTuple):
    """What a clue says of two names: its outcome, its weight in bits, and what it compared."""

    name: str
    outcome: str
    bits: float
    one: str = ""
    other: str = ""


class Compared(NamedTuple):
    """Two readings, with their credit codes where sources give them ("" where none), among a population."""

    one: FirmName
    other: FirmName
    among: Among
    codes: tuple[str, str] = ("", "")


def code(pair: Compared) -> Clue | None:
    """Unified social credit codes, checked by their check digit: one code is one firm, two codes are two.

    统一社会信用代码（校验码已核）：同码即同一企业，异码即不同企业。
    """
    one, other = pair.codes
    return clue("code", "same" if one == other else "other", one, other) if one and other else None


def unit(pair: Compared) -> Clue | None:
    """A branch is not its firm, and not another branch.

    分支机构不等于本企业，也不等于另一分支。
    """
    one, other = pair.one.unit, pair.other.unit
    return clue("unit", "other", one, other) if one != other else None


def brand(pair: Compared) -> Clue:
    """The distinctive part of the name: the fewer firms may bear it, the more it weighs.

    字号：可能使用同一字号的企业越少，分量越重；简称按字序对照。
    """
    one, other = pair.one, pair.other
    outcome, shared = meeting(one, other)
    if outcome in ("same", "kept"):
        fuller = max(one, other, key=lambda name: len(name.trade))
        agreed = trade_outcome(one, other) in ("same", "short", "slip") or one.line == other.line
        # A place that only one of them tells rules nobody out: the other may be anywhere.
        place = min(one.codes, other.codes, key=lambda codes: (len(codes), codes))
        others = pair.among.others(shared, fuller.line if agreed else "", place)
        return clue("brand", outcome, one.brand, other.brand, more=rarity(others))
    if outcome == "initials":
        others = pair.among.others_abbreviated(shared)
        return clue("brand", outcome, one.core, other.core, more=rarity(others))
    if outcome == "ends":
        return clue("brand", outcome, one.brand, other.brand, more=rarity(pair.among.others_ending(shared)))
    return clue("brand", outcome, one.brand, other.brand)


def trade(pair: Compared) -> Clue | None:
    """The words of trade: alike, left out or shortened in a short name; two full names must agree.

    行业用语：简称里可省可缩；两个全称则必须一致。
    """
    one, other = pair.one, pair.other
    outcome = trade_outcome(one, other)
    return clue("trade", outcome, one.trade, other.trade) if outcome else None


def region(pair: Compared) -> Clue:
    """The place in the name: the same, one inside the other, or two that exclude each other.

    行政区划：相同、一个在另一个之内，还是互相排斥；市级与区级的两个全称可以是两家企业。
    """
    found = relation(pair.one.codes, pair.other.codes)
    if found == "same" and _is_place(pair.one.brand) and _is_place(pair.other.brand):
        found = "missing"  # it was weighed as the brand
    both_full = pair.one.is_full and pair.other.is_full
    return clue("region", "nested" if found == "within" and both_full else found)


def form(pair: Compared) -> Clue:
    """The legal form: a firm may change it, a group is not the firm below it.

    组织形式：企业可以改制；集团不等于其下的公司。
    """
    one, other = pair.one, pair.other
    if not (one.form and other.form):
        outcome = "missing"
    elif one.what != other.what or ("控股" in one.form) != ("控股" in other.form):
        outcome = "group" if one.is_full and other.is_full else "missing"
    elif one.family == other.family:
        outcome = "same"
    else:
        outcome = "missing" if "any" in (one.family, other.family) else "changed"
    return clue("form", outcome, one.form, other.form)


CLUES: tuple[Callable[[Compared], Clue | None], ...] = (code, unit, brand, trade, region, form)


def clue(name: str, outcome: str, one: str = "", other: str = "", *, more: float = 0.0) -> Clue:
    """The outcome with its weight from vocab/identity_clues.csv, log2(same / other), and `more` bits."""
    return Clue(name, outcome, round(_weights()[name, outcome] + more, 2), one, other)


@cache
def _weights() -> dict[tuple[str, str], float]:
    return {key: log2(same / among_others) for key, (same, among_others) in shares_of_outcomes().items()}


@lru_cache(maxsize=4096)  # asked by several clues of one pair
def meeting(one: FirmName, other: FirmName) -> tuple[str, str]:
    """How two brands meet, and on what: "same", "kept", "initials", "begins", "near" or "other"."""
    if one.brand == other.brand and not (_is_place(one.brand) and one.trade != other.trade):
        return "same", one.brand
    short, whole = sorted((one, other), key=lambda name: (len(name.core), name))
    if found := _abbreviated(short, whole) or _abbreviated(whole, short):
        return found
    at = one_off(one.core, other.core)
    if at is not None and _may_be_a_slip(one, other, at):
        brands = sorted((one.brand, other.brand), key=len)
        shared = brands[0] if brands[1].startswith(brands[0]) else one.core[:at]
        if at >= len(shared) >= min(len(brands[0]), _SHORTEST_KEPT):
            return "kept", shared
    if at is not None or one_off(one.brand, other.brand) is not None:
        return "near", ""
    if whole.brand.endswith(short.brand) and len(short.brand) >= _SHORTEST_BEGINNING and not short.is_full:
        return "ends", short.brand
    return ("begins" if _begins(one.brand, other.brand) else "other"), ""


def _begins(one: str, other: str) -> bool:
    """The shorter brand, two characters at least, begins the longer: 中元 and 中元汇吉."""
    short, whole = sorted((one, other), key=len)
    return len(short) >= _SHORTEST_BEGINNING and whole.startswith(short)


def _may_be_a_slip(one: FirmName, other: FirmName, at: int) -> bool:
    """Two full names at one place, alike but for one character that numbers nothing."""
    in_one_place = relation(one.codes, other.codes) == "same"
    return in_one_place and one.is_full and other.is_full and not _ordinals(one.core[at], other.core[at])


def _ordinals(one: str, other: str) -> bool:
    """第三 and 第一 tell two firms apart, however alike their names are."""
    return one in _COUNTED and other in _COUNTED


def _abbreviated(short: FirmName, whole: FirmName) -> tuple[str, str] | None:
    """How one shortens the other; None where it does not. A full name shortens nothing but itself."""
    if abbreviates(short.core, whole.core) and not (_is_place(whole.brand) or _is_place(short.brand)):
        if short.core.startswith(whole.brand) and follows(short.core[len(whole.brand) :], whole.trade):
            return "kept", whole.brand
        if whole.core.startswith(short.core) and len(short.core) >= _SHORTEST_KEPT:
            return "kept", short.core
    ways = ((short.core, whole.core), (short.core, whole.spelled), (short.spelled, whole.spelled))
    if not short.is_full and (told := next((one for one, other in ways if abbreviates(one, other)), "")):
        return "initials", told
    return None


def _is_place(brand: str) -> bool:
    """A place tells firms apart by their trades alone: 中国银行 is no 中国农业银行."""
    return brand in gazetteer() or f"{brand}市" in gazetteer()


@lru_cache(maxsize=4096)
def trade_outcome(one: FirmName, other: FirmName) -> str:
    """How the trades stand to each other; "" where the brands already say all."""
    outcome, shared = meeting(one, other)
    if outcome not in ("same", "kept", "ends"):
        return ""
    first, second = (
        (one.trade, other.trade)
        if outcome == "ends"
        else (one.core[len(shared) :], other.core[len(shared) :])
    )
    if first == second:
        return "same" if first else "missing"
    if one.is_full and other.is_full and one_off(first, second) is None:
        return "left_out" if not (first and second) or first in second or second in first else "two"
    if (one.is_full and not first) or (other.is_full and not second):
        return "added"
    if not (first and second):
        return "missing"
    if follows(first, second) or follows(second, first):
        return "short"
    at = one_off(first, second)
    slipped = (
        at is not None
        and not _ordinals(first[at], second[at])
        and not (first in trades() and second in trades())
    )
    return "slip" if slipped else "other"
