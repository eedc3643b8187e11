"""One number out of several years: their mean, or their total."""

from collections.abc import Sequence
from decimal import Decimal

from bulian.assess.evaluate.readings import Known, Reading, first_level, ratio
from bulian.measure.extent import Extent
from bulian.vocab.template import Quantity


def mean(readings: Sequence[Reading]) -> Reading:
    """The arithmetic mean of readings of one unit, with its bounds; at least one."""
    whole = summed(readings)
    count = len(readings)
    low, high = whole.extent.low, whole.extent.high
    return Reading(
        Extent(
            None if low is None else low / count,
            whole.extent.point / count,
            None if high is None else high / count,
        ),
        whole.unit,
        whole.parts,
    )


def summed(readings: Sequence[Reading]) -> Reading:
    """The sum of readings of one unit, with its bounds; an open side stays open."""
    lows, highs = ([getattr(one.extent, side) for one in readings] for side in ("low", "high"))
    return Reading(
        Extent(
            None if None in lows else sum(lows, Decimal(0)),
            sum((one.extent.point for one in readings), Decimal(0)),
            None if None in highs else sum(highs, Decimal(0)),
        ),
        readings[0].unit,
        tuple(datum for one in readings for datum in one.parts),
    )


def total(quantity: Quantity, about: Known, years: Sequence[int], yearly: Sequence[Reading]) -> Reading:
    """The total of several years; of a share, the sum of its numerators over that of its denominators.

    Where a year prints its share alone, the share of the whole span lies between the lowest and the highest
    year, as it is their mean weighted by the denominators; no more is claimed.

    Args:
        yearly: the quantity in each of `years`, in the same order.
    """
    if not quantity.over:
        return summed(yearly)
    parts = [first_level(quantity.names, about, year) for year in years]
    wholes = [first_level(quantity.over, about, year) for year in years]
    above, below = ([one for one in several if one] for several in (parts, wholes))
    if len(above) == len(below) == len(years) and _alike(above) and _alike(below):
        whole = ratio(summed(above), summed(below))
        if whole:
            return whole
    lows, highs = ([getattr(one.extent, side) for one in yearly] for side in ("low", "high"))
    return Reading(
        Extent(
            None if None in lows else min(lows),
            mean(yearly).extent.point,
            None if None in highs else max(highs),
        ),
        yearly[0].unit,
        tuple(datum for one in yearly for datum in one.parts),
    )


def _alike(readings: Sequence[Reading]) -> bool:
    return len({one.unit for one in readings}) == 1
