"""Goals and claims without a number: 力争建设全国最大的制造基地 is a goal, 全球最大的焚烧机组 a claim."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Literal, cast

from bulian.extract.context import Context
from bulian.extract.deferred import deferred
from bulian.extract.relations.agents import agent
from bulian.extract.relations.spots import Spot
from bulian.extract.segments import Clause
from bulian.model.fact import Modality, Statement
from bulian.vocab.words import word_kinds


def find_statements(context: Context) -> tuple[Statement, ...]:
    """Every goal and claim, clause by clause; the same clause printed again is in `also`."""
    found: dict[tuple[str, str | None, str], list[Statement]] = {}
    for statement in _statements(context):
        found.setdefault((statement.type, statement.subject, statement.text), []).append(statement)
    return tuple(
        replace(first, also=tuple(one.place for one in again)) if again else first
        for first, *again in found.values()
    )


def _statements(context: Context) -> Iterator[Statement]:
    marks = [mark.start() for mark in _marks().finditer(context.folded)]
    for paragraph in context.paragraphs:
        if paragraph.heading:
            continue
        for sentence in paragraph.sentences:
            for number, clause in enumerate(sentence.clauses):
                near = bisect_left(marks, clause.start)
                if near < len(marks) and marks[near] < clause.end and (said := _said(context, clause)):
                    kind, modality, at = said
                    yield _statement(context, Spot(paragraph, sentence, number), (kind, modality, at))


def _statement(
    context: Context, spot: Spot, said: tuple[Literal["goal", "claim"], Modality, int]
) -> Statement:
    kind, modality, at = said
    clause = spot.sentence.clauses[spot.clause]
    place = context.span(clause.start, clause.end)
    verb = context.phrases.right_edge(clause.start, at)
    who = agent(context, spot, verb)
    subject = who.name if who and who.name else None
    period = _period(context, clause) if kind == "goal" else None
    return Statement(context.doc, place, kind, subject, place.quote, modality, period, f"statement.{kind}")


def _said(context: Context, clause: Clause) -> tuple[Literal["goal", "claim"], Modality, int] | None:
    """What a clause without a number says, how it is meant, and where the words stand that say so."""
    goal = _goals().search(context.folded, clause.start, clause.end)
    if goal and _aims(context, goal.end(), clause.end):
        return "goal", cast(Modality, word_kinds("statement_cues.csv")[goal.group()]), goal.start()
    claim = _CLAIM.search(context.folded, clause.start, clause.end)
    if claim and not _numbered(context, clause.start, clause.end):
        return "claim", "actual", claim.start()
    return None


def _aims(context: Context, start: int, end: int) -> bool:
    return bool(_AIM.search(context.folded, start - 2, end)) and not _numbered(context, start, end)


def _numbered(context: Context, start: int, end: int) -> bool:
    """Whether digits stand there that are no period."""
    for digits in _DIGITS.finditer(context.folded, start, end):
        index = bisect_left(context.periods, digits.end(), key=lambda p: p.end)
        if index == len(context.periods) or context.periods[index].start > digits.start():
            return True
    return False


def _period(context: Context, clause: Clause) -> str | None:
    return next((p.iso for p in context.periods_in(clause.start, clause.end) if p.role == "time"), None)


@cache
def _marks() -> re.Pattern[str]:
    """Words without which a clause is neither: those of goals, and those of which a claim holds one."""
    words = sorted(word_kinds("statement_cues.csv"), key=len, reverse=True)
    return re.compile("|".join([*map(re.escape, words), *_FIRST_OF_ALL.split("|")]))


@cache
def _goals() -> re.Pattern[str]:
    words = sorted(word_kinds("statement_cues.csv"), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))


_AIM = deferred(r"建设|打造|建成|成为|形成|实现|构建|创建|创成|跻身|迈向|争创|谱写|为核心载体")
_DIGITS = deferred(r"\d+")
_FIRST_OF_ALL = (
    "最大|最长|最高|最全|最强|最早|最先进|规模最|唯一|首个|首家|首条|首创|首位|第一|领先|领军|前列"
)
_CLAIM = deferred(
    r"(?:全国|国内|全球|世界|亚洲|中国|我国|西部|西南|华东|华南|全省|全市|全区|行业)(?:地区)?[^，。；：]{0,8}?"
    rf"(?:{_FIRST_OF_ALL})"
)
