"""What a part did for a whole: 拉动经济增长2个百分点."""

from dataclasses import replace

from bulian.extract.deferred import deferred
from bulian.extract.numbers import Quantity
from bulian.extract.observations.frame import PRONOUNS, Frame, Reach
from bulian.extract.observations.growth import signed
from bulian.extract.observations.naming import bare, term
from bulian.extract.observations.scene import Noun, Scene, noun_before


def pulled(scene: Scene, quantity: Quantity, reach: Reach, last: Frame | None) -> Frame | None:
    """第二产业拉动经济增长2个百分点: the points of a whole's growth that are a part's own.

    The part stands before the verb, or was said before; without one only the whole is told.
    """
    if quantity.unit != "pp":
        return None
    match = _PULLS.search(scene.folded, reach.floor, quantity.left)
    if match is None and reach.own:
        match = _PULLED_EACH.search(scene.folded, max(0, quantity.left - _FAR), quantity.left)
    if match is None:
        return None
    whole = term(match["whole"]) or match["whole"]
    at = max(match.start(), reach.floor)
    noun = noun_before(scene, reach.floor, at)
    part = reach.own or bare(noun.text)
    if part in PRONOUNS:
        # 汽车、电子增加值分别增长…，合计拉动: what each of them pulls is not said.
        together = _TOGETHER.search(scene.folded, reach.floor, match.start())
        part = (
            last.indicator if last is not None and not together and not whole.endswith(last.indicator) else ""
        )
        noun = replace(noun, text="", start=at, end=at)
    said = f"{_part(part)}拉动{whole}增长"
    # 下拉, 拖累, 拉动…下降: what a part took from the growth of the whole.
    down = match["verb"] in _DOWN or match["turn"]
    value = signed(quantity.value) if down else quantity.value
    return Frame(noun, said, said, "level", value, "pp", None, "pulled")


def contributed(scene: Scene, noun: Noun, indicator: str, last: Frame) -> str:
    """贡献率 after 第二产业增加值: of it, for the whole that its clause names, else for the economy."""
    part = _SHARE.sub("", last.indicator).removesuffix("增加值").removesuffix("总产值")
    rate = "贡献率" if indicator == "贡献" else indicator
    named = _FOR_WHOLE.search(scene.folded, max(0, noun.start - _NEAR), noun.start)
    if named:
        return f"{part}对{term(named['whole'])}的{rate}"
    return f"{part}对经济增长的{rate}" if part != last.indicator else indicator


def _part(name: str) -> str:
    """第二产业 of 第二产业增加值: what pulls."""
    return _MEASURE.sub("", name)


_SHARE = deferred(r"占.+比重\Z|占比\Z")
CONTRIBUTIONS = frozenset({"贡献率", "贡献度", "贡献"})
_FOR_WHOLE = deferred(r"[，、；]对(?P<whole>[^，。；：、\d对]{2,24}?)的?\Z")
_NEAR = 30
_PULLS = deferred(
    r"(?P<verb>上?拉动|[上下]拉|拉低|拖累|下拉动)(?:了)?(?!贡献|作用|力|率)(?P<whole>[一-鿿（）A-Z]{2,24}?)(?:的?增长|的?增速|提升|提高|上升|(?P<turn>下降|回落))?"
    r"(?:达到?|约|近|超过?|各|共|合计)?\Z"
)
# The further members of 分别拉动经济增长1个、2个百分点.
_PULLED_EACH = deferred(
    r"分别(?P<verb>上?拉动|[上下]拉|拉低|拖累)(?P<whole>[一-鿿（）A-Z]{2,24}?)(?:的?增长|的?增速|(?P<turn>下降|回落))?(?:[\d.、，和与及]|个?百分点|个)+\Z"
)
_DOWN = frozenset({"下拉", "下拉动", "拉低", "拖累"})
_TOGETHER = deferred(r"(?:合计|共同|一起|总共)\Z")
_FAR = 100
_MEASURE = deferred(
    r"(?<=..)(?:对[一-鿿]{2,10}的?)?(?:增加值|总产值|营业收入|贡献率|增速|占比)\Z|^(?:增加值|产值|贡献率)\Z"
)
