"""What a growth is compared with: 同比 the year before, 环比 the month before; a share's whole stays."""

import re
from functools import cache

from bulian.extract.deferred import deferred
from bulian.extract.numbers import Quantity
from bulian.extract.observations.frame import Frame
from bulian.extract.observations.scene import Scene
from bulian.extract.observations.timing import year_before
from bulian.extract.segments import Clause
from bulian.vocab.cues import cues


def basis_of(
    scene: Scene, clause: Clause, quantity: Quantity, frame: Frame, period: str | None
) -> str | None:
    """The basis as the contract names it; a plain 增长 is year on year, 年均 has no name there.

    Args:
        period: the figure's; over several years a plain 增长 is the growth of all of them.
    """
    if frame.aspect != "growth":
        return frame.basis
    if frame.rule != "compared" and period and _is_year_before(scene, clause, quantity, period):
        return "yoy"
    before = scene.folded[clause.start : quantity.start]
    if frame.unit == "pp" and "分别" in before and (span := _of_several(before)):
        return _counted_from(span)
    said = _pattern().findall(before)
    if frame.rule == "compared":
        return cues("basis")[said[-1]] if said else None
    if frame.rule == "moved":
        return _moved_from(before)
    if frame.rule in ("elsewhere", "then"):
        return "yoy"
    terse = _TERSE.search(before)
    if terse:
        return _OF[terse["of"]]
    if said:
        return cues("basis")[said[-1]]
    if frame.unit == "pp" and (than := _THAN.search(before)) and _MONTH_OR_QUARTER.search(than.group()):
        # 占比较上半年提高0.3个百分点
        return "qoq"
    if "累计" in before:
        return "cumulative"
    rose = frame.unit in ("%", "pp") or (frame.unit == "ratio" and frame.rule == "growth")
    if not rose or _AVERAGE.search(before):
        return None
    over = _SINCE.search(before) or (period and _SEVERAL_YEARS.fullmatch(period))
    return "cumulative" if over else "yoy"


def _is_year_before(scene: Scene, clause: Clause, quantity: Quantity, period: str) -> bool:
    """Whether a figure of 2021 is compared with the same time of 2020 by name (比2020年增长5%)."""
    named = [p for p in scene.periods_in(clause.start, quantity.start) if p.role == "basis" and p.iso]
    if not named or not _AVERAGED.fullmatch(scene.folded, named[-1].end, quantity.start):
        return False
    return named[-1].iso == year_before(period)


def _moved_from(before: str) -> str | None:
    """What a growth rate has changed from: the month or quarter before, the year before, or another span."""
    than = _THAN.search(before)
    return _counted_from(than.group()) if than else "yoy"


def _counted_from(span: str) -> str | None:
    if _A_YEAR_AGO.search(span):
        return "yoy"
    return "qoq" if _MONTH_OR_QUARTER.search(span) else None


def _of_several(before: str) -> str | None:
    """上年同期 for the second number of 较上半年和上年同期分别提高0.1和1.2; None without such a list."""
    at = before.rfind("分别")
    than = _SPANS.search(before[:at]) or _SPANS_NEXT.match(before, at + len("分别"))
    if than is None:
        return None
    spans = _AND.split(than["spans"])
    earlier = len(_NUMBER.findall(before, max(at, than.end())))
    return spans[earlier] if earlier < len(spans) else None


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, cues("basis"))))


_AVERAGED = deferred(r"(?:(?!年均|平均|累计|以来)[^，。；])*")
_THAN = deferred(r"(?<!同)[比较与](?!重|例|上涨)[^，。；比较]*\Z")
_SPAN = r"[^，。；、和与比较]{0,6}(?:月份?|季度|半年|同期|上年|去年|全年)"
_SPANS = deferred(rf"[比较](?P<spans>{_SPAN}(?:[、和与]{_SPAN})+)\Z")
_SPANS_NEXT = deferred(rf"[比较](?P<spans>{_SPAN}(?:[、和与]{_SPAN})+)")
_AND = deferred("[、和与]")
_NUMBER = deferred(r"\d[\d.]*")
_A_YEAR_AGO = deferred(r"同期|[上去]年(?!全年|第?[一二三四1-4]季|\d{1,2}月|末|底)|上一年")
_MONTH_OR_QUARTER = deferred(r"月|季|上半年")
# 月增3%，年减8%: as newspapers of Taiwan put it.
_TERSE = deferred(r"(?:^|[，、 元])(?P<of>[年季月])[增减] ?\Z")
_OF = {"年": "yoy", "季": "qoq", "月": "qoq"}
_AVERAGE = deferred("年均|平均")
# 比“十三五”末增长, 比2020年增长, 五年增长: over more than one year.
_SINCE = deferred(r"[较比](?:“?十|20\d\d年|\d(?!\d{1,2}年))|五年|以来")
_SEVERAL_YEARS = deferred(r"\d{4}/\d{4}")
