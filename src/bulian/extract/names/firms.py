"""Firms in running text. Local firms stand in no list: the words around a name tell that it is one."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from bulian.extract.names.aliases import full_name_start
from bulian.extract.names.brands import branded, has_brand, headed, known_firms, past_class
from bulian.extract.names.coordination import list_start, read_list, read_members
from bulian.extract.names.phrases import Phrases, past_date
from bulian.extract.names.places import is_place_name, starting_place
from bulian.vocab.words import word_classes, word_kinds

Span = tuple[int, int]


def find_firms(phrases: Phrases) -> Iterator[Span]:
    """Places of firms' names: legal names, members of lists of firms, names beside what only a firm does."""
    sure = [
        *known_firms(phrases),
        *_legal_names(phrases),
        *branded(phrases),
        *headed(phrases),
        *_listed(phrases),
        *_leading(phrases),
        *_apposed(phrases),
        *_acting(phrases),
        *_companies(phrases),
        *_shaped(phrases),
        *_repeated(phrases),
    ]
    for start, end in (*sure, *_beside(phrases, sure)):
        owner = _OWNER.match(phrases.folded, start, end)
        yield (owner.end() if owner else start), end


def is_firm_name(text: str) -> bool:
    """Whether a word by itself may name a firm: short, no trade or class of firms, no count."""
    if not _SHORT.fullmatch(text) or _trade().search(text) or _NOT_FIRM.search(text):
        return False
    return not is_place_name(text)


def core(full: str) -> str:
    """The distinctive part of a legal name: without the place before and the legal form behind.

    >>> core("重庆三峰环境集团股份有限公司")
    '三峰环境'
    """
    bare = full
    for form in _forms():
        if full.endswith(form):
            bare = full.removesuffix(form)
            break
    if bare == full:
        return full
    bare = _BRACKETED.sub("", bare)
    place = starting_place(bare)
    bare = bare[len(place) :] if len(bare) - len(place) >= 3 else bare
    return bare.removesuffix("集团") if len(bare) > 4 else bare


def _legal_names(phrases: Phrases) -> Iterator[Span]:
    for match in _legal().finditer(phrases.folded):
        start = full_name_start(phrases, match.start())
        if match.start() - start >= 2:
            yield start, match.end()


def _listed(phrases: Phrases) -> Iterator[Span]:
    """A、B等优质企业: members of a list that is summed up as firms."""
    for match in _etc().finditer(phrases.folded):
        yield from _members(phrases, match.start())
    for match in _SUMMED.finditer(phrases.folded):
        yield from _members(phrases, match.start())


def _leading(phrases: Phrases) -> Iterator[Span]:
    """以A、B为链主: what leads a chain is a firm."""
    for match in _lead().finditer(phrases.folded):
        start = past_class(phrases.folded, match.start("list"), match.end("list"))
        for item in read_members(phrases, start, match.end("list")):
            if is_firm_name(item.text):
                yield item.start, item.end


def _apposed(phrases: Phrases) -> Iterator[Span]:
    """龙头企业——A, 链主企业A落户: the name right after what it is, set off by a sign or by what firms do."""
    folded = phrases.folded
    for match in _company().finditer(folded):
        start = match.end()
        end = phrases.right_edge(start, min(len(folded), start + 12))
        set_off = match["sign"] or _ACTS.match(folded, end)
        if set_off and is_firm_name(folded[start:end]):
            yield start, without_adverb(folded, start, end)


def _acting(phrases: Phrases) -> Iterator[Span]:
    """A专注体外诊断, A成功上市: the subject of what only a firm does; 抓住A在区增资: also as object."""
    folded = phrases.folded
    found = [(match.start(), bool(match["here"])) for match in _act().finditer(folded)]
    found += [(at, False) for _, at, _ in _act_words().find_matches_as_indexes(folded)]
    for end, here in found:
        end -= folded[end - 1 : end] == "的"
        start = phrases.left_edge(end, max(0, end - 20))
        opens = start == 0 or folded[start - 1] in _PAUSES or here
        start = past_date(folded, start, end)
        if opens and is_firm_name(folded[start:end]):
            yield start, without_adverb(folded, start, end)


def _companies(phrases: Phrases) -> Iterator[Span]:
    """某某机器人公司, 某某港口集团: a name of some length before 公司 or 集团, not a kind of company."""
    for match in _GROUP.finditer(phrases.folded):
        start = phrases.left_edge(match.start(), max(0, match.start() - 12))
        start = past_class(phrases.folded, start, match.start())
        name = phrases.folded[start : match.start()]
        if 2 <= len(name) <= 10 and not _KIND_OF_COMPANY.search(name) and not _NOT_FIRM.search(name):
            yield start, match.end()


def _shaped(phrases: Phrases) -> Iterator[Span]:
    """远山重工今年产值12亿元: a name of its own before a word that firms are named by, opening a clause that
    tells a firm's figure. An industry is told by its name with 产业 behind it elsewhere in the text.
    """
    folded = phrases.folded
    for match in _figure().finditer(folded):
        name = match["name"]
        own = name.removesuffix(match["brand"])
        if own in _common_words() or starting_place(own) or not is_firm_name(name):
            continue
        if not any(
            name + word in folded for word in ("产业", "行业", "领域", "集群", "产品", "技术", "企业")
        ):
            yield match.span("name")


def _repeated(phrases: Phrases) -> Iterator[Span]:
    """中远重科 named twice, once at least as one that acts: a name of two characters before a firm's word."""
    folded = phrases.folded
    places = defaultdict(list)
    acts = set()
    for match in _shape().finditer(folded):
        name, start = match["name"], match.start("name")
        own = name.removesuffix(match["brand"])
        if own in _common_words() or starting_place(own) or not is_firm_name(name):
            continue
        if phrases.left_edge(match.end("name"), max(0, start - 12)) == start:
            places[name].append(match.span("name"))
            if _FIRM_ACTS.match(folded, match.end("name")):
                acts.add(name)
    for name in acts:
        if len(places[name]) > 1 and not any(
            name + word in folded for word in ("产业", "行业", "领域", "技术")
        ):
            yield from places[name]


def _beside(phrases: Phrases, sure: list[Span]) -> Iterator[Span]:
    """A、B、C where half of them are firms: a list is of one kind, so the others are firms too."""
    known, seen = set(sure), set()
    for start, end in sure:
        if "、" not in (phrases.folded[end : end + 1], phrases.folded[start - 1 : start]):
            continue
        begin = list_start(phrases, end, max(0, end - 100))
        begin = past_class(phrases.folded, begin, start + 1)
        if begin in seen:
            continue
        seen.add(begin)
        items = read_list(phrases, begin, min(len(phrases.folded), begin + 160)).items
        firms = [(item.start, item.end) in known for item in items]
        if 2 * sum(firms) >= len(items):
            good = (item for item in items if is_firm_name(item.text) or has_brand(item.text))
            yield from ((item.start, item.end) for item in good)


def short_forms(folded: str, full: str) -> Iterator[str]:
    """How a text may shorten a legal name: its first two characters, then others in order (中联重科).

    >>> list(short_forms("远江重科的产品；远江重科拟建基地", "远江重工科技股份有限公司"))
    ['远江重科']
    """
    bare = core(full)
    if bare == full or len(bare) < 5:
        return
    found: dict[str, int] = {}
    for match in re.finditer(re.escape(bare[:2]), folded):
        at, rest = match.end(), bare[2:]
        while at < len(folded) and folded[at] in rest:
            rest = rest[rest.index(folded[at]) + 1 :]
            at += 1
        name = folded[match.start() : at]
        parent = bare.startswith(name) and has_brand(name) and not _KIN.match(rest)
        if (
            rest
            and 3 <= len(name) <= 6
            and not bare.startswith(folded[match.start() : at + 1])
            and not parent
        ):
            found[name] = found.get(name, 0) + 1
    yield from (
        name for name, count in found.items() if (count >= 2 or has_brand(name)) and is_firm_name(name)
    )


def _members(phrases: Phrases, end: int) -> Iterator[Span]:
    start = list_start(phrases, end, 0)
    items = read_members(phrases, past_class(phrases.folded, start, end), end)
    if items and all(is_firm_name(item.text) or _legal().search(item.text) for item in items):
        yield from ((item.start, item.end) for item in items)


def without_adverb(folded: str, start: int, end: int) -> int:
    """Where a name ends that an adverb follows without a stop (远山智能刚成功上市)."""
    return end - 1 if end - start > 3 and folded[end - 1] in "刚曾正均则仍即再才便" else end


_OWNER = re.compile(r"(?:央企|国企|民企|外企|药企|车企)(?=[一-鿿A-Z]{2})")
_KIN = re.compile(r"(?:科技|集团|技术|实业|发展|股份|控股|产业)+$")
"""What a firm's full name may add to its short one; other words make it the name of a daughter."""
_SHORT = re.compile(r"(?=.*[一-鿿A-Za-z])[一-鿿A-Za-z0-9·\-+&]{2,12}")
_NOT_FIRM = re.compile(
    r"^(?:我[国省市区县们]|[咱你他]们|本[省市区县地土]|该|某|全[国省市区县球部]|这|那|各|多[家个]|数[十百千家字]|许|其|第|约|近|超|一(?!汽|[重拖])|两"
    r"|三家|有[关效限]|新(?:型|能源|材料|一代|质|产业|技术|业态|的)|大(?:型|健康|数据|企业|项目|批|量)|小[微型]|众[多创]"
    r"|当地|国内|国外|世界|民营|国有|外资|[省市区县][内属级]|现代(?!汽车|重工|摩比斯)|先进|高端|传统|新兴|未来|优质|特色)"
    r"|[省市区县镇乡村]$|\d$|\d[^A-Za-z]?[家户个项条款]|[型式级性化度]$|强$|改革$|[二三四]期$|源$"
)  # fmt: skip


_TRADE_END = (
    "(?:农|工|商|林|渔|牧|制造|服务|加工|旅游|金融|物流|建筑|零售|批发|餐饮|地产|养殖|种植|产|行|企|事|就|创"
    "|运输|信息|软件|文化|娱乐|租赁|采矿|保险|住宿|支柱|主)业"
)
_KINDS = (
    "(?:动力|锂|储能|新型|智能|高端|工业|生物|绿色|数字|精密|特种|先进"
    "|化学|光学|专用|通用|新|现代|清洁|人工|高性能)"
)
_BRACKETED = re.compile(r"（[^（）]*）$")
_PAUSES = "，。；：、！？\n”）— "
_SUMMED = re.compile(r"(?<=[一-鿿A-Za-z])(?:\d{1,2}|[三四五六七八九十])家(?:企业|公司)(?![、和])")
_FIRM_ACTS = re.compile(
    r"(?:公司|集团)?(?:拟|将|计划|已|董事长|总经理|总裁|总部|产品|投资|签约|落户|宣布|表示|致力|主营|成立|创立|成功|正式|负责人)"
)
_GROUP = re.compile(
    r"(?:集团)?公司(?![法化制治])|集团(?!化|军|公司|股份|有限|控股|总部)|(?<=[一-鿿])股份(?=[，。；、（在拟将与和成入获])"
)
_KIND_OF_COMPANY = re.compile(
    r"(?:上市|子|分|总|母|控股|外资|跨国|龙头|平台|科技|物流|国有|民营|保险|基金|投资|证券|建筑|服务|生产|运营|管理|开发"
    r"|租赁|担保|项目|企业|产业|医疗|教育|文旅|旅游|农业|金融|大型|中小|专业|咨询|相关|省属|市属|区属|央企|国企|兄弟|旗下"
    r"|下属|全资|合资|独资|参股|知名|品牌|设计|软件|网络|互联网|电商|贸易|食品|制药|汽车|钢铁|能源|环保|数字|有限|责任|交易所)$"
    r"|(?:一|两|三|多|数)家|\d|^(?:有限|股份|责任)"
)
_ACTS = re.compile(
    r"等|、|（|落户|入驻|投资|签约|增资|落地|扎根|正式|成功|在[^，。；]{0,12}(?:投资|设立|建设|落户|布局)"
)


@cache
def _figure() -> re.Pattern[str]:
    """A clause that opens with a name of two characters and a brand word, and goes on as a firm's does."""
    brands = "|".join(sorted(word_classes("firm_cues.csv")["brand"], key=len, reverse=True))
    return re.compile(
        rf"(?:(?<=[，。；：、！？\n”）— ])|(?<=其中)|(?<![\s\S]))(?P<name>[一-鿿]{{2}}(?P<brand>{brands}))"
        r"(?=(?:今年|去年|上年|20\d\d年|[上下]半年|前[二三]季度|全年|目前|现有|\d)?(?:\d[\d—\-至]*月|上半年|前三季度|全年)?"
        r"(?:已|预计|累计|实现|完成|的|年)*(?:总|工业|年)*(?:产值|营业收入|营收|销售收入|销售额|净利润|利润|税收|纳税|研发投入"
        r"|订单|产能|员工|职工|市值|出口额?)[^，。；]{0,8}\d)"
    )


@cache
def _shape() -> re.Pattern[str]:
    words = "|".join(sorted(word_classes("firm_cues.csv")["firm_word"], key=len, reverse=True))
    return re.compile(rf"(?P<name>[一-鿿]{{2}}(?P<brand>{words}))")


@cache
def _common_words() -> frozenset[str]:
    """Words that tell a kind of thing before a brand word (新能源汽车, 数字医疗), not whose it is."""
    classes = word_classes("firm_cues.csv")
    return frozenset((*classes["brand"], *classes["trade_tail"], *classes["common"]))


@cache
def _forms() -> tuple[str, ...]:
    return tuple(sorted(word_kinds("legal_forms.csv"), key=len, reverse=True))


@cache
def _legal() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, _forms())))


@cache
def _trade() -> re.Pattern[str]:
    brands = word_classes("firm_cues.csv")["brand"]
    tails = [word for word in word_classes("firm_cues.csv")["trade_tail"] if word not in brands]
    alone = "|".join(brands)
    return re.compile(
        rf"(?:{'|'.join(tails)})$|{_TRADE_END}$|^{_KINDS}*(?:{alone})$|制造|产业|企业|公司(?!$)|与|和"
    )


@cache
def _etc() -> re.Pattern[str]:
    nouns = "|".join(word_classes("firm_cues.csv")["company_noun"])
    return re.compile(
        rf"(?:(?<![\d两三四五六七八九十])[\d两三四五六七八九十]+家|等(?<![平高中初均同]等)(?:一批|多家|[\d一-十]+家|各类)?)"
        rf"[^，。；：、等]{{0,10}}?(?:{nouns})"
    )


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(
        r"以(?P<list>[^，。；：以]{2,80}?)(?:等(?:[^，。；：、以]{0,8}(?:企业|公司))?)?为(?:链主|龙头|骨干|领军|头部|引领|代表)"
    )


@cache
def _company() -> re.Pattern[str]:
    words = "|".join(word_classes("firm_cues.csv")["lead_company"])
    return re.compile(rf"(?:{words})(?P<sign>——|—|：“?|“)?")


@cache
def _act() -> re.Pattern[str]:
    return re.compile(
        r"(?P<here>在(?:我|本|该)?[区县市省渝](?:增资|投资|布局|设立))"
        r"|(?:拟|计划|将|已)?(?:总)?投资(?:约|近|超|逾)?[\d.]+[万亿]+(?:元|美元)(?:人民币)?(?:在[^，。；]{2,12})?(?:建设|打造|新建|兴建)"
        r"|(?:是|作为)[^，。；：]{2,22}?(?:供应商|制造商|生产商|服务商)"
        r"|(?:是|作为)[^，。；：]{2,22}?(?:链主|龙头|领军|领先|骨干|上市|头部)(?:企业|公司)"
    )


@cache
def _act_words() -> AhoCorasick:
    """What only a firm does, and who only a firm has (董事长)."""
    classes = word_classes("firm_cues.csv")
    own = [f"自主{verb}{after}" for verb in ("研发", "研制", "开发") for after in ("的", "了", "出", "生产")]
    return AhoCorasick([*classes["act"], *classes["officer"], *own], matchkind=MatchKind.LeftmostLongest)
