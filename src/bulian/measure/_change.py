"""Change: amounts at two times, side by side."""

import numpy as np
from numpy.typing import ArrayLike

from bulian.measure._cells import Codes, cell_reasons, numbers, same_shape
from bulian.model.measure import Array, Why


def two_times(before: ArrayLike, after: ArrayLike) -> tuple[Array, Array, Codes]:
    """Both as floats with zeros in cells that are suppressed or negative at either time, and why they are."""
    start, end = numbers(before, "before"), numbers(after, "after")
    same_shape(start, end, "before and after")
    why = np.where(cell_reasons(start) == Why.FINE, cell_reasons(end), cell_reasons(start))
    fine = why == Why.FINE
    return np.where(fine, start, 0.0), np.where(fine, end, 0.0), why.astype(np.int8)


def growth(start: Array, end: Array) -> Array:
    """end / start − 1; NaN where it starts from nothing."""
    return np.asarray(np.divide(end - start, start, out=np.full(start.shape, np.nan), where=start != 0))
