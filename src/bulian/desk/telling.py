"""The values of a register as people read them: 1.2亿元, 工业, a person's name."""

from collections.abc import Iterable
from decimal import Decimal

from bulian.desk.dates import ENDLESS
from bulian.desk.values import number
from bulian.ledger.persons import Person
from bulian.vocab.registers import Field

_POWERS = (("亿元", Decimal(100_000_000)), ("万元", Decimal(10_000)))
_UNITS = {
    "area": ("亩", " mu"),
    "floor": ("平方米", " m²"),
    "percent": ("%", "%"),
    "months": ("个月", " months"),
    "days": ("天", " days"),
}


def shown(field: Field, value: str, lang: str, everyone: Iterable[Person] = ()) -> str:
    """A value in words; "" for one that is not known.

    >>> from bulian.vocab.registers import register
    >>> shown(register("projects").field("total"), "≈120000000", "zh")
    '约1.2亿元'
    """
    if not value:
        return ""
    if field.type == "choice":
        chosen = next((one for one in field.choices if one.key == value), None)
        return value if chosen is None else chosen.zh if lang == "zh" else chosen.en
    if field.type == "person":
        return named(value, everyone, lang)
    if field.type == "amount":
        return _hedge(value, lang) + money(number(value), lang)
    if field.type in _UNITS:
        return f"{_hedge(value, lang)}{_digits(number(value))}{_UNITS[field.type][lang != 'zh']}"
    if value == ENDLESS:
        return "长期" if lang == "zh" else "without end"
    return value


def money(yuan: Decimal, lang: str) -> str:
    """An amount of yuan in the largest of 亿元, 万元 and 元 that it reaches.

    >>> money(Decimal(50000000), "zh"), money(Decimal(50000000), "en")
    ('5000万元', 'CNY 50,000,000')
    """
    if lang != "zh":
        return f"CNY {_digits(yuan)}" if yuan != yuan.to_integral_value() else f"CNY {yuan:,.0f}"
    for zh, power in _POWERS:
        if abs(yuan) >= power:
            return f"{_digits(yuan / power)}{zh}"
    return f"{_digits(yuan)}元"


def named(person: str, everyone: Iterable[Person], lang: str) -> str:
    """Who an id stands for: the name, or that it was emptied."""
    for one in everyone:
        if one.id == person:
            gone = f"{one.id}（已清空）" if lang == "zh" else f"{one.id} (forgotten)"
            return gone if one.forgotten else one.name
    return person


def _hedge(value: str, lang: str) -> str:
    words = {"≈": ("约", "about "), "≥": ("不低于", "at least "), "≤": ("不超过", "at most ")}
    return words[value[0]][lang != "zh"] if value[0] in words else ""


def _digits(value: Decimal) -> str:
    text = f"{value.normalize():f}"
    return text if len(text.partition(".")[2]) <= 4 else f"{value:.4f}".rstrip("0").rstrip(".")
