"""What a plant makes or treats in a day or a year: 年产1.6亿片硅片, 日产瓷砖18万平方米, 日处理500吨污水."""

from bulian.extract.deferred import deferred
from bulian.extract.numbers import Quantity
from bulian.extract.observations.frame import Frame, Reach
from bulian.extract.observations.naming import bare, has_amount
from bulian.extract.observations.scene import Noun, Scene


def made(scene: Scene, quantity: Quantity, reach: Reach, own: str, last: Frame | None) -> Frame | None:
    """The frame of an amount made in a span of time; `own` is the phrase before it."""
    return _made_a_year(scene, quantity, reach, reach.before) or _made_of(quantity, own, reach.before, last)


def _made_a_year(scene: Scene, quantity: Quantity, reach: Reach, before: Noun) -> Frame | None:
    """年产1.6亿片硅片的生产规模, 日处理500吨污水: what a plant can make or treat; the thing may follow."""
    made = _MADE.search(scene.folded, max(reach.floor, quantity.left - 6), quantity.left)
    if made is None or not quantity.measure:
        return None
    after = _PRODUCT.match(scene.folded, quantity.right, reach.ceiling)
    own = scene.folded[before.start : made.start()] if before.start < made.start() < before.end else ""
    thing = (after["thing"] if after else "") or bare(own)
    name = thing + made["span"] + _MADE_OF[made["verb"]]
    unit = {"日": {"t": "t/day", "m3": "m3/day"}}.get(made["span"], {}).get(quantity.unit, quantity.unit)
    end = after.end("thing") if after else quantity.right
    noun = Noun(min(made.start(), before.start), end, name, before.links, before.kinds, before.signs)
    return Frame(noun, name, name, "level", quantity.value, unit, None, "capacity")


def _made_of(quantity: Quantity, own: str, before: Noun, last: Frame | None) -> Frame | None:
    """年产瓷砖18万平方米, 年产手机3000万台、电脑1500万台: what is made stands before its number."""
    made = _MADE_BEFORE.fullmatch(own)
    again = last is not None and last.rule == "capacity" and not made and not has_amount(own)
    if not quantity.measure or not own or not (made or again):
        return None
    if made:
        name = made["thing"] + made["span"] + _MADE_OF[made["verb"]]
    else:
        tail = _MADE_TAIL.search(last.indicator) if last else None
        if tail is None or before.links or before.opener:
            return None
        name = own + tail.group()
    span = "日" if "日" in name[-4:] else ""
    unit = {"日": {"t": "t/day", "m3": "m3/day"}}.get(span, {}).get(quantity.unit, quantity.unit)
    return Frame(before, name, name, "level", quantity.value, unit or "items", None, "capacity")


_MADE = deferred(
    r"(?P<span>[年日])(?P<verb>产|处理|加工|生产|焚烧|供水|供气|屠宰|吞吐)(?:约|超|达|可达|各类)*\Z"
)
_MADE_OF = {
    "产": "产量", "生产": "产量", "处理": "处理量", "加工": "加工量", "焚烧": "焚烧量",
    "供水": "供水量", "供气": "供气量", "屠宰": "屠宰量", "吞吐": "吞吐量",
}  # fmt: skip
_MADE_BEFORE = deferred(
    r"(?:设计|可|能|新增|最高|预计|将|总|实现|形成)*(?P<span>[年日月])(?P<verb>生产|产|处理|加工|焚烧|供水|供气|屠宰|吞吐)"
    r"(?:各类|优质|各种)?(?P<thing>(?!值|量|能|出)[一-鿿A-Za-z]{1,12}?)(?:的)?(?:能力|规模)?"
)
_MADE_TAIL = deferred(r"[年日月](?:产量|处理量|加工量|焚烧量|屠宰量)\Z")
_PRODUCT = deferred(
    r"(?:以上)?(?:的)?(?P<thing>(?:(?!的|生产线|项目|工程|基地|产能|能力|规模|工厂|车间|装置)[^，。；：、\d（）]){2,14})"
    r"(?=生产线|项目|工程|基地|产能|的|能力|规模|工厂|车间|装置)"
)
