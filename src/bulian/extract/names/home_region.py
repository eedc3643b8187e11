"""The division of GB/T 2260 that a document is about: the place named most, its head counting more."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from bulian.extract.deferred import deferred
from bulian.extract.names.places import (
    HONG_KONG,
    THIS_PORT,
    PlaceMention,
    brief_counties,
    inside,
    only_short_mentions,
)
from bulian.vocab.regions import Region, regions


def home_region(folded: str, named: Sequence[PlaceMention]) -> Region | None:
    """The division that a text is about, None where none stands out.

    Args:
        named: the places it names by themselves, as `named_places` gives them.
    """
    home = _home(folded, named)
    if home and _is_of_a_part(folded, home):
        home = None
    home = _city_of(folded, home) if home and home.name.endswith("区") else home
    if home and home.level == "province" and (part := _its_county(folded, named, home)):
        home = part
    brief = _only_brief_county(folded, named)
    if home is None and brief is None:
        home = _only_short_county(folded, named)
    if brief and (home is None or (inside(brief, home) and folded.count(brief.name) >= _OFTEN)):
        home = brief
    ports = len(THIS_PORT.findall(folded))
    if ports > 1 if home is None else ports and home.code in _OVERSEAS:
        home = regions()[HONG_KONG]
    return home


def _home(folded: str, mentions: Sequence[PlaceMention]) -> Region | None:
    """The place named most, the head of the document counting more; of a county and its city, the county."""
    weight: Counter[str] = Counter()
    head = min(_HEAD, (folded.find("\n", 10) + 1 or _HEAD) + 1)
    # 九江市濂溪区 is one mention of the district.
    continued = {b.start for a, b in pairwise(mentions) if a.end == b.start and inside(b.region, a.region)}
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

    def named_first(code: str) -> bool:
        return any(m.start < head and m.region.code == code for m in mentions)

    best, most = max(weight.items(), key=lambda pair: (pair[1], -int(pair[0])))
    own = [m.start for m in mentions if m.region.code == best]
    if len(own) == 1 and _OBJECT.search(folded, max(0, own[0] - 3), own[0]):
        return None
    if most == 1 and len({code[:2] for code in weight}) >= _SCATTERED:
        return None
    for code, count in weight.items():
        within = code != best and inside(table[code], table[best])
        if within and (
            3 * count > 2 * most
            and (
                table[best].level == "province" or count > most or named_first(code) or not named_first(best)
            )
            if table[code].level == "county"
            else _opens_with(mentions, code, count >= most)
        ):
            best, most = code, count
    return table[_common_parent(best, weight) or best]


def _city_of(folded: str, district: Region) -> Region:
    """莆田市 of a text that goes on of 全市 and names a district of it only where a project is built."""
    if district.level != "county" or _OF_THE_DISTRICT.search(folded):
        return district
    city = regions().get(district.code[:4] + "00") or regions().get(district.code[:2] + "0000")
    spoken = (
        city is not None
        and city.name.endswith("市")
        and len(_CITY_SPEAKS.findall(folded)) >= min(2, folded.count(district.short))
    )
    return city if spoken and city else district


def _is_of_a_part(folded: str, home: Region) -> bool:
    """Whether a text speaks of all its county or city (全县, 全市) and never of the province it names."""
    if home.code in _OVERSEAS:
        return False
    if home.level != "province":
        # 全县 is no district and no city: those that the text names are others.
        county = home.name.endswith(("县", "旗")) or len(_OF_ALL_COUNTY.findall(folded)) < 2
        return not county and folded.count(home.name) + folded.count(home.short) < 2 * _OFTEN
    whole, parts = _WHOLE_AND_PARTS.get(home.name[-1], (_OF_PROVINCE, _OF_A_PART))
    if folded.count(home.short) == 1 and home.name.endswith("省"):
        # Named once (入选湖北百家), a province is not whom 全区实现 speaks of.
        return _PART_SPEAKS.search(folded) is not None and not _PROVINCE_SPEAKS.search(folded)
    return len(parts.findall(folded)) > 1 and not whole.search(folded)


def _its_county(folded: str, named: Iterable[PlaceMention], home: Region) -> Region | None:
    """新巴尔虎左旗 of a text that says 全旗 and 旗委, and names the wider place more often."""
    if len(_OF_A_BANNER.findall(folded)) < 2:
        return None
    parts = {
        m.region.code: m.region for m in named if inside(m.region, home) and m.region.name[-1:] in "县旗"
    }
    return next(iter(parts.values())) if len(parts) == 1 else None


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
        or _held_there(folded, mention)
        or _OF_A_FIRM.match(folded, mention.end)
        or _ASIDE.match(folded, mention.start - 1)
    ):
        return True
    if mention.region.code in _OVERSEAS and _AMONG_COUNTRIES.match(folded, mention.end):
        return True
    short = not folded[mention.start : mention.end].endswith(tuple("省市区县州旗"))
    if short and folded[mention.start : mention.end + 2] in heads:
        return True
    return short and _LISTED_FIRM.match(folded, mention.end) is not None


def _held_there(folded: str, mention: PlaceMention) -> bool:
    """自治区十三届人大一次会议在南宁开幕: where the council of a wider place meets."""
    if not _OPENS.match(folded, mention.end):
        return False
    return _OF_THE_WIDER.search(folded, max(0, mention.start - 40), mention.start) is not None


def _only_brief_county(folded: str, named: Iterable[PlaceMention]) -> Region | None:
    """郏县 of 建设现代化郏县: the one county of two characters in a text that speaks of 全县 or 县委."""
    spoken = _OF_A_COUNTY.search(folded) is not None
    # 康县 in 保康县 is another one, and one in 党委、政府和县委 or 示范县 is none.
    taken = {mention.end for mention in named} | {match.end() for match in _NO_COUNTY.finditer(folded)}
    ends = [match.end() for match in _ENDS_A_COUNTY.finditer(folded) if match.end() not in taken]
    often = Counter(folded[end - 2 : end] for end in ends)
    brief = [(name, n) for name, n in often.most_common() if name in brief_counties()]
    # 工业兴县 beside 渠县 five times is no second county.
    if not brief or (len(brief) > 1 and brief[0][1] < _OFTEN * brief[1][1]):
        return None
    name = brief[0][0]
    return brief_counties()[name] if spoken or often[name] >= _OFTEN else None


def _common_parent(best: str, weight: Counter[str]) -> str | None:
    """The province of which a text names several parts about as often, and itself too (宁夏: 吴忠, 固原)."""
    table = regions()
    if table[best].level == "province":
        return None
    if (city := _city_of_peers(best, weight)) in table:
        return city
    parent = best[:2] + "0000"
    peers = [
        code
        for code, n in weight.items()
        if code[:2] == best[:2] and code != parent and 2 * n >= weight[best]
    ]
    return parent if len(peers) >= 4 and weight[parent] and weight[best] <= 3 else None


def _city_of_peers(best: str, weight: Counter[str]) -> str:
    """南通市 of a text that names 海安市, 启东市 and 如皋市 about as often as each other; "" for none."""
    peers = [code for code, n in weight.items() if code[:4] == best[:4] and 3 * n >= 2 * weight[best]]
    alike = len(peers) > _PEERS and best[4:] != "00" and min(weight[code] for code in peers) > 1
    return best[:4] + "00" if alike else ""


def _only_short_county(folded: str, named: Iterable[PlaceMention]) -> Region | None:
    """江津 of a text that says 全区 and names no division but wider ones: the one county so called."""
    if any(mention.region.level != "province" for mention in named):
        return None
    kinds = {match["kind"] or match["own"] for match in _OF_ALL.finditer(folded)}
    found = {
        region.code: region
        for at, region in only_short_mentions(folded)
        if region.name[-1] in kinds and _stands_alone(folded, at, at + len(region.short))
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _stands_alone(folded: str, start: int, end: int) -> bool:
    """蓬勃发展的江津 and a title 江津三举措 name a place; 乡村振兴 does not."""
    if folded[:start].rpartition("\n")[2].strip() == "" and _OF_A_TITLE.match(folded, end):
        return True
    before, behind = folded[start - 1 : start], folded[end : end + 1]
    if "、" in (before, behind):
        return False  # 八马、凤山、华祥苑: one of a list of anything
    if _HAN.match(before.strip(_LEADING)):
        return False
    return not _HAN.match(behind.strip(_TRAILING)) or _OF_A_PLACE.match(folded, end) is not None


def _opens_with(mentions: Iterable[PlaceMention], code: str, as_often: bool) -> bool:
    """晋城市，是山西省辖地级市: a city named before its province, and as often, is what the text is about."""
    first = next(iter(mentions), None)
    return as_often and first is not None and first.region.code == code and first.start < _HEAD


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
_OPENS = deferred(r"市?(?:隆重|胜利)?(?:开幕|闭幕|召开|举行)")
_OF_THE_WIDER = deferred(r"(?:自治区|省)[^，。\n]{0,4}[一二三四五六七八九十]+[届次][^，。\n]{0,24}在\Z")
_ASIDE = deferred(r"（[^（）]{2,4}）[一-鿿]")
# Patterns over a whole text begin with all their first signs at once: others are passed over quickly.
_OF_A_COUNTY = deferred("[全我]县|县(?:委|政府|人民|域经济|(?<=[一-鿿]县)迈出)")
_NO_COUNTY = deferred("示范县|和县(?=委|政府|级|区|直|乡|域|城)")
_OF_PROVINCE = deferred(r"[全我本]省|省委、?省政府|全区|自治区(?:党委|政府|上下)")
_OF_A_PART = deferred(r"[全我市县](?:(?<=[全我])[市县](?!场)|(?<=[市县])委、?[市县]政府)")
_ENDS_A_COUNTY = deferred("县(?<=[一-鿿]县)")
_OF_A_BANNER = deferred(r"[全我县旗](?:(?<=[全我])[县旗](?!域)|(?<=[县旗])委)")
_OF_ALL_COUNTY = deferred(r"[全我县](?:(?<=[全我])县|(?<=县)委、?县政府)")
_OF_THE_CITY = deferred(r"[全我本]市(?!场)")
_OF_A_DISTRICT = deferred(r"[全我区县](?:(?<=[全我])[区县](?!域|内外)|(?<=[区县])委、?[区县]政府)")
# 全区 in a text on one of its districts is no province; of an autonomous region it is the whole.
_OF_ANY_PART = deferred(r"[全我市县区](?:(?<=[全我])[市县区](?![场域]|内外)|(?<=[市县区])委、?[市县区]政府)")
_OF_A_PROVINCE = deferred(r"[全我本]省|省委、?省政府")
_WHOLE_AND_PARTS = {"市": (_OF_THE_CITY, _OF_A_DISTRICT), "省": (_OF_A_PROVINCE, _OF_ANY_PART)}
_WITH = deferred(r"(?:(?<![一-鿿])与|[，。；、][^，。；、]?与|接轨|对接|赴|奔赴)\Z")
"""Before a place with which another one works, or to which it travels."""
_OBJECT = deferred(
    r"(?:支援|驰援|援助|来自|销往|落户|辐射|毗邻|邻近|对口|引进|迁入|比邻|学习|借鉴|发往|运往)\Z"
)
"""Before a place that is named once, for what is done to it or with it (支援武汉的口罩)."""
_AMONG_COUNTRIES = deferred(r"[^，。；\n]{0,12}?(?:等[^，。；\n]{0,6})?(?:国家|国)(?:和|与|及)地区")
"""Behind a place that is listed with countries (日本、韩国、台湾等41个国家和地区)."""
_PEERS = 2
_HAN = deferred(r"[一-鿿]")
_LEADING = "的在是从为"
_TRAILING = "的在是从以"
_OF_A_TITLE = deferred(
    r"(?:[一二三四五六七八九十]|多)[个大项条]?(?:举措|措并举|措施|抓手|管齐下|力齐发|招|点发力|聚焦|强化|着力|到位)"
    r"|(?:全力|着力|大力|加快|聚焦|扎实|多措|强力|持续|积极)(?:推进|推动|打造|发展|做[大强优]|培育|建设|并举|抓|提升|构建)"
)
_OF_A_PLACE = deferred("发展(?:历程|史|进程)|经济社会|人民|干部|全[县区市](?!域)")
_OF_THE_DISTRICT = deferred(r"[全我本]区(?!域|内外)|区委|区政府|辖区")
_SPEAKS = r"(?:上下|共|实现|完成|预计|规模|规上|工业|固定|地区|累计|生产|签约|引进|新|重点|现有|已|拥有)"
_CITY_SPEAKS = deferred(rf"(?:(?<=[，。；：\n月年度季])|^)[全我]市{_SPEAKS}")
_PART_SPEAKS = deferred(rf"(?:(?<=[，。；：\n月年度季])|^)[全我][市县区]{_SPEAKS}")
_PROVINCE_SPEAKS = deferred(rf"(?:(?<=[，。；：\n月年度季])|^)[全我]省{_SPEAKS}|省委、?省政府")
_OF_ALL = deferred(r"全(?P<kind>[区县])(?![域块])|(?<![一-鿿])(?P<own>[区县])委")
_OVERSEAS = ("710000", "810000", "820000")
