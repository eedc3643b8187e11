"""All that the rules for observations look at: one document, prepared once."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from bulian.extract.names.name import Names
from bulian.extract.numbers import Quantity
from bulian.extract.observations.words import Words
from bulian.extract.periods import Period
from bulian.extract.segments import Clause, Paragraph
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

    def quantities_in(self, clause: Clause) -> tuple[Quantity, ...]:
        """The numbers of a clause."""
        low = bisect_left(self.quantities, clause.start, key=_start)
        high = bisect_left(self.quantities, clause.end, key=_start)
        return self.quantities[low:high]

    def periods_in(self, start: int, end: int) -> tuple[Period, ...]:
        """The periods that begin between the two."""
        low = bisect_left(self.periods, start, key=_period_start)
        return self.periods[low : bisect_left(self.periods, end, key=_period_start)]

    def period_ending_at(self, at: int) -> Period | None:
        """The period whose last character stands before `at`."""
        i = bisect_right(self.periods, at - 1, key=_period_start) - 1
        return self.periods[i] if i >= 0 and self.periods[i].end == at else None


def _start(quantity: Quantity) -> int:
    return quantity.start


def _period_start(period: Period) -> int:
    return period.start


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun phrase beside a number, with the words between the two, the nearest to the number first.

    `opener` is the verb right before the phrase (新增 before 企业).
    """

    start: int
    end: int
    text: str
    links: tuple[str, ...]
    kinds: tuple[str, ...]
    signs: tuple[str, ...]
    opener: str = ""


def noun_before(scene: Scene, floor: int, at: int) -> Noun:
    """The noun phrase before `at`, past verbs, cues, periods and a note in brackets; "" for none."""
    folded = scene.folded
    passed: list[Stop] = []
    at, start = _walked(scene, floor, at, passed)
    while start < at and _LASTING.fullmatch(folded, start, at) and start > floor:
        at, start = _walked(scene, floor, start, passed)
    text = folded[start:at]
    while text and start > floor and (further := _further(scene, floor, start, text)):
        start, text = further
    links, kinds = tuple(stop.word for stop in passed), tuple(stop.kind for stop in passed)
    opener = scene.words.by_end.get(start)
    signs = tuple(stop.sign for stop in passed)
    return Noun(start, at, text, links, kinds, signs, opener.stop.word if opener else "")


def _walked(scene: Scene, floor: int, at: int, passed: list[Stop]) -> tuple[int, int]:
    """The end and start of the first phrase before `at`; the stops on the way are put into `passed`."""
    folded = scene.folded
    while at > floor:
        word = scene.words.by_end.get(at)
        period = scene.period_ending_at(at)
        if word and word.start >= floor and (period is None or period.start >= word.start):
            passed.append(word.stop)
            at = word.start
        elif period and period.start >= floor:
            at = period.start
        elif folded[at - 1] in _SKIPPED:
            at -= 1
        elif folded[at - 1] in "）]" and (note := _NOTE.search(folded, floor, at)):
            at = note.start()
        else:
            break
    return at, _phrase_start(scene, floor, at)


def _phrase_start(scene: Scene, floor: int, at: int) -> int:
    named = scene.words.named.get(at)
    if named and floor < named[0] < at:
        at = named[0]
    start = scene.words.edge_before(at, floor)
    word = scene.words.by_end.get(start)
    if word and word.start > floor and scene.folded.startswith("率", start) and start < at - 1:
        # 解决率、满意率: a verb with 率 behind it is part of a name.
        start = _phrase_start(scene, floor, word.start)
    for period in scene.periods_in(start, at):
        start = max(start, min(period.end, at))
    for sign in "，；。！？\n）：…]〕÷=":
        start = max(start, scene.folded.rfind(sign, start, at) + 1)
    return start


def _further(scene: Scene, floor: int, start: int, text: str) -> tuple[int, str] | None:
    """天然气五年累计产量, 企业的数量: a bare head takes the phrase before 的, 累计 or a period as its own.

    A single character (率) is the rest of a word that a stop has cut (保持率).
    """
    if len(text) == 1:
        word = scene.words.by_end.get(start)
        if word is None or word.start < floor:
            return None
        begin = _phrase_start(scene, floor, word.start)
        return begin, scene.folded[begin:start] + text
    if text not in _BARE_HEADS:
        return None
    at = start
    while at > floor:
        word, period = scene.words.by_end.get(at), scene.period_ending_at(at)
        if word and word.stop.word in _JOINING:
            at = word.start
        elif period:
            at = period.start
        else:
            break
    begin = _phrase_start(scene, floor, at)
    phrase = scene.folded[begin:at]
    return (begin, phrase + text) if at < start and phrase.strip(" “”") else None


def noun_after(scene: Scene, at: int, ceiling: int) -> Noun:
    """The noun phrase that begins right behind a number, up to the next stop, sign or number."""
    folded = scene.folded
    if folded[at : at + 1] == " ":
        at += 1
    quoted = _QUOTED.match(folded, at, ceiling)
    end = scene.words.edge_after(quoted.end() if quoted else at, ceiling)
    opening = scene.words.between(at, at + 6)
    if end == at and opening and opening[0].start == at and opening[0].stop.kind in ("stop", "take"):
        # A verb opens the phrase (1181项对照学习…政策): it belongs to it.
        end = scene.words.edge_after(at + 1, ceiling)
    sign = _SIGN.search(folded, quoted.end() if quoted else at, end)
    end = sign.start() if sign else end
    text = folded[at:end]
    head = None
    for head in _HEADS.finditer(text, quoted.end() - at if quoted else 0):
        if head.end() == len(text) or not _GLUED.match(text, head.end()):
            break
    else:
        head = None
    if head and len(text) - head.end() > 0:
        end = at + head.end()
    return Noun(at, end, folded[at:end], (), (), ())


_BARE_HEADS = frozenset(word_list("bare_heads.csv"))
_JOINING = frozenset({"的", "累计", "年均", "平均", "共", "总计", "合计", "实际"})
_SKIPPED = " “”‘’"
_LASTING = re.compile(r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3})(?:多|余)?(?:年|个月|天|次|届|个季度|周)")
_NOTE = re.compile(r"(?:（[^（）]{1,40}）|\[\d{1,3}\])(?!.)", re.DOTALL)
_QUOTED = re.compile(r"“[^”\n]{1,20}”")
_SIGN = re.compile(r"[，。；、：！？（）《》,\n…—\d“”的]")
_HEADS = re.compile(
    r"企业|公司|单位|模式|中小企业|项目|主体|机构|平台|中心|园区|基地|工厂|车间|医院|学校|学院|高校|大学"
    r"|学科|专业|社区|小区|村庄|街区|集群|产业链"
    r"|生产线|航线|线路|班列|实验室|研究院|院士|人才|学位|床位|车位|泊位|公园|景区|标准|专利|商标|品牌"
    r"|产品|事项|举措|政策|案例|试点"
    r"|老年人|儿童|学生|群众|居民|市民|人员|职工|农民工|农民|劳动力|志愿者|教师|医生|用户|家庭|农户|机器人"
    r"|充电桩|基站|电梯|水库|公路|道路"
)
_GLUED = re.compile(r"(?:公司|技术|服务|联盟|集团|家|数|率|量|化|用|型|区|群|链|库|团|网|性|级)")
