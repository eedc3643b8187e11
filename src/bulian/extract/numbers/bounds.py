"""Bounds (界限词): 超, 近, 约 before a number, 以上, 左右 after it, 多 and 余 inside it."""

import re
from functools import cache
from typing import NamedTuple, cast

from bulian.model.fact import Bound
from bulian.vocab.cues import cues

_REACH = 10
_NO_CUE = "，。；0123456789"
"""Right behind these no cue stands before a number."""


class Cue(NamedTuple):
    """The bound around a number and how far its words reach."""

    bound: Bound
    left: int
    right: int


def bound_around(folded: str, start: int, end: int, inner: str) -> Cue:
    """The bound of the number at `start:end`; `inner` is the 多 or 余 inside it, "" for none.

    不足 and 不超过 rule over all; then 以上 and 多 over 约: 约3成以上 is at least that.

    >>> bound_around("投资超过5亿元", 4, 7, "")
    Cue(bound='min', left=2, right=7)
    """
    open_ = start and folded[start - 1] not in _NO_CUE
    before = _before().search(folded, max(0, start - _REACH), start) if open_ else None
    after = _after().match(folded, end)
    left = before.start("cue") if before else start
    right = after.end() if after else end
    said = [cues("before")[before["cue"]]] if before else []
    if after:
        said.append(cues("after").get(after["cue"], "min"))
    if inner:
        said.append("min")
    return Cue(_strongest(said), left, right)


def _strongest(said: list[str]) -> Bound:
    if not said:
        return "exact"
    for bound in ("max", "min", "approx"):
        if bound in said:
            return cast(Bound, bound)
    return "exact"


@cache
def _before() -> re.Pattern[str]:
    """A cue with nothing but 达到, 为 or 人民币 between it and the number."""
    short = "".join(word for word in cues("before") if len(word) == 1)
    words = "|".join(re.escape(word) for word in cues("before") if len(word) > 1)
    between = r"(?:占[^，。；\d]{0,10}|为|达到?|在|到|至|了|人民币|[：“ ])*"
    return re.compile(
        rf"(?P<cue>{words}|(?<![附邻亲贴经通跨度跳打节条签履违邀合契特预突冲])[{short}]){between}\Z"
    )


@cache
def _after() -> re.Pattern[str]:
    words = "|".join(map(re.escape, cues("after")))
    # 12个上下游项目: 上下游 says where in a chain. 三分之一强 is more than a third, 百强 no bound.
    return re.compile(rf" ?”?(?P<cue>{words}|(?<=分之.)强)(?!(?<=上下)游)")
