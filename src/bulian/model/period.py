"""Periods as ISO 8601 text: which days they cover. "2021", "2021-H1", "2021-Q3", "2021-11", "2016/2020"."""

import re
from datetime import date, timedelta
from functools import lru_cache

_PART = re.compile(r"(\d{4})(?:-(?:H([12])|Q([1-4])|(\d{2})(?:-(\d{2}))?))?")


@lru_cache(maxsize=4096)
def days(period: str) -> tuple[date, date]:
    """First and last day of a period; `ValueError` when it is none.

    >>> days("2021-H1")
    (datetime.date(2021, 1, 1), datetime.date(2021, 6, 30))
    >>> days("2021-01/2021-11")
    (datetime.date(2021, 1, 1), datetime.date(2021, 11, 30))
    """
    first, slash, last = period.partition("/")
    start, end = _days(first), _days(last if slash else first)
    if end[1] < start[0]:
        raise ValueError(f"{period!r} ends before it begins")
    return start[0], end[1]


def _days(part: str) -> tuple[date, date]:
    match = _PART.fullmatch(part)
    if not match:
        raise ValueError(f"{part!r} is no ISO 8601 year, half, quarter, month or day")
    year, half, quarter, month, day = (int(group) if group else None for group in match.groups())
    if year is None or year == 0:
        raise ValueError(f"{part!r} has no year")
    if half:
        return _months(year, 6 * half - 5, 6 * half)
    if quarter:
        return _months(year, 3 * quarter - 2, 3 * quarter)
    if month is None:
        return _months(year, 1, 12)
    if day is None:
        return _months(year, month, month)
    return date(year, month, day), date(year, month, day)


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    after = date(year, last, 28) + timedelta(days=4)
    return date(year, first, 1), after - timedelta(days=after.day)


def year_of(period: str) -> int:
    """The year in which a period ends."""
    return days(period)[1].year


def span_in_years(earlier: str, later: str) -> int:
    """Whole calendar years between the ends of two periods; negative when `later` ends first.

    >>> span_in_years("2021", "2025"), span_in_years("2021-12", "2025")
    (4, 4)
    """
    return year_of(later) - year_of(earlier)


def year_before(period: str) -> str | None:
    """The same time a year before; None for several years and for the day that leap years alone have.

    >>> year_before("2021"), year_before("2021-01/2021-11"), year_before("2016/2020")
    ('2020', '2020-01/2020-11', None)
    """
    parts = period.split("/")
    years = {part[:4] for part in parts}
    if len(years) != 1 or any(part.endswith("-02-29") for part in parts):
        return None
    before = f"{int(years.pop()) - 1:04}"
    return "/".join(before + part[4:] for part in parts)
