"""Complexity and input–output beside a bare bound and a rival, each in a process of its own.

    .venv/bin/python bench/measures.py [NAME …]       names: A B wide extraction small; none is all

Panels come from a seeded nested generator (able regions have also what is scarce), about 15 % present, as
long tables with text keys: A = 250 regions × 1,000 activities × 10 years, B = 250 × 5,000 × 1. The job is
pivot, RCA, ECI and PCI, proximity, density, COI and COG of every cell, labels put back. The bound does that
arithmetic on arrays at hand, without a table, labels or checks; its eigenproblem is SciPy's, all of it, whose
threads contend with NumPy's, so that ours, which seeks one vector, may come out below it. With
OPENBLAS_NUM_THREADS=1 neither contends, and the ratio is the stricter one. The rival, ecomplexity 0.5.3,
does the job on the same table; after ten minutes it is stopped, and counts as at least as slow as that.
Input–output tables are random with column sums of 0.6; the bound is one inverse. All of it takes about four
minutes.
"""

import json
import statistics
import subprocess
import sys
import time
from typing import Any

import numpy as np
from machine import facts
from rivals import environment

PACKAGES = ("ecomplexity==0.5.3", "pyarrow")
SIZES = {"A": (250, 1_000, 10), "B": (250, 5_000, 1), "wide": (2_800, 1_400, 1)}
GOALS = {"A": (2.5, 8, 600), "B": (2.5, 40, 700)}
"""At most so many times the bound, at least so many times faster than the rival, at most so many MB."""

SECONDS, RUNS, PATIENCE = 10, 3, 600
"""Bar of the wide panel; how often each is timed; how long the rival is waited for, in seconds."""

GENERATE = """
import resource, sys, time
import numpy as np
import pandas as pd

def arrays(regions, activities, years, seed=7):
    chance = np.random.default_rng(seed)
    able, scarce = chance.beta(2, 3, regions)[:, None], chance.beta(2, 2, activities)
    for year in range(years):
        odds = 1 / (1 + np.exp(-9 * (able - scarce) - chance.normal(0, 0.7, (regions, activities))))
        held = odds > np.quantile(odds, 0.85)
        held |= (odds == odds.max(0)) | (odds == odds.max(1, keepdims=True))  # nobody and nothing is left out
        yield np.where(held, chance.lognormal(2, 1, held.shape), 0.0)

def table(regions, activities, years):
    parts = []
    for year, values in enumerate(arrays(regions, activities, years)):
        r, a = np.nonzero(values)
        parts.append((np.full(len(r), 2010 + year), r, a, values[r, a]))
    year, r, a, value = (np.concatenate(column) for column in zip(*parts))
    region, activity = (np.array([f"{n:05d}-name" for n in range(count)]) for count in (regions, activities))
    return pd.DataFrame({"year": year, "region": region[r], "activity": activity[a], "value": value})

def told(seconds, extra=""):
    # The high-water mark of this process's own memory: a child begins with its parent's in getrusage.
    peak = int(open("/proc/self/status").read().partition("VmHWM:")[2].split()[0]) / 1024
    print(json.dumps({"seconds": seconds, "peak": peak, "extra": extra}))

import json
size = json.loads(sys.argv[1])
"""
OURS = """
from bulian.measure.labelled import Names, complexity
frame = table(*size)
began = time.perf_counter()
found = complexity(frame, Names(year="year"), convention="atlas")
for year in range(size[2]):
    phi = found.proximity(year)
told(time.perf_counter() - began, f"{len(found.cells):,} rows labelled")
"""
BOUND = """
from scipy.linalg import eigh
panels = list(arrays(*size))
began = time.perf_counter()
for x in panels:
    rca = (x / x.sum(1, keepdims=True)) / (x.sum(0) / x.sum())
    m = (rca >= 1).astype(np.float64)
    m = m[:, m.any(0)]
    d, u = m.sum(1), m.sum(0)
    s = m / np.sqrt(d)[:, None] / np.sqrt(u)
    wide = len(s) <= s.shape[1]
    side = s @ s.T if wide else s.T @ s
    values, vectors = eigh(side, subset_by_index=(len(side) - 2, len(side) - 1))
    pci = (m.T @ (vectors[:, 0] / np.sqrt(d)) / u) if wide else vectors[:, 0] / np.sqrt(u)
    phi = m.T @ m
    phi /= np.maximum.outer(u, u)
    whole = phi.sum(0)
    density = m @ phi / whole
    coi = ((1 - m) * density) @ pci
    cog = (1 - m) * (((1 - m) * (pci / whole)) @ phi)
told(time.perf_counter() - began)
"""
RIVAL = """
import contextlib, io, warnings
warnings.simplefilter("ignore")
from ecomplexity import ecomplexity
frame = table(*size)
columns = {"time": "year", "loc": "region", "prod": "activity", "val": "value"}
began = time.perf_counter()
with contextlib.redirect_stdout(io.StringIO()):
    found = ecomplexity(frame, columns, check_logsupermodularity=False)
told(time.perf_counter() - began, f"{len(found):,} rows labelled")
"""


def main() -> None:
    """Print what was asked for."""
    asked = sys.argv[1:] or [*SIZES, "extraction", "small"]
    print(facts())
    for name in SIZES:
        if name in asked:
            panel(name)
    if "extraction" in asked:
        for count in (2_000, 5_000):
            extractions(count)
    if "small" in asked:
        again(153)


def panel(name: str) -> None:
    """One panel: the bound, ours, the rival where it is to be beaten, and the ratios."""
    size = SIZES[name]
    print(f"\n{name}: {size[0]:,} regions × {size[1]:,} activities × {size[2]} years")
    bound = best([sys.executable, BOUND], size)
    ours = best([sys.executable, OURS], size)
    for who, found in (("bare NumPy", bound), ("bulian, labelled", ours)):
        print(f"  {who:20s}{found['seconds']:10.2f} s {found['peak']:8.0f} MB  {found['extra']}", flush=True)
    ratio = ours["seconds"] / bound["seconds"]
    if name not in GOALS:
        print(f"  {ours['seconds']:.2f} s (at most {SECONDS}), {ratio:.2f} times the bound", flush=True)
        return
    most, least, memory = GOALS[name]
    print(f"  times the bound {ratio:.2f} (at most {most}); peak {ours['peak']:.0f} MB (at most {memory})")
    beside_rival(size, ours["seconds"], least)


def beside_rival(size: tuple[int, ...], ours: float, least: int) -> None:
    """How long ecomplexity takes for the same, once, as far as it is waited for."""
    python = environment("ecomplexity", PACKAGES)
    if python is None:
        print("  ecomplexity does not install here")
        return
    try:
        rival = once([str(python), RIVAL], size, PATIENCE)
    except subprocess.TimeoutExpired:
        print(f"  {'ecomplexity 0.5.3':20s} stopped after {PATIENCE} s", end=": ")
        print(f"at least {PATIENCE / ours:.0f} times faster (at least {least})", flush=True)
        return
    print(f"  {'ecomplexity 0.5.3':20s}{rival['seconds']:10.2f} s {rival['peak']:8.0f} MB  {rival['extra']}")
    print(f"  times faster {rival['seconds'] / ours:.0f} (at least {least})", flush=True)


def best(program: list[str], size: tuple[int, ...]) -> dict[str, Any]:
    """The fastest of three, each in a new process; the peak of memory is the highest of them."""
    told = [once(program, size) for _ in range(RUNS)]
    quickest = min(told, key=lambda one: one["seconds"])
    return quickest | {"peak": max(one["peak"] for one in told)}


def once(program: list[str], size: tuple[int, ...], patience: float | None = None) -> dict[str, Any]:
    """What a script tells of itself; `program` is an interpreter and the script."""
    python, script = program
    command = [python, "-c", GENERATE + script, json.dumps(size)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=patience)
    if done.returncode:
        sys.exit(done.stderr)
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def extractions(count: int) -> None:
    """Inverse, all extractions, multipliers and linkages of `count` sectors, beside one inverse."""
    from scipy.linalg import inv

    from bulian.measure.extraction import extraction
    from bulian.measure.leontief import leontief
    from bulian.measure.linkages import linkages
    from bulian.measure.output_multiplier import output_multiplier

    coefficients, output = economy(count)

    def ours() -> None:
        full = leontief(coefficients)
        extraction(full, output, 1.0)
        output_multiplier(full)
        linkages(full)

    runs = 3 if count <= 2_000 else 1
    bound = fastest(lambda: inv(np.eye(count) - coefficients), runs)
    taken = fastest(ours, runs)
    print(f"\nextraction of each of {count:,} sectors, multipliers, linkages")
    print(f"  one inverse {bound:.2f} s, ours with it {taken:.2f} s: {taken / bound:.2f} (at most 1.5)")


def again(count: int) -> None:
    """All extractions of a table whose inverse is at hand, as a page that is re-answered asks."""
    from bulian.measure.extraction import extraction
    from bulian.measure.leontief import leontief
    from bulian.measure.linkages import linkages

    coefficients, output = economy(count)
    full = leontief(coefficients)
    shares = np.linspace(0.05, 1, 20)[:, None]
    times = [fastest(lambda: (extraction(full, output, shares), linkages(full)), 1) for _ in range(101)]
    taken = statistics.median(times) * 1e3
    print(f"\n{count} sectors × 20 shares and linkages again: {taken:.2f} ms (less than 5)")


def economy(count: int) -> tuple[np.ndarray, np.ndarray]:
    """A random table whose sectors buy 0.6 of their output from one another."""
    chance = np.random.default_rng(7)
    coefficients = chance.random((count, count))
    coefficients *= 0.6 / coefficients.sum(axis=0)
    return coefficients, chance.uniform(1, 100, count)


def fastest(job: object, runs: int) -> float:
    times = []
    for _ in range(runs):
        began = time.perf_counter()
        job()  # type: ignore[operator]  # any call
        times.append(time.perf_counter() - began)
    return min(times)


if __name__ == "__main__":
    main()
