"""Relations and events of the two founding reports, scored, and the speed on the 20 provincial work reports.

    .venv/bin/python bench/relations.py [--show misses|spurious]

Prints precision, recall and F1 with the counts they rest on, so that a reader sees what one row is worth.
Needs the reference data named by BULIAN_DATA, else `../shared/data` beside the project.
"""

import argparse
import importlib.util
import json
import os
import sys
import time
from collections import Counter
from pathlib import Path
from types import ModuleType

from machine import facts

from bulian.extract.context import Context, read_context
from bulian.extract.events import find_events
from bulian.extract.fold import fold
from bulian.extract.periods import find_periods
from bulian.extract.relations import find_relations
from bulian.extract.segments import paragraphs
from bulian.extract.statements import find_statements
from bulian.model.fact import Fact, fact_row

HERE = Path(__file__).parents[1]
DATA = Path(os.environ.get("BULIAN_DATA") or HERE.parent / "shared" / "data").resolve()
SEEDS = (("seed0", "000_*.txt", "2021-12"), ("seed3", "003_*.txt", "2024-01-23"))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--show", choices=["misses", "spurious"])
    show = parser.parse_args().show
    if not (DATA.parent / "seeds").is_dir():
        sys.exit(f"{DATA.parent / 'seeds'} is not there; set BULIAN_DATA to the reference data")
    print(f"{facts()}\n")
    score(show)
    print()
    speed()


def score(show: str | None) -> None:
    scorer = load_scorer()
    total = {"relation": Counter[str](), "event": Counter[str]()}
    for name, pattern, date in SEEDS:
        (file,) = (DATA.parent / "seeds").glob(pattern)
        context = context_of(file.read_bytes().decode("utf-8"), date)
        found: list[Fact] = [*find_relations(context), *find_events(context)]
        rows = json.loads(json.dumps([fact_row(fact, name) for fact in found]))
        for kind, keys, same in (
            ("relation", ("head", "type", "tail"), scorer.same_relation),
            ("event", ("type", "date", "participants"), scorer.same_event),
        ):
            gold = scorer.rows(DATA.parent / "gold" / f"{name}.{kind}s.jsonl")
            mine = [row for row in rows if row["kind"] == kind]
            total[kind] += scorer.score_triples(gold, mine, keys, same, show, name, kind)
    print("kind       gold  found  spurious  precision  recall     F1")
    for kind, counts in total.items():
        hit, gold, wrong = counts["hit"], counts["gold"], counts["spurious"]
        precision, recall, f1 = scorer.prf(hit, gold, wrong)
        print(f"{kind:9s} {gold:5d}  {hit:5d}  {wrong:8d}  {precision:9.3f}  {recall:6.3f}  {f1:5.3f}")


def speed() -> None:
    """The best of three rounds over all reports, one core, everything the names and relations need."""
    texts = [file.read_text("utf-8") for file in sorted((DATA / "reports_2026").glob("*.txt"))]
    size = sum(map(len, texts))
    best: dict[str, float] = {}
    for _ in range(3):
        spent: dict[str, float] = {}
        for text in texts:
            for step, seconds in timed(text):
                spent[step] = spent.get(step, 0.0) + seconds
        best = {step: min(best.get(step, 9e9), seconds) for step, seconds in spent.items()}
    print(f"characters a second, {len(texts)} reports, {size:,} characters")
    for step, seconds in best.items():
        print(f"  {step:28s} {size / seconds:12,.0f}")
    print(f"  {'all of these':28s} {size / sum(best.values()):12,.0f}")


def timed(text: str) -> list[tuple[str, float]]:
    folded = fold(text)
    cut = paragraphs(folded), find_periods(folded, "2026-01")
    marks = [time.perf_counter()]
    context = read_context("d", text, folded=folded, date="2026-01", cut=cut)
    marks.append(time.perf_counter())
    for finder in (find_relations, find_events, find_statements):
        finder(context)
        marks.append(time.perf_counter())
    steps = ("names", "relations", "events", "statements")
    return [(step, b - a) for step, a, b in zip(steps, marks, marks[1:], strict=False)]


def context_of(text: str, date: str) -> Context:
    folded = fold(text)
    cut = paragraphs(folded), find_periods(folded, date)
    return read_context("d", text, folded=folded, date=date, cut=cut)


def load_scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", DATA.parent / "tools" / "score.py")
    if spec is None or spec.loader is None:
        sys.exit(f"the scorer is not beside {DATA}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
