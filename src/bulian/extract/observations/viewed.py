"""What a sentence looks at: after 从主要产品产量看 each figure is of the output of what its phrase names."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from bulian.extract.deferred import deferred
from bulian.extract.numbers import Quantity
from bulian.extract.observations.frame import Frame
from bulian.extract.observations.growth import signed
from bulian.extract.observations.naming import has_amount
from bulian.extract.observations.scene import Scene
from bulian.extract.segments import Sentence


class View(NamedTuple):
    """The measure that the figures of a sentence share and leave out, and what stands before each of them."""

    measure: str
    before: str = ""


def view_of(scene: Scene, sentence: Sentence, kept: Sequence[Frame]) -> View | None:
    """The measure that a sentence names at its head or has from the one before; None where it names none.

    Args:
        kept: the figure of the sentence before, where this one breaks it down (分产业看).
    """
    seen = _LOOKS_AT.match(scene.folded, sentence.start, sentence.end)
    if seen:
        what = seen["what"]
        if what.endswith("产量") or _PRODUCTS.search(what):
            return View("产量")
        if _GOODS.search(what):
            return View("零售额", "限额以上" if "限额以上" in what else "")
        if what.endswith("投资"):
            return View("投资")
        if _CLASSES.search(what):
            return View("企业数")
    if kept and kept[0].indicator.endswith(("投资", "投资额")):
        return View("投资")
    output = scene.folded.find("产品产量", sentence.start, sentence.end) >= 0
    return View("产量") if output and _OUTPUT.search(scene.folded, sentence.start, sentence.end) else None


def viewed(frame: Frame, view: View, quantity: Quantity) -> Frame:
    """The frame with the measure that its sentence looks at, where its own phrase names only a thing."""
    if frame.aspect not in ("level", "growth") or frame.rule not in ("level", "growth", "counted"):
        return frame
    name, measure = frame.indicator, view.measure
    if frame.unit == "%" and frame.aspect == "level":
        # 纱增长16%: one character names a product here, and nothing elsewhere.
        sign = next((s for k, s in zip(frame.noun.kinds, frame.noun.signs, strict=True) if k == "growth"), "")
        value = signed(frame.value) if sign == "-" else frame.value
        frame = replace(frame, aspect="growth", rule="growth", value=value) if sign else frame
    if measure == "企业数":
        if quantity.measure not in ("户", "家") or not _TRADE_COUNT.search(name):
            return frame
        name, unit = name.removesuffix("数") + measure, "enterprises"
        return replace(frame, indicator=name, said=name, unit=unit)
    if measure == "投资":
        if not _SECTOR.fullmatch(name) or "增加值" in frame.noun.text:
            return frame
        name = name.removesuffix("增加值") + measure
    elif measure == "零售额":
        name = name.removesuffix("社会消费品零售总额")
        if not name or (has_amount(name) and not name.endswith(measure)) or not frame.noun.text:
            return frame
        name = view.before + name.removeprefix(view.before).removesuffix(measure) + measure
    else:
        name = name.removesuffix("长度") if frame.rule == "level" else name
        of_all = quantity.unit == "%" and frame.aspect == "level"
        if has_amount(name) or not name or quantity.unit in _NO_GOODS or of_all:
            return frame
        name = name.removesuffix("数") + measure
    return replace(frame, indicator=name, said=name)


def of_structure(frame: Frame, before: Frame | None) -> Frame:
    """第一产业下降0.3个百分点 after 三次产业结构为…: what has changed is the sector's share."""
    shares = before is not None and (before.rule == "structure" or before.said.endswith(_SHARE))
    if not shares or frame.unit != "pp" or not _SECTOR.fullmatch(frame.indicator):
        return frame
    if "增加值" in frame.noun.text or frame.rule != "growth":
        return frame
    return replace(frame, said=frame.indicator + _SHARE)


_SHARE = "占地区生产总值比重"
_LOOKS_AT = deferred(r"[从按](?P<what>[^，。；\d]{2,16}?)(?:情况)?来?[看分]，")
_PRODUCTS = deferred(r"主要(?:工业|农业)?产品\Z")
_GOODS = deferred(r"(?:商品|零售)(?:类别|类值|零售|销售)?\Z")
_CLASSES = deferred(r"(?:产业|行业)(?:类别|分布|分类|领域)?\Z")
# 主要工业产品产量大幅增长，其中：变压器…
_OUTPUT = deferred(r"产品产量[^，。；\d]{0,8}[，：](?!其中[^，。]{0,6}产量)")
_SECTOR = deferred("第[一二三]产业增加值")
_TRADE_COUNT = deferred(r"(?:产业|行业|制造业|[^企事]业|领域)数\Z")
_NO_GOODS = frozenset({"CNY", "USD", "persons", "enterprises", "projects", "pp"})
