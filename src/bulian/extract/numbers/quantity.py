"""A number as written in a text, with its unit and its bound."""

from typing import NamedTuple

from bulian.model.fact import Bound, Value


class Quantity(NamedTuple):
    """A number and its unit where they stand in a text.

    Attributes:
        start, end: the surface: number and unit with an inner 多 or 余, without cues around it.
        value: in base units of `unit`; a range is (low, high).
        unit: canonical unit, "" where the text shows none (50亿 without 元).
        measure: the unit or measure word as written, without 万 or 亿: "元", "家", "个百分点"; "" for none.
        left, right: how far cues around it reach (约 … 以上).
        scaled: a power of ten stands in it (50亿).
        rule: the rule that read it.
    """

    start: int
    end: int
    surface: str
    value: Value
    unit: str
    measure: str
    bound: Bound
    left: int
    right: int
    scaled: bool
    rule: str


def local_money(quantity: Quantity, home: str | None) -> Quantity:
    """元 as a text of Hong Kong, Macau or Taiwan means it: its own dollar, unless 人民币 is said."""
    local = _LOCAL.get(home or "")
    if local is None or quantity.measure != "元" or "人民" in quantity.surface:
        return quantity
    return quantity._replace(unit=local)


_LOCAL = {"香港特别行政区": "HKD", "澳门特别行政区": "MOP", "台湾省": "TWD"}
