"""The nouns of opportunities: a candidate, what it is worth by each criterion, and what is in its way."""

from dataclasses import dataclass
from typing import Literal

from bulian.plan.entry.precedents import Precedent
from bulian.plan.entry.reasons import Reasons

Criterion = Literal["likelihood", "complexity", "chain", "demand", "jobs", "carbon", "land", "resilience"]
DESIRABLE: tuple[Criterion, ...] = ("complexity", "chain", "demand", "jobs", "carbon", "land", "resilience")
CRITERIA: tuple[Criterion, ...] = ("likelihood", *DESIRABLE)

Told = tuple[str, str]
"""Words in English and in Chinese."""


@dataclass(frozen=True, slots=True)
class Merit:
    """One criterion of a candidate: a value with what it rests on, or None with why it is not known."""

    criterion: Criterion
    value: float | None
    basis: Told


@dataclass(frozen=True, slots=True)
class Barrier:
    """A filter that says no, with its reason and source."""

    rule: str
    reason: str
    source: str


@dataclass(frozen=True, slots=True)
class NodeGap:
    """A node of a chain that is not known to be there.

    Attributes:
        status: "missing" (searched for), "unknown" or "claimed" (nobody looked); never added together.
        open: the share of the chain's end products that hangs on it. near: firms farther away that have it.
    """

    chain: str
    node: str
    status: str
    open: float
    completeness: float
    near: tuple[str, ...]
    wanted: tuple[str, ...]
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """An activity that the district could attract.

    Attributes:
        merits: every criterion once, in the order of CRITERIA. barriers: () where nothing known bars it.
        filtered_by: what it was checked against; None where there is no list.
        reasons, precedent: of its likelihood, None without a peer table. gaps: the chain nodes it would fill.
    """

    name: str
    merits: tuple[Merit, ...]
    barriers: tuple[Barrier, ...]
    filtered_by: str | None
    gaps: tuple[NodeGap, ...] = ()
    reasons: Reasons | None = None
    precedent: Precedent | None = None

    def merit(self, criterion: Criterion) -> Merit:
        return self.merits[CRITERIA.index(criterion)]


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate among the others.

    Attributes:
        front: no other is as good by every known criterion and better by one.
        top: the chance to be among the first ten, over weights drawn anew. place: 5th, 50th, 95th percentile.
    """

    candidate: Candidate
    front: bool
    top: float
    place: tuple[int, int, int]
