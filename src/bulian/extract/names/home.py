"""Whom a document is about where it says nothing else: its region, the country, or a zone or town inside."""

import re
from collections import Counter
from collections.abc import Sequence

from bulian.extract.deferred import deferred
from bulian.extract.names.name import Name
from bulian.extract.names.places import PlaceMention
from bulian.extract.names.zones import BARE_ZONES, is_class, is_zone


def home_of(
    folded: str, places: Sequence[PlaceMention], mentions: Sequence[Name], region: str | None
) -> str | None:
    """The one name that a document is about; None where none stands out.

    Args:
        places: the divisions it names. mentions: all of its names. region: the division it names most.
    """
    if _of_the_country(folded, places):
        return "全国"
    return (
        _town(folded, region)
        or _zone(folded, mentions, region)
        or _part(folded, mentions, region)
        or _opening_zone(folded, mentions)
        or region
        or _only_zone(folded, mentions)
    )


def _town(folded: str, region: str | None) -> str | None:
    """The town or street office that a title names and the text goes on to speak of (全镇, or its name)."""
    title = folded.lstrip()[:60].split("\n", 1)[0]
    match = _TOWN.search(title)
    if match is None:
        return None
    name = match["name"]
    ours = len(re.findall(rf"[全我本]{match['kind']}", folded))
    if ours + folded.count(name) < 3:
        return None
    return _of_region(name, region)


def _zone(folded: str, mentions: Sequence[Name], region: str | None) -> str | None:
    """A development zone that the title names and the text names at least as often as its region."""
    title = folded.lstrip().find("\n") + len(folded) - len(folded.lstrip()) if "\n" in folded else 0
    zones = [
        name
        for name in mentions
        if name.kind == "park" and _ZONE.search(name.canonical) and not is_class(name.canonical)
    ]
    named = Counter(name.canonical for name in zones)
    head = [name.canonical for name in zones if name.end <= title]
    head += [name.canonical for name in zones if name.start < _HEAD and _opens_line(folded, name.start)]
    for zone in dict.fromkeys(head):
        suffix = _ZONE.search(zone)
        often = max(named[zone], folded.count(suffix.group()) if suffix and zone in head[:1] else 0)
        outside = len(_outside(mentions, zones, region))
        if _opens_title(folded, zones, zone):
            return zone
        if often >= (2 if title and folded.find(zone) < title else max(2, outside)):
            return zone
    return None


def _opens_title(folded: str, zones: Sequence[Name], zone: str) -> bool:
    """长治高新区全力推动…: the first words of a text that has a title of its own line."""
    begin = len(folded) - len(folded.lstrip())
    title = folded.find("\n", begin)
    return 0 <= title - begin <= _TITLE and any(one.start == begin and one.canonical == zone for one in zones)


def _part(folded: str, mentions: Sequence[Name], region: str | None) -> str | None:
    """The town or zone that the head of a text names and the text names more often than its region."""
    parts = [name for name in mentions if _is_part(name)]
    named = Counter(name.canonical for name in parts)
    for part, count in named.most_common(1):
        also = sum(n for other, n in named.items() if other != part and part.endswith(other))
        again = len(re.findall(rf"(?<![一-鿿])(?:{'|'.join(BARE_ZONES)}|全镇)", folded))
        first = next(name for name in parts if name.canonical == part)
        often = count + also + again
        if count >= 3 and first.start < _HEAD and often > len(_outside(mentions, parts, region)):
            return _of_region(part, region) if _is_town(part) else part
    return None


def _opening_zone(folded: str, mentions: Sequence[Name]) -> str | None:
    """The zone that a text's first sentence is about (1至5月，某县工业园区累计完成…), and that it goes on to
    call 园区; None where a clause turns to the whole place (全县, 全市).
    """
    begin = _LED_IN.match(folded)
    at = begin.end() if begin else 0
    first = next((n for n in mentions if n.kind == "park" and n.start == at and is_zone(n.canonical)), None)
    if (
        first is None
        or first.canonical in BARE_ZONES
        or len(first.text) > _LONGEST
        or _TURNS_WIDER.search(folded)
    ):
        return None
    bare = len(re.findall(rf"(?<![一-鿿])(?:全|该)?(?:{'|'.join(BARE_ZONES)})", folded))
    return first.canonical if folded.count(first.text) + bare > 1 else None


def _only_zone(folded: str, mentions: Sequence[Name]) -> str | None:
    """The one zone of a text that names no division, if a clause opens with it; else a bare 园区."""
    zones = [n for n in mentions if n.kind == "park" and is_zone(n.canonical)]
    named = {zone.canonical for zone in zones}.difference(BARE_ZONES)
    if len(named) == 1 and any(
        zone.canonical in named and _opens_clause(folded, zone.start) for zone in zones
    ):
        return named.pop()
    bare = [name for name in mentions if name.text in BARE_ZONES]
    # 其中，经开区产值…: named once, far from the head, it is a part of what the text is about.
    often = bare and (folded.count(bare[0].text) > 1 or bare[0].start < _HEAD)
    return bare[0].canonical if often else None


def _is_part(name: Name) -> bool:
    """A town, or a zone or 小镇 with a name of its own."""
    if name.kind == "place":
        return _is_town(name.canonical)
    return name.kind == "park" and is_zone(name.canonical) and name.canonical not in BARE_ZONES


def _is_town(name: str) -> bool:
    """A town or street office; a 小镇 is a zone."""
    return name.endswith(_TOWNS) and not name.endswith("小镇")


def _outside(mentions: Sequence[Name], parts: Sequence[Name], region: str | None) -> list[Name]:
    """Where the region is named, and not only at the beginning of the name of one of its parts."""
    inside = [(name.start, name.end) for name in parts]
    own = [name for name in mentions if name.canonical == region]
    return [name for name in own if not any(a <= name.start < b for a, b in inside)]


def _of_region(town: str, region: str | None) -> str:
    return f"{region}{town}" if region and region.endswith(("区", "县", "市", "旗")) else town


def _of_the_country(folded: str, places: Sequence[PlaceMention]) -> bool:
    """Whether a text opens with the whole country and with no part of it, and goes on of it."""
    head = folded[: max(folded.find("\n", 10), 60)][:120]
    if not _COUNTRY.search(head) or _PART.search(folded) or any(place.start < len(head) for place in places):
        return False
    return len(_COUNTRY.findall(folded)) > max(1, len(places) // 2)


def _opens_clause(folded: str, at: int) -> bool:
    return at == 0 or folded[at - 1] in "，。；：\n “"


def _opens_line(folded: str, at: int) -> bool:
    return at == 0 or folded[at - 1] == "\n"


# Lines without a full stop (title, source), then what only opens the first sentence (今年以来，).
_LED_IN = deferred(
    r"(?:[^\n。]{0,80}\n\s*)*(?:[^，。\n]{0,12}(?:以来|[年月日讯悉]|季度|半年|目前|近期|近日)，)?"
)
_TURNS_WIDER = deferred(
    r"(?:^|(?<=[，。；\n ]))[全我][县市区州](?:上下|共|实现|完成|规模|工业|固定|地区|累计|生产|签约|引进|新)"
)
_LONGEST = 16
_HEAD = 200
_TITLE = 60
_TOWNS = ("镇", "乡", "街道")
_TOWN = deferred(
    r"(?:^|[省市区县旗的 ：，《]|走进|[0-9年])(?P<name>[一-鿿]{2,3}(?P<kind>镇|乡|街道|村|社区))"
    r"(?![一-鿿]{0,2}(?:振兴|建设|治理|企业|经济))"
)
_COUNTRY = deferred(r"全国(?!人大|政协|重点|百强|[一-鿿]{0,4}会议)|我国|国内生产总值|国家统计局|中国经济")
_PART = deferred(r"(?<![一-鿿])[全我][省市区县](?!域|场)")
_ZONE = deferred(r"(?:开发区|高新区|经开区|工业园区|保税区|综保区|新区)$")
