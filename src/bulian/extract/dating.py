"""The date of a document (成文日期): the day from which 今年, 去年 and 目前 are counted."""

import re
from datetime import date

from bulian.extract.deferred import deferred
from bulian.extract.numbers.numeral import numeral
from bulian.extract.period_rules import year_number
from bulian.extract.periods import find_periods
from bulian.model.document import Metadata
from bulian.model.period import days
from bulian.model.reading import DocumentDate


def date_document(folded: str, metadata: Metadata, given: str | None) -> DocumentDate | None:
    """The date of a document, by the first of: given, its metadata, printed in the text, forced by its years.

    A day is printed where it stands as a date line does: beside a meeting (——2024年1月23日在…会议上), a label
    (发布时间), a clock, a newspaper's name, alone on its line, or under the text (落款). One in a
    sentence dates nothing.

    Args:
        folded: the text after `fold`.
        given: an ISO date from the command line.
    """
    if given:
        return DocumentDate(given, "given")
    if metadata.published_on:
        return DocumentDate(metadata.published_on, "meta")
    printed = _printed(folded)
    if printed:
        return DocumentDate(printed, "printed")
    inferred = _inferred(folded)
    return DocumentDate(inferred, "inferred") if inferred else None


def reported_year(folded: str) -> int | None:
    """The year that a document's head says it reports on (2023年…统计公报); None where it says none."""
    match = (
        _REPORTED.search(folded[:300]) or _OPENED.match(folded[:300]) or _OF_A_BULLETIN.match(folded[:900])
    )
    return int(match[1]) if match else None


def too_early(folded: str, date: DocumentDate | None, reported: int | None) -> bool:
    """Whether a date printed on a bulletin lies before the end of the year reported on: it is not its own."""
    if date is None or reported is None or date.how != "printed" or len(date.date) < 7:
        return False
    return "统计公报" in folded[:300] and date.date < f"{reported}-12"


def given_in_spring(folded: str, date: DocumentDate | None) -> bool:
    """Whether a work report names no more than the year it was given in (2022年…政府工作报告).

    Councils meet at the beginning of a year, so that it looks back on the year before.
    """
    return date is not None and len(date.date) == 4 and _WORK_REPORT.search(folded, 0, 300) is not None


def _printed(folded: str) -> str | None:
    """A day of the head, the surest kind of line first; else one under the text; else a month so placed."""
    head, tail = (text.replace("\r", "") for text in (folded[:_HEAD], folded[-_TAIL:].rstrip()))
    searched = [(pattern, head) for pattern in _IN_HEAD]
    searched += [(_SIGNED, tail), (_LABEL, tail), (_OWN_LINE, tail), (_MONTH, head), (_MONTH_SIGNED, tail)]
    for pattern, text in searched:
        for match in pattern.finditer(text):
            if not _of_something_else(text, match) and (found := _iso(match)):
                return found
    return None


def _of_something_else(text: str, match: re.Match[str]) -> bool:
    """Whether the day is a deadline's, an event's (地点：… follows) or the reader's own (今天是…)."""
    at = match.start("y")
    before = text[max(text.rfind("\n", 0, at) + 1, at - 20) : at]
    return bool(_ELSE_BEFORE.search(before)) or "地点：" in text[match.end() : match.end() + 30]


def _iso(match: re.Match[str]) -> str | None:
    """The ISO date of a match; None where the calendar has no such day."""
    groups = match.groupdict()
    year, month = year_number(groups["y"]), int(numeral(groups["m"]) or 0)
    if "d" not in groups:
        return f"{year}-{month:02d}"
    try:
        return date(year, month, int(numeral(groups["d"]) or 0)).isoformat()
    except ValueError:
        return None


def _inferred(folded: str) -> str | None:
    """今年 beside parts of a year that are over (2021年上半年), or a title that names its year."""
    report = _WORK_REPORT.search(folded[:300])
    if report:
        return report[1]
    reported = reported_year(folded)
    if reported:
        return str(reported)
    if held := _HELD_OF_YEAR.search(folded[:_HEAD]):
        return held["year"]
    if "今年" not in folded:
        return _forced(folded)
    named = {int(match[1]) for match in _HALF_PAST.finditer(folded)}
    past = [
        int(period.iso[:4]) for period in find_periods(folded, None)
        if period.iso and not period.until and period.role == "time" and period.rule == "year"
    ]  # fmt: skip
    if named and max(named) >= max((year for year in past if year <= max(named)), default=0):
        return str(max(named))
    as_of = {int(match[1]) for match in _AS_OF.finditer(folded)}
    as_of |= {int(match[1]) + 1 for match in _THAN_LAST.finditer(folded)}
    return str(as_of.pop()) if len(as_of) == 1 and not named and as_of >= set(past) else None


def _forced(folded: str) -> str | None:
    """一季度…，比2016年增长: parts of a year are of the last year named, or of the one after a year that
    they are compared with.
    """
    found = find_periods(folded, None)
    if not any(p.iso is None and p.rule == "part" for p in found):
        return None
    years = [
        days(p.iso)[1].year + (p.role == "basis" and folded[p.start - 1 : p.start] in ("比", "较"))
        for p in found
        if p.iso
        and days(p.iso)[0].year == days(p.iso)[1].year
        and not p.until
        and p.role in ("time", "basis")
        and not _HOPED.search(folded, max(0, p.start - 6), p.start)
    ]
    return str(max(years)) if years else None


_HOPED = deferred(r"(?:预计|计划|力争|有望|拟|将于?|规划|确保)[^，。；]{0,3}\Z")
_HEAD = 1200
_TAIL = 400
_Y = r"(?P<y>(?:19|20)\d\d|二[〇零○0][〇零○0一二三四五六七八九]{2}|(?:中华)?民国 ?\d{2,3})"
_M = r"(?P<m>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_N = "[一二三四五六七八九]"
_D = rf"(?P<d>3[01]|[12]\d|0?[1-9]|三十一?|二?十{_N}?|{_N})"
_DAY = rf"(?<![\d.]){_Y} ?[年\-./] ?{_M} ?[月\-./] ?{_D} ?日?(?![\d日])"
_CLOCK = r"(?:[ T]*\d{1,2}：\d{2}(?:：\d{2})?)"
_WEEKDAY = r"(?:[ ，（]*(?:星期|周|礼拜)[一二三四五六日天]）?)"
_REST = rf"{_WEEKDAY}?{_CLOCK}?{_WEEKDAY}?[ ）】|]*$"
_DATED = r"(?:发布|发文|更新|公布|印发|成文|公开|生成|发稿|出版|刊发|发表|上传|录入|添加|编辑|制发|签发)"
_MEETING = deferred(
    rf"(?m)(?:^ *|[—\-（] ?){_DAY}[ ，]?(?:在|于)?[^。；！？]{{0,60}}?(?:会议|大会|全会|常委会|座谈会|论坛)"
    rf"(?:第[一二三四五六七八九十]+次[^\n。]{{0,6}})?(?:上|通过|批准)?(?:的(?:讲话|报告|致辞))?[ ）]*$"
)
_LABEL = deferred(
    rf"(?m)(?:(?:(?<![一-鿿])|{_DATED})(?:时间|日期|日)|(?<![一-鿿]){_DATED}于?|来源[^\n。]{{0,24}}?)"
    rf"[：\n ]{{0,4}}{_DAY}(?![在，电])"
)
_STAMP = deferred(rf"(?m)^[^\n。；]{{0,50}}?{_DAY}{_CLOCK}(?![，、至到开召\-—~])[^\n。；]{{0,60}}$")
_BROKEN = deferred(rf"(?m)^ *{_Y}年? *\n+ *{_M} ?[月/\-.] ?{_D}日? *$")
_ISSUE = deferred(
    rf"(?m)^[^\n，。；\d]{{0,24}}(?:报|网|社|台|刊|局|新闻|发布|在线|客户端|办公室|委员会|政府|中心)[》 （]*"
    rf"{_DAY}{_REST}"
)
_NEWSPAPER = deferred(
    rf"(?m)(?:日报|时报|晚报|周刊|新闻网)[^\n\d，。]{{0,6}}[（\n ]*{_DAY}(?![^\n]{{0,2}}[报，在])"
)
_OWN_LINE = deferred(rf"(?m)^[ （【—]*{_DAY}{_REST}")
# 作者：李明 王芳2023年10月30日: behind those who wrote it.
_BY_LINE = deferred(rf"(?m)^[^\n。；]{{0,20}}(?:作者|记者|编辑|版次|责编)：[^\n。；，]{{0,30}}?{_DAY}{_REST}")
# 26.07.2016 13:37, as pages made in other countries write it.
_DAY_FIRST = deferred(
    r"(?m)^ *(?P<d>3[01]|[12]\d|0?[1-9])[./](?P<m>1[0-2]|0?[1-9])[./](?P<y>20\d\d)" + _CLOCK + r"? *$"
)
_WIRE = deferred(rf"[社网讯][^\n，。\d]{{0,8}}{_DAY}(?:电|讯)")
_IN_HEAD = (
    _MEETING, _LABEL, _STAMP, _BROKEN, _ISSUE, _NEWSPAPER, _OWN_LINE, _BY_LINE, _DAY_FIRST, _WIRE,
)  # fmt: skip
_ELSE_BEFORE = deferred(r"截止|开标|报名|今天是|当前时间|现在是|有效期")
_SIGNED = deferred(rf"(?m)^[^\n\d，。；：]{{0,30}}{_DAY} *(?:印发)?\Z")
_MONTH = deferred(rf"(?m)^ *（{_Y} ?年 ?{_M} ?月）$")
_MONTH_SIGNED = deferred(rf"(?m)^[ （]*{_Y} ?年 ?{_M} ?月[ ）]*\Z")
# 8月3日，某区举行2018年招商项目集中开工活动: what is held on a day without a year is of its own year.
_HELD_OF_YEAR = deferred(
    r"\d{1,2}月\d{1,2}日[^。\n]{0,40}?(?:举[行办]|召开)[^。，\n]{0,6}?(?P<year>20\d\d)年"
)
_REPORTED = deferred(
    r"((?:19|20)\d\d) ?年(?:度)?(?:[^\n，。]{0,24})(?:统计公报|经济运行|国民经济|经济形势|发展情况"
    r"|主要指标|经济社会发展)"
)
_WORK_REPORT = deferred(r"((?:19|20)\d\d) ?年?[^\n，。]{0,20}政府工作报告")
# 2022年，全县上下…: a bulletin without its title opens with the year that it reports on.
_OPENED = deferred(
    r"\s*((?:19|20)\d\d)年，全[县市区省旗州](?:上下|各级|经济|广大)[^\n]{0,200}(?:保持|总体|平稳|稳中|回升|向好)"
)
# 2021年，在…领导下，…。 一、综合: so does one that looks back on anything before its first chapter.
_OF_A_BULLETIN = deferred(r"\s*((?:19|20)\d\d)年，[^\n]{10,800}\n\s*一、 ?综 ?合 *\n")
# 截至2021年9月末 and 较2023年末 beside 今年 tell which year it is.
_AS_OF = deferred(r"截[至止](20\d\d)年\d{1,2}月")
_THAN_LAST = deferred(r"[比较](20\d\d)年(?:末|底|年末|年底|同期)")
_HALF_PAST = deferred(r"((?:19|20)\d\d)年(?:上半年|前三季度|第?[一二三四]季度|\d{1,2}[-—至]\d{1,2}月)")
