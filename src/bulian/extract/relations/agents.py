"""Who acts in a clause: the place, firm or thing named before the verb, else the one the passage is about.

Chinese prose names its subject once and then drops it: 大渡口区聚焦…，打造…，引进…. A clause without a
subject takes that of the clause before, then that of the sentence before, and at last the document's home.
"""

from bisect import bisect_left

from bulian.extract.context import Context
from bulian.extract.deferred import deferred
from bulian.extract.names.name import Name
from bulian.extract.owner import area_of, is_area, owner_of
from bulian.extract.relations.anaphors import helpers, meant_by, skip
from bulian.extract.relations.spots import Agent, Spot
from bulian.extract.segments import Clause, Paragraph, Sentence


def agent(context: Context, spot: Spot, at: int) -> Agent | None:
    """Who acts at `at`; None where a subject is named that is no name we know."""
    clause = spot.sentence.clauses[spot.clause]
    own = _subject(context, clause, at)
    if own is not _IMPLIED:
        return own
    before = [*reversed(spot.sentence.clauses[max(0, spot.clause - FAR) : spot.clause])]
    before += [_main(context, sentence) for sentence in reversed(_before(spot))]
    several = False
    for earlier in before:
        found = _opening(context, earlier)
        if found is _SEVERAL:
            several = True
        elif found:
            # What several do is none of the one firm named before them.
            return None if several and found.kind in ("firm", "park") else found
    owner = _heading_owner(context, spot.paragraph)
    if owner:
        return Agent(owner, "place" if is_area(owner) else "firm")
    home = context.names.home
    return Agent(home, "place") if home else None


def _heading_owner(context: Context, paragraph: Paragraph) -> str | None:
    """The firm or area that the heading above names, whose profile the paragraph is."""
    at = bisect_left(context.paragraphs, paragraph.start, key=lambda p: p.start) - 1
    near = range(at, max(-1, at - _PROFILE), -1)
    heading = next((h for i in near if (h := context.paragraphs[i].heading) is not None), None)
    return area_of(context.folded, context.names, heading) or owner_of(context.folded, context.names, heading)


def _before(spot: Spot) -> list[Sentence]:
    """The sentences before in the same paragraph, the two nearest."""
    index = bisect_left(spot.paragraph.sentences, spot.sentence.start, key=lambda s: s.start)
    return list(spot.paragraph.sentences[max(0, index - 2) : index])


def _main(context: Context, sentence: Sentence) -> Clause:
    """The clause that opens with a sentence's subject: behind 目前, 随着园区建设 or 作为全省试点."""
    for clause in sentence.clauses[:_ADJUNCTS]:
        empty = skip(context, clause.start, clause.end) >= clause.end
        if not empty and not _ADJUNCT.match(context.folded, clause.start, clause.end):
            return clause
    return sentence.clauses[0]


def _subject(context: Context, clause: Clause, at: int) -> Agent | None:
    """What stands between the clause's beginning and the verb, as an agent; `_IMPLIED` where nothing does."""
    start = skip(context, clause.start, at)
    if start >= at:
        return _IMPLIED
    if meant := ANAPHOR.match(context.folded, start, at):
        around = context.folded[meant.end() : at]
        return meant_by(context, start, meant) if helpers().fullmatch(around) else None
    names = [n for n in context.names.within(start, at) if n.kind in ACTORS]
    for name in names:
        around = context.folded[start : name.start] + _NOTE.sub("", context.folded[name.end : at])
        if name.start <= start + 6 and helpers().fullmatch(around):
            return governing(context, name)
    if helpers().fullmatch(context.folded[start:at]):
        return _IMPLIED
    return None


def governing(context: Context, name: Name) -> Agent:
    """昆山市人民政府 acts for 昆山市."""
    if name.kind == "body" and name.text.endswith("政府"):
        place = next((n for n in context.names.within(name.start, name.end) if n.kind == "place"), name)
        return Agent(place.canonical, place.kind, place.start)
    return Agent(name.canonical, name.kind, name.start)


def _opening(context: Context, clause: Clause) -> Agent | None:
    """The name an earlier clause opens with, as its subject; None where it opens with anything else.

    `_SEVERAL` where it opens with a list of firms. Clauses behind it ask again: it is read once.
    """
    if clause.start not in context.openings:
        context.openings[clause.start] = _opener(context, clause)
    return context.openings[clause.start]


def _opener(context: Context, clause: Clause) -> Agent | None:
    start = skip(context, clause.start, clause.end)
    if meant := ANAPHOR.match(context.folded, start, clause.end):
        return meant_by(context, start, meant)
    best = _opens(context, start, clause.end)
    if best is None:
        best = next(
            (n for n in context.names.within(start, clause.end) if _described(context, n, clause)), None
        )
    if best is None or (best.kind != "place" and _LISTED.match(context.folded, best.end)):
        return _SEVERAL if best and best.kind in ("firm", "park") else None
    return Agent(best.canonical, best.kind, best.start)


def _opens(context: Context, start: int, end: int) -> Name | None:
    """The longest name that begins there; of 昆山市生物医药产业链 the place, in which all of it goes on."""
    here = [n for n in context.names.within(start, end) if n.start == start and n.kind in ACTORS]
    wide = [n for n in here if n.kind == "place"] if any(n.kind in _LINES for n in here) else []
    return max(wide or here, key=lambda n: n.end, default=None)


def _described(context: Context, name: Name, clause: Clause) -> bool:
    """总投资380亿元的某项目，: the clause is nothing but the name and what describes it."""
    own = name.end == clause.end and name.kind in ACTORS - _LINES
    return own and context.folded[name.start - 1] == "的"


_IMPLIED = Agent("", "implied")
_SEVERAL = Agent("", "several")
_LINES = frozenset({"cluster", "chain"})
_ADJUNCTS = 3
_ADJUNCT = deferred(
    "随着|围绕|按照|根据|通过|为(?!主)|作为|凭借|依托|借助|得益于|面对|立足|经过|近年来|除|针对|在[^，。；]*(?:下|中|后|上|方面)$"
)
"""What may stand in a clause of its own before the subject."""
_PROFILE = 8
"""How many paragraphs a profile below its heading has at most."""
FAR = 12
"""How many clauses back a subject still carries."""
_LISTED = deferred(r"[、和与]|等(?!级)")
"""After a name: it is one of several, and none of them alone goes on acting."""
ANAPHOR = deferred(
    r"(?P<firm>(?:该|这家|上述|此)?(?:公司|企业|集团)(?!的|[们家数])|该厂)|(?P<site>(?:该|此)?(?P<noun>园区|片区|产业园|集聚区|街道|工厂|基地|厂区)(?!的|[们家数内])|该(?P<unit>[镇乡村]))|(?P<project>(?:该|此|这一|上述)(?:项目|基地)|项目(?=计划|预计|拟|将|总投资|主要|建成|达产|投产|位于|占地|由|规划|总用地|分|\Z))(?![的数库])"
)
ACTORS = frozenset({"place", "firm", "park", "project", "body", "site", "cluster", "chain", "base"})
GOVERNED = deferred(
    r"(?:开发区|高新区|经开区|新区|园区|功能区|科学城|新城|保税区|综保区|示范区|合作区|产业园|工业园|科技园|小镇)$"
)
"""Parks that have an administration of their own and act like a district."""
_NOTE = deferred(r"（[^（）]*）")
