"""AND–OR graphs: what can be made of what is there, and what stops when one thing is gone.

A node can be made where it is present itself, all its essential inputs can be made, and of each group of
substitutes at least one. With probabilities, taking presences as independent (docs/methods/chain.md):

    b_v = P_v · Π_{u ∈ essential(v)} b_u · Π_{g} (1 − Π_{u ∈ g} (1 − b_u))

Values are shares between 0 and 1. On a circle the least solution is meant: what can be made starting from
nothing, so two nodes that only feed each other make nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from bulian.measure.ordering import components

Shares: TypeAlias = NDArray[np.float64]

_COLUMNS = 1024
_SMALL = 1e-13
_ROUNDS = 10_000


@dataclass(frozen=True, slots=True)
class AndOr:
    """A graph by node number.

    Attributes:
        essential: for each node the inputs that are all needed.
        groups: for each node its groups of substitutes, of each of which one is needed.
        order: groups of nodes, each after all that it needs; more than one where they need each other in a
            circle. Worked out once, as it is asked for again and again.
    """

    essential: tuple[tuple[int, ...], ...]
    groups: tuple[tuple[tuple[int, ...], ...], ...]
    order: tuple[tuple[int, ...], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Order the nodes."""
        needs = [self.needs(node) for node in range(len(self.essential))]
        object.__setattr__(self, "order", tuple(map(tuple, components(needs))))

    def needs(self, node: int) -> list[int]:
        """All that a node needs or may use."""
        return [*self.essential[node], *(each for group in self.groups[node] for each in group)]

    def behind(self, ends: Sequence[int]) -> list[bool]:
        """For each node whether any of the ends needs it, however far behind; the ends themselves too."""
        found = [False] * len(self.essential)
        work = list(ends)
        while work:
            node = work.pop()
            if not found[node]:
                found[node] = True
                work += self.needs(node)
        return found


@dataclass(frozen=True, slots=True)
class Holders:
    """Who makes a node present: row i says that holder `who[i]` is on `node[i]` with probability `share[i]`.

    `count` is how many holders there are; one without a row changes nothing by leaving.
    """

    who: NDArray[np.int64]
    node: NDArray[np.int64]
    share: Shares
    count: int


def buildable(graph: AndOr, presence: Shares) -> Shares:
    """b_v for every node; `presence` is P_v, a vector or a matrix with one scenario a column; O(V + E)."""
    return _solved(graph, presence, [True] * len(presence))


def _solved(graph: AndOr, presence: Shares, wanted: Sequence[bool]) -> Shares:
    """b_v for the wanted nodes and all behind them, which must be wanted too; 0 for the others."""
    made = np.zeros_like(presence)
    for group in graph.order:
        first = group[0]
        if not wanted[first]:
            continue
        if len(group) > 1 or first in graph.needs(first):
            _circle(graph, presence, made, group)
        else:
            made[first] = _one(graph, presence, made, first)
    return made


def present(holders: Holders, nodes: int) -> Shares:
    """P_v = 1 − Π_f (1 − π_fv): the probability that somebody is on the node; 0 where nobody is."""
    absent = np.ones(nodes)
    np.multiply.at(absent, holders.node, 1.0 - holders.share)
    return 1.0 - absent


def total(weights: Shares, made: Shares) -> Shares:
    """Σ_t w_t b_t over the end products, a number a scenario."""
    return np.asarray(weights @ made, dtype=np.float64)


def impact_of_nodes(graph: AndOr, presence: Shares, weights: Shares) -> Shares | None:
    """For every node, the share of end products that stops when it is gone; None where nothing is made.

    impact(z) = Σ_t w_t (b_t − b_t^{−z}) / Σ_t w_t b_t, exactly, by solving the graph once without each that
    an end product needs; without any other nothing stops.
    """
    wanted = graph.behind(np.flatnonzero(weights).tolist())
    whole = float(total(weights, _solved(graph, presence, wanted)))
    if whole <= 0:
        return None
    left = np.full(len(presence), whole)
    needed = np.flatnonzero(wanted)
    for start in range(0, len(needed), _COLUMNS):
        some = needed[start : start + _COLUMNS]
        scenarios = np.repeat(presence[:, None], len(some), axis=1)
        scenarios[some, np.arange(len(some))] = 0.0
        left[some] = total(weights, _solved(graph, scenarios, wanted))
    return np.maximum(whole - left, 0.0) / whole


def impact_of_holders(graph: AndOr, holders: Holders, floor: Shares, weights: Shares) -> Shares | None:
    """For every holder, the share of end products that stops when it is gone; None where nothing is made.

    Args:
        floor: the presence of each node besides these holders, 0 where there is none: 1 stands for an input
            that is taken to be bought elsewhere.
    """
    wanted = graph.behind(np.flatnonzero(weights).tolist())
    presence = 1.0 - (1.0 - present(holders, len(floor))) * (1.0 - floor)
    whole = float(total(weights, _solved(graph, presence, wanted)))
    if whole <= 0:
        return None
    rest = 1.0 - _absent_without(holders) * (1.0 - floor[holders.node])
    left = np.full(holders.count, whole)
    acting = np.unique(holders.who[np.array(wanted)[holders.node]])
    for start in range(0, len(acting), _COLUMNS):
        chosen = acting[start : start + _COLUMNS]
        scenarios = np.repeat(presence[:, None], len(chosen), axis=1)
        column = np.searchsorted(chosen, holders.who)
        mine = (column < len(chosen)) & (chosen[np.minimum(column, len(chosen) - 1)] == holders.who)
        scenarios[holders.node[mine], column[mine]] = rest[mine]
        left[chosen] = total(weights, _solved(graph, scenarios, wanted))
    return np.maximum(whole - left, 0.0) / whole


def _absent_without(holders: Holders) -> Shares:
    """For each row, Π (1 − π) over the *other* rows of its node, without dividing by what may be zero."""
    order = np.lexsort((holders.who, holders.node))
    others = np.ones(len(order))
    edges = np.flatnonzero(np.diff(holders.node[order], prepend=-1, append=-1))
    for start, stop in pairwise(edges):
        absent = 1.0 - holders.share[order[start:stop]]
        before = np.concatenate(([1.0], np.cumprod(absent)[:-1]))
        after = np.concatenate((np.cumprod(absent[::-1])[::-1][1:], [1.0]))
        others[order[start:stop]] = before * after
    return others


def _one(graph: AndOr, presence: Shares, made: Shares, node: int) -> Shares:
    value = np.array(presence[node], dtype=np.float64)
    for supplier in graph.essential[node]:
        value = value * made[supplier]
    for group in graph.groups[node]:
        value = value * _any(made, group)
    return value


def _any(made: Shares, group: Sequence[int]) -> Shares:
    none = np.ones_like(made[0])
    for supplier in group:
        none = none * (1.0 - made[supplier])
    return np.asarray(1.0 - none, dtype=np.float64)


def _circle(graph: AndOr, presence: Shares, made: Shares, group: Sequence[int]) -> None:
    """The least solution on a circle: up from nothing until nothing moves."""
    for _ in range(_ROUNDS):
        moved = 0.0
        for node in group:
            fresh = _one(graph, presence, made, node)
            moved = max(moved, float(np.max(np.abs(fresh - made[node]))))
            made[node] = fresh
        if moved <= _SMALL:
            return
