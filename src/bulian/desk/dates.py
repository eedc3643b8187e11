"""Dates of every habit: 2024-5-1, 2024/05/01, 2024.5.1, 20240501, 2024年5月, 二〇二四年五月, 45413."""

import re
from datetime import date, timedelta

from bulian.extract.numbers.numeral import numeral
from bulian.extract.tables.period import settle, whole_when
from bulian.model.period import days

ENDLESS = "9999-12-31"


def read_date(text: str) -> str | None:
    """A day, month, quarter or year as ISO 8601; None where it is none, or which is the month is not plain.

    A validity without end (长期) is 9999-12-31. A bare number of five digits is the day a spreadsheet counts.

    >>> read_date("2024.5.1"), read_date("2024年5月"), read_date("31/5/2024"), read_date("5/6/2024")
    ('2024-05-01', '2024-05', '2024-05-31', None)
    """
    stripped = _arabic(re.sub(r"[ T]\d{1,2}[:：]\d{2}([:：]\d{2})?(\.\d+)?$", "", text.strip()))
    if stripped in _ENDLESS:
        return ENDLESS
    for pattern in _FORMS:
        found = pattern.fullmatch(stripped)
        if found:
            return _day(*(int(found[part]) if found[part] else None for part in ("year", "month", "day")))
    found = _YEAR_LAST.fullmatch(stripped)
    if found:
        return _year_last(int(found["a"]), int(found["b"]), int(found["year"]))
    if _SERIAL.fullmatch(stripped):
        return (date(1899, 12, 30) + timedelta(days=int(stripped))).isoformat()
    return _in_words(stripped)


def last_of(day: str) -> date:
    """The last day that a date of any width covers.

    >>> last_of("2024-02")
    datetime.date(2024, 2, 29)
    """
    return days(day)[1]


def first_of(day: str) -> date:
    """The first day that a date of any width covers."""
    return days(day)[0]


def _arabic(text: str) -> str:
    """二〇二四年五月三十一日 in Arabic digits; other words stay."""
    if not _HAN_YEAR.match(text):
        return text
    return _HAN_NUMBER.sub(lambda found: str(numeral(_ROUND.sub("〇", found[0])) or found[0]), text)


def _day(year: int | None, month: int | None, day: int | None) -> str | None:
    parts = (f"{year:04}", *(f"{part:02}" for part in (month, day) if part is not None))
    return _known("-".join(parts))


def _year_last(a: int, b: int, year: int) -> str | None:
    """31/5/2024 and 5/31/2024 say which is the month; 5/6/2024 does not."""
    if a > 12 or a == b:
        return _day(year, b, a)
    return _day(year, a, b) if b > 12 else None


def _in_words(text: str) -> str | None:
    when = whole_when("".join(text.split()))
    period = settle([when], None) if when else None
    return _known(period) if period else None


def _known(period: str) -> str | None:
    try:
        days(period)
    except ValueError:
        return None
    return period


_HAN_YEAR = re.compile("[一二][〇零○ＯO一二三四五六七八九]{3}年")
_HAN_NUMBER = re.compile("[〇零○ＯO一二三四五六七八九十]+(?=[年月日号])")
_ROUND = re.compile("[○ＯO]")  # what is typed for 〇
_ENDLESS = frozenset(["长期", "长期有效", "永久", "无固定期限"])
_FORMS = (
    re.compile(r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)"),
    re.compile(
        r"(?P<year>(?:19|20)\d\d)\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})\s*[日号]?"
    ),
    re.compile(r"(?P<year>(?:19|20)\d\d)\s*[-/.年]\s*(?P<month>\d{1,2})\s*月?(?P<day>)"),
    re.compile(r"(?P<year>(?:19|20)\d\d)\s*年?(?P<month>)(?P<day>)"),
)
_YEAR_LAST = re.compile(r"(?P<a>\d{1,2})[-/.](?P<b>\d{1,2})[-/.](?P<year>(?:19|20)\d\d)")
# 1 January 2000 to 31 December 2079, as spreadsheets count days.
_SERIAL = re.compile(r"3[6-9]\d{3}|[45]\d{4}|6[0-5]\d{3}")
