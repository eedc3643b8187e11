"""All that the rules for observations look at: one document, prepared once."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cache

from bulian.extract.deferred import deferred
from bulian.extract.names.name import Name, Names
from bulian.extract.numbers import Quantity
from bulian.extract.observations.words import Word, Words
from bulian.extract.periods import Period
from bulian.extract.segments import Clause, Paragraph, Sentence
from bulian.vocab.indicators import indicators
from bulian.vocab.prose import Stop
from bulian.vocab.words import word_list


@dataclass(frozen=True, slots=True)
class Scene:
    """A folded text with what stands in it.

    Attributes:
        home: who the document speaks of where it says nothing else; None where that is not known.
        year: of the document's date; None where it has none.
        reference: the year it says it reports on.
        sectioned: its headings date what stands below them (work reports, bulletins).
        heads: what a clause means and names first, by its start, kept when it is first asked for.
    """

    folded: str
    paragraphs: tuple[Paragraph, ...]
    words: Words
    periods: tuple[Period, ...]
    quantities: tuple[Quantity, ...]
    names: Names
    home: str | None
    year: int | None
    reference: int | None
    sectioned: bool
    quantity_starts: tuple[int, ...] = field(init=False, repr=False)
    period_starts: tuple[int, ...] = field(init=False, repr=False)
    heads: dict[int, tuple[Name | None, Name | None]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        # Kept beside them because they are asked for every clause and every number.
        object.__setattr__(self, "quantity_starts", tuple(quantity.start for quantity in self.quantities))
        object.__setattr__(self, "period_starts", tuple(period.start for period in self.periods))

    def quantities_in(self, clause: Clause | Sentence) -> tuple[Quantity, ...]:
        """The numbers of a clause or sentence."""
        low = bisect_left(self.quantity_starts, clause.start)
        return self.quantities[low : bisect_left(self.quantity_starts, clause.end, low)]

    def periods_in(self, start: int, end: int) -> tuple[Period, ...]:
        """The periods that begin between the two."""
        low = bisect_left(self.period_starts, start)
        return self.periods[low : bisect_left(self.period_starts, end, low)]

    def period_ending_at(self, at: int) -> Period | None:
        """The period whose last character stands before `at`."""
        i = bisect_left(self.period_starts, at) - 1
        return self.periods[i] if i >= 0 and self.periods[i].end == at else None


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun phrase beside a number, with the words between the two, the nearest to the number first.

    `opener` is the verb right before the phrase (新增 before 企业); `again` says that the phrase was said
    before, and that the list of numbers goes on of it.
    """

    start: int
    end: int
    text: str
    links: tuple[str, ...]
    kinds: tuple[str, ...]
    signs: tuple[str, ...]
    opener: str = ""
    again: bool = False


def noun_before(scene: Scene, floor: int, at: int) -> Noun:
    """The noun phrase before `at`, past verbs, cues, periods and a note in brackets; "" for none."""
    folded = scene.folded
    passed: list[Stop] = []
    at, start = _walked(scene, floor, at, passed)
    while start < at and _LASTING.fullmatch(folded, start, at) and start > floor:
        at, start = _walked(scene, floor, start, passed)
    text = folded[start:at]
    noted = None if text.startswith("、") else _NOTED.search(folded, max(floor, start - 12), start)
    if noted:
        # 某产业园（二期）工程项目: a note inside a name.
        start = _phrase_start(scene, floor, noted.start("note"))
        text = folded[start:at]
    while text and start > floor and (further := _further(scene, floor, start, text)):
        start, text = further
    if owed := _PER_HEAD.search(folded, max(floor, start - 16), start):
        start, text = owed.start(), folded[owed.start() : at]
    if passed and text and passed[0].word in noun_verbs() and passed[0].kind == "take":
        done = scene.words.ending_at(start)
        if (
            done
            and done.stop.word in _CARRIES_OUT
            and folded[at : at + len(passed[0].word)] == passed[0].word
        ):
            # 完成老旧小区改造2万户: what is carried out is the whole, its verb included.
            at += len(passed.pop(0).word)
            text = folded[start:at]
    links, kinds = tuple(stop.word for stop in passed), tuple(stop.kind for stop in passed)
    opener = scene.words.ending_at(start)
    signs = tuple(stop.sign for stop in passed)
    return Noun(start, at, text, links, kinds, signs, opener.stop.word if opener else "")


def _walked(scene: Scene, floor: int, at: int, passed: list[Stop]) -> tuple[int, int]:
    """The end and start of the first phrase before `at`; the stops on the way are put into `passed`."""
    folded = scene.folded
    while at > floor:
        word = scene.words.ending_at(at)
        period = scene.period_ending_at(at)
        if word and word.start >= floor and (period is None or period.start >= word.start):
            passed.append(word.stop)
            at = word.start
        elif period and period.start >= floor:
            at = period.start
        elif (
            folded.startswith(("达到人均", "达人均", "为人均"), max(floor, at - 4))
            and folded[at - 2 : at] == "人均"
        ):
            at -= 2
        elif folded[at - 1] in _SKIPPED or (folded[at - 1] == "、" and scene.words.ending_at(at - 1)):
            at -= 1
        elif folded.startswith(_COUNTED_BY, at - 2) and (how := _HOW.search(folded, max(floor, at - 24), at)):
            at = how.start()
        elif folded[at - 1] in "）]" and (note := _NOTE.search(folded, floor, at)):
            at = note.start()
        else:
            break
    return at, _phrase_start(scene, floor, at)


def _phrase_start(scene: Scene, floor: int, at: int) -> int:
    named, end = scene.words.named.get(at), at
    if named and floor < named[0] < at:
        at = named[0]
    start = scene.words.edge_before(at, floor)
    word = scene.words.ending_at(start)
    inside = start < end if word and word.stop.word in _WORKS else start < at
    if word and word.start > floor and inside and _inside(scene, floor, word, at):
        start = _phrase_start(scene, floor, word.start)
    # A stop may lie inside a period (1至9月完成投资).
    for period in scene.periods_in(max(floor, start - 10), at):
        start = max(start, min(period.end, at))
    if scene.folded.startswith("（下同）", start):
        start += len("（下同）")
    signs = _UP_TO_SIGN.match(scene.folded, start, at)
    return signs.end() if signs else start


def _inside(scene: Scene, floor: int, word: Word, at: int) -> bool:
    """Whether a verb stands inside the phrase that ends at `at`: 解决率, 养老服务网络, 水土流失治理面积."""
    if scene.folded.startswith("率", word.end) and word.end < at - 1:
        return True
    before = scene.folded[word.start - 1]
    return (
        word.stop.word in noun_verbs()
        and before not in _EDGES + "年月日来"
        and scene.words.ending_at(word.start) is None
        and scene.period_ending_at(word.start) is None
    )


def _further(scene: Scene, floor: int, start: int, text: str) -> tuple[int, str] | None:
    """天然气五年累计产量, 企业的数量: a bare head takes the phrase before 的, 累计 or a period as its own.

    A single character (率) is the rest of a word that a stop has cut (保持率).
    """
    if len(text) == 1:
        word = scene.words.ending_at(start)
        if word is None or word.start < floor:
            return None
        begin = _phrase_start(scene, floor, word.start)
        return begin, scene.folded[begin:start] + text
    owed = _OWED.search(scene.folded, max(floor, start - 40), start) if text in _RELATIONS else None
    if owed:
        return owed.start(), scene.folded[owed.start() : start] + text
    achieved = scene.folded.endswith(("实现的", "完成的"), floor, start)
    if text not in _BARE_HEADS and text not in indicators() and not achieved:
        return None
    at, made = start, False
    while at > floor:
        word, period = scene.words.ending_at(at), scene.period_ending_at(at)
        if word and (word.stop.word in _JOINING or (word.stop.word in _DOES and at < start)):
            at, made = word.start, made or word.stop.word in _DOES
        elif period:
            at = period.start
        else:
            break
    begin = _phrase_start(scene, floor, at)
    phrase = scene.folded[begin:at]
    if at == start or not phrase.strip(" “”"):
        return None
    # 城镇累计新增就业: a name of its own is completed only where the two are one name.
    return (begin, phrase + text) if made or text in _BARE_HEADS or phrase + text in indicators() else None


def noun_after(scene: Scene, at: int, ceiling: int) -> Noun:
    """The noun phrase that begins right behind a number, up to the next stop, sign or number."""
    folded = scene.folded
    if folded[at : at + 1] == " ":
        at += 1
    quoted = _QUOTED.match(folded, at, ceiling)
    tiers = _TIERS.match(folded, at, ceiling)
    least = quoted.end() if quoted else tiers.end() if tiers else at
    size = _SIZE.match(folded, at, ceiling)
    end = _phrase_end(scene, least, ceiling, size.end() if size else at)
    sign = _SIGN.search(folded, size.end() if size else least, end)
    end = sign.start() if sign else end
    end = at + _head_end(folded[at:end], least - at)
    return Noun(at, end, folded[at:end], (), (), ())


def _phrase_end(scene: Scene, at: int, ceiling: int, opens: int) -> int:
    """Where the phrase ends that begins at `opens` and reaches `at`: at the next stop.

    A verb right at its beginning belongs to it (1181项对照学习…政策), and so does one that names what is
    done, between its words (养老服务网络).
    """
    end = scene.words.edge_after(at, ceiling)
    stop = scene.words.starting_at(end)
    while stop and end < ceiling and end == opens and stop.stop.kind in ("stop", "take"):
        opens = stop.end if stop.stop.kind == "take" else end
        end = scene.words.edge_after(stop.end if stop.stop.kind == "take" else end + 1, ceiling)
        stop = scene.words.starting_at(end) if stop.stop.kind == "take" else None
    stop = scene.words.starting_at(end)
    while stop and stop.stop.word in noun_verbs() and not ends_in_thing(scene.folded[at:end]):
        further = scene.words.edge_after(stop.end, ceiling)
        sign = _SIGN.search(scene.folded, stop.end, further)
        if (sign.start() if sign else further) == stop.end:
            break
        end, stop = further, scene.words.starting_at(further)
    return end


def ends_in_thing(text: str) -> bool:
    """Whether a phrase ends in a noun of what is counted, so that a verb behind it opens something else."""
    return len(text) < 2 or text.endswith((*head_nouns(), *"县市区镇村户"))


_JOINS = frozenset(
    {
        "配套",
        "加工",
        "精深加工",
        "深加工",
        "研发",
        "制造",
        "生产",
        "改造",
        "规上",
        "规模以上",
        "相关",
        "上下游",
    }
)
"""Between two nouns of one name: 零部件配套项目 are projects."""


def _head_end(text: str, least: int) -> int:
    """Where what is counted ends: at the first such noun, with those that join on to it (院士工作站)."""
    end = 0
    for head in _heads().finditer(text, least):
        if end and head.start() > end and text[end : head.start()] not in _JOINS:
            break
        end = head.end()
        if end < len(text) and _GLUED.match(text, end):
            end = 0
    return end or len(text)


@cache
def noun_verbs() -> frozenset[str]:
    """Verbs that also stand inside a noun phrase."""
    return frozenset(word_list("noun_verbs.csv"))


@cache
def head_nouns() -> tuple[str, ...]:
    """Nouns in which what is counted ends."""
    return word_list("head_nouns.csv")


@cache
def _heads() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, head_nouns()), key=len, reverse=True)))


_RELATIONS = frozenset({"贡献率", "贡献度", "贡献", "依存度", "拉动力", "支撑率"})
_OWED = deferred(r"[^，。；：、\d（）]{2,18}对[^，。；：、\d（）]{2,18}?的?\Z")
_EDGES = " “”‘’，。；：、！？（）()《》—…\n\t-0123456789%."
# 亿元以上项目, 世界500强企业: a size or a list with a number stands before what is counted.
_SIZE = deferred(
    r"(?:[\d.]+)?[十百千万亿]{0,3}[元亩]及?以上(?:的)?|(?:世界|全球|中国|全国|国内|民营企业|民企)\d{2,4}强"
)
_PER_HEAD = deferred(r"每[千万百]?[一-鿿]{1,6}(?:拥有|占有|配备|配有)\Z")
_WORKS = frozenset({"建设", "运营", "服务", "改造", "治理", "种植", "养殖"})
"""Verbs that belong to the name of an indicator behind them, too: 城市建设投资."""
_CARRIES_OUT = frozenset({"完成", "实施", "开展", "推进", "启动", "累计完成"})
_BARE_HEADS = frozenset(word_list("bare_heads.csv"))
_DOES = frozenset({"实现", "完成", "创造"})
_JOINING = frozenset({"的", "累计", "年均", "平均", "共", "总计", "合计", "实际"})
_COUNTED_BY = ("计算", "折算", "核算", "统计")
_HOW = deferred(r"[按以](?:照)?[^，。；：按以]{1,20}\Z")
_SKIPPED = " “”‘’各"
_LASTING = deferred(r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3})(?:多|余)?(?:年|个月|天|次|届|个季度|周)")
_NOTE = deferred(r"(?:（[^（）]{1,40}）|\[\d{1,3}\])(?!.)", re.DOTALL)
# 9个省、市重点项目: the tiers in front belong to what is counted.
_TIERS = deferred(r"(?:国家|[省市县区])级?(?:[、和](?:国家|[省市县区镇])级?)+(?=[一-鿿])")
_QUOTED = deferred(r"“[^”\n]{1,20}”")
_NOTED = deferred(r"(?<=[一-鿿])(?P<note>（[^（）\d，。；]{1,8}）)\Z")
_UP_TO_SIGN = deferred(r".*[，；。！？\n）：…\]〕÷=]", re.DOTALL)
_SIGN = deferred(r"[，。；、：！？（）《》,\n…—\d“”的]")
_GLUED = deferred(
    r"(?:公司|技术|服务|联盟|集团|家|数|率|量|化|用|型|区|群|链|库|团|网|性|级|于|园(?![林艺区])"
    r"|(?<=专业)[一-鿿]{0,4}(?:市场|合作社|村|镇|户|园|队伍|机构))"
)
