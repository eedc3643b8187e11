"""How complete a chain is: the plain count, the weighted share with its doubt, by stage and by area."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from bulian.chain.areas import AREAS
from bulian.chain.graph import Graph, presence_of
from bulian.chain.presence import NodeState, node_states
from bulian.measure.and_or import Shares, buildable, total
from bulian.measure.completeness import WeightedShare, weighted_completeness
from bulian.model.chain import STAGES, Chain, Placement, Stage, Status

_KNOWN: tuple[Status, ...] = ("present", "single_source", "missing", "planned")
_MAY_BE: tuple[Status, ...] = ("claimed", "unknown")


@dataclass(frozen=True, slots=True)
class Count:
    """`there` of `required` nodes have a firm; `counts` says how the others stand.

    With what nobody has looked for, the true count lies between `there` and `at_most`.
    """

    there: int
    required: int
    counts: Mapping[Status, int]

    @property
    def at_most(self) -> int:
        """The count if everything claimed or unknown were there."""
        return self.there + sum(self.counts.get(status, 0) for status in _MAY_BE)


@dataclass(frozen=True, slots=True)
class Completeness:
    """How complete a chain is.

    Attributes:
        count: of all required nodes; `stages` of those of each stage.
        weighted: of the nodes that are known to be there or not; `coverage` is their share of all weight.
            None where nothing is known.
        buildable: the share of end products that could be made of what is there alone, at least and at most:
            the lower end takes what is unknown as absent, the upper as there.
        areas: the count when firms farther away count too, for the areas where some are known.
        left_out: ids of the nodes of which nothing is known.
    """

    count: Count
    stages: tuple[tuple[Stage, Count], ...]
    weighted: WeightedShare | None
    coverage: float
    buildable: tuple[float, float] | None
    areas: tuple[tuple[str, Count], ...]
    left_out: tuple[str, ...]


def completeness(
    chain: Chain, graph: Graph, states: Mapping[str, NodeState], farther: Sequence[Placement] = ()
) -> Completeness:
    """How complete a chain is; `farther` are placements of firms outside the district."""
    required = [states[node.id] for node in chain.required]
    known = [state for state in required if state.status in _KNOWN]
    weights = np.array([float(state.node.weight) for state in required])
    of_known = np.array([float(state.node.weight) for state in known])
    presence = np.array([_probability(state) for state in known])
    return Completeness(
        count=_count(required),
        stages=tuple(
            (stage, _count([states[graph.ids[at]] for at in graph.required if graph.stages[at] == stage]))
            for stage in STAGES
            if any(graph.stages[at] == stage for at in graph.required)
        ),
        weighted=weighted_completeness(of_known, presence),
        coverage=float(of_known.sum() / weights.sum()) if weights.sum() else 0.0,
        buildable=buildable_share(graph, states),
        areas=tuple(_areas(chain, states, farther)),
        left_out=tuple(state.node.id for state in required if state.status not in _KNOWN),
    )


def buildable_share(graph: Graph, states: Mapping[str, NodeState]) -> tuple[float, float] | None:
    """B at least and at most; None where the chain has no end product with weight."""
    weights = graph.weights_on(graph.finals)
    if not weights.sum():
        return None
    low = _share(graph, presence_of(states), weights)
    return low, max(low, _share(graph, presence_of(states, _MAY_BE), weights))


def _share(graph: Graph, presence: Shares, weights: Shares) -> float:
    return float(total(weights, buildable(graph.and_or, presence))) / float(weights.sum())


def _count(states: Sequence[NodeState]) -> Count:
    counts = Counter(state.status for state in states)
    return Count(sum(state.is_there for state in states), len(states), dict(counts))


def _probability(state: NodeState) -> float:
    if not state.is_there:
        return 0.0
    return state.probability if state.firms else 1.0


def _areas(
    chain: Chain, states: Mapping[str, NodeState], farther: Sequence[Placement]
) -> list[tuple[str, Count]]:
    """One count an area for which farther firms are known; nearer ones count in each."""
    here = [one for state in states.values() for one in (*state.firms, *state.doubtful)]
    found = []
    for reach, area in enumerate(AREAS[1:], start=1):
        if any(one.area == area for one in farther):
            near = [one for one in farther if one.area in AREAS[: reach + 1]]
            wider = node_states(chain, [*here, *near])
            found.append((area, _count([wider[node.id] for node in chain.required])))
    return found
