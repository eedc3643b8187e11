"""Every name of a document: places, firms, parks, chains and the rest, with the document's own aliases."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bulian.extract.names.aliases import bare_aliases, find_aliases, is_old_name
from bulian.extract.names.brought import brought_in
from bulian.extract.names.firms import find_firms
from bulian.extract.names.legal import core, short_forms
from bulian.extract.names.name import Alias, Kind, Name, Names
from bulian.extract.names.phrases import Phrases
from bulian.extract.names.places import PlaceMention, find_places, official_name, starting_place
from bulian.extract.names.spread import spread
from bulian.extract.names.things import find_things
from bulian.extract.names.tickers import ticked
from bulian.extract.names.zones import BARE_ZONES, bare_zones, is_class, short_zones


def find_names(phrases: Phrases) -> Names:
    """The names of a document and where they stand.

    A firm that is recognised once is found at every place where it stands; a legal name and its core
    (三峰环境 of 重庆三峰环境集团股份有限公司) mean the same firm, under the short name if one is introduced.

    >>> from bulian.extract.names.phrases import find_phrases
    >>> text = "江城市成功引进远山软件、丰禾信息等优质企业。远山软件去年投产。"
    >>> [(name.text, name.kind) for name in find_names(find_phrases(text)).mentions]
    [('远山软件', 'firm'), ('丰禾信息', 'firm'), ('远山软件', 'firm')]
    """
    folded = phrases.folded
    places, home = find_places(folded)
    aliases = (*find_aliases(phrases), *bare_aliases(phrases))
    found = [Name(m.start, m.end, folded[m.start : m.end], official_name(m.region), "place") for m in places]
    settled = _firm_names(phrases, aliases)
    found += [Name(start, end, text, settled[text], "firm") for start, end, text in spread(folded, settled)]
    brought = _brought(folded, found)
    things = (*find_things(phrases), *brought)
    known = {a.full: a.short for a in aliases if not is_old_name(folded, a)} | short_zones(folded, things)
    found += [
        _thing(folded[start:end], (start, end, kind), known)
        for start, end, kind in _from_owner(things, found)
    ]
    region = official_name(home) if home else None
    found += bare_zones(folded, found, region)
    mentions = tuple(_in_order(found))
    town = _town(folded, region)
    about = "全国" if _of_the_country(folded, places) else town or _home(folded, mentions, region)
    about = about or next((name.canonical for name in mentions if name.text in BARE_ZONES), None)
    if about != region and about != "全国":
        mentions = tuple(
            replace(name, canonical=about or name.canonical) if name.text in _OUR_ZONE else name
            for name in mentions
        )
    return Names(mentions, aliases, about)


def _brought(folded: str, named: Iterable[Name]) -> list[tuple[int, int, Kind]]:
    """What profiles bring in, wherever it stands; no division, and no firm, which are found as such."""
    known = {name.text for name in named}
    kinds = {folded[start:end]: kind for start, end, kind in brought_in(folded) if kind != "firm"}
    return [(start, end, kinds[text]) for start, end, text in spread(folded, kinds) if text not in known]


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
    return f"{region}{name}" if region and region.endswith(("区", "县", "市", "旗")) else name


def _of_the_country(folded: str, places: Sequence[PlaceMention]) -> bool:
    """Whether a text opens with the whole country and with no part of it, and goes on of it."""
    head = folded[: max(folded.find("\n", 10), 60)][:120]
    if not _COUNTRY.search(head) or _PART.search(folded) or any(place.start < len(head) for place in places):
        return False
    return len(_COUNTRY.findall(folded)) > max(1, len(places) // 2)


def _from_owner(
    things: Iterable[tuple[int, int, Kind]], named: Iterable[Name]
) -> Iterator[tuple[int, int, Kind]]:
    """A project or plant begins with the firm in its name: what stands before is no part of it."""
    owners = sorted((n.start, n.end) for n in named if n.kind == "firm")
    starts = [start for start, _ in owners]
    for start, end, kind in things:
        at = bisect_left(starts, start)
        inside = at < len(owners) and owners[at][1] < end and kind in _OWNED
        yield (owners[at][0] if inside else start), end, kind


def _home(folded: str, mentions: tuple[Name, ...], region: str | None) -> str | None:
    """The region; but a development zone that the title names and the text names at least as often."""
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
        inside = [(name.start, name.end) for name in zones]
        outside = [
            name
            for name in mentions
            if name.canonical == region and not any(a <= name.start < b for a, b in inside)
        ]
        suffix = _ZONE.search(zone)
        often = max(named[zone], folded.count(suffix.group()) if suffix and zone in head[:1] else 0)
        if often >= (2 if title and folded.find(zone) < title else max(2, len(outside))):
            return zone
    return region


def _opens_line(folded: str, at: int) -> bool:
    return at == 0 or folded[at - 1] == "\n"


def _firm_names(phrases: Phrases, aliases: tuple[Alias, ...]) -> dict[str, str]:
    """Every way a firm is written here, with the name it goes by."""
    short = {a.full: a.short for a in aliases if not is_old_name(phrases.folded, a)}
    settled: dict[str, str] = {}
    companies = ((start, end) for start, end, kind in brought_in(phrases.folded) if kind == "firm")
    for start, end in (*find_firms(phrases), *ticked(phrases), *companies):
        if _COPULA.match(phrases.folded, start - 1, end):
            start += 1
        text = phrases.folded[start:end]
        name = short.get(text, text)
        settled.setdefault(text, name)
        if (bare := core(text)) != text and len(bare) >= 3:
            settled.setdefault(bare, name)
    for alias in aliases:
        if alias.full in settled:
            settled[alias.short] = alias.short
    for full in [text for text in settled if text.endswith("公司") and settled[text] == text]:
        for name in short_forms(phrases.folded, full):
            settled[name] = name
            alone = phrases.folded.count(name) - phrases.folded.count(full) * full.count(name)
            if alone >= 2 and alone > phrases.folded.count(full):
                settled[full] = name
    return settled


def _thing(text: str, place: tuple[int, int, Kind], short: dict[str, str]) -> Name:
    start, end, kind = place
    return Name(start, end, text, short.get(text, _without_province(text) if kind == "park" else text), kind)


def _without_province(zone: str) -> str:
    """长治高新区 of 山西长治高新区: a zone goes by its own city."""
    province = starting_place(zone)
    return zone[len(province) :] if province and starting_place(zone[len(province) :]) else zone


_COPULA = re.compile("[，；]系(?=[一-鿿]{4})")
"""系远江集团全资子公司: the word for "is" is no part of the name."""
_HEAD = 200
_TOWN = re.compile(
    r"(?:^|[省市区县旗的 ：，《]|走进|[0-9年])(?P<name>[一-鿿]{2,3}(?P<kind>镇|乡|街道|村|社区))"
    r"(?![一-鿿]{0,2}(?:振兴|建设|治理|企业|经济))"
)
_OUR_ZONE = frozenset({"全区", "我区", "本区", "该区"})
_COUNTRY = re.compile(r"全国(?!人大|政协|重点|百强|[一-鿿]{0,4}会议)|我国|国内生产总值|国家统计局|中国经济")
_PART = re.compile(r"(?<![一-鿿])[全我][省市区县](?!域|场)")
_OWNED = frozenset({"project", "base"})
_ZONE = re.compile(r"(?:开发区|高新区|经开区|工业园区|保税区|综保区|新区)$")


def _in_order(found: Iterable[Name]) -> list[Name]:
    return sorted(set(found), key=lambda name: (name.start, -name.end, name.kind))
