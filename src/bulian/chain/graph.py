"""A chain as numbers: its nodes in a row, its inputs as an AND–OR graph, who is on which node."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from bulian.chain.presence import NodeState
from bulian.measure.and_or import AndOr, Holders, Shares
from bulian.model.chain import Chain, Stage, Status


@dataclass(frozen=True, slots=True)
class Graph:
    """A chain by node number.

    Attributes:
        ids: node ids in the catalogue's order; `number` the way back.
        stages: of each node. and_or: inputs.
        suppliers, users: for each node those it needs or may use, and those that use it, of whatever kind.
        finals: numbers of the end products. required: numbers of the nodes of a complete chain.
        weights: w_v of each node.
    """

    ids: tuple[str, ...]
    number: Mapping[str, int]
    stages: tuple[Stage, ...]
    and_or: AndOr
    suppliers: tuple[tuple[int, ...], ...]
    users: tuple[tuple[int, ...], ...]
    finals: tuple[int, ...]
    required: tuple[int, ...]
    weights: Shares

    def weights_on(self, chosen: Sequence[int]) -> Shares:
        """The weights of the chosen nodes, 0 for all others."""
        some = np.zeros(len(self.ids))
        some[list(chosen)] = self.weights[list(chosen)]
        return some


def graph_of(chain: Chain) -> Graph:
    """The numbers of a chain."""
    number = {node.id: index for index, node in enumerate(chain.nodes)}
    stage_of = {segment.id: segment.stage for segment in chain.segments}
    essential: dict[int, list[int]] = defaultdict(list)
    groups: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    users: dict[int, list[int]] = defaultdict(list)
    suppliers: dict[int, list[int]] = defaultdict(list)
    for edge in chain.inputs:
        supplier, user = number[edge.supplier], number[edge.user]
        users[supplier].append(user)
        suppliers[user].append(supplier)
        if edge.kind == "essential":
            essential[user].append(supplier)
        elif edge.kind == "substitutable":
            groups[user][edge.group].append(supplier)
    every = range(len(chain.nodes))
    return Graph(
        ids=tuple(number),
        number=number,
        stages=tuple(stage_of[node.segment] for node in chain.nodes),
        and_or=AndOr(
            tuple(tuple(essential[node]) for node in every),
            tuple(tuple(map(tuple, groups[node].values())) for node in every),
        ),
        suppliers=tuple(tuple(suppliers[node]) for node in every),
        users=tuple(tuple(users[node]) for node in every),
        finals=tuple(number[node.id] for node in chain.nodes if node.final and not node.extension),
        required=tuple(number[node.id] for node in chain.required),
        weights=np.array([float(node.weight) for node in chain.nodes]),
    )


def presence_of(states: Mapping[str, NodeState], taken_as_there: tuple[Status, ...] = ()) -> Shares:
    """P_v of every node: of its firms where it has some, 1 where its status is taken as there, else 0.

    A node that a person set as present without naming a firm counts in full.
    """
    return np.array([_presence(state, taken_as_there) for state in states.values()])


def _presence(state: NodeState, taken_as_there: tuple[Status, ...]) -> float:
    if state.is_there:
        return state.probability if state.firms else 1.0
    return 1.0 if state.status in taken_as_there else 0.0


def holders_of(graph: Graph, states: Mapping[str, NodeState]) -> tuple[Holders, tuple[str, ...]]:
    """Who is on which node, and the firms' names by number, sorted."""
    rows = [
        (one.firm, graph.number[node], one.probability)
        for node, state in states.items()
        if state.is_there
        for one in state.firms
    ]
    firms = tuple(sorted({firm for firm, _, _ in rows}))
    place = {firm: index for index, firm in enumerate(firms)}
    return Holders(
        np.array([place[firm] for firm, _, _ in rows], dtype=np.int64),
        np.array([node for _, node, _ in rows], dtype=np.int64),
        np.array([share for _, _, share in rows], dtype=np.float64),
        len(firms),
    ), firms
