"""Lists of trades before 分别, parted as the numbers or a count behind them tell: 甲业、乙和丙业两类行业."""

from collections.abc import Sequence
from dataclasses import replace

from bulian.extract.deferred import deferred
from bulian.extract.numbers import Quantity
from bulian.extract.numbers.numeral import numeral
from bulian.extract.observations.members import completed
from bulian.extract.observations.naming import bare, has_amount, term
from bulian.extract.observations.scene import Noun, Scene, noun_before


def of_kinds(scene: Scene, at: int, verbs: Noun, count: int) -> list[Noun]:
    """甲业，乙业和丙业三类行业增加值分别增长: one measure of each of the kinds before their number.

    Behind the number may stand what is told of all of them (三大行业受疫情影响，分别增长).
    """
    pattern = _KINDS_TOLD if scene.folded[at - 1] == "，" else _KINDS
    begin = max((period.end for period in scene.periods_in(max(0, at - _FAR), at)), default=max(0, at - _FAR))
    kinds = pattern.search(scene.folded, begin, at)
    if kinds is None or numeral(kinds["count"].replace("两", "二")) != count:
        return []
    told = _OPENS.sub("", kinds["list"])
    start = kinds.end("list") - len(told)
    return [
        replace(verbs, start=start, text=part + kinds["measure"], opener="") for part in parted(told, count)
    ]


def listed_before(scene: Scene, begin: int, end: int, verbs: Noun, count: int) -> list[Noun]:
    """甲业和乙业实现较快增长，增速分别为: the list that the clause before tells something of."""
    told = _TOLD.match(scene.folded, begin, end)
    text = _OPENS.sub("", told["list"]) if told else ""
    parts, start = parted(text, count), told.end("list") - len(text) if told else begin
    starts = [scene.folded.find(part, start, end) for part in parts]
    return (
        [
            replace(verbs, start=at, text=part, opener="")
            for at, part in zip(starts, completed(parts), strict=True)
        ]
        if parts
        else []
    )


def written_out(scene: Scene, floor: int, at: int, before: Noun, count: int) -> list[str]:
    """研发与设计服务、信息服务分别增长: the whole list, where a verb in a name has cut `before`."""
    begin = max((period.end for period in scene.periods_in(floor, at)), default=floor)
    begin = max(begin, *(scene.folded.rfind(sign, begin, at) + 1 for sign in "，；："))
    text = _OPENS.sub("", scene.folded[begin:at])
    opens = scene.words.starting_at(at - len(text))
    if text == before.text or not _SERVICES.fullmatch(text) or (opens and opens.stop.word not in _NAMED_SO):
        return []
    parts = parted(text, count)
    return completed(parts) if parts and all(len(part) > 1 for part in parts) else []


def labelled(scene: Scene, floor: int, at: int, quantities: Sequence[Quantity]) -> list[Noun]:
    """人数分别为城镇549人和农村5819人: one measure, before 分别, of each name right before a number."""
    measure = noun_before(scene, floor, at)
    labels, start = [], at + len("分别")
    for quantity in quantities:
        label = _LABEL.fullmatch(scene.folded, start, quantity.left)
        if label is None or scene.words.starting_at(label.start("who")):
            break
        if quantity.unit != quantities[0].unit:
            break
        labels.append(label["who"])
        start = quantity.right
    if len(labels) < 2 or not has_amount(term(measure.text)):
        return []
    both, rest = _BOTH.match(bare(measure.text)), _BOTH.sub("", bare(measure.text))
    owner = both["who"] if both else ""
    # Behind a verb of reaching the noun before the number rules over the one behind it (549人和农村).
    reached = replace(measure, links=("达",), kinds=("link",), signs=("",))
    return [replace(reached, text=label.removesuffix(owner) + owner + rest) for label in labels]


def parted(text: str, count: int) -> list[str]:
    """As many members of a list as there are numbers, parted by 、 and at its end by 和; else [].

    >>> parted("甲和乙业、丙业与丁业", 3), parted("甲和乙业、丙业与丁业", 2)
    (['甲和乙业', '丙业', '丁业'], ['甲和乙业', '丙业与丁业'])
    """
    for split in (_PAUSE, _COMMA):
        parts = [part for part in split.split(text) if part.strip()]
        if len(parts) == count > 1:
            return parts
    *first, last = _COMMA.split(text)
    ends = _AND.split(last)
    if len(ends) == 2 and len(first) + 2 == count:
        return [*first, *ends]
    parts = [part for part in _ALL.split(text) if part.strip()]
    return parts if len(parts) == count > 1 else []


_LABEL = deferred(r"(?:[、，和及与]{1,2}|为|是|达|有)?(?P<who>[一-鿿]{2,6})")
_BOTH = deferred(r"(?:城乡|男女)(?P<who>居民|性|)")
_COUNT = (
    r"(?P<list>[一-鿿、，（）“”]{4,160})(?P<count>\d{1,2}|[两三四五六七八九十])(?:个|大|类)"
    r"(?:主要|重点|主导|支柱|传统|特色|优势)?(?:行业|产业|产品|领域|板块|大类)"
)
_KINDS = deferred(_COUNT + r"(?P<measure>[一-鿿]{0,10})\Z")
_KINDS_TOLD = deferred(
    _COUNT + r"(?P<measure>(?:增加值|总产值|产值|营业收入|零售额|投资)?)[^，。；、\d]{2,24}，\Z"
)
_TOLD = deferred(
    r"(?P<list>[一-鿿、（）]{4,80}?)(?:也|均|都|仍|继续|普遍|总体)*"
    r"(?:(?:实现|保持|呈现?|延续|维持|快速|稳步|平稳|较快|表现)[^，。；、\d]{0,12}(?:增长|增势|发展|态势|拉动|恢复|下降)"
    r"|(?:增速|增幅)?(?:位?居|排名?|位?列)(?:全[国省市区县])?前[两三四五六七八九十\d]+位?)(?=，)"
)
_SERVICES = deferred(r"[一-鿿、（）]{2,80}(?:服务|活动)(?:营业收入|营业额|收入|增加值)?")
_NAMED_SO = frozenset({"研发", "服务", "租赁", "居住", "修理", "维修", "生产"})
_OPENS = deferred(r"^(?:其中|，|、|：|全[市省区县])+")
_PAUSE = deferred("，")
_COMMA = deferred("、")
_AND = deferred("以及|[和与及](?!其|相关|有关)")
_ALL = deferred("[、和与及]|以及")
_FAR = 180
