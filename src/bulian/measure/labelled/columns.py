"""Columns: labels to codes and back, in the kind of table they came from, quickly.

pandas has ways of its own for both, ten times as fast as the general ones; the rest goes through narwhals.
"""

from typing import Any

import narwhals.stable.v2 as nw
import numpy as np
from numpy.typing import NDArray

Series = nw.Series[Any]
Codes = NDArray[np.integer[Any]]


def encode(column: Series) -> tuple[Series, NDArray[np.intp]]:
    """The sorted labels of a column, and for each row the place of its label."""
    if column.implementation.is_pandas():
        codes, labels = nw.get_native_namespace(column).factorize(column.to_native(), sort=True)
        found = nw.get_native_namespace(column).Series(labels, name=column.name)
        return nw.from_native(found, series_only=True), np.asarray(codes, np.intp)
    labels = column.unique().sort()
    listed = labels.to_list()
    codes = column.replace_strict(listed, list(range(len(listed))), return_dtype=nw.Int64)
    return labels, codes.to_numpy().astype(np.intp)


def decode(labels: Series, codes: Codes) -> Any:
    """For each code its label: something that `table` takes as a column of the same kind."""
    if labels.implementation.is_pandas():
        return labels.to_native().array.take(codes)
    return labels[codes]


def words(listed: list[str | None], like: Series) -> Series:
    """Labels of our own in the kind of table that `like` is of."""
    return nw.new_series("why", listed, dtype=nw.String, backend=like.implementation)


def table(columns: dict[str, Any], like: Series) -> Any:
    """A native table of the kind that `like` is of; arrays are not copied where that can be helped."""
    if like.implementation.is_pandas():
        return nw.get_native_namespace(like).DataFrame(columns, copy=False)
    return nw.from_dict(columns, backend=like.implementation).to_native()
