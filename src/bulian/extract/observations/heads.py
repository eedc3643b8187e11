"""The names that clauses begin with, past periods, adverbs and what only describes."""

import re

from bulian.extract.deferred import deferred
from bulian.extract.names.name import Name
from bulian.extract.observations.frame import Frame
from bulian.extract.observations.scene import Scene
from bulian.extract.observations.whose import Known
from bulian.extract.segments import Clause


def part_of_name(scene: Scene, named: Name) -> bool:
    """涪陵榨菜, 武隆荆竹村: a short place before a noun is part of another name."""
    if named.kind != "place" or not _short(named):
        return False
    following = scene.words.starting_at(named.end)
    after = scene.folded[named.end : named.end + 1]
    period = any(p.start == named.end for p in scene.periods_in(named.end, named.end + 1))
    return following is None and not period and "一" <= after <= "鿿"


def _short(named: Name) -> bool:
    """Whether a place stands without 市, 区, 县."""
    return not named.text.endswith(tuple("省市区县州旗镇乡"))


def served(scene: Scene, name: Name) -> bool:
    """为北京整车配套的企业, 根据广州市…核算结果: the place for or by which it is done owns no figure."""
    return _FOR.search(scene.folded, max(0, name.start - 2), name.start) is not None


def leading(scene: Scene, clause: Clause, frame: Frame | None) -> Name | None:
    """The name a clause begins with, past periods, adverbs and conjunctions."""
    limit = clause.end if frame is None else max(clause.start, min(frame.noun.start, clause.end))
    at = clause.start
    names = scene.names.within(clause.start, limit if frame is not None else clause.end)
    for name in names:
        if name.kind not in _LEADERS or (name.kind == "project" and _CLASS_OF_PROJECTS.search(name.text)):
            continue
        if is_kind_of_work(name):
            continue
        if name.start < at:
            continue
        if not _only_adverbs(scene, clause.start, name.start) or served(scene, name):
            return None
        longest = max((n for n in names if n.start == name.start and n.kind in _LEADERS), key=length)
        follows = scene.folded[longest.end : longest.end + 2]
        dated = longest.kind == "place" and scene.periods_in(longest.end, longest.end + 1)
        counts = longest.kind == "park" and _COUNTS_THINGS.match(scene.folded, longest.end) is not None
        if (follows[:1].isdigit() and not dated and not counts) or (
            longest.kind == "place" and follows[:1] and follows[0] in "等、和与"
        ):
            return None
        if (
            longest.kind == "place"
            and _short(longest)
            and _NAMES.match(scene.folded, longest.end, clause.end)
        ):
            return None
        if follows[:1] == "等" and _ETC.match(scene.folded, longest.end, clause.end):
            return None
        if _LISTED.match(scene.folded, longest.end, clause.end):
            return None
        if follows[:1] == "的":
            # 位于西陵区的某某公司: the place tells where, the firm is meant.
            owned = [n for n in names if n.start == longest.end + 1 and n.kind in _LEADERS]
            return max(owned, key=length) if owned else longest
        return longest
    return None


def meant_by(scene: Scene, clause: Clause, known: Known) -> Name | None:
    """该基地, 该公司 at the head of a clause, unless all that is told is of an owner named above."""
    return None if known.owner else anaphor(scene, clause)


def anaphor(scene: Scene, clause: Clause) -> Name | None:
    """该基地, 该公司 at the head of a clause: the one named last, within the paragraph or the one before."""
    meant = _ANAPHOR.match(scene.folded, clause.start, clause.end)
    if meant is None and scene.folded[clause.start - 1 : clause.start] in ("", "。", "\n"):
        meant = _BARE_ANAPHOR.match(scene.folded, clause.start, clause.end)
    if meant is None:
        return None
    noun = meant["noun"] or meant["within"]
    kinds = _MEANT.get(noun, ("project", "base", "site", "park"))
    names = [
        n
        for n in scene.names.within(max(0, clause.start - _BACK), clause.start)
        if n.kind in kinds and not UNNAMED.match(n.text) and not is_kind_of_work(n)
    ]
    fitting = [n for n in names if n.text.endswith(noun)] or names
    return fitting[-1] if fitting else None


def is_kind_of_work(name: Name) -> bool:
    """国家级绿色工厂, 规模化供水工程, 某区51个项目: kinds of works, and none that a figure could be of."""
    if name.kind not in _BUILT:
        return False
    kind = name.kind == "project" and _CLASS_OF_PROJECTS.search(name.text)
    return bool(kind or _CLASS_NAME.match(name.text) or _SEVERAL.search(name.text))


def described(scene: Scene, clause: Clause) -> Name | None:
    """坐稳第一的上海，位于某园的产业园，: a clause that is nothing but what describes the name at its end."""
    if scene.folded[clause.end : clause.end + 1] != "，" or scene.quantities_in(clause):
        return None
    names = [n for n in scene.names.within(clause.start, clause.end) if n.kind in _DESCRIBED]
    last = max((n for n in names if n.end == clause.end), key=length, default=None)
    return last if last and scene.folded[last.start - 1] == "的" else None


def length(name: Name) -> int:
    return name.end - name.start


def _only_adverbs(scene: Scene, start: int, end: int) -> bool:
    """Between the two stand only periods, stops and signs."""
    at = end
    while at > start:
        word = scene.words.ending_at(at)
        period = scene.period_ending_at(at)
        if word and word.stop.kind == "stop" and word.stop.word not in _PREPOSITIONS:
            at = word.start
        elif period:
            at = period.start
        elif _FILLER.search(scene.folded, start, at):
            at = _FILLER.search(scene.folded, start, at).start()  # type: ignore[union-attr]  # just found
        else:
            return False
    return True


# 东湖高新区25个重大项目开工: the things of the zone, not so many zones.
_COUNTS_THINGS = deferred(r"\d+(?:多|余)?[个家项][一-鿿]{2}")
_DESCRIBED = frozenset({"place", "park", "project", "base"})
_FOR = deferred(r"(?<![成作认定称])[为给向对]\Z|[根依]据\Z|按照\Z")
_NAMES = deferred(r"[一-鿿]{2,6}、[^，。；]{0,80}?(?:等|\d+家)")
_ETC = deferred(r"等[^，。；、\d]{0,4}\d+(?:多|余)?[个家项]")
_LISTED = deferred(r"(?:[一二三四五六]期)?、[^，。；]{0,60}?等")
_FILLER = deferred(
    r"(?:[ “”‘’（]|年底|年末|近年来|其中|截止|此外|下一步|据悉|据了解|数据显示|[园辖县]区?内的?"
    r"|来|而|但是?|不过)(?!.)",
    re.DOTALL,
)
_PREPOSITIONS = frozenset("与对向由从居列排占比较以被把让使") | {
    "位于",
    "属于",
    "来自",
    "是",
    "地处",
    "毗邻",
    "隶属",
}
_CLASS_OF_PROJECTS = deferred(
    r"(?:重大|重点|新建|在建|续建|新开工|开工|签约|招商|投资|内资|外资|省外|市外|县外|科创|工程建设|保交房|技改|民生|基础设施|亿元以上)(?:工业|产业|建设|投资|引资)*项目\Z"
)
_ANAPHOR = deferred(
    r"(?:目前，?|20\d\d年，?)?(?:该|这个?|这[家座](?:[^，。；\d]{1,12}的)?|本)(?P<noun>项目|基地|园区?|工厂|片区|公司|企业|集团)(?![数们家总])"
    r"|(?P<within>集群|产业链)(?=内|现有|拥有|共有|集聚)"
)
# 项目预计2026年建成投产: at the head of a sentence the project named last, without 该 too.
_BARE_ANAPHOR = deferred(
    r"(?P<noun>项目|基地|公司|集团)(?=预计|计划|建成|投产|达产|全部|将|占地|用地|落户|落地|正式|于|已|建设|采用|主要|目前|现有|成立|注册|拥有|总部)"
    r"|(?P<within>(?!))"
)
_MEANT = {
    "公司": ("firm",), "企业": ("firm",), "集团": ("firm",),
    "集群": ("cluster", "chain", "industry"), "产业链": ("chain", "cluster", "industry"),
}  # fmt: skip
_BACK = 400
_BUILT = frozenset({"project", "base", "site", "park"})
_CLASS_NAME = deferred(
    r"(?:国家|省|市|区|县|世界)级|全[国省市区县]|规模化|规模以上|政策性|专项|非?房地产|大型|新型|各类|公办|一批|绿色(?:工厂|矿山|园区)|农村|城镇|(?:城市|口袋|社区|郊野|体育|街头)公园\Z|(?:建安|建筑|安装)工程|.{2,12}类(?:项目|工程)\Z|[一-鿿]{2}建设\Z"
)
_SEVERAL = deferred(r"\d+(?:多|余)?[个家项]|(?:\A|[^一-鿿])[一两二三四五六七八九十]+个")
UNNAMED = deferred(
    r"\d|[该本这此各]|[一两二三四五六七八九十]+[个大]|全部|所有|.*(?:重点|重大|签约|开工|民生|在建|产业)项目\Z"
    r"|[^项]{0,4}项目\Z"
)
_LEADERS = frozenset({"place", "firm", "project", "park", "cluster", "chain", "base", "body", "site"})
