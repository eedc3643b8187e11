"""What a plant makes or treats in a day or a year: 年产1.6亿片硅片, 日产瓷砖18万平方米, 日处理500吨污水."""

from dataclasses import replace

from bulian.extract.deferred import deferred
from bulian.extract.numbers import Quantity
from bulian.extract.observations.frame import Frame, Reach
from bulian.extract.observations.naming import bare, has_amount
from bulian.extract.observations.scene import Noun, Scene


def made(scene: Scene, quantity: Quantity, reach: Reach, own: str, last: Frame | None) -> Frame | None:
    """The frame of an amount made in a span of time; `own` is the phrase before it."""
    return made_a_year(scene, quantity, reach, last) or _made_of(quantity, own, reach.before, last)


def made_a_year(scene: Scene, quantity: Quantity, reach: Reach, last: Frame | None = None) -> Frame | None:
    """年产1.6亿片硅片的生产规模, 日处理500吨污水: what a plant can make or treat; the thing may follow."""
    before = reach.before
    made = _MADE.search(scene.folded, max(reach.floor, quantity.left - 7), quantity.left)
    after = _PRODUCT.match(scene.folded, quantity.right, reach.ceiling)
    if made:
        tail = made["span"] + _MADE_OF[made["verb"]]
    else:
        tail = _tail_of_list(scene, quantity, last) if after else ""
    if not tail or not quantity.measure:
        return None
    begin = made.start() if made else quantity.left
    own = scene.folded[before.start : begin] if made and before.start < begin < before.end else ""
    thing = (after["thing"] or after["bare"]) if after else bare(own)
    unit = {"日": {"t": "t/day", "m3": "m3/day"}}.get(tail[0], {}).get(quantity.unit, quantity.unit)
    start = min(begin, before.start) if made else begin
    end = after.end() if after else quantity.right
    noun = Noun(start, end, thing + tail, before.links, before.kinds, before.signs)
    return Frame(noun, thing + tail, thing + tail, "level", quantity.value, unit, None, "capacity")


def project_capacity(scene: Scene, quantity: Quantity, reach: Reach) -> Frame | None:
    """60万吨天然气清洁燃料项目开工: what the project so called will make."""
    yearly = quantity.unit.endswith("/year")
    built = quantity.surface.upper().endswith(("GW", "GWH", "MWH"))
    if not yearly and not built and (quantity.unit not in _MADE_IN or not quantity.scaled):
        return None
    pattern = _A_YEAR if yearly else _GOODS if built else _PROJECT
    project = pattern.match(scene.folded, quantity.right, reach.ceiling)
    if project is None:
        return None
    thing = project["thing"]
    name = thing + ("能力" if thing.endswith(_PROCESSES) else "产能")
    noun = replace(reach.before, start=quantity.left, end=project.end(), text=name)
    return Frame(noun, name, name, "level", quantity.value, quantity.unit, None, "capacity")


def _tail_of_list(scene: Scene, quantity: Quantity, last: Frame | None) -> str:
    """年产205万吨磷酸铁、50万吨磷酸铁锂: what is made in a list, each behind its amount; "" for none."""
    if last is None or last.rule != "capacity":
        return ""
    listed = scene.folded[last.noun.end : quantity.left].strip() in ("、", "和", "及")
    tail = _MADE_TAIL.search(last.indicator) if listed else None
    return tail.group() if tail else ""


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


_MADE_IN = frozenset({"t", "m3", "sets", "pieces", "vehicles"})
_PROCESSES = ("利用", "处理", "回收", "加工", "焚烧", "处置", "转运", "供应")
_PROJECT = deferred(r"(?P<thing>[一-鿿A-Za-z]{2,16}?)(?:等)?(?:建设)?(?:项目|生产线|装置)(?![数总建])")
# 10GW高效电池片: so much of it a year, and no power station.
_GOODS = deferred(
    r"(?!产能|的)(?P<thing>[一-鿿A-Za-z]{0,10}?(?:电池片?|组件|硅片|硅棒|切片|模组|逆变器|电芯))(?![厂企产])"
)
# 8万千瓦时/年废旧电池回收利用: so much a year of what stands behind it.
_A_YEAR = deferred(
    r"(?P<thing>[一-鿿A-Za-z]{2,20}?)(?:等)?(?:[一两二三四五六七八九十\d]+个)?(?:子)?(?:(?:项目|工程|生产线|装置)[^，。；、]{0,8})?(?=[、，。；和及]|\Z)"
)
_MADE = deferred(
    r"(?P<span>[年日])(?P<verb>产|处理|加工|生产|焚烧|供水|供气|屠宰|吞吐) ?(?:约|超|达|可达|各类)*\Z"
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
    r"(?:以上)?(?:的)?(?P<thing>(?:(?!的|生产线|生产基地|项目|工程|基地|产能|能力|规模|工厂|车间|装置)[^，。；：、\d（）]){2,14})"
    r"(?=生产线|生产基地|项目|工程|基地|产能|的|能力|规模|工厂|车间|装置|[一二三四]期|[、和及][^，。；：\d]{0,4}\Z)"
    # 年产20万吨磷酸铁，: what is made stands alone behind its amount, and is no sum of money.
    r"|(?<=[吨片支辆套台只件块瓶箱瓦米个方])(?P<bare>(?![以的左])(?:(?![和及与等]|加工)[一-鿿A-Za-z]){2,10})"
    r"(?=[，。；]|等|加工|[、和及][^，。；：\d]{0,4}\Z|\Z)"
)
