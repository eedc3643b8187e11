"""Reach: between which two numbers the truth behind a datum lies, by its printed digits and bound words."""

from functools import cache

from bulian.assess.datum import Datum
from bulian.measure.extent import Extent, printed_extent, stated_extent
from bulian.model.fact import Bound, Value


def reach(datum: Datum) -> Extent:
    """The extent of a datum as printed; a correction is typed by a person and printed nowhere."""
    if datum.correction:
        return stated_extent(datum.value, datum.bound)
    return _printed(datum.value, datum.bound, datum.fact.surface)


@cache
def _printed(value: Value, bound: Bound, surface: str) -> Extent:
    return printed_extent(value, bound, surface)
