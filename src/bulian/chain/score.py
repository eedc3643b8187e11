"""How sure it is that a firm is on a node: named parts, joined by a logistic rule whose weights are data.

P = 1 / (1 + exp(-(constant + Σ weight × part))), every part between 0 and 1. The weights are fitted on made
rows (`bench/place_fit.py`) and lie in vocab/placement_weights.csv; what made rows do not show keeps a weight
of ours.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import exp

from bulian.chain.retrieve import Candidate, Index, Spot
from bulian.chain.scope import Clause
from bulian.vocab.scopes import fits
from bulian.vocab.thresholds import placement_weights


@dataclass(frozen=True, slots=True)
class Case:
    """A firm, a clause of its scope and a node that the clause may speak of.

    Attributes:
        thing: the clause's thing as the index compares it, and where it stands in `text`.
        prior: P(node | class of the firm, or class that the clause names), 0 where there is none.
        named: a word of the node stands in the firm's name. related: a document says it makes or leads it.
        rival: another node of the chain has a longer word in the clause.
    """

    spot: Spot
    clause: Clause
    candidate: Candidate
    thing: tuple[int, int]
    prior: float
    named: bool
    related: bool
    rival: bool


def _bm25(case: Case) -> float:
    return case.candidate.share


def _match(case: Case) -> float:
    """The share of the thing that the node's longest word covers."""
    met, (start, end) = case.candidate.met, case.thing
    if met is None or end <= start:
        return 0.0
    return max(0, min(met.end, end) - max(met.start, start)) / (end - start)


def _head(case: Case) -> float:
    """A Chinese noun ends in what it is: 锅炉钢管 are pipes, no boilers."""
    met = case.candidate.met
    return float(met is not None and met.end >= case.thing[1])


def _fits(case: Case) -> float:
    """The best of the clause's verbs; a thing that is only sold or studied is not made."""
    table, verbs = fits(), case.clause.verbs
    if not verbs:
        return table[case.spot.kind, None]
    return max(table[case.spot.kind, verb] for verb in verbs)


def _code(case: Case) -> float:
    return case.prior


def _position(case: Case) -> float:
    """What a scope names first is nearer to what the firm lives by."""
    return 1 / (1 + case.clause.position)


def _name(case: Case) -> float:
    return float(case.named)


def _relation(case: Case) -> float:
    return float(case.related)


def _rival(case: Case) -> float:
    return float(case.rival)


PARTS: Mapping[str, Callable[[Case], float]] = {
    "bm25": _bm25, "match": _match, "head": _head, "fits": _fits, "code": _code, "position": _position,
    "name": _name, "relation": _relation, "rival": _rival,
}  # fmt: skip
"""What speaks for a firm on a node, in the order it is shown; each has its weight in the vocabulary."""


def parts_of(case: Case) -> dict[str, float]:
    """Every part by its name."""
    return {name: part(case) for name, part in PARTS.items()}


def probability(parts: Mapping[str, float]) -> float:
    """P of these parts, 0 to 1."""
    weights = placement_weights()
    return 1 / (1 + exp(-(weights["constant"] + sum(weights[name] * value for name, value in parts.items()))))


def class_of(index: Index, clause: Clause) -> str:
    """The class of the standard whose name the clause is, "" for none."""
    return index.classes.get(clause.text, "")
