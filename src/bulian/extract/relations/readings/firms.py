"""Slots that name firms, and those that settle, move or sign."""

from bulian.extract.context import Context
from bulian.extract.deferred import deferred
from bulian.extract.names.coordination import Item, list_start, read_list, read_members
from bulian.extract.names.form import has_brand, is_firm_name, may_be_listed
from bulian.extract.names.name import Name
from bulian.extract.names.places import starting_place
from bulian.extract.relations.anaphors import named_last
from bulian.extract.relations.readings.words import COUNT, bracketed, vague


def firms(context: Context, start: int, end: int) -> list[str]:
    """Members that are firms: recognised in the document, or that may be by themselves; () if one is not.

    Where the list is summed up as firms (A、B等企业) a few may be of a form that tells nothing.
    """
    items = read_list(context.phrases, start, end).items
    names = [firm_of(context, item) for item in items]
    told = sum(name is not None for name in names)
    if told < len(names) <= 2 * told and _SUMMED_AS_FIRMS.match(context.folded, end):
        names = [
            name or (item.text if may_be_listed(item.text) else None)
            for name, item in zip(names, items, strict=True)
        ]
    return [name for name in names if name] if all(names) else []


def known_firms(context: Context, start: int, end: int) -> list[str]:
    """Members of a list that are all recognised as firms in the document."""
    items = read_list(context.phrases, start, end).items
    return (
        [firm_of(context, i) or i.text for i in items]
        if all(is_known_firm(context, i) for i in items)
        else []
    )


def investors(context: Context, start: int, end: int) -> list[str]:
    """Firms and their projects, each member of a list; () if a member is neither."""
    items = read_list(context.phrases, start, end).items
    good = [firm_of(context, i) or (i.text if _PROJECT.search(i.text) else None) for i in items]
    # What is summed up as projects of investors, beside firms, is a name whatever it ends in.
    good = [g or (i.text if _ANY_NAME.fullmatch(i.text) else None) for g, i in zip(good, items, strict=True)]
    some = any(is_known_firm(context, i) or has_brand(i.text) for i in items)
    return [name for name in good if name] if some and all(good) else []


def known_firm(context: Context, start: int, end: int) -> list[str]:
    """The one firm, recognised in the document, that ends the slot."""
    found = [n for n in context.names.within(start, end) if n.kind == "firm" and n.end == end]
    return [max(found, key=lambda n: n.end - n.start).canonical] if found else []


def firm_named(context: Context, start: int, end: int) -> list[str]:
    """The firm at the slot's end, or the whole slot where it may be a firm's name and opens its clause."""
    text = context.folded[start:end]
    opens = start == 0 or context.folded[start - 1] in "，,。；：\n"
    return known_firm(context, start, end) or ([text] if opens and is_firm_name(text) else [])


def branded(context: Context, start: int, end: int) -> list[str]:
    """The firm that fills the slot: known, or told by its place or its brand (深圳远山)."""
    known = known_firm(context, start, end)
    text = context.folded[start:end]
    place = starting_place(text)
    told = is_firm_name(text) or (place and 2 <= len(text) - len(place) <= 6) or has_brand(text)
    return known or ([text] if told and context.phrases.clear(start, end) else [])


def firm_at_start(context: Context, start: int, end: int) -> list[str]:
    """The firm that begins the slot."""
    found = [n for n in context.names.within(start, end) if n.kind == "firm" and n.start == start]
    return [found[0].canonical] if found else []


def known_firm_end(context: Context, start: int, end: int) -> list[str]:
    """The firm at the slot's end, closing signs aside."""
    stop = end
    while stop > start and context.folded[stop - 1] in "”）)的":
        stop -= 1
    return known_firm(context, start, stop)


def firm_or_anaphor(context: Context, start: int, end: int) -> list[str]:
    """The firm at the slot's end; for 该企业 or 公司 the one named last before, in the same paragraph."""
    known = known_firm(context, start, bracketed(context.folded, start, end))
    text = context.folded[start:end]
    if known or not _ANAPHOR.search(text):
        return known
    before = named_last(context, start, "firm")
    return [before.name] if before else []


def settler(context: Context, start: int, end: int) -> list[str]:
    """Who settles: firms, projects or bodies that end the slot, or the firms of a list (A、B等企业)."""
    stop = bracketed(context.folded, start, end)
    first = [n for n in context.names.within(start, stop) if n.end == stop and n.kind in _SETTLERS]
    if first and vague().fullmatch(first[0].canonical):
        return []
    if first and not COUNT.search(first[0].canonical) and not _NOBODY.match(first[0].canonical):
        return _with_those_before(context, first[0], start)
    listed = LISTED.search(context.folded, start, end)
    if not listed:
        return []
    begin = list_start(context.phrases, listed.start(), start)
    return [
        name
        for item in read_members(context.phrases, begin, listed.start())
        if (name := firm_of(context, item))
    ]


def _with_those_before(context: Context, last: Name, start: int) -> list[str]:
    """甲、乙、丙园落地: the others of the list too, where each of them is a name or has a firm's form."""
    begin = max(start, list_start(context.phrases, last.start, start))
    if context.folded[last.start - 1 : last.start] != "、" or begin >= last.start:
        return [last.canonical]
    items = read_members(context.phrases, begin, last.start - 1)
    names = [_named(context, item) or firm_of(context, item) for item in items]
    others = [name for name in names if name] if names and all(names) else []
    return [*others, last.canonical]


def _named(context: Context, item: Item) -> str | None:
    here = [
        n for n in context.names.within(item.start, item.end) if n.start == item.start and n.end == item.end
    ]
    return next((n.canonical for n in here if n.kind in _SETTLERS), None)


def mover(context: Context, start: int, end: int) -> list[str]:
    """Who moves: a name we know, or a factory or school at the slot's end."""
    known = settler(context, start, end)
    text = context.folded[context.phrases.left_edge(end, start) : end]
    return known or ([text] if _MOVER.fullmatch(text) else [])


def partners(context: Context, start: int, end: int) -> list[str]:
    """Firms, universities and institutes one works with; () if a member is none."""
    items = read_list(context.phrases, start, end).items
    return _all_named([_partner(context, item) for item in items])


def parties(context: Context, start: int, end: int) -> list[str]:
    """Partners that sign, places and zones among them; () if a member is none."""
    items = read_list(context.phrases, start, end).items
    return _all_named([_area(context, item) or _partner(context, item) for item in items])


def _all_named(names: list[str | None]) -> list[str]:
    named = [name for name in names if name]
    return named if len(named) == len(names) else []


def _partner(context: Context, item: Item) -> str | None:
    if _ANY_PARTNER.fullmatch(item.text):
        return None
    return item.text if _PARTNER.search(item.text) else firm_of(context, item)


def _area(context: Context, item: Item) -> str | None:
    """The place or zone that the member names, in full."""
    for name in context.names.within(item.start, item.end):
        if name.kind in ("place", "park") and (name.start, name.end) == (item.start, item.end):
            return name.canonical
    return None


def customers(context: Context, start: int, end: int) -> list[str]:
    """Firms to which one sells, each member of a list by its firm (远山汽车F平台 → 远山汽车).

    () unless half of them show by their form that they are firms.
    """
    items = read_list(context.phrases, start, end).items
    names = [_buyer(context, item) for item in items]
    told = sum(name is not None for name in names)
    if 2 * told < len(names) or not told:
        return []
    spare = [item.text if may_be_listed(item.text) else None for item in items]
    return [one for pair in zip(names, spare, strict=True) if (one := pair[0] or pair[1])]


def _buyer(context: Context, item: Item) -> str | None:
    """The firm that a member is or begins with; what it makes of what it buys (F平台) is no part of it."""
    here = [
        n for n in context.names.within(item.start, item.end) if n.kind == "firm" and n.start == item.start
    ]
    made = _MAKE.search(item.text)
    bare = item.text[: made.start()] if made else item.text
    if here and not made:
        return max(here, key=lambda n: n.end).canonical
    return bare if is_firm_name(bare) or has_brand(bare) or any(n.text == bare for n in here) else None


def is_known_firm(context: Context, item: Item) -> bool:
    """Whether the member is recognised as a firm in this document."""
    return any(
        n.kind == "firm" and n.start == item.start and n.end == item.end
        for n in context.names.within(item.start, item.end)
    )


def firm_of(context: Context, item: Item) -> str | None:
    """The firm that a member names, in canonical form; None where it names none."""
    for name in context.names.within(item.start, item.end):
        if name.kind == "firm" and name.end == item.end:
            return name.canonical
    return item.text if is_firm_name(item.text) or has_brand(item.text) else None


_SUMMED_AS_FIRMS = deferred(r"等[^，。；：、]{0,10}?(?:企业|公司|厂商|大厂|巨头|巨擘|名企)")
_ANY_NAME = deferred(r"(?!.*(?:产业|行业|企业|领域|设备|产品|汽车|材料)$)[一-鿿A-Za-z]{3,8}")
_NOBODY = deferred(r"公司|企业|集团(?:总部)|该|本|其|项目")
_PROJECT = deferred(r"[一-鿿A-Za-z]{3,}(?:[一二三四]期|项目|基地|工厂)$")
_ANAPHOR = deferred(r"(?:(?:该|这家)?(?:企业|公司|集团)|其)的?(?:自主)?$")
LISTED = deferred(r"等(?:一批|多家|[\d一-十]+[家个])?[^，。；：、]{0,14}?(?:企业|公司|项目|集团)$")
_MAKE = deferred(r"(?<=..)[A-Za-z\d]{0,6}(?:平台|车型|系列)$")
_SETTLERS = ("firm", "project", "body", "site", "base", "park")
_MOVER = deferred(r"[一-鿿]{2,14}(?:厂|学校|大学|学院|公司|研究院|总部|医院)")
_ANY_PARTNER = deferred(
    r"(?:专业|农民|当地|多家|知名|各大?|周边|国内外?|高等)*(?:合作社|银行|高校|科研院所|农户|企业|大学|医院|院校|研究院|研究所|集团|公司|协会|商会|中心)"
)
_PARTNER = deferred(r"(?:大学|学院|研究院|研究所|集团|公司|科学院|实验室|银行|医院|协会|商会|中心)$")
