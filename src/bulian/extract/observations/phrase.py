"""The subject with which the phrase of an indicator begins (大渡口区工业总产值)."""

from bulian.extract.deferred import deferred
from bulian.extract.names.name import Name
from bulian.extract.observations.frame import Frame
from bulian.extract.observations.heads import is_kind_of_work, served
from bulian.extract.observations.naming import in_full
from bulian.extract.observations.scene import Scene
from bulian.extract.observations.whose import About


def in_phrase(scene: Scene, frame: Frame) -> About | None:
    """大渡口区工业总产值, 三峰环境垃圾处理量, 智能视觉产业规模: the phrase begins with its subject."""
    noun = frame.noun
    if not noun.text:
        return None
    known = scene.words.named.get(noun.end)
    if known and known[0] <= noun.start:
        return None
    best: Name | None = None
    part = noun.text != scene.folded[noun.start : noun.end]
    several = part and sum(n.kind in _HANDING_ON for n in scene.names.within(noun.start, noun.end)) > 1
    opens = noun.end - len(scene.folded[noun.start : noun.end].lstrip(" “”‘’"))
    for name in scene.names.within(noun.start, noun.end):
        listed = several and noun.text.startswith(name.text)
        bears = name.kind in _BEARERS and not is_kind_of_work(name) and name.text not in _OF_TOWNS
        if (name.start - opens <= 1 or listed) and bears and _better(name, best):
            best = name
    if best is None:
        member = _MEMBER.fullmatch(noun.text) if part else None
        return About(member["industry"], member["said"], None) if member else None
    rest = scene.folded[best.end : noun.end].strip(" 的“”")
    if best.kind == "place" and (wider := _WIDER.match(rest)) and rest != wider.group():
        # 兰州新区经济总量, 武汉都市圈人口: the zone or ring that the place gives its name to.
        whose = best.text + wider.group()
        return About(whose, frame.said.replace(whose, "", 1).replace(wider.group(), "", 1), best.start)
    if several and noun.text.startswith(best.text):
        # A member of a list (福州和合肥GDP) is put together from two places.
        rest = noun.text.removeprefix(best.text).strip(" 的“”")
    text = scene.folded[noun.start : noun.end]
    tail = frame.said.removeprefix(best.text)
    if not rest and tail in ("面积", "长度", "规模"):
        said = "产业规模" if tail == "规模" and best.kind == "industry" else tail
        return About(best.canonical, said, best.start)
    if not rest and best.kind in _AREAS and best.text not in frame.said:
        return About(best.canonical, frame.said, best.start)
    if not rest or rest[0] in "和与及、" or (best.kind == "industry" and best.text.endswith("经济")):
        return None
    if best.kind == "industry" and (
        rest not in OF_TOPIC or frame.aspect == "share" or _BROAD.fullmatch(best.text)
    ):
        return None
    if frame.said.endswith("数") and best.kind not in ("place", "firm", "park"):
        return None
    if best.kind == "place" and (best.canonical in _ELSEWHERE or served(scene, best)):
        return None
    if (
        text not in frame.said
        and text.strip("的“”") not in frame.said
        and not frame.said.startswith(best.text)
    ):
        said = frame.said
    else:
        said = frame.said.replace(best.text, "", 1).lstrip("的”“ ") or frame.said
    if best.kind == "industry" and rest == "规模":
        said = "产业规模"
    return About(best.canonical, in_full(said), best.start)


def _better(name: Name, best: Name | None) -> bool:
    """A longer name holds, but a place rules over the industry that begins with it (大渡口工业总产值)."""
    if best is None:
        return True
    if best.kind in _AREAS and name.kind == "industry":
        return False
    return name.end > best.end or (name.kind in _AREAS and best.kind == "industry")


_WIDER = deferred("新区|都市圈|经济圈|城市群|港(?!口|航|区|[资商珠澳])|大学城|科学城|先导区|自贸区")
# 汽车零部件和精密制造产业 of a list of industries, whose name holds 和.
_MEMBER = deferred(r"(?P<industry>[一-鿿]{4,16}(?:产业|产业链|集群))(?P<said>总产值|产值|营业收入|营收|规模)")
_OF_TOWNS = frozenset({"规划区", "建成区", "核心区", "城区", "主城区", "起步区"})
_BEARERS = frozenset(
    {"place", "firm", "project", "park", "cluster", "chain", "industry", "base", "site", "body"}
)
_BROAD = deferred(
    r"(?:全[省市区县州旗镇乡村])?(?:合同|现价|不变价|规模|战略性?新兴|新兴|高技术|高新技术|先进|现代|传统|支柱|主导|重点|优势|特色|未来|规上|规模以上)*"
    r"(?:产业|制造业|服务业|工业|农业|工农业|农林牧渔服务业|林业|牧业|渔业|畜牧业|种植业|建筑业|农林牧渔业|第[一二三]产业|金融业|房地产业|批发[和与]?零售业|住宿[和与]?餐饮业)"
)
_HANDING_ON = frozenset({"place", "park", "firm"})
_AREAS = frozenset({"place", "park"})
_ELSEWHERE = frozenset({"中国", "全国"})
OF_TOPIC = frozenset({
    "规模", "产值", "总产值", "产业规模", "营业收入", "销售收入", "集群规模", "产业链规模",
    "营收", "总规模",
})  # fmt: skip
