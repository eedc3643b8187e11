"""Places of GB/T 2260 in running text.

A place stands under its full name (大渡口区), or short (大渡口) where that cannot mislead: provinces and
prefectures, and those counties that the document names in full or that lie beside its home.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from bulian.extract.deferred import deferred
from bulian.vocab.regions import Region, regions
from bulian.vocab.words import word_list


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place as it stands: `region` is settled by its neighbours where several share the name."""

    start: int
    end: int
    region: Region


def named_places(folded: str) -> list[PlaceMention]:
    """The places that a text names by themselves, in full, in its title or as its paper's county."""
    full = _settle(_hits(folded))
    return sorted([*full, *_titled(folded, full), *_datelined(folded)], key=lambda mention: mention.start)


def all_places(folded: str, named: Sequence[PlaceMention], home: Region | None) -> tuple[PlaceMention, ...]:
    """Every mention in order: those named, short names that mislead no more, and 我区 for the home.

    Args:
        named: as `named_places` gives them. home: the place that the text is about.
    """
    mentions = list(named)
    if home and home.name in brief_counties():
        mentions += [PlaceMention(m.start(), m.end(), home) for m in re.finditer(home.name, folded)]
    near = _short_names({mention.region.code for mention in mentions}, home)
    mentions += _short_mentions(folded, near) if near else ()
    if home:
        port = (THIS_PORT,) if home.code == HONG_KONG else ()
        for pattern in (_OURS[home.level], *port):
            mentions += [PlaceMention(m.start(), m.end(), home) for m in pattern.finditer(folded)]
    return tuple(_longest(mentions))


def inside(inner: Region, outer: Region) -> bool:
    """Whether a region lies in another by the codes: 500104 in 500000, 320583 in 320500."""
    wide = outer.code.rstrip("0")
    return inner.code != outer.code and inner.code.startswith(wide + "0" * (len(wide) % 2))


def official_name(region: Region) -> str:
    """The name that settles which place is meant: a city's district with its city, others by themselves.

    >>> official_name(regions()["500104"]), official_name(regions()["320583"])
    ('重庆市大渡口区', '昆山市')
    """
    parent = regions().get(region.parent)
    while parent and (parent.name == "市辖区" or parent.name == "县"):
        parent = regions().get(parent.parent)
    if parent is None or region.level != "county":
        return region.name
    in_city = region.name.endswith("区") or parent.name in _MUNICIPALITIES
    return parent.name + region.name if in_city and parent.name.endswith("市") else region.name


def starting_place(text: str) -> str:
    """The place name that a text begins with, "" where it begins with none.

    >>> starting_place("重庆三峰环境"), starting_place("三峰环境")
    ('重庆', '')
    """
    words, matcher = _gazetteer()
    for word, start, end in matcher.find_matches_as_indexes(text[:12]):
        return text[:end] if start == 0 and words[word][1] else ""
    return ""


def is_place_name(text: str) -> bool:
    """Whether a text is nothing but the name of a division, in full or short."""
    return text in _all_names()


def _hits(folded: str) -> list[tuple[int, int, tuple[Region, ...]]]:
    words, matcher = _gazetteer()
    hits = ((s, e, words[w][1]) for w, s, e in matcher.find_matches_as_indexes(folded) if words[w][1])
    # 江南区块 is no 江南区, 中原区域 no 中原区.
    return [
        (s, e, regions)
        for s, e, regions in hits
        if not folded.startswith(("块", "域"), e) or folded[e - 1] != "区"
    ]


def shared_name(folded: str) -> str | None:
    """新华区 of a speech in its council: a name that several divisions share, where the text settles none."""
    hits = _hits(folded)
    names = {folded[start:end] for start, end, _ in hits}
    if len(names) != 1 or len(hits[0][2]) < 2:
        return None
    start, end, _ = hits[0]
    spoken = _COUNCIL.match(folded, end) is not None
    return folded[start:end] if spoken or len(hits) > 1 else None


def _settle(hits: list[tuple[int, int, tuple[Region, ...]]]) -> list[PlaceMention]:
    """Each hit as one region: the one whose parents the text names most; unsettled ones are left out."""
    named = Counter(region.code for _, _, options in hits if len(options) == 1 for region in options)
    found = []
    for start, end, options in hits:
        best = options[0]
        if len(options) > 1:
            weights = sorted(((_kin(region, named), region.code) for region in options), reverse=True)
            if not weights[0][0] or weights[0][0] == weights[1][0]:
                continue
            best = next(region for region in options if region.code == weights[0][1])
        found.append(PlaceMention(start, end, best))
    return found


def _kin(region: Region, named: Counter[str]) -> int:
    parents = (region.code[:2] + "0000", region.code[:4] + "00")
    return sum(named[code] for code in parents if code != region.code)


def _titled(folded: str, full: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    """昆山GDP突破5000亿元: a county-level city that a title names short, and the text again and again."""
    title = folded.lstrip()[:_TITLE].split("\n", 1)[0]
    for match in _BRIEF_COUNTY.finditer(folded, 0, folded.find(title) + len(title)):
        if region := brief_counties().get(match["name"]):
            for again in re.finditer(match["name"], folded):
                yield PlaceMention(again.start(), again.end(), region)
    taken = [(mention.start, mention.end) for mention in full]
    for short, region in _small_cities().items():
        if short in title and folded.count(short) > 2:
            for match in re.finditer(re.escape(short), folded):
                if not any(a <= match.start() < b for a, b in taken):
                    yield PlaceMention(match.start(), match.end(), region)


def _datelined(folded: str) -> Iterator[PlaceMention]:
    """仪陇新闻网讯: the county whose paper or station tells, by a short name that only one county has."""
    for match in _TOLD_BY.finditer(folded, 0, _HEAD):
        for length in (3, 2):
            region = _only_short().get(match["who"][-length:])
            if region and len(match["who"]) >= length:
                yield PlaceMention(match.end("who") - length, match.end("who"), region)
                break


@cache
def _only_short() -> dict[str, Region]:
    named = Counter(region.short for region in regions().values())
    return {
        region.short: region for region in _counties()
        if len(region.short) >= 2 and named[region.short] == 1 and region.short not in _traps()
    }  # fmt: skip


def only_short_mentions(folded: str) -> Iterator[tuple[int, Region]]:
    """Where a text names a county by a short name that only one has, and no longer word of a place."""
    words, matcher = _short_gazetteer()
    for word, start, _ in matcher.find_matches_as_indexes(folded):
        if region := words[word][1]:
            yield start, region


@cache
def _short_gazetteer() -> tuple[tuple[tuple[str, Region | None], ...], AhoCorasick]:
    words: dict[str, Region | None] = dict.fromkeys(_traps())
    words |= _only_short()
    return tuple(words.items()), AhoCorasick(tuple(words), matchkind=MatchKind.LeftmostLongest)


@cache
def brief_counties() -> dict[str, Region]:
    """寿县, 忠县: counties of two characters, which stand for themselves only where a title names them."""
    named = Counter(region.name for region in _counties())
    return {one.name: one for one in _counties() if len(one.name) == 2 and named[one.name] == 1}


@cache
def _small_cities() -> dict[str, Region]:
    return {
        region.short: region for region in regions().values()
        if region.level == "county" and region.name.endswith("市") and len(region.short) >= 2
        and region.short not in _traps()
    }  # fmt: skip


def _short_names(named: set[str], home: Region | None) -> dict[str, Region]:
    """Short county names that mean one place here: of counties named in full, and of the neighbours."""
    found: dict[str, Region] = {}
    family = home.code[: 2 if home.code[:2] in _MUNICIPAL_CODES else 4] if home else "-"
    if home and home.level == "province" and home.code[:2] not in _MUNICIPAL_CODES:
        family = "-"
    for region in _counties():
        if (region.code in named or region.code.startswith(family)) and len(region.short) >= 2:
            found.setdefault(region.short, region)
    return {short: region for short, region in found.items() if short not in _traps()}


@cache
def _counties() -> tuple[Region, ...]:
    return tuple(region for region in regions().values() if region.level == "county")


def _short_mentions(folded: str, near: dict[str, Region]) -> Iterator[PlaceMention]:
    pattern = re.compile("|".join(sorted(map(re.escape, near), key=len, reverse=True)))
    for match in pattern.finditer(folded):
        yield PlaceMention(match.start(), match.end(), near[match.group()])


def _longest(mentions: Iterable[PlaceMention]) -> Iterator[PlaceMention]:
    """In order, without those inside another; 重庆市大渡口区 is one mention of the district, not two."""
    held: PlaceMention | None = None
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if held is None:
            held = mention
        elif mention.start == held.end and inside(mention.region, held.region):
            held = PlaceMention(held.start, mention.end, mention.region)
        elif mention.end > held.end:
            yield held
            held = mention
    if held:
        yield held


@cache
def _all_names() -> frozenset[str]:
    return frozenset(name for region in regions().values() for name in (region.name, region.short))


@cache
def _traps() -> frozenset[str]:
    return frozenset(word_list("place_traps.csv"))


@cache
def _gazetteer() -> tuple[tuple[tuple[str, tuple[Region, ...]], ...], AhoCorasick]:
    """Every full name, and the short names of provinces and prefectures; a trap matches and means nothing."""
    table: defaultdict[str, list[Region]] = defaultdict(list)
    for region in regions().values():
        if len(region.name) >= 3 and region.name not in _NO_NAMES:
            table[region.name].append(region)
        if (alias := _brief_autonomy(region)) and alias not in table:
            table[alias].append(region)
        if region.level != "county" and len(region.short) >= 2 and region.short not in _NO_NAMES:
            short = region.short if len(region.short) <= 4 else ""
            if short and short not in _traps() and not any(o.short == short for o in table[short]):
                table[short].append(region)
    for region in _counties():
        if len(region.name) == 2 and (parent := regions().get(region.code[:2] + "0000")):
            # 忠县 is too short to stand for itself; 重庆市忠县 is not.
            for above in {parent.name, parent.short, *_prefecture_of(region)}:
                table[above + region.name].append(region)
    words = [(name, tuple(_one_city(options))) for name, options in table.items()]
    words += [(trap, ()) for trap in _traps() if trap not in table]
    return tuple(words), AhoCorasick([name for name, _ in words], matchkind=MatchKind.LeftmostLongest)


def _brief_autonomy(region: Region) -> str | None:
    """凉山州 for 凉山彝族自治州, 石柱县 for 石柱土家族自治县; None for what is none, and for provinces."""
    kind = region.name[-1]
    if region.level == "province" or not region.name.endswith(("自治州", "自治县", "自治旗")):
        return None
    return region.short if region.short.endswith(kind) else region.short + kind


def _prefecture_of(region: Region) -> tuple[str, ...]:
    above = regions().get(region.code[:4] + "00")
    return (above.name, above.short) if above and above.name not in _NO_NAMES else ()


def _one_city(options: list[Region]) -> list[Region]:
    """A municipality stands in the codes as a province and as a city of the same name: it is one place."""
    top = [region for region in options if region.level == "province"]
    return top[:1] if top else options


HONG_KONG = "810000"
THIS_PORT = deferred(r"本港(?![区口务])|港府|全港(?![区口务])")
_HEAD = 120
_TITLE = 60
_COUNCIL = deferred(r"第?[一二三四五六七八九十]+届人民代表大会|人民政府")
_BRIEF_COUNTY = deferred(r"(?:^|[^一-鿿]|[年省市])(?P<name>[一-鿿]县)(?=\d|国民|政府|人民|统计|经济|全力|第)")
_TOLD_BY = deferred(r"(?P<who>[一-鿿]{2,3})(?:新闻网|日报|时报|融媒|电视台)(?:讯|客户端|记者|消息)")
_MUNICIPALITIES = ("北京市", "天津市", "上海市", "重庆市")
_MUNICIPAL_CODES = ("11", "12", "31", "50")
_NO_NAMES = ("市辖区", "省直辖县级行政区划", "自治区直辖县级行政区划", "县")
_OURS = {
    "county": deferred(
        r"(?<!省)(?<!我)(?:我|全|本|该)(?:区|县)(?!域|内外|城)|(?<=[，。；、：\n])(?:我|全|本|该)市(?!场)"
    ),
    "prefecture": deferred(r"(?:我|全|本|该)(?:市(?!场)|州(?![县市区]))"),
    "province": deferred(r"(?:我|全|本|该)(?:省|市|区)(?!场|域)"),
}
