"""Shares: X占Y的比重, 占比, 三次产业结构, 85%的改革任务."""

from bulian.extract.deferred import deferred
from bulian.extract.numbers import Quantity
from bulian.extract.observations.frame import PRONOUNS, Frame, Reach
from bulian.extract.observations.naming import bare, term
from bulian.extract.observations.scene import Noun, Scene, noun_after, noun_before
from bulian.extract.observations.whole import of_whole


def structure(scene: Scene, quantity: Quantity, reach: Reach, last: Frame | None) -> Frame | None:
    """三次产业结构为4.0∶37.7∶58.3: the shares of the three sectors in gross product."""
    if quantity.rule != "structure":
        return None
    line = scene.folded[max(0, quantity.start - 40) : quantity.start]
    if "产业" not in line:
        return None
    # Its place in its own ratio: 由2：54：44调整为2：56：42 holds two of them.
    ahead = _RATIO_SO_FAR.search(line)
    sector = ("第一产业", "第二产业", "第三产业")[min(ahead.group().count("："), 2) if ahead else 0]
    said = f"{sector}增加值占地区生产总值比重"
    return Frame(
        reach.before, f"{sector}增加值", said, "share", quantity.value, "%", "地区生产总值", "structure"
    )


def share(scene: Scene, quantity: Quantity, reach: Reach, last: Frame | None) -> Frame | None:
    """X占Y比重: also with X elided, and 占比 where the whole goes without saying."""
    if quantity.unit not in ("%", "ratio"):
        return None
    floor = reach.floor
    done = _DONE.search(scene.folded, max(0, quantity.left - _PLANNED), quantity.left)
    if done and (reach.own or last is not None):
        part = term(reach.own) or (last.indicator if last else "")
        return _part_of(part, done["plan"], reach.before, quantity)
    if last is not None and last.aspect == "level" and _bracketed(scene, quantity, floor):
        return _part_of(last.indicator.removesuffix("数"), "", last.noun, quantity)
    bare_share = scene.folded[reach.before.start - 1] == "，" and bare(reach.before.text) in _SHARE_WORDS
    if last is not None and last.aspect == "level" and bare_share:
        # 产值达到6亿元，比重达到60%: of the whole that goes without saying.
        return _part_of(last.indicator.removesuffix("数"), "", reach.before, quantity)
    match = _TAKES.search(scene.folded[floor : quantity.start])
    if not match:
        again = _of_another(scene, quantity, reach, last)
        goes_on = reach.own and _AND_NEXT.fullmatch(scene.folded, floor, quantity.left)
        return again or (_share_again(quantity, reach, last) if goes_on else None)
    noun = noun_before(scene, floor, floor + match.start())
    part = term(reach.own) if reach.own else of_whole(scene, noun, term(bare(noun.text)), None)
    whole = _whole(scene, match["whole"] or "", floor + match.start("whole"))
    if (not part or part in PRONOUNS) and last is None:
        part = _spoken_of(scene, floor)
        if not part:
            return None
    if not part or part in PRONOUNS:
        assert last is not None
        part = (
            last.said if last.aspect != "share" and last.rule not in ("moved", "compared") else last.indicator
        )
    return _part_of(part, whole, noun, quantity)


def _of_another(scene: Scene, quantity: Quantity, reach: Reach, last: Frame | None) -> Frame | None:
    """占全国的80%、全世界的一半; 仅为宁波的1/6: the share of a second whole, or of another place."""
    if last is None or not last.indicator:
        return None
    span = (scene.folded, reach.floor, quantity.left)
    other = _ALSO_OF.fullmatch(*span) if last.aspect == "share" else None
    if other is None and quantity.rule in ("slash", "fraction"):
        other = _ONLY_OF.fullmatch(*span)
    if other is None:
        return None
    part = last.indicator.removesuffix("增速")
    named = other["whole"].removeprefix("约")
    whole = _whole(scene, named, other.end("whole") - len(named)) or named
    return _part_of(part, whole, reach.before, quantity)


def _spoken_of(scene: Scene, floor: int) -> str:
    """制造业 of 制造业是支柱产业，占…比重超过30%: what the sentence says that it is of."""
    far = max(0, floor - _FAR)
    begin = max(far - 1, *(scene.folded.rfind(stop, far, floor) for stop in "。\n；")) + 1
    match = _IS.match(scene.folded, begin, floor)
    return term(match["what"]) if match else ""


def _bracketed(scene: Scene, quantity: Quantity, floor: int) -> bool:
    """项目110个（56%）: a bare percentage in brackets right behind a count is its share."""
    folded = scene.folded
    opens = folded[floor : quantity.left] == "（" and folded.find("占", quantity.left, quantity.start) < 0
    return opens and folded[quantity.right : quantity.right + 1] == "）"


def _share_again(quantity: Quantity, reach: Reach, last: Frame | None) -> Frame | None:
    """The second share of a list: 分别占全市的3%、5%."""
    if last is None or last.aspect != "share":
        return None
    return _part_of(term(reach.own), last.basis or "", reach.before, quantity)


def _part_of(part: str, whole: str, noun: Noun, quantity: Quantity) -> Frame:
    kind = part.removesuffix("数") if part.endswith(("企业数", "公司数", "主体数", "项目数")) else part
    among = _AMONG.fullmatch(kind) if not whole else None
    if among:
        # 签约项目中工业项目12个，占比达7%: of those among which they were counted.
        kind, whole = among["part"], among["whole"]
    said = f"{kind}占{whole}比重" if whole else f"{kind.removesuffix('占比')}占比"
    return Frame(noun, part, said, "share", quantity.value, quantity.unit, whole or None, "share")


def _whole(scene: Scene, text: str, at: int) -> str:
    text = _LEAST.sub("", _RATIO_WORDS.sub("", text).strip(" 的“”"))
    for name in scene.names.within(at, at + len(text)):
        if (
            name.kind == "place"
            and name.start == at
            and len(text) > len(name.text)
            and text.startswith(name.text)
        ):
            text = text[len(name.text) :]
            break
    if text in _WIDE:
        return text
    wider = _WIDER.match(text)
    return wider.group() + term(text) if wider and _beyond(scene.home, wider.group()) else term(text)


def _beyond(home: str | None, wide: str) -> bool:
    """Whether 全国, 全省 reach beyond what the document is about, so that they tell which whole is meant."""
    if wide == "全国":
        return home != wide
    level = _LEVELS.find(wide[-1])
    return level >= 0 and home is not None and 0 <= level < _LEVELS.find(home[-1])


def group_share(scene: Scene, quantity: Quantity, reach: Reach) -> Frame | None:
    """85%的改革任务落地: the share of a group of which something is then said."""
    after = scene.folded[quantity.right : quantity.right + 1]
    if quantity.unit not in ("%", "ratio") or after != "的":
        return None
    noun = noun_after(scene, quantity.right + 1, reach.ceiling)
    thing = bare(noun.text)
    if len(thing) < 2:
        return None
    return Frame(noun, thing, thing + "占比", "share", quantity.value, quantity.unit, thing, "group_share")


_LEVELS = "省市区县镇"
_WIDER = deferred(r"全[国省市]")
_ALSO_OF = deferred(
    r"[、，和及](?:约|近)?(?:占)?(?P<whole>[^，。；、\d占]{2,8}?)(?:总量|总数)?的(?:约|近|超过?)?"
)
_ONLY_OF = deferred(r"[，、]?(?:仅|只)?(?:为|是|相当于|有|及)?(?P<whole>[^，。；、\d]{2,8}?)的(?:约|近)?")
_AND_NEXT = deferred("[、，和与及 ]{0,2}")
_AMONG = deferred(r"(?P<whole>[^，。；、]{2,10}(?:项目|企业))中(?P<part>[^，。；、]{2,16}(?:项目|企业))")
_SHARE_WORDS = ("比重", "份额", "占有率")
_FAR = 200
_PLANNED = 24
_RATIO_SO_FAR = deferred(r"(?:[\d.]+[：:])+\Z")
_IS = deferred(r" *(?P<what>[一-鿿]{2,10}?(?:业|经济|产业|企业|产业链|消费|投资|出口))(?:是|作为|一直|仍)")
_TAKES = deferred(
    r"占(?!地(?![区方级市])|有|据|用|道|领|先)到?(?:比|(?P<whole>[^，。；：]{0,36}?))(?:的)?(?:比重|比例|比率|份额)?"
    r"(?:分别|保持|稳定|已|均|首次|再次|仅有?|只有?|高达|约|近|超过?|逾|不足|不到|接近|不低于|达到?|为|是|的|[从由](?:(?:\d{4}年|上年|去年)?(?:年?[末底初]|同期)?)|提高到|提升至|提升到|提高至|升至|增至|降至|上升到"
    r"|突破|在| )*\Z"
)
_DONE = deferred(
    r"完成(?:了)?(?P<plan>(?:年初|年度|全年|调整|年|[省市县区]?(?:级|里)?下达的?)*(?:预算|计划|目标|任务|指标)(?:数|任务)?)"
    r"(?:[\d.]+[万亿]*(?:元|美元|[家户个人吨]))?的?\Z"
)
_RATIO_WORDS = deferred(r"(?:的)?(?:比重|比例|比率|份额|总量的?|比)$")
_LEAST = deferred(r"的(?:最[低高]|平均)$")
_WIDE = frozenset({"全国", "全市", "全省", "全区", "全县", "全球", "世界"})
