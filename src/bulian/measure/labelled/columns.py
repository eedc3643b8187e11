"""Columns: labels to codes and back, in the kind of table they came from, quickly.

pandas has ways of its own for both, ten times as fast as the general ones; the rest goes through narwhals.
"""

from collections.abc import Sequence
from typing import Any

import narwhals.stable.v2 as nw
import numpy as np
from numpy.typing import NDArray

from bulian.model.measure import Why

Series = nw.Series[Any]
Codes = NDArray[np.integer[Any]]

_REASONS: list[str | None] = [None, *(why.name.lower() for why in Why if why != Why.FINE)]


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


def repeated(labels: Series, codes: Codes, times: int) -> Any:
    """The labels of the codes, `times` over."""
    return _joined([decode(labels, codes)] * times, labels)


def each(labels: Series, rows: int) -> Any:
    """Every label in `rows` rows, one label after the other."""
    # A NumPy column is written once, as a column of years is; pieces of it would be copied.
    if labels.implementation.is_pandas() and isinstance(labels.to_native().dtype, np.dtype):
        return np.broadcast_to(labels.to_native().to_numpy()[:, None], (len(labels), rows)).ravel()
    return _joined([decode(labels, np.full(rows, code)) for code in range(len(labels))], labels)


def reasons(codes: Sequence[NDArray[np.int8]], like: Series) -> Any:
    """For each code of `Why` its name, null where it is fine, in the kind of table that `like` is of."""
    labels = nw.new_series("why", _REASONS, dtype=nw.String, backend=like.implementation)
    none = decode(labels, np.zeros(codes[0].size, np.intp))
    return _joined(
        [decode(labels, one.ravel().astype(np.intp)) if one.any() else none for one in codes], labels
    )


def _joined(pieces: list[Any], like: Series) -> Any:
    """Pieces of a column as one; where its kind allows it, they are neither copied nor, being the same, held
    twice."""
    namespace = nw.get_native_namespace(like)
    if like.implementation.is_pandas():
        return namespace.concat(
            [namespace.Series(one, copy=False) for one in pieces], ignore_index=True
        ).array
    frames = [nw.from_dict({"": one}, backend=like.implementation) for one in pieces]
    return nw.concat(frames)[""]


def table(columns: dict[str, Any], like: Series) -> Any:
    """A native table of the kind that `like` is of; a number that is missing is what it is there: NaN in
    pandas, null in the others. Arrays are not copied where that can be helped."""
    if like.implementation.is_pandas():
        return nw.get_native_namespace(like).DataFrame(columns, copy=False)
    frame = nw.from_dict(columns, backend=like.implementation)
    gaps = [
        name
        for name, column in columns.items()
        if isinstance(column, np.ndarray) and column.dtype.kind == "f"
    ]
    return frame.with_columns(nw.col(*gaps).fill_nan(None)).to_native() if gaps else frame.to_native()
