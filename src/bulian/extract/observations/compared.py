"""Comparisons: how far a growth stands from another (快于全国3.4个百分点), and that other growth itself."""

from dataclasses import replace

from bulian.extract.deferred import deferred
from bulian.extract.numbers import Quantity
from bulian.extract.observations.frame import PRONOUNS, Frame, Reach
from bulian.extract.observations.growth import PACES, negative, signed
from bulian.extract.observations.naming import bare, term
from bulian.extract.observations.scene import Noun, Scene, noun_before


def compared(scene: Scene, quantity: Quantity, reach: Reach, last: Frame | None) -> Frame | None:
    """快于全国3.4个百分点: how far a growth or a level stands from another."""
    if quantity.unit != "pp":
        return None
    listed = COMPARES_EACH.match(reach.own)
    if listed is None:
        listed = _EACH_NOTED.search(scene.folded, max(0, quantity.left - _NEAR), quantity.left)
    if listed and last is not None and (last.aspect in ("growth", "rank") or last.unit == "%"):
        # 分别高出全国、全省和全市6.0、5.2和4.4个百分点
        paced = last.aspect == "growth" and last.rule != "compared"
        own = last.indicator + "增速" if paced else last.said
        return _beside(own, replace(reach.before, text=""), quantity, listed["verb"] in _BELOW)
    span = (scene.folded, reach.floor, quantity.left)
    match = _THAN.search(*span) or _COMPARES.search(*span)
    if not match:
        if last is None or last.rule != "compared":
            return None
        other = _OTHER.fullmatch(scene.folded, reach.floor, quantity.left)
        if other:
            return _beside(last.said, reach.before, quantity, negative(last.value))
        if not reach.own:
            return None
        pace = "增速" if reach.before.again and last.said.endswith("增速") else ""
        return _beside(reach.own + pace, reach.before, quantity, negative(last.value))
    noun = noun_before(scene, reach.floor, match.start())
    own = reach.own or bare(noun.text)
    if reach.before.again and last is not None and last.aspect == "growth":
        own += "增速"
    elif own in PRONOUNS or not own:
        if last is None:
            return None
        own = last.indicator + ("增速" if last.aspect == "growth" or own == "增速" else "")
    elif match["verb"] in ("快于", "慢于") and not own.endswith(PACES):
        own += "增速"
    return _beside(own, noun, quantity, match["verb"] in _BELOW)


def compares_each(scene: Scene, floor: int, at: int, end: int) -> str:
    """高于全国、全省 of 分别高于全国、全省, 分别比全国、全省高 and 比全国、全省分别高; "" for another 分别.

    Args:
        at: where 分别 stands. end: where the first number begins.
    """
    if each := COMPARES_EACH.match(scene.folded, at + 2, end):
        return each.group()
    than = _THAN_EACH.match(scene.folded, at + 2, end)
    if than is None:
        verb = _HIGHER.fullmatch(scene.folded, at + 2, end)
        than = _THAN_SEVERAL.search(scene.folded, floor, at) if verb else None
        return f"{verb['verb']}于{than['others']}" if verb and than else ""
    return f"{than['verb']}于{than['others']}"


def elsewhere(scene: Scene, quantity: Quantity, reach: Reach, last: Frame | None) -> Frame | None:
    """高于全省的2%、全国的2.5%: the growth, just named, of another place or time."""
    if quantity.unit != "%" or last is None:
        return None
    span = (scene.folded, reach.floor, quantity.left)
    if scene.folded[quantity.left - 1] == "（":
        # 增速居全省第7位，分别高于全国（5.4%）、全省（5.2%）0.1和0.3个百分点
        paced = last.aspect == "growth" or (last.aspect == "rank" and last.said.endswith("增速"))
        match = _NOTED.search(*span) if paced else None
        then = scene.period_ending_at(quantity.left - 1) if last.aspect == "growth" else None
        if then and then.role == "basis" and then.start > reach.floor:
            # 工业投资增长3%，比1-7月（6%）回落3个百分点: its growth until then.
            noun = replace(reach.before, text="")
            return Frame(noun, last.indicator, last.indicator, "growth", quantity.value, "%", None, "then")
    else:
        match = _OF_OTHER.search(*span) if last.aspect == "growth" else None
    if match is None or (not match["verb"] and last.rule != "elsewhere"):
        return None
    noun = replace(reach.before, text="", start=match.start("other"), end=match.end("other"))
    return Frame(noun, last.indicator, last.indicator, "growth", quantity.value, "%", None, "elsewhere")


def _beside(own: str, noun: Noun, quantity: Quantity, below: bool) -> Frame:
    said = term(own)
    pace = next((tail for tail in PACES if said.endswith(tail)), "")
    value = signed(quantity.value) if below else quantity.value
    return Frame(noun, said.removesuffix(pace), said, "growth", value, "pp", None, "compared")


_OTHER = deferred(r"[、，和](?P<other>全[国省市区县州]|[^，。；、\d]{2,8}平均(?:水平)?)")
_COMPARES = deferred(
    r"(?P<verb>高于|低于|快于|慢于|优于|好于|高出|领先|超出|超过"
    r"|(?<![提降加减增偏])[高快低慢])(?P<other>[^，。；、]{0,16})\Z"
)
# 分别高出全国、全省和全市: what the numbers are compared with stands before them.
COMPARES_EACH = deferred(r"(?P<verb>高于|低于|快于|慢于|优于|好于|高出|领先|超出|超过)[^，。；]*[、和与]")
_THAN_EACH = deferred(
    r"[比较](?P<others>(?![^，。；]*(?:季度|月|年|同期))[^，。；\d]{2,12}?[、和与][^，。；\d]{2,12}?)(?P<verb>(?<![提降减加放])[高低快慢])(?:出|了|于)?\Z"
)
_THAN_SEVERAL = deferred(
    r"[比较](?P<others>(?![^，。；]*(?:季度|月|年|同期))[^，。；\d]{2,12}?[、和与][^，。；\d]{2,12})\Z"
)
_HIGHER = deferred(r"(?P<verb>[高低快慢])(?:出|了|于)?")
_OF_OTHER = deferred(
    r"(?P<verb>高于|低于|快于|慢于|好于|优于|超过|不及|落后于)?(?P<other>[^，。；、\d高低快慢于]{2,12}?)"
    r"(?:\d{4}年|今年|去年|第?[一二三四]季度|上半年|前三季度|同期|平均)*的\Z"
)
_NOTED = deferred(
    r"(?P<verb>高于|低于|快于|慢于|高出|好于|优于|(?<![占对])[比较](?![重例率值上去]))?(?:[、和与])?(?P<other>[^，。；、\d（）高低快慢于]{1,12})（\Z"
)
_EACH_NOTED = deferred(
    r"(?P<verb>高于|低于|快于|慢于|高出|好于|优于)[^，。；（）\d]{1,12}（[\d.%-]+）"
    r"(?:[、和与][^，。；（）\d]{1,12}（[\d.%-]+）)*(?:[\d.]+[、和与])*\Z"
)
_NEAR = 60
_THAN = deferred(
    r"[比较](?!上|去|20|19|前|同|“?十|例|重|率|值)(?P<other>[^，。；、\d]{2,14}?)(?P<verb>(?<![提降升减])[高快低慢])(?:出|了)?\Z"
)
_BELOW = frozenset({"低于", "慢于", "慢", "低"})
