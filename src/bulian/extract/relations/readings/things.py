"""Slots that name projects, parks, buildings and other single things."""

import re

from bulian.extract.context import Context
from bulian.extract.names.coordination import list_start, read_list
from bulian.extract.relations.readings.firms import LISTED, firms
from bulian.extract.relations.readings.words import COUNT, bracketed, distinct, facility, vague


def facilities(context: Context, start: int, end: int) -> list[str]:
    """Named parks, projects and buildings that stand or are to stand somewhere."""
    found = read_list(context.phrases, start, end)
    named = [item.text for item in found.items if facility().search(item.text) and distinct(item.text)]
    platform = found.noun in ("平台", "载体", "园区") and not named
    return named or ([item.text for item in found.items if distinct(item.text)] if platform else [])


def one(context: Context, start: int, end: int) -> list[str]:
    """One name as it stands, its aliases resolved."""
    text = context.folded[start:end].strip("“”")
    known = [n for n in context.names.within(start, end) if n.start == start and n.end == end]
    return [known[0].canonical] if known else [text] if len(text) >= 2 else []


def things(context: Context, start: int, end: int) -> list[str]:
    """Members as they stand: products, projects, bodies."""
    return [item.text for item in read_list(context.phrases, start, end).items]


def thing_at_end(context: Context, start: int, end: int) -> list[str]:
    """The project, building or firm that ends the slot."""
    found = [
        n for n in context.names.within(start, end) if n.end == end and n.kind not in ("place", "industry")
    ]
    return [found[0].canonical] if found else []


def firm_or_facility(context: Context, start: int, end: int) -> list[str]:
    """Firms where all members are such, else parks, projects and buildings."""
    return firms(context, start, end) or facilities(context, start, end)


def subject(context: Context, start: int, end: int) -> list[str]:
    """The name that ends the slot, notes in brackets aside; else the whole slot if it is one plain name."""
    when = _WHEN.search(context.folded, start, end)
    stop = bracketed(context.folded, start, when.start() if when else end)
    while edge := _ADVERB.search(context.folded, start, stop):
        stop = edge.start()
        stop = bracketed(context.folded, start, stop)
    found = [n for n in context.names.within(start, stop) if n.end == stop and n.kind != "industry"]
    if found:
        before = [a.short for a in context.names.aliases if a.end == found[0].start]
        return [(before[0] if before else "") + found[0].canonical]
    left = context.phrases.left_edge(stop, start)
    text = context.folded[left:stop]
    return [text] if 2 <= len(text) <= 16 and not COUNT.search(text) else []


def builts(context: Context, start: int, end: int) -> list[str]:
    """Projects, buildings, plants or bodies that end the slot, each member of a list."""
    listed = LISTED.search(context.folded, start, end)
    end = listed.start() if listed else end
    begin = max(start, list_start(context.phrases, end, start))
    if context.folded[begin:end].find("）") > 0:
        return subject(context, start, end)
    items = [item.text for item in read_list(context.phrases, begin, end).items]
    good = [
        text
        for text in items
        if (facility().search(text) or _BUILT.search(text)) and not vague().fullmatch(text)
    ]
    return [text for text in good if not COUNT.search(text)]


_WHEN = re.compile(r"(?:于|在)?(?:20\d\d年|今年|去年)?(?:\d{1,2}月)?(?:\d{1,2}日)?[底初末]?$")
_ADVERB = re.compile(r"(?:正式|成功|顺利|已|已经|也|还|在|于|近日|日前|全面|先后|相继)$")
_BUILT = re.compile(
    r"(?:项目|工程|厂|线|中心|园|基地|总部|大厦|学校|大学|医院|机场|港|站|桥|隧道|高速|铁路|轨道|平台|装置|一期|二期|三期|校区|校园|实验室|研究院|集团|公司)$"
)
