"""Are two names one firm? Three sets of pairs, each with its own score, beside plain string likeness.

    .venv/bin/python bench/entities.py

1. Made-up full names with a known truth (entity_pairs.py, one seed, written before the matcher): ten ways to
   write one firm, nine kinds of hard namesakes.
2. Listed firms: the exchange's short name against the full name of data/listed_names.csv, and against every
   other full name there. These were seen while the clues were made.
3. Every alias pair of the two founding reports, as annotated by hand, and of the 20 work reports, read where
   they lie in BULIAN_DATA; and every two different firms, clusters and places of the founding reports.

A pair counts as one where the program merges it by itself; what it leaves to a person counts as two, and is
told beside. Bounds: F1 at least 0.97, false merges at most 0.1 %. The plain rival is the ratio of difflib at
the threshold that suits it best on each set, which no one could know beforehand.
"""

import csv
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path

from entity_pairs import DATA, FIRMS, SEED, Pair, digest, pairs, parts, register
from machine import facts

import bulian
from bulian.resolve.folding import plain
from bulian.resolve.matching import match
from bulian.resolve.population import Population, population

HERE = Path(__file__).parent
SEEDS = {"seed0": "000_c0a7660904309b76.txt", "seed3": "003_bab4f8e620e8fad7.txt"}
NOW = "2026-01-31T09:00:00+08:00"
Decide = Callable[[Pair], str]


def main() -> None:
    """Print one row a set."""
    if not (DATA / "firms").is_dir():
        sys.exit(f"The reference data is not here: {DATA}. Set BULIAN_DATA to the folder that holds firms/.")
    print(facts())
    heads = f"{'P':>8s}{'R':>8s}{'F1':>8s}{'false':>12s}{'asked':>7s}{'plain F1':>10s}"
    print(f"{'set':34s}{'pairs':>8s}{'one':>6s}{heads}")
    made = pairs()
    told = score(f"made-up names ({digest(made)})", made, by_clues(made_up_register(), 1.0))
    fulls, shorts = listed()
    told += score(
        "listed firms, short and full", list(listed_pairs(fulls, shorts)), by_clues(shorts | fulls, 0.0)
    )
    told += alias_scores()
    print("\n".join(["", "Not merged though one, or merged though two:", *told]))


def made_up_register() -> set[str]:
    """The full names that the made-up pairs come from: what a register office knows."""
    import random

    return {firm.name for firm in register(FIRMS, random.Random(SEED), parts())}


def by_clues(names: set[str], unseen: float) -> Decide:
    """Decide by clues, among the firms of a complete register."""
    among: Population = population(sorted(names), unseen=unseen)
    return lambda pair: match(pair.one, pair.other, among).decision


def listed() -> tuple[set[str], set[str]]:
    """Full names, and the short names of all listed firms."""
    return {row["full_name"] for row in listed_rows()}, set(short_names().values())


def listed_rows() -> list[dict[str, str]]:
    lines = (HERE / "data" / "listed_names.csv").read_text("utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def short_names() -> dict[str, str]:
    with (DATA / "firms" / "a_share_codes.csv").open(encoding="utf-8") as file:
        return {row["stock_code"]: row["short_name_zh"] for row in csv.DictReader(file)}


def listed_pairs(fulls: set[str], shorts: set[str]) -> Iterator[Pair]:
    """Every short name against every full name."""
    known = short_names()
    for row in listed_rows():
        short = known.get(row["stock_code"]) or row["short_name"]
        for full in sorted(fulls):
            yield Pair(short, full, full == row["full_name"], "listed")


def score(name: str, several: list[Pair], decide: Decide) -> list[str]:
    """Print the row of a set; what went wrong, a line each, by kind."""
    decided = [(pair, decide(pair)) for pair in several]
    merged = Counter(pair.same for pair, said in decided if said == "merge")
    asked = sum(said == "review" for _, said in decided)
    same = sum(pair.same for pair in several)
    row(name, len(several), same, merged, asked, plain_f1(several))
    wrong = [(pair, said) for pair, said in decided if pair.same != (said == "merge")]
    kinds = Counter((pair.kind, pair.same, said) for pair, said in wrong)
    some = {(pair.kind, pair.same, said): pair for pair, said in wrong}
    return [
        f"  {count:4d}  {kind}: {'one' if one else 'two'}, {said}: {some[key].one} | {some[key].other}"
        for key, count in kinds.most_common()
        for kind, one, said in (key,)
    ]


def row(name: str, total: int, same: int, merged: Counter[bool], asked: int, plain_score: float) -> None:
    right, false = merged[True], merged[False]
    precision = right / (right + false) if right + false else float("nan")
    recall = right / same if same else float("nan")
    f1 = 2 * right / (right + false + same) if right + false + same else float("nan")
    wrong = f"{false}/{total - same}"
    print(
        f"{name:34s}{total:8,d}{same:6d}{precision:8.4f}{recall:8.4f}{f1:8.4f}{wrong:>12s}{asked:7d}{plain_score:10.4f}"
    )


def plain_f1(several: Iterable[Pair]) -> float:
    """F1 of difflib's ratio on folded names at its best threshold."""
    likeness = sorted(
        ((_ratio(plain(pair.one), plain(pair.other)), pair.same) for pair in several), reverse=True
    )
    same, right, best = sum(one for _, one in likeness), 0, 0.0
    for taken, (_, one) in enumerate(likeness, start=1):
        right += one
        best = max(best, 2 * right / (taken + same)) if taken + same else best
    return best


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def alias_scores() -> list[str]:
    """Names of the founding reports and of the work reports, as the whole way from files to entities has."""
    if not (DATA.parent / "gold").is_dir():
        print("alias pairs of the reports: left out, the founding reports are not here")
        return []
    told = []
    for name, several, files in (
        (
            "founding reports",
            list(founding_pairs()),
            [DATA.parent / "seeds" / file for file in SEEDS.values()],
        ),
        ("20 work reports", list(report_pairs()), sorted((DATA / "reports_2026").glob("*.txt"))),
    ):
        known = identities_of(files)
        told += score(f"alias pairs, {name}", several, known)
    return told


def identities_of(files: list[Path]) -> Decide:
    """Decide as a workspace does that holds these files."""
    with tempfile.TemporaryDirectory() as folder:
        place = bulian.init(Path(folder, "区"), region="500104")
        for file in files:
            (place.sources / file.name).write_bytes(file.read_bytes())
        bulian.build(place, now=NOW)
        known = bulian.identities(place)
    waiting = {frozenset((one.one, one.other)) for one in known.undecided}

    def decide(pair: Pair) -> str:
        if known.same(pair.one, pair.other):
            return "merge"
        return "review" if frozenset((plain(pair.one), plain(pair.other))) in waiting else "apart"

    return decide


def founding_pairs() -> Iterator[Pair]:
    """The alias pairs annotated by hand, less those marked optional; every two names annotated as two."""
    relations = [
        json.loads(line)
        for seed in SEEDS
        for line in (DATA.parent / "gold" / f"{seed}.relations.jsonl").read_text("utf-8").splitlines()
    ]
    stated = [one for one in relations if one["type"] == "same_as"]
    aliases = {(one["head"], one["tail"]) for one in stated if not one.get("optional")}
    yield from (Pair(alias, name, True, "alias") for alias, name in sorted(aliases))
    tied = {name for one in stated for name in (one["head"], one["tail"])}
    heads = {
        one["head"] for one in relations if one["type"] in ("leads", "produces", "member_of", "invests_in")
    }
    for one, other in combinations(sorted(heads - tied) + sorted({name for _, name in aliases}), 2):
        yield Pair(one, other, False, "two names")


def report_pairs() -> Iterator[Pair]:
    """The alias pairs of the work reports, found by reading them, in data/report_aliases.csv."""
    lines = (HERE / "data" / "report_aliases.csv").read_text("utf-8").splitlines()
    for found in csv.DictReader(line for line in lines if not line.startswith("#")):
        yield Pair(found["alias"], found["name"], found["same"] == "1", found["kind"])


if __name__ == "__main__":
    main()
