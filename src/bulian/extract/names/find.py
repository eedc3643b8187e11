"""Every name of a document: places, firms, parks, chains and the rest, with the document's own aliases."""

import re
from collections import Counter
from collections.abc import Iterable

from bulian.extract.names.aliases import find_aliases
from bulian.extract.names.firms import core, find_firms
from bulian.extract.names.name import Alias, Kind, Name, Names
from bulian.extract.names.phrases import Phrases
from bulian.extract.names.places import find_places, official_name
from bulian.extract.names.spread import spread
from bulian.extract.names.things import find_things


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
    aliases = tuple(find_aliases(phrases))
    found = [Name(m.start, m.end, folded[m.start : m.end], official_name(m.region), "place") for m in places]
    settled = _firm_names(phrases, aliases)
    found += [Name(start, end, text, settled[text], "firm") for start, end, text in spread(folded, settled)]
    short = {alias.full: alias.short for alias in aliases}
    found += [
        _thing(folded[start:end], (start, end, kind), short) for start, end, kind in find_things(phrases)
    ]
    mentions = tuple(_in_order(found))
    return Names(mentions, aliases, _home(folded, mentions, official_name(home) if home else None))


def _home(folded: str, mentions: tuple[Name, ...], region: str | None) -> str | None:
    """The region; but a development zone that the title names and the text names at least as often."""
    title = folded.lstrip().find("\n") + len(folded) - len(folded.lstrip()) if "\n" in folded else 0
    zones = [name for name in mentions if name.kind == "park" and _ZONE.search(name.canonical)]
    named = Counter(name.canonical for name in zones)
    for zone in dict.fromkeys(name.canonical for name in zones if name.end <= title):
        inside = [(name.start, name.end) for name in zones]
        outside = [
            name
            for name in mentions
            if name.canonical == region and not any(a <= name.start < b for a, b in inside)
        ]
        if named[zone] >= max(2, len(outside)):
            return zone
    return region


def _firm_names(phrases: Phrases, aliases: tuple[Alias, ...]) -> dict[str, str]:
    """Every way a firm is written here, with the name it goes by."""
    short = {alias.full: alias.short for alias in aliases}
    settled: dict[str, str] = {}
    for start, end in find_firms(phrases):
        text = phrases.folded[start:end]
        name = short.get(text, text)
        settled.setdefault(text, name)
        if (bare := core(text)) != text and len(bare) >= 3:
            settled.setdefault(bare, name)
    for alias in aliases:
        if alias.full in settled:
            settled[alias.short] = alias.short
    return settled


def _thing(text: str, place: tuple[int, int, Kind], short: dict[str, str]) -> Name:
    start, end, kind = place
    return Name(start, end, text, short.get(text, text), kind)


_ZONE = re.compile(r"(?:开发区|高新区|经开区|工业园区|保税区|综保区|新区)$")


def _in_order(found: Iterable[Name]) -> list[Name]:
    return sorted(set(found), key=lambda name: (name.start, -name.end, name.kind))
