"""补链, 强链, 延链: three lists by stated rules, each item with what filling it is worth.

补 (fill): a required node that was searched for and is missing. 强 (strengthen): a node that is there and
fails a test. 延 (extend): a node beyond the chain's present ends, next to a node that is there. What nobody
has looked for is on no list of gaps; it is listed apart.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from bulian.chain.graph import Graph, presence_of
from bulian.chain.presence import NodeState
from bulian.chain.strength import MEASURED, Measured, Strength, untested
from bulian.measure.and_or import Shares, buildable, total
from bulian.model.chain import Placement, Status

Way = Literal["attract", "connect"]
"""招商: nobody near is known; 协作: a firm farther away is known, the link to it is what is missing."""
Test = Literal["single_source", "one_group", "input_missing"] | Measured
Side = Literal["up", "down"]
_ALL: tuple[Status, ...] = ("claimed", "unknown", "missing", "planned")
_COLUMNS = 512
_NOTHING: Mapping[str, Strength] = {}


@dataclass(frozen=True, slots=True)
class Worth:
    """What filling a node would add.

    Attributes:
        completeness: ΔC = w_v (1 − P_v) / Σ w. buildable: ΔB with all that is unknown taken as absent.
        open: ΔB with all that is unknown taken as there: how much of the end products hangs on this node.
    """

    completeness: float
    buildable: float
    open: float


@dataclass(frozen=True, slots=True)
class Gap:
    """A node to fill. `near` are firms farther away that have it; they make it a matter of connecting."""

    state: NodeState
    worth: Worth
    way: Way
    near: tuple[Placement, ...]


@dataclass(frozen=True, slots=True)
class Weakness:
    """A node that is there and fails tests; `tests` names them, their number is the severity."""

    state: NodeState
    tests: tuple[Test, ...]
    missing_inputs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Extension:
    """A node beyond the present ends.

    Attributes:
        side: "down" where it would use what is there, "up" where it would feed it.
        next_to: ids of the nearest nodes that are there. steps: how many edges away, 1 for neighbours.
        outside: it is an extension in the catalogue, no node of a complete chain.
    """

    state: NodeState
    side: Side
    next_to: tuple[str, ...]
    steps: int
    outside: bool


@dataclass(frozen=True, slots=True)
class Gaps:
    """The three lists, and the nodes of which nobody knows, those that matter most first.

    `not_tested` names what no data allow to test, of the tests of `chain/strength.py`.
    """

    fill: tuple[Gap, ...]
    strengthen: tuple[Weakness, ...]
    extend: tuple[Extension, ...]
    unsearched: tuple[Gap, ...]
    not_tested: tuple[Measured, ...] = MEASURED


def gaps(
    graph: Graph,
    states: Mapping[str, NodeState],
    farther: Sequence[Placement] = (),
    known: Mapping[str, Strength] = _NOTHING,
) -> Gaps:
    """The three lists of a chain.

    Args:
        farther: placements of firms outside the district. known: what the district measured, by node.
    """
    absent = [at for at in graph.required if not states[graph.ids[at]].is_there]
    near: dict[str, list[Placement]] = {}
    for one in farther:
        near.setdefault(one.node, []).append(one)
    found = [
        _gap(states[graph.ids[at]], worth, tuple(near.get(graph.ids[at], ())))
        for at, worth in zip(absent, _worths(graph, states, absent), strict=True)
    ]
    found.sort(key=lambda gap: (-gap.worth.open, -gap.worth.buildable, not gap.state.wanted))
    return Gaps(
        fill=tuple(gap for gap in found if gap.state.status == "missing"),
        strengthen=tuple(_weaknesses(graph, states, known)),
        extend=tuple(_extensions(graph, states)),
        unsearched=tuple(gap for gap in found if gap.state.status in ("unknown", "claimed")),
        not_tested=untested(known.values()),
    )


def _gap(state: NodeState, worth: Worth, near: tuple[Placement, ...]) -> Gap:
    return Gap(state, worth, "connect" if near else "attract", near)


def _worths(graph: Graph, states: Mapping[str, NodeState], absent: Sequence[int]) -> list[Worth]:
    """What each absent node would add; an open B is B with this node gone and all else there that may be."""
    weights = graph.weights_on(graph.finals)
    required = float(graph.weights[list(graph.required)].sum())
    whole = float(weights.sum())
    closed, opened = presence_of(states), presence_of(states, _ALL)
    if not whole or not required:
        return [Worth(0.0, 0.0, 0.0) for _ in absent]
    gained = _filled(graph, closed, weights, absent, 1.0) - _made(graph, closed, weights)
    lost = _made(graph, opened, weights) - _filled(graph, opened, weights, absent, 0.0)
    return [
        Worth(float(graph.weights[at]) / required, float(gain) / whole, float(loss) / whole)
        for at, gain, loss in zip(absent, gained, lost, strict=True)
    ]


def _made(graph: Graph, presence: Shares, weights: Shares) -> float:
    return float(total(weights, buildable(graph.and_or, presence)))


def _filled(graph: Graph, presence: Shares, weights: Shares, chosen: Sequence[int], value: float) -> Shares:
    """Σ w b with each of the chosen nodes set to `value`, one at a time."""
    made = np.empty(len(chosen))
    for start in range(0, len(chosen), _COLUMNS):
        some = list(chosen[start : start + _COLUMNS])
        scenarios = np.repeat(presence[:, None], len(some), axis=1)
        scenarios[some, np.arange(len(some))] = value
        made[start : start + len(some)] = total(weights, buildable(graph.and_or, scenarios))
    return made


def _weaknesses(
    graph: Graph, states: Mapping[str, NodeState], known: Mapping[str, Strength]
) -> list[Weakness]:
    found = []
    for at in graph.required:
        state = states[graph.ids[at]]
        if state.is_there:
            missing = tuple(
                graph.ids[supplier]
                for supplier in graph.and_or.essential[at]
                if states[graph.ids[supplier]].status == "missing"
            )
            measured = known.get(graph.ids[at])
            tests = (*_failed(state, missing), *(measured.failed if measured else ()))
            if tests:
                found.append(Weakness(state, tests, missing))
    return sorted(found, key=lambda weak: (-len(weak.tests), not weak.state.node.final))


def _failed(state: NodeState, missing: tuple[str, ...]) -> tuple[Test, ...]:
    tests: list[Test] = []
    if state.status == "single_source":
        tests.append("one_group" if len({one.firm for one in state.firms}) > 1 else "single_source")
    if missing:
        tests.append("input_missing")
    return tuple(tests)


def _extensions(graph: Graph, states: Mapping[str, NodeState]) -> list[Extension]:
    """Nodes outside the chain next to one that is there, and what lies beyond its present ends.

    A node lies beyond the ends where what is there lies on one side of it only, at however many steps.
    """
    there = [states[node].is_there for node in graph.ids]
    above, below = _reach(graph.suppliers, there), _reach(graph.users, there)
    required = set(graph.required)
    found = []
    for at, node in enumerate(graph.ids):
        state = states[node]
        if there[at] or (at in required and not _beyond(state, above[at], below[at])):
            continue
        for side, edges in _SIDES:
            joined, steps = _nearest(graph.suppliers if edges == "suppliers" else graph.users, there, at)
            if joined and (steps == 1 or _is_known(state)):
                names = tuple(graph.ids[each] for each in joined)
                found.append(Extension(state, side, names, steps, at not in required))
    return sorted(
        found, key=lambda one: (not one.state.wanted, one.steps, not one.outside, -len(one.next_to))
    )


_SIDES: tuple[tuple[Side, str], ...] = (("down", "suppliers"), ("up", "users"))


def _nearest(edges: Sequence[Sequence[int]], there: Sequence[bool], start: int) -> tuple[list[int], int]:
    """The nodes that are there at the fewest steps along the edges, and how many steps; none: ([], 0)."""
    seen, ring, steps = {start}, [start], 0
    while ring:
        ring = list(dict.fromkeys(each for node in ring for each in edges[node] if each not in seen))
        seen.update(ring)
        steps += 1
        hit = [node for node in ring if there[node]]
        if hit:
            return hit, steps
    return [], 0


def _is_known(state: NodeState) -> bool:
    """Whether anything is known of a node, be it only that somebody wants it."""
    return state.status != "unknown" or bool(state.wanted)


def _beyond(state: NodeState, above: bool, below: bool) -> bool:
    """What is there lies on one side only; what nobody knows of is no extension before somebody wants it."""
    return above != below and _is_known(state)


def _reach(edges: Sequence[Sequence[int]], there: Sequence[bool]) -> list[bool]:
    """For each node, whether one that is there can be reached along the edges."""
    reached = [False] * len(there)
    back: list[list[int]] = [[] for _ in there]
    for node, targets in enumerate(edges):
        for target in targets:
            back[target].append(node)
    work = [node for node, is_there in enumerate(there) if is_there]
    while work:
        for before in back[work.pop()]:
            if not reached[before]:
                reached[before] = True
                work.append(before)
    return reached
