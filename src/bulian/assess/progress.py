"""Progress: how far a number has come from its base to its target, and whether that is in time."""

from dataclasses import dataclass
from decimal import Decimal

from bulian.assess.known_years import Known, month_of
from bulian.assess.targets import Start
from bulian.measure.extent import stated_extent
from bulian.measure.schedule import compound_path, linear_path
from bulian.model.fact import Value
from bulian.vocab.targets import StatusClass, status_classes


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a number stands between base and target.

    Attributes:
        known: the latest value in force since the base.
        share: the part of the way that is done, (y - y0) / (Y - y0).
        linear, compound: where it should be by now on a straight line, and at one growth rate.
        gap_linear, gap_compound: how far it lies above (+) or below (-) them, as a fraction of them.
        ratio: what is done over what is due on the straight line.
    """

    known: Known
    share: Decimal
    linear: Decimal
    compound: Decimal | None
    gap_linear: Decimal | None
    gap_compound: Decimal | None
    ratio: Decimal


def progress_of(start: Start, known: Known, target: Value, deadline: int) -> Progress | None:
    """None where nothing has been measured since the base, or target and base are one number."""
    begun = month_of(start.datum)
    base, aim = _point(start.datum.value), _point(target)
    if begun is None or known.month <= begun or deadline <= begun or aim == base:
        return None
    now = stated_extent(known.datum.value, known.datum.bound).point
    elapsed = Decimal(min(known.month, deadline) - begun) / (deadline - begun)
    linear, compound = linear_path(base, aim, elapsed), compound_path(base, aim, elapsed)
    return Progress(
        known, (now - base) / (aim - base), linear, compound,
        now / linear - 1 if linear else None, now / compound - 1 if compound else None,
        (now - base) / (linear - base),
    )  # fmt: skip


def status_of(progress: Progress, deadline: int) -> StatusClass:
    """The official class, by the thresholds of vocab/target_status.csv."""
    early = progress.share >= 1 and progress.known.month < deadline
    for one in status_classes():
        if early if one.early else one.least is None or float(progress.ratio) >= one.least:
            return one
    return status_classes()[-1]


def _point(value: Value) -> Decimal:
    return stated_extent(value, "exact").point
