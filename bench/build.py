"""Building a workspace of 2,000 documents, and building it again with nothing changed.

    .venv/bin/python bench/build.py [DOCUMENTS]

The documents are drawn with a fixed seed from the sentences of the 20 provincial work reports, or, without
the reference data, from the example district's; about 3,000 characters each. Memory is the sum over all
processes of the build (proportional set size: shared pages count once), sampled every 50 ms.
"""

import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from machine import facts

HERE = Path(__file__).parents[1]
DATA = Path(os.environ.get("BULIAN_DATA") or HERE.parent / "shared" / "data")
BULIAN = str(Path(sys.executable).with_name("bulian"))
CHARACTERS = 3_000


def sentences() -> list[str]:
    """What the documents are made of."""
    folder = DATA / "reports_2026"
    if not folder.is_dir():
        folder = HERE / "examples" / "dadukou" / "sources"
        print(f"without the provincial reports ({DATA} is not there): from the example's texts")
    texts = [path.read_text("utf-8", errors="ignore") for path in sorted(folder.glob("*.txt"))]
    return [line + "。" for text in texts for line in text.replace("\n", "").split("。") if line]


def write_documents(folder: Path, count: int) -> None:
    """`count` texts of about 3,000 characters, each with a title that dates it."""
    pool, chance = sentences(), random.Random(20260101)
    for number in range(count):
        lines = [f"某区经济运行简报第{number}期", "2025年12月31日"]
        while sum(map(len, lines)) < CHARACTERS:
            lines.append("".join(chance.choices(pool, k=4)))
        (folder / f"简报{number:04d}.txt").write_text("\n".join(lines), "utf-8")


def run(command: list[str]) -> tuple[float, float, str]:
    """Wall seconds, peak megabytes over all processes of its session, and what it printed."""
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True) as process:
        peak = 0.0
        while process.poll() is None:
            peak = max(peak, megabytes(process.pid))
            time.sleep(0.05)
        said = process.stdout.read() if process.stdout else ""
    if process.returncode:
        sys.exit(f"{command} ended with {process.returncode}")
    return time.perf_counter() - began, peak, said


def megabytes(session: int) -> float:
    """The memory of every process in a session now."""
    total = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            if int(stat.read_text().rpartition(")")[2].split()[3]) == session:
                rollup = stat.with_name("smaps_rollup").read_text()
                total += sum(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
        except (OSError, ValueError, IndexError):
            continue  # the process ended while we looked
    return total / 1024


def main() -> None:
    """Print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    print(facts())
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "区")
        subprocess.run(
            [BULIAN, "init", str(place), "--region", "500104"], check=True, stdout=subprocess.DEVNULL
        )
        write_documents(place / "sources", count)
        print(f"{'step':44s} {'seconds':>8s} {'peak MB':>8s}")
        for step in (f"build {count} documents of {CHARACTERS:,} characters", "build again, nothing changed"):
            took, peak, _ = run([BULIAN, "build", str(place)])
            print(f"{step:44s} {took:8.1f} {peak:8.0f}")


if __name__ == "__main__":
    main()
