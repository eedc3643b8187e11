"""Chains: is removal exact, how fast is a whole analysis, and what does the plain way take?

    .venv/bin/python bench/chain.py

Exactness on 1,000 random AND–OR graphs of 2 to 9 nodes, a quarter of them with circles, against the
definition in exact fractions. Speed on a made chain of 1,000 nodes, 2,500 inputs and 5,000 firms, each on
two nodes; the rival is the plain way: solve the graph anew for each firm, in a loop over nodes (timed on 50).
"""

import random
import sys
import time
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import numpy as np
from machine import facts as machine

from bulian.chain.completing import completeness
from bulian.chain.depending import dependence
from bulian.chain.gapping import gaps
from bulian.chain.graph import Graph, graph_of, holders_of
from bulian.chain.losing import losses
from bulian.chain.presence import NodeState, node_states
from bulian.measure.and_or import impact_of_holders
from bulian.model.chain import STAGES, Chain, Input, InputKind, Name, Node, Placement, Searched, Segment

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.measure.test_and_or import as_holders, brute, random_case

NODES, INPUTS, FIRMS, SEGMENTS, SAMPLE = 1_000, 2_500, 5_000, 20, 50
GRAPHS, RUNS = 1_000, 5
BOUND = 1.0
NOW = "2026-01-31"


def made_chain() -> tuple[Chain, list[Placement]]:
    """A chain without circles, its last fiftieth end products; firms drawn with a fixed seed."""
    chance = random.Random(20260131)
    segments = tuple(
        Segment(f"s{at}", STAGES[at * 4 // SEGMENTS], Name(f"环节组{at}")) for at in range(SEGMENTS)
    )
    nodes = tuple(
        Node(f"n{at}", f"s{at * SEGMENTS // NODES}", Name(f"环节{at}"), codes=(("3990", Decimal(1)),),
             final=at >= NODES * 49 // 50)
        for at in range(NODES)
    )  # fmt: skip
    pairs: dict[tuple[int, int], None] = {}
    while len(pairs) < INPUTS:
        user = chance.randrange(1, NODES)
        pairs[max(0, user - chance.randint(1, 40)), user] = None
    kinds: tuple[InputKind, ...] = ("essential", "substitutable", "auxiliary")
    inputs = tuple(
        Input(f"n{supplier}", f"n{user}", kind, "甲" if kind == "substitutable" else "")
        for supplier, user in pairs
        for kind in [chance.choice(kinds)]
    )
    chain = Chain("made", Name("造"), "1", (), (), (), segments, nodes, inputs)
    firms = [
        Placement(f"企业{firm:04}", f"n{chance.randrange(NODES)}", chance.choice([1.0, 0.9, 0.8]), "register")
        for firm in range(FIRMS)
        for _ in range(2)
    ]
    return chain, list({(one.firm, one.node): one for one in firms}.values())


def analyse(chain: Chain, placed: list[Placement]) -> list[tuple[str, float]]:
    """Every part of the analysis with its seconds."""
    times = []
    began = time.perf_counter()

    def told(part: str) -> None:
        nonlocal began
        now = time.perf_counter()
        times.append((part, now - began))
        began = time.perf_counter()

    graph = graph_of(chain)
    states = node_states(chain, placed, (), [Searched("名录", NOW)], NOW)
    told("statuses")
    completeness(chain, graph, states)
    told("completeness")
    gaps(graph, states)
    told("gaps")
    lost = losses(graph, states)
    told("loss of every firm and node")
    dependence(states, (), [(one.name, one.impact) for one in lost.firms])
    told("dependence")
    return times


def plainly(graph: Graph, states: dict[str, NodeState]) -> float:
    """Seconds to solve for one firm in plain loops, the mean over a sample."""
    holders, _ = holders_of(graph, states)
    began = time.perf_counter()
    for gone in range(SAMPLE):
        absent = [1.0] * len(graph.ids)
        for who, node, share in zip(holders.who, holders.node, holders.share, strict=True):
            if who != gone:
                absent[node] *= 1 - share
        made = [0.0] * len(graph.ids)
        for node in range(len(graph.ids)):
            value = 1 - absent[node]
            for supplier in graph.and_or.essential[node]:
                value *= made[supplier]
            for group in graph.and_or.groups[node]:
                none = 1.0
                for supplier in group:
                    none *= 1 - made[supplier]
                value *= 1 - none
            made[node] = value
    return (time.perf_counter() - began) / SAMPLE


def exactness() -> tuple[int, int, float]:
    """Graphs with an end product, removals compared, and the greatest difference from exact fractions."""
    graphs = removals = 0
    worst = 0.0
    for seed in range(GRAPHS):
        graph, firms, weights = random_case(seed)
        impact = impact_of_holders(graph, as_holders(firms), np.zeros(len(weights)), weights)
        whole = brute(graph, firms, weights, None)
        if impact is None:
            assert whole == Fraction(0)
            continue
        graphs += 1
        for number in range(len(firms)):
            exact = 1 - brute(graph, firms, weights, number) / whole
            worst = max(worst, abs(float(exact) - impact[number]))
            removals += 1
    return graphs, removals, worst


def main() -> int:
    """Print all of it; 1 where a bound is missed."""
    print(machine())
    graphs, removals, worst = exactness()
    print(f"{GRAPHS:,} random graphs, {graphs} with an end product: {removals:,} removals,")
    print(f"  greatest difference from exact fractions {worst:.1e}")
    chain, placed = made_chain()
    busy = time.process_time()
    runs = [analyse(chain, placed) for _ in range(RUNS)]
    busy = (time.process_time() - busy) / RUNS
    times = min(runs, key=lambda run: sum(seconds for _, seconds in run))
    for part, seconds in times:
        print(f"  {part:<28} {seconds:6.3f} s")
    whole = sum(seconds for _, seconds in times)
    print(f"{NODES:,} nodes, {FIRMS:,} firms, fully analysed: {whole:.2f} s (bound {BOUND:.0f} s),")
    print(f"  the best of {RUNS} runs; {busy:.2f} s of processor time each")
    graph = graph_of(chain)
    states = node_states(chain, placed)
    plain = plainly(graph, states) * FIRMS
    print(f"  loss of every firm the plain way: {plain:.1f} s ({SAMPLE} firms timed)")
    return int(whole >= BOUND or worst > 1e-12)


if __name__ == "__main__":
    sys.exit(main())
