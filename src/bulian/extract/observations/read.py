"""Clause by clause from numbers to observations."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bulian.extract.deferred import deferred
from bulian.extract.names.places import is_place_name
from bulian.extract.numbers import Quantity
from bulian.extract.observations.distribution import distributed, each_year, listed_again
from bulian.extract.observations.frame import Reach
from bulian.extract.observations.framing import frame_of
from bulian.extract.observations.group import adjective, refused
from bulian.extract.observations.heads import meant_by
from bulian.extract.observations.nameless import nameless, says_nothing
from bulian.extract.observations.observing import observed
from bulian.extract.observations.parts import part_of, whole_before
from bulian.extract.observations.ranks import ranks_of_list
from bulian.extract.observations.said import (
    alone,
    at_the_step,
    in_brackets,
    owned,
    share_ahead,
    sizing,
    spoken_of,
    with_size,
    without_step,
)
from bulian.extract.observations.scene import Noun, Scene, noun_before
from bulian.extract.observations.sections import Section, topic_of
from bulian.extract.observations.speaker import is_quoted, speaker_of
from bulian.extract.observations.subject import begins_with, opening
from bulian.extract.observations.thread import Thread, behind_semicolon, owner_from, past_brackets
from bulian.extract.observations.timing import goal_year, opens_with
from bulian.extract.observations.viewed import of_structure, view_of, viewed
from bulian.extract.refusals import Refusal
from bulian.extract.segments import Clause, Paragraph, Sentence
from bulian.model.fact import Observation


def find_observations(
    scene: Scene, parts: Iterable[tuple[Paragraph, Section]], doc: str, text: str
) -> Iterator[Observation | Refusal]:
    """Every observation of a document's prose in order, a quote printed twice comes twice; and what holds a
    number that reports nothing.

    Args:
        parts: its paragraphs with their sections, as `sections` gives them.
    """
    thread: Thread | None = None
    for paragraph, section in parts:
        # A paragraph that opens with 其中 goes on with the one before it.
        goes_on = thread is not None and _BREAKS_DOWN.match(scene.folded, paragraph.start)
        elided = thread is not None and _ELIDED.match(scene.folded, paragraph.start)
        # A paragraph that names no time goes on in the time of the one before, as in a report on one event.
        told = None
        if thread and thread.section is section and not scene.sectioned:
            told = thread.period or thread.told
            of_day = told is not None and told.partition("/")[0].count("-") == 2
            if of_day and _ITEM.match(scene.folded, paragraph.start):
                # What happened on a day dates nothing in the next item of a list.
                told = None
        period = thread.period if thread and (goes_on or elided) else section.period
        frames = thread.frames[-1:] if thread and elided else []
        earlier = (thread.last or thread.earlier) if thread and thread.section is section else None
        owner = thread.owner if thread and _SAME_OWNER.match(scene.folded, paragraph.start) else None
        aims_on = thread is not None and thread.aim and _ALONGSIDE.match(scene.folded, paragraph.start)
        thread = Thread(section, section.topic, period, frames=frames, since=paragraph.start)
        thread.told, thread.aim, thread.earlier = told, bool(aims_on), earlier
        thread.owner, before = owner, None
        meant: str | None = None
        speaker = None if scene.sectioned else speaker_of(scene, paragraph)
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
            elif meant:
                thread.whose = meant
            elif speaker and is_quoted(scene, paragraph, sentence):
                thread.whose = speaker
            # 该企业主要从事…。2024年到本区投资建厂，: what follows goes on of the firm.
            meant = None if scene.sectioned else _firm_meant(scene, sentence, thread)
            before = sentence
            thread.frames, thread.subject, thread.listed, thread.years = kept, None, (), []
            thread.view, thread.whole = view_of(scene, sentence, kept), None
            thread.topic = topic_of(scene, sentence) or thread.topic
            thread.owner = owner_from(scene, sentence, thread.owner)
            thread.period = opens_with(scene, sentence) or thread.period
            thread.aim = (
                thread.aim or _SETS_OUT.fullmatch(scene.folded, sentence.start, sentence.end) is not None
            )
            if by := goal_year(scene, sentence):
                thread.by, thread.aim = by, True
            thread.clause_before = sentence.start
            if thread.outside is None and not scene.quantities_in(sentence):
                # Most sentences report nothing: there is nothing to hand on from clause to clause.
                thread.clause_before = sentence.clauses[-1].start if sentence.clauses else sentence.start
                continue
            for clause in sentence.clauses:
                if clause.hard and thread.subject and behind_semicolon(scene, thread, clause):
                    # A list goes on of nobody but whom the sentence began with.
                    goes_on = opening(scene, sentence) == thread.subject and not begins_with(scene, clause)
                    thread.subject = thread.subject if goes_on else None
                if quantities := scene.quantities_in(clause):
                    yield from _in_clause(scene, (sentence, clause, quantities), thread, (doc, text))
                past_brackets(scene, thread, clause)
                thread.clause_before = clause.start


def told_anew(scene: Scene, thread: Thread, clause: Clause) -> bool:
    """；丙业、丁业增长较慢，分别增长: a list without numbers of its own stands before the clause."""
    if not thread.listed or not scene.folded.startswith("分别", clause.start):
        return False
    begin = thread.clause_before
    return scene.folded.find("、", begin, clause.start) > 0 and not any(
        begin <= quantity.start for quantity in scene.quantities_in(Clause(begin, clause.start, False))
    )


def _firm_meant(scene: Scene, sentence: Sentence, thread: Thread) -> str | None:
    """The firm that 该企业 at the head of a sentence means."""
    firm = meant_by(scene, sentence.clauses[0], thread.known()) if sentence.clauses else None
    return firm.canonical if firm and firm.kind == "firm" else None


def _in_clause(
    scene: Scene, at: tuple[Sentence, Clause, tuple[Quantity, ...]], thread: Thread, source: tuple[str, str]
) -> Iterator[Observation | Refusal]:
    sentence, clause, quantities = at
    if len(quantities) > _MOST:
        return
    thread.whole = whole_before(scene, clause, thread.frames, thread.whole)
    planned: dict[int, Noun] = {}
    years: dict[int, str] = {}
    floor = clause.start
    sized: tuple[Noun, int] | None = None
    for i, quantity in enumerate(quantities):
        if not thread.frames and alone(quantity, clause):
            continue
        later = [q.left for q in quantities[i + 1 : i + 3] if not adjective(scene, q)]
        ceiling = later[0] if later else clause.end
        before = noun_before(scene, floor, quantity.left)
        before = with_size(scene, without_step(before), sized)
        reason = refused(scene, quantity, Reach(floor, ceiling, before))
        if reason:
            sized = sizing(scene, quantity, before, sized) if reason == "threshold" else None
            floor = floor if reason in ("duration", "threshold", "name") else quantity.right
            yield Refusal(quantity.start, quantity.end, reason)
            continue
        if quantity.unit == "rank" and (standings := ranks_of_list(scene, clause, quantity)):
            for standing in standings:
                yield observed(scene, sentence, clause, thread, (quantity, standing), source)
            floor = quantity.right
            continue
        if i not in planned:
            said = [frame.indicator for frame in thread.frames[-_MOST:]]
            if told_anew(scene, thread, clause):
                parts = distributed(scene, floor, quantities[i:], (), thread.clause_before)
                thread.listed = tuple(parts)
            else:
                parts = listed_again(scene, before, quantities[i:], thread.listed)
            if not parts:
                parts = distributed(scene, floor, quantities[i:], said, thread.clause_before)
                thread.listed = tuple(parts) or thread.listed
            planned |= {i + k: part for k, part in enumerate(parts)}
            if len(parts) > 1:
                thread.years = each_year(scene, clause, len(parts)) or thread.years
                years |= {i + k: year for k, year in enumerate(thread.years[: len(parts)])}
        own = planned[i].text if i in planned else ""
        of_others = thread.last is not None and thread.last.rule == "elsewhere"
        meant = (
            at_the_step(scene, clause, before, quantity)
            or (share_ahead(scene, thread.clause_before, clause, quantity) if floor == clause.start else None)
            or (None if of_others else in_brackets(scene, sentence, clause, (before, quantity)))
            or thread.meant(before)
            or spoken_of(scene, sentence, clause)
            or thread.of_place(scene, before)
            or thread.of_branch(before, own, quantity)
        )
        if not (meant or own or before.text or quantity.unit != "%" or quantity.right < clause.end):
            # 增长1%， alone: neither the clause nor one before it names what grew.
            floor = quantity.right
            yield Refusal(quantity.start, quantity.end, "no_indicator")
            continue
        frame = frame_of(scene, quantity, Reach(floor, ceiling, planned.get(i, before), own), meant)
        if frame and thread.whole:
            frame = part_of(frame, thread.whole, quantity)
        if frame and thread.view:
            frame = viewed(frame, thread.view, quantity)
        if frame and frame.unit == "pp":
            frame = of_structure(frame, thread.last or thread.earlier)
        floor = quantity.right
        if frame and frame.rule in ("counted", "behind") and frame.noun.start >= floor:
            # 12个生产基地、员工9万人: what was counted is no part of the next phrase.
            floor = frame.noun.end
        if frame is None:
            continue
        if nameless(scene, frame):
            yield Refusal(quantity.start, quantity.end, "no_indicator")
            continue
        observation = observed(scene, sentence, clause, thread, (quantity, frame), source)
        if says_nothing(observation.indicator) or is_place_name(observation.indicator):
            yield Refusal(quantity.start, quantity.end, "no_indicator")
            continue
        yield replace(observation, period=years[i]) if i in years else observation
        affects = frame.rule == "pulled" or frame.noun.opener in _AFFECTS or frame.said.startswith(_AFFECTS)
        if not affects:
            thread.frames.append(owned(frame, observation.indicator))


_BREAKS_DOWN = deferred(r"其中|[分按从][^，。\d]{1,12}[看分计]，|在[^，。\d]{2,20}中，")
_ITEM = deferred(r"\d{1,2}(?:[、．]|\.(?!\d))")
_AMONG_THEM = deferred("其中")
_ELIDED = deferred(
    r"同比|环比|增速|增幅|占(?=[^，。\d地据领]{1,12}(?:比[重例]|的?(?:约|近|超过?)?(?:\d[\d.]*%|一半|[一二三四五六七八九]成)))"
)
# A paragraph that opens so goes on with the firm or park that the one before brought in.
_SAME_OWNER = deferred(
    r"(?:目前|现|截至目前|近年来)?，?(?:该|本)?(?:园区|片区|公司|企业|集团|项目|产业园|基地|街道|中心)(?!数|的?[们家])"
)
# 今年还将全力推动项目落地。: what the sentences after it name is still to be done.
_SETS_OUT = deferred(
    r"[^，。；\d]{0,12}(?:还将|将|要|下一步|力争|计划)(?:继续|全力|大力|着力|重点|加快|进一步|持续|深入|聚焦|推动|推进|实施)+"
    r"[^。\d]*"
)
_ALONGSIDE = deferred(r"同时|此外|另外|与此同时|在此基础上|其次|再次|最后")
_AFFECTS = ("拉动", "带动")
"""What a figure did to another one (拉动进出口增长2个百分点) is not what the sentence goes on to speak of."""
_MOST = 40
"""More numbers than that between two commas are a table or a dump, no sentence."""
