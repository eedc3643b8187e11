"""Disagreement: do two documents give different numbers for one thing at one time?"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from bulian.assess.breath import one_breath
from bulian.assess.datum import Datum
from bulian.assess.reach import reach
from bulian.assess.series import Series, SeriesKey
from bulian.measure.extent import Extent
from bulian.model.fact import Modality


@dataclass(frozen=True, slots=True)
class Side:
    """One of the numbers, and everyone who gives it, the newest publication first."""

    extent: Extent
    data: tuple[Datum, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Different numbers for the same series, period and modality; all of them stay visible.

    Attributes:
        sides: at least two, from the smallest number to the greatest.
        compatible: every two of them may be the same number, by their printed digits and bound words
            (约300 and 309.8); otherwise they contradict each other.
        documents: how many documents take part; one means that it contradicts itself, or was misread.
    """

    key: SeriesKey
    period: str
    modality: Modality
    sides: tuple[Side, ...]
    compatible: bool
    documents: int


def disagreements(several: Iterable[Series]) -> tuple[Disagreement, ...]:
    """Every series, period and modality with more than one number, contradictions between documents first.

    Another definition, period or basis is another series or group and no conflict. Undated numbers are not
    compared: nothing says that they speak of the same time. Neither are orders of magnitude (百亿级).
    """
    found = [one for each in several for one in _within(each)]
    return tuple(sorted(found, key=lambda one: (one.compatible, one.documents == 1)))


def _within(one: Series) -> list[Disagreement]:
    groups: dict[tuple[str, Modality], list[Datum]] = defaultdict(list)
    for datum in one.data:
        if datum.fact.period is not None and not datum.order_of_magnitude:
            groups[datum.fact.period, datum.fact.modality].append(datum)
    return [
        _disagreement(one.key, period, modality, sides)
        for (period, modality), data in groups.items()
        if len(sides := _sides(data)) > 1
    ]


def _sides(data: list[Datum]) -> tuple[Side, ...]:
    groups: dict[Extent, list[Datum]] = defaultdict(list)
    for datum in data:
        groups[reach(datum)].append(datum)
    sides = [
        Side(extent, tuple(sorted(group, key=lambda datum: datum.newness, reverse=True)))
        for extent, group in groups.items()
    ]
    if len({side.extent.point for side in sides}) == 1:
        return ()  # 约300 and 300, 13% and 13.0%: one number, told more or less exactly
    if all(one_breath(one, other) for one, other in combinations(data, 2)):
        return ()  # 从8万元提高到9万元: a list or a move, told once
    return tuple(sorted(sides, key=lambda side: (side.extent.point, side.data[0].id)))


def _disagreement(key: SeriesKey, period: str, modality: Modality, sides: tuple[Side, ...]) -> Disagreement:
    compatible = all(one.extent.meets(other.extent) for one, other in combinations(sides, 2))
    documents = len({datum.fact.doc for side in sides for datum in side.data})
    return Disagreement(key, period, modality, sides, compatible, documents)
