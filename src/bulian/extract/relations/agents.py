"""Who acts in a clause: the place, firm or thing named before the verb, else the one the passage is about.

Chinese prose names its subject once and then drops it: 大渡口区聚焦…，打造…，引进…. A clause without a
subject takes that of the clause before, then that of the sentence before, and at last the document's home.
"""

import re
from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from bulian.extract.context import Context
from bulian.extract.names.coordination import read_list
from bulian.extract.names.name import Name
from bulian.extract.owner import area_of, is_area, owner_of
from bulian.extract.relations.rules import CUES
from bulian.extract.segments import Clause, Paragraph, Sentence
from bulian.vocab.words import word_classes


class Agent(NamedTuple):
    """The subject of a clause: its canonical name, its kind, and where it is named (None: only implied)."""

    name: str
    kind: str
    start: int | None = None


class Spot(NamedTuple):
    """Where a rule matched: paragraph, sentence, and the number of the clause within it."""

    paragraph: Paragraph
    sentence: Sentence
    clause: int


def agent(context: Context, spot: Spot, at: int) -> Agent | None:
    """Who acts at `at`; None where a subject is named that is no name we know."""
    clause = spot.sentence.clauses[spot.clause]
    own = _subject(context, clause, at)
    if own is not _IMPLIED:
        return own
    for earlier in reversed(spot.sentence.clauses[max(0, spot.clause - _FAR) : spot.clause]):
        found = _opening(context, earlier)
        if found:
            return found
    for sentence in reversed(_before(spot)):
        found = _opening(context, sentence.clauses[0])
        if found:
            return found
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


def entrant(context: Context, spot: Spot, at: int) -> list[str]:
    """Who is listed or awarded: the noun phrase before the verb, else the agent; () for a mere count."""
    clause = spot.sentence.clauses[spot.clause]
    start = _skip(context, clause.start, at)
    end = at
    while start < end:
        listed = _list_of_names(context, start, end)
        if listed:
            return listed
        named = _named_at(context, start, end)
        if named:
            return [named]
        tail = _adverb_before().search(context.folded, start, end)
        before = tail.start() if tail else _before_period(context, end)
        if before is None:
            break
        end = before
    if start >= end:
        return _carried(context, spot)
    if meant := _ANAPHOR.fullmatch(context.folded, start, end):
        found = _meant(context, start, meant)
        return [found.name] if found else []
    if ours := _OURS.match(context.folded, start, end):
        start = ours.end()
    text = context.folded[start:end]
    stops = [context.folded[a:b] for a, b in context.phrases.within(start, end)]
    plain = 2 <= len(text) <= 20 and not _COUNTED.search(text) and all(stop in "和与及" for stop in stops)
    return [text] if plain else _first_place(context, start, end)


def _before_period(context: Context, end: int) -> int | None:
    """Where a period that ends there begins, 于 or 在 before it aside; None where none does."""
    at = bisect_left(context.period_starts, end) - 1
    if at < 0 or context.periods[at].end != end:
        return None
    start = context.periods[at].start
    return start - (context.folded[start - 1 : start] in ("于", "在"))


def project_before(context: Context, spot: Spot, at: int) -> list[str]:
    """The project or building named last before, in the same sentence: what 预计年底投产 is said of."""
    start = spot.sentence.clauses[max(0, spot.clause - _FAR)].start
    named = [n for n in context.names.within(start, at) if n.kind in _BUILT]
    built = [n for n in named if n.kind == "project"] or [n for n in named if not _sited(context, n)]
    if not built:
        return []
    return [max(built, key=lambda n: (n.end, -n.start)).canonical]


def _list_of_names(context: Context, start: int, end: int) -> list[str]:
    """A、B等3个县市 or A和B: each of several awarded together; [] if one of them is no plain name."""
    found = read_list(context.phrases, start, end)
    rest = (
        context.folded[found.end : end]
        if found.noun
        else _SUMMED.sub("", context.folded[found.items[-1].end : end] if found.items else "")
    )
    if len(found.items) < 2 or _helpers().fullmatch(rest) is None:
        return []
    names = [_canonical(context, item.start, item.end, item.text) for item in found.items]
    doubtful = [name for name in names if not name.endswith(("公司", "集团"))]
    return names if not any(_COUNTED.search(name) or _FIGURE.search(name) for name in doubtful) else []


def _canonical(context: Context, start: int, end: int, text: str) -> str:
    known = [n for n in context.names.within(start, end) if n.start == start and n.end == end]
    return known[0].canonical if known else text


def _sited(context: Context, name: Name) -> bool:
    """落户某园区, 在某园区: the name only tells where."""
    return bool(_WHERE.search(context.folded, max(0, name.start - 4), name.start))


def _named_at(context: Context, start: int, end: int) -> str | None:
    """The name that ends at `end`: one that opens the clause, a firm, or words in quotes."""
    for name in context.names.within(start, end):
        whole = name.start == start or name.kind == "firm" or context.folded[name.start - 1] == "的"
        if whole and name.end == end and name.kind in _ACTORS and not _COUNTED.match(name.text):
            return name.canonical
    quoted = _QUOTE_AT_END.search(context.folded, start, end)
    return quoted[1] if quoted else None


def _carried(context: Context, spot: Spot) -> list[str]:
    """The subject of the clauses before, also where it is a name nobody knew; else the agent."""
    for distance, clause in enumerate(
        reversed(spot.sentence.clauses[max(0, spot.clause - _FAR) : spot.clause])
    ):
        start = _skip(context, clause.start, clause.end)
        end = context.phrases.right_edge(start, clause.end)
        known = [n for n in context.names.within(start, end) if n.start == start and n.kind in _ACTORS]
        if known and (distance == 0 or known[0].kind == "place"):
            return [known[0].canonical]
        plain = not _COUNTED.search(context.folded, start, end) and not _FIGURE.search(
            context.folded, start, end
        )
        if 3 <= end - start <= 12 and plain and _BECAME.match(context.folded, end, clause.end):
            return [context.folded[start:end]]
    found = agent(context, spot, spot.sentence.clauses[spot.clause].start)
    return [found.name] if found and (found.kind in ("place", "firm") or found.start is None) else []


def _first_place(context: Context, start: int, end: int) -> list[str]:
    """大渡口区作为全市唯一区县…: the place a clause opens with."""
    found = [n for n in context.names.within(start, end) if n.kind == "place" and n.start == start]
    opens = found and _AS.match(context.folded, found[0].end, end)
    return [found[0].canonical] if opens else []


def _before(spot: Spot) -> list[Sentence]:
    """The sentences before in the same paragraph, the two nearest."""
    index = bisect_left(spot.paragraph.sentences, spot.sentence.start, key=lambda s: s.start)
    return list(spot.paragraph.sentences[max(0, index - 2) : index])


def _subject(context: Context, clause: Clause, at: int) -> Agent | None:
    """What stands between the clause's beginning and the verb, as an agent; `_IMPLIED` where nothing does."""
    start = _skip(context, clause.start, at)
    if start >= at:
        return _IMPLIED
    if meant := _ANAPHOR.match(context.folded, start, at):
        around = context.folded[meant.end() : at]
        return _meant(context, start, meant) if _helpers().fullmatch(around) else None
    names = [n for n in context.names.within(start, at) if n.kind in _ACTORS]
    for name in names:
        around = context.folded[start : name.start] + _NOTE.sub("", context.folded[name.end : at])
        if name.start <= start + 6 and _helpers().fullmatch(around):
            return _governing(context, name)
    if _helpers().fullmatch(context.folded[start:at]):
        return _IMPLIED
    return None


def _meant(context: Context, at: int, meant: re.Match[str]) -> Agent | None:
    """该公司, 园区 or 街道 as the one named last; a street only by a name that ends so."""
    found = named_last(context, at, meant.lastgroup or "")
    noun = meant["noun"] or meant["unit"] or ""
    if meant.lastgroup != "site" or (found and found.name.endswith(noun)):
        return found
    before = [n for n in context.names.within(max(0, at - 400), at) if n.text.endswith(noun)]
    named = [n for n in before if len(n.text) > len(noun) + 1]
    return Agent(named[-1].canonical, named[-1].kind, named[-1].start) if named else found


def named_last(context: Context, at: int, what: str) -> Agent | None:
    """What 该公司 or 该项目 means: the one named last before, not further back than two lines."""
    line = context.folded.rfind("\n", 0, max(0, context.folded.rfind("\n", 0, at))) + 1
    kinds = _MEANT[what]
    before = [n for n in context.names.within(max(line, at - 400), at) if n.kind in kinds]
    before = [n for n in before if not _A_KIND.match(n.text)]
    opening = [n for n in before if n.start == 0 or context.folded[n.start - 1] in "，。；：\n "]
    best = (opening or before)[-1] if before else None
    return Agent(best.canonical, best.kind, best.start) if best else None


def _governing(context: Context, name: Name) -> Agent:
    """昆山市人民政府 acts for 昆山市."""
    if name.kind == "body" and name.text.endswith("政府"):
        place = next((n for n in context.names.within(name.start, name.end) if n.kind == "place"), name)
        return Agent(place.canonical, place.kind, place.start)
    return Agent(name.canonical, name.kind, name.start)


def _opening(context: Context, clause: Clause) -> Agent | None:
    """The name an earlier clause opens with, as its subject; None where it opens with anything else."""
    start = _skip(context, clause.start, clause.end)
    if meant := _ANAPHOR.match(context.folded, start, clause.end):
        return _meant(context, start, meant)
    best: Name | None = None
    for name in context.names.within(start, clause.end):
        if name.start > start + 2:
            break
        if name.kind in _ACTORS and name.start == start and (best is None or name.end > best.end):
            best = name
    if best is None:
        best = next(
            (n for n in context.names.within(start, clause.end) if _described(context, n, clause)), None
        )
    if best is None or (best.kind != "place" and _LISTED.match(context.folded, best.end)):
        return None
    return Agent(best.canonical, best.kind, best.start)


def _described(context: Context, name: Name, clause: Clause) -> bool:
    """总投资380亿元的某项目，: the clause is nothing but the name and what describes it."""
    return name.end == clause.end and name.kind in _ACTORS and context.folded[name.start - 1] == "的"


def _skip(context: Context, start: int, stop: int) -> int:
    """Past the periods, adverbs and 在…方面 that stand before a subject."""
    while start < stop:
        match = _lead_in().match(context.folded, start, stop)
        period = _period_at(context, start)
        if match and match.end() > start:
            start = match.end()
        elif period and period <= stop:
            start = period
        else:
            break
    return start


def _period_at(context: Context, start: int) -> int | None:
    index = bisect_left(context.period_starts, start)
    if index < len(context.periods) and context.period_starts[index] == start:
        return context.periods[index].end
    return None


_IMPLIED = Agent("", "implied")
_BECAME = re.compile(r"成为|是|成功|入选|获|荣获|被|跻身|列入|当选")
_PROFILE = 8
"""How many paragraphs a profile below its heading has at most."""
_FAR = 12
"""How many clauses back a subject still carries."""
_LISTED = re.compile(r"[、和与]|等(?!级)")
"""After a name: it is one of several, and none of them alone goes on acting."""
_WHERE = re.compile(r"(?:落户于?|入驻|位于|在|落地|选址|坐落于)$")
_SUMMED = re.compile(
    r"^(?:等|共)?(?:[\d一二两三四五六七八九十百]+[家个项]?(?:[一-鿿]{2,3}(?=企业))?)?(?:县市|县区|市县|区县|城市|县|市|区|地|园区|镇|村|企业|项目|产品|品牌|集群|单位)?"
)
_ANAPHOR = re.compile(
    r"(?P<firm>(?:该|这家|上述|此)?(?:公司|企业|集团)(?!的|[们家数])|该厂)|(?P<site>(?:该|此)?(?P<noun>园区|片区|产业园|街道|工厂|基地|厂区)(?!的|[们家数内])|该(?P<unit>[镇乡村]))|(?P<project>(?:该|此|这一|上述)(?:项目|基地))(?![的数库])"
)
_A_KIND = re.compile(r"(?:智慧|智能|绿色|数字化?|现代化?|标杆|灯塔|示范)+(?:工厂|园区|基地|车间)\Z")
_MEANT = {
    "firm": ("firm",),
    "site": ("park", "site", "base"),
    "project": ("project", "base", "site"),
}
_BUILT = frozenset({"project", "site", "park", "base"})
_ACTORS = frozenset({"place", "firm", "park", "project", "body", "site", "cluster", "chain", "base"})


_NOTE = re.compile(r"（[^（）]*）")
_OURS = re.compile(r"[我本全][省市区县](?=.{3})")
_QUOTE_AT_END = re.compile(r"“([^“”\n]{2,20})”$")
_COUNTED = re.compile(
    r"\d+(?:\.\d+)?(?:家|个|项|所|名|人|位|款|件|处|部|座|条|种|批|户|只|支|万|亿|%)|[一二三四五六七八九十两多]+(?:家|个|项|所|名|位|款|件)"
)
_FIGURE = re.compile(
    r"经费|投入|收入|总额|总值|产值|增加值|面积|人口|数量|比重|增速|规模|投资|项目|企业|工作|建设"
)
_AS = re.compile(r"(?:作为|因|是|还|也|已|先后|成功|凭借|以)")


@cache
def _adverb_before() -> re.Pattern[str]:
    words = "|".join(map(re.escape, word_classes(CUES)["lead_in"] + word_classes(CUES)["helper"]))
    return re.compile(rf"(?:{words}|连续[一二两三四五六七八九十\d]+[年次届])$")


@cache
def _lead_in() -> re.Pattern[str]:
    words = "|".join(map(re.escape, word_classes(CUES)["lead_in"]))
    return re.compile(rf"(?:{words}|在?[^，。；：、]{{2,16}}?方面|\s|“)")


@cache
def _helpers() -> re.Pattern[str]:
    """Words that may stand between subject and verb, or before the subject, without changing who acts."""
    words = "|".join(map(re.escape, word_classes(CUES)["helper"]))
    return re.compile(rf"(?:{words}|(?:与|同|和)[^，。；：、]{{1,14}}?(?:合力|共同|携手|联合))*")
