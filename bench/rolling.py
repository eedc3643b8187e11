"""Rolling origin: at every year forecast from what was known then alone, then look at what came.

The prior is estimated at each origin from the steps until then. The stretch of each horizon is learned from
the origins whose outcomes are known by then.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from panels import Floats, Panel

from bulian.measure.odds import LONGEST, Predictive, Step, predict
from bulian.measure.odds_prior import estimate, stretched
from bulian.vocab.odds_priors import HORIZONS, Prior

LEVEL = 0.8
FIRST = 4
"""Steps that are known at the first origin."""


@dataclass(frozen=True)
class Forecast:
    """One series at one origin: what was known, what was foretold, what came after `horizon` years."""

    series: int
    origin: int
    horizon: int
    steps: tuple[Step, ...]
    predictive: Predictive
    came: float

    @property
    def covered(self) -> bool:
        low, high = self.predictive.interval(LEVEL)
        return low <= self.came <= high


@dataclass(frozen=True)
class Origin:
    """A base year with all its forecasts, and all yearly steps that were known by then."""

    year: int
    pool: Floats
    forecasts: tuple[Forecast, ...]


def origins(panel: Panel) -> Iterator[Origin]:
    """Every base year of a panel, oldest first."""
    learned = Learned()
    for at in range(FIRST, panel.values.shape[1] - 1):
        prior = estimate(np.diff(panel.values[:, : at + 1], axis=1), panel.groups, learned.at(at))
        forecasts = tuple(_forecasts(panel, at, prior))
        learned.note(at, forecasts)
        known = np.diff(panel.values[:, : at + 1], axis=1)
        yield Origin(panel.first_year + at, known[np.isfinite(known)], forecasts)


def final_prior(panel: Panel) -> Prior:
    """The prior after the last year of a panel, its stretch the geometric mean of those learned on the way.

    The mean, not the last: what a panel's last years taught is of those years, and the district's are others.
    """
    learned, logs = Learned(), []
    for at in range(FIRST, panel.values.shape[1]):
        stretch = learned.at(at)
        logs.append(np.log(stretch))
        prior = estimate(np.diff(panel.values[:, : at + 1], axis=1), panel.groups, stretch)
        learned.note(at, tuple(_forecasts(panel, at, prior)))
    return replace(prior, stretch=tuple(map(float, np.exp(np.mean(logs, axis=0)))))


class Learned:
    """The stretch of each horizon, and the misses that are not known yet."""

    def __init__(self) -> None:
        self._stretch = [1.0] * HORIZONS
        self._waiting: list[tuple[int, int, float]] = []

    def at(self, year: int) -> tuple[float, ...]:
        """The stretch in a year, after every outcome of that year and before."""
        due = [one for one in self._waiting if one[0] <= year]
        self._waiting = [one for one in self._waiting if one[0] > year]
        for _, horizon, missed in due:
            self._stretch[horizon - 1] = stretched(self._stretch[horizon - 1], missed, LEVEL)
        return tuple(self._stretch)

    def note(self, at: int, forecasts: tuple[Forecast, ...]) -> None:
        for horizon in range(1, HORIZONS + 1):
            covered = [one.covered for one in forecasts if one.horizon == horizon]
            if covered:
                self._waiting.append((at + horizon, horizon, 1 - sum(covered) / len(covered)))


def _forecasts(panel: Panel, at: int, prior: Prior) -> Iterator[Forecast]:
    """Of every series whose last step is known and with another one before it."""
    values, past = panel.values, np.diff(panel.values[:, : at + 1], axis=1)
    ahead = range(1, min(HORIZONS, values.shape[1] - 1 - at) + 1)
    for row in np.flatnonzero(np.isfinite(past[:, -1]) & (np.isfinite(past[:, -LONGEST:]).sum(axis=1) >= 2)):
        recent = past[row, ::-1][:LONGEST]
        steps = tuple(Step(float(step), ago=ago) for ago, step in enumerate(recent) if np.isfinite(step))
        for horizon in ahead:
            came = values[row, at + horizon] - values[row, at]
            if np.isfinite(came):
                predictive = predict(steps, horizon=horizon, prior=prior)
                yield Forecast(int(row), panel.first_year + at, horizon, steps, predictive, float(came))
