"""Zones under shorter names: 湛江开发区 for 湛江经济技术开发区, 园区 for the only one that a text names."""

from collections.abc import Iterable, Iterator

from bulian.extract.deferred import deferred
from bulian.extract.names.name import Kind, Name

BARE_ZONES = ("小镇", "高新区", "经开区", "开发区", "园区", "新区", "示范区", "综保区", "保税区")


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

    Where it names none before, and no place either, the word itself is all that is known.
    """
    parks = [name for name in named if name.kind in ("park", "site")]
    zones = [name for name in parks if not is_class(name.text)]
    called = list(_BARE.finditer(folded))
    unnamed = home is None and not any(park.start < called[0].start() for park in parks if called)
    told = {word: _zones_called(zones, word) for word in {match["word"] for match in called}}
    for match in called:
        word = match["word"]
        alike, full = told[word]
        if any(zone.start < match.end("word") and match.start("word") < zone.end for zone in alike):
            continue
        if len(full) == 1 and alike[0].start < match.start():
            yield Name(match.start("word"), match.end("word"), word, next(iter(full)), "park")
        elif not full and unnamed:
            yield Name(match.start("word"), match.end("word"), word, word, "park")


def _zones_called(zones: list[Name], word: str) -> tuple[list[Name], set[str]]:
    """The mentions of zones that a word may mean, and their names without those that end a longer one."""
    alike = [zone for zone in zones if _ends_alike(zone.canonical, word)]
    told = {zone.canonical for zone in alike}
    return alike, {one for one in told if not any(other != one and other.endswith(one) for other in told)}


def is_zone(name: str) -> bool:
    """Whether a name is that of a zone or town that counts like a place, and no kind of zones.

    >>> is_zone("江城高新区"), is_zone("省级高新区"), is_zone("江城产业园")
    (True, False, False)
    """
    return name.endswith(_ZONES) and not is_class(name)


def is_class(name: str) -> bool:
    """省级特色小镇 is a title, and 某省再添国家级开发区 tells what happened."""
    return _CLASS.search(name) is not None


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
_FULL_ZONE = deferred(rf"(?:{'|'.join(_SHORT_ZONES)})\Z")
_ZONES = (*BARE_ZONES, "科学城", "科技城", "工业园", "自贸区", "合作区")
_CLASS = deferred(
    "特色|示范(?!区)|[国家省市]级|国家(?=高新区|经开区|开发区)|首批|全[国省市]|[个批类]|再添|新增|获批|升级|入[选围]|打造|建设"
)
# Behind the first sign of the word: a pattern that begins with a look behind is tried at every character.
_OPENS = r"(?:(?<![一-鿿].)|(?<=(?:目前|半年|季度|以来|月份|\d年).))"
_BARE = deferred(
    rf"(?P<word>{'|'.join(word[0] + _OPENS + word[1:] for word in BARE_ZONES)})"
    r"(?![内里外级党管里各的、和与及建化总办“”，。；)）])"
)
