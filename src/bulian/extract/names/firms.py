"""Firms in running text. Local firms stand in no list: the words around a name tell that it is one."""

import re
from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from bulian.extract.deferred import deferred
from bulian.extract.names.brands import branded, headed, known_firms, past_class
from bulian.extract.names.coordination import list_start, read_list, read_members
from bulian.extract.names.form import has_brand, is_firm_name, may_be_listed, names_none
from bulian.extract.names.legal import ends_legally, legal_names
from bulian.extract.names.phrases import Phrases, past_date
from bulian.vocab.words import word_classes

Span = tuple[int, int]


def find_firms(phrases: Phrases) -> Iterator[Span]:
    """Places of firms' names: legal names, members of lists of firms, names beside what only a firm does."""
    sure = [
        *known_firms(phrases),
        *legal_names(phrases),
        *branded(phrases),
        *headed(phrases),
        *_listed(phrases),
        *_leading(phrases),
        *_apposed(phrases),
        *_acting(phrases),
        *_companies(phrases),
    ]
    for start, end in (*sure, *_beside(phrases, sure)):
        owner = _OWNER.match(phrases.folded, start, end)
        yield (owner.end() if owner else start), end


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
        items = read_members(phrases, start, match.end("list"))
        # A trade among them (以陶瓷、工艺品为骨干) tells that none is a firm.
        if all(_in_a_list(item.text) for item in items):
            yield from ((item.start, item.end) for item in items if is_firm_name(item.text))


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
        dashed = phrases.folded.rfind("--", start, match.start())
        start = dashed + 2 if dashed >= 0 else start
        name = phrases.folded[start : match.start()]
        if 2 <= len(name) <= 10 and not _KIND_OF_COMPANY.search(name) and not names_none(name):
            yield start, match.end()


def _beside(phrases: Phrases, sure: list[Span]) -> Iterator[Span]:
    """A、B、C where half of them are firms: a list is of one kind, so the others are firms too."""
    known, seen, read = set(sure), set(), 0
    for start, end in sorted(known):
        if start < read:
            continue
        if "、" not in (phrases.folded[end : end + 1], phrases.folded[start - 1 : start]):
            continue
        begin = list_start(phrases, end, max(0, end - _BACK))
        begin = past_class(phrases.folded, begin, start + 1)
        if begin in seen:
            continue
        seen.add(begin)
        items = read_list(phrases, begin, min(len(phrases.folded), begin + 160)).items
        if items and begin == max(0, end - _BACK):
            read = items[
                -1
            ].end  # the list is longer than what is looked back on: each part of it is read once
        firms = [(item.start, item.end) in known for item in items]
        if 2 * sum(firms) >= len(items):
            good = (item for item in items if is_firm_name(item.text) or has_brand(item.text))
            yield from ((item.start, item.end) for item in good)


def _members(phrases: Phrases, end: int) -> Iterator[Span]:
    start = list_start(phrases, end, 0)
    items = read_members(phrases, past_class(phrases.folded, start, end), end)
    told = sum(_in_a_list(item.text) for item in items)
    if items and 2 * told >= len(items) and all(_in_a_list(i.text) or may_be_listed(i.text) for i in items):
        yield from ((item.start, item.end) for item in items)


def _in_a_list(text: str) -> bool:
    """What may be a firm where the list says that its members are: 安芯半导体 too, no trade by itself."""
    return is_firm_name(text) or ends_legally(text) or has_brand(text)


def without_adverb(folded: str, start: int, end: int) -> int:
    """Where a name ends that an adverb follows without a stop (远山智能刚成功上市)."""
    return end - 1 if end - start > 3 and folded[end - 1] in "刚曾正均则仍即再才便" else end


_OWNER = deferred(r"(?:央企|国企|民企|外企|药企|车企)(?=[一-鿿A-Z]{2})")
_BACK = 100
_PAUSES = "，。；：、！？\n”）— "
_SUMMED = deferred(r"[\d三四五六七八九十](?<=[一-鿿A-Za-z].)(?:(?<=\d)\d)?家(?:企业|公司)(?![、和])")
_GROUP = deferred(
    r"集团公司(?![法化制治])|公司(?![法化制治])|集团(?!化|军|公司|股份|有限|控股|总部)|股份(?<=[一-鿿]股份)(?=[，。；、（在拟将与和成入获])"
)
_KIND_OF_COMPANY = deferred(
    r"(?:上市|子|分|总|母|控股|外资|跨国|龙头|平台|科技|物流|国有|民营|保险|基金|投资|证券|建筑|服务|生产|运营|管理|开发"
    r"|租赁|担保|项目|企业|产业|医疗|教育|文旅|旅游|农业|金融|大型|中小|专业|咨询|相关|省属|市属|区属|央企|国企|兄弟|旗下"
    r"|下属|全资|合资|独资|参股|知名|品牌|设计|软件|网络|互联网|电商|贸易|食品|制药|汽车|钢铁|能源|环保|数字|有限|责任|交易所)$"
    r"|(?:一|两|三|多|数)家|\d|^(?:有限|股份|责任)"
)
_ACTS = deferred(
    r"等|、|（|落户|入驻|投资|签约|增资|落地|扎根|正式|成功|在[^，。；]{0,12}(?:投资|设立|建设|落户|布局)"
)


@cache
def _etc() -> re.Pattern[str]:
    nouns = "|".join(word_classes("firm_cues.csv")["company_noun"])
    return re.compile(
        r"[\d两三四五六七八九十等](?:(?<=等)(?!产品)(?![^，。；]{0,4}(?:领域|方面|赛道|产业)(?:的)?(?:引进|招引|培育|布局|集聚|打造|建设|发展|招商))(?<![平高中初均同]等)(?:一批|多家|[\d一-十]+家|各类)?"
        r"|(?<!等)(?<![\d两三四五六七八九十].)[\d两三四五六七八九十]*家)"
        rf"[^，。；：、等]{{0,10}}?(?:{nouns})"
    )


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(
        r"以(?P<list>[^，。；：以]{2,80}?)(?:等(?:[^，。；：、以]{0,8}(?:企业|公司))?|[两三四五六七八九十]大[^，。；：、以]{0,6}(?:企业|公司))?为“?(?:链主|龙头|骨干|领军|头部|引领|代表|头雁)"
    )


@cache
def _company() -> re.Pattern[str]:
    words = "|".join(word_classes("firm_cues.csv")["lead_company"])
    return re.compile(rf"(?:{words})(?P<sign>——|—|：“?|“)?")


@cache
def _act() -> re.Pattern[str]:
    sum_ = r"(?:约|近|超|逾)?[\d.]+[万亿]+(?:元|美元)(?:人民币)?(?:在[^，。；]{2,12})?(?:建设|打造|新建|兴建)"
    is_one = (
        r"[^，。；：]{2,22}?(?:(?:供应|制造|生产|服务)商|(?:链主|龙头|领军|领先|骨干|上市|头部)(?:企业|公司))"
    )
    return re.compile(
        rf"在(?P<here>(?:我|本|该)?[区县市省渝](?:增资|投资|布局|设立))|是{is_one}|作为{is_one}|投资{sum_}|总投资{sum_}"
        rf"|拟投资{sum_}|拟总投资{sum_}|计划投资{sum_}|计划总投资{sum_}|将投资{sum_}|已投资{sum_}"
    )


@cache
def _act_words() -> AhoCorasick:
    """What only a firm does, and who only a firm has (董事长)."""
    classes = word_classes("firm_cues.csv")
    own = [f"自主{verb}{after}" for verb in ("研发", "研制", "开发") for after in ("的", "了", "出", "生产")]
    return AhoCorasick([*classes["act"], *classes["officer"], *own], matchkind=MatchKind.LeftmostLongest)
