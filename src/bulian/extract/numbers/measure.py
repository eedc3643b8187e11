"""The unit that follows a number: longest first, compound (元/吨, 每平方米 …), after a blank or a note."""

from functools import cache
from typing import NamedTuple

from bulian.extract.deferred import deferred
from bulian.extract.numbers.numeral import EXACT
from bulian.vocab.units import Unit, magnitudes, units


class Measure(NamedTuple):
    """A unit found in a text, and where it ends."""

    unit: Unit
    end: int


def measure_at(folded: str, at: int) -> Measure | None:
    """The unit that begins at `at`, perhaps after a few blanks; None where none does."""
    blanks = _BLANKS.match(folded, at) if folded.startswith(" ", at) else None
    begin = blanks.end() if blanks else at
    found = _spaced(folded, begin) or _longest(folded, begin)
    if found is None:
        note = _NOTE.match(folded, begin) if folded[begin : begin + 1] in (" ", "（") else None
        found = _longest(folded, note.end()) if note else None
        if found is None:
            return None
    return _over(folded, found) or found


def parse_unit(text: str) -> Unit | None:
    """The unit that a piece of text names and nothing else: 亿元, 万元/亩; None where it names none.

    The factor counts the power of ten: 亿元 is 100,000,000 CNY.

    >>> unit = parse_unit("亿元")
    >>> unit.canonical, unit.factor
    ('CNY', Decimal('100000000'))
    """
    from bulian.extract.fold import fold

    folded = "".join(fold(text).split()).strip("（）：")
    folded = folded.removeprefix("单位：")
    if not folded:
        return None
    exact = _whole(folded)
    if exact:
        return exact
    for length in range(min(3, len(folded) - 1), 0, -1):
        factor = magnitudes().get(folded[:length])
        unit = _whole(folded[length:]) if factor else None
        if unit and factor:
            return Unit(folded, unit.canonical, unit.dimension, EXACT.multiply(unit.factor, factor))
    return None


def parse_units(text: str) -> tuple[Unit, ...]:
    """The units of a list such as 万元、%; those that are none are left out."""
    found = [parse_unit(part) for part in _LIST.split(text)]
    return tuple(unit for unit in found if unit)


def _whole(text: str) -> Unit | None:
    found = _longest(text, 0)
    if found is None:
        return None
    found = _over(text, found) or found
    return found.unit if found.end == len(text) else None


def _longest(folded: str, at: int) -> Measure | None:
    for unit in _by_first_character().get(folded[at : at + 1], ()):
        end = at + len(unit.surface)
        if folded.startswith(unit.surface, at) and not _guarded(folded, at, end, unit):
            return Measure(unit, end)
    return None


@cache
def _by_first_character() -> dict[str, tuple[Unit, ...]]:
    """The units that begin with a character, longest first."""
    found: dict[str, list[Unit]] = {}
    for unit in sorted(units().values(), key=lambda unit: -len(unit.surface)):
        found.setdefault(unit.surface[0], []).append(unit)
    return {first: tuple(several) for first, several in found.items()}


def _guarded(folded: str, at: int, end: int, unit: Unit) -> bool:
    """A short unit that is the beginning of a longer word here: 成 of 成立, 位 of 位居, P of PC."""
    if folded[end : end + 1] in unit.not_before:
        return True
    last = unit.surface[-1]
    return (
        last.isascii()
        and last.isalpha()
        and folded[end : end + 1].isascii()
        and folded[end : end + 1].isalnum()
    )


def _spaced(folded: str, at: int) -> Measure | None:
    """个 百 分 点, as set in a wide line."""
    match = _POINTS.match(folded, at) if folded[at : at + 1] in ("个", "百") else None
    return Measure(units()["个百分点"], match.end()) if match else None


def _over(folded: str, top: Measure) -> Measure | None:
    """元/吨 and 元每平方米: one unit over another."""
    slash = _PER.match(folded, top.end) if folded[top.end : top.end + 1] in (" ", "/", "／", "每") else None
    below = _longest(folded, slash.end()) if slash else None
    if below is None:
        return None
    surface = f"{top.unit.surface}/{below.unit.surface}"
    known = units().get(surface)
    if known:
        return Measure(known, below.end)
    factor = EXACT.divide(top.unit.factor, below.unit.factor)
    name = f"{top.unit.canonical}/{_BELOW.get(below.unit.canonical, below.unit.canonical)}"
    return Measure(Unit(surface, name, "other", factor), below.end)


_BLANKS = deferred(r" {0,4}")
_POINTS = deferred(r"个? ?百 ?分 ?点")
_NOTE = deferred(r" ?（[^（）\n]{1,20}） ?")
_PER = deferred(r" ?[/／] ?|每(?=[^年月日天])")
_LIST = deferred(r"[、，,;；或及和]|\s+")
_BELOW = {
    "persons": "person",
    "days": "day",
    "years": "year",
    "months": "month",
    "hours": "hour",
    "households": "household",
    "items": "item",
    "enterprises": "enterprise",
}
