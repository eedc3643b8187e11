"""Clause by clause from numbers to observations."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from bulian.extract.names.places import is_place_name
from bulian.extract.numbers import Quantity
from bulian.extract.observations.basis import basis_of
from bulian.extract.observations.distribution import distributed, listed_again
from bulian.extract.observations.frame import Frame, Reach
from bulian.extract.observations.framing import frame_of
from bulian.extract.observations.group import adjective, refused
from bulian.extract.observations.modality import modality_of
from bulian.extract.observations.nameless import nameless, placed, points_back, says_nothing
from bulian.extract.observations.project import project_of
from bulian.extract.observations.scene import Noun, Scene, noun_before
from bulian.extract.observations.sections import Section, sections, topic_of
from bulian.extract.observations.subject import about, begins_with, opening
from bulian.extract.observations.timing import (
    as_meant,
    carried,
    fits,
    is_over,
    of_the_year,
    opens_with,
    passes_on,
    period_compared,
    period_in_sentence,
)
from bulian.extract.observations.whose import Known
from bulian.extract.owner import introduced
from bulian.extract.refusals import Refusal
from bulian.extract.segments import Clause, Sentence
from bulian.model.fact import Modality, Observation
from bulian.model.place import Span


@dataclass(slots=True)
class _Thread:
    """What the sentences of one paragraph hand on to each other."""

    section: Section
    topic: str | None
    period: str | None = None
    frames: list[Frame] = field(default_factory=list)
    earlier: Frame | None = None
    subject: str | None = None
    whose: str | None = None
    since: int = 0
    quoted_from: int = 0
    clause_before: int = 0
    listed: tuple[Noun, ...] = ()
    told: str | None = None
    aim: bool = False
    owner: str | None = None
    outside: str | None = None

    @property
    def last(self) -> Frame | None:
        """The frame before, in the same sentence."""
        return self.frames[-1] if self.frames else None

    def known(self) -> Known:
        """What was spoken of before, as the finder of subjects asks for it."""
        said = self.last.indicator if self.last else None
        return Known(self.topic, self.subject, self.since, self.owner or self.section.owner, said, self.whose)

    def meant(self, noun: Noun) -> Frame | None:
        """The frame before; of an earlier sentence only where the phrase points back (这一指标, 增速)."""
        return self.last or (self.earlier if points_back(noun.text) else None)

    def of_place(self, scene: Scene, noun: Noun) -> Frame | None:
        """The frame of the sentence before, where the phrase is only the place of another such figure."""
        return self.earlier if self.earlier and placed(scene, noun) else None


def find_observations(scene: Scene, doc: str, text: str) -> Iterator[Observation | Refusal]:
    """Every observation of a document's prose in order, a quote printed twice comes twice; and what holds a
    number that reports nothing.
    """
    thread: _Thread | None = None
    for paragraph, section in sections(scene):
        # A paragraph that opens with 其中 goes on with the one before it.
        goes_on = thread is not None and _BREAKS_DOWN.match(scene.folded, paragraph.start)
        elided = thread is not None and _ELIDED.match(scene.folded, paragraph.start)
        # A paragraph that names no time goes on in the time of the one before, as in a report on one event.
        told = None
        if thread and thread.section is section and not scene.sectioned:
            told = thread.period or thread.told
        period = thread.period if thread and (goes_on or elided) else section.period
        frames = thread.frames[-1:] if thread and elided else []
        earlier = (thread.last or thread.earlier) if thread and thread.section is section else None
        owner = thread.owner if thread and _SAME_OWNER.match(scene.folded, paragraph.start) else None
        aims_on = thread is not None and thread.aim and _ALONGSIDE.match(scene.folded, paragraph.start)
        thread = _Thread(section, section.topic, period, frames=frames, since=paragraph.start)
        thread.told, thread.aim, thread.earlier = told, bool(aims_on), earlier
        thread.owner, before = owner, None
        for sentence in paragraph.sentences:
            # 分门类看 and 其中 go on with the indicator of the sentence before.
            kept = thread.frames[:1] if _BREAKS_DOWN.match(scene.folded, sentence.start) else []
            if elided and sentence is paragraph.sentences[0]:
                kept = frames
            thread.earlier = thread.last or thread.earlier
            # 其中 goes on with whoever the sentence before was about.
            thread.whose = None
            if _AMONG_THEM.match(scene.folded, sentence.start):
                thread.whose = thread.subject or opening(scene, before)
            before = sentence
            thread.frames, thread.subject, thread.listed = kept, None, ()
            thread.topic = topic_of(scene, sentence) or thread.topic
            thread.owner = _owner_from(scene, sentence, thread.owner)
            thread.period = opens_with(scene, sentence) or thread.period
            thread.aim = (
                thread.aim or _SETS_OUT.fullmatch(scene.folded, sentence.start, sentence.end) is not None
            )
            thread.clause_before = sentence.start
            for clause in sentence.clauses:
                if clause.hard and thread.subject and _behind_semicolon(scene, thread, clause):
                    # A list goes on of nobody but whom the sentence began with.
                    goes_on = opening(scene, sentence) == thread.subject and not begins_with(scene, clause)
                    thread.subject = thread.subject if goes_on else None
                if quantities := scene.quantities_in(clause):
                    yield from _in_clause(scene, (sentence, clause, quantities), thread, (doc, text))
                _past_brackets(scene, thread, clause)
                thread.clause_before = clause.start


def _past_brackets(scene: Scene, thread: _Thread, clause: Clause) -> None:
    """用地400亩（一期投资10亿元，用地200亩），年产: behind the brackets goes on what stood before them."""
    open_, closed = (scene.folded.count(sign, clause.start, clause.end + 1) for sign in "（）")
    if open_ > closed:
        thread.outside = thread.subject
    elif closed > open_ and thread.outside:
        thread.subject, thread.outside = thread.outside, None


def _behind_semicolon(scene: Scene, thread: _Thread, clause: Clause) -> bool:
    return scene.folded[thread.clause_before : clause.start].rstrip(" ").endswith("；")


def _owner_from(scene: Scene, sentence: Sentence, before: str | None) -> str | None:
    """Whose figures a profile tells from this sentence on; a division that is brought in ends it."""
    if scene.sectioned:
        return None
    name = introduced(scene.folded, scene.names, sentence)
    if name is None:
        return before
    return None if is_place_name(name.text) else name.canonical


def _in_clause(
    scene: Scene, at: tuple[Sentence, Clause, tuple[Quantity, ...]], thread: _Thread, source: tuple[str, str]
) -> Iterator[Observation | Refusal]:
    sentence, clause, quantities = at
    if len(quantities) > _MOST:
        return
    planned: dict[int, Noun] = {}
    floor = clause.start
    sized: tuple[Noun, int] | None = None
    for i, quantity in enumerate(quantities):
        if not thread.frames and _alone(quantity, clause):
            continue
        later = [q.left for q in quantities[i + 1 : i + 3] if not adjective(scene, q)]
        ceiling = later[0] if later else clause.end
        before = noun_before(scene, floor, quantity.left)
        before = _with_size(scene, before, sized)
        reason = refused(scene, quantity, Reach(floor, ceiling, before))
        if reason:
            sized = (before, quantity.right) if reason == "threshold" else None
            if sized and not before.text:
                sized = (replace(before, start=quantity.left, end=quantity.left), quantity.right)
            floor = floor if reason in ("duration", "threshold", "name") else quantity.right
            yield Refusal(quantity.start, quantity.end, reason)
            continue
        if i not in planned:
            said = [frame.indicator for frame in thread.frames]
            parts = listed_again(scene, before, quantities[i:], thread.listed)
            if not parts:
                parts = distributed(scene, floor, quantities[i:], said, thread.clause_before)
                thread.listed = tuple(parts) or thread.listed
            planned |= {i + k: part for k, part in enumerate(parts)}
        own = planned[i].text if i in planned else ""
        meant = (
            _at_the_step(scene, clause, before, quantity)
            or _in_brackets(scene, sentence, clause, (before, quantity))
            or thread.meant(before)
            or _spoken_of(scene, sentence, clause)
            or thread.of_place(scene, before)
        )
        if not (meant or own or before.text or quantity.unit != "%" or quantity.right < clause.end):
            # 增长1%， alone: neither the clause nor one before it names what grew.
            floor = quantity.right
            yield Refusal(quantity.start, quantity.end, "no_indicator")
            continue
        frame = frame_of(scene, quantity, Reach(floor, ceiling, planned.get(i, before), own), meant)
        floor = quantity.right
        if frame and frame.rule == "counted" and frame.noun.start >= floor:
            # 12个生产基地、员工9万人: what was counted is no part of the next phrase.
            floor = frame.noun.end
        if frame is None:
            continue
        if nameless(scene, frame):
            yield Refusal(quantity.start, quantity.end, "no_indicator")
            continue
        observation = _observation(scene, sentence, clause, thread, (quantity, frame), source)
        if says_nothing(observation.indicator) or is_place_name(observation.indicator):
            yield Refusal(quantity.start, quantity.end, "no_indicator")
            continue
        yield observation
        if frame.noun.opener not in _AFFECTS and not frame.said.startswith(_AFFECTS):
            thread.frames.append(_owned(frame, observation.indicator))


def _at_the_step(scene: Scene, clause: Clause, before: Noun, quantity: Quantity) -> Frame | None:
    """地区生产总值连续迈上4个万亿元台阶、达14万亿元: the step is of what the clause opens with."""
    if before.text.strip("、，的") not in _STEPS:
        return None
    opening = clause._replace(start=min(before.start, quantity.left))
    return _spoken_of(scene, Sentence(clause.start, clause.end, (clause,)), opening)


def _in_brackets(scene: Scene, sentence: Sentence, clause: Clause, at: tuple[Noun, Quantity]) -> Frame | None:
    """地区生产总值居前的依次为苏州市（24653亿元）: the number in brackets is of the place before it."""
    before, quantity = at
    if scene.folded[quantity.left - 1] != "（" or not placed(scene, before):
        return None
    return _spoken_of(scene, sentence, clause._replace(start=before.start))


def _spoken_of(scene: Scene, sentence: Sentence, clause: Clause) -> Frame | None:
    """工业投资持续回升，同比增长8%: the indicator of an earlier clause that gives no number for it."""
    found = scene.words.last_named(sentence.start, clause.start)
    if found and found[2].name in ("增速", "增长率"):
        found = scene.words.last_named(sentence.start, found[0])
    if found is None or clause.start - found[1] > _FAR:
        return None
    start, end, indicator = found
    noun = Noun(start, end, scene.folded[start:end], (), (), ())
    return Frame(noun, indicator.name, indicator.name, "level", Decimal(0), indicator.unit, None, "spoken")


def _with_size(scene: Scene, noun: Noun, sized: tuple[Noun, int] | None) -> Noun:
    """产值过亿元企业 of 产值过亿元企业87家: the phrase takes in the size by which its things are told."""
    if sized is None or not noun.text:
        return noun
    of_each, end = sized
    start = of_each.start
    if not start < noun.start <= end < noun.end or end - start > _NEAR:
        return noun
    return replace(noun, start=start, text=scene.folded[start : noun.end], opener=of_each.opener)


def _alone(quantity: Quantity, clause: Clause) -> bool:
    """A number without a unit between two commas: with nothing said before it, it says nothing."""
    bare = not quantity.unit and not quantity.scaled
    return bare and (quantity.left, quantity.right) == (clause.start, clause.end)


def _owned(frame: Frame, said: str) -> Frame:
    """The frame without the subject that its phrase began with: 增长5% after 某区产值3亿元 is of 产值."""
    owner = frame.said.removesuffix(said)
    if owner == frame.said or not frame.indicator.startswith(owner):
        return frame
    return replace(frame, said=said, indicator=frame.indicator.removeprefix(owner))


def _observation(
    scene: Scene, sentence: Sentence, clause: Clause, thread: _Thread,
    found: tuple[Quantity, Frame], source: tuple[str, str],
) -> Observation:  # fmt: skip
    quantity, frame = found
    doc, text = source
    aimed: Modality = "target" if thread.aim else thread.section.modality
    modality = modality_of(scene, sentence, clause, found, aimed)
    period = period_in_sentence(scene, sentence, clause, quantity.start, quantity.right)
    period = as_meant(scene, period, modality)
    if frame.rule == "elsewhere":
        period = period_compared(scene, clause, quantity) or period
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
    iso = period.iso if period else fits(scene, before, modality)
    signed = modality == "plan" and frame.indicator.endswith("投资")
    if period and modality != "actual" and not signed and is_over(scene, clause, period, modality):
        iso = None
    if modality == "capacity" and (period is None or period.start < clause.start) and not scene.sectioned:
        iso = None
    iso = of_the_year(scene, iso, frame) if period is None or period.start < clause.start else iso
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
        basis=basis_of(scene, clause, quantity, frame), rule=f"{quantity.rule}+{frame.rule}",
    )  # fmt: skip


def _quote_start(
    clause: Clause, quantity: Quantity, frame: Frame, subject: int | None, thread: _Thread
) -> int:
    """From the clause's beginning where that is near, else from the phrase; back to it where it is elided."""
    noun = frame.noun
    inside = noun.text and clause.start <= noun.start < clause.end
    if not inside:
        return thread.quoted_from if thread.last else min(clause.start, quantity.left)
    first = min(noun.start, quantity.left, subject if subject is not None else noun.start)
    return clause.start if first - clause.start <= _NEAR else first


_BREAKS_DOWN = re.compile(r"其中|[分按从][^，。\d]{1,12}[看分计]，|在[^，。\d]{2,20}中，")
_AMONG_THEM = re.compile("其中")
_ELIDED = re.compile(r"同比|环比|增速|增幅|占(?=[^，。\d地据领]{1,12}比[重例])")
# A paragraph that opens so goes on with the firm or park that the one before brought in.
_SAME_OWNER = re.compile(
    r"(?:目前|现|截至目前|近年来)?，?(?:该|本)?(?:园区|片区|公司|企业|集团|项目|产业园|基地|街道|中心)(?!数|的?[们家])"
)
_PARTLY = re.compile("其中")
# 今年还将全力推动项目落地。: what the sentences after it name is still to be done.
_SETS_OUT = re.compile(
    r"[^，。；\d]{0,12}(?:还将|将|要|下一步|力争|计划)(?:继续|全力|大力|着力|重点|加快|进一步|持续|深入|聚焦|推动|推进|实施)+"
    r"[^。\d]*"
)
_ALONGSIDE = re.compile(r"同时|此外|另外|与此同时|在此基础上|其次|再次|最后")
_STATES = frozenset({"现有", "拥有", "共有", "已有", "还有"})
_STEPS = ("台阶", "大关", "新台阶")
_AFFECTS = ("拉动", "带动")
"""What a figure did to another one (拉动进出口增长2个百分点) is not what the sentence goes on to speak of."""
_NEAR = 24
_FAR = 40
_MOST = 40
"""More numbers than that between two commas are a table or a dump, no sentence."""
