"""How well and how fast prose is read: seed scores with counts, unexplained numbers, characters a second.

    python bench/reader.py

Reads the reference data named by BULIAN_DATA, else ../shared/data beside the project. Reports are kept apart:
those the rules were developed on, and those they were not.
"""

import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bulian.extract import read, read_prose
from bulian.model.document import Document
from bulian.model.fact import Observation, fact_row

DATA = Path(os.environ.get("BULIAN_DATA") or Path(__file__).parents[2] / "shared" / "data").resolve()
SEEDS = (("seed0", "000_c0a7660904309b76.txt"), ("seed3", "003_bab4f8e620e8fad7.txt"))
HELD_OUT = frozenset({"内蒙古自治区", "河南省", "湖北省", "青海省", "贵州省", "天津市"})
_RUN = re.compile(r"[0-9０-９]+(?:[.,][0-9０-９]+)*")


def document(path: Path) -> Document:
    raw = path.read_bytes()
    return Document(doc=hashlib.sha256(raw).hexdigest(), name=path.name, text=raw.decode("utf-8"))


def seeds() -> None:
    """The scores of the two founding reports, as the scorer prints them."""
    scorer = DATA.parent / "tools" / "score.py"
    with tempfile.TemporaryDirectory() as folder:
        for name, file in SEEDS:
            facts = read(document(DATA.parent / "seeds" / file)).facts
            lines = [json.dumps(fact_row(fact, name), ensure_ascii=False) for fact in facts]
            (Path(folder) / f"{name}.jsonl").write_text("\n".join(lines), encoding="utf-8")
        command = [sys.executable, str(scorer), str(DATA.parent / "gold"), folder]
        print(subprocess.run(command, capture_output=True, check=True, text=True).stdout)


def reports() -> None:
    """Observations and unexplained runs of digits of each work report."""
    print(f"{'report':10s} {'facts':>6s} {'runs':>6s} {'unexplained':>12s}")
    for held in (False, True):
        total = open_ = 0
        for path in sorted((DATA / "reports_2026").glob("*.txt")):
            if (path.stem in HELD_OUT) != held:
                continue
            read_ = document(path)
            prose = read_prose(read_)
            runs = len(_RUN.findall(read_.text))
            facts = sum(isinstance(fact, Observation) for fact in prose.facts)
            left = len(prose.unexplained)
            print(f"{path.stem:10s} {facts:6d} {runs:6d} {left:6d} {left / runs:6.1%}")
            total, open_ = total + runs, open_ + left
        kind = "held out" if held else "developed on"
        print(f"{kind}: {open_} of {total} unexplained, {open_ / max(1, total):.2%}\n")


def speed() -> None:
    """Characters a second on one core, the whole stage; the time of a document of about 4,000 characters.

    Processor time, the least of several readings: others use the machine too.
    """
    documents = [document(path) for path in sorted((DATA / "reports_2026").glob("*.txt"))]
    small = document(DATA.parent / "seeds" / SEEDS[0][1])
    taken = sum(_least(each, 3) for each in documents)
    characters = sum(len(each.text) for each in documents)
    print(f"{characters:,} characters in {taken:.2f} s: {characters / taken:,.0f} a second on one core")
    print(f"a document of {len(small.text):,} characters: {1000 * _least(small, 20):.1f} ms")


def _least(text: Document, runs: int) -> float:
    times = []
    for _ in range(runs):
        began = time.process_time()
        read(text)
        times.append(time.process_time() - began)
    return min(times)


if __name__ == "__main__":
    seeds()
    reports()
    speed()
