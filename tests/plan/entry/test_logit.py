"""The ridge logit with bounds."""

import numpy as np
import pytest
from scipy.optimize import minimize

from bulian.plan.entry.logit import fit, probability

CHANCE = np.random.default_rng(5)
X = CHANCE.normal(size=(400, 3))
ENTERED = CHANCE.random(400) < probability(X @ np.array([1.0, -1.0, 0.5]) - 1)
WEIGHT = CHANCE.uniform(0.5, 2.0, 400)


def cost(b: np.ndarray) -> float:
    eta = b[0] + X @ b[1:]
    return float(WEIGHT @ np.logaddexp(0, eta) - WEIGHT[ENTERED] @ eta[ENTERED] + 2.0 * b[1:] @ b[1:])


@pytest.mark.parametrize("rising", [[False] * 3, [True] * 3])
def test_it_finds_the_least_cost_that_a_general_solver_finds(rising: list[bool]) -> None:
    ours = fit(X, ENTERED, WEIGHT, ridge=4.0, rising=np.array(rising))
    bounds = [(None, None), *((0, None) if up else (None, None) for up in rising)]
    theirs = minimize(cost, np.zeros(4), bounds=bounds, method="L-BFGS-B", options={"ftol": 1e-13})
    assert cost(ours) == pytest.approx(theirs.fun, abs=1e-4)
    assert ours == pytest.approx(theirs.x, abs=2e-3)


def test_a_coefficient_that_may_not_fall_stays_at_zero() -> None:
    assert fit(X, ENTERED, WEIGHT, ridge=4.0, rising=np.array([True] * 3))[2] == 0


def test_an_empty_design_gives_the_share() -> None:
    b = fit(np.zeros((10, 1)), np.arange(10) < 3, np.ones(10), ridge=1.0, rising=np.array([False]))
    assert probability(b[:1])[0] == pytest.approx(0.3)
