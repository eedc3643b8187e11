"""Parks, clusters, chains, industries, projects, bodies: names that end in what they name."""

from collections.abc import Iterator
from functools import cache
from typing import cast

from ahocorasick_rs import AhoCorasick, MatchKind

from bulian.extract.deferred import deferred
from bulian.extract.names.name import Kind
from bulian.extract.names.phrases import Phrases, past_date
from bulian.vocab.words import word_kinds

_LONGEST = 30


def find_things(phrases: Phrases) -> Iterator[tuple[int, int, Kind]]:
    """Every noun phrase that ends in a word of `name_suffixes.csv`, two characters or more before it."""
    words, matcher = _suffixes()
    kinds = word_kinds("name_suffixes.csv")
    for word, begin, end in matcher.find_matches_as_indexes(phrases.folded):
        start = _joined(phrases, phrases.left_edge(end, max(0, end - _LONGEST)), begin)
        start = past_date(phrases.folded, start, begin)
        start = _past_note(phrases, start, end)
        if counted := _COUNT.match(phrases.folded, start, begin):
            start = counted.end()
        if told := _TOLD.match(phrases.folded, start, begin):
            start = told.end()
        if start >= 2 and phrases.folded[start].isdigit() and phrases.folded.startswith("年产", start - 2):
            start -= 2
        if begin - start >= 4 and kinds[words[word]] in _COUNTED_WHOLE and phrases.folded[start] == "全":
            start += 2 if phrases.folded[start + 1] in "省市区县国" else 0
        if phrases.folded.startswith(_GOES_ON, end):
            continue
        if begin - start >= 2 and not _SLOGAN.match(phrases.folded, start, begin):
            yield start, end, cast(Kind, kinds[words[word]])


def _past_note(phrases: Phrases, start: int, end: int) -> int:
    """江城（东区）创新产业园区: a place in brackets stands inside the name."""
    folded = phrases.folded
    opening = folded.rfind("（", max(0, start - 10), start)
    if folded[start - 1 : start] != "）" or opening < 0:
        return start
    first = phrases.left_edge(opening, max(0, end - _LONGEST))
    return first if _OPENS.fullmatch(folded, first, opening) else start


def _joined(phrases: Phrases, start: int, begin: int) -> int:
    """研发与生产项目: before a bare process a conjunction belongs to the name, which begins further left.

    So it does between two works of one project (生产基地及研发中心项目).
    """
    edge = phrases.folded[max(0, start - 1) : start]
    whole = edge in "与和及" and edge and _PROCESS.fullmatch(phrases.folded, start, begin)
    built = edge in "与和及" and edge and _BUILT.search(phrases.folded, max(0, start - 4), start - 1)
    one = edge == "及" and phrases.folded.startswith("项目", begin)
    if whole or one or (built and phrases.folded.startswith("项目", begin)):
        return phrases.left_edge(start - 1, max(0, begin - _LONGEST))
    return start


_GOES_ON = ("建设领导小组", "领导小组", "建设指挥部", "建设工作")
"""产业园区建设领导小组 is who sees to parks, and no park."""
_COUNT = deferred(r"\d+(?:多|余)?[个家项座所条]")
# 领导小组命名金昌市创业园区, 化工产业园区4个张掖经济技术开发区: the name begins behind what is said of it.
_TOLD = deferred(
    r"[^，。；]*(?:命名|认定|批准|升级|升格|评定)为?|[^，。；]*\d[个家座](?=.)|[^，。；]*均有|[^，。；]*园区属|(?:选择到|来到|落户到|入驻到|搬到|搬至|走进|进入)(?=..)"
)
# 造千亿产业园区: what slogans promise is no name.
_SLOGAN = deferred("[造建创再]{1,2}(?:千|百|万|幸福|美|强)|[一二三四五六七八九十\\d]+大|有(?![色机限])")
_OPENS = deferred("[一-鿿]{2,8}")
_COUNTED_WHOLE = ("industry", "cluster", "chain")
"""全区规模以上工业: what the whole district has; 全国 opens the names of bodies."""
_BUILT = deferred(r"(?:基地|中心|总部|工厂|平台|研发|生产|科学|生产线|厂房)\Z")
_PROCESS = deferred(r"(?:生产|制造|加工|研发|服务|销售|检测|运营|应用|示范|配套)+")


@cache
def _suffixes() -> tuple[tuple[str, ...], AhoCorasick]:
    words = tuple(word_kinds("name_suffixes.csv"))
    return words, AhoCorasick(words, matchkind=MatchKind.LeftmostLongest)
