"""Learning entry: an additive logit of what was known, trained on transitions that are over, calibrated.

What is held out shares neither region nor activity with what a fit has seen: what a period did to an activity
is no guide to the next, and a fit that learned it would look better than it is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from bulian.errors import BadRequest
from bulian.model.measure import Array
from bulian.plan.entry.known import Folds, Known, known
from bulian.plan.entry.logit import fit, probability
from bulian.plan.entry.peer_table import PeerTable, Transition
from bulian.plan.entry.terms import Cells, Design, Term, design

_RIDGES = (10.0, 30.0, 100.0, 300.0)
_GROUPS = 5
_FEWEST, _AT_ONCE = 10, 100_000
_MOST = {False: 60_000, True: 20_000}
"""Of cells that stayed open and of entries so many are learned from, weighted back."""

Mask = NDArray[np.bool_]
Places = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Entry:
    """A model of entry.

    Attributes:
        weights: intercept first. usual: the mean of each column where it was learned.
        slope, shift: of the calibration, logit = shift + slope × raw.
        ridge: as cross-validation chose it. learned_from: cells; entries: how many came
            true. share: of all open cells, those not sampled too, how many did.
    """

    design: Design
    weights: Array
    usual: Array
    slope: float
    shift: float
    ridge: float
    learned_from: int
    entries: int
    share: float

    def logit(self, cells: Cells) -> Array:
        parts = [self.design.columns(part) @ self.weights[1:] for part in _pieces(cells)]
        return np.asarray(self.shift + self.slope * (self.weights[0] + np.concatenate(parts)))

    @property
    def base(self) -> float:
        """The logit of a cell whose every column is as usual."""
        return float(self.shift + self.slope * (self.weights[0] + self.usual @ self.weights[1:]))

    def part(self, term: str, cells: Cells) -> Array:
        """What a term adds to the logit of each cell beyond what it usually adds; base and parts sum up."""
        place = self.design.places()[term]
        columns = self.design.columns(cells)[:, place] - self.usual[place]
        return np.asarray(self.slope * columns @ self.weights[1:][place])

    def chance(self, cells: Cells) -> Array:
        """The probability that each cell's activity is there at the end of a transition."""
        return probability(self.logit(cells))


@dataclass(frozen=True, slots=True)
class Lessons:
    """Cells that could be entered, what was known of them, and whether they were.

    `region` and `activity`: the group each cell is held out with.
    """

    cells: Cells
    entered: Mask
    weight: Array
    region: Places
    activity: Places


def learn(lessons: Lessons, terms: tuple[Term, ...]) -> Entry:
    """Choose the ridge by cross-validation, calibrate on what was held out, fit on all.

    Raises:
        BadRequest: fewer than ten entries to learn from.
    """
    entries = int(lessons.entered.sum())
    if entries < _FEWEST:
        raise BadRequest(
            f"only {entries} entries in the training years: too few to learn from; {_FEWEST} at least. "
            "Train on more years or regions.",
            f"训练年份里只有 {entries} 次扎根，太少，学不了；至少要 {_FEWEST} 次。请用更多年份或地区。",
        )
    shape = design(terms, lessons.cells)
    x, rising = shape.columns(lessons.cells), shape.rising()
    tried = [(ridge, *_fitted(x, lessons, ridge, rising)) for ridge in _RIDGES]
    ridge, weights, raw = min(tried, key=lambda one: _loss(one[2], lessons))
    shift, slope = _platt(raw, lessons)
    usual = np.average(x, axis=0, weights=lessons.weight)
    share = float(lessons.weight[lessons.entered].sum() / lessons.weight.sum())
    return Entry(shape, weights, usual, slope, shift, ridge, len(x), entries, share)


def lessons(table: PeerTable, train: Sequence[Transition], folds: Folds, lag: int, seed: int) -> Lessons:
    """What the transitions teach, each known as of its first year; of very many cells a sample."""
    groups = groups_of(table, folds, seed)
    parts = [_part(table, one, known(table, one.start, folds, lag), groups) for one in train]
    cells = {name: np.concatenate([part.cells[name] for part in parts]) for name in parts[0].cells}
    entered, region, activity = (
        np.concatenate([getattr(part, name) for part in parts]) for name in ("entered", "region", "activity")
    )
    return _sample(Lessons(cells, entered, np.ones(len(entered)), region, activity), seed)


def groups_of(table: PeerTable, folds: Folds, seed: int) -> tuple[Places, Places]:
    """In which group each region and each activity is held out; folds stay whole."""
    activity = np.arange(len(table.activities)) % _GROUPS
    np.random.default_rng(seed).shuffle(activity)
    return folds % _GROUPS, activity


def cells_of(told: Known, where: Mask) -> Cells:
    return {name: value[where] for name, value in told.terms.items()}


def _pieces(cells: Cells) -> Iterator[Cells]:
    # The columns of millions of cells at once would take gigabytes.
    count = len(next(iter(cells.values())))
    for start in range(0, max(count, 1), _AT_ONCE):
        yield {name: value[start : start + _AT_ONCE] for name, value in cells.items()}


def _part(table: PeerTable, step: Transition, told: Known, groups: tuple[Places, Places]) -> Lessons:
    where = table.open_cells(step.start)
    row, column = np.nonzero(where)
    entered = table.entered(step.end)[where]
    return Lessons(cells_of(told, where), entered, np.ones(len(row)), groups[0][row], groups[1][column])


def _sample(all_of: Lessons, seed: int) -> Lessons:
    chance = np.random.default_rng(seed)
    weight = np.ones(len(all_of.entered))
    parts = []
    for came, most in _MOST.items():
        rows = np.flatnonzero(all_of.entered == came)
        kept = rows if len(rows) <= most else chance.choice(rows, most, replace=False)
        weight[rows] = len(rows) / max(len(kept), 1)
        parts.append(kept)
    rows = np.sort(np.concatenate(parts))
    cells = {name: value[rows] for name, value in all_of.cells.items()}
    return Lessons(cells, all_of.entered[rows], weight[rows], all_of.region[rows], all_of.activity[rows])


def _fitted(x: Array, told: Lessons, ridge: float, rising: Mask) -> tuple[Array, Array]:
    """The coefficients on all cells, and the raw logit of each by a fit without its region and activity."""
    weights = fit(x, told.entered, told.weight, ridge=ridge, rising=rising)
    raw = np.empty(len(x))
    for region, activity in product(np.unique(told.region), np.unique(told.activity)):
        asked = (told.region == region) & (told.activity == activity)
        rest = (told.region != region) & (told.activity != activity)
        b = fit(x[rest], told.entered[rest], told.weight[rest], ridge=ridge, rising=rising, begin=weights)
        raw[asked] = b[0] + x[asked] @ b[1:]
    return weights, raw


def _loss(raw: Array, told: Lessons) -> float:
    return float(told.weight @ np.logaddexp(0.0, np.where(told.entered, -raw, raw)))


def _platt(raw: Array, told: Lessons) -> tuple[float, float]:
    """Shift and slope that calibrate held-out logits; a slope below zero is none."""
    b = fit(raw[:, None], told.entered, told.weight, ridge=1e-6, rising=np.array([True]))
    return float(b[0]), float(b[1])
