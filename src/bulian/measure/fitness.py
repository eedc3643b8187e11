"""Fitness and complexity: an activity is as simple as the least able region that has it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from bulian.measure._bipartite import binary
from bulian.measure._cells import Codes, divided, known
from bulian.model.measure import Array, Measure, Measured, Why

STEPS = 200
NEAR = 1e-9


@dataclass(frozen=True, slots=True)
class Fitness:
    """`fitness` by region and `complexity` by activity, each with mean 1; `converged` when steps changed
    nothing more."""

    fitness: Measured
    complexity: Measured
    converged: bool
    steps: int


def fitness(present: ArrayLike) -> Fitness:
    """The non-linear map, iterated until no value moves by more than 1e-9, 200 times at most.

    F̃[r] = Σi M[r, i] Q[i],  Q̃[i] = 1 / Σr M[r, i] / F[r],  each divided by its mean; F = Q = 1 at first

    Args:
        present: (regions, activities), zeros and ones.

    Returns:
        From 0 upwards, mean 1 over what is not empty. In tables that are far from nested some fitnesses run
        to 0 without an end: `converged` is False then, and ranks are what to read. Empty ones have none.

    Raises:
        BadRequest: `present` holds anything but 0 and 1.

    >>> found = fitness([[1, 1], [0, 1]])
    >>> found.fitness.value.round(2), found.converged
    (array([1.99, 0.01]), False)
    """
    m = binary(present)
    able: Array = np.asarray(m.any(axis=1), np.float64)
    scarce: Array = np.asarray(m.any(axis=0), np.float64)
    taken, moved = 0, np.inf
    while moved > NEAR and taken < STEPS:
        fresh_able = _scaled(np.asarray(m @ scarce))
        fresh_scarce = _scaled(divided(np.ones(m.shape[1]), m.T @ divided(np.ones(len(m)), able)))
        moved = max(float(np.abs(fresh_able - able).max()), float(np.abs(fresh_scarce - scarce).max()))
        able, scarce, taken = fresh_able, fresh_scarce, taken + 1
    return Fitness(
        known(able, _empty(m.sum(axis=1), Why.REGION_EMPTY)),
        known(scarce, _empty(m.sum(axis=0), Why.ACTIVITY_EMPTY)),
        converged=moved <= NEAR,
        steps=taken,
    )


def _scaled(values: Array) -> Array:
    filled = values[values > 0]
    return np.asarray(values / filled.mean()) if filled.size else values


def _empty(degree: Array, reason: Why) -> Codes:
    return np.where(degree == 0, reason, Why.FINE).astype(np.int8)


MEASURE = Measure(
    function=fitness,
    label="适合度与复杂度",
    unit="1",
    needs=("present",),
    source="Tacchella et al. (2012), Scientific Reports 2: 723",
)
