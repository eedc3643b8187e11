"""What breaks when a firm or a node is gone, or a share of it: exact removal on the AND–OR graph, ranked.

Only what is made here can be lost here: end products count where a firm here makes them. Inputs that no
firm here makes are taken to be bought elsewhere, today and afterwards; what a firm here supplies is not
replaced.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bulian.chain.graph import Graph, holders_of, presence_of
from bulian.chain.presence import NodeState
from bulian.errors import BadRequest
from bulian.measure.and_or import (
    Holders,
    Shares,
    buildable,
    impact_of_holders,
    impact_of_nodes,
    present,
)
from bulian.model.chain import Chain, Status

_ELSEWHERE: tuple[Status, ...] = ("claimed", "planned", "missing", "unknown")
_SHOWN = 50
_NAMED = 12
_STOPPED = 1e-9


@dataclass(frozen=True, slots=True)
class Loss:
    """What stops without one firm or node.

    Attributes:
        name: the firm's name, or the node's id. impact: share of the end products made here that stops.
        stops: ids of the nodes with firms here that can no longer be made; the lost node itself is one.
    """

    name: str
    impact: float
    stops: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Losses:
    """Every firm and node, the worst first.

    Attributes:
        made_here: ids of the end products that are made here; without any, no impact is defined and both
            lists are empty.
        not_placed: firms that facts tie to the chain and that stand on no node: their loss cannot be told.
    """

    firms: tuple[Loss, ...]
    nodes: tuple[Loss, ...]
    made_here: tuple[str, ...]
    not_placed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scenario:
    """Several firms and nodes gone at once, or a share of each: what each node with a firm here still makes.

    Attributes:
        share: what part of them is gone, 0 to 1.
        impact: share of the end products made here that stops; None where none is made here.
        left: by node id, 1 for untouched, 0 for stopped.
        beside: ids of the nodes where one of them stands beside firms that stay. Those are taken to step in
            for all of it, as no source says which part of a node each firm makes.
    """

    without: tuple[str, ...]
    share: float
    impact: float | None
    left: Mapping[str, float]
    beside: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Setting:
    """Who stands where, and what comes from elsewhere: what every removal starts from."""

    graph: Graph
    states: Mapping[str, NodeState]
    holders: Holders
    firms: Mapping[str, int]
    floor: Shares
    weights: Shares
    there: NDArray[np.bool_]

    @property
    def presence(self) -> Shares:
        return _presence(self.holders, self.floor)

    def is_there(self, at: int) -> bool:
        return bool(self.there[at])


def losses(graph: Graph, states: Mapping[str, NodeState], not_placed: Sequence[str] = ()) -> Losses:
    """Every firm and every node with a firm, ranked by what stops without it."""
    setting = _setting(graph, states)
    made_here = tuple(graph.ids[at] for at in graph.finals if setting.is_there(at))
    of_firms = impact_of_holders(graph.and_or, setting.holders, setting.floor, setting.weights)
    of_nodes = impact_of_nodes(graph.and_or, setting.presence, setting.weights)
    if of_firms is None or of_nodes is None:
        return Losses((), (), made_here, tuple(not_placed))
    by_firm = {firm: float(of_firms[at]) for firm, at in setting.firms.items()}
    by_node = {node: float(of_nodes[at]) for at, node in enumerate(graph.ids) if setting.is_there(at)}
    return Losses(_ranked(setting, by_firm), _ranked(setting, by_node), made_here, tuple(not_placed))


def scenario(
    chain: Chain, graph: Graph, states: Mapping[str, NodeState], without: Sequence[str], share: float = 1.0
) -> Scenario:
    """Several firms and nodes gone at once, or a share of each.

    A share works as in the inoperability input–output model (Santos and Haimes 2004): where inputs are used
    in fixed proportions, losses are linear in what is gone, so of all that is made `share` stands as without
    them and the rest as with them. At 1 this is the exact removal, at 0 nothing stops.

    Args:
        without: firms by the names that the states have, nodes by id. share: 0 to 1.

    Raises:
        BadRequest: one of them is neither a node nor a firm on a node of the chain, or the share is none.
    """
    refuse_no_share(share)
    setting = _setting(graph, states)
    for name in without:
        if name not in setting.firms and name not in graph.number:
            raise _nobody(name, chain, sorted(setting.firms))
    before = buildable(graph.and_or, setting.presence)
    gone = buildable(graph.and_or, _without_each(setting, [tuple(without)]))[:, 0]
    after = (1 - share) * before + share * gone
    whole = float(setting.weights @ before)
    left = {
        node: float(after[at] / before[at])
        for at, node in enumerate(graph.ids)
        if setting.is_there(at) and before[at] > 0
    }
    impact = float(setting.weights @ (before - after)) / whole if whole else None
    return Scenario(tuple(without), share, impact, left, _beside(states, without))


def refuse_no_share(share: float) -> None:
    """Stop at what is no part of something.

    Raises:
        BadRequest: it is not from 0 to 1.
    """
    if not 0 <= share <= 1:
        raise BadRequest(
            f"{share} is no share of what is gone. Write a number from 0 to 1: 40 % is 0.4.",
            f"{share} 不是走掉的份额。请写 0 到 1 之间的数：40% 写 0.4。",
        )


def _beside(states: Mapping[str, NodeState], without: Sequence[str]) -> tuple[str, ...]:
    return tuple(
        node
        for node, state in states.items()
        if state.is_there
        and node not in without
        and 0 < sum(one.firm in without for one in state.firms) < len(state.firms)
    )


def _nobody(name: str, chain: Chain, firms: Sequence[str]) -> BadRequest:
    on_it = firms[:_NAMED]
    return BadRequest(
        f"{name!r} is neither a node of {chain.name.zh} nor a firm on one, so its loss cannot be told. "
        f"On it are: {', '.join(on_it) or 'no firms'}.",
        f"“{name}”既不是{chain.name.zh}的环节，也不是环节上的企业，说不出失去它会怎样。"
        f"链上有：{'、'.join(on_it) or '还没有企业'}。",
    )


def _setting(graph: Graph, states: Mapping[str, NodeState]) -> _Setting:
    holders, firms = holders_of(graph, states)
    made_here = [at for at in graph.finals if states[graph.ids[at]].is_there]
    return _Setting(
        graph, states, holders, {firm: at for at, firm in enumerate(firms)}, _floor(states),
        graph.weights_on(made_here), np.array([state.is_there for state in states.values()], dtype=bool),
    )  # fmt: skip


def _floor(states: Mapping[str, NodeState]) -> Shares:
    """1 where no firm here makes it: it comes from elsewhere; 0 where a firm here does."""
    everything = presence_of(states, _ELSEWHERE)
    named = np.array([bool(state.firms and state.is_there) for state in states.values()])
    return np.asarray(np.where(named, 0.0, everything), dtype=np.float64)


def _presence(holders: Holders, floor: Shares) -> Shares:
    return 1.0 - (1.0 - present(holders, len(floor))) * (1.0 - floor)


def _ranked(setting: _Setting, impacts: Mapping[str, float]) -> tuple[Loss, ...]:
    """The worst first; which nodes stop is worked out for the worst, as far as anybody reads."""
    order = sorted(impacts, key=lambda name: (-impacts[name], name))
    shown = order[:_SHOWN]
    made = buildable(setting.graph.and_or, _without_each(setting, [(name,) for name in shown]))
    stops = {name: _stopped(setting, made[:, column]) for column, name in enumerate(shown)}
    return tuple(Loss(name, impacts[name], stops.get(name, ())) for name in order)


def _without_each(setting: _Setting, losses: Sequence[tuple[str, ...]]) -> Shares:
    """P_v with one scenario a column: without these firms and nodes."""
    columns = [_without(setting, names) for names in losses]
    return np.column_stack(columns) if columns else np.empty((len(setting.graph.ids), 0))


def _without(setting: _Setting, names: tuple[str, ...]) -> Shares:
    gone = [setting.firms[name] for name in names if name in setting.firms]
    keep = ~np.isin(setting.holders.who, gone)
    all_of = setting.holders
    rest = Holders(all_of.who[keep], all_of.node[keep], all_of.share[keep], all_of.count)
    left = _presence(rest, setting.floor)
    left[[setting.graph.number[name] for name in names if name in setting.graph.number]] = 0.0
    return left


def _stopped(setting: _Setting, made: Shares) -> tuple[str, ...]:
    ids = setting.graph.ids
    return tuple(ids[at] for at in np.flatnonzero(setting.there & (made <= _STOPPED)))
