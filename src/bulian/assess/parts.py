"""Sum of parts: do the targets of a district's industries add up to that of the whole? Never a false total.

Only what may be added is added: one deadline, one kind of metric, a number and no class. The rest is listed
beside it with the reason. Whether industries overlap no document says, so the sum is an upper bound of what
the named parts cover, and a lower bound of what they promise.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from bulian.assess.datum import Datum
from bulian.measure.extent import stated_extent
from bulian.vocab.targets import metrics

Beside = Literal["undated", "class", "other_year"]
Coherence = Literal["fits", "exceeds", "open"]


@dataclass(frozen=True, slots=True)
class Parts:
    """What stands behind a total.

    Attributes:
        total: the target of the whole. covered: parts that may be added, of the same deadline.
        named: what the covered parts come to at least.
        beside: the other parts, each with why it is not added.
        uncovered: what no covered part names, total less `named`; below zero where the parts exceed it.
        coherence: "exceeds" where the parts at their least come to more than the total at its most.
    """

    total: Datum
    covered: tuple[Datum, ...]
    beside: tuple[tuple[Datum, Beside], ...]
    named: Decimal
    uncovered: Decimal
    coherence: Coherence


def parts_of(ahead: Iterable[Datum], home: str, is_industry: Callable[[str], bool]) -> tuple[Parts, ...]:
    """Every dated total of the district with the parts that other targets name.

    Args:
        ahead: the targets in force, one statement each. home: the district's name.
        is_industry: whether a subject is an industry, chain or cluster.
    """
    several = [
        datum for datum in ahead if datum.fact.aspect == "level" and datum.subject and not datum.synthetic
    ]
    totals = [
        datum for datum in several
        if datum.subject == home and _role(datum) == "total" and datum.days and not datum.order_of_magnitude
    ]  # fmt: skip
    parts = [
        datum for datum in several
        if _role(datum) == "part" and (datum.subject == home or is_industry(datum.subject or ""))
    ]  # fmt: skip
    return tuple(
        _one(total, [part for part in parts if part.fact.unit == total.fact.unit]) for total in totals
    )


def _role(datum: Datum) -> str:
    metric = metrics().get(datum.indicator)
    return metric.role if metric else ""


def _one(total: Datum, parts: Sequence[Datum]) -> Parts:
    told = [(part, _why_beside(part, total)) for part in parts]
    covered = tuple(part for part, why in told if why is None)
    named = sum((_least(part) for part in covered), Decimal(0))
    whole = stated_extent(total.value, total.bound)
    coherence: Coherence = "fits" if named <= whole.point else "open"
    if whole.high is not None and named > whole.high:
        coherence = "exceeds"
    return Parts(
        total, covered, tuple((part, why) for part, why in told if why), named, whole.point - named, coherence
    )


def _why_beside(part: Datum, total: Datum) -> Beside | None:
    if part.days is None or total.days is None:
        return "undated"
    if part.days[1].year != total.days[1].year:
        return "other_year"
    return "class" if part.order_of_magnitude else None


def _least(part: Datum) -> Decimal:
    extent = stated_extent(part.value, part.bound)
    return extent.point if extent.low is None else extent.low
