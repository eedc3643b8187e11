"""How long the command takes to answer and the reader to import: whole processes beside a bare interpreter.

.venv/bin/python bench/start.py
"""

import statistics
import subprocess
import sys
import time
from pathlib import Path

from machine import facts

RUNS = 9
BULIAN = str(Path(sys.executable).with_name("bulian"))


def seconds(command: list[str]) -> float:
    """The median wall time of `command` over `RUNS` runs, after one that warms the cache."""
    times = []
    for _ in range(RUNS + 1):
        began = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - began)
    return statistics.median(times[1:])


def main() -> None:
    """Print one row a command."""
    print(facts())
    bare = seconds([sys.executable, "-c", "pass"])
    print(f"{'command':30s} {'seconds':>8s} {'× bare Python':>14s}")
    print(f"{'python -c pass':30s} {bare:8.3f} {1:14.1f}")
    for name, command in {
        "its --help (bound 0.2 s)": [BULIAN, "--help"],
        "python -c 'import bulian'": [sys.executable, "-c", "import bulian"],
        "import bulian.extract (0.3 s)": [sys.executable, "-c", "import bulian.extract"],
    }.items():
        took = seconds(command)
        print(f"{name:30s} {took:8.3f} {took / bare:14.1f}")


if __name__ == "__main__":
    main()
