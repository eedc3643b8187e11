"""Texts denser than any that people write: milliseconds of processor time per 10,000 characters.

    python bench/dense.py

The texts are those of tests/extract/dense.py, at 10,000 and at 40,000 characters: what grows faster than its
text takes more at the greater length. The last column counts what is found in 10,000 characters.
"""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from machine import facts
from tests.extract.dense import KINDS

from bulian.extract import read
from bulian.model.document import Document

LENGTHS = (10_000, 40_000)
BOUND = 100
RUNS = 3


def taken(text: str) -> float:
    """The least time of `RUNS` readings, in milliseconds per 10,000 characters."""
    document = Document(doc="0" * 64, name="dense.txt", text=text)
    times = []
    for _ in range(RUNS):
        began = time.process_time()
        read(document)
        times.append(time.process_time() - began)
    return min(times) * 1000 / len(text) * 10_000


def main() -> None:
    """Print one row a kind, the slowest first, then how many keep the bound."""
    print(facts())
    print(f"{'kind':26s}" + "".join(f"{length:>10,}" for length in LENGTHS) + f"{'facts':>8s}")
    times = {kind: [taken(make(length)) for length in LENGTHS] for kind, make in KINDS.items()}
    for kind in sorted(times, key=lambda kind: -max(times[kind])):
        text = KINDS[kind](LENGTHS[0])
        found = len(read(Document(doc="0" * 64, name="dense.txt", text=text)).facts)
        print(f"{kind:26s}" + "".join(f"{one:10.0f}" for one in times[kind]) + f"{found:8d}")
    kept = sum(max(each) <= BOUND for each in times.values())
    print(f"{kept} of {len(times)} kinds within {BOUND} ms per 10,000 characters")


if __name__ == "__main__":
    main()
