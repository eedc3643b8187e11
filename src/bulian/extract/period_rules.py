"""How periods are written: each rule a name, what it may begin with, a pattern, and what it comes to."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from bulian.extract.deferred import deferred
from bulian.extract.numbers.numeral import numeral


@dataclass(frozen=True, slots=True)
class Clock:
    """What relative words are counted from.

    Attributes:
        year, month: of the document's date; None where it is not known.
        reference: the year a document says it reports on (2023年统计公报); None else.
        anchor: the year last named before, in the same paragraph; None else.
        day: of the document's date; None where that is no day.
    """

    year: int | None
    month: int | None
    reference: int | None = None
    anchor: int | None = None
    day: int | None = None

    def reported(self) -> int | None:
        """The year that 全年 and 年末 mean: in spring a document still speaks of the year before."""
        if self.anchor is not None:
            return self.anchor
        if self.reference is not None:
            return self.reference
        if self.year is None:
            return None
        return self.year - 1 if self.month is not None and self.month <= 4 else self.year

    def of_month(self, month: int) -> int | None:
        """The year of a month, half or quarter that ends in `month`: the last one that is over."""
        if self.anchor is not None:
            return self.anchor
        if self.reference is not None:
            return self.reference
        if self.year is None or self.month is None:
            return self.year
        return self.year - 1 if month > self.month else self.year


@dataclass(frozen=True, slots=True)
class Rule:
    """A way to write a period: its name, its pattern, the characters it may begin with, what it comes to."""

    name: str
    pattern: re.Pattern[str]
    starts: str
    resolve: Callable[[re.Match[str], Clock], str | None]


def _iso_date(match: re.Match[str]) -> str | None:
    day = f"-{int(match['d']):02d}" if match["d"] else ""
    return f"{match['y']}-{int(match['m'] or match['m0']):02d}{day}"


def _day_of_dispatch(match: re.Match[str], clock: Clock) -> str | None:
    """27日，: a day alone is of the month in which a dispatch was sent, or of the one before."""
    if clock.year is None or clock.month is None or clock.day is None:
        return None
    day, year, month = int(match["d"]), clock.year, clock.month
    if day > clock.day:
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return f"{year}-{month:02d}-{day:02d}"


def _years(match: re.Match[str]) -> str | None:
    first, last = year_number(match["y"]), year_number(match["z"])
    return f"{first}/{last}" if first < last else str(last)


def _of_year(match: re.Match[str], clock: Clock) -> str | None:
    return _part(match, year_number(match["y"]))


def _of_relative(match: re.Match[str], clock: Clock) -> str | None:
    shift = _SHIFT[match["rel"][:2]]
    # 去年, 上年 and 明年 count from the year reported on where a document names one.
    base = clock.year if clock.reference is None or match["rel"] in ("今年", "去年") else clock.reference
    if clock.reference is None and clock.anchor is not None and match["rel"] in ("上年", "上一年"):
        # 2021年，…由上年的: the year before the one just named.
        base = clock.anchor
    return None if base is None else _part(match, base + shift)


def _of_same(match: re.Match[str], clock: Clock) -> str | None:
    return None if clock.anchor is None else _part(match, clock.anchor + (match["rel"] == "次年"))


def _of_nothing(match: re.Match[str], clock: Clock) -> str | None:
    year = clock.of_month(_last_month(match))
    if match["mark"]:
        year = clock.reported()
    return None if year is None else _part(match, year)


def _year_start(clock: Clock) -> str | None:
    year = clock.reported()
    return None if year is None else f"{year}-01"


def _whole_year(match: re.Match[str], clock: Clock) -> str | None:
    year = clock.reported()
    return None if year is None else str(year)


def _five_years(match: re.Match[str]) -> str | None:
    plan = {
        "九五": 1996, "十五": 2001, "十一五": 2006, "十二五": 2011, "十三五": 2016, "十四五": 2021,
        "十五五": 2026, "十六五": 2031,
    }  # fmt: skip
    first = plan[match["plan"]]
    if match["last"]:
        return str(first + 4)
    return str(first) if match["first"] else f"{first}/{first + 4}"


def _past_years(match: re.Match[str], clock: Clock) -> str | None:
    last = clock.reported()
    count = numeral(match["n"])
    if last is None or not count or count > 40:
        return None
    return f"{last - int(count) + 1}/{last}" if count > 1 else str(last)


def _last_quarter(match: re.Match[str], clock: Clock) -> str | None:
    """上季: the quarter before that of the document's date."""
    if clock.year is None or clock.month is None:
        return None
    quarter = (clock.month - 1) // 3
    return f"{clock.year}-Q{quarter}" if quarter else f"{clock.year - 1}-Q4"


def _coming_years(match: re.Match[str], clock: Clock) -> str | None:
    count = numeral(match["n"])
    if clock.year is None or not count or count > 40:
        return None
    # At the end of a year they begin with the next one.
    first = clock.year + (clock.month is not None and clock.month >= _LATE)
    return f"{first}/{first + int(count) - 1}"


def _now(clock: Clock) -> str | None:
    if clock.year is None:
        return None
    return str(clock.year) if clock.month is None else f"{clock.year}-{clock.month:02d}"


def _part(match: re.Match[str], year: int) -> str:
    """The part of `year` that the groups of `_SUB` name; the whole year where they name none."""
    groups = match.groupdict()
    if groups["half"]:
        return f"{year}-H{1 if groups['half'] == '上' else 2}"
    if groups["quarter"]:
        return f"{year}-Q{_small(groups['quarter'])}"
    if groups["quarters"]:
        last = 3 * _small(groups["quarters"])
        return f"{year}-H1" if last == 6 else f"{year}-01/{year}-{last:02d}"
    if groups["months"]:
        return f"{year}-01/{year}-{_small(groups['months']):02d}"
    if groups["m1"]:
        return _month_range(groups, year)
    if (groups["mark"] or "年")[-1] in "底末终":
        return f"{year}-12"
    if groups["mark"] == "初":
        return f"{year}-01"
    if groups["mark"] == "中":
        return f"{year}-06"
    return str(year)


def _month_range(groups: dict[str, str | None], year: int) -> str:
    first, last = _small(groups["m1"] or ""), groups["m2"]
    if last:
        to_year = year_number(groups["y2"]) if groups["y2"] else year
        return f"{year}-{first:02d}/{to_year}-{_small(last):02d}"
    if groups["d1"]:
        start = f"{year}-{first:02d}-{int(groups['d1']):02d}"
        month = _small(groups["m3"]) if groups["m3"] else first
        return f"{start}/{year}-{month:02d}-{int(groups['d2']):02d}" if groups["d2"] else start
    return f"{year}-{first:02d}"


def _last_month(match: re.Match[str]) -> int:
    """The month by which a part is told of: its last, of a quarter its first; 12 for the year's end."""
    groups = match.groupdict()
    if groups["half"]:
        return 6 if groups["half"] == "上" else 12
    if groups["quarter"]:
        # A quarter that has begun is this year's.
        return 3 * _small(groups["quarter"]) - 2
    if groups["quarters"]:
        return 3 * _small(groups["quarters"])
    month = groups["m2"] or groups["m1"] or groups["months"]
    return _small(month) if month else 12


def year_number(text: str) -> int:
    text = text.removeprefix("中华")
    if text.startswith("民国"):
        return 1911 + int(numeral(text[2:].strip()) or 0)
    # 二0二0: a digit keyed for the sign of naught.
    return int(numeral(text if text.isdigit() and text.isascii() else text.replace("0", "〇")) or 0)


def _small(text: str) -> int:
    if text == "次":
        return 2
    return 1 if text in ("首", "元") else int(numeral(text) or 0)


_LATE = 10
_SHIFT = {
    "今年": 0,
    "本年": 0,
    "去年": -1,
    "上年": -1,
    "上一": -1,
    "前年": -2,
    "明年": 1,
    "来年": 1,
    "下一": 1,
}
_Y = (
    r"(?:(?:19|20)\d\d|二[〇零○0][〇零○0一二三四五六七八九]{2}|一九[〇零○0一二三四五六七八九]{2}|民国\d{2,3})"
)
_DIGIT_M = r"(?:1[0-2]|0?[1-9])"
_ANY_M = rf"(?:{_DIGIT_M}|十[一二]?|[元一二三四五六七八九])"
_D = r"(?:3[01]|[12]\d|0?[1-9])"
_TO = r" ?(?:-|—{1,2}|~|至|到) ?"
# 元至九月: without a year, months in Chinese numerals are read where a span says that they are months.
_SPAN_M = rf"(?:{_DIGIT_M}|[元一](?=月?份?[-—~至到])|(?<=[-—~至到])(?:十[一二]?|[二三四五六七八九]))"


def _sub(month: str, mark: str) -> str:
    """The parts of a year: half, quarter, months, days, or a mark such as 底."""
    day = rf" ?(?P<d1>{_D}) ?日(?:{_TO}(?:(?P<m3>{month}) ?月 ?)?(?P<d2>{_D}) ?日)?"
    return (
        r"(?:(?P<half>上|下)半年|第?(?P<quarter>[一二三四1-4首次])季度?(?!节)末?|前(?P<quarters>[二两三23])个?季度?(?!节)"
        r"|(?:(?<!提)前|头|首)(?P<months>1[0-2]|[1-9]|十[一二]?|[一二两三四五六七八九])个?月(?!份)"
        rf"|(?P<m1>{month}) ?(?:(?:月份?)?{_TO}(?:(?P<y2>{_Y}) ?年 ?)?(?P<m2>{month}) ?月份?(?! ?{_D} ?日)"
        rf"|月(?:份|{day})?)(?:底|末|初|[上中下]旬)?|(?P<mark>{mark}))"
    )


def _rule(
    name: str, starts: str, pattern: str, resolve: Callable[[re.Match[str], Clock], str | None]
) -> Rule:
    return Rule(name, deferred(pattern), starts, resolve)


_FIVE = r"“?(?P<plan>十[一二三四五六]五|(?<=“)(?:十|九)五(?=”))”?"
_N = r"(?P<n>[一二两三四五六七八九十]{1,2}|\d{1,2})"
_WHILE = r"(?:度|以来|期间|内|当年)"


RULES = (
    _rule(
        "iso_date", "12",
        rf"(?P<y>(?:19|20)\d\d)(?:[-./](?P<m>{_DIGIT_M})[-./](?P<d>{_D})|-(?P<m0>0[1-9]|1[0-2])(?!\d|年))(?!\d)",
        lambda match, _: _iso_date(match),
    ),
    _rule(
        "day", "123456789",
        rf"(?:\A|(?<=[，。；！ \n）]))(?P<d>{_D}) ?日(?=，|上午|下午|晚|清晨|举行|召开|，?在)",
        _day_of_dispatch,
    ),
    _rule(
        "years", "12二一民", rf"(?P<y>{_Y}) ?年?{_TO}(?P<z>{_Y})(?: ?年|(?=[）”》]))",
        lambda match, _: _years(match),
    ),
    _rule(
        "year", "12二一民",
        rf"(?P<y>{_Y}) ?年{_WHILE}? ?(?:{_sub(_ANY_M, '年?[底末终]|初|中(?!期|国|央)|全年')})?", _of_year,
    ),
    _rule("same_period", "上去同", r"(?:上年|去年|上一年)?同期", lambda _, __: None),
    _rule(
        "relative", "今本去上前明来下",
        rf"(?P<rel>今年|本年|去年|上年|上一年|前年|明年|来年|下一年)(?!结转|结余){_WHILE}? ?"
        rf"(?:{_sub(_ANY_M, '底|末|终|初|全年')})?", _of_relative,
    ),
    _rule(
        "same_year", "当同次", rf"(?P<rel>当年|同年|次年)(?!龄|级) ?(?:{_sub(_ANY_M, '底|末')})?", _of_same
    ),
    _rule("last_quarter", "上", r"上一?个?季度?(?!节)", _last_quarter),
    _rule("year_start", "年", r"年初", lambda _, clock: _year_start(clock)),
    _rule("whole_year", "全年", r"全年(?!龄)|年度(?=[，：])", _whole_year),
    _rule(
        "this_year", "年", r"(?<![半几数一二两三四五六七八九十\d])年内",
        lambda _, clock: str(clock.year) if clock.year else None,
    ),
    _rule(
        "part", "上下一二三四元首次第前头123456789年",
        rf"(?!年[^底末终])年?{_sub(_SPAN_M, '(?<=年)(?:底|末|终)')}", _of_nothing,
    ),
    _rule(
        "five_years", "“十",
        _FIVE + r"(?:(?P<last>时?期?末期?|收官之年)|(?P<first>开局之年|开局)|时期|期间|以来)?",
        lambda match, _: _five_years(match),
    ),
    _rule(
        "past_years", "近过这前最",
        rf"(?:最?近|过去的?|这|(?<![学提])前){_N}年(?:来|间|以来)?(?!级|期)", _past_years,
    ),
    # 这是城乡面貌焕然一新的五年。 opens what those years brought.
    _rule(
        "these_years", "这", rf"这是[^，。；：\n\d]{{2,24}}的(?!一年){_N}年(?=[。：！\n])", _past_years,
    ),
    # 两年平均增长2.5% is how a growth over a disturbed year is put: it is said of the year reported on.
    _rule("average_years", "两二三", r"[两二三]年(?=平均(?!温|气|海))", lambda _, __: None),
    _rule("years_since", "一二两三四五六七八九十123456789", rf"{_N}年(?:来|间(?!隔)|以来)", _past_years),
    _rule(
        "years_of", "一二两三四五六七八九十123456789",
        rf"(?<!提前)(?<!连续)(?<!历时)(?<!用时)(?<!仅用){_N}年"
        r"(?=累计|共|净增|新增|完成|实施|建成|新建|增长|平均|总计)", _past_years,
    ),
    _rule("coming_years", "未今", rf"(?:未来|今后){_N}年", _coming_years),
    _rule("now", "截目当至迄如", r"截至目前|目前|当前|至今|迄今|如今", lambda _, clock: _now(clock)),
)  # fmt: skip
"""Tried in this order where a character of `starts` stands."""
