"""总投资380亿元的X项目: a sum that stands before the thing it belongs to."""

from dataclasses import dataclass

from bulian.extract.deferred import deferred
from bulian.extract.numbers import Quantity
from bulian.extract.observations.frame import Frame
from bulian.extract.observations.scene import Scene
from bulian.extract.segments import Clause


@dataclass(frozen=True, slots=True)
class Project:
    """The name behind a sum, and where it ends; `listed` in a list of sums, each with its name behind it."""

    name: str
    end: int
    listed: bool = False


def project_of(scene: Scene, quantity: Quantity, frame: Frame, clause: Clause) -> Project | None:
    """The thing that a sum or size before 的 belongs to; None where no name follows."""
    folded = scene.folded
    joint = _JOINT.match(folded, quantity.right, clause.end)
    if frame.aspect != "level":
        return None
    if joint is None:
        return _in_list(folded, quantity, clause, quantity.right)
    start = joint.end()
    begins = [
        name for name in scene.names.within(start, clause.end)
        if name.start <= start + 1 and name.kind in _KINDS
    ]  # fmt: skip
    if begins:
        longest = max(begins, key=lambda name: name.end)
        return Project(longest.canonical, longest.end)
    if match := _NAMED.match(folded, start, clause.end) or _OF_CAPACITY.match(folded, start, clause.end):
        return Project(match["name"].strip("“”"), match.end("name"))
    return _in_list(folded, quantity, clause, start)


def _in_list(folded: str, quantity: Quantity, clause: Clause, start: int) -> Project | None:
    """投资14亿元甲、15亿元乙等32个项目: the member of the list that stands right behind its sum."""
    match = _MEMBER.match(folded, start, clause.end)
    if match is None or quantity.unit not in _MONEY or not _SUMS.search(folded, clause.start, quantity.left):
        return None
    name = match["name"]
    return Project(name if name.endswith(_WORKS) else f"{name}项目", match.end("name"), True)


_MEMBER = deferred(
    r"(?P<name>[一-鿿A-Za-z（）\d]{3,24}?)(?:、[^，。；、]{0,3}\d[^，。；、]{2,60}(?:、[^，。；、\d]{2,60})*)*"
    r"等(?:\d+|[一二三四五六七八九十]+|一批|多)?[个项]?[^，。；、\d]{0,8}?项目"
)
_MONEY = frozenset({"CNY", "USD", "HKD", "TWD", "EUR"})
_SUMS = deferred(r"(?:投资|、)(?:总额|额)?(?:约|近|超|逾|达)?\Z")
_WORKS = ("项目", "工程", "基地", "产业园", "园区", "中心", "工厂")
_JOINT = deferred(r"(?:、[^，。；、]{2,18}){0,2}的")
_KINDS = frozenset({"project", "park", "site", "base", "firm", "cluster", "chain"})
# 总投资1.6亿元的年产40万台电机生产基地项目: named by what it is to make.
_OF_CAPACITY = deferred(
    r"(?P<name>(?:年|日)(?:产|处理|加工)\d[\d.]*[万亿千百]*[一-鿿]{1,3}[^，。；、的\d]{2,20}?(?:基地项目|项目|工程|基地))"
)
_NAMED = deferred(
    r"(?P<name>[^，。；、的了\d]{2,30}?(?:项目|工程|基地|产业园|园区|中心|基金|集群|医院|学校|工厂))"
)
