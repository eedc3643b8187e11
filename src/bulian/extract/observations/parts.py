"""Parts that leave out what their whole says: 其中企业 of new ones, 其中城镇人口 of the registered."""

from collections.abc import Sequence
from dataclasses import replace

from bulian.extract.deferred import deferred
from bulian.extract.numbers import Quantity
from bulian.extract.observations.frame import Frame
from bulian.extract.observations.members import HEAD
from bulian.extract.observations.naming import has_amount
from bulian.extract.observations.scene import Scene, head_nouns
from bulian.extract.segments import Clause


def whole_before(scene: Scene, clause: Clause, told: Sequence[Frame], whole: Frame | None) -> Frame | None:
    """The figure whose parts a clause tells: the last one before 其中, until a semicolon ends the list."""
    if clause.hard and scene.folded[clause.start - 1 : clause.start] != "：":
        whole = None
    among = scene.folded.startswith("其中", clause.start) or scene.folded.startswith(
        "其中，", clause.start - 3
    )
    if not told or not among:
        return whole
    last = told[-1]
    if last.rule == "continued" and len(told) > 1 and last.said != last.indicator:
        # 企业达到632家，新增58家，其中: the parts are of all of them.
        last = told[-2]
    if last.aspect == "growth":
        # 货运量3000万吨，增长5%，其中公路: the whole is the amount, not how it grew.
        return next((one for one in told if one.aspect == "level" and one.indicator == last.indicator), last)
    return last if last.aspect == "level" else None


def part_of(frame: Frame, whole: Frame, quantity: Quantity) -> Frame:
    """The frame with the qualifier of its whole, where it counts the same and says none itself, or with what
    its whole measures, where it names only the part.
    """
    frame = _measured_as(frame, whole)
    qualifier = _QUALIFIED.match(whole.said)
    if qualifier is None or frame.aspect != "level" or frame.rule not in ("level", "counted"):
        return frame
    word, noun = qualifier.group(), frame.noun
    if noun.opener not in ("", "其中") or "take" in noun.kinds or frame.said.startswith(word):
        return frame
    if word == "户籍":
        said = word + frame.said
        return replace(frame, said=said, indicator=said) if _PEOPLE.fullmatch(frame.said) else frame
    if quantity.measure not in ("户", "家", "个"):
        return frame
    unit = whole.unit if frame.unit == "households" else frame.unit
    return replace(frame, said=word + frame.said, unit=unit)


def _measured_as(frame: Frame, whole: Frame) -> Frame:
    """小麦产量 of 粮食产量12万吨，其中小麦5万吨; 城镇就业 of 就业15万人，其中城镇8万人."""
    own = frame.indicator.removesuffix("数")
    alike = frame.unit == whole.unit or whole.unit.startswith(frame.unit + "/")
    alike = alike or (frame.unit, whole.unit) in _COUNTED_ALIKE
    told_as_part = frame.said == frame.indicator and frame.noun.opener in ("", "其中")
    if not alike or not told_as_part or frame.rule != "level" or whole.aspect != "level" or has_amount(own):
        return frame
    if not (_KIND if whole.said.endswith("数") else _PART).fullmatch(own):
        return frame
    name = own + _measure(whole.said, own)
    return replace(frame, said=name, indicator=name, unit=whole.unit)


def _measure(whole: str, own: str) -> str:
    """What a whole measures, as its part takes it over: 产量 of 粮食产量, all of 就业 and 货运量."""
    tail = _TAIL.search(whole)
    if own not in _SIDES and tail:
        return tail.group()
    if own in _SIDES or len(whole) <= _SHORT:
        return whole.removeprefix("总")
    head = HEAD.search(whole)
    if head and len(head.group()) > 1:
        return head.group()
    thing = next((noun for noun in head_nouns() if whole.endswith(noun + "数")), "")
    return f"{thing}数" if thing else whole[-3:]


_SHORT = 4
_SIDES = frozenset({"城镇", "农村", "乡村", "城市", "男性", "女性"})
_TAIL = deferred(r"(?:产量|面积|支出|产值|增加值|投资|销售额|零售额|营业收入|税收)\Z")
_COUNTED_ALIKE = {("items", "beds"), ("items", "projects"), ("enterprises", "items")}
_PART = deferred(
    r"\d{1,2}(?:—\d{1,2})?周?岁(?:及?以[上下])?|(?![第首]?[一二三四首]期|第[一二三]产业|其他)[一-鿿]{1,10}"
)
_KIND = deferred(
    r"(?:规模|限额)以上|[一-鿿]{0,8}(?:[产工农商业务牧渔造]业|级)|[1-5]A级?|三甲|民营|[外内]资|国有|私营|公办|民办|城镇|[农乡]村|城市|[男女]性?"
)
_QUALIFIED = deferred(r"新增|净增|新登记|新设立|户籍(?=人口)")
_PEOPLE = deferred("(?:城镇|乡村|农村|城市|男性?|女性?|农业|非农业)人口")
