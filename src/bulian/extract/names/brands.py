"""Firms known by their form: what no plain word could be before what only firms end in (远山科技, 丰禾药业).

A brand word says what the firm does (科技, 药业). Some of them end firms' names and little else; others are
trades as well (电子, 能源) and make a name only beside words that go with firms. What stands before must be
none of the words that stand before trades (消费电子, 清洁能源).
"""

import re
from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from bulian.extract.names.phrases import Phrases, past_date
from bulian.extract.names.places import is_place_name, starting_place
from bulian.vocab.words import word_classes, word_list

Span = tuple[int, int]


def known_firms(phrases: Phrases) -> Iterator[Span]:
    """Firms of `known_firms.csv`; a name of two characters only where a phrase begins with it."""
    for _, start, end in _known().find_matches_as_indexes(phrases.folded):
        whole = end - start > 2 or phrases.left_edge(end, start - 1) == start
        if whole and not _LONGER.match(phrases.folded, end):
            yield start, end


def branded(phrases: Phrases) -> Iterator[Span]:
    """Names of the form brand + trade, where the words around them show that they are firms."""
    folded = phrases.folded
    words, matcher = _brands()
    strong = set(word_classes("firm_cues.csv")["strong_brand"])
    for word, begin, end in matcher.find_matches_as_indexes(folded):
        acts = _ACTS.match(folded, end)
        if not acts and (words[word] not in strong or _GOES_ON.match(folded, end)):
            continue
        start = past_date(folded, phrases.left_edge(end, max(0, end - 18)), begin)
        start = past_class(folded, start, end)
        if is_branded(folded[start:end], words[word]):
            yield start, end


def headed(phrases: Phrases) -> Iterator[Span]:
    """东莞远山 电路板: a line that begins with a place and two characters more, above a firm's text."""
    for line in _HEADED.finditer(phrases.folded):
        name = line["name"]
        place = starting_place(name)
        own = name[len(place) :]
        below = phrases.folded[line.end() : line.end() + 200]
        if place and len(own) == 2 and not _common().search(own) and _BELOW.search(below):
            yield line.span("name")


def past_class(folded: str, start: int, end: int) -> int:
    """Where the first name begins behind what it is an example of (重点企业远山科技, 央企远江)."""
    described = _DESCRIBED.match(folded, start, end)
    return described.end() if described and described.end() < end else start


def is_branded(name: str, brand: str) -> bool:
    """Whether a name of two to four characters that is no common word stands before the brand word."""
    before = name.removesuffix(brand)
    place = starting_place(before)
    bare = before[len(place) :] if place else before
    if not 2 <= len(before) <= 6 or not _NAME.fullmatch(before) or _common().search(before):
        return False
    return 2 <= len(bare) <= 4 and not _FIRST.match(bare) and not is_place_name(bare)


def has_brand(name: str) -> bool:
    """Whether a whole name has the form of a firm's."""
    return any(name.endswith(brand) and is_branded(name, brand) for brand in _brands()[0])


_HEADED = re.compile(r"(?m)^[ \u3000]*(?P<name>[一-鿿]{4,6})[ \u3000]+[^，。；\n]{2,24}$")
_BELOW = re.compile(r"公司|厂房|员工|始建于|创立于|成立于|注册资本|集团")
_DESCRIBED = re.compile(
    r"[一-鿿]{0,8}?(?:企业|公司|龙头|链主|(?:生产|制造|供应|服务)商|央企|国企|民企|外企|巨头|厂商|单位|客户)+(?:有|如|包括|为|——|：)?(?=[一-鿿A-Z]{2})(?!集团|名单|家)"
)
"""Before the first member of a list: what all of them are (有重点企业A、B)."""
_NAME = re.compile(r"[一-鿿A-Za-z]+")
_FIRST = re.compile(
    r"[我本该全省市区县镇这那各某其许数几多两一二三四五六七八九十百千万个大小老]|新(?![日松华宙凤奥安光昌锐亚美时兴])"
)
_GOES_ON = re.compile(
    r"[园城馆谷院型化类领馆岛港镇区]|产业|企业|业|行业|人[才员]|成果|创新|大[学厦会]|工[作业程]|计划|政策|奖|服务|支撑|应用|示范|金融|特派|研究|合作"
)
"""Behind a brand word: the name goes on and is something else's (远山科技园)."""
_LONGER = re.compile(r"路(?![线演])|街|大道|村|镇")
_ACTS = re.compile(
    r"(?:今年|去年|前年|20\d\d年|上半年|全年|[一前][二三]?季度)?(?:实现|完成)?(?:产值|总产值|营业收入|营收|销售收入|销售额|净利润|利润|市值|订单|股价)"
    r"|(?:的)?(?:副?董事长|副?总经理|副?总裁|首席|创始人|执行董事|厂长)"
    r"|（\d{6}|（[一-鿿]{2,4}）有限公司|落户|入驻|总?投资[\d.]+|自主研|(?:是|系)(?:一家|全球|国内|全国)|专注|深耕|主营|(?:拟|将|计划)(?:在|投资)|成立于|创立于"
    r"|(?:新建|扩建|二期|一期|三期)?(?:[一-鿿A-Za-z]{0,8})(?:生产基地|生产线|总部|超级工厂|工厂)(?:项目)?"
)


@cache
def _known() -> AhoCorasick:
    return AhoCorasick(word_list("known_firms.csv"), matchkind=MatchKind.LeftmostLongest)


@cache
def _brands() -> tuple[tuple[str, ...], AhoCorasick]:
    classes = word_classes("firm_cues.csv")
    words = (*classes["strong_brand"], *classes["weak_brand"])
    return words, AhoCorasick(words, matchkind=MatchKind.LeftmostLongest)


@cache
def _common() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, word_classes("firm_cues.csv")["no_brand"])))
