"""Bipartite: who has what, its degrees, and products with the proximity matrix.

Proximity φ = C / max(k, kᵀ) depends on the ubiquities k only through their maximum. With activities sorted by
ubiquity and cut into blocks J, a product W φ needs no matrix of activities × activities:

    (W φ)[:, J] = P M[:, J] / k[J] + Q M[:, J] + W[:, J] φ[J, J]
    P = Σ over columns before J of w mᵀ,  Q = Σ over columns behind J of w mᵀ / k

Cost: rows × regions × activities instead of rows × activities²; docs/methods/complexity.md.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from bulian.errors import BadRequest
from bulian.measure._cells import matrix, refuse_unknown
from bulian.model.measure import Array

_BLOCK = 256
"""Rows of φ made at a time, so that no second matrix of its size is."""


def binary(given: ArrayLike, name: str = "present") -> Array:
    """Zeros and ones, as floats."""
    kind = np.asarray(given).dtype
    found = matrix(given, name)
    if kind != np.bool_:
        refuse_unknown(found, name)
        if not np.isin(found, (0.0, 1.0)).all():
            raise BadRequest(
                f"{name} holds more than 0 and 1. Turn amounts into presence first: "
                "presence(location_quotient(x)).",
                f"{name} 里不只有 0 和 1。请先把数量化成有无：presence(location_quotient(x))。",
            )
    return found


def main_part(m: Array) -> tuple[NDArray[np.bool_], NDArray[np.bool_], int]:
    """Which regions and activities hang together in the largest part, and how many parts there are.

    The largest is that of most regions, then of most activities, then the first. Empty ones belong to none.
    """
    regions, activities = np.nonzero(m)
    size = sum(m.shape)
    graph = csr_array((np.ones(len(regions)), (regions, activities + len(m))), shape=(size, size))
    count, part = connected_components(graph, directed=False)
    degree = np.concatenate([m.sum(axis=1), m.sum(axis=0)])
    of_region, of_activity = part[: len(m)], part[len(m) :]
    sizes = np.bincount(of_region, minlength=count) * (size + 1) + np.bincount(of_activity, minlength=count)
    filled = np.bincount(part, weights=degree, minlength=count) > 0
    best = int(np.argmax(np.where(filled, sizes, -1)))
    here = part == best
    held = here & (degree > 0)
    return held[: len(m)], held[len(m) :], int(filled.sum())


Product = Callable[[Array], Array]


def near(m: Array) -> Product:
    """W ↦ W φ, φ with ones on its diagonal, for weights (rows, activities); activities nobody has give 0.

    By the matrix where the table is tall, by blocks where it is wide: both say the same to rounding.
    """
    regions, activities = m.shape
    if 4 * regions + 2 * _BLOCK >= 1.5 * activities:
        phi = proximities(m)
        return lambda weights: np.asarray(weights @ phi)
    return lambda weights: by_blocks(weights, m)


def by_blocks(weights: Array, m: Array) -> Array:
    """`weights @ φ` by blocks of equally common activities."""
    ubiquity = m.sum(axis=0)
    order = np.argsort(ubiquity, kind="stable")
    order = order[ubiquity[order] > 0]
    w, held, k = weights[:, order], m[:, order], ubiquity[order]
    out = np.empty(w.shape)
    blocks = [slice(start, start + _BLOCK) for start in range(0, len(k), _BLOCK)]
    before = np.zeros((len(w), len(m)))
    for block in blocks:
        out[:, block] = before @ held[:, block] / k[block] + w[:, block] @ proximities(held[:, block])
        before += w[:, block] @ held[:, block].T
    behind = np.zeros((len(w), len(m)))
    for block in reversed(blocks):
        out[:, block] += behind @ held[:, block]
        behind += (w[:, block] / k[block]) @ held[:, block].T
    full = np.zeros(weights.shape)
    full[:, order] = out
    return full


def proximities(m: Array) -> Array:
    """φ in full, zero where nobody has one of the two; counts are exact in single precision up to 2²⁴
    regions."""
    single = m.astype(np.float32)
    ubiquity = np.maximum(m.sum(axis=0), 1)
    phi = np.empty((m.shape[1], m.shape[1]))
    for start in range(0, len(phi), _BLOCK):
        some = slice(start, start + _BLOCK)
        np.divide(single[:, some].T @ single, np.maximum(ubiquity[some, None], ubiquity), out=phi[some])
    return phi


def proximity_sums(m: Array, times: Product) -> Array:
    """Σ_j φ[i, j] over all j, i itself included."""
    return np.asarray(times(np.ones((1, m.shape[1])))[0])
