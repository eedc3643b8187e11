"""Ridge logit with weights that may not fall below zero: Newton steps, each a small bounded quadratic."""

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import solve

from bulian.model.measure import Array

_STEPS, _PIVOTS, _ENOUGH = 30, 60, 1e-3
Mask = NDArray[np.bool_]


def fit(
    design: Array, entered: Mask, weight: Array, *, ridge: float, rising: Mask, begin: Array | None = None
) -> Array:
    """The coefficients that make Σ w [ln(1 + e^η) − y η] + ½ ridge Σ b² least, η = b₀ + design @ b[1:].

    Args:
        design: (cells, columns). weight: by cell. rising: columns whose coefficient is not below zero.
        begin: coefficients to begin from, as of a fit to nearly the same cells.

    Returns:
        Intercept first; the intercept is not shrunk.
    """
    x = np.column_stack([np.ones(len(design)), design])
    pull = np.r_[1e-9, np.full(design.shape[1], ridge)]
    low = np.r_[-np.inf, np.where(rising, 0.0, -np.inf)]
    share = float(np.clip(weight[entered].sum() / weight.sum(), 1e-6, 1 - 1e-6))
    b = np.zeros(x.shape[1])
    b[0] = np.log(share / (1 - share))
    b = b if begin is None else begin
    cost = _cost(x, entered, weight, pull, b)
    for _ in range(_STEPS):
        step = _step(x, entered, weight, pull, b, low)
        before, size = cost, 1.0
        while (cost := _cost(x, entered, weight, pull, b + size * step)) > before and size > 1e-4:
            size /= 2
        b = b + size * step
        if before - cost < _ENOUGH:
            break
    return b


def probability(eta: Array) -> Array:
    return np.asarray(1 / (1 + np.exp(-np.clip(eta, -40, 40))))


def _cost(x: Array, entered: Mask, weight: Array, pull: Array, b: Array) -> float:
    eta = x @ b
    told = weight @ np.logaddexp(0.0, eta) - weight[entered] @ eta[entered]
    return float(told + 0.5 * pull @ b**2)


def _step(x: Array, entered: Mask, weight: Array, pull: Array, b: Array, low: Array) -> Array:
    """The step that makes the quadratic near b least without leaving the bounds."""
    chance = probability(x @ b)
    slope = x.T @ (weight * (entered - chance)) - pull * b
    spread = (x * (weight * chance * (1 - chance))[:, None]).T @ x + np.diag(pull)
    return _bounded(spread, slope, low - b)


def _bounded(spread: Array, slope: Array, low: Array) -> Array:
    """The s ≥ low that makes ½ sᵀ spread s − slopeᵀ s least: those that would fall below are held, and let go
    again once the slope pulls them up."""
    held = np.zeros(len(slope), np.bool_)
    step = np.zeros(len(slope))
    for _ in range(_PIVOTS):
        free = ~held
        step[held] = low[held]
        rest = slope[free] - spread[np.ix_(free, held)] @ step[held]
        step[free] = solve(spread[np.ix_(free, free)], rest, assume_a="pos")
        below = free & (step < low)
        loose = held & (slope - spread @ step > 1e-9)
        if not below.any() and not loose.any():
            break
        held = (held | below) if below.any() else (held & ~loose)
    return np.maximum(step, low)
