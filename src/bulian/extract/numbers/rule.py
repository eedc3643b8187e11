"""What a rule of the grammar is, and what productions share: reading a numeral, taking its unit and cues."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from bulian.extract.deferred import deferred
from bulian.extract.numbers.bounds import bound_around
from bulian.extract.numbers.measure import Measure, measure_at
from bulian.extract.numbers.numeral import EXACT, numeral
from bulian.extract.numbers.quantity import Quantity
from bulian.model.fact import Value
from bulian.vocab.units import Unit, units

Production = Callable[[str, re.Match[str]], list[Quantity]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A way to write a number. `produce` gives nothing where the words are no number after all."""

    name: str
    starts: str
    pattern: re.Pattern[str]
    produce: Production


def rule(name: str, starts: str, pattern: str, produce: Production) -> Rule:
    """The rule with its pattern compiled."""
    return Rule(name, starts, deferred(pattern), produce)


def quantity_at(
    folded: str, start: int, end: int, value: Value, measure: Measure | None, rule: str
) -> Quantity:
    """The quantity at `start:end`, its measure's end included, with the cues around it."""
    stop = measure.end if measure else end
    words = folded[start:end]
    inner = "多" if "多" in words or "余" in words or "几" in words else ""
    if measure and not inner and folded[end : end + 1] in ("多", "余"):
        inner = "多"
    unit = measure.unit if measure else None
    money = _money_before(folded, start) if unit and unit.surface == "元" else ""
    cue = bound_around(folded, start - len(money), stop, inner)
    if money:
        # 港币3亿元, 人民币5亿元: whose money it is stands before the number.
        unit = units()[money]
    return Quantity(
        start, stop, folded[start:stop], value, unit.canonical if unit else "",
        unit.surface if unit else "", cue.bound, cue.left, cue.right,
        not words[-1:].isdecimal() and SCALE.search(words) is not None, rule,
    )  # fmt: skip


def _money_before(folded: str, start: int) -> str:
    """The money named right before a number; "" for none."""
    if folded[start - 1 : start] != "币":
        return ""
    return next((name for name in _MONIES if folded.startswith(name, max(0, start - len(name)))), "")


def amount_of(words: str) -> Decimal | None:
    """The numeral without sign and without 多, 余, 几; None for one too long to be an amount."""
    plain = _LEFT_OUT.sub("", words)
    return numeral(plain) if len(plain) <= 36 else None


def times(value: Value, unit: Unit | None) -> Value:
    if unit is None:
        return value
    if isinstance(value, tuple):
        return EXACT.multiply(value[0], unit.factor), EXACT.multiply(value[1], unit.factor)
    return EXACT.multiply(value, unit.factor)


def unit_after(folded: str, end: int) -> tuple[Measure | None, int]:
    """The unit behind a number, past a 多 or 余 that stands before it."""
    more = 1 if folded[end : end + 1] in ("多", "余") else 0
    measure = measure_at(folded, end + more)
    return measure, end + more if measure is None and more else end


_MONIES = ("人民币", "新台币", "港币", "台币")
SCALE = deferred(r"(?:[千百十]?万亿|[千百十]?亿|[千百十]?万|千|百)$")
PERCENT = Unit("%", "%", "share", Decimal(1))
TURNS = frozenset("届期轮次批场")
"""Counted in words these are turns and wheels, not figures: 三轮, 两届."""
RATIO = Unit("", "ratio", "ratio", Decimal(1))
RANK = Unit("位", "rank", "other", Decimal(1))
_LEFT_OUT = deferred(r"[多余几 ]")
