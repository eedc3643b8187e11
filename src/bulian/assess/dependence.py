"""Dependence (依赖): one firm that is a large part of a district; when it stumbles, so does the whole."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from bulian.assess.datum import Datum
from bulian.measure.extent import Extent, stated_extent
from bulian.vocab.firm_attributes import firm_attributes

HEAVY = Decimal("0.10")
"""From this share on a firm is named; a convention of ours."""
_WHOLES = ("工业总产值", "规模以上工业总产值")


@dataclass(frozen=True, slots=True)
class Dependence:
    """A firm's number beside the district's of the same period.

    Attributes:
        part, whole: both data; `part` may lie ahead (预计), which `part.ahead` tells.
        share: as a ratio, with the band that 约 and 突破 leave; its low end is what surely holds.
    """

    part: Datum
    whole: Datum
    share: Extent


def dependences(data: Iterable[Datum], firms: frozenset[str], district: str) -> tuple[Dependence, ...]:
    """Every firm whose output or revenue is a tenth of the district's industrial output or more, in order.

    Args:
        firms: the names of firms. district: the district's own name, as the data have it.

    Expected numbers count too, as such: a dependence that is planned is one to prepare for. Made-up firms are
    never held against a real district.
    """
    told = tuple(data)
    wholes = [one for one in told if one.subject == district and one.indicator in _WHOLES and _is_level(one)]
    words = {word for key in ("output", "revenue") for word in firm_attributes()[key].words}
    parts = [one for one in told if one.subject in firms and one.indicator in words and _is_level(one)]
    found: dict[tuple[str | None, str | None], Dependence] = {}
    for part in parts:
        for whole in wholes:
            if part.fact.period != whole.fact.period or part.synthetic != whole.synthetic:
                continue
            one = Dependence(part, whole, _ratio(part, whole))
            key = part.subject, part.fact.period
            if one.share.point >= HEAVY and (key not in found or one.share.point > found[key].share.point):
                found[key] = one
    return tuple(sorted(found.values(), key=lambda one: (-one.share.point, one.part.id)))


def _is_level(datum: Datum) -> bool:
    return datum.fact.aspect == "level" and datum.fact.unit == "CNY" and datum.fact.period is not None


def _ratio(part: Datum, whole: Datum) -> Extent:
    top, bottom = stated_extent(part.value, part.bound), stated_extent(whole.value, whole.bound)
    low = None if top.low is None or bottom.high is None else top.low / bottom.high
    high = None if top.high is None or not bottom.low else top.high / bottom.low
    return Extent(low, top.point / bottom.point, high)
