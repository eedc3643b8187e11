"""One more report, once warm: read, stored and found again; and the example district from nothing.

    .venv/bin/python bench/one.py

The report is 4,000 characters of the example's own text. Bounds: 0.1 s a report, 10 s the example.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from machine import facts

import bulian

HERE = Path(__file__).parents[1]
NOW = "2026-01-31T09:00:00+08:00"
CHARACTERS = 4_000
RUNS = 9


def text() -> str:
    """The example's longest report, again and again up to 4,000 characters."""
    report = (HERE / "examples" / "content" / "report_2021.txt").read_text("utf-8")
    return (report * (CHARACTERS // len(report) + 1))[:CHARACTERS]


def one_more() -> float:
    """The median time of a build that finds one new report, over `RUNS` after one that warms up."""
    with tempfile.TemporaryDirectory() as folder:
        place = bulian.init(Path(folder, "区"), region="500104")
        times = []
        for number in range(RUNS + 1):
            (place.sources / f"报告{number}.txt").write_text(f"第{number}号\n{text()}", "utf-8")
            began = time.perf_counter()
            built = bulian.build(place, now=NOW)
            times.append(time.perf_counter() - began)
            if built.read != (f"报告{number}.txt",):
                sys.exit("the new report was not read")
        return statistics.median(times[1:])


def example() -> float:
    """`bulian demo` into a new folder, as a whole process."""
    command = Path(sys.executable).with_name("bulian")
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        subprocess.run([command, "demo", "--into", Path(folder, "d")], check=True, stdout=subprocess.DEVNULL)
        return time.perf_counter() - began


def main() -> None:
    """Print one row each."""
    print(facts())
    print(f"{'what':52s} {'seconds':>8s} {'bound':>6s}")
    print(f"{f'one report of {CHARACTERS:,} characters read and stored':52s} {one_more():8.3f} {0.1:6.1f}")
    print(f"{'the example district, its ledger and three reports':52s} {example():8.1f} {10.0:6.1f}")


if __name__ == "__main__":
    main()
