"""Zones under shorter names: 湛江开发区 for 湛江经济技术开发区, and 园区 or 小镇 for the only one a text names."""

import re
from collections.abc import Iterable, Iterator

from bulian.extract.names.name import Kind, Name


def short_zones(folded: str, things: Iterable[tuple[int, int, Kind]]) -> dict[str, str]:
    """湛江开发区 for 湛江经济技术开发区: the short forms of the zones that a text names in full."""
    found: dict[str, str] = {}
    for start, end, kind in things:
        name = folded[start:end]
        full = _FULL_ZONE.search(name) if kind == "park" else None
        if full and full.start() >= 2:
            for form in _SHORT_ZONES[full.group()]:
                found.setdefault(name[: full.start()] + form, name)
    return found


def bare_zones(folded: str, named: Iterable[Name], home: str | None) -> Iterator[Name]:
    """园区 at the head of a clause: the only zone of its kind that the text names, from there on.

    Where it names none, and no place either, the word itself is all that is known.
    """
    parks = [name for name in named if name.kind == "park"]
    zones = [name for name in parks if not _CLASS.search(name.text)]
    for match in _BARE.finditer(folded):
        word = match["word"]
        alike = [zone for zone in zones if _ends_alike(zone.canonical, word)]
        full = {zone.canonical for zone in alike}
        if any(zone.start < match.end("word") and match.start("word") < zone.end for zone in alike):
            continue
        if len(full) == 1 and alike[0].start < match.start():
            yield Name(match.start("word"), match.end("word"), word, full.pop(), "park")
        elif not parks and home is None:
            yield Name(match.start("word"), match.end("word"), word, word, "park")


def _ends_alike(zone: str, word: str) -> bool:
    full = _FULL_ZONE.search(zone)
    return zone.endswith(word) or (full is not None and word in _SHORT_ZONES[full.group()])


_SHORT_ZONES = {
    "经济技术开发区": ("开发区", "经开区"),
    "经济开发区": ("开发区", "经开区"),
    "高新技术产业开发区": ("高新区",),
    "高新技术产业园区": ("高新区",),
    "综合保税区": ("综保区",),
    "自由贸易试验区": ("自贸区", "自贸试验区"),
}
_FULL_ZONE = re.compile(rf"(?:{'|'.join(_SHORT_ZONES)})\Z")
# 省级特色小镇 is a title, and no town.
_CLASS = re.compile("特色|示范|[国家省市]级|首批|全[国省市]|[个批类]")
_BARE = re.compile(
    r"(?:(?<![一-鿿])|(?<=目前)|(?<=半年)|(?<=季度)|(?<=以来)|(?<=月份)|(?<=\d年))"
    r"(?P<word>小镇|高新区|经开区|开发区|园区|新区|示范区|综保区|保税区)"
    r"(?![内里外级党管里各的、和与及建化总办“”，。；)）])"
)
