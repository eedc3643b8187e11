"""When a number holds: the period nearest before it, carried on as a reader would."""

import re
from dataclasses import replace

from bulian.extract.deferred import deferred
from bulian.extract.numbers import Quantity
from bulian.extract.observations.frame import Frame
from bulian.extract.observations.scene import Scene
from bulian.extract.periods import Period
from bulian.extract.segments import Clause, Sentence
from bulian.model.fact import Modality
from bulian.model.period import days, year_of
from bulian.vocab.indicators import indicators


def period_in_sentence(
    scene: Scene, sentence: Sentence, clause: Clause, start: int, end: int
) -> Period | None:
    """The period that dates the number at `start:end`: the last one before it in its sentence, or one in
    brackets right behind it.
    """
    rose = _FROM.search(scene.folded, clause.start, start)
    if rose and TO.match(scene.folded, end, clause.end):
        own = [p for p in scene.periods_in(rose.start(), start) if p.role == "time"]
        return replace(own[-1] if own else _undated(start), rule="risen")
    behind = [p for p in scene.periods_in(end, min(clause.end, end + 12)) if p.role == "time"]
    if behind and scene.folded[end : behind[0].start].strip() == "（":
        return behind[0]
    before = [p for p in scene.periods_in(sentence.start, start) if p.role == "time" and p.end <= start]
    before = [p for p in before if p.start >= clause.start or not _of_event(scene, p)]
    before = [p for p in before if not _OF_A_PLAN.match(scene.folded, p.end)]
    before = [p for p in before if not _of_start(scene, p, start) and not _since(scene, p, start)]
    if len(before) > 1 and _only_foreseen(scene, before[-1], start):
        before.pop()
    if before and before[-1].rule == "years_of" and before[-1].start < clause.start:
        return _lasting(scene, before, start)
    return before[-1] if before else None


def a_year_ago(scene: Scene, clause: Clause, quantity: Quantity, now: str | None) -> Period | None:
    """下降8%（上年同期增长5%）: the year before `now`; None where the number is of another time."""
    if now is None or scene.folded.find("同期", max(clause.start, quantity.left - 8), quantity.left) < 0:
        return None
    told = _A_YEAR_AGO.search(scene.folded, max(clause.start, quantity.left - 12), quantity.left)
    return replace(_undated(told.start()), iso=year_before(now)) if told else None


def year_before(iso: str) -> str:
    """The same time of the year before: 2021-01/2021-05 → 2020-01/2020-05."""
    return re.sub(r"\b\d{4}", lambda year: str(int(year.group()) - 1), iso)


def _undated(at: int) -> Period:
    """The time of what a figure rose from, which nobody says."""
    return Period(at, at, "", None, "time", False, "risen", False)


def period_compared(scene: Scene, clause: Clause, quantity: Quantity, now: str | None) -> Period | None:
    """The time of the figure compared with (高于一季度的2%); None where it is the same time as `now`."""
    near = scene.periods_in(max(clause.start, quantity.left - 14), quantity.left)
    if near and now and near[-1].rule == "same_period" and near[-1].surface[0] in "上去":
        return replace(near[-1], iso=year_before(now))
    near = tuple(p for p in near if p.iso)
    return near[-1] if near and near[-1].role == "basis" else None


def _only_foreseen(scene: Scene, period: Period, at: int) -> bool:
    """预计全年 says when the expected is; behind the semicolon the sentence goes on in its own time."""
    expected = _EXPECTED.search(scene.folded, max(0, period.start - 6), period.start)
    return expected is not None and scene.folded.find("；", period.end, at) >= 0


def _of_start(scene: Scene, period: Period, at: int) -> bool:
    """从2021年的3亿元提高到: the time from which a figure rose is not that to which it did."""
    opened = scene.folded[period.start - 1 : period.start]
    return opened in ("从", "由", "自") and _RISEN.search(scene.folded, period.end, at) is not None


def _since(scene: Scene, period: Period, at: int) -> bool:
    """自2021年3月开展建设以来，: from when on, and not when; nor 创“十三五”以来新高."""
    if scene.folded.endswith("以来", period.start, period.end) or scene.folded.startswith("以来", period.end):
        return _RECORD.match(scene.folded, period.end) is not None
    opened = scene.folded[period.start - 1 : period.start]
    return opened in ("自", "从") and _TILL_NOW.match(scene.folded, period.end, at) is not None


def _of_event(scene: Scene, period: Period) -> bool:
    """于2010年建成, 2013年竣工投产，: the date of what happened, and of no figure of another clause."""
    return scene.folded[period.start - 1 : period.start] == "于" or (
        not period.ahead and _CAME_TO_BE.match(scene.folded, period.end) is not None
    )


def _lasting(scene: Scene, before: list[Period], at: int) -> Period | None:
    """The period that a span said of another figure (五年累计) gives way to: one that was said earlier in the
    sentence; behind a semicolon, none.
    """
    others = [period for period in before if period.rule != "years_of"]
    if others:
        return others[-1]
    return None if scene.folded.find("；", before[-1].end, at) >= 0 else before[-1]


def as_meant(scene: Scene, period: Period | None, modality: Modality) -> Period | None:
    """A period without a year as a goal means it: 全年 and 年底 of a target in spring are still to come."""
    if period is None or period.iso is None or scene.year is None or scene.reference is not None:
        return period
    if modality not in ("target", "plan") or period.rule not in _YEARLESS:
        return period
    if year_of(period.iso) != scene.year - 1:
        return period
    return replace(period, iso=period.iso.replace(str(scene.year - 1), str(scene.year)))


def of_chapter(scene: Scene, period: Period | None, year: int | None) -> Period | None:
    """全年 and 上半年 below 一、2020年工作回顾 are of 2020, whenever the page was put up."""
    if period is None or period.iso is None or year is None or scene.year is None:
        return period
    # The reader has settled those of the document's own year and of the one that it looks back on.
    if period.rule not in _YEARLESS or year in (scene.year, scene.year - 1):
        return period
    return replace(period, iso=re.sub(r"\b\d{4}", str(year), period.iso))


def carried(scene: Scene, period: Period | None, before: str | None) -> str | None:
    """What later sentences of a paragraph inherit: the last period that is not in the future.

    A span that one figure is said over (五年累计, 2020年到2025年) gives way to what was known before.
    """
    if period is None or period.iso is None or period.rule == "years_of" or _of_event(scene, period):
        return before
    if scene.folded.startswith(("当月", "单月"), period.end):
        # 8月当月增长8.9%: the month is said of one figure.
        return before
    if period.rule in ("years", "years_since") and before is not None:
        return before
    if scene.folded[period.start - 1 : period.start] in ("从", "由"):
        return before
    return before if is_future(scene, period.iso) else period.iso


def opens_with(scene: Scene, sentence: Sentence) -> str | None:
    """The period that a sentence opens with (3月25日，…), which dates those that follow; None for none, and
    for one that is still to come.
    """
    near = scene.periods_in(sentence.start, min(sentence.start + _NEAR, sentence.end))
    said = [p for p in near if p.role == "time" and p.iso]
    if not said or said[0].ahead or is_future(scene, said[0].iso or "") or said[0].rule in _PASSING:
        return None
    if _BEGUN.search(scene.folded, said[0].end, sentence.end) and not any(
        scene.quantities_in(clause) for clause in sentence.clauses
    ):
        return None
    if scene.folded[said[0].end : said[0].end + 1] in ("电", "讯"):
        # A dispatch of 7月27日电 dates what happened, not all that there is.
        return said[0].iso if _HELD.search(scene.folded, said[0].end, sentence.end) else None
    if said[0].iso and said[0].iso.count("-") == 2 and _HEARS.search(scene.folded, said[0].end, sentence.end):
        # 4月21日，人民代表大会召开，听取工作报告: the day of the meeting is not that of what was reported.
        return None
    between = scene.folded[sentence.start : said[0].start].strip(" “（")
    between = _NUMBERED.sub("", between)
    if said[0].end >= sentence.end - 1 or _STAMPED.search(between):
        return None
    if between and not _OPENING.fullmatch(between):
        return None
    if said[0].surface.endswith("以来") and not any(scene.quantities_in(c) for c in sentence.clauses):
        # 今年以来，全区上下努力，一季度运行平稳。: what follows is of the quarter.
        within = [p for p in scene.periods_in(said[0].end, sentence.end) if p.role == "time" and p.iso]
        return within[-1].iso if within else said[0].iso
    return said[0].iso


def goal_year(scene: Scene, sentence: Sentence) -> str | None:
    """By when a sentence without figures sets goals (到2029年，…目标基本实现), which those after it put in
    figures; None for no such sentence.
    """
    near = scene.periods_in(sentence.start, min(sentence.start + _NEAR, sentence.end))
    by = [p for p in near if p.role == "time" and p.iso and p.until]
    if not by or not scene.folded.startswith(("到", "至"), by[0].start - 1):
        return None
    if any(scene.quantities_in(clause) for clause in sentence.clauses):
        return None
    told = _MEANS_TO.search(scene.folded, by[0].end, sentence.end) is not None
    return by[0].iso if by[0].ahead or (scene.year is None and told) else None


def of_the_year(scene: Scene, iso: str | None, frame: Frame) -> str | None:
    """In a yearly bulletin 年末 dates what there is, and not what was earned or made behind it."""
    if scene.reference is None or iso != f"{scene.reference}-12":
        return iso
    return str(scene.reference) if _is_flow(frame) else iso


def of_year_end(scene: Scene, period: Period | None, clause: Clause, frame: Frame) -> Period | None:
    """截至2015年底，实现生产总值6亿元: what is earned or made by the end of a year is of the whole year."""
    if period is None or period.iso is None or period.iso[4:] != "-12" or period.surface[-1:] not in "底末":
        return period
    if not _is_flow(frame) or scene.folded.find("累计", clause.start, clause.end) >= 0:
        return period
    return replace(period, iso=period.iso[:4])


def of_plan(scene: Scene, iso: str | None, clause: Clause, at: int) -> str | None:
    """1—9月…，年度计划投资3亿元，完成年任务5亿元的60%: a plan for the year is of the whole year."""
    if iso is None or iso[:4] != iso.rpartition("/")[2][:4]:
        return iso
    return iso[:4] if _YEARS_PLAN.search(scene.folded, clause.start, at) else iso


def cumulated(scene: Scene, period: Period | None, frame: Frame, at: int) -> Period | None:
    """6月，收入累计完成31亿元: what is earned or made so far has been since January."""
    if (
        period is None
        or period.iso is None
        or not _MONTH.fullmatch(period.iso)
        or period.surface[-1] in "底末"
    ):
        return period
    if not _is_flow(frame) or period.iso.endswith("-01") or scene.folded.find("累计", period.end, at) < 0:
        return period
    return replace(period, iso=f"{period.iso[:4]}-01/{period.iso}")


def _is_flow(frame: Frame) -> bool:
    """Whether a figure is earned or made over a time, and does not tell what there is at its end."""
    known = indicators().get(frame.indicator)
    return known.kind == "flow" if known else _FLOWS.search(frame.indicator) is not None


def passes_on(frame: Frame, modality: Modality) -> bool:
    """Whether the time of the paragraph before holds for a number: for what was counted or earned then, not
    for a capacity, an area or a length, which last.
    """
    if modality == "capacity":
        return False
    known = indicators().get(frame.indicator)
    return frame.aspect != "level" or frame.unit in _COUNTED or (known is not None and known.kind == "flow")


def is_over(scene: Scene, clause: Clause, period: Period, modality: Modality) -> bool:
    """Whether an earlier clause names a time that is over: 今年3月开工 dates nothing that is to come."""
    if period.start >= clause.start or period.iso is None or scene.year is None or period.until:
        return False
    first, last = days(period.iso)
    if first.month != last.month:
        return last.year < scene.year - (modality == "forecast")
    return last.year <= scene.year


def is_future(scene: Scene, iso: str) -> bool:
    """Whether a period ends in a year after the document's; False where that is not known."""
    return scene.year is not None and year_of(iso) > scene.year


def fits(scene: Scene, iso: str | None, modality: Modality) -> str | None:
    """A period from an earlier sentence, dropped where it is over and the number is yet to come."""
    if iso is None or scene.year is None or modality in ("actual", "capacity"):
        return iso
    if "/" not in iso and iso.count("-") == 2:
        # A day on which something happened dates nothing that is to come, but its year may be the goal's.
        return iso[:4] if modality == "target" and year_of(iso) == scene.year else None
    # In spring a report still expects (预计) what the year before will turn out to be.
    first = scene.year - 1 if modality == "forecast" else scene.year
    return iso if year_of(iso) >= first else None


_A_YEAR_AGO = deferred(r"（(?:上年|去年)同期(?:为|是|增长|下降|增速为?|仅|约|上升|回落)*\Z")
_COUNTED = frozenset({"CNY", "USD", "HKD", "EUR", "enterprises", "projects", "items", "persons", "rank"})
_FROM = deferred(r"[从由自][^，。；]{0,20}\Z")
_RISEN = deferred(
    r"(?:提高|提升|增加|增长|成长|扩[大充容]|上升|下降|降|减少|攀升|跃升|增|升|压减|缩[小短]|发展|壮大|调整|演变|转变|变化|优化|变|转)(?:到|至|为)"
)
TO = deferred(
    r"(?:：[\d.]+)*(?:[^，。；\d]{0,6}|[和、][\d.]+[万亿]*[元%个家]{0,2}[^，。；\d]{0,4})(?:提高|提升|增加|增长|成长|扩[大充容]|上升|下降|降|减少|攀升|跃升|增|升|压减|缩[小短]|发展|壮大|调整|演变|转变|变化|优化|变|转)(?:到|至|为)"
)
_FLOWS = deferred(
    r"(?:收入|支出|产值|产量|投资(?:总额|额)?|销售额|零售额|利润|税收|营收|增加值|进出口|客流量|游客)$"
)
_MONTH = deferred(r"\d{4}-\d\d")
_YEARS_PLAN = deferred(
    r"(?:年度|全年|当年|本年度?|年)(?:投资)?(?:计划|目标|任务)(?:投资|完成|引进)?[^，。；、完成]{0,8}\Z"
)
_TILL_NOW = deferred(r"[^，。；\d]{1,16}(?:以来|至今|起)，")
_RECORD = deferred(r"”?(?:以来)?[^，。；\d]{0,8}(?:新高|新低|最[高好低快大佳优多])")
# 占全年计划的50%: the year of a plan is not that of what follows.
_OF_A_PLAN = deferred(r"(?:的)?(?:计划|目标|任务|预算)(?:任务|数|总数|的)?(?:[的\d]|，)")
# 一、2019年工作回顾2019年，: a heading that runs into its text.
_NUMBERED = deferred(r"\A[一二三四五六七八九十]{1,2}、")
_NEAR = 14
_MEANS_TO = deferred(r"目标(?:基本)?(?:实现|完成)|力争|将(?:达|实现|建成|形成)|基本(?:建成|形成|实现)|努力")
# 2003年6月，正式改制为管理区。, 2018年，被授予“茶乡”称号。: the time at which something came to be or to
# a title dates nothing told of it later.
_BEGUN = deferred(
    r"(?:正式|批准|批复)[^，。；]{0,6}(?:改制|成立|设立|组建|挂牌|更名|合并|升格)|(?:改制|更名|升格)为"
    r"|授予|荣获|荣膺|获评|获批(?!复)|入选|被[^，。；\d]{0,12}(?:评|认定|命名|确定|列|授牌)(?:定|选)?(?:为|入)"
)
# 2013年10月竣工投产，拥有灌装线6条: the time at which it came to be dates nothing told after it.
_CAME_TO_BE = deferred(
    r"(?=[^，。；\d]{0,30}(?:命名|批准|认定|评定|授予|升级|升格)(?:成|为|了|\d))|[^，。；\d]{0,6}(?:竣工|投产|建成|投用|成立|始建|创建|上市|获评|获批|入选|被评为|被?认定为|荣获|更名|改制|升格|升级|开业)"
    r"[^，。；\d]{0,16}(?=[，。；])"
)
_HELD = deferred(r"举行|召开|举办|开幕|签约|签署|开工|揭牌|启动")
_HEARS = deferred(
    "(?:政府工作报告|人民代表大会|人大常委会|新闻发布会|全体会议|工作会议)[^。]{0,30}(?:召开|举行|听取|开幕|闭幕|审议)|作[^，。]{0,8}工作报告"
)
_PASSING = frozenset({"years", "years_of", "now", "years_since", "past_years", "these_years"})
_STAMPED = deferred(r"时间|日期|发布|来源|编辑|更新")
_OPENING = deferred(
    r"[^，。；\d]{0,6}[，：]|其中|截[至止]|到|至|据[^，。；\d]{0,8}|[^，。；\d]{0,8}(?:讯|电)"
)
_YEARLESS = frozenset({"whole_year", "part", "year_start"})
_EXPECTED = deferred(r"(?:预计|预期|有望|可望)[^，。；]{0,4}\Z")
