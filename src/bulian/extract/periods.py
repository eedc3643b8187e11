"""When: the periods a text names, absolute or counted from the document's date, as ISO 8601.

A period without a year takes the year last named in its paragraph, else the year the document reports on,
else one counted from its date; where none of these is known it stays None.
"""

import re
from dataclasses import dataclass, replace
from datetime import date as Day
from functools import cache
from typing import Literal

from bulian.extract.deferred import deferred
from bulian.extract.period_rules import RULES, Clock, Rule
from bulian.model.period import days

Role = Literal["time", "basis", "name", "founding"]


@dataclass(frozen=True, slots=True)
class Period:
    """Words that name a time.

    Attributes:
        iso: "2021", "2021-11", "2021-01/2021-11" …; None where the year is not known.
        role: "time" says when; "basis" what is compared with (比上年, 较2020年); "name" part of a name
            (“十四五”规划, 《…（2013-2022年）》), which dates nothing; "founding" when a firm began
            (创立于1998年), which dates that event and no figure.
        until: 到, 至 or 截至 stands before it.
        ahead: it begins after the document's date, or after the year reported on where there is no date.
        rule: the rule that read it.
    """

    start: int
    end: int
    surface: str
    iso: str | None
    role: Role
    until: bool
    rule: str
    ahead: bool


def find_periods(folded: str, date: str | None, *, reference: int | None = None) -> tuple[Period, ...]:
    """Every period a folded text names, in order; none overlap.

    Args:
        folded: the text after `fold`.
        date: the document's ISO date (a day, month or year), None where it has none.
        reference: the year that the document says it reports on.

    >>> [p.iso for p in find_periods("今年1-11月增长5%，2020年上半年下降。", "2021-12")]
    ['2021-01/2021-11', '2020-H1']
    """
    year, month = _year_and_month(date)
    day = int(date[8:10]) if date and len(date) == 10 else None
    latest = date or (str(reference) if reference else None)
    known = days(latest)[1] if latest else None
    found: list[Period] = []
    anchor: int | None = None
    line = done = 0
    for start in _STARTS.finditer(folded):
        at = start.start()
        if at < done:
            continue
        if folded.find("\n", line, at) >= 0:
            anchor = None
        line = at
        for rule in _by_first_character().get(folded[at], ()):
            match = rule.pattern.match(folded, at)
            if match:
                iso = _possible(rule.resolve(match, Clock(year, month, reference, anchor, day)))
                if rule.name == "year" and _SAME_PART.match(folded, match.end()):
                    iso = _same_part(iso, found) or iso
                period = _period(folded, match, iso, rule.name, known)
                if found and found[-1].role == "basis" and folded[found[-1].end : period.start] in _AND:
                    # 较一季度和1—5月分别提高: both are what is compared with.
                    period = replace(period, role="basis")
                found.append(period)
                done = match.end()
                if folded[period.start - 1 : period.start] not in _FROM:
                    anchor = _anchor(period, anchor, year)
                break
    return tuple(found) if known else _beyond(folded, found)


def _same_part(iso: str | None, found: list[Period]) -> str | None:
    """2020年同期: the part of that year that was spoken of last."""
    told = next((p.iso for p in reversed(found) if p.iso and p.role == "time"), None)
    if iso is None or told is None or len(iso) != 4:
        return None
    return _possible("/".join(iso + end[4:] for end in told.split("/")))


# 从2017年的3万亿元增长到2022年的4.2万亿元: the second year is over, too.
_ROSE = deferred(r"(?:提高|提升|增加|增长|成长|扩大|上升|下降|减少|攀升|跃升|发展|增)(?:到|至)?\Z")


def _beyond(folded: str, found: list[Period]) -> tuple[Period, ...]:
    """The periods of an undated text, 到2025年 ahead where it lies years beyond the last year it tells of."""
    told = [
        days(period.iso)[1].year for period in found
        if period.iso and period.role in ("time", "basis") and not period.until
    ]  # fmt: skip
    if not told:
        return tuple(found)
    last = max(told) + 1
    return tuple(
        replace(period, ahead=True)
        if period.until and period.iso and days(period.iso)[0].year > last and not _SO_FAR.search(
            folded, max(0, period.start - 4), period.start
        ) and not _ROSE.search(folded, max(0, period.start - 6), period.start) else period
        for period in found
    )  # fmt: skip


def parse_period(text: str, date: str | None) -> str | None:
    """The one period that a piece of text names, as a table's header does; None where it names none or more.

    >>> parse_period("2024年1-2月", None), parse_period("本月末", None)
    ('2024-01/2024-02', None)
    """
    from bulian.extract.fold import fold

    folded = fold(text).strip(" （）[]【】：")
    if _BARE_YEAR.fullmatch(folded):
        return folded
    found = [period for period in find_periods(folded, date) if period.role not in ("name", "founding")]
    if len(found) != 1 or found[0].iso is None:
        return None
    rest = folded[: found[0].start] + folded[found[0].end :]
    return found[0].iso if not _AROUND.sub("", rest) else None


def _possible(iso: str | None) -> str | None:
    """The period; None for a day that no calendar has (2月30日) and for one that ends before it begins."""
    try:
        return iso if iso and days(iso) else None
    except ValueError:
        return None


def _period(folded: str, match: re.Match[str], iso: str | None, rule: str, known: Day | None) -> Period:
    start, end = match.span()
    until = folded[max(0, start - 3) : start].rstrip(" “").endswith(("到", "至", "截止"))
    ahead = rule == "coming_years" or (known is not None and iso is not None and days(iso)[0] > known)
    return Period(start, end, match.group(), iso, _role(folded, start, end, rule), until, rule, ahead)


def _role(folded: str, start: int, end: int, rule: str) -> Role:
    before = folded[max(0, start - 3) : start].rstrip(" “")
    if _NAME_AFTER.match(folded, end) or _inside_title(folded, start):
        return "name"
    if _GOAL_AFTER.match(folded, end) and _REACHED.search(folded, max(0, start - 8), start):
        return "name"
    if _DESPITE.search(folded, max(0, start - 6), start):
        return "name"
    if _FOUNDED.search(folded, max(0, start - 6), start) or _FOUNDING.match(folded, end):
        return "founding"
    other = _OTHER_TIME.search(folded, max(0, start - 14), start)
    compared = other or before.endswith(_COMPARED) or rule in _BASES or _BASIS_AFTER.match(folded, end)
    return "basis" if compared else "time"


def _inside_title(folded: str, at: int) -> bool:
    opened = folded.rfind("《", max(0, at - 40), at)
    return opened >= 0 and folded.find("》", opened, at) < 0


def _anchor(period: Period, anchor: int | None, year: int | None) -> int | None:
    """The year that later words without one refer to: an explicit one that is not in the future."""
    if period.role != "time" or period.iso is None or period.rule in _NO_ANCHOR or "/" in period.iso:
        return anchor
    named = int(period.iso[:4])
    return anchor if year is not None and named > year else named


def _year_and_month(date: str | None) -> tuple[int | None, int | None]:
    if date is None:
        return None, None
    first, last = days(date)
    whole_year = first.month != last.month
    return last.year, None if whole_year else last.month


# 由上年的25调整为: the year from which something changed is not the one the text goes on in.
_FROM = ("由", "从", "比", "较")
_COMPARED = (
    "比",
    "较",
    "与",
    "同",
    "超过",
    "超越",
    "快于",
    "慢于",
    "高于",
    "低于",
    "好于",
    "优于",
    "是",
    "相当于",
    "超",
    "多于",
    "少于",
    "恢复到",
    "恢复至",
)
_AND = frozenset("和、与及")
_SAME_PART = deferred("同期")
# 高于全省今年一季度的2%: the time of what is compared with.
_OTHER_TIME = deferred(r"(?:高于|低于|快于|慢于|好于|优于)[^，。；、\d]{0,8}\Z")
_NO_ANCHOR = frozenset(
    {"now", "five_years", "years", "past_years", "years_since", "years_of", "coming_years"}
)
# 克服9月有序用电的影响: what was overcome then dates nothing.
_DESPITE = deferred(r"(?:克服|应对|剔除|扣除|消化)\Z")
# The year a firm was founded in does not date what is said of it today.
_FOUNDED = deferred(r"(?:成立|创立|创建|创办|始建|建|设立|组建)(?:时间)?(?:于|：)\Z")
_FOUNDING = deferred(r"，?(?:正式)?(?:成立|创立|创办|建厂|建校)")
_SO_FAR = deferred(r"截[至止]|从|由|自")
_BASES = frozenset({"same_period", "average_years"})
_BASIS_AFTER = deferred(
    r"”?(?:时期|期间)?(?:的 ?\d[\d.]* ?倍|的?基础上|为(?:基期|基数|基准)|(?:不变)?价格?计算|同期"
    r"|(?:年|末|底)?的?水平)|(?<=来)(?:首次|首个|最)|”?以来(?:首次|最|新|[^，。；\d]{0,6}(?:新高|新低|最[高低好快]))|最|未有|罕见"
)
# 完成2025年目标任务: a goal that has been reached dates nothing.
_REACHED = deferred(r"(?:完成|实现|达到|达成)了? ?“?\Z")
_GOAL_AFTER = deferred(r"”?的?(?:规划|预期|既定)?(?:目标|任务)(?!是|为|：)")
_NAME_AFTER = deferred(r"”?(?:规划(?!期)|预算|纲要|远景|愿景|版(?![图权])|国家科技|财政年|届|款)")
_BARE_YEAR = deferred(r"(?:19|20)\d\d")
_AROUND = deferred(r"[\s，、（）()：:.。]|截至|截止|累计|数据|统计|情况|年度|合计|本期|至|到|末|底|止")


@cache
def _by_first_character() -> dict[str, tuple[Rule, ...]]:
    firsts = {character for rule in RULES for character in rule.starts}
    return {first: tuple(rule for rule in RULES if first in rule.starts) for first in firsts}


_HAN = "一二两三四五六七八九"


def _starts() -> re.Pattern[str]:
    letters = "".join(
        sorted({character for rule in RULES for character in rule.starts if not character.isdigit()})
    )
    # It begins with all of them at once, so that other characters are passed over quickly. Digits begin a
    # period only where 年, 月, 日, 季 or what joins two times stands behind them.
    others = "".join(sorted(set(letters) - set(_HAN)))
    return re.compile(
        rf"[\d{letters}](?:(?<=[{others}])|(?<=[{_HAN}])(?=[〇零○0十{_HAN}]{{0,3}} ?[年月日季个\-—~至到])"
        r"|(?<=\d)(?<![\d.].)(?<!\d,.)(?=\d* ?[年月日季\-./—~至到]))"
    )


_STARTS = _starts()
