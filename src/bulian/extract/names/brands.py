"""Firms known by their form: what no plain word could be before what only firms end in (远山科技, 丰禾药业).

A brand word says what the firm does (科技, 药业). Some of them end firms' names and little else; others are
trades as well (电子, 能源) and make a name only before what firms do or have, and nowhere with 产业 behind.
What stands before must be none of the words that stand before trades (消费电子, 清洁能源).
"""

from collections import Counter
from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from bulian.extract.deferred import deferred
from bulian.extract.names.form import brand_words, common_words, is_branded
from bulian.extract.names.phrases import Phrases, past_date
from bulian.extract.names.places import starting_place
from bulian.vocab.words import word_classes, word_list

Span = tuple[int, int]


def known_firms(phrases: Phrases) -> Iterator[Span]:
    """Firms of `known_firms.csv`; a name of two characters only where a phrase begins with it."""
    for _, start, end in _known().find_matches_as_indexes(phrases.folded):
        whole = end - start > 2 or phrases.left_edge(end, start - 1) == start
        if whole and not _LONGER.match(phrases.folded, end):
            yield start, end


def branded(phrases: Phrases) -> Iterator[Span]:
    """Names of the form brand + trade, where the words behind show that they are firms."""
    folded = phrases.folded
    formed = list(_formed(phrases))
    often = Counter(folded[start:end] for start, end, _ in formed)
    for start, end, strong in formed:
        name = folded[start:end]
        alone = strong and not _GOES_ON.match(folded, end)
        acts = _ACTS.match(folded, end) or (often[name] > 1 and _MAY_ACT.match(folded, end))
        if alone or (acts and not any(name + word in folded for word in _OF_TRADES)):
            yield start, end


def _formed(phrases: Phrases) -> Iterator[tuple[int, int, bool]]:
    """All that has the form, and whether it ends as firms' names do and little else."""
    words, matcher = _brands()
    classes = word_classes("firm_cues.csv")
    strong, common = len(classes["strong_brand"]), frozenset(classes["no_brand"])
    for word, begin, end in matcher.find_matches_as_indexes(phrases.folded):
        if phrases.folded[begin - 2 : begin] in common:
            continue
        start = past_date(phrases.folded, phrases.left_edge(end, max(0, end - 18)), begin)
        start = past_class(phrases.folded, start, end)
        if is_branded(phrases.folded[start:end], words[word]):
            yield start, end, word < strong


def headed(phrases: Phrases) -> Iterator[Span]:
    """东莞远山 电路板: a line that begins with a place and two characters more, above a firm's text."""
    for line in _HEADED.finditer(phrases.folded):
        name = line["name"]
        place = starting_place(name)
        own = name[len(place) :]
        below = phrases.folded[line.end() : line.end() + 200]
        if place and len(own) == 2 and not common_words().search(own) and _BELOW.search(below):
            yield line.span("name")


def past_class(folded: str, start: int, end: int) -> int:
    """Where the first name begins behind what it is an example of (重点企业远山科技, 央企远江)."""
    described = _DESCRIBED.match(folded, start, end)
    return described.end() if described and described.end() < end else start


_HEADED = deferred(r"(?m)^[ \u3000]*(?P<name>[一-鿿]{4,6})[ \u3000]+[^，。；\n]{2,24}$")
_BELOW = deferred(r"公司|厂房|员工|始建于|创立于|成立于|注册资本|集团")
_DESCRIBED = deferred(
    r"[一-鿿]{0,8}?(?:企业|公司|龙头|链主|(?:生产|制造|供应|服务)商|央企|国企|民企|外企|巨头|厂商|单位|客户)+(?:有|如|包括|为|——|：)?(?=[一-鿿A-Z]{2})(?!集团|名单|家)"
)
"""Before the first member of a list: what all of them are (有重点企业A、B)."""
_GOES_ON = deferred(
    r"[池园城馆谷院型化类领馆岛港镇区]|产业|企业|业|行业|人[才员]|成果|创新|大[学厦会]|工[作业程]|计划|政策|奖|服务|支撑|应用|示范|金融|特派|研究|合作"
)
"""Behind a brand word: the name goes on and is something else's (远山科技园)."""
_LONGER = deferred(r"路(?![线演])|街|大道|村|镇")
_OF_TRADES = ("产业", "行业", "领域", "集群", "产品", "技术", "企业")
_ACTS = deferred(
    r"(?:今年|去年|前年|上年|20\d\d年|目前|现有)?(?:\d[\d—\-至]*月|[上下]半年|[一前][二三]?季度|全年)?"
    r"(?:已|预计|累计|实现|完成|的)*(?:总产值|工业总产值|产值|年产值|营业收入|营收|销售收入|销售额|净利润|利润|市值|订单|股价"
    r"|(?:税收|纳税|研发投入|产能|员工|职工|出口额?)[^，。；]{0,8}\d)"
    r"|(?:的)?(?:副?董事长|副?总经理|副?总裁|首席|创始人|执行董事|厂长)"
    r"|（\d{6}|（[一-鿿]{2,4}）有限公司|落户|入驻|总?投资[\d.]+|自主研|(?:是|系)(?:一家|全球|国内|全国)|专注|深耕|主营|(?:拟|将|计划)(?:在|投资)|成立于|创立于"
    r"|(?:新建|扩建|二期|一期|三期)?(?:[一-鿿A-Za-z]{0,8})(?:生产基地|生产线|总部|超级工厂|工厂)(?:项目)?"
)
_MAY_ACT = deferred(
    r"(?:公司|集团)?(?:拟|将|计划|已|总部|产品|投资|签约|宣布|表示|致力|成立|创立|成功|正式|负责人)"
)
"""What firms do and others do too: it tells of a name that stands in the text more than once."""


@cache
def _known() -> AhoCorasick:
    return AhoCorasick(word_list("known_firms.csv"), matchkind=MatchKind.LeftmostLongest)


@cache
def _brands() -> tuple[tuple[str, ...], AhoCorasick]:
    words = brand_words()
    return words, AhoCorasick(words, matchkind=MatchKind.LeftmostLongest)
