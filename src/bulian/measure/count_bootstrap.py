"""Count bootstrap: how sure is an index, and a rank, that rests on a few hundred jobs?"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from bulian.errors import BadRequest
from bulian.measure._cells import Codes, matrix
from bulian.model.measure import Array, Measure, Measured, Why

Index = Callable[[Array], Measured]


@dataclass(frozen=True, slots=True)
class Interval:
    """An index with an interval for its value and for its rank (1 is the greatest); NaN with its reason where
    none."""

    value: Array
    low: Array
    high: Array
    rank: Array
    rank_low: Array
    rank_high: Array
    why: Codes


def count_bootstrap(counts: ArrayLike, index: Index, *, draws: int, seed: int) -> Interval:
    """90 % intervals of any index of a table of counts, had each count been drawn anew.

    Each draw takes every cell from a Poisson law with its count as mean, and works the index out again; the
    interval runs from the 5th to the 95th percentile.

    Args:
        counts: (regions, activities), counts of jobs or firms, not money; NaN where suppressed stays so.
            index: from such a table to any `Measured`, `location_quotient` or the ECI of a chain of measures.
                draws: at least 20.

    Returns:
        In the shape of what `index` gives; ranks along its last axis but for one axis along that, over units
        with a value, ties sharing the best. A cell with a value in less than half of the draws has none
        (not_reached). A count of zero is drawn as zero: what was never seen has no interval here.

    Raises:
        BadRequest: fewer than 20 draws, or a count is negative.

    >>> from bulian.measure.hhi import hhi
    >>> found = count_bootstrap([[50.0, 30.0, 20.0]], hhi, draws=200, seed=7)
    >>> bool(found.low[0] < found.value[0] < found.high[0])
    True
    """
    table = matrix(counts, "counts")
    if draws < 20 or (table < 0).any():
        raise BadRequest(
            "an interval needs at least 20 draws and counts of zero or more.",
            "区间估计至少要抽 20 次，且计数不能为负。",
        )
    chance = np.random.default_rng(seed)
    gap = np.isnan(table)
    mean = np.where(gap, 0.0, table)
    first = index(table)
    drawn = [index(np.where(gap, np.nan, chance.poisson(mean).astype(np.float64))) for _ in range(draws)]
    return _interval(first, np.stack([one.value for one in drawn]))


def _interval(first: Measured, values: Array) -> Interval:
    seldom = np.isnan(values).mean(axis=0) > 0.5
    why = np.where((first.why == Why.FINE) & seldom, Why.NOT_REACHED, first.why).astype(np.int8)
    ranks = np.stack([_ranks(one) for one in values])
    bounds = [_percentile(part, level, why) for part in (values, ranks) for level in (5, 95)]
    fine = why == Why.FINE
    return Interval(
        np.where(fine, first.value, np.nan), bounds[0], bounds[1],
        np.where(fine, _ranks(first.value), np.nan), np.floor(bounds[2]), np.ceil(bounds[3]), why,
    )  # fmt: skip


def _ranks(values: Array) -> Array:
    """1 for the greatest along the last axis; as many as are greater, and one."""
    flat = np.atleast_1d(values)
    order = np.sort(np.where(np.isnan(flat), -np.inf, flat), axis=-1)
    rows = order.reshape(-1, order.shape[-1])
    asked = flat.reshape(rows.shape)
    above = [len(row) - np.searchsorted(row, one, side="right") for row, one in zip(rows, asked, strict=True)]
    return np.where(np.isnan(asked), np.nan, np.stack(above) + 1.0).reshape(np.shape(values))


def _percentile(values: Array, level: int, why: NDArray[np.int8]) -> Array:
    filled = np.where(why == Why.FINE, values, 0.0)
    return np.where(why == Why.FINE, np.nanpercentile(filled, level, axis=0), np.nan)


MEASURE = Measure(
    function=count_bootstrap,
    label="计数自助法区间",
    unit="of the index",
    needs=("counts", "index", "draws", "seed"),
    source="Efron (1979), Annals of Statistics 7(1): 1-26, parametric form with Poisson counts",
)
