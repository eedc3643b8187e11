"""Revision (数据修订): the same series and period, told otherwise later; how far it moved, and by whom.

Four things move a number: a later publication, a file replaced under its name, a newer reading of the same
file, and a correction that a person entered.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from bulian.assess.datum import Datum, datum_of
from bulian.assess.reach import reach
from bulian.assess.series import SeriesKey, key_of
from bulian.model.fact import Modality
from bulian.model.period import days
from bulian.model.stored import Sourced
from bulian.resolve.folding import Folds

Cause = Literal["publication", "file", "reading", "correction"]
_NO_RATIO = ("%", "pp", "rank")


@dataclass(frozen=True, slots=True)
class Revision:
    """One number that moved.

    Attributes:
        on: the day it moved, ISO 8601: of the later publication, or on which the change was recorded.
        by: who moved it: the later publisher, or the person who corrected; None where nobody says.
        old, new: the two numbers; both stay readable by their ids.
        compatible: by printed digits and bound words both may be one number (约300 and 309.8).
    """

    key: SeriesKey
    period: str
    modality: Modality
    cause: Cause
    on: str
    by: str | None
    old: Datum
    new: Datum

    @property
    def difference(self) -> Decimal:
        """New minus old, in the unit of the series; of ranges, between their middles."""
        return reach(self.new).point - reach(self.old).point

    @property
    def relative(self) -> Decimal | None:
        """The difference as a part of the old number; None for rates, ranks, and an old one not above 0."""
        old = reach(self.old).point
        if self.key.unit in _NO_RATIO or self.key.aspect in ("rank", "growth", "share") or old <= 0:
            return None
        return self.difference / old

    @property
    def compatible(self) -> bool:
        return reach(self.old).meets(reach(self.new))


@dataclass(frozen=True, slots=True)
class _Told:
    """A datum with what happened to it since."""

    datum: Datum
    sourced: Sourced

    @property
    def day(self) -> str:
        """Published on, at the latest; without a date, recorded on."""
        source = self.sourced.source
        return days(source.published_on)[1].isoformat() if source.published_on else source.recorded_at[:10]

    @property
    def point(self) -> Decimal:
        return reach(self.datum).point

    @property
    def standing(self) -> bool:
        return self.sourced.superseded_at is None and self.sourced.source.retired_at is None


def revisions(facts: Iterable[Sourced], names: Folds) -> tuple[Revision, ...]:
    """Every revision among these facts, the newest first.

    Args:
        facts: with the retired and superseded ones, which hold the numbers as they were; none rejected.
        names: under which name a subject and an indicator stand.

    Undated numbers are not compared: nothing says that they speak of one time. Orders of magnitude (百亿级)
    neither.
    """
    groups: dict[tuple[SeriesKey, str, Modality], list[_Told]] = defaultdict(list)
    for sourced in facts:
        datum = datum_of(sourced, names)
        key = key_of(datum) if datum else None
        if datum and key and datum.fact.period and not datum.order_of_magnitude:
            groups[key, datum.fact.period, datum.fact.modality].append(_Told(datum, sourced))
    found = [
        Revision(*series, cause, on, by, old, new)
        for series, told in groups.items()
        for cause, on, by, old, new in _moves(told, names)
    ]
    return tuple(sorted(found, key=lambda one: (one.on, one.key, one.period, one.new.id), reverse=True))


_Move = tuple[Cause, str, str | None, Datum, Datum]


def _moves(told: list[_Told], names: Folds) -> Iterator[_Move]:
    yield from _published_later([one for one in told if one.standing])
    for old in told:
        yield from _replaced(old, told)
    for one in told:
        judged = one.sourced.judgement
        plain = datum_of(replace(one.sourced, judgement=None), names)
        if one.datum.correction and judged and plain and one.standing:
            yield "correction", judged.at[:10], judged.by, plain, one.datum


def _published_later(told: list[_Told]) -> Iterator[_Move]:
    """From each day of publication to the next; numbers of one day disagree, they do not revise."""
    by_day: dict[str, list[_Told]] = defaultdict(list)
    for one in told:
        by_day[one.day].append(one)
    for before, after in pairwise(sorted(by_day)):
        known = {one.point for one in by_day[before]}
        old = max(by_day[before], key=_order)
        for new in _once(by_day[after]):
            if new.point not in known:
                yield "publication", after, new.sourced.source.publisher, old.datum, new.datum


def _replaced(old: _Told, told: list[_Told]) -> Iterator[_Move]:
    """What took the place of a number: in a newer reading of its document, or in the file of its name."""
    source, superseded = old.sourced.source, old.sourced.superseded_at
    cause: Cause
    if superseded:
        cause, at = "reading", superseded
        heirs = [one for one in told if one.standing and one.sourced.source.doc == source.doc]
    elif source.retired_at:
        cause, at = "file", source.retired_at
        heirs = [one for one in told if one.standing and one.sourced.source.name == source.name]
    else:
        return
    if heirs and all(heir.point != old.point for heir in heirs):
        new = max(heirs, key=_order)
        yield cause, at[:10], new.sourced.source.publisher, old.datum, new.datum


def _once(told: list[_Told]) -> list[_Told]:
    """Of those that give one number, one."""
    return list({one.point: one for one in sorted(told, key=_order)}.values())


def _order(one: _Told) -> tuple[str, str]:
    return one.day, one.datum.id
