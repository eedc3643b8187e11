"""Ordering by several criteria without one magic score: the Pareto front, and the chance to be on top."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from bulian.model.measure import Array
from bulian.plan.opportunity.nouns import CRITERIA, Candidate, Ranked
from bulian.vocab.thresholds import opportunity_goalposts

FIRST, DRAWS = 10, 2_000
BAND = (5, 95)
"""Percentiles between which a place is told."""


def ordered(candidates: Sequence[Candidate], *, seed: int) -> tuple[Ranked, ...]:
    """Those nothing bars, the likeliest to be on top first; then those that are barred, in no order.

    Weights are drawn from a flat Dirichlet law over the criteria that are known of anyone; one that is
    not known of a candidate is drawn evenly between its goalposts each time, so what is not known counts as
    neither good nor bad.
    """
    free = [one for one in candidates if not one.barriers]
    barred = [Ranked(one, False, 0.0, (0, 0, 0)) for one in candidates if one.barriers]
    if not free:
        return tuple(barred)
    goals = np.array([_goals(one) for one in free])
    goals = goals[:, ~np.isnan(goals).all(axis=0)]
    front, places = pareto(goals), drawn_places(goals, seed)
    top = (places <= FIRST).mean(axis=0)
    spans = np.percentile(places, [BAND[0], 50, BAND[1]], axis=0).round().astype(int)
    found = [
        Ranked(one, bool(front[n]), float(top[n]), (int(spans[0, n]), int(spans[1, n]), int(spans[2, n])))
        for n, one in enumerate(free)
    ]
    found.sort(key=lambda one: (-one.top, one.place[1], one.candidate.name))
    return (*found, *barred)


def pareto(goals: Array) -> NDArray[np.bool_]:
    """Which rows no other dominates; an unknown neither dominates nor is dominated.

    >>> pareto(np.array([[1.0, 0.0], [0.0, 1.0], [0.0, 0.5], [np.nan, 0.2]])).tolist()
    [True, True, False, True]
    """
    front = np.ones(len(goals), np.bool_)
    for n, row in enumerate(goals):
        as_good = (goals >= row) | (np.isnan(goals) & np.isnan(row))
        front[n] = not (as_good.all(axis=1) & (goals > row).any(axis=1)).any()
    return front


def drawn_places(goals: Array, seed: int) -> NDArray[np.intp]:
    """(draws, candidates): the place of each, 1 the first; equal sums take places by lot."""
    chance = np.random.default_rng(seed)
    count, width = goals.shape
    if not width:
        goals, width = np.zeros((count, 1)), 1
    places = np.empty((DRAWS, count), np.intp)
    unknown = np.isnan(goals)
    for draw in range(DRAWS):
        weights = chance.dirichlet(np.ones(width))
        filled = np.where(unknown, chance.random(goals.shape), goals)
        worse: Array = -np.asarray(filled @ weights)
        order = np.lexsort(np.stack([chance.random(count), worse]))
        places[draw, order] = np.arange(1, count + 1)
    return places


def _goals(candidate: Candidate) -> list[float]:
    """Each criterion between its goalposts, 0 to 1; NaN where it is not known."""
    posts = opportunity_goalposts()
    found = []
    for criterion in CRITERIA:
        value = candidate.merit(criterion).value
        bad, good = float(posts[f"{criterion}_bad"]), float(posts[f"{criterion}_good"])
        found.append(float("nan") if value is None else float(np.clip((value - bad) / (good - bad), 0, 1)))
    return found
