"""Cells: what every measure does first with the amounts it is given, and last with those that have no
answer."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from bulian.errors import BadRequest
from bulian.model.measure import Array, Measured, Why

Codes = NDArray[np.int8]


def numbers(given: ArrayLike, name: str) -> Array:
    """`given` as floats, or an error that says which argument is not made of numbers."""
    try:
        found = np.asarray(given, dtype=np.float64)
    except (TypeError, ValueError):
        raise BadRequest(
            f"{name} holds something that is no number. Give amounts; write a suppressed one as NaN.",
            f"{name} 里有不是数的内容。请只给数；未公布的写 NaN。",
        ) from None
    # The sum tells of an infinite cell in one pass; where it does, the cells are looked at.
    if not np.isfinite(found.sum()) and np.isinf(found).any():
        raise BadRequest(
            f"{name} holds an infinite number at {_first(np.isinf(found))}. Mend it, or write NaN where "
            "nothing is known.",
            f"{name} 的 {_first(np.isinf(found))} 处是无穷大。请改正；不知道的写 NaN。",
        )
    return found


def matrix(given: ArrayLike, name: str) -> Array:
    """Two axes of numbers."""
    found = numbers(given, name)
    if found.ndim != 2 or 0 in found.shape:
        raise BadRequest(
            f"{name} has shape {found.shape}; it needs rows and columns, at least one of each.",
            f"{name} 的形状是 {found.shape}；需要有行有列，至少各一。",
        )
    return found


def square(given: ArrayLike, name: str) -> Array:
    """As many rows as columns, every cell known."""
    found = matrix(given, name)
    if found.shape[0] != found.shape[1]:
        raise BadRequest(
            f"{name} has shape {found.shape}; sectors stand on both sides, so it must be square.",
            f"{name} 的形状是 {found.shape}；行与列是同样的部门，须为方阵。",
        )
    refuse_unknown(found, name)
    return found


def along(given: ArrayLike, name: str, length: int) -> Array:
    """One number for each of `length` units, every one known."""
    found = numbers(given, name)
    if found.shape != (length,):
        raise BadRequest(
            f"{name} has shape {found.shape}; it needs one number for each of {length}.",
            f"{name} 的形状是 {found.shape}；需要 {length} 个数，一一对应。",
        )
    refuse_unknown(found, name)
    return found


def refuse_unknown(found: Array, name: str) -> None:
    if np.isnan(found.sum()):
        unknown = np.isnan(found)
        raise BadRequest(
            f"{name} has no number at {_first(unknown)}. An inverse needs every cell: give it, or join "
            "the sectors.",
            f"{name} 的 {_first(unknown)} 处没有数。求逆要用到每一格：请补上，或把部门合并。",
        )


def refuse_below_zero(found: Array, name: str) -> None:
    if found.size and found.min() < 0:
        below = found < 0
        raise BadRequest(
            f"{name} is below zero at {_first(below)}. Amounts and shares cannot be: mend the row.",
            f"{name} 的 {_first(below)} 处小于零。数量与份额不会小于零：请改正这一行。",
        )


def same_shape(one: Array, other: Array, names: str) -> None:
    if one.shape != other.shape:
        raise BadRequest(
            f"{names} have shapes {one.shape} and {other.shape}; each cell needs its partner.",
            f"{names} 的形状是 {one.shape} 和 {other.shape}；须一格对一格。",
        )


def amounts(activity: ArrayLike) -> tuple[Array, Codes]:
    """Regions by activities, with zero in the cells that are suppressed (NaN) or negative, and why they
    are."""
    found = matrix(activity, "activity")
    why = cell_reasons(found)
    return np.where(why == Why.FINE, found, 0.0), why


def cell_reasons(found: Array) -> Codes:
    why = np.zeros(found.shape, np.int8)
    why[found < 0] = Why.NEGATIVE
    why[np.isnan(found)] = Why.SUPPRESSED
    return why


def shares(given: ArrayLike) -> tuple[Array, Codes]:
    """Shares along the last axis, and for each row why it has none.

    A row with a suppressed or a negative amount has no shares: its whole is not known.
    """
    found = numbers(given, "amounts")
    if found.ndim == 0 or 0 in found.shape:
        raise BadRequest(
            f"amounts has shape {found.shape}; it needs at least one amount.",
            f"amounts 的形状是 {found.shape}；至少要有一个数。",
        )
    total = found.sum(axis=-1)
    why = np.zeros(total.shape, np.int8)
    why[total == 0] = Why.REGION_EMPTY
    why[(found < 0).any(axis=-1)] = Why.NEGATIVE
    why[np.isnan(found).any(axis=-1)] = Why.SUPPRESSED
    whole = np.where(why == Why.FINE, total, np.nan)
    return found / whole[..., None], why


def known(value: Array, why: Codes) -> Measured:
    """`value` where there is one, NaN with its reason elsewhere."""
    return Measured(np.where(why == Why.FINE, value, np.nan), why)


def divided(upper: Array, lower: Array) -> Array:
    """`upper / lower`, and zero where `lower` is zero: the caller names the reason of those cells."""
    return np.divide(
        upper, lower, out=np.zeros(np.broadcast_shapes(upper.shape, lower.shape)), where=lower != 0
    )


def first_reason(*codes: Codes) -> Codes:
    """Cell by cell the first code that is not fine; the shapes broadcast."""
    found = np.zeros(np.broadcast_shapes(*(code.shape for code in codes)), np.int8)
    for code in codes:
        found = np.where(found == Why.FINE, code, found)
    return found


def empty_margins(found: Array) -> Codes:
    """Which cells lie in a region or an activity without anything."""
    rows = np.where(found.sum(axis=1, keepdims=True) == 0, Why.REGION_EMPTY, Why.FINE)
    columns = np.where(found.sum(axis=0, keepdims=True) == 0, Why.ACTIVITY_EMPTY, Why.FINE)
    return first_reason(rows.astype(np.int8), columns.astype(np.int8))


def _first(where: NDArray[np.bool_]) -> str:
    place = np.argwhere(where)[0]
    return ", ".join(str(number + 1) for number in place)
