"""One observation out of a number and its frame: whose, when, in which modality, with its quote."""

from dataclasses import replace

from bulian.extract.deferred import deferred
from bulian.extract.numbers import Quantity
from bulian.extract.observations.basis import basis_of
from bulian.extract.observations.frame import Frame
from bulian.extract.observations.modality import modality_of
from bulian.extract.observations.project import project_of
from bulian.extract.observations.said import NEAR
from bulian.extract.observations.scene import Scene
from bulian.extract.observations.subject import about
from bulian.extract.observations.thread import Thread
from bulian.extract.observations.timing import (
    a_year_ago,
    as_meant,
    carried,
    cumulated,
    fits,
    is_over,
    of_chapter,
    of_plan,
    of_the_year,
    of_year_end,
    passes_on,
    period_compared,
    period_in_sentence,
)
from bulian.extract.periods import Period
from bulian.extract.segments import Clause, Sentence
from bulian.model.fact import Modality, Observation
from bulian.model.place import Span


def observed(
    scene: Scene, sentence: Sentence, clause: Clause, thread: Thread,
    found: tuple[Quantity, Frame], source: tuple[str, str],
) -> Observation:  # fmt: skip
    quantity, frame = found
    doc, text = source
    aimed: Modality = "target" if thread.aim else thread.section.modality
    period = period_in_sentence(scene, sentence, clause, quantity.start, quantity.right)
    modality = modality_of(scene, sentence, clause, (quantity, frame, period), aimed)
    if modality == "actual" and _goes_on(scene, clause, quantity, thread):
        modality = thread.modality
    thread.modality, thread.told_in = modality, clause.end
    period = of_chapter(scene, _risen_from(period, thread), thread.section.year)
    period = of_year_end(scene, as_meant(scene, period, modality), clause, frame)
    period = cumulated(scene, period, frame, quantity.start)
    if frame.rule in ("elsewhere", "then"):
        now = period.iso if period else thread.period
        period = period_compared(scene, clause, quantity, now) or period
    elif before_that := a_year_ago(scene, clause, quantity, period.iso if period else thread.period):
        period = before_that
    else:
        thread.period = carried(scene, period, thread.period)
    noun = frame.noun
    states = _STATES.intersection(
        (noun.opener, *noun.links, scene.folded[max(0, noun.start - 2) : noun.start])
    )
    before = thread.period or (thread.told if passes_on(frame, modality) else None)
    if states and before and before.count("-") == 2 and "/" not in before:
        # What there is (现有员工800人) is not of the day on which something happened.
        before = None
    of_year = thread.section.year is not None and before == str(thread.section.year)
    iso = period.iso if period else before if of_year else fits(scene, before, modality)
    signed = modality == "plan" and frame.indicator.endswith("投资")
    if period is None and modality == "target" and thread.by:
        iso = thread.by
    if period and modality != "actual" and not signed and is_over(scene, clause, period, modality):
        iso = None
    if modality == "capacity" and (period is None or period.start < clause.start) and not scene.sectioned:
        iso = None
    iso = of_the_year(scene, iso, frame) if period is None or period.start < clause.start else iso
    if modality == "forecast" and (period is None or period.start < clause.start):
        # 达产后预计形成年产值200亿元: it is of the years when the plant runs.
        iso = None if _RUNNING.search(scene.folded, clause.start, quantity.start) else iso
    if modality in ("plan", "target"):
        iso = of_plan(scene, iso, clause, quantity.start)
    elif modality == "actual" and iso and scene.year is not None and int(iso[:4]) > scene.year:
        modality = "target"
    project = project_of(scene, quantity, frame, clause)
    told = about(
        scene,
        sentence,
        clause,
        frame,
        thread.known(),
    )
    subject, said, end = (
        told.subject,
        told.said,
        max(quantity.right, frame.noun.end if frame.noun.text else 0),
    )
    if project:
        subject, end = project.name, project.end
    if project and project.listed:
        said = "总投资"
    if frame.rule != "elsewhere" and not _PARTLY.search(scene.folded, clause.start, quantity.start):
        if subject and subject.endswith("本级") and scene.folded[noun.start - 1] == "（":
            thread.outside = thread.subject
        thread.subject = subject
    start = _quote_start(clause, quantity, frame, told.start, thread)
    order = text[quantity.right : quantity.right + 1] in ("级", "級")
    bound = "approx" if order and quantity.bound == "exact" else quantity.bound
    end = min(max(end, quantity.right + order), max(clause.end, quantity.right))
    thread.quoted_from = start
    return Observation(
        doc=doc, place=Span(start, end, text[start:end]), subject=subject, indicator=said,
        aspect=frame.aspect, value=frame.value, unit=frame.unit, surface=text[quantity.start : quantity.end],
        surface_start=quantity.start, bound=bound, modality=modality, period=iso,
        basis=basis_of(scene, clause, quantity, frame, iso), rule=f"{quantity.rule}+{frame.rule}",
    )  # fmt: skip


def _goes_on(scene: Scene, clause: Clause, quantity: Quantity, thread: Thread) -> bool:
    """可实现年销售收入3亿元，税收1360万元: a clause without a verb goes on in the capacity or plan.

    So does what a plant brings along in the same clause (、带动就业1000人).
    """
    if thread.modality not in ("capacity", "plan") or quantity.unit == "%":
        return False
    if thread.told_in == clause.end:
        listed = _BRINGS_ALONG.search(scene.folded, max(clause.start, quantity.start - 24), quantity.start)
        return thread.modality == "capacity" and listed is not None
    if not clause.start - 2 <= thread.told_in <= clause.start or scene.folded[clause.start - 1] != "，":
        return False
    words = scene.words.between(clause.start, quantity.start)
    if thread.modality == "capacity" and _BRINGS.match(scene.folded, clause.start, quantity.start):
        return True
    return not any(word.stop.kind == "take" for word in words) and not _BY_NOW.search(
        scene.folded, clause.start, quantity.start
    )


def _risen_from(period: Period | None, thread: Thread) -> Period | None:
    """从2016年的3亿元增加到2021年的5亿元。…从7亿元增加到15亿元: the second pair is of the same years."""
    if period is None or period.rule != "risen":
        return period
    if period.iso is None and thread.rose_from:
        return replace(period, iso=thread.rose_from)
    thread.rose_from = period.iso
    return period


def _quote_start(
    clause: Clause, quantity: Quantity, frame: Frame, subject: int | None, thread: Thread
) -> int:
    """From the clause's beginning where that is near, else from the phrase; back to it where it is elided."""
    noun = frame.noun
    inside = noun.text and clause.start <= noun.start < clause.end
    if noun.text and clause.start - _LISTED_BEFORE < noun.start < clause.start:
        return noun.start
    if not inside:
        return thread.quoted_from if thread.last else min(clause.start, quantity.left)
    first = min(noun.start, quantity.left, subject if subject is not None else noun.start)
    return clause.start if first - clause.start <= NEAR else first


_BRINGS = deferred(
    r"(?:可|能|将|预计|年|并|还)*(?:解决|带动|安排|吸纳|提供|新增|上缴|创造|实现|贡献|利税|税收)"
)
_BRINGS_ALONG = deferred(
    r"[、和及](?:可|能|将|预计|年|并|还)*(?:解决|带动|安排|吸纳|提供|新增|上缴|创造|实现|贡献)?[^，。；、\d]{0,10}\Z"
)
_RUNNING = deferred("(?:达产|投产|满产|建成|投用)(?:达效)?后")
_LISTED_BEFORE = 90
"""How far before its clause the list may begin of which a number names one."""
_PARTLY = deferred("其中")
_BY_NOW = deferred("已|目前|截至|现有|当前|建成|占地|用地|投资|总建筑")
_STATES = frozenset({"现有", "拥有", "共有", "已有", "还有"})
