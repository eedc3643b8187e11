"""Reasons: a likelihood taken apart into the region, the activity, and which activities speak for it.

logit = base + Σ own + usual + Σ present + Σ absent, exactly. A kinship f(ρ), ρ = Σ b_j W_j, is split at the
mean basket: f(ρ̄) is how related the activity usually is; f(ρ) − f(ρ̄) is shared out by (b_j − b̄_j) W_j.
"""

from dataclasses import dataclass

import numpy as np

from bulian.model.measure import Array
from bulian.plan.entry.known import Folds, Known, kin
from bulian.plan.entry.learning import Entry
from bulian.plan.entry.relatedness import KINS, Kin
from bulian.plan.entry.terms import Cells


@dataclass(frozen=True, slots=True)
class Part:
    """What something adds to a logit: a term by its name, or an activity by its place."""

    what: str
    amount: float


@dataclass(frozen=True, slots=True)
class Reasons:
    """A logit and its parts, which sum to it.

    Attributes:
        base: of a cell as usual. own: margins, history and similar regions, by term.
        usual: how related the activity usually is. present, absent: by activity that the region has or lacks.
    """

    logit: float
    base: float
    own: tuple[Part, ...]
    usual: float
    present: tuple[Part, ...]
    absent: tuple[Part, ...]

    @property
    def total(self) -> float:
        parts = (*self.own, *self.present, *self.absent)
        return self.base + self.usual + sum(part.amount for part in parts)


@dataclass(frozen=True, slots=True)
class Kinship:
    """One kind of kinship as a region's peers teach it: its weights, and their mean basket."""

    kin: Kin
    mean: Array


def kinships(told: Known, folds: Folds, region: int) -> dict[str, Kinship]:
    """Every kind of kinship that the scores of a region rest on, by name."""
    others = np.flatnonzero(folds != folds[region])
    return {
        name: Kinship(kin(name, told.baskets, others), told.baskets[basket][others].mean(axis=0))
        for name, (basket, _) in KINS.items()
    }


def reasons(
    entry: Entry, told: Known, kinds: dict[str, Kinship], cell: tuple[int, int], activities: tuple[str, ...]
) -> Reasons:
    """Why a cell (region, activity) is as likely as it is; `kinds` are those of its region."""
    region, activity = cell
    cells = {name: one[[region], [activity]] for name, one in told.terms.items()}
    terms = [term.name for term in entry.design.terms]
    own = [Part(name, float(entry.part(name, cells)[0])) for name in terms if name not in KINS]
    usual, shared = 0.0, np.zeros(len(activities))
    for name in terms:
        if name in KINS:
            basket = told.baskets[KINS[name][0]][region]
            often, parts = _split(entry, (name, cells), kinds[name], basket, activity)
            usual, shared = usual + often, shared + parts
    has = told.baskets["present"][region] > 0
    told_of = [(j, Part(activities[j], float(shared[j]))) for j in np.argsort(-shared, kind="stable")]
    here, lacking = (tuple(part for j, part in told_of if has[j] == there) for there in (True, False))
    return Reasons(float(entry.logit(cells)[0]), entry.base, tuple(own), usual, here, lacking)


def _split(
    entry: Entry, term: tuple[str, Cells], kind: Kinship, basket: Array, activity: int
) -> tuple[float, Array]:
    """What a kind of kinship usually adds, and by activity what this region's basket adds to that."""
    name, cells = term
    weights = kind.kin.weights[:, activity]
    usually = float(kind.mean @ weights + kind.kin.offset[activity])
    often = float(entry.part(name, cells | {name: np.array([usually])})[0])
    more = float(entry.part(name, cells)[0]) - often
    parts = (basket - kind.mean) * weights
    whole = float(cells[name][0]) - usually
    return (often, more / whole * parts) if abs(whole) > 1e-12 else (often + more, np.zeros(len(parts)))
