"""What a heading settles for the paragraphs below it: their time, their modality, their topic."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bulian.extract.deferred import deferred
from bulian.extract.observations.scene import Scene
from bulian.extract.observations.timing import is_future
from bulian.extract.owner import area_of, is_area, owner_of
from bulian.extract.segments import Paragraph, Sentence
from bulian.model.fact import Modality
from bulian.vocab.regions import regions


@dataclass(frozen=True, slots=True)
class Section:
    """Time, modality and topic that hold where a paragraph says nothing else.

    `owner` is the firm or area that a heading names, whose figures stand below it. `topic` is the industry,
    cluster or project that the paragraphs speak of; None for the place as a whole. `year` is that of a
    chapter (2020年工作回顾), of which 全年 and 上半年 are below it.
    """

    period: str | None
    modality: Modality
    topic: str | None
    owner: str | None = None
    year: int | None = None


def sections(scene: Scene) -> Iterator[tuple[Paragraph, Section]]:
    """Every paragraph with the section it stands in."""
    told = scene.reference or _year_looked_back_on(scene) or _year_of_record(scene)
    start = Section(str(told) if told else _only_time(scene), "actual", None)
    stack: list[tuple[int, Section]] = [(-1, start)]
    running = start
    called = _called_upon(scene)
    for paragraph in scene.paragraphs:
        heading = paragraph.heading
        if whose := called.get(paragraph.start):
            below = replace(running, owner=whose)
            running = below if paragraph.end - paragraph.start <= _HEADLINE else running
            yield paragraph, below
            continue
        alone = _only_period(scene, paragraph)
        if _TITLED.match(scene.folded, paragraph.start, paragraph.end):
            # The year in the title of a work report is that in which it was given.
            yield paragraph, running
            continue
        if alone:
            running = replace(running, period=alone)
        elif heading:
            level = 0 if _is_chapter(scene, paragraph, stack) else heading.level
            if _GOAL_LINE.fullmatch(scene.folded, heading.start, heading.end):
                level = min(level, _UNNUMBERED - 1)
            while stack[-1][0] >= level and len(stack) > 1:
                stack.pop()
            area = running.owner if is_area(running.owner) else None
            running = _under(scene, paragraph, stack[-1][1])
            # An area that a heading named stays the owner below headings that name none (人口, 经济).
            running = replace(running, owner=running.owner or area)
            stack.append((level, running))
        elif scene.sectioned:
            running = _opened(scene, paragraph, running)
            running = _aimed(scene, paragraph, running)
            # What opens a chapter (一年来) dates the parts of it that follow under headings of their own.
            stack[-1] = (stack[-1][0], running)
        elif _of_coming_years(scene, paragraph):
            running = _aimed(scene, paragraph, running)
        elif running.modality == "target" and _LOOKS_BACK.match(scene.folded, paragraph.start):
            running = stack[-1][1]
        yield paragraph, running


def _called_upon(scene: Scene) -> dict[int, str]:
    """The places that paragraphs call out (江北县：小茶叶，大产业), by where those begin; {} for one alone.

    A short one stands above what is told of the place, a long one holds it.
    """
    found: dict[int, str] = {}
    for paragraph in () if scene.sectioned else scene.paragraphs:
        end = scene.folded.find("：", paragraph.start, paragraph.start + _CALL)
        if end > 0 and (place := _place_called(scene, paragraph.start, end)):
            found[paragraph.start] = place
    return found if len(set(found.values())) > 1 else {}


def _place_called(scene: Scene, start: int, end: int) -> str | None:
    """The place that a text is and nothing more, a county by its short name behind its province too."""
    places = [name for name in scene.names.within(start, end) if name.kind == "place"]
    first = next((name for name in places if name.start == start), None)
    ends = [name for name in places if name.end == end]
    if first is None or ends:
        return min(ends, key=lambda name: name.end - name.start).canonical if first and ends else None
    inside = [
        code
        for code, region in regions().items()
        if region.short == scene.folded[first.end : end] and region.level == "county"
    ]
    inside = [code for code in inside if regions()[code[:2] + "0000"].name == first.canonical]
    return regions()[inside[0]].name if len(inside) == 1 else None


def _year_looked_back_on(scene: Scene) -> int | None:
    """The year before that of a work report given in spring: it looks back on it where it names no other.

    Councils meet in spring, so that a report of which only the title tells a year is given then too.
    """
    if not scene.sectioned:
        return None
    titled = _TITLED.match(scene.folded)
    given = _GIVEN_IN_SPRING.search(scene.folded, 0, 300)
    given = given or (None if _GIVEN_LATE.search(scene.folded, 0, 300) else titled)
    return int(given["year"]) - 1 if given else None


def _year_of_record(scene: Scene) -> str | None:
    """远山2021年“成绩单”出炉: the year that a news story on a work report tells of."""
    told = _RECORD.search(scene.folded, 0, _HEAD)
    return told["year"] if told else None


def _only_time(scene: Scene) -> str | None:
    """The one part of a year (前三季度) that a text names as a time: what it tells before is of then, too."""
    named = {p.iso for p in scene.periods if p.role == "time" and not p.ahead and p.rule not in _VAGUE}
    iso = next(iter(named)) if len(named) == 1 else None
    return iso if iso and _PART_OF_YEAR.search(iso) else None


def _only_period(scene: Scene, paragraph: Paragraph) -> str | None:
    """The period that is all a line says (前三季度), as posters set it over their figures."""
    periods = scene.periods_in(paragraph.start, paragraph.end)
    if len(periods) != 1 or periods[0].role != "time":
        return None
    return periods[0].iso if (periods[0].start, periods[0].end) == (paragraph.start, paragraph.end) else None


def _is_chapter(scene: Scene, paragraph: Paragraph, stack: list[tuple[int, Section]]) -> bool:
    """Whether a heading without a number (2023年重点工作) stands above numbered ones.

    It names a year and what the chapter does with it, and no numbered heading came before.
    """
    heading = paragraph.heading
    if heading is None or heading.level < _UNNUMBERED:
        return False
    if any(0 < level < _UNNUMBERED for level, _ in stack):
        return False
    text = scene.folded[paragraph.start : paragraph.end]
    periods = scene.periods_in(paragraph.start, paragraph.end)
    named = any(period.iso and period.role == "time" for period in periods)
    return named and _CHAPTER.search(text.rstrip()) is not None


def _under(scene: Scene, paragraph: Paragraph, above: Section) -> Section:
    """The section below a heading: what it says, else what the one above it says."""
    text = scene.folded[paragraph.start : paragraph.end]
    section = replace(above, topic=_topic(scene, paragraph) or None, owner=_owner(scene, paragraph))
    past = _OF_YEAR.search(text)
    over = past is not None and scene.year is not None and int(past[1]) < scene.year
    over = over and not _PLANS.search(text)
    if _AHEAD.search(text) and not _BEHIND.search(text) and not over:
        section = replace(section, modality="target")
        coming = [p.iso for p in scene.periods_in(paragraph.start, paragraph.end) if p.rule == "coming_years"]
        section = replace(section, period=coming[0]) if coming else section
    elif _BEHIND.search(text) or over:
        section = replace(section, modality="actual")
    isos = [p.iso for p in scene.periods_in(paragraph.start, paragraph.end) if p.iso and p.role == "time"]
    isos = [iso for iso in isos if not _is_day(iso)] or ([past[1]] if past else [])
    if scene.sectioned and len(isos) == 1 and len(isos[0]) == 4 and _OF_YEAR.search(text):
        section = replace(section, year=int(isos[0]))
    if scene.sectioned and isos:
        iso = next((iso for iso in isos if "/" not in iso), isos[0])
        section = replace(section, period=iso.split("/")[-1] if section.modality == "target" else iso)
    return section


def _opened(scene: Scene, paragraph: Paragraph, running: Section) -> Section:
    """A paragraph that opens with a period sets the time of those that follow; a day dates what happened."""
    called = _CALLED.match(scene.folded, paragraph.start, paragraph.end)
    start = called.end() if called else paragraph.start
    near = min(start + 10, paragraph.end)
    first = [p for p in scene.periods_in(start, near) if p.role == "time" and p.iso]
    if not first or first[0].until or is_future(scene, first[0].iso or "") or first[0].rule == "now":
        return running
    if _is_day(first[0].iso):
        return running
    return replace(running, period=first[0].iso)


def _is_day(iso: str | None) -> bool:
    return iso is not None and "/" not in iso and iso.count("-") == 2


def _of_coming_years(scene: Scene, paragraph: Paragraph) -> bool:
    """Whether a paragraph says that goals are set for the years to come (对今后五年提出了具体目标)."""
    if scene.folded.find("目标", paragraph.start, paragraph.end) < 0:
        return False
    return _SETS_YEARS.search(scene.folded, paragraph.start, paragraph.end) is not None


def _aimed(scene: Scene, paragraph: Paragraph, running: Section) -> Section:
    """A paragraph that sets the year's goals makes targets of what follows; undated ones are this year's."""
    if running.modality != "actual" or scene.folded.find("目标", paragraph.start, paragraph.end) < 0:
        return running
    goals = _SETS_GOALS.search(scene.folded, paragraph.start, paragraph.end)
    if not goals:
        return running
    by = [
        p for p in scene.periods_in(paragraph.start, goals.end())
        if p.ahead and p.iso and (p.rule == "coming_years" or (p.until and p.start < goals.start()))
    ]  # fmt: skip
    if by:
        return replace(running, modality="target", period=by[-1].iso)
    dated = scene.periods_in(paragraph.start, paragraph.start + 40)
    year = running.period if dated or scene.year is None else str(scene.year)
    return replace(running, modality="target", period=year)


def topic_of(scene: Scene, sentence: Sentence) -> str | None:
    """The industry that a sentence turns to (在新材料产业方面); None where it turns to none."""
    match = _ASPECT.match(scene.folded, sentence.start, sentence.end)
    return match["name"] if match else None


def _owner(scene: Scene, paragraph: Paragraph) -> str | None:
    if scene.sectioned:
        return None
    area = area_of(scene.folded, scene.names, paragraph.heading)
    return area or owner_of(scene.folded, scene.names, paragraph.heading)


def _topic(scene: Scene, paragraph: Paragraph) -> str | None:
    heading = paragraph.heading
    if heading is None:
        return None
    text = scene.folded[heading.start : heading.end]
    title = re.split("[：——]", text)[0]
    match = _INDUSTRY.fullmatch(title)
    return match["name"] if match else None


_CALL = 14
_HEADLINE = 60
_AHEAD = deferred(
    r"\A[^一-鿿]*目标(?:是|为)?\W*\Z|(?:总体|行动|具体|建设)目标|工作安排|目标任务|主要目标|总体要求|重点工作|工作重点|下一步|下步|今后|未来|展望|工作打算|发展目标"
    r"|预算草案|预算安排|计划草案|计划安排|预期目标|工作思路|工作计划|主要任务|重点任务|年(?:主要)?工作|\d年[一-鿿]{0,8}民生实事(?:项目)?\Z"
)
_OF_YEAR = deferred(r"(20\d\d) ?年[^，。\d]{0,12}(?:工作|执行情况|草案|安排|目标)")
_PLANS = deferred(r"安排|目标|打算|思路|任务|部署|计划|展望|草案|工作重点|重点工作")
_BEHIND = deferred(
    r"回顾|执行情况|汇报|总结|完成情况|主要成效|工作[和与及]成效|取得的|进展|成就|上半年|工作情况|运行情况"
)
# 今年经济社会发展的主要预期目标是： what follows in the chapter is to be done.
_SETS_GOALS = deferred(
    r"(?:今年|20\d\d年|经济社会发展)[^。；\d]{0,24}(?:预期|主要|发展|工作)目标(?:建议)?(?:是|为|：|如下)"
    r"|(?<![一-鿿])[^，。；：\d]{0,10}预期目标(?:建议)?(?:是|为|如下)?："
    r"|(?<=。)主要目标(?:包括|是|为|如下)：?"
    r"|(?:今后|未来)[一二三四五六七八九十\d]{1,2}年[^。；\d]{0,28}目标"
)
_SETS_YEARS = deferred(
    r"(?:今后|未来)[一二三四五六七八九十\d]{1,2}年[^。；\d]{0,12}(?:提出|确定|明确|设定|制定|制订)[^。；\d]{0,16}目标"
)
# A paragraph that turns to what has been done tells no goals.
_LOOKS_BACK = deferred(r"(?:过去|近年来|去年|上年|回顾|五年来|截至|目前|20\d\d年以来)")
_GIVEN_IN_SPRING = deferred(
    r"(?m)^[—\- （]*(?P<year>20\d\d)年[1-3]月\d{1,2}日，?在[^\n。]{4,50}(?:会议|大会)[^\n。]{0,12}上"
)
_GIVEN_LATE = deferred(r"(?m)^[—\- （]*20\d\d年(?:[4-9]|1[0-2])月\d{1,2}日")
_TITLED = deferred(r"[\s#—]*(?P<year>20\d\d)年[^\n。，]{0,24}政府工作报告[^\n。，]{0,12}(?=\n|\Z)")
_GOAL_LINE = deferred(r"(?:主要|发展|总体|工作|预期|具体)?目标(?:任务)?(?:是|为)?[： ]*")
_RECORD = deferred(r"(?P<year>20\d\d)年度?的?[^，。；\n]{0,4}“?(?:成绩单|答卷)")
_HEAD = 300
_VAGUE = frozenset({"now", "these_years", "past_years", "years_since"})
_PART_OF_YEAR = deferred(r"-[HQ]\d\Z|-01/\d{4}-\d\d\Z")
_UNNUMBERED = 9
_CHAPTER = deferred(r"(?:工作|工作回顾|工作安排|目标任务|主要目标|重点任务)\Z")
_CALLED = deferred(r"[—\-]*(?:(?:各位|同志们|朋友们)[^，。；\d]{0,10}[！，：])?(?:刚刚|回首|回顾|回望)?")
_INDUSTRY = deferred(r"(?P<name>[一-鿿“”·、]{2,14}(?:产业|工业|制造业|服务业|集群|产业链))")
_ASPECT = deferred(r"(?:在)?(?P<name>[一-鿿“”·、]{2,14}?)(?:方面|领域)(?=[，：]|.{0,6}，)")
