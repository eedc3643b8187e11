"""Completeness (完整度) of a set of nodes: a weighted share, and how unsure it is."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class WeightedShare:
    """C = Σ w P / Σ w, and its standard deviation √(Σ w² P (1 − P)) / Σ w for independent presences."""

    value: float
    sd: float


def weighted_completeness(
    weights: NDArray[np.float64], presence: NDArray[np.float64]
) -> WeightedShare | None:
    """The share of the weight that is present; None where the weights sum to nothing.

    Args:
        weights: w_v ≥ 0. presence: P_v between 0 and 1.

    With equal weights and presences of 0 and 1 it is the plain count, present over all, and sd is 0.
    Source: docs/methods/chain.md.

    >>> weighted_completeness(np.ones(56), np.array([1.0] * 55 + [0.0])).value == 55 / 56
    True
    """
    whole = float(weights.sum())
    if whole <= 0:
        return None
    value = float(weights @ presence) / whole
    variance = float((weights**2) @ (presence * (1.0 - presence)))
    return WeightedShare(value, float(np.sqrt(variance)) / whole)
