"""How the words in a slot become names: firms, directions, titles, things. One reader a kind."""

import re
from collections.abc import Callable
from functools import cache

from bulian.extract.context import Context
from bulian.extract.names.coordination import Item, list_start, read_list, read_members
from bulian.extract.names.firms import is_firm_name
from bulian.extract.names.places import starting_place
from bulian.extract.relations.rules import CUES
from bulian.vocab.words import word_classes

Reader = Callable[[Context, int, int], list[str]]


def firms(context: Context, start: int, end: int) -> list[str]:
    """Members that are firms: recognised in the document, or that may be by themselves; () if one is not."""
    items = _members(context, start, end)
    names = [_firm(context, item) for item in items]
    return [name for name in names if name] if all(names) else []


def known_firm(context: Context, start: int, end: int) -> list[str]:
    """The one firm, recognised in the document, that ends the slot."""
    found = [n for n in context.names.within(start, end) if n.kind == "firm" and n.end == end]
    return [max(found, key=lambda n: n.end - n.start).canonical] if found else []


def directions(context: Context, start: int, end: int) -> list[str]:
    """Industries, segments and kinds of firm to go for; () unless the phrase says that it names such."""
    found = read_list(context.phrases, start, end)
    if found.noun and context.folded[found.end : found.end + 1] == "的":
        return []  # 等领域的工作思路: the list only describes
    industrial = found.noun in word_classes(CUES)["direction_noun"]
    return [
        _industry(context, item.text)
        for item in found.items
        if (industrial or _directional().search(item.text)) and _is_segment(context, item)
    ]


def segments(context: Context, start: int, end: int) -> list[str]:
    """Members of a chain or an industry, whatever they are."""
    items = read_list(context.phrases, start, end).items
    return [_industry(context, item.text) for item in items if _is_segment(context, item)]


def _is_segment(context: Context, item: Item) -> bool:
    text = _bare(item.text)
    return not (_generic().fullmatch(text) or _NO_SEGMENT.search(text) or is_known_firm(context, item))


def kinds_of_firm(context: Context, start: int, end: int) -> list[str]:
    """Kinds of firm (芯片设计企业): the slot holds the members up to 企业, commas too."""
    found = read_list(context.phrases, start, end)
    items = found.items if found.noun else read_members(context.phrases, start, end)
    bare = [_bare(_RELATED.sub("", item.text)) for item in items if not is_known_firm(context, item)]
    return [text for text in bare if len(text) >= 2 and not _generic().fullmatch(text)]


def aspirations(context: Context, start: int, end: int) -> list[str]:
    """A zone, base or landmark to become (全国体外诊断产业高地); the one name, without praise before 的."""
    match = _aspired().match(context.folded, start, end)
    if not match:
        return []
    parts = _conjoined(match.group())
    names = [_QUANTIFIED.sub("", _after_praise(part)).strip("“”") for part in parts]
    home = context.names.home or ""
    good = [n for n in names if 4 <= len(n) <= 30 and not _generic().fullmatch(n) and not _COUNT.search(n)]
    return [name for name in good if _here(name, home) and not _VERB_FIRST.match(name)]


def _conjoined(text: str) -> list[str]:
    """A和B as two where A alone would do as well (制造基地和创新高地), else as one."""
    first, _, second = text.partition("和")
    return [first, second] if second and _aspired().fullmatch(first) else [text]


def _after_praise(text: str) -> str:
    """有影响力的西部产业高地 → 西部产业高地; praise that says how wide (全国最大的) is part of the aim."""
    praise, _, last = text.rpartition("的")
    if _SCOPE.search(praise):
        return text
    return last if len(last) >= 5 else text.replace("的", "", 1)


def _here(name: str, home: str) -> bool:
    """The name does not begin with another place, whose aspiration it would be."""
    place = starting_place(name)
    return not place or place in home


def titles(context: Context, start: int, end: int) -> list[str]:
    """Titles, lists and awards; each member of a list must sound like one."""
    text = _TITLE_END.sub("", context.folded[start:end]).strip()
    found = []
    for part in _split_titles(text):
        part = _unquoted(_TITLE_START.sub("", part))
        if 5 <= len(part) <= 50 and _titled().search(part) and not _NO_TITLE.search(part):
            found.append(part)
    return found


def facilities(context: Context, start: int, end: int) -> list[str]:
    """Named parks, projects and buildings that stand or are to stand somewhere."""
    found = read_list(context.phrases, start, end)
    named = [item.text for item in found.items if _facility().search(item.text) and _distinct(item.text)]
    platform = found.noun in ("平台", "载体", "园区") and not named
    return named or ([item.text for item in found.items if _distinct(item.text)] if platform else [])


def one(context: Context, start: int, end: int) -> list[str]:
    """One name as it stands, its aliases resolved."""
    text = context.folded[start:end].strip("“”")
    known = [n for n in context.names.within(start, end) if n.start == start and n.end == end]
    return [known[0].canonical] if known else [text] if len(text) >= 2 else []


def things(context: Context, start: int, end: int) -> list[str]:
    """Members as they stand: products, projects, bodies."""
    return [item.text for item in read_list(context.phrases, start, end).items]


def place(context: Context, start: int, end: int) -> list[str]:
    """The full name of the place that the slot names and nothing else."""
    found = [n for n in context.names.within(start, end) if n.kind == "place"]
    covered = (
        found
        and context.folded[found[-1].end : end] in ("", "的", "市", "区")
        and found[0].start - start <= 2
    )
    return [found[-1].canonical] if covered else []


def product(context: Context, start: int, end: int) -> list[str]:
    """One product: after the last 的, without verbs in it, and without its brand (“镜星”系列)."""
    brand = _BRAND.search(context.folded, start, end)
    start = brand.end() if brand else start
    items = read_members(context.phrases, start, end)
    return [item.text for item in items if not _generic().fullmatch(item.text)]


def mains(context: Context, start: int, end: int) -> list[str]:
    """以A为主的X、以B为主的Y → X, Y: what each member is mainly made of is cut away."""
    text = context.folded[start:end]
    return [m[1] for m in _MAIN.finditer(text)] or segments(context, start, end)


def stages(context: Context, start: int, end: int) -> list[str]:
    """Stages of a chain, plain words like 原料 and 服务 too."""
    return [part for part in _STAGE_CUT.split(context.folded[start:end]) if 2 <= len(part) <= 10]


def chain(context: Context, start: int, end: int) -> list[str]:
    """The chain of what the slot names: 体外诊断 → 体外诊断产业链."""
    name = one_industry(context, start, end)
    return [name.removesuffix("产业") + "产业链"] if name else []


def system(context: Context, start: int, end: int) -> list[str]:
    """The industry of a 产业体系 or 集群; an industry as wide as 工业 is the place's own and gives none."""
    name = one_industry(context, start, end)
    return [name] if name else []


def industry(context: Context, start: int, end: int) -> list[str]:
    """One industry, chain or cluster, by the name the document itself uses."""
    text = context.folded[start:end]
    if text.endswith(("产业链", "集群")) and context.phrases.clear(start, end):
        return [text]
    name = one_industry(context, start, end)
    return [name] if name else []


def one_industry(context: Context, start: int, end: int) -> str | None:
    start = max(start, context.phrases.left_edge(end, start))
    for name in context.names.within(start, end - 3):
        if name.kind == "place" and name.start == start:
            start = name.end
    if zone := _ZONE.match(context.folded, start, end):
        start = zone.end()
    text = _WHERE.sub("", context.folded[start:end])
    bare = _bare(text)
    if len(bare) < 2 or _generic().fullmatch(bare):
        return None
    return text if text.endswith("行业") else bare if bare.endswith(("业", "链", "经济")) else bare + "产业"


def firm_named(context: Context, start: int, end: int) -> list[str]:
    """The firm at the slot's end, or the whole slot where it may be a firm's name and opens its clause."""
    text = context.folded[start:end]
    opens = start == 0 or context.folded[start - 1] in "，,。；：\n"
    return known_firm(context, start, end) or ([text] if opens and is_firm_name(text) else [])


def firm_at_start(context: Context, start: int, end: int) -> list[str]:
    found = [n for n in context.names.within(start, end) if n.kind == "firm" and n.start == start]
    return [found[0].canonical] if found else []


def leading_firm(context: Context, start: int, end: int) -> list[str]:
    """The firm that begins the slot."""
    found = [n for n in context.names.within(start, end) if n.kind == "firm" and n.start == start]
    return [found[0].canonical] if found else []


def known_firm_end(context: Context, start: int, end: int) -> list[str]:
    """The firm at the slot's end, closing signs aside."""
    stop = end
    while stop > start and context.folded[stop - 1] in "”）)的":
        stop -= 1
    return known_firm(context, start, stop)


def firm_or_anaphor(context: Context, start: int, end: int) -> list[str]:
    """The firm at the slot's end; for 该企业 or 公司 the one named last before, in the same paragraph."""
    known = known_firm(context, start, _bracketed(context.folded, start, end))
    text = context.folded[start:end]
    if known or not _ANAPHOR.search(text):
        return known
    line = context.folded.rfind("\n", 0, start) + 1
    before = [n for n in context.names.within(line, start) if n.kind == "firm"]
    return [before[-1].canonical] if before else []


def thing_at_end(context: Context, start: int, end: int) -> list[str]:
    """The project, building or firm that ends the slot."""
    found = [
        n for n in context.names.within(start, end) if n.end == end and n.kind not in ("place", "industry")
    ]
    return [found[0].canonical] if found else []


def place_at_start(context: Context, start: int, end: int) -> list[str]:
    """The place that the slot begins with; a town or street too, which no list of ours holds."""
    found = [n for n in context.names.within(start, end) if n.kind == "place" and n.start - start <= 1]
    town = _TOWN.match(context.folded, found[0].end if found else start, end)
    return [town[0]] if town else [found[0].canonical] if found else []


def settler(context: Context, start: int, end: int) -> list[str]:
    """Who settles: firms, projects or bodies that end the slot, or the firms of a list (A、B等企业)."""
    stop = _bracketed(context.folded, start, end)
    first = [n for n in context.names.within(start, stop) if n.end == stop and n.kind in _SETTLERS]
    if first and not _COUNT.search(first[0].canonical):
        return [first[0].canonical]
    listed = _LISTED.search(context.folded, start, end)
    if not listed:
        return []
    begin = list_start(context.phrases, listed.start(), start)
    return [
        name
        for item in read_members(context.phrases, begin, listed.start())
        if (name := _firm(context, item))
    ]


def mover(context: Context, start: int, end: int) -> list[str]:
    """Who moves: a name we know, or a factory or school at the slot's end."""
    known = settler(context, start, end)
    text = context.folded[context.phrases.left_edge(end, start) : end]
    return known or ([text] if _MOVER.fullmatch(text) else [])


def firm_or_facility(context: Context, start: int, end: int) -> list[str]:
    return firms(context, start, end) or facilities(context, start, end)


def thing_in_place(context: Context, start: int, end: int) -> list[str]:
    """大渡口的艺术湾半岛: what follows the place the slot begins with."""
    begin = _after_place(context, start, end)
    text = context.folded[begin:end] if begin else ""
    return (
        [text]
        if len(text) >= 3 and context.phrases.clear(begin, end) and not _vague().fullmatch(text)
        else []
    )


def _after_place(context: Context, start: int, end: int) -> int:
    """Where the thing begins: after a county, or any place and 的; 0 where the place is part of its name."""
    found = [n for n in context.names.within(start, end) if n.kind == "place" and n.start == start]
    if not found:
        return 0
    stop = found[0].end
    if context.folded[stop] == "的":
        return stop + 1
    return stop if found[0].canonical.endswith(("区", "县")) else 0


def graded(context: Context, start: int, end: int) -> list[str]:
    """The assessment and the grade that follows it."""
    match = _GRADE.match(context.folded, end)
    return [context.folded[start:end] + match[1]] if match else []


def subject(context: Context, start: int, end: int) -> list[str]:
    """The name that ends the slot, notes in brackets aside; else the whole slot if it is one plain name."""
    when = _WHEN.search(context.folded, start, end)
    stop = _bracketed(context.folded, start, when.start() if when else end)
    while edge := _ADVERB.search(context.folded, start, stop):
        stop = edge.start()
        stop = _bracketed(context.folded, start, stop)
    found = [n for n in context.names.within(start, stop) if n.end == stop and n.kind != "industry"]
    if found:
        before = [a.short for a in context.names.aliases if a.end == found[0].start]
        return [(before[0] if before else "") + found[0].canonical]
    left = context.phrases.left_edge(stop, start)
    text = context.folded[left:stop]
    return [text] if 2 <= len(text) <= 16 and not _COUNT.search(text) else []


def builts(context: Context, start: int, end: int) -> list[str]:
    """Projects, buildings, plants or bodies that end the slot, each member of a list."""
    listed = _LISTED.search(context.folded, start, end)
    end = listed.start() if listed else end
    begin = max(start, list_start(context.phrases, end, start))
    if context.folded[begin:end].find("）") > 0:
        return subject(context, start, end)
    items = [item.text for item in read_list(context.phrases, begin, end).items]
    good = [
        text
        for text in items
        if (_facility().search(text) or _BUILT.search(text)) and not _vague().fullmatch(text)
    ]
    return [text for text in good if not _COUNT.search(text)]


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
    parks = [n for n in context.names.within(start, end) if n.start == start and n.kind == "park"]
    return [parks[0].canonical] if parks else place_at_end(context, start, end)


def _bracketed(folded: str, start: int, end: int) -> int:
    opening = folded.rfind("（", start, end)
    return opening if opening > start and folded[end - 1] == "）" else end


def partners(context: Context, start: int, end: int) -> list[str]:
    """Firms, universities and institutes one works with; () if a member is none."""
    items = _members(context, start, end)
    good = [
        _firm(context, i) if is_known_firm(context, i) else i.text if _PARTNER.search(i.text) else None
        for i in items
    ]
    return [name for name in good if name] if good and all(good) else []


READERS: dict[str, Reader] = {
    "mains": mains, "stages": stages, "chain": chain, "system": system, "industry": industry,
    "firm_named": firm_named,
    "firm_at_start": firm_at_start, "leading_firm": leading_firm, "known_firm_end": known_firm_end,
    "firm_or_anaphor": firm_or_anaphor, "thing_at_end": thing_at_end, "place_at_start": place_at_start,
    "settler": settler, "mover": mover, "firm_or_facility": firm_or_facility,
    "thing_in_place": thing_in_place,
    "subject": subject, "builts": builts, "place_at_end": place_at_end,
    "place_or_park_at_start": place_or_park_at_start, "graded": graded, "partners": partners,
    "firms": firms, "known_firm": known_firm, "directions": directions, "segments": segments,
    "kinds_of_firm": kinds_of_firm, "aspirations": aspirations, "titles": titles, "facilities": facilities,
    "one": one, "things": things, "place": place, "product": product,
}  # fmt: skip


def is_known_firm(context: Context, item: Item) -> bool:
    """Whether the member is recognised as a firm in this document."""
    return any(
        n.kind == "firm" and n.start == item.start and n.end == item.end
        for n in context.names.within(item.start, item.end)
    )


def _members(context: Context, start: int, end: int) -> tuple[Item, ...]:
    """The members that fill the slot, up to 等 where it holds one."""
    found = read_list(context.phrases, start, end)
    return found.items


def _firm(context: Context, item: Item) -> str | None:
    for name in context.names.within(item.start, item.end):
        if name.kind == "firm" and name.end == item.end:
            return name.canonical
    return item.text if is_firm_name(item.text) else None


def _industry(context: Context, text: str) -> str:
    """The name the document itself uses: with 产业 where it stands so somewhere."""
    bare = _bare(text.removesuffix("全产业链"))
    if bare + "产业" in context.folded and not bare.endswith("业"):
        return bare + "产业"
    return text if text.endswith(("产业", "产业链", "集群")) else bare


def _bare(text: str) -> str:
    bare = _CLASS_TAIL.sub("", text)
    return bare if len(bare) >= 2 else text


def _split_titles(text: str) -> list[str]:
    depth, parts, last = 0, [], 0
    for at, sign in enumerate(text):
        depth += (sign in "“《（") - (sign in "”》）")
        if sign == "、" and depth <= 0:
            parts.append(text[last:at])
            last = at + 1
    return [*parts, text[last:]]


def _unquoted(text: str) -> str:
    """Without signs that enclose the whole, as “…” or 《…》."""
    pair = text[:1] + text[-1:]
    inner = text[1:-1]
    return inner if pair in ("“”", "《》") and pair[0] not in inner and pair[1] not in inner else text


def _distinct(text: str) -> bool:
    """A name of its own, not a class of things."""
    return len(text) >= 5 and not _vague().fullmatch(text) and not _COUNT.search(text)


_CLASS_TAIL = re.compile(r"(?:产业|行业|企业|领域|相关|有关|项目)+$")
_RELATED = re.compile(r"(?:相关|有关|类|领域)+(?:企业)?$")
_QUANTIFIED = re.compile(r"^(?:一批|一个|一座|若干|多个|更多|[一二三四五六七八九十\d]+个)")
_TITLE_END = re.compile(r"…*(?:等[^，、”]{0,10})?(?:荣誉)?(?:称号|殊荣)?(?:之一)?$")
_TITLE_START = re.compile(r"^(?:为|成为|了|到)?(?:一批|一个|首个)?")
_NO_TITLE = re.compile(
    r"^\d+[家个项所]|\d+[人家个项名]$|\d家|投产|建成|\d+(?:\.\d+)?[%万亿]|[家个项][，、]?$|增长|同比|建设进度|^(?:数|总数|数量)"
)


_ZONE = re.compile(r"(?:工业园区|产业园区|经开区|高新区|开发区|新区|功能区)(?=..)")
_BRAND = re.compile(r"“[^”\n]{1,12}”(?:系列|牌|品牌)(?=..)")
_WHEN = re.compile(r"(?:于|在)?(?:20\d\d年|今年|去年)?(?:\d{1,2}月)?(?:\d{1,2}日)?[底初末]?$")
_VERB_FIRST = re.compile(r"形成|构建|建设|打造|培育|\d")
_SCOPE = re.compile(r"全国|全球|国内|世界|亚洲|[东中西]部|国家级|省级|市级")
_NO_SEGMENT = re.compile(
    r"^[一二三四五六七八九十两]个|\d+(?:\.\d+)?亿|[百千万]亿|^可(?!穿|降解|再生|持续)|^\d|[家个条]$"
)
_WHERE = re.compile(r"^(?:国内|全国|我国|全球|世界|中国)")
_MAIN = re.compile(r"为主(?:导)?的([一-鿿A-Za-z0-9]{2,12}?)(?=、|和|及|与|以|等|$)")
_STAGE_CUT = re.compile(r"、|和|及|与|以及")
_ANAPHOR = re.compile(r"(?:(?:该|这家)?(?:企业|公司|集团)|其)(?:自主)?$")
_LISTED = re.compile(r"等(?:一批|多家|[\d一-十]+家)?[^，。；：、]{0,8}?(?:企业|公司|项目|集团)$")
_TOWN = re.compile(r"[一-鿿]{2,3}(?:镇|乡|街道)(?![一-鿿]{0,2}(?:企业|产业))")
_SETTLERS = ("firm", "project", "body", "site", "base", "park")
_MOVER = re.compile(r"[一-鿿]{2,14}(?:厂|学校|大学|学院|公司|研究院|总部|医院)")
_BUILT = re.compile(
    r"(?:项目|工程|厂|线|中心|园|基地|总部|大厦|学校|大学|医院|机场|港|站|桥|隧道|高速|铁路|轨道|平台|装置|一期|二期|三期|校区|校园|实验室|研究院|集团|公司)$"
)
_COUNT = re.compile(
    r"\d+(?:\.\d+)?(?:多|余)?(?:家|个|项|所|条|座|处|万|亿|公里)|^(?:一批|多个|部分|所有|全部)"
)
_ADVERB = re.compile(r"(?:正式|成功|顺利|已|已经|也|还|在|于|近日|日前|全面|先后|相继)$")
_GRADE = re.compile(r"中(?:获得|获评|获|荣获|被评为|取得)([^，,。；：！？、\n]{2,10})")
_PARTNER = re.compile(r"(?:大学|学院|研究院|研究所|集团|公司|科学院|实验室|银行|医院|协会|商会|中心)$")


@cache
def _vague() -> re.Pattern[str]:
    """Words put together of nothing but kinds of things: 大型智算中心, 城市更新项目."""
    parts = "|".join(map(re.escape, word_classes(CUES)["vague_part"]))
    ends = "|".join(map(re.escape, word_classes(CUES)["facility_tail"]))
    return re.compile(rf"(?:{parts})*(?:{ends}|平台|园区|工程|基地|中心|载体|学校|公园|开发区|经开区|高新区)")


@cache
def _directional() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(word_classes(CUES)['direction_tail'])})$")


@cache
def _generic() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, word_classes(CUES)["generic"])))


@cache
def _aspired() -> re.Pattern[str]:
    tails = "|".join(word_classes(CUES)["aspiration_tail"])
    return re.compile(
        rf"[^，。；：、！？\n（）]{{2,30}}?(?:{tails})(?=$|[，。；：、！？\n（）—”]|之一|和|与|及|建设)"
    )


@cache
def _titled() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(word_classes(CUES)['title_word'])})")


@cache
def _facility() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(word_classes(CUES)['facility_tail'])})(?:[一二三四]期)?$")
