"""Slots that name places, and what stands in them."""

from bulian.extract.context import Context
from bulian.extract.deferred import deferred
from bulian.extract.names.places import starting_place
from bulian.extract.relations.readings.words import COUNT, area, foreign, vague


def place(context: Context, start: int, end: int) -> list[str]:
    """The full name of the place that the slot names and nothing else."""
    start = _past_ours(context, start, end)
    if foreign().fullmatch(context.folded, start, end):
        return [context.folded[start:end]]
    found = [n for n in context.names.within(start, end) if n.kind == "place"]
    covered = (
        found
        and context.folded[found[-1].end : end] in ("", "的", "市", "区")
        and found[0].start - start <= 2
    )
    return [found[-1].canonical] if covered else []


def place_at_start(context: Context, start: int, end: int) -> list[str]:
    """The place that the slot begins with; a town or street too, which no list of ours holds."""
    found = [n for n in context.names.within(start, end) if n.kind == "place" and n.start - start <= 1]
    town = _TOWN.match(context.folded, found[0].end if found else start, end)
    return [town[0]] if town else [found[0].canonical] if found else []


def place_at_end(context: Context, start: int, end: int) -> list[str]:
    """The place that the slot begins with, a wider one before it aside (重庆大渡口 is 大渡口)."""
    found = [n for n in context.names.within(start, end) if n.kind == "place"]
    at, best = start, None
    for name in found:
        if name.start - at > 1:
            break
        at, best = name.end, name
    return [best.canonical] if best else []


def place_or_park_at_start(context: Context, start: int, end: int) -> list[str]:
    """The place or park that the slot begins with."""
    start = _past_ours(context, start, end)
    if abroad := foreign().match(context.folded, start, end):
        return [abroad[0]]
    parks = [n for n in context.names.within(start, end) if n.start == start and n.kind == "park"]
    return [parks[0].canonical] if parks else place_at_end(context, start, end)


def place_or_park(context: Context, start: int, end: int) -> list[str]:
    """The place, park or zone that fills the slot."""
    start = _past_ours(context, start, end)
    parks = [n for n in context.names.within(start, end) if n.kind == "park" and n.end == end]
    text = context.folded[start:end]
    zone = parks or (_AREA.fullmatch(text) and context.phrases.clear(start, end))
    if zone and starting_place(text) != text and not vague().fullmatch(text):
        return [text]
    return place(context, start, end)


def thing_in_place(context: Context, start: int, end: int) -> list[str]:
    """大渡口的艺术湾半岛: what follows the place the slot begins with."""
    begin = _after_place(context, start, end)
    zone = _ZONE.match(context.folded, begin, end) if begin else None
    begin = zone.end() if zone else begin
    text = context.folded[begin:end] if begin else ""
    return (
        [text] if len(text) >= 3 and context.phrases.clear(begin, end) and not vague().fullmatch(text) else []
    )


def areas(context: Context, start: int, end: int) -> list[str]:
    """A named peninsula, bay, town or park: the whole slot."""
    text = context.folded[start:end]
    plain = context.phrases.clear(start, end) and starting_place(text) != text
    named = plain and len(text) >= 5 and area().search(text)
    return [text] if named and not vague().fullmatch(text) and not COUNT.search(text) else []


def _past_ours(context: Context, start: int, end: int) -> int:
    """本市津南区: the district is meant."""
    ours = _OURS.match(context.folded, start, end)
    return ours.end() if ours else start


def _after_place(context: Context, start: int, end: int) -> int:
    """Where the thing begins: after a county, or any place and 的; 0 where the place is part of its name."""
    found = [n for n in context.names.within(start, end) if n.kind == "place" and n.start == start]
    if not found:
        return 0
    stop = found[0].end
    if context.folded[stop] == "的":
        return stop + 1
    return stop if found[0].canonical.endswith(("区", "县")) else 0


_AREA = deferred(
    r"[一-鿿]{2,14}(?:新城|新区|开发区|高新区|经开区|园区|产业园|工业园|工业区|科技城|科学城|保税区|街道|镇|产业城|港区)"
)
_ZONE = deferred("(?:工业园区|工业园|产业园|开发区|高新区|经开区|园区)(?=[一-鿿]{6})")
_OURS = deferred(r"[本我该][省市区县](?=..)")
_TOWN = deferred(r"[一-鿿]{2,3}(?:镇|乡|街道)(?![一-鿿]{0,2}(?:企业|产业))")
