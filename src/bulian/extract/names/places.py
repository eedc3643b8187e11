"""Places of GB/T 2260 in running text, and the one place a document is about.

A place stands under its full name (大渡口区), or short (大渡口) where that cannot mislead: provinces and
prefectures, and those counties that the document names in full or that lie beside its home.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

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


def find_places(folded: str) -> tuple[tuple[PlaceMention, ...], Region | None]:
    """The places a text mentions, in order, and its home."""
    full = _settle(_hits(folded))
    full = sorted([*full, *_titled(folded, full), *_datelined(folded)], key=lambda mention: mention.start)
    home = _home(folded, full)
    if home and _is_of_a_part(folded, home):
        home = None
    if home and home.level == "province" and (part := _its_county(folded, full, home)):
        home = part
    brief = _only_brief_county(folded, full)
    if brief and (home is None or (_inside(brief, home) and folded.count(brief.name) >= _OFTEN)):
        home = brief
        full += [PlaceMention(m.start(), m.end(), brief) for m in re.finditer(brief.name, folded)]
    named = {mention.region.code for mention in full}
    near = _short_names(named, home)
    mentions = [*full, *(_short_mentions(folded, near) if near else ())]
    if len(_THIS_PORT.findall(folded)) > 1 and (home is None or home.code in _OVERSEAS):
        home = regions()["810000"]
        mentions += [PlaceMention(m.start(), m.end(), home) for m in _THIS_PORT.finditer(folded)]
    if home:
        mentions += [PlaceMention(m.start(), m.end(), home) for m in _OURS[home.level].finditer(folded)]
    return tuple(_longest(mentions)), home


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
    # 江南区块 is no 江南区.
    return [
        (s, e, regions) for s, e, regions in hits if not folded.startswith("块", e) or folded[e - 1] != "区"
    ]


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


def _home(folded: str, mentions: Sequence[PlaceMention]) -> Region | None:
    """The place named most, the head of the document counting more; of a county and its city, the county."""
    weight: Counter[str] = Counter()
    head = min(_HEAD, (folded.find("\n", 10) + 1 or _HEAD) + 1)
    # 九江市濂溪区 is one mention of the district.
    continued = {b.start for a, b in pairwise(mentions) if a.end == b.start and _inside(b.region, a.region)}
    heads = _brand_heads(folded, mentions)
    for mention in mentions:
        partner = _WITH.search(folded, max(0, mention.start - 4), mention.start)
        if not partner and not _is_in_a_name(folded, mention, heads) and mention.end not in continued:
            weight[mention.region.code] += 6 if mention.start < head else 1
    table = regions()
    for code in [code for code in weight if table[code].level == "county"]:
        short = table[code].short if len(table[code].short) >= 2 else table[code].name
        weight[code] += folded.count(short)
    if not weight:
        return None
    best, most = max(weight.items(), key=lambda pair: (pair[1], -int(pair[0])))
    if most == 1 and len({code[:2] for code in weight}) >= _SCATTERED:
        return None
    for code, count in weight.items():
        inside = code != best and _inside(table[code], table[best])
        if inside and (
            3 * count > 2 * most
            if table[code].level == "county"
            else _opens_with(mentions, code, count >= most)
        ):
            best, most = code, count
    return table[_common_parent(best, weight) or best]


def _is_of_a_part(folded: str, home: Region) -> bool:
    """Whether a text speaks of all its county or city (全县, 全市) and never of the province it names."""
    if home.code in _OVERSEAS:
        return False
    if home.level != "province":
        # 全县 is no district and no city: those that the text names are others.
        county = home.name.endswith(("县", "旗")) or len(_OF_ALL_COUNTY.findall(folded)) < 2
        return not county and folded.count(home.name) + folded.count(home.short) < 2 * _OFTEN
    whole, parts = (_OF_THE_CITY, _OF_A_DISTRICT) if home.name.endswith("市") else (_OF_PROVINCE, _OF_A_PART)
    return len(parts.findall(folded)) > 1 and not whole.search(folded)


def _its_county(folded: str, named: Iterable[PlaceMention], home: Region) -> Region | None:
    """新巴尔虎左旗 of a text that says 全旗 and 旗委, and names the wider place more often."""
    if len(_OF_A_BANNER.findall(folded)) < 2:
        return None
    inside = {
        m.region.code: m.region for m in named if _inside(m.region, home) and m.region.name[-1:] in "县旗"
    }
    return next(iter(inside.values())) if len(inside) == 1 else None


def _brand_heads(folded: str, mentions: Iterable[PlaceMention]) -> frozenset[str]:
    """贵州裕能 of 贵州裕能新能源电池材料有限公司: a place and two characters, as legal names begin."""
    return frozenset(folded[m.start : m.end + 2] for m in mentions if _LEGAL_NAME.match(folded, m.end))


def _is_in_a_name(folded: str, mention: PlaceMention, heads: frozenset[str]) -> bool:
    """Whether a place only begins a firm's name, or stands in brackets inside one.

    Args:
        heads: how legal names of the text begin, as `_brand_heads` gives them.
    """
    if (
        folded.startswith(("-", "—"), mention.end)
        or _SENT_THERE.match(folded, mention.end)
        or _SPEECH_THERE.match(folded, mention.end)
        or _OF_A_FIRM.match(folded, mention.end)
        or _ASIDE.match(folded, mention.start - 1)
    ):
        return True
    short = not folded[mention.start : mention.end].endswith(tuple("省市区县州旗"))
    if short and folded[mention.start : mention.end + 2] in heads:
        return True
    return short and _LISTED_FIRM.match(folded, mention.end) is not None


def _titled(folded: str, full: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    """昆山GDP突破5000亿元: a county-level city that a title names short, and the text again and again."""
    title = folded.lstrip()[:_TITLE].split("\n", 1)[0]
    for match in _BRIEF_COUNTY.finditer(folded, 0, folded.find(title) + len(title)):
        if region := _brief_counties().get(match["name"]):
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


def _only_brief_county(folded: str, named: Iterable[PlaceMention]) -> Region | None:
    """郏县 of 建设现代化郏县: the one county of two characters in a text that speaks of 全县 or 县委."""
    spoken = _OF_A_COUNTY.search(folded) is not None
    # 康县 in 保康县 is another one, and one in 党委、政府和县委 or 示范县 is none.
    taken = {mention.end for mention in named} | {match.end() for match in _NO_COUNTY.finditer(folded)}
    often = Counter(m.group() for m in _TWO_OF_A_COUNTY.finditer(folded) if m.end() not in taken)
    brief = often.keys() & _brief_counties().keys()
    if len(brief) != 1:
        return None
    (name,) = brief
    return _brief_counties()[name] if spoken or often[name] >= _OFTEN else None


@cache
def _brief_counties() -> dict[str, Region]:
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


def _common_parent(best: str, weight: Counter[str]) -> str | None:
    """The province of which a text names several parts about as often, and itself too (宁夏: 吴忠, 固原)."""
    table = regions()
    if table[best].level == "province":
        return None
    parent = best[:2] + "0000"
    peers = [
        code
        for code, n in weight.items()
        if code[:2] == best[:2] and code != parent and 2 * n >= weight[best]
    ]
    return parent if len(peers) >= 4 and weight[parent] and weight[best] <= 3 else None


def _opens_with(mentions: Iterable[PlaceMention], code: str, as_often: bool) -> bool:
    """晋城市，是山西省辖地级市: a city named before its province, and as often, is what the text is about."""
    first = next(iter(mentions), None)
    return as_often and first is not None and first.region.code == code and first.start < _HEAD


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
        elif mention.start == held.end and _inside(mention.region, held.region):
            held = PlaceMention(held.start, mention.end, mention.region)
        elif mention.end > held.end:
            yield held
            held = mention
    if held:
        yield held


def _inside(inner: Region, outer: Region) -> bool:
    wide = outer.code.rstrip("0")
    return inner.code != outer.code and inner.code.startswith(wide + "0" * (len(wide) % 2))


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


def _prefecture_of(region: Region) -> tuple[str, ...]:
    above = regions().get(region.code[:4] + "00")
    return (above.name, above.short) if above and above.name not in _NO_NAMES else ()


def _one_city(options: list[Region]) -> list[Region]:
    """A municipality stands in the codes as a province and as a city of the same name: it is one place."""
    top = [region for region in options if region.level == "province"]
    return top[:1] if top else options


_HEAD = 120
_OFTEN = 3
_SCATTERED = 3
"""So many provinces, each named once, say of none that the text is about it."""
_LEGAL_NAME = deferred(r"[一-鿿（）]{4,20}?有限公司")
# 辽宁禾丰牧业股份有限公司, 广东温氏、: a place with which a firm's name begins.
_OF_A_FIRM = deferred(r"[一-鿿]{2,16}?(?:有限公司|股份|集团|公司)")
# 深圳经贸联络处: an office that somebody else keeps there.
_SENT_THERE = deferred(
    r"(?:[省市]|经贸|招商|商务|投资|驻外)*(?:联络处|办事处|代表处|联络站|分会场|商会|分公司|子公司)"
)
# 考察浙江重要讲话精神: where a speech was given that the whole country studies.
_SPEECH_THERE = deferred(r"[、一-鿿]{0,6}?(?:考察|视察|调研)?时?的?(?:系列)?重要(?:讲话|指示)")
_LISTED_FIRM = deferred(r"(?![一-鿿]{0,3}[省市区县])[一-鿿]{2,3}(?:、|等|相继|陆续|先后|纷纷)")
_ASIDE = deferred(r"（[^（）]{2,4}）[一-鿿]")
_BRIEF_COUNTY = deferred(r"(?:^|[^一-鿿]|[年省市])(?P<name>[一-鿿]县)(?=\d|国民|政府|人民|统计|经济|全力|第)")
_OF_A_COUNTY = deferred("全县|我县|县委|县政府|县人民|[一-鿿]县迈出|县域经济")
_NO_COUNTY = deferred("示范县|和县(?=委|政府|级|区|直|乡|域|城)")
_OF_PROVINCE = deferred(r"[全我本]省|省委、?省政府|全区|自治区(?:党委|政府|上下)")
_OF_A_PART = deferred(r"[全我][市县](?!场)|[市县]委、?[市县]政府")
_TWO_OF_A_COUNTY = deferred("[一-鿿]县")
_OF_A_BANNER = deferred(r"[全我][县旗](?!域)|[县旗]委")
_OF_ALL_COUNTY = deferred(r"[全我]县|县委、?县政府")
_OF_THE_CITY = deferred(r"[全我本]市(?!场)")
_OF_A_DISTRICT = deferred(r"[全我][区县](?!域|内外)|[区县]委、?[区县]政府")
_TOLD_BY = deferred(r"(?P<who>[一-鿿]{2,3})(?:新闻网|日报|时报|融媒|电视台)(?:讯|客户端|记者|消息)")
_MUNICIPALITIES = ("北京市", "天津市", "上海市", "重庆市")
_MUNICIPAL_CODES = ("11", "12", "31", "50")
_WITH = deferred(r"(?:(?<![一-鿿])与|[，。；、][^，。；、]?与|接轨|对接|赴|奔赴)\Z")
"""Before a place with which another one works, or to which it travels."""
_TITLE = 60
_OVERSEAS = ("710000", "810000", "820000")
_THIS_PORT = deferred(r"本港(?![区口务])|港府|全港(?![区口务])")
_NO_NAMES = ("市辖区", "省直辖县级行政区划", "自治区直辖县级行政区划", "县")
_OURS = {
    "county": deferred(
        r"(?<!省)(?<!我)(?:我|全|本|该)(?:区|县)(?!域|内外|城)|(?<=[，。；、：\n])(?:我|全|本|该)市(?!场)"
    ),
    "prefecture": deferred(r"(?:我|全|本|该)市(?!场)"),
    "province": deferred(r"(?:我|全|本|该)(?:省|市|区)(?!场|域)"),
}
