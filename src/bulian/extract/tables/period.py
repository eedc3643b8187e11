"""When, as tables say it in pieces: a year over the column, a month in the title, 累计 under a month.

A piece (`When`) is read from one header, label, title or name; `settle` puts the pieces of a cell together,
the nearest first.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from bulian.extract.deferred import deferred
from bulian.model.period import days

Mode = Literal["month", "cumulative", "point"]


@dataclass(frozen=True, slots=True)
class When:
    """What one piece of text says of the time.

    Attributes:
        year: as written (民国110年 is 2021); None where it names none.
        last_year: the last year of a range such as 2016-2020年.
        months: first and last month; None where it names none.
        day: of an exact date.
        shift: years back: 上年同期 is -1. 0 with `relative` for 本年 and 本月.
        relative: counted from the year or month the other pieces name, or the document's date.
        mode: "month" for 本月, "cumulative" for 累计, "point" for 末 and 期末.
        whole: the whole year is meant (全年, 年度).
    """

    year: int | None = None
    last_year: int | None = None
    months: tuple[int, int] | None = None
    day: int | None = None
    shift: int = 0
    relative: bool = False
    mode: Mode | None = None
    whole: bool = False


def take_when(folded: str) -> tuple[When | None, str]:
    """What the words say of the time, and the words without it. `folded` has no blanks between characters.

    >>> take_when("2024年1-2月主要经济指标")  # doctest: +ELLIPSIS
    (When(year=2024, last_year=None, months=(1, 2), day=None, ...), '主要经济指标')
    """
    pieces: list[When] = []
    rest = folded
    for pattern, read in _PATTERNS:
        while True:
            found = pattern.search(rest)
            piece = read(found) if found else None
            if found is None or piece is None:
                break
            pieces.append(piece)
            rest = rest[: found.start()] + rest[found.end() :]
    if not pieces:
        return None, folded
    return _joined(pieces), _EMPTY_BRACKET.sub("", rest)


@lru_cache(maxsize=65536)
def whole_when(folded: str) -> When | None:
    """The time that a label names and nothing else: 2018, 202403, 2024/03/01, 一季度; else None."""
    compact = folded.strip("()（） ")
    for pattern, read in _WHOLE:
        found = pattern.fullmatch(compact)
        piece = read(found) if found else None
        if piece:
            # A month as a spreadsheet keeps it is its first day.
            return replace(piece, day=None) if piece.day == 1 else piece
    when, rest = take_when(compact)
    return when if not rest.strip("()（）、/:：.-—份度 ") else None


def number_when(text: str) -> When | None:
    """A bare number below a header of time: a month (3), a year or month of the republic (110, 11012).

    >>> number_when("110").year, number_when("11012").months, number_when("3").months
    (2021, (12, 12), (3, 3))
    """
    if not text.isdecimal() or len(text) > 5:
        return None
    number = int(text)
    if 1 <= number <= 12:
        return When(months=(number, number))
    if 60 <= number <= 150:
        return When(year=number + 1911)
    year, month = divmod(number, 100)
    if len(text) == 5 and 60 <= year <= 150 and 1 <= month <= 12:
        return When(year=year + 1911, months=(month, month))
    return None


def settle(pieces: Iterable[When], date: str | None) -> str | None:
    """The period that pieces name together, the nearest to the cell first; None where no year is known.

    A month without a year takes the year of a piece further out, else of the document's date; 本月 and 累计
    without a month the date's month; 上年同期 the same months a year before. Undated stays undated, and so
    does what a day dates that no calendar has (2月30日).

    >>> settle([When(mode="cumulative"), When(year=2024, months=(11, 11))], None)
    '2024-01/2024-11'
    """
    year: int | None = None
    last_year: int | None = None
    day: int | None = None
    months: tuple[int, int] | None = None
    mode: Mode | None = None
    shift, relative, whole, shifted = 0, False, False, False
    for when in pieces:
        nearer_year = year
        if year is None and when.year is not None:
            year, last_year = when.year, when.last_year
        if months is None and not whole and when.months and _same_year(when, nearer_year):
            months, day = when.months, when.day
        if when.relative and not shifted and nearer_year is None:
            shift, shifted = when.shift, True
        relative = relative or when.relative
        whole = whole or (when.whole and months is None)
        if mode is None and (when.mode == "cumulative" or months is None or months is when.months):
            mode = when.mode
    if year is None:
        if date is None or not (relative or months or mode in ("month", "cumulative") or whole):
            return None
        year, months = _from_date(date, months, mode, whole)
    if last_year is not None and not shift:
        return f"{year}/{last_year}"
    return _iso(year + shift, _by_mode(months, mode), day)


def _same_year(when: When, nearer_year: int | None) -> bool:
    return nearer_year is None or when.year is None or when.year == nearer_year


def _from_date(
    date: str, months: tuple[int, int] | None, mode: Mode | None, whole: bool
) -> tuple[int, tuple[int, int] | None]:
    """The year, and for 本月 and 累计 the month, of the document's date; a month to come was last year's."""
    first, last = days(date)
    month = last.month if first.month == last.month else None
    if months:
        return (last.year - 1 if month and months[1] > month else last.year), months
    if mode in ("month", "cumulative") and month and not whole:
        return last.year, (month, month)
    return last.year, None


def _by_mode(months: tuple[int, int] | None, mode: Mode | None) -> tuple[int, int] | None:
    if months is None or mode is None:
        return months
    return (1, months[1]) if mode == "cumulative" else (months[1], months[1])


def _iso(year: int, months: tuple[int, int] | None, day: int | None) -> str | None:
    if months is None or months == (1, 12):
        return str(year)
    first, last = months
    if first == last and day:
        return f"{year}-{first:02d}-{day:02d}" if day <= monthrange(year, first)[1] else None
    if first == last:
        return f"{year}-{first:02d}"
    if (first, last) in _PARTS:
        return f"{year}-{_PARTS[first, last]}"
    return f"{year}-{first:02d}/{year}-{last:02d}"


def _joined(pieces: list[When]) -> When:
    """Several pieces of one text as one: 2024年 … 累计."""
    joined = pieces[0]
    for piece in pieces[1:]:
        joined = When(
            year=joined.year if joined.year is not None else piece.year,
            last_year=joined.last_year or piece.last_year,
            months=joined.months or piece.months,
            day=joined.day or piece.day,
            shift=joined.shift or piece.shift,
            relative=joined.relative or piece.relative,
            mode=joined.mode or piece.mode,
            whole=(joined.whole or piece.whole) and not (joined.months or piece.months),
        )
    return joined


def _year(text: str | None, republic: str | None) -> int | None:
    if text:
        return int(text)
    return int(republic) + 1911 if republic else None


def _month(found: re.Match[str]) -> When | None:
    groups = found.groupdict()
    year = _year(groups.get("y"), groups.get("roc"))
    first = int(groups.get("a") or groups["b"])
    last = int(groups["b"])
    day = int(groups["d"]) if groups.get("d") else None
    if not (1 <= first <= 12 and 1 <= last <= 12 and (day is None or 1 <= day <= 31)):
        return None
    if first > last:  # 2023年11月-2024年1月 and the like are left as they are
        return None
    mode = _mode(groups.get("tail"))
    if groups.get("until") and not groups.get("a"):
        mode = mode or "point"
    return When(year=year, months=(first, last), day=day, mode=mode)


def _half(found: re.Match[str]) -> When:
    groups = found.groupdict()
    months = (1, 6) if groups["half"] in "上1" else (7, 12)
    return When(year=_year(groups.get("y"), groups.get("roc")), months=months, mode=_mode(groups.get("tail")))


def _quarter(found: re.Match[str]) -> When:
    """一季度 are three months, 前三季度 and 一季度累计 those from January on."""
    groups = found.groupdict()
    mode = _mode(groups.get("tail"))
    upto = groups["qs"] or groups["qs2"]
    quarter = _DIGITS[groups["q"] or groups["q2"] or upto]
    first = 1 if upto or mode == "cumulative" else 3 * quarter - 2
    year = _year(groups.get("y"), groups.get("roc"))
    return When(year=year, months=(first, 3 * quarter), mode=None if mode == "cumulative" else mode)


def _roman(found: re.Match[str]) -> When:
    """I, II, I-III: quarters as monthly bulletins number them."""
    first = _ROMAN[found["r1"]]
    return When(months=(3 * first - 2, 3 * _ROMAN[found["r2"] or found["r1"]]))


def _plain_year(found: re.Match[str]) -> When | None:
    groups = found.groupdict()
    year = _year(groups.get("y"), groups.get("roc"))
    if year is None or not 1900 <= year <= 2199:
        return None
    last = int(groups["z"]) if groups.get("z") else None
    if last is not None and last < 100:
        last += year // 100 * 100
    tail = groups.get("tail")
    return When(
        year=year, last_year=last if last and last > year else None,
        mode=_mode(tail), whole=bool(tail and tail in _WHOLE_YEAR),
    )  # fmt: skip


def _relative(found: re.Match[str]) -> When:
    word = found["word"]
    tail = found.groupdict().get("tail") or ""
    shift = (
        -2
        if word.startswith("前年")
        else -1
        if word.startswith(("上年", "去年", "上一年", "同期", "同月"))
        else 0
    )
    mode = _mode(tail)
    if "月" in word and "同月" not in word and mode is None:
        mode = "month"
    whole = word in ("全年", "年度", "上年度", "本年度") or tail in ("全年", "度", "全年数")
    return When(shift=shift, relative=word not in ("全年", "年度"), mode=mode, whole=whole)


def _only_mode(found: re.Match[str]) -> When:
    return When(mode=_mode(found["tail"]))


def _mode(tail: str | None) -> Mode | None:
    if not tail:
        return None
    if "累" in tail or "止" in tail:
        return "cumulative"
    return "point" if tail[-1] in "末底" else "month" if tail in ("当月", "本月") else None


_DIGITS = {digit: value for value, digit in enumerate("一二三四", start=1)}
_DIGITS |= {str(value): value for value in range(1, 5)} | {"两": 2}
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "Ⅰ": 1, "Ⅱ": 2, "Ⅲ": 3, "Ⅳ": 4}
_PARTS = {(1, 3): "Q1", (4, 6): "Q2", (7, 9): "Q3", (10, 12): "Q4", (1, 6): "H1", (7, 12): "H2"}
_WHOLE_YEAR = ("全年", "度", "年度", "全年累计")
_Y = r"(?:公元)?(?:(?P<y>(?:19|20)\d\d)|(?:中华)?民国(?P<roc>\d{2,3}))"
_UNTIL = r"(?P<until>截[至止]到?)?"
_SINCE = r"(?:自年初|年初至今|年初以来|自年初至本月底?|1-本月|1至本月)?"
_DASH = r"(?:[-—~至到]|--)"
_CUMULATIVE = r"(?P<tail>(?:止)?(?:全年)?累计(?:数|值|额)?|止|末|底|当月)?"
_Q = (
    r"(?:第?(?P<q>[一二三四1-4])季度?|[Qq](?P<q2>[1-4])|前(?P<qs>[二三四两234])季度"
    r"|[一1]至?-?(?P<qs2>[二三四2-4])季度)"
)


_Read = Callable[[re.Match[str]], When | None]
_PATTERNS: tuple[tuple[re.Pattern[str], _Read], ...] = tuple(
    (deferred(pattern), read)
    for pattern, read in (
        # 2023年1月-2023年9月, 2024年1-2月累计, 2024年11月末, 2022年12月31日
        (rf"{_UNTIL}{_Y}年(?P<a>\d\d?)月?{_DASH}(?:(?P=y)年)?(?P<b>\d\d?)月份?{_CUMULATIVE}", _month),
        (rf"{_Y}\.(?P<a>\d\d?){_DASH}(?P<b>\d\d?)月", _month),
        (rf"{_UNTIL}{_Y}[年./-](?P<b>\d\d?)[月./-](?P<d>\d\d?)日?", _month),
        (rf"{_UNTIL}{_Y}年(?P<b>\d\d?)月份?{_CUMULATIVE}", _month),
        (rf"{_Y}年?(?P<half>[上下])半年{_CUMULATIVE}", _half),
        (rf"{_Y}年?{_Q}{_CUMULATIVE}", _quarter),
        (r"(?<!\d)(?P<y>20\d\d)[./-](?P<b>0?[1-9]|1[0-2])(?![\d./-])月?", _month),
        (r"(?<!\d)(?P<y>20[0-4]\d)(?P<b>0[1-9]|1[0-2])(?!\d)", _month),
        (rf"{_Y}年?{_DASH}(?P<z>(?:19|20)?\d\d)年(?P<tail>末|底)?", _plain_year),
        (rf"{_UNTIL}{_Y}(?:学年|年)(?P<tail>度|末|底|全年|终)?", _plain_year),
        (r"(?<!\d)(?P<roc>[1-9]\d|1[0-4]\d)年(?P<b>\d\d?)月", _month),
        (r"(?<!\d)(?P<roc>[2-9]\d|1[0-4]\d)年(?P<tail>度|末|底)?(?![限期内来])", _plain_year),
        (rf"(?<!\d)(?P<a>\d\d?)月?{_DASH}(?P<b>\d\d?)月份?{_CUMULATIVE}", _month),
        (rf"(?P<until>截[至止]到?)?(?<![\d个])(?P<b>\d\d?)月份?(?:(?P<d>\d\d?)日)?{_CUMULATIVE}", _month),
        (r"(?P<half>[上下])半年(?P<tail>累计)?", _half),
        (rf"{_Q}{_CUMULATIVE}", _quarter),
        (
            r"(?P<word>上年度|上一?年同期|上一?年同月|去年同期|去年同月|上一?年|去年|前年同期|前年|同期|同月"
            r"|本年度|本年|今年|当年"
            r"|全年|年度|本月|当月|本期|报告期|本季度?|当季)(?P<tail>止?累计(?:数|值|额)?|末|底|止|全年|度)?",
            _relative,
        ),
        (rf"{_SINCE}(?P<tail>(?:本月)?止?累计(?:数|值|额)?)(?!计)", _only_mode),
        (r"(?P<tail>[年期月季]末|年底|月底)", _only_mode),
    )
)  # fmt: skip
_WHOLE: tuple[tuple[re.Pattern[str], _Read], ...] = tuple(
    (deferred(pattern), read)
    for pattern, read in (
        (r"(?P<y>(?:19|20)\d\d)(?P<tail>)", _plain_year),
        (r"(?P<y>(?:19|20)\d\d)[-/.年](?P<b>\d\d?)(?:[-/.月](?P<d>\d\d?)日?)?(?: 00:00(?::00)?)?", _month),
        (r"(?P<y>(?:19|20)\d\d)(?P<b>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])", _month),
        (r"(?P<y>(?:19|20)\d\d)[-—~/](?P<z>(?:19|20)\d\d)年?度?", _plain_year),
        (r"(?P<y>20\d\d)[/-](?P<z>1[3-9]|[2-9]\d)年?度?", _plain_year),  # a financial year, 2021/22
        (r"(?P<r1>I|II|III|IV|Ⅰ|Ⅱ|Ⅲ|Ⅳ)(?:[-—~](?P<r2>II|III|IV|Ⅱ|Ⅲ|Ⅳ))?(?:季度?)?", _roman),
        (r"[Hh](?P<half>[12])", _half),
        (r"(?P<y>(?:19|20)\d\d)-?[Hh](?P<half>[12])", _half),
    )
)  # fmt: skip
_EMPTY_BRACKET = deferred(r"[（(][\s、，,.年份-]*[)）]")
