"""总投资380亿元的X项目: a sum that stands before the thing it belongs to."""

import re
from dataclasses import dataclass

from bulian.extract.numbers import Quantity
from bulian.extract.observations.frame import Frame
from bulian.extract.observations.scene import Scene
from bulian.extract.segments import Clause


@dataclass(frozen=True, slots=True)
class Project:
    """The name behind 的, and where it ends."""

    name: str
    end: int


def project_of(scene: Scene, quantity: Quantity, frame: Frame, clause: Clause) -> Project | None:
    """The thing that a sum or size before 的 belongs to; None where no name follows."""
    folded = scene.folded
    joint = _JOINT.match(folded, quantity.right, clause.end)
    if frame.aspect != "level" or joint is None:
        return None
    start = joint.end()
    begins = [
        name for name in scene.names.within(start, clause.end)
        if name.start <= start + 1 and name.kind in _KINDS
    ]  # fmt: skip
    if begins:
        longest = max(begins, key=lambda name: name.end)
        return Project(longest.canonical, longest.end)
    match = _NAMED.match(folded, start, clause.end)
    return Project(match["name"].strip("“”"), match.end("name")) if match else None


_JOINT = re.compile(r"(?:、[^，。；、]{2,18}){0,2}的")
_KINDS = frozenset({"project", "park", "site", "base", "firm", "cluster", "chain"})
_NAMED = re.compile(
    r"(?P<name>[^，。；、的了\d]{2,30}?(?:项目|工程|基地|产业园|园区|中心|基金|集群|医院|学校|工厂))"
)
