"""A business scope (经营范围) as clauses: what the firm does (制造, 销售, 研发, 服务) with which thing.

Licence boilerplate goes first. What is left is split into sentences at ；。 and commas, and these at 、; what
和 and 及 join stands as a whole and by its members, for many names hold them (泵及真空设备). A verb governs
what stands before it as far as the next verb (试剂、仪器的研发、生产), or, where it opens a sentence, what
follows (研发、生产、销售：试剂、仪器). A clause with several verbs counts by each of them.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from bulian.extract.fold import fold
from bulian.vocab.scopes import Verb, VerbWord, around, boilerplate, verb_words

_SENTENCES = re.compile(r"[；;。\n\r，,]+")
_ITEMS = re.compile(r"[、：:]+|(?<=[产工售发究造装修计])(?:和|与|及|以及)(?=[生加销研批零制维设])")
_AND = re.compile("以及|及其|及|和|与")
_JOINTS = "的及和与、兼"


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing a scope speaks of.

    Attributes:
        thing: in Simplified characters, without verbs and words that change nothing; may be "" for 技术服务.
        verbs: what is done with it; () where the scope does not say.
        position: counted from 0 in the whole scope. text: as the scope has it.
    """

    thing: str
    verbs: tuple[Verb, ...]
    position: int
    text: str


@dataclass(slots=True)
class _Item:
    text: str
    lead: tuple[Verb, ...]
    thing: str
    trail: tuple[Verb, ...]


def clauses(scope: str) -> tuple[Clause, ...]:
    """The clauses of a business scope, in their order; () for an empty one.

    >>> [(one.thing, one.verbs) for one in clauses("一般项目：试剂、仪器的生产；锅炉销售（除危险品）")]
    [('试剂', ('manufacture',)), ('仪器', ('manufacture',)), ('锅炉', ('sell',))]
    """
    within, between = boilerplate()
    plain = between.sub("；", within.sub("", _folded(scope)))
    found = [part for sentence in _SENTENCES.split(plain) for part in _sentence(sentence)]
    return tuple(
        Clause(one, verbs, at, text)
        for at, (thing, verbs, text) in enumerate(found)
        for one in (thing, *_members(thing))
    )


def _members(thing: str) -> tuple[str, ...]:
    """What 和 and 及 join, each by itself: 探测器和热像仪 is also 探测器 and 热像仪; () for one thing."""
    several = [_bare(one) for one in _AND.split(thing) if len(one) > 1]
    return tuple(several) if len(several) > 1 else ()


def _folded(scope: str) -> str:
    text = fold(scope).replace("(", "（").replace(")", "）").replace(":", "：").replace(";", "；")
    return "".join(text.split(" "))


@lru_cache(maxsize=200_000)
def _sentence(sentence: str) -> tuple[tuple[str, tuple[Verb, ...], str], ...]:
    """The clauses of one sentence: the same sentences stand in very many scopes."""
    items = _joined([_item(part) for part in _ITEMS.split(sentence) if part.strip()])
    _forward(items)
    _backward(items)
    return tuple((one.thing, tuple(dict.fromkeys((*one.lead, *one.trail))), one.text) for one in items)


def _joined(parts: list[_Item]) -> list[_Item]:
    """Items that are verbs alone join the next thing where none stands before them, else the one before."""
    items: list[_Item] = []
    waiting: tuple[Verb, ...] = ()
    for part in parts:
        if part.thing or not part.trail:
            part.lead, waiting = (*waiting, *part.lead), ()
            items.append(part)
        elif items:
            items[-1].trail = (*items[-1].trail, *part.trail)
        else:
            waiting = (*waiting, *part.trail)
    if waiting:
        items.append(_Item(parts[0].text, waiting, "", ()))
    return items


def _forward(items: list[_Item]) -> None:
    """A verb that opens carries on over the things that have none of their own."""
    lead: tuple[Verb, ...] = ()
    for one in items:
        if one.lead or one.trail:
            lead = one.lead if not one.trail else ()
        elif lead:
            one.lead = lead


def _backward(items: list[_Item]) -> None:
    """A verb that closes reaches back over the things that have none."""
    trail: tuple[Verb, ...] = ()
    for one in reversed(items):
        if one.lead or one.trail:
            trail = one.trail if not one.lead else ()
        elif trail:
            one.trail = trail


def _item(text: str) -> _Item:
    rest, trail = _peel_end(text.strip())
    lead, rest = _peel_start(rest) if rest else ((), rest)
    # 销售芯片制造: what is sold is called after how it is made; the verb that opens governs.
    return _Item(text.strip(), lead, _bare(rest), () if lead else trail)


def _peel_end(text: str) -> tuple[str, tuple[Verb, ...]]:
    """Verbs off the end: 仪器的研发生产 → 仪器, (research, manufacture); 晶圆制造的研发 is no 制造."""
    found: list[Verb] = []
    while (word := _ends(text)) is not None:
        found.insert(0, word.verb)
        text = text[: -len(word.word)]
        if text.endswith("的"):
            return text.rstrip(_JOINTS), tuple(found)
        text = text.rstrip(_JOINTS)
    return text, tuple(found)


def _peel_start(text: str) -> tuple[tuple[Verb, ...], str]:
    found: list[Verb] = []
    while (word := _starts(text)) is not None:
        found.append(word.verb)
        text = text[len(word.word) :].lstrip(_JOINTS)
    return tuple(found), text


def _ends(text: str) -> VerbWord | None:
    return next((one for one in verb_words() if text.endswith(one.word)), None)


def _starts(text: str) -> VerbWord | None:
    return next((one for one in verb_words() if one.leads and text.startswith(one.word)), None)


def _bare(thing: str) -> str:
    """The thing without words around it that change nothing; never emptied."""
    before, behind = around()
    for _ in range(3):
        left = thing
        thing = next((thing[len(one) :] for one in before if _more(thing, one, thing.startswith(one))), thing)
        thing = next((thing[: -len(one)] for one in behind if _more(thing, one, thing.endswith(one))), thing)
        if thing == left:
            break
    return thing


def _more(thing: str, word: str, there: bool) -> bool:
    return there and len(thing) > len(word) + 1
