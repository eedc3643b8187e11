"""Every name of a document: places, firms, parks, chains and the rest, with the document's own aliases."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace

from bulian.extract.deferred import deferred
from bulian.extract.names.aliases import bare_aliases, find_aliases, is_old_name
from bulian.extract.names.brought import brought_in
from bulian.extract.names.firms import find_firms
from bulian.extract.names.home import home_of
from bulian.extract.names.home_region import home_region
from bulian.extract.names.legal import core, short_forms
from bulian.extract.names.name import Alias, Kind, Name, Names
from bulian.extract.names.phrases import Phrases
from bulian.extract.names.places import (
    all_places,
    named_places,
    official_name,
    shared_name,
    starting_place,
)
from bulian.extract.names.spread import spread
from bulian.extract.names.things import find_things
from bulian.extract.names.tickers import ticked
from bulian.extract.names.towns import find_towns
from bulian.extract.names.zones import bare_zones, is_zone, short_zones


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
    named = named_places(folded)
    home = home_region(folded, named)
    places = all_places(folded, named, home)
    aliases = (*find_aliases(phrases), *bare_aliases(phrases))
    found = [Name(m.start, m.end, folded[m.start : m.end], official_name(m.region), "place") for m in places]
    found += find_towns(folded, found)
    introduced = tuple(brought_in(folded))
    settled = _firm_names(phrases, aliases, introduced)
    found += [Name(start, end, text, settled[text], "firm") for start, end, text in spread(folded, settled)]
    brought = _brought(folded, introduced, found)
    things = (*find_things(phrases), *brought)
    known = {a.full: a.short for a in aliases if not is_old_name(folded, a)} | short_zones(folded, things)
    found += [
        _thing(folded[start:end], (start, end, kind), known)
        for start, end, kind in _from_owner(things, found)
    ]
    region = official_name(home) if home else None
    found += bare_zones(folded, found, region)
    mentions = tuple(_in_order(found))
    about = home_of(folded, places, mentions, region) or shared_name(folded)
    if about and region is None and is_zone(about):
        # Without a division in the text 全区 and 该区 were no places yet.
        ours = (Name(*match.span(), match.group(), about, "place") for match in _ALL_OF_ZONE.finditer(folded))
        mentions = tuple(_in_order((*mentions, *ours)))
    if about and about not in (region, "全国"):
        mentions = tuple(_at_home(name, about) for name in mentions)
    return Names(mentions, aliases, about)


def _at_home(name: Name, home: str) -> Name:
    """全区 of a text about a zone is the zone; so is its own shorter name (丁蜀镇 of 宜兴市丁蜀镇)."""
    ours = name.text in _OUR_ZONE or (name.kind in ("place", "park") and _short_of(name.canonical, home))
    return replace(name, canonical=home) if ours else name


def _short_of(name: str, home: str) -> bool:
    return len(name) >= 3 and home.endswith(name) and name.endswith(("镇", "乡", "街道"))


def _brought(
    folded: str, introduced: Iterable[tuple[int, int, Kind]], named: Iterable[Name]
) -> list[tuple[int, int, Kind]]:
    """What profiles bring in, wherever it stands; no division, and no firm, which are found as such."""
    known = {name.text for name in named}
    kinds = {folded[start:end]: kind for start, end, kind in introduced if kind != "firm"}
    return [(start, end, kinds[text]) for start, end, text in spread(folded, kinds) if text not in known]


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


def _firm_names(
    phrases: Phrases, aliases: tuple[Alias, ...], introduced: Iterable[tuple[int, int, Kind]]
) -> dict[str, str]:
    """Every way a firm is written here, with the name it goes by."""
    short = {a.full: a.short for a in aliases if not is_old_name(phrases.folded, a)}
    settled: dict[str, str] = {}
    companies = ((start, end) for start, end, kind in introduced if kind == "firm")
    for start, end in (*find_firms(phrases), *ticked(phrases), *companies):
        if _COPULA.match(phrases.folded, start - 1, end):
            start += 1
        text = phrases.folded[start:end]
        if text in settled:
            continue
        settled[text] = name = short.get(text, text)
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


_COPULA = deferred("[，；]系(?=[一-鿿]{4})")
"""系远江集团全资子公司: the word for "is" is no part of the name."""
_ALL_OF_ZONE = deferred("[我全本该]区(?!域|内外|块|位|分|别)")
_OUR_ZONE = frozenset({"全区", "我区", "本区", "该区"})
_OWNED = frozenset({"project", "base"})


def _in_order(found: Iterable[Name]) -> list[Name]:
    return sorted(set(found), key=lambda name: (name.start, -name.end, name.kind))
