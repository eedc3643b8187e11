"""Amounts as people write thresholds: 40亿元, 70%, 2000万元, 10家."""

import re
from dataclasses import dataclass
from decimal import Decimal

from bulian.errors import BadRequest
from bulian.vocab.units import magnitudes, units

_AMOUNT = re.compile(r"\s*(-?\d+(?:\.\d+)?)\s*(\D*?)\s*")


@dataclass(frozen=True, slots=True)
class Amount:
    """An exact value in a canonical unit, and the words it was written in."""

    value: Decimal
    unit: str
    written: str


def amount(text: str) -> Amount:
    """Read a number, its power of ten and its unit, as the vocabulary lists them.

    >>> amount("40亿元")
    Amount(value=Decimal('4000000000'), unit='CNY', written='40亿元')
    >>> amount("70%").unit, amount("15").unit
    ('%', 'ratio')

    Raises:
        BadRequest: it is no number, or the unit is not in units.csv.
    """
    match = _AMOUNT.fullmatch(text)
    if match is None:
        raise _unknown(text)
    number, words = Decimal(match[1]), match[2]
    if not words:
        return Amount(number, "ratio", text)
    if unit := units().get(words):
        return Amount(number * unit.factor, unit.canonical, text)
    for power in sorted(magnitudes(), key=len, reverse=True):
        unit = units().get(words.removeprefix(power))
        if words.startswith(power) and unit:
            return Amount(number * magnitudes()[power] * unit.factor, unit.canonical, text)
    raise _unknown(text)


def _unknown(text: str) -> BadRequest:
    return BadRequest(
        f"{text!r} is no amount. Write a number and a unit of units.csv, such as 40亿元, 70% or 10家.",
        f"“{text}”不是数量。请写数字和 units.csv 里的单位，如 40亿元、70%、10家。",
    )
