"""What a cell of a register may hold, by the type of its column; kept as exact canonical text.

Money is in yuan, land in mu (亩), floors in square metres, a term in months; a hedge (约, 不低于, 不超过)
stays before the number as ≈, ≥ or ≤. What does not fit its column is refused with the reason.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from bulian.desk.dates import read_date
from bulian.extract.fold import fold
from bulian.extract.numbers.numeral import numeral
from bulian.extract.tables.cell import read_cell
from bulian.extract.tables.units import table_unit
from bulian.extract.tables.words import words
from bulian.resolve.credit_code import credit_code
from bulian.vocab.gbt4754 import industry
from bulian.vocab.registers import Field
from bulian.vocab.units import Unit


@dataclass(frozen=True, slots=True)
class Unfit:
    """Why a cell does not fit its column, in English and Chinese."""

    en: str
    zh: str


def read_value(field: Field, text: str, unit: str = "") -> str | Unfit | None:
    """The canonical text of a cell; None where it holds nothing; `Unfit` with the reason where it cannot be.

    Args:
        unit: the unit that the column's header names, for a bare number below it; "" for none.

    >>> from bulian.vocab.registers import register
    >>> total = register("projects").field("total")
    >>> read_value(total, "5000万"), read_value(total, "约1.2", "亿元"), read_value(total, "-")
    ('50000000', '≈120000000', None)
    """
    stripped = fold(text).strip().lstrip("'")
    if field.type == "choice":
        return _choice(field, stripped)
    in_words = field.type in _IN_WORDS and stripped in _WORDS_TOO
    if not in_words and (not stripped or stripped in words("missing") or stripped in _UNDECIDED):
        return None
    return _text(text.strip().lstrip("'"), unit) if field.verbatim else _READERS[field.type](stripped, unit)


def number(value: str) -> Decimal:
    """The number of a canonical text, without its hedge.

    >>> number("≈120000000")
    Decimal('120000000')
    """
    return Decimal(value.lstrip("≈≥≤").split(" ")[0])


def _text(text: str, unit: str) -> str | Unfit:
    return " ".join(text.replace("\n", "；").split())


def _list(text: str, unit: str) -> str | Unfit:
    parts = (part.strip() for part in _SEPARATOR.split(text))
    return "、".join(dict.fromkeys(part for part in parts if part))


def _code(text: str, unit: str) -> str | Unfit:
    found = credit_code(text)
    return found or Unfit(
        f"{text!r} is no unified social credit code: 18 characters with a check character that holds",
        f"“{text}”不是统一社会信用代码：应为 18 位，且校验位相符",
    )


def _industry(text: str, unit: str) -> str | Unfit:
    begins = _CODE_FIRST.match(text)
    found = industry(begins[0]) if begins else None
    if found is None:
        return Unfit(f"{text!r} is no code of GB/T 4754-2017", f"GB/T 4754-2017 没有“{text}”这个代码")
    return found.code


def _choice(field: Field, text: str) -> str | Unfit | None:
    for one in field.choices:
        if text.casefold() in {fold(word).casefold() for word in one.words}:
            return one.key
    if not text or text in words("missing") or text in _UNDECIDED:
        return None
    return Unfit(
        f"{text!r} is none of {', '.join(one.en for one in field.choices)}",
        f"“{text}”不在可选之列：{'、'.join(one.zh for one in field.choices)}",
    )


def _date(text: str, unit: str) -> str | Unfit:
    found = read_date(text)
    return found or Unfit(
        f"{text!r} is no date, or it is not plain which part is the month; write 2024-05-31",
        f"“{text}”不是日期，或分不清月和日；请写成 2024-05-31",
    )


def _amount(text: str, unit: str) -> str | Unfit:
    # 5000万 in a column of money means 万元; in one headed 万元 it stays as it is written.
    bare = _YUAN_SIGN.sub("", text)
    found = _ENDS_IN_POWER.search(bare)
    whole = f"{bare[: found.start('bound')]}元{found['bound']}" if found else bare
    return _measured(whole, unit, {"CNY": Decimal(1)}, "金额 amount, 5000万元")


def _area(text: str, unit: str) -> str | Unfit:
    return _measured(text, unit, _MU, "面积 area, 30亩")


def _floor(text: str, unit: str) -> str | Unfit:
    return _measured(text, unit, _SQUARE_METRES, "建筑面积 floor, 3000平方米")


def _percent(text: str, unit: str) -> str | Unfit:
    told = _PERCENT_IN_WORDS.fullmatch(text)
    share = numeral(told["number"]) if told else None
    return _measured(
        text if share is None else f"{share}%", unit, {"%": Decimal(1)}, "百分数 percentage, 85%"
    )


def _count(text: str, unit: str) -> str | Unfit:
    found = read_cell(_in_digits(text))
    if found is None or isinstance(found.value, tuple):
        return _no_number(text)
    value = found.value * (found.unit.factor if found.unit else _header_factor(unit))
    if value != value.to_integral_value() or value < 0:
        return Unfit(f"{text!r} is no whole number", f"“{text}”不是整数")
    return _MARKS[found.bound] + _plain(value)


def _months(text: str, unit: str) -> str | Unfit:
    digits = _NUMERALS.sub(lambda said: str(numeral(said[0]) or said[0]), text)
    if found := _YEARS_AND_MORE.fullmatch(digits):
        more = int(found["months"]) if found["months"] else 6
        return str(12 * int(found["years"] or 0) + more)
    return _lasting(text, unit, {"年": 12, "个月": 1, "月": 1}, "36个月")


def _days(text: str, unit: str) -> str | Unfit:
    return _lasting(text, unit, {"天": 1, "日": 1, "周": 7, "个月": 30, "月": 30, "年": 365}, "30天")


def _lasting(text: str, unit: str, sizes: dict[str, int], example: str) -> str | Unfit:
    found = _LASTS.fullmatch(_in_digits(text))
    size = sizes.get((found["unit"] or unit) if found else "")
    if found is None or size is None:
        return Unfit(f"{text!r} is no length of time; write {example}", f"“{text}”不是时长；请写成 {example}")
    return _plain(Decimal(found["number"]) * size)


def _quantity(text: str, unit: str) -> str | Unfit:
    """A number with whatever unit a capacity is told in; the unit stays as it is written."""
    found = _QUANTITY.fullmatch(text)
    told = (found["unit"].strip() or unit) if found else ""
    if found is None or not told:
        return Unfit(
            f"{text!r} needs a number and a unit, like 12万吨/年", f"“{text}”要写数和单位，如 12万吨/年"
        )
    try:
        value = Decimal(found["number"].replace(",", ""))
    except InvalidOperation:
        return _no_number(text)
    return f"{_SIGNS[found['before'] or '']}{_plain(value)} {told}"


def _measured(text: str, unit: str, factors: dict[str, Decimal], wanted: str) -> str | Unfit:
    found = read_cell(_in_digits(text))
    if found is None and not _is_range(text):
        return _no_number(text)
    if found is None or isinstance(found.value, tuple):
        return Unfit(
            f"{text!r} is a range; write one number, or use the columns for lowest and highest",
            f"“{text}”是一个区间；请写一个数，或分填最低、最高两列",
        )
    known: Unit | None = found.unit or (table_unit(unit) if unit else None)
    factor = factors.get(known.canonical) if known else None
    if known is None or factor is None:
        said = f"{text}" + (f"（{unit}）" if unit and not found.unit else "")
        return Unfit(f"{said!r} has no unit that fits: {wanted}", f"“{said}”没有合适的单位：{wanted}")
    value = found.value * known.factor * factor
    if value < 0:
        return Unfit(f"{text!r} is below zero", f"“{text}”小于零")
    return _MARKS[found.bound] + _plain(value)


def _is_range(text: str) -> bool:
    """Two numbers, each with its own unit: 三百万元至五百万元."""
    ends = _BETWEEN.split(text)
    return len(ends) == 2 and all(read_cell(_in_digits(end.strip())) for end in ends)


def _in_digits(text: str) -> str:
    """A text that begins with a Chinese numeral (五百万元, 两年) in digits; any other as it is."""
    found = _NUMERAL.fullmatch(text)
    value = numeral(found["number"]) if found else None
    if found is None or value is None:
        return text
    return f"{found['before'] or ''}{_plain(value)}{found['rest']}"


def _header_factor(unit: str) -> Decimal:
    known = table_unit(unit) if unit else None
    return known.factor if known else Decimal(1)


def _plain(value: Decimal) -> str:
    """The number without an exponent and without zeros that say nothing."""
    text = f"{value:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def _no_number(text: str) -> Unfit:
    return Unfit(f"{text!r} is no number", f"“{text}”不是数")


_READERS: dict[str, Callable[[str, str], str | Unfit]] = {
    "text": _text, "firm": _text, "person": _text, "list": _list, "code": _code, "industry": _industry,
    "date": _date, "amount": _amount, "area": _area, "percent": _percent, "count": _count,
    "floor": _floor, "months": _months, "days": _days, "quantity": _quantity,
}  # fmt: skip
# Marks of a missing number that are words or names too: a phase may be called 一.
_IN_WORDS, _WORDS_TOO = frozenset(["text", "firm", "person", "list"]), frozenset("一xX")
_UNDECIDED = frozenset(["待定", "未定", "待补", "待核", "不详", "未知", "TBD", "tbd"])
_SEPARATOR = re.compile(r"[、，,;；|\n]|(?<=\s)/(?=\s)")
_CODE_FIRST = re.compile(r"[A-T]?\d{1,4}\b")
_ENDS_IN_POWER = re.compile(
    r"(?:\d\s*[百千万亿]+|[零〇一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟][万亿]+)"
    r"(?P<bound>(?:以上|以下|以内|左右|多|余)?)$"
)
_MARKS = {"exact": "", "approx": "≈", "min": "≥", "max": "≤"}
_SIGNS = {"": "", "约": "≈", "近": "≈", "≥": "≥", "≤": "≤", "不低于": "≥", "不超过": "≤", "超": "≥"}
_NUMERAL = re.compile(
    r"(?P<before>约|近|超|≥|≤|不低于|不超过)?"
    r"(?P<number>[零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]+)(?P<rest>.*)"
)
_NUMERALS = re.compile(r"[零〇一二两三四五六七八九十]+")
_BETWEEN = re.compile(r"(?<=.)[至到~—-](?=.)")
_YUAN_SIGN = re.compile(r"^(?:[¥￥]|人民币|RMB|CNY)\s*", re.IGNORECASE)
_PERCENT_IN_WORDS = re.compile(r"百分之(?P<number>.+)")
_YEARS_AND_MORE = re.compile(r"(?P<years>\d+)年(?:(?P<half>半)|(?P<months>\d+)个?月)|(?P<only>半年)")
_LASTS = re.compile(r"(?P<number>\d+(?:\.\d+)?)\s*(?P<unit>年|个月|月|天|日|周)?")
_QUANTITY = re.compile(
    r"(?P<before>约|近|超|≥|≤|不低于|不超过)?\s*(?P<number>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>.{0,20})"
)
# A square metre is exactly 0.0015 mu; a mu is no exact number of square metres.
_SQUARE_METRES = {"m2": Decimal(1), "ha": Decimal(10_000), "km2": Decimal(1_000_000)}
_MU = {"m2": Decimal("0.0015"), "ha": Decimal(15), "km2": Decimal(1500), "mu": Decimal(1)}
