"""Run every bench and keep what it prints in docs/benchmarks.md, with the day and the claim it stands for.

    .venv/bin/python bench/record.py 2026-01-31 [NAME …]

Naming benches runs those alone and keeps the rest of the page as it is.
"""

import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
PAGE = HERE.parent / "docs" / "benchmarks.md"
HEAD = """# Benchmarks

Every figure below was printed by the command above it; what falls short is kept like what does not. Wall
times were taken on a shared machine: read them as ratios. `python bench/record.py DAY` prints the page anew.
"""
CLAIMS = {
    "start.py": "`bulian --help` answers in less than 0.2 s.",
    "one.py": "A report of 4,000 characters is read and stored in 0.1 s, the example built in 10 s.",
    "build.py": "2,000 documents build within 60 s and 400 MB, all processes together; again within 2 s.",
    "reader.py": "Seeds: value F1 at least 0.90, later 0.98. Work reports: 2 % of digits unexplained.",
    "dense.py": "Any text at all within 100 ms per 10,000 characters, at any length.",
    "roundtrip.py": "Script round trip: the same facts from a text and from its Traditional conversion.",
    "relations.py": "Relations: precision at least 0.85, F1 at least 0.70. Events: F1 at least 0.80.",
    "tables.py": "Of a table's cells at least 70 % are wholly right; a plain reader gets 30 % of real ones.",
    "conformance.py": "Other people's cases: numbers and percentages 97 %, currencies 90 % in scope.",
    "readers.py": "Readers of files, each on files made for it.",
    "odds.py": "80 % intervals cover 77 to 83 %; the Brier score is at most 0.9 of the best rival's.",
    "chain.py": "Removal is exact on 1,000 graphs; 1,000 nodes and 5,000 firms are analysed within 1 s.",
    "pages.py": "A page within 100 ms, a search within 50 ms, the whole site as files within 60 s.",
    "pages_big.py": "The same of a made-up district with 300,000 facts and 20,000 firms.",
    "place.py": "Firms on nodes: F1 0.85, precision 0.95 at 80 % coverage; 100,000 within 100 s.",
    "prospects.py": "200,000 outside firms: indexed within 2 min and 2 GB, a question answered within 3 s.",
    "match.py": "Money: 200 cases by hand, 1,000 by brute force; 50 × 50 in 1 s; 40 % above a portal.",
    "contradictions.py": "500 planted errors: precision 0.98, recall 0.95; 3 alarms a real report.",
    "table_totals.py": "Errors planted in tables with totals: precision 0.98, recall 0.95.",
    "ledger.py 200000": "Storing and asking, beside plain inserts.",
    "backtest.py": "Entry within five years: +0.02 AUC and +10 % AP over the best known on Australia.",
    "papers.py": "A Word report of the example is written in less than 5 s.",
    "measures.py": "At most 2.5 × bare NumPy; 8 and 40 × ecomplexity; extractions 1.5 × one inverse.",
    "entities.py": "Two names, one firm: F1 at least 0.97 on each set of pairs, false merges at most 0.1 %.",
    "entities_scale.py": "100,000 names against a register of 1,000,000 within 60 s and 2 GB on two cores.",
    "as_of.py": "As-of and known-on queries: equal to a naive replay, within 10 ms each at a million facts.",
    "rivals.py": "Speed beside the two best-known rivals, each in its own environment.",
}


def section(bench: str, day: str) -> str:
    """One bench: its claim, its command, its day, what it printed."""
    print(f"{bench} …", file=sys.stderr)
    command = [sys.executable, *bench.split()]
    run = subprocess.run(command, cwd=HERE, capture_output=True, text=True, check=False)
    said = run.stdout if run.returncode == 0 else f"{run.stdout}{run.stderr}\n(ended with {run.returncode})"
    name = bench.split(".")[0]
    return (
        f"## {name}\n\n{CLAIMS[bench]}\n\n`python bench/{bench}`, {day}:\n\n```text\n{said.rstrip()}\n```\n"
    )


def main() -> None:
    """Write the page."""
    day, *names = sys.argv[1:]
    kept = {}
    if PAGE.exists():
        for part in re.split(r"^(?=## )", PAGE.read_text("utf-8"), flags=re.MULTILINE)[1:]:
            kept[part[3:].splitlines()[0]] = part.rstrip() + "\n"
    parts = []
    for bench in CLAIMS:
        name = bench.split(".")[0]
        if not names or name in names:
            kept[name] = section(bench, day)
        if name in kept:
            parts.append(kept[name])
    PAGE.write_text("\n".join([HEAD, *parts]), "utf-8")


if __name__ == "__main__":
    main()
