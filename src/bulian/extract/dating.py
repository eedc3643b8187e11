"""The date of a document (成文日期): the day from which 今年, 去年 and 目前 are counted."""

import re

from bulian.extract.periods import find_periods
from bulian.model.document import Metadata
from bulian.model.reading import DocumentDate

_HEAD = 1200
_TAIL = 400
_DAY = r"((?:19|20)\d\d) ?[年\-./] ?(1[0-2]|0?[1-9]) ?[月\-./] ?(3[01]|[12]\d|0?[1-9]) ?日?(?!\d)"
_LABEL = re.compile(
    rf"(?:发布(?:时间|日期)|发文(?:时间|日期)|成文日期|时间|日期|来源[^\n]{{0,20}}|更新时间|公布日期"
    rf"|印发日期)[：: ]{{0,3}}{_DAY}"
)
_ISSUE = re.compile(rf"(?:日报|时报|晚报|周刊|新闻网|发布)[^\n\d]{{0,6}}[（\n ]*{_DAY}")
_MEETING = re.compile(rf"[—\-（(] ?{_DAY}[^\n]{{0,6}}(?:在|，|,)?[^\n]{{0,40}}(?:会议|大会|全会|常委会)")
_OWN_LINE = re.compile(rf"(?m)^[ （(]*{_DAY}[^\n]{{0,12}}$")
_SIGNED = re.compile(rf"(?m)^[^\n\d]{{0,30}}{_DAY} *\Z")
_REPORTED = re.compile(
    r"((?:19|20)\d\d) ?年(?:度)?(?:[^\n，。]{0,24})(?:统计公报|经济运行|国民经济|经济形势|发展情况"
    r"|主要指标|经济社会发展)"
)
_WORK_REPORT = re.compile(r"((?:19|20)\d\d) ?年?[^\n，。]{0,20}政府工作报告")
_HALF_PAST = re.compile(r"((?:19|20)\d\d)年(?:上半年|前三季度|一季度|\d{1,2}[-—至]\d{1,2}月)")


def date_document(folded: str, metadata: Metadata, given: str | None) -> DocumentDate | None:
    """The date of a document, by the first of: given, its metadata, printed in the text, forced by its years.

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
    match = _REPORTED.search(folded[:300])
    return int(match[1]) if match else None


def _printed(folded: str) -> str | None:
    """A day beside a meeting, a label or a newspaper's name; else alone on a line, or at the end."""
    head = folded[:_HEAD]
    for pattern in (_MEETING, _LABEL, _ISSUE, _OWN_LINE):
        match = pattern.search(head)
        if match:
            return _iso(match)
    match = _SIGNED.search(folded[-_TAIL:].rstrip())
    return _iso(match) if match else None


def _iso(match: re.Match[str]) -> str:
    year, month, day = (int(part) for part in match.groups()[:3])
    return f"{year}-{month:02d}-{day:02d}"


def _inferred(folded: str) -> str | None:
    """今年 beside parts of a year that are over (2021年上半年), or a title that names its year."""
    report = _WORK_REPORT.search(folded[:300])
    if report:
        return report[1]
    reported = reported_year(folded)
    if reported:
        return str(reported)
    if "今年" not in folded:
        return None
    named = {int(match[1]) for match in _HALF_PAST.finditer(folded)}
    past = [
        int(period.iso[:4]) for period in find_periods(folded, None)
        if period.iso and not period.until and period.role == "time" and period.rule == "year"
    ]  # fmt: skip
    if named and max(named) >= max((year for year in past if year <= max(named)), default=0):
        return str(max(named))
    return None
