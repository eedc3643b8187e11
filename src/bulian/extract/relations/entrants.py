"""Who is listed or awarded, and which work a clause without a subject goes on of."""

from bisect import bisect_left

from bulian.extract.context import Context
from bulian.extract.deferred import deferred
from bulian.extract.names.coordination import read_list
from bulian.extract.names.name import Name
from bulian.extract.relations.agents import ACTORS, ANAPHOR, FAR, agent, governing
from bulian.extract.relations.anaphors import A_KIND, adverb_before, helpers, meant_by, skip
from bulian.extract.relations.readings.words import bracketed
from bulian.extract.relations.spots import Spot
from bulian.extract.segments import Clause


def entrant(context: Context, spot: Spot, at: int) -> list[str]:
    """Who is listed or awarded: the noun phrase before the verb, else the agent; () for a mere count."""
    clause = spot.sentence.clauses[spot.clause]
    start = skip(context, clause.start, at)
    if earlier := _ANOTHER.match(context.folded, start, at) or _APPROVED.match(context.folded, start, at):
        # 甲进入世界500强、乙跻身百强: the verb before has its own; of 国务院批准甲升级 it is 甲.
        start = earlier.end()
    end = at
    while start < end:
        listed = _list_of_names(context, start, end)
        if listed:
            return listed
        named = _named_at(context, start, bracketed(context.folded, start, end))
        if named:
            return [named]
        tail = adverb_before().search(context.folded, start, end)
        named_above = end - 1 if context.folded[end - 1] == "：" else None
        before = tail.start() if tail else _before_period(context, end) or named_above
        if before is None:
            break
        end = before
    if start >= end:
        return _carried(context, spot)
    if meant := ANAPHOR.fullmatch(context.folded, start, end):
        found = meant_by(context, start, meant)
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
    start = spot.sentence.clauses[max(0, spot.clause - FAR)].start
    named = [n for n in context.names.within(start, at) if n.kind in _BUILT and not A_KIND.match(n.text)]
    built = [n for n in named if n.kind == "project"] or [n for n in named if not _sited(context, n)]
    if not built:
        return []
    return [max(built, key=lambda n: (n.end, -n.start)).canonical]


def list_before(context: Context, at: int) -> list[str]:
    """The list of honours that was published, as told last before: 公布了某某名单。…上榜的6家企业分别是…."""
    told = list(_PUBLISHED.finditer(context.folded, max(0, at - _LIST_NEAR), at))
    return [told[-1]["list"]] if told else []


def _list_of_names(context: Context, start: int, end: int) -> list[str]:
    """A、B等3个县市 or A和B: each of several awarded together; [] if one of them is no plain name."""
    found = read_list(context.phrases, start, end)
    rest = (
        context.folded[found.end : end]
        if found.noun
        else _SUMMED.sub("", context.folded[found.items[-1].end : end] if found.items else "")
    )
    if len(found.items) < 2 or helpers().fullmatch(rest) is None:
        return []
    if one := _WHOLE.match(context.folded, start, found.items[-1].end):
        return [one.group()]
    names = [_THERE_IS.sub("", _canonical(context, item.start, item.end, item.text)) for item in found.items]
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
    opens = {
        start,
        *(n.end for n in context.names.within(start, end) if n.kind == "place" and n.start == start),
    }
    for name in context.names.within(start, end):
        whole = name.start in opens or name.kind == "firm" or context.folded[name.start - 1] == "的"
        if whole and name.end == end and name.kind in ACTORS and not _COUNTED.search(name.text):
            return governing(context, name).name
    quoted = _QUOTE_AT_END.search(context.folded, start, end)
    return quoted[1] if quoted else None


def _carried(context: Context, spot: Spot) -> list[str]:
    """The subject of the clauses before, also where it is a name nobody knew; else the agent."""
    for distance, clause in enumerate(
        reversed(spot.sentence.clauses[max(0, spot.clause - FAR) : spot.clause])
    ):
        start = skip(context, clause.start, clause.end)
        if line := _THIS_LINE.match(context.folded, start, clause.end):
            meant = _line_before(context, start, line[1])
            return [meant] if meant else []
        if told := _told_of(context, clause, start):
            return [told]
        if distance == 0 and (one := _whose_cluster(context, clause) or _set_up(context, clause, spot)):
            return [one]
        end = context.phrases.right_edge(start, clause.end)
        known = [n for n in context.names.within(start, end) if n.start == start and n.kind in ACTORS]
        if known and _MERE_SITE.fullmatch(context.folded, known[0].end, clause.end):
            continue  # 位于长江东岸，昆山市北部
        if known and (distance == 0 or known[0].kind in _LASTING):
            return [known[0].canonical]
        plain = not _COUNTED.search(context.folded, start, end) and not _FIGURE.search(
            context.folded, start, end
        )
        town = end == clause.end and context.folded.endswith(_TOWNS, start, end)
        if 3 <= end - start <= 12 and plain and (town or _BECAME.match(context.folded, end, clause.end)):
            return [context.folded[start:end]]
    found = agent(context, spot, spot.sentence.clauses[spot.clause].start)
    return [found.name] if found and (found.kind in _LASTING or found.start is None) else []


def _line_before(context: Context, at: int, noun: str) -> str | None:
    """What 该产业 or 该集群 means: the industry or cluster named last before."""
    before = context.names.within(max(0, at - 200), at)
    named = [n for n in before if n.kind in ("industry", "cluster", "chain") and n.text.endswith(noun)]
    return named[-1].canonical if named else None


def _told_of(context: Context, clause: Clause, start: int) -> str | None:
    """“某绿茶”入选…, 某绿茶品牌价值达…: what a clause tells of by a name of another form."""
    brand = _BRAND_TOLD.match(context.folded, start, clause.end)
    quoted = _QUOTED_FIRST.match(context.folded, max(0, start - 1), clause.end)
    found = brand or quoted
    return found[1] if found else None


def _whose_cluster(context: Context, clause: Clause) -> str | None:
    """甲市与乙市共同培育的某集群，成功进入…: what the clause is nothing but a description of."""
    for name in context.names.within(clause.start, clause.end):
        if name.kind == "cluster" and name.end == clause.end and context.folded[name.start - 1] == "的":
            return name.canonical
    return None


def _set_up(context: Context, clause: Clause, spot: Spot) -> str | None:
    """昆山市成立某产业园，2009年被批准为…: what is told of in the passive is what was set up right before."""
    now = spot.sentence.clauses[spot.clause]
    if not context.folded.startswith("被", skip(context, now.start, now.end)):
        return None
    found = _SET_UP.search(context.folded, clause.start, clause.end)
    return found["what"] if found else None


def _first_place(context: Context, start: int, end: int) -> list[str]:
    """大渡口区作为全市唯一区县…: the place a clause opens with."""
    found = [n for n in context.names.within(start, end) if n.kind == "place" and n.start == start]
    opens = found and _AS.match(context.folded, found[0].end, end)
    return [found[0].canonical] if opens else []


_LIST_NEAR = 400
_PUBLISHED = deferred(r"(?:公布|公示|发布)了?(?:最新的?)?(?P<list>[^，。；：“”\n]{4,40}?名单)")
_ANOTHER = deferred(r"[^，。；]*(?:进入|入选|入围|跻身|列入|获评|荣获|上榜|获批)[^，。；]*、(?=[^，。；、])")
_THIS_LINE = deferred("[该这](?:一|个)?(产业集群|产业链|产业|集群)")
_BRAND_TOLD = deferred("([一-鿿]{3,8}?)品牌(?:价值|影响力)")
_TOWNS = ("镇", "乡", "街道", "村")
_LASTING = frozenset({"place", "firm", "park"})
_WHOLE = deferred(
    r"[^，。；：、]{2,16}(?<!集群)(?<!产业)(?<!品牌)(?<![市区县州省园链])[及与和][^，。；：、与和及]{2,10}(?:产业集群|集群|产业链|产业园)\Z"
)
"""钨新材料及应用集群 is one: what stands before 及 ends in no class of its own."""
_THERE_IS = deferred(r"^[一-鿿]{2,8}?[省市县区镇园]有(?=[一-鿿]{4})")
"""石门县有甲公司、乙公司入选: where the first of them is is no part of its name."""
_APPROVED = deferred(r"(?:国务院|[一-鿿]{1,8}(?:政府|部|委|厅))(?:正式)?(?:批准|同意|批复)(?=[一-鿿]{3})")
_MERE_SITE = deferred("[东南西北中]+部|境内|腹地|近郊|城郊")
_SET_UP = deferred(
    "(?:成立|设立|建立|创建)了?(?:全[国省市]|国内)?(?:首[家个座])?"
    r"(?P<what>[^，。；、的]{4,20}?(?:园|园区|开发区|中心|研究院|公司))\Z"
)
_BECAME = deferred(r"(?:[于於](?:\d{4}年)?(?:\d{1,2}月)?)?(?:成为|是|成功|入选|获|荣获|被|跻身|列入|当选)")
_WHERE = deferred(r"(?:落户于?|入驻|位于|在|落地|选址|坐落于)$")
_SUMMED = deferred(
    r"^(?:等|共)?(?:[\d一二两三四五六七八九十百]+[家个项]?(?:[一-鿿]{2,3}(?=企业))?)?(?:县市|县区|市县|区县|城市|县|市|区|地|园区|镇|村|企业|项目|产品|品牌|集群|单位)?"
)
_BUILT = frozenset({"project", "site", "park", "base"})
_OURS = deferred(r"[我本全][省市区县](?=.{3})")
_QUOTE_AT_END = deferred(r"“([^“”\n]{2,20})”$")
_QUOTED_FIRST = deferred(
    r"“([^“”\n]{2,16})”(?:于\d{4}年)?(?:连续[^，。；]{1,4})?(?:成功|正式|先后)?(?:入选|获评|荣获|获批|被[评认列授命]|跻身|列入|当选)"
)
_COUNTED = deferred(
    r"\d+(?:\.\d+)?(?:家|个|项|所|名|人|位|款|件|处|部|座|条|种|批|户|只|支|万|亿|%)|[一二三四五六七八九十两多]+(?:家|个|项|所|名|位|款|件)"
)
_FIGURE = deferred(
    r"经费|投入|收入|总额|总值|产值|增加值|面积|人口|数量|比重|增速|规模|投资|项目|企业|工作|建设"
)
_AS = deferred(r"(?:作为|因|是|还|也|已|先后|成功|凭借|以)")
