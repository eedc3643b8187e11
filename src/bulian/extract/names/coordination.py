"""A coordinated phrase taken apart: 芯片设计、制造等环节 names 芯片设计 and 芯片制造, which are 环节.

An item may be put together from two places (芯片 + 制造), so it has the text it means beside the place
where it stands. A conjunction joins the last two members of a list only; inside an earlier member it belongs
to its name.
"""

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from bulian.extract.deferred import deferred
from bulian.extract.names.phrases import Phrases
from bulian.vocab.gbt4754 import gbt4754

LONGEST_ITEM = 24


class Item(NamedTuple):
    """One member: where it stands in the folded text, and what it means."""

    start: int
    end: int
    text: str


class Coordination(NamedTuple):
    """The members of a coordinated phrase and the class noun that sums them up ("产业", "企业"; "" if none).

    `modifier` stands before the class noun (优质 of 优质企业); `end` is where the phrase with its noun ends.
    """

    items: tuple[Item, ...]
    noun: str
    modifier: str
    end: int


def read_list(phrases: Phrases, start: int, end: int) -> Coordination:
    """The list that begins at `start`, read no further than `end`; without items where none is plausible.

    >>> from bulian.extract.names.phrases import find_phrases
    >>> text = "芯片设计、制造和封装等环节，"
    >>> found = read_list(find_phrases(text), 0, len(text))
    >>> [item.text for item in found.items], found.noun
    (['芯片设计', '芯片制造', '芯片封装'], '环节')
    """
    folded = phrases.folded
    zone_end, after = _zone(phrases, start, end)
    summed = _CLASS.match(folded, after, end) if after > zone_end else None
    noun, modifier, stop = (summed["noun"], summed["mod"], summed.end()) if summed else ("", "", after)
    if after == zone_end and (tail := _trailing(folded, start, zone_end)):
        noun, zone_end = tail["noun"], tail.start()
    return Coordination(read_members(phrases, start, zone_end), noun, modifier, stop)


def _trailing(folded: str, start: int, end: int) -> re.Match[str] | None:
    """The class noun that ends a list without 等: A、B相关企业, A、B产业."""
    if not folded.endswith(_SUMMED, start, end):
        return None
    listed = "、" in folded[start:end] and _SHARED_CLASS.search(folded, start, end)
    return listed or _TRAILING_CLASS.search(folded, start, end)


def read_members(phrases: Phrases, start: int, end: int) -> tuple[Item, ...]:
    """The members of a list that fills the whole span; () where most of it is no list of names."""
    parts = _parts(phrases, start, end)
    items = [item for item in (_item(phrases, a, b) for a, b in parts) if item]
    if not items or 2 * len(items) < len(parts):
        return ()
    return tuple(_share_field(phrases.folded, parts[0], _share_process(_drop_qualities(items))))


def list_start(phrases: Phrases, end: int, floor: int) -> int:
    """Where the list that ends at `end` begins: back over its members, not before `floor`."""
    floor = max(floor, end - 160)
    hidden = [m.span() for m in _INSIDE.finditer(phrases.folded, floor, end)]
    for a, b in reversed(phrases.within(floor, end)):
        if phrases.folded[a:b] not in _LINKS and not any(x < a < y for x, y in hidden):
            return b
    return floor


def _zone(phrases: Phrases, start: int, end: int) -> tuple[int, int]:
    """Where the members end, and where what sums them up begins (the same place where nothing does)."""
    folded = phrases.folded
    hidden = [m.span() for m in _INSIDE.finditer(folded, start, end)]
    for mark in _SUM.finditer(folded, start, end):
        if not any(a < mark.start() < b for a, b in hidden):
            return mark.start(), mark.end()
    for a, b in phrases.within(start, end):
        if folded[a:b] not in _LINKS and folded[a:b] != "的" and not any(x < a < y for x, y in hidden):
            return a, a
    return end, end


def _parts(phrases: Phrases, start: int, end: int) -> list[tuple[int, int]]:
    """The places of the members: cut at 、 and commas, the last member at its conjunctions too."""
    folded, depth, cuts = phrases.folded, 0, [start]
    for mark in _CUT.finditer(folded, start, end):
        sign = mark.group()
        depth += (sign in "“《（") - (sign in "”》）")
        if sign in "、，" and depth <= 0:
            cuts.append(mark.end())
    parts = [(a, b - 1) for a, b in pairwise(cuts)]
    last = cuts[-1]
    if folded[last:end] in _official():
        return [*parts, (last, end)]
    for a, b in phrases.within(last, end):
        quoted = folded.count("“", last, a) > folded.count("”", last, a)
        if folded[a:b] in _CONJUNCTIONS and a - last >= 2 and end - b >= 2 and not quoted:
            parts.append((last, a))
            last = b
    return [*parts, (last, end)]


def _item(phrases: Phrases, start: int, end: int) -> Item | None:
    """The member without what only describes it; None where no name is left."""
    folded = phrases.folded
    of = folded.rfind("的", start, max(start, end - 2))
    while of >= 0 and phrases.stop_at(of) != of + 1:
        of = folded.rfind("的", start, of)
    start = of + 1 if of >= 0 else start
    if note := _NOTE.search(folded, start, end):
        end = note.start()
    if edge := _EDGE.match(folded, start, end):
        start = edge.end()
    if folded.endswith(_ASIDE, start, end) and (tail := _TAIL.search(folded, start, end)):
        end = tail.start()
    if quoted := _QUOTED.fullmatch(folded, start, end):
        return Item(*quoted.span(1), quoted[1])
    if folded.endswith("公司", start, end) and _LEGAL.fullmatch(folded, start, end):
        return Item(start, end, folded[start:end])
    if not 2 <= end - start <= LONGEST_ITEM or not _WORDY.search(folded, start, end):
        return None
    if not all(folded[a:b] in _CONJUNCTIONS for a, b in phrases.within(start, end)):
        return None
    return Item(start, end, folded[start:end])


def _drop_qualities(items: list[Item]) -> list[Item]:
    """高智能、高品质的康复器具 → 康复器具: qualities before the thing they describe are no members."""
    if len(items) > 1 and all(_QUALITY.fullmatch(item.text) for item in items[:-1]):
        return items[-1:]
    return items


def _share_process(items: list[Item]) -> list[Item]:
    """芯片设计、制造 → 芯片制造: a member that is a bare process belongs to the thing processed before."""
    whole = _ENDS_IN_PROCESS.fullmatch(items[0].text)
    if not whole:
        return items
    return [items[0]] + [
        item._replace(text=whole[1] + item.text) if _BARE_PROCESS.fullmatch(item.text) else item
        for item in items[1:]
    ]


def _share_field(folded: str, first: tuple[int, int], items: list[Item]) -> list[Item]:
    """环保领域的材料、技术 → 环保材料, 环保技术: short members belong to the field named before the first."""
    field = _FIELD.match(folded, *first)
    if not field or any(len(item.text) > 3 for item in items):
        return items
    return [item._replace(text=field[1] + item.text) for item in items]


@cache
def _official() -> frozenset[str]:
    """电气机械和器材制造业: trades that the standard itself names with a conjunction."""
    names = {industry.name for industry in gbt4754().values()}
    return frozenset(form for name in names if _JOINED.search(name) for form in (name, name + "业"))


_JOINED = deferred("[和及与]")
_LINKS = frozenset(("和", "与", "及", "以及", "暨", *"、“”（）《》‘’"))
_CUT = deferred("[、，“《（”》）]")
_CONJUNCTIONS = frozenset(("和", "与", "及", "以及", "暨"))
_SUM = deferred(
    r"[等两三四五六七八九十\d](?:(?<=等)(?![级次离同于量额])(?<![平高中初均同何甲优上劣]等)"
    r"|(?<!等)(?:(?<=\d)\d{0,2})?(?:大|个|条|项|类|种)(?=[^，。；、]{0,10}(?:产业|制造业|服务业|工业|集群|链|领域|方向|赛道|行业|环节|板块|项目|平台|中心|场馆|园区|基地|方面))"
    r"|(?<![等\d])(?=方面))"
    r"|共(?=(?:\d{1,3}|[一二两三四五六七八九十]{1,3})[家个])"
)  # fmt: skip
_NOUNS = (
    "产业集群|产业链条|产业链|产业体系|产业方向|新兴产业|产业|细分领域|应用领域|行业|领域|企业|公司|厂商|项目|平台|载体|赛道"
    "|招商方向|方向|业态|园区|基地|集群|环节|品牌|产品|板块|功能区|集聚区|方面|体系|工程|场馆"
)
_CLASS = deferred(rf"(?P<mod>[^，。；：、]{{0,12}}?)(?P<noun>{_NOUNS})")
_SHARED_CLASS = deferred(r"(?<=..)(?P<noun>产业|领域|行业)类?(?:项目|企业)?$")
_SUMMED = ("企业", "领域", "产业", "项目", "行业")
_TRAILING_CLASS = deferred(r"(?:相关|有关|类|特色(?=项目))(?P<noun>企业|领域|产业|项目|行业)(?=$|[^一-鿿])?$")
_INSIDE = deferred(r"[“《（][^“”《》（）\n]{0,60}[”》）]")
_QUOTED = deferred(r"“([^“”\n]{2,30})”")
_PROCESS = (
    "研发|设计|制造|生产|加工|销售|服务|检测|封装|测试|应用|运营|维修|回收|装配|组装|集成|贸易|流通"
    "|仓储|配送|种植|养殖"
)
_BARE_PROCESS = deferred(_PROCESS)
_ENDS_IN_PROCESS = deferred(rf"(.{{2,}}?)(?:{_PROCESS})+")
_FIELD = deferred(r"([^，。；、的]{2,12}?)(?:领域|行业|产业|方面)的")
_NOTE = deferred(r"(?<=..)（(?:含|不含|包括|即|如|[A-Za-z])[^（）]*）\Z")
"""装备制造（含机器人）, 仲钨酸铵（APT）: what the brackets add is no part of the name."""
_LEGAL = deferred(r"[一-鿿A-Za-z0-9]{2,20}（[^（）\n]{1,10}）[一-鿿]{0,14}公司")
_QUALITY = deferred(r"高[一-鿿]{1,3}|[一-鿿]{2}[化性]")
_ASIDE = ("发展", "建设", "及", "和", "与")
_TAIL = deferred(r"(?<=..)(?:发展|建设|及|和|与)+$")
_WORDY = deferred(r"[一-鿿A-Za-z]{2}|[A-Za-z0-9][一-鿿]")
_EDGE = deferred(
    r"(?:一批|若干|多个|各类|各种|一系列|相关|有关|国内外?|本地|当地|知名|优质|重点|特色)+(?=.{4})"
)
