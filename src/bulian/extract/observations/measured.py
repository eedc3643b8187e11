"""What is measured of a thing, and in which unit: how many, how long, how large."""

from bulian.extract.deferred import deferred
from bulian.extract.numbers import Quantity
from bulian.extract.observations.naming import counted, implied_unit
from bulian.extract.observations.scene import Noun
from bulian.vocab.indicators import indicators
from bulian.vocab.units import units


def measured(quantity: Quantity, thing: str, before: Noun) -> str:
    """What is measured of a thing: how many, how long, how large, how much was made of it."""
    thing = thing.removeprefix("级")
    if quantity.unit == "persons" and thing.endswith(_INSURANCES):
        # 参加失业保险31万人
        thing = thing.removeprefix("参加") + "参保人数"
    name = counted(thing)
    if name.endswith("基金") and quantity.measure in ("只", "支", "个", "家"):
        return name + "数"
    if name in indicators() or name.endswith(_AMOUNTS):
        return name
    known = units().get(quantity.measure)
    dimension = known.dimension if known else ""
    bare_name = name if thing.endswith(("天数", "日数", "次数")) else name.removesuffix("数")
    away = _AWAY.fullmatch(bare_name) if dimension == "length" else None
    if away:
        return f"距{away['place']}距离"
    if dimension == "length" and bare_name.endswith(("全长", "总长")):
        return bare_name
    if dimension == "length" and bare_name.endswith("长"):
        return bare_name + "度"
    if dimension == "length" and bare_name.endswith(
        ("海拔", "高度", "高程", "水深", "深度", "宽度", "降水量", "降雨量")
    ):
        return bare_name
    if dimension == "length":
        return bare_name + ("里程" if bare_name.endswith(_ROADS) else "长度")
    if dimension == "area":
        return bare_name + "面积"
    if quantity.unit == "kW" and thing.endswith("项目"):
        return thing.removesuffix("项目") + "装机容量"
    if dimension in ("mass", "volume") and bare_name.endswith("交易"):
        return bare_name + "量"
    if dimension in ("mass", "energy", "volume") and _produced(before):
        return bare_name + "产量"
    if not quantity.unit and thing.endswith(_SIZED):
        return _SIZES.get(thing) or (thing if thing.endswith("规模") else thing + "规模")
    return name if dimension in ("", "count") else bare_name


def _produced(before: Noun) -> bool:
    """生产 stands before the good or between it and its number."""
    return before.opener == "生产" or bool(before.links and before.links[0] in ("生产", "完成", "实现"))


def unit_of(quantity: Quantity, indicator: str, thing: str) -> str:
    """The unit as the thing counted settles it: 42个项目 are projects, 人均…元 yuan a head."""
    unit = quantity.unit
    if unit == "aircraft" and "机架" in indicator:
        return "racks"
    known = indicators().get(indicator)
    if known and unit == "items":
        return unit if known.unit in ("CNY", "%") else known.unit
    if not unit:
        if indicator.endswith(_RATIOS):
            return "ratio"
        return implied_unit(indicator) or (
            "persons" if _PEOPLE.search(thing) else "items" if quantity.scaled else ""
        )
    if quantity.measure == "张" and thing.removesuffix("数").endswith("床位"):
        return "beds"
    if quantity.measure == "家" and thing.removesuffix("数").endswith(_INSTITUTIONS):
        return "items"
    if unit in ("items", "households", "places", "lines", "rooms"):
        if quantity.measure in ("个", "项") and thing.removesuffix("数").endswith("项目"):
            return "projects"
        owner = thing.removesuffix("总量").removesuffix("数目").removesuffix("数").removesuffix("总")
        if quantity.measure in ("户", "个", "间") and owner.endswith(_FIRMS):
            return "enterprises"
        if unit == "places":
            return "persons"
        return "items" if unit == "lines" and "线" not in thing else unit
    if indicator.startswith("人均") or "人均" in indicator:
        return {"CNY": "CNY/person", "USD": "USD/person", "m2": "m2/person"}.get(unit, unit)
    if "亩均" in indicator and unit == "CNY":
        return "CNY/mu"
    if unit == "t" and _DAILY.search(thing):
        return "t/day"
    return unit


_INSURANCES = ("养老保险", "医疗保险", "失业保险", "工伤保险", "生育保险", "社会保险")
_AWAY = deferred(r".{0,12}?距离?(?:市区?)?(?P<place>[一-鿿]{2,12}?)(?:距离)?")
_FIRMS = ("企业", "主体", "公司", "工商户", "法人单位")
_INSTITUTIONS = (
    "实验室", "研究院", "研究所", "中心", "医院", "卫生院", "学校", "高校", "大学", "中小学", "幼儿园",
    "工作站", "服务站", "孵化器", "众创空间", "景区", "度假区", "街区", "博物馆", "图书馆",
    "高新区", "开发区", "经开区", "园区", "产业园", "保税区", "综保区", "示范区",
    "医疗机构", "卫生机构", "养老机构", "研发机构", "集群", "联盟", "协会", "商会",
)  # fmt: skip
_SIZED = ("产业", "工业", "集群", "产业链", "规模", "经济")
_SIZES = {"产业": "产业规模", "集群": "集群规模", "产业集群": "集群规模", "规模": "产业规模"}
_RATIOS = ("比", "比值", "系数", "之比")
_AMOUNTS = ("面积", "里程", "长度", "产量", "规模", "投资", "收入", "产值", "额", "量", "率", "产能", "能力")
_ROADS = ("公路", "高速", "铁路", "高铁", "轨道", "农村路", "道路")
_PEOPLE = deferred(r"(?:人|者|员|生|民|户|儿童|幼儿|学子|群众|女|师|工|青年|人口|就业)$")
_DAILY = deferred(r"日(?:均|产|处理|焚烧|供|供水|转运|消纳)")
