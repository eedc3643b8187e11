"""What a growth is compared with: 同比 the year before, 环比 the month before; a share's whole stays."""

import re
from functools import cache

from bulian.extract.deferred import deferred
from bulian.extract.numbers import Quantity
from bulian.extract.observations.frame import Frame
from bulian.extract.observations.scene import Scene
from bulian.extract.segments import Clause
from bulian.vocab.cues import cues


def basis_of(scene: Scene, clause: Clause, quantity: Quantity, frame: Frame) -> str | None:
    """The basis as the contract names it; a plain 增长 is year on year, 年均 has no name there."""
    if frame.aspect != "growth":
        return frame.basis
    before = scene.folded[clause.start : quantity.start]
    said = _pattern().findall(before)
    if frame.rule == "compared":
        return cues("basis")[said[-1]] if said else None
    if frame.rule == "elsewhere":
        return "yoy"
    terse = _TERSE.search(before)
    if terse:
        return _OF[terse["of"]]
    if said:
        return cues("basis")[said[-1]]
    if "累计" in before:
        return "cumulative"
    return None if frame.unit not in ("%", "pp") or _OTHER.search(before) else "yoy"


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, cues("basis"))))


# 月增3%，年减8%: as newspapers of Taiwan put it.
_TERSE = deferred(r"(?:^|[，、 元])(?P<of>[年季月])[增减] ?\Z")
_OF = {"年": "yoy", "季": "qoq", "月": "qoq"}
_OTHER = deferred(r"年均|平均|[较比](?:“?十|20|\d)|五年|以来")
