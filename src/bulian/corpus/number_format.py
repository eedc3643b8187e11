"""What does a spreadsheet show for a stored number, under the cell's number format?

Office stores 0.239 and shows 23.9%, stores 45292 and shows 2024-01: what is shown is what was meant.
Numbers keep every digit that was typed (a format that hides decimals does not lose them); what the format
adds to the meaning is kept: percent and per mille signs, units in quotes (0.0"亿元"), scaling by thousands,
leading zeros.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

_YEAR_MONTH, _MONTH_DAY = 'yyyy"年"m"月"', 'm"月"d"日"'
# The formats that a file names by number alone: ECMA-376, part 1, 18.8.30, with the Chinese set.
BUILT_IN = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "yyyy-mm-dd",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm",
    19: "h:mm:ss",
    20: "h:mm",
    21: "h:mm:ss",
    22: "yyyy-mm-dd h:mm",
    27: _YEAR_MONTH,
    28: _MONTH_DAY,
    29: _MONTH_DAY,
    30: "yyyy-mm-dd",
    31: "yyyy-mm-dd",
    36: _YEAR_MONTH,
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
    49: "@",
    50: _YEAR_MONTH,
    51: _MONTH_DAY,
    52: _YEAR_MONTH,
    53: _MONTH_DAY,
    54: _MONTH_DAY,
    55: _YEAR_MONTH,
    56: _MONTH_DAY,
    57: _YEAR_MONTH,
    58: _MONTH_DAY,
}

_LITERAL = re.compile(r'"([^"]*)"|\\(.)|!(.)')
_MARKS = re.compile(r"\[(?![hms]+\])[^\]]*\]|_.|\*.", re.IGNORECASE)  # colours, locales, padding
_TYPED_DECIMALS = 2  # a percentage with no more decimals than these was typed, not computed


@dataclass(frozen=True, slots=True)
class Format:
    """One section of a number format, as far as it changes what a number says.

    Attributes:
        before, after: literal text around the digits, such as "亿元"; the percent sign is no part of it.
        percent: 100 for a percent format, 1000 for per mille, else 1.
        divisor: what the shown number is the stored one divided by, 1000 for a trailing comma.
        decimals: digits after the point.
        zeros: digits at least before the point, for codes such as 000000.
        unsigned: a word stands for the minus sign (下降0.0).
        date: "" or the parts of a date it shows, of "ymdhs".
    """

    before: str = ""
    after: str = ""
    percent: int = 1
    divisor: int = 1
    decimals: int = 0
    zeros: int = 0
    unsigned: bool = False
    date: str = ""


def shown(number: float, code: str) -> tuple[str, bool]:
    """What a cell shows for `number` under format `code`, and whether as a percentage.

    >>> shown(0.239, "0.0%"), shown(309.8, "General"), shown(12345678, "#,##0")
    (('23.9%', True), ('309.8', False), ('12345678', False))
    >>> shown(380.5, '0.0"亿元"')[0], shown(625, "000000")[0]
    ('380.5亿元', '000625')
    """
    form = _section(code, negative=number < 0)
    value = exact(number) * form.percent / form.divisor
    if form.percent != 1:
        value = _as_typed(value, form.decimals)
    digits = plain(abs(value) if form.unsigned else value)
    if form.zeros > 1 and value == value.to_integral_value() and value >= 0:
        digits = digits.zfill(form.zeros)
    sign = {100: "%", 1000: "‰"}.get(form.percent, "")
    return f"{form.before}{digits}{sign}{form.after}", form.percent == 100


def is_date(code: str) -> bool:
    """Whether a format shows a date or a time of day."""
    return bool(date_parts(code))


def date_parts(code: str) -> str:
    """The parts of a date or time of day that a format shows, of "ymdhs"; "" for a format of numbers."""
    return _section(code, negative=False).date


_FIRST_DAY = datetime(1899, 12, 30)  # noqa: DTZ001 - a day of the calendar, no instant


def date_shown(serial: float, code: str, *, first_day: datetime = _FIRST_DAY) -> str:
    """A date stored as days since `first_day`, in ISO 8601 as far as the format shows it; "" for none.

    >>> date_shown(45292, 'yyyy"年"m"月"'), date_shown(45322.5, "yyyy-mm-dd hh:mm")
    ('2024-01', '2024-01-31 12:00')
    """
    try:
        moment = first_day + timedelta(days=serial)
    except OverflowError:
        return ""
    return iso_as_shown(moment, date_parts(code))


def iso_as_shown(moment: datetime, parts: str) -> str:
    """`moment` in ISO 8601 with the parts shown, of "ymdhs"; day and month bring the year with them."""
    moment = (moment + timedelta(milliseconds=500)).replace(microsecond=0)  # serials are floats
    if "h" in parts or "s" in parts:
        clock = moment.strftime("%H:%M:%S" if moment.second else "%H:%M")
        return f"{moment:%Y-%m-%d} {clock}" if set("ymd") & set(parts) else clock
    if "d" in parts:
        return f"{moment:%Y-%m-%d}"
    return f"{moment:%Y-%m}" if "m" in parts else f"{moment:%Y}"


def exact(number: float) -> Decimal:
    """The decimal a person typed: a spreadsheet keeps 15 digits, what lies beyond is noise of the machine.

    >>> exact(0.1 + 0.2), exact(309.80000000000001)
    (Decimal('0.3'), Decimal('309.8'))
    """
    return Decimal(f"{number:.15g}")


def plain(value: Decimal) -> str:
    """A decimal without exponent and idle zeros.

    >>> plain(Decimal("3E+2")), plain(Decimal("0.50"))
    ('300', '0.5')
    """
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _as_typed(percentage: Decimal, decimals: int) -> Decimal:
    """A percentage as shown, unless the format hides decimals that somebody typed."""
    places = -int(percentage.normalize().as_tuple().exponent)
    if places <= max(decimals, _TYPED_DECIMALS):
        return percentage
    return percentage.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


@cache
def _section(code: str, *, negative: bool) -> Format:
    """What the section of a format for positive or negative numbers says."""
    sections = re.split(r';(?=(?:[^"]*"[^"]*")*[^"]*$)', code)
    sections = [_MARKS.sub("", part) for part in sections]
    own = negative and len(sections) > 1 and re.search(r"[^\W\d_]", _literal(sections[1].split("0")[0]))
    section = sections[1 if own else 0]
    bare = _LITERAL.sub("", section)
    if re.search(r"[ymdhs]", bare, re.IGNORECASE) and "general" not in bare.lower():
        return Format(date=_parts_in(bare.lower()))
    if re.search(r'0(?:!\.|\\\.|"\.")0,', section):  # 0!.0, shows ten thousands: a Chinese custom
        return Format(*_around(section), divisor=10_000, decimals=1)
    commas = re.search(r"[0#?](,+)(?:[^0#?,]|$)", bare)
    fraction = re.search(r"\.([0#?]+)", bare)
    return Format(
        *_around(section),
        percent=100 if "%" in bare else 1000 if "‰" in section else 1,
        divisor=1000 ** len(commas[1]) if commas else 1,
        decimals=len(fraction[1]) if fraction else 0,
        zeros=len(bare) if set(bare) == {"0"} else 0,
        unsigned=bool(own and not re.search(r"[-(]", section)),
    )


def _around(section: str) -> tuple[str, str]:
    """The literal text before and after the digits of a section."""
    marks = re.split(r"[0#?@]|general", section, flags=re.IGNORECASE)
    if len(marks) == 1:
        return "", ""
    return _literal(marks[0]), _literal(marks[-1]).replace("‰", "")


def _literal(part: str) -> str:
    """Text in quotes or behind a backslash, and what needs neither."""
    return "".join(
        found[1] or found[2] or found[3] or (found[0] if found[0] not in '%,."\\!()-' else "")
        for found in re.finditer(r'"([^"]*)"|\\(.)|!(.)|.', part)
    ).strip("()-")


def _parts_in(bare: str) -> str:
    """Which of year, month, day, hour and second a date format shows; minutes count with the hours."""
    parts = "".join(part for part in "ydhs" if part in bare)
    month = re.search(r"m", re.sub(r"h+[^a-z]*m+|m+[^a-z]*s", "", bare))
    return parts + "m" if month else parts
