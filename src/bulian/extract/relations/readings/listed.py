"""Lists of firms and works under whatever names: 甲一期、总投资3亿元的乙电池项目、苏州丙基地."""

from collections.abc import Iterator

from bulian.extract.context import Context
from bulian.extract.deferred import deferred
from bulian.extract.names.form import has_brand, is_strongly_branded
from bulian.extract.names.legal import ends_legally
from bulian.extract.names.places import is_place_name, starting_place
from bulian.extract.relations.readings.words import (
    COUNT,
    abroad,
    directional,
    distinct,
    facility,
    generic,
    vague,
)

Span = tuple[int, int]


def listed(context: Context, start: int, end: int) -> list[str]:
    """Firms and works, each member of a list; () unless half of them show by their form that they are such.

    A firm, a place at its head or a phase (二期) shows it; what only ends as buildings do shows half of it.
    """
    spans = list(_members(context, start, end))
    degrees = [_shown(context, span) for span in spans]
    if sum(degrees) < len(spans) or max(degrees, default=0) == 0:
        return []
    return [
        _canonical(context, span)
        for span, degree in zip(spans, degrees, strict=True)
        if degree or _may_be_one(context.folded[slice(*span)])
    ]


def worth(context: Context, start: int, end: int) -> list[str]:
    """Works each of which stands behind what it costs (投资30亿元的甲、10亿元的乙), whatever their names."""
    spans = list(_members(context, start, end))
    behind = [
        context.folded.startswith("元的", at - 2) or context.folded.startswith("元", at - 1)
        for at, _ in spans
    ]
    good = all(behind) and all(_may_be_one(context.folded[slice(*span)]) for span in spans)
    return [_canonical(context, span) for span in spans] if good else []


def several(context: Context, start: int, end: int) -> list[str]:
    """Works that a firm is said to have set up, each member by itself (车载显示基地)."""
    texts = [context.folded[slice(*span)] for span in _members(context, start, end)]
    return [
        text
        for text in texts
        if not vague().fullmatch(text) and not COUNT.search(text) and not _NONE.search(text)
    ]


def _members(context: Context, start: int, end: int) -> Iterator[Span]:
    """The members between 、 outside brackets and quotes, without what only describes them."""
    depth, last = 0, start
    for mark in _MARK.finditer(context.folded, start, end):
        sign = mark.group()
        depth += (sign in "“《（") - (sign in "”》）")
        if sign in "、；" and depth <= 0:
            yield _bare(context, last, mark.start())
            last = mark.end()
    yield from _pair(context, last, end)


def _pair(context: Context, start: int, end: int) -> Iterator[Span]:
    """甲基地和乙项目 as two where each of them shows that it is one."""
    for link in _LINK.finditer(context.folded, start, end):
        pair = _bare(context, start, link.start()), _bare(context, link.end(), end)
        if all(_shown(context, span) for span in pair):
            yield from pair
            return
    yield _bare(context, start, end)


def _bare(context: Context, start: int, end: int) -> Span:
    before = _BEFORE.match(context.folded, start, end)
    behind = _BEHIND.search(context.folded, start, end)
    return (before.end() if before else start), (behind.start() if behind else end)


def _shown(context: Context, span: Span) -> int:
    """2 where the form tells a firm or a work of its own, 1 where it only tells a building, else 0."""
    start, end = span
    text = context.folded[start:end]
    if _YEARLY.match(text) and end - start <= _LONGEST:
        return 2
    if (
        not 2 <= end - start <= _LONGEST
        or _NONE.search(text)
        or COUNT.search(text)
        or generic().fullmatch(text)
    ):
        return 0
    if vague().fullmatch(text) or is_place_name(text):
        return 0
    known = any(
        n.kind == "firm" and (n.start == start or n.end == end) for n in context.names.within(start, end)
    )
    if known or is_strongly_branded(text) or ends_legally(text) or _PHASE.search(text):
        return 2
    if any(is_strongly_branded(text[:cut]) for cut in _HEADS) or _kin(context, text):
        return 2
    place = starting_place(text) or abroad(text)
    own = len(text) - len(place) >= 3 or facility().search(text)
    if place and own and not _OF_PLACE.match(text, len(place)):
        return 2
    return 1 if has_brand(text) or (facility().search(text) and distinct(text)) else 0


def _kin(context: Context, text: str) -> bool:
    """泰和粗旦氨纶 of a text that names 泰和新材: a work called after a firm's first two characters."""
    head = text[:2]
    names = (n.text for n in context.names.mentions if n.kind == "firm" and len(n.text) >= 4)
    return (
        head not in _PLAIN_HEADS and not is_place_name(head) and any(name.startswith(head) for name in names)
    )


def _may_be_one(text: str) -> bool:
    """What among firms and works is one too, though its form tells nothing: no trade, class or count."""
    plain = _PLAIN.fullmatch(text) and not _NONE.search(text) and not COUNT.search(text)
    kind = directional().search(text) or generic().fullmatch(text) or vague().fullmatch(text)
    return plain is not None and plain and not kind and not is_place_name(text)


def _canonical(context: Context, span: Span) -> str:
    known = [n for n in context.names.within(*span) if (n.start, n.end) == span]
    text = context.folded[slice(*span)]
    quoted = _QUOTED.fullmatch(text)
    return known[0].canonical if known else quoted[1] if quoted else text


_LONGEST = 40
_PLAIN_HEADS = frozenset(
    {"长江", "黄河", "珠江", "中国", "国家", "国际", "东方", "南方", "北方", "西部", "东部"}
)
_HEADS = (4, 5, 6)
"""How long the firm's name may be with which a work's begins (紫光股份智慧计算终端基地)."""
_QUOTED = deferred("“([^“”]+)”")
_MARK = deferred("[、；“《（”》）]")
_LINK = deferred("以及|和|与|及")
_BEFORE = deferred(
    r"(?:(?:(?:总|计划|协议)?投资(?:额)?)?(?:约|近|超|逾|达)?[\d.]+(?:余|多)?(?:万|亿)?(?:元|美元)的?|包括|以及|和|有|如|了|一批)+(?=..)"
)
_BEHIND = deferred(r"(?<=..)(?<![高中初均同平])等[^，。；、]{0,10}$")
_YEARLY = deferred(r"(?!.*[，。的])[一-鿿A-Za-z]{2,14}年产\d")
"""丰禾年产300万只皮带轮: whose works they are stands before what they make."""
_PHASE = deferred(r"(?<=..)(?:[一二三四五六]期|[一二三四]期(?:项目|工程))$")
_OF_PLACE = deferred(r"[省市区县]|产业|地区|本地|企业|项目\Z|(?:重大|重点)")
_NONE = deferred(
    r"^(?:这|该|其|各|每|全|本|我|一批|多个|首个|首批|更多|相关|有关|重大|重点|优质|推进|推动|加快|加强|开展|完善)|[的了着]|等$|(?:建设|发展|工作|产业|行业|领域|方面|改革|问题|服务|行动|能力|体系|水平)$"
)
_PLAIN = deferred(r"[一-鿿A-Za-z\d.（）·“”-]{2,30}")
