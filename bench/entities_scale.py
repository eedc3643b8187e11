"""Link 100,000 names to a register of 1,000,000: time, memory, and how many links are right.

    .venv/bin/python bench/entities_scale.py [NAMES] [REGISTER]

Register and names are made up (entity_pairs.py): the names are full names of the register written in nine
other ways, and one in ten stands for a firm that is not in it. Bounds: 60 s and 2 GB, all processes together,
on two cores. Beside it Splink, with DuckDB, blocked by four characters at two places and compared by
Jaro-Winkler as its tutorial does, and RapidFuzz, whose best match is sought for 40 names and reckoned up
(the seconds; its other columns are of the 40); each in an environment of its own, left out where it does not
install.
"""

import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from entity_pairs import DATA, OTHER, SAME, SEED, Known, parts, register
from machine import facts
from rivals import environment

WAYS = [way for way in SAME if way[0] != "abbreviated"]
STRANGERS = [
    way for way in OTHER if way[0] in ("other trade and place", "other place", "brand one character off")
]
OURS = """
import json, sys, time
from bulian.resolve.linking import link
def main():
    given = json.load(open(sys.argv[1], encoding="utf-8"))
    began = time.perf_counter()
    found = link(given["names"], given["register"], workers=2)
    took = time.perf_counter() - began
    rows = [one.row if one.decision == "merge" else None for one in found.links]
    asked = sum(one.decision == "review" for one in found.links)
    skipped = sorted(found.skipped.items(), key=lambda item: -item[1])
    print(json.dumps({"seconds": took, "rows": rows, "asked": asked, "skipped": skipped}))
if __name__ == "__main__":
    main()
"""
SPLINK = """
import json, sys, time
import pandas as pd
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on
given = json.load(open(sys.argv[1], encoding="utf-8"))
def table(names):
    return pd.DataFrame({"unique_id": range(len(names)), "name": names, "head": [n[:4] for n in names],
                         "middle": [n[2:6] for n in names], "tail": [n[-6:] for n in names]})
began = time.perf_counter()
settings = SettingsCreator(link_type="link_only",
    blocking_rules_to_generate_predictions=[block_on("head"), block_on("middle")],
    probability_two_random_records_match=1 / len(given["register"]),
    comparisons=[cl.JaroWinklerAtThresholds("name", [0.95, 0.88]), cl.ExactMatch("tail")])
linker = Linker([table(given["names"]), table(given["register"])], settings, DuckDBAPI(),
                input_table_aliases=["asked", "register"])
linker.training.estimate_u_using_random_sampling(max_pairs=1e6)
linker.training.estimate_parameters_using_expectation_maximisation(block_on("head"))
found = linker.inference.predict(threshold_match_probability=0.5).as_pandas_dataframe()
asks_left = found["source_dataset_l"] == "asked"
ids = found["unique_id_l"].where(asks_left, found["unique_id_r"])
found["unique_id_r"] = found["unique_id_r"].where(asks_left, found["unique_id_l"])
found["unique_id_q"] = ids
best = found.sort_values("match_weight", ascending=False).drop_duplicates("unique_id_q")
rows = [None] * len(given["names"])
for one, other in zip(best["unique_id_q"], best["unique_id_r"]):
    rows[int(one)] = int(other)
print(json.dumps({"seconds": time.perf_counter() - began, "rows": rows, "asked": 0, "skipped": []}))
"""
RAPIDFUZZ = """
import json, sys, time
from rapidfuzz import fuzz, process
given = json.load(open(sys.argv[1], encoding="utf-8"))
some = given["names"][:40]
began = time.perf_counter()
best = [process.extractOne(name, given["register"], scorer=fuzz.ratio) for name in some]
took = (time.perf_counter() - began) * len(given["names"]) / len(some)
print(json.dumps({"seconds": took, "rows": [one[2] for one in best], "asked": 0, "skipped": []}))
"""
TOOLS = {
    "bulian, 2 processes": (None, (), OURS),
    "Splink 4 with DuckDB": ("splink", ("splink>=4,<5", "pandas<3"), SPLINK),
    "RapidFuzz, reckoned from 40": ("rapidfuzz", ("rapidfuzz",), RAPIDFUZZ),
}


def main() -> None:
    """Print one row a tool."""
    asked = [int(given) for given in sys.argv[1:3]]
    count, size = (asked + [100_000, 1_000_000][len(asked) :])[:2]
    if not (DATA / "firms").is_dir():
        sys.exit(f"The reference data is not here: {DATA}. Set BULIAN_DATA to the folder that holds firms/.")
    print(facts())
    names, truth, known = made(count, size)
    print(f"{count:,} names against {size:,}; one in ten is of no firm there")
    heads = ("seconds", "CPU s", "MB", "linked", "right", "wrong", "asked")
    print("".join([f"{'tool':30s}", *(f"{head:>9s}" for head in heads)]))
    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder, "given.json")
        given.write_text(json.dumps({"names": names, "register": known}, ensure_ascii=False), "utf-8")
        for name, (place, packages, script) in TOOLS.items():
            python = environment(place, packages) if place else Path(sys.executable)
            said = run(python, script, given) if python else "it does not install here"
            print(f"{name:30s} left out: {said}" if isinstance(said, str) else told(name, said, truth))


def made(count: int, size: int) -> tuple[list[str], list[int | None], list[str]]:
    """Names, the row of the register that each stands for (None for a stranger), and the register."""
    rng, of = random.Random(SEED), parts()
    firms = register(size, rng, of)
    known = Known(firms, of)
    rows = {firm.name: row for row, firm in enumerate(firms)}
    names: list[str] = []
    truth: list[int | None] = []
    while len(names) < count:
        firm = rng.choice(firms)
        _, same, make = rng.choice(STRANGERS if rng.random() < 0.1 else WAYS)
        other = make(firm, rng, known)
        if other and other not in rows:
            names.append(other)
            truth.append(rows[firm.name] if same else None)
    return names, truth, [firm.name for firm in firms]


def run(python: Path, script: str, given: Path) -> dict[str, object] | str:
    """What a tool found, with its peak memory over all its processes, sampled; or its complaint."""
    file = given.with_name("tool.py")
    file.write_text(script, "utf-8")
    with given.with_name("said").open("w+") as out, given.with_name("wrong").open("w+") as wrong:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        process = subprocess.Popen([str(python), str(file), str(given)], stdout=out, stderr=wrong)
        peak = 0
        while process.poll() is None:
            peak = max(peak, memory(process.pid))
            time.sleep(0.2)
        out.seek(0)
        wrong.seek(0)
        if process.returncode:
            return (wrong.read().strip().splitlines() or ["no word of why"])[-1]
        said: dict[str, object] = json.loads(out.read().splitlines()[-1])
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return said | {"MB": peak / 2**20, "CPU": used}


def memory(root: int) -> int:
    """Bytes that a process and its children hold, shared pages counted once (PSS)."""
    total, waiting = 0, [root]
    while waiting:
        pid = waiting.pop()
        try:
            waiting += map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split())
            rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
            total += int(rollup.partition("\nPss:")[2].split()[0]) * 1024
        except (OSError, IndexError):
            continue
    return total


def told(name: str, said: dict[str, object], truth: list[int | None]) -> str:
    """A row: links made, right and wrong ones as shares of the names that were tried."""
    rows = said["rows"]
    assert isinstance(rows, list)
    tried = truth[: len(rows)]
    linked = sum(row is not None for row in rows)
    right = sum(row is not None and row == true for row, true in zip(rows, tried, strict=True))
    there = sum(true is not None for true in tried)
    line = f"{name:30s}{said['seconds']:9.1f}{said['CPU']:9.0f}{said['MB']:9.0f}{linked:9,d}"
    line += f"{right / there:9.1%}{(linked - right) / len(rows):9.2%}{said['asked']:9,d}"
    skipped = said["skipped"]
    assert isinstance(skipped, list)
    if skipped:
        some = ", ".join(f"{key} ({size:,})" for key, size in skipped[:5])
        line += f"\n  blocks too great to compare: {len(skipped):,}, the greatest {some}"
    return line


if __name__ == "__main__":
    main()
