"""Firms on nodes: right and calibrated on made rows, on real firms, a hidden node found missing, and fast?

    .venv/bin/python bench/place.py

Made rows come from `place_rows.py`, frozen before the classifier, with another seed than the weights were
fitted on. The rivals: a firm is on every node of the class of its code; a firm is on every node whose word
its scope holds, whatever the verb. Real firms are public descriptions in our own words, each with its address
(`data/placed_firms.csv`), never used to fit weights. Firms are placed one by one, so a register without the
firms of a node is placed like the whole one without their rows; a test holds that.
"""

import csv
import os
import random
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from math import sqrt
from pathlib import Path

from machine import facts as machine
from place_rows import Row, made_rows

from bulian.chain.catalogue import shipped_chains
from bulian.chain.naming import one_form
from bulian.chain.placing import FirmRow, Spotted, place
from bulian.chain.presence import node_states
from bulian.chain.retrieve import Index, index_of
from bulian.model.chain import Placement, Searched

ROWS, SEED = 500, 20261126
REGISTER, TRIALS = 5_000, 100
MANY, WORKERS, PART = 100_000, 2, 5_000
REAL = Path(__file__).parent / "data" / "placed_firms.csv"
NOW = "2026-06-30"
Key = tuple[str, str]
Answer = list[frozenset[Key]]


def firm_row(row: Row) -> FirmRow:
    """The row as a register gives it."""
    return FirmRow(row.firm, row.scope, code=row.code)


def told(index: Index, rows: Iterable[Row]) -> list[tuple[Spotted, ...]]:
    """What is found of every row."""
    return [spotted for _, spotted in place(index, map(firm_row, rows))]


def sure(found: Sequence[tuple[Spotted, ...]]) -> Answer:
    """The nodes on which firms are placed."""
    return [frozenset((one.chain, one.node) for one in each if one.sure) for each in found]


def by_code(index: Index, rows: Sequence[Row]) -> Answer:
    """Rival: every node of the firm's class."""
    spots = index.spots
    return [
        frozenset((spots[at].chain, spots[at].node) for at in index.of_class.get(row.code, ()))
        for row in rows
    ]


def by_word(index: Index, rows: Sequence[Row]) -> Answer:
    """Rival: every node whose word stands in the scope."""
    spots = index.spots
    return [
        frozenset((spots[at].chain, spots[at].node) for at in index.met(one_form(row.scope))) for row in rows
    ]


def scores(answer: Answer, truth: Answer) -> tuple[float, float, float]:
    """Precision, recall and F1 over pairs of firm and node."""
    right = sum(len(said & true) for said, true in zip(answer, truth, strict=True))
    said, true = sum(map(len, answer)), sum(map(len, truth))
    precision, recall = right / max(said, 1), right / max(true, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def at_coverage(found: Sequence[tuple[Spotted, ...]], truth: Answer, share: float) -> float:
    """Precision of the surest pairs, as many as this share of all true ones."""
    pairs = [
        (one.probability, (one.chain, one.node) in true)
        for each, true in zip(found, truth, strict=True)
        for one in each
    ]
    kept = sorted(pairs, key=lambda pair: -pair[0])[: round(share * sum(map(len, truth)))]
    return sum(right for _, right in kept) / max(len(kept), 1)


def calibration(found: Sequence[tuple[Spotted, ...]], truth: Answer) -> float:
    """Expected calibration error over ten equal bins of what is shown."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for each, true in zip(found, truth, strict=True):
        for one in each:
            pair = (one.probability, (one.chain, one.node) in true)
            bins.setdefault(min(int(one.probability * 10), 9), []).append(pair)
    count = sum(map(len, bins.values()))
    gaps = (abs(sum(p for p, _ in each) - sum(right for _, right in each)) for each in bins.values())
    return sum(gaps) / max(count, 1)


def wilson(right: int, count: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927)."""
    z, share = 1.96, right / max(count, 1)
    middle, half = share + z * z / (2 * count), z * sqrt(share * (1 - share) / count + z * z / (4 * count**2))
    return (middle - half) / (1 + z * z / count), (middle + half) / (1 + z * z / count)


def on_made_rows(index: Index) -> None:
    """F1, precision at 80 % coverage, calibration; rivals beside it."""
    rows = made_rows(ROWS, SEED)
    truth = [row.nodes for row in rows]
    found = told(index, rows)
    print(f"made rows: {ROWS} firms, {sum(map(len, truth))} pairs of firm and node")
    ways: tuple[tuple[str, Callable[[], Answer]], ...] = (
        ("bulian", lambda: sure(found)),
        ("class of the code", lambda: by_code(index, rows)),
        ("word in the scope", lambda: by_word(index, rows)),
    )
    for name, way in ways:
        precision, recall, f1 = scores(way(), truth)
        print(f"  {name:18} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")
    high, error = at_coverage(found, truth, 0.8), calibration(found, truth)
    print(f"  precision at 80 % coverage {high:.3f} (bar 0.95, F1 bar 0.85), calibration error {error:.3f}")


def on_real_firms(index: Index) -> None:
    """Public descriptions in our own words; a firm may be on more nodes than its description says.

    Words were added to the catalogue with the odd rows in sight, not the even ones; one hand wrote both.
    """
    with REAL.open(encoding="utf-8", newline="") as lines:
        table = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    rows = [
        Row(one["firm"], one["does"], "", frozenset(_keys(one["nodes"]))) for one in table
    ]  # fmt: skip
    answer, truth = sure(told(index, rows)), [row.nodes for row in rows]
    none = sum(not true for true in truth)
    print(f"real firms: {len(rows)} (bar: 100), {none} of them on no node; 95 % intervals in brackets")
    print(_told_of("all rows", answer, truth))
    print(_told_of("odd rows, seen", answer[::2], truth[::2]))
    print(_told_of("even rows, held out", answer[1::2], truth[1::2]))


def _told_of(name: str, answer: Answer, truth: Answer) -> str:
    right = sum(len(said & true) for said, true in zip(answer, truth, strict=True))
    precision, recall, f1 = scores(answer, truth)
    low_p, high_p = wilson(right, sum(map(len, answer)))
    low_r, high_r = wilson(right, sum(map(len, truth)))
    return (
        f"  {name:20} {sum(map(len, truth)):3} pairs  "
        f"precision {precision:.3f} ({low_p:.3f} to {high_p:.3f})  "
        f"recall {recall:.3f} ({low_r:.3f} to {high_r:.3f})  F1 {f1:.3f}"
    )


def _keys(text: str) -> list[Key]:
    pairs = (one.split("/") for one in text.split())
    return [(chain, node) for chain, node in pairs]


def hidden_nodes(index: Index) -> None:
    """Without every firm of a node, is it said to be missing; and how often is one missing that is there?"""
    rows = made_rows(REGISTER, SEED + 1)
    found = told(index, rows)
    chance = random.Random(SEED)
    chains = {chain.id: chain for chain in shipped_chains()}
    there = sorted({key for row in rows for key in row.nodes})
    recalled = alarms = present = 0
    for _ in range(TRIALS):
        hidden = chance.choice(there)
        left = [(row, each) for row, each in zip(rows, found, strict=True) if hidden not in row.nodes]
        placements = [
            Placement(one.firm, one.node, one.probability, "register")
            for _, each in left
            for one in each
            if one.chain == hidden[0]
        ]
        states = node_states(chains[hidden[0]], placements, (), [Searched("名录", NOW)], NOW)
        recalled += states[hidden[1]].status == "missing"
        still = {key for row, _ in left for key in row.nodes if key[0] == hidden[0]}
        present += len(still)
        alarms += sum(states[node].status == "missing" for _, node in still)
    print(f"hidden nodes: a register of {REGISTER:,}, {TRIALS} times all firms of one node taken out")
    print(
        f"  said to be missing {recalled / TRIALS:.2f} (bar 0.98); "
        f"false alarms {alarms / present:.4f} (bar 0.05)"
    )


def _part(at: int) -> int:
    index = index_of(shipped_chains())
    rows = map(firm_row, made_rows(PART, at))
    return sum(one.sure for _, spotted in place(index, rows) for one in spotted)


def speed() -> None:
    """100,000 firms on all chains, two processes; drawing the rows is counted too."""
    began, worked = time.perf_counter(), os.times().children_user
    with ProcessPoolExecutor(WORKERS) as pool:
        count = sum(pool.map(_part, range(1_000, 1_000 + MANY // PART)))
    took = time.perf_counter() - began
    print(
        f"speed: {MANY:,} firms on {len(shipped_chains())} chains, "
        f"{WORKERS} processes: {took:.1f} s (bar 100 s)"
    )
    cpu = os.times().children_user - worked
    print(f"  {cpu:.1f} s of processor time, {cpu / WORKERS:.1f} s each where nothing else runs")
    print(f"  {count:,} placements; drawing the rows and building the index are counted")


def main() -> None:
    """Print everything."""
    print(machine())
    index = index_of(shipped_chains())
    on_made_rows(index)
    on_real_firms(index)
    hidden_nodes(index)
    speed()


if __name__ == "__main__":
    main()
