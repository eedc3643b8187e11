"""Money matched: right in every case by hand, as good as all ways tried, quick, and better than a portal?

    .venv/bin/python bench/match.py

The generator (`match_rows.py`) was frozen before the assignment was tuned. The rivals work on the same pairs:
firms who come first and apply to the one product that is best for them (a catalogue portal); the same, but
going on to the next best where it is used up; and the pairs of the highest value first.
"""

import csv
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from machine import facts as machine
from match_rows import made_session

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.plan.match.brute import best_value, drawn
from tests.plan.match.help import DAY, offers, wants

from bulian.plan.match.assigning import Assignment, Placed, assign
from bulian.plan.match.eligibility import eligibilities, eligibility
from bulian.plan.match.nouns import Product
from bulian.plan.match.pairs import Pair, pairs_of
from bulian.plan.match.room import room_of

CASES = Path(__file__).parents[1] / "tests" / "plan" / "match" / "cases.csv"
MANY, SEED = 1_000, 20261126
SESSIONS = 20
SIZES = ((50, 50, 5, "optimal, 1 s"), (300, 60, 3, "0.5 %, 30 s"))
Budgets = Mapping[str, Decimal]


def by_hand() -> None:
    """Answers and clauses against those worked out by hand."""
    with CASES.open(encoding="utf-8", newline="") as lines:
        cases = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    right = sum(_is_right(case) for case in cases)
    unknown = sum(case["expected"] == "unknown" for case in cases)
    print(f"eligibility: {right} of {len(cases)} cases by hand right with their clauses (bar 200 of 200)")
    print(f"  {unknown} of them cannot be told and name the document")


def _is_right(case: Mapping[str, str]) -> bool:
    found = eligibility(wants("D", case["demand"]), offers("P", case["product"]), DAY)
    clauses = [clause.key for clause in found.deciding]
    return found.answer == case["expected"] and clauses == case["clauses"].split()


def by_brute_force() -> None:
    """The value against the best of all ways; every second case keeps a floor for a group."""
    equal = 0
    for number in range(MANY):
        if number % 2:
            equal += _equal_with_a_floor(SEED + number)
        else:
            pairs, budgets = drawn(SEED + number, floors=False)
            equal += assign(pairs, budgets).value == (best_value(pairs, budgets) or 0)
    print(f"assignment: {equal} of {MANY:,} random cases up to 8 × 8 equal to every way tried (bar all)")


def _equal_with_a_floor(seed: int) -> bool:
    pairs, budgets = drawn(seed, floors=True)
    found = assign(pairs, budgets, {"small": Decimal("0.7")})
    floors = {one.group: one.least for one in found.floors}
    return found.value == (best_value(pairs, budgets, floors) or 0)


def _session(demands: int, products: int, seed: int) -> tuple[tuple[Pair, ...], dict[str, Decimal]]:
    asking, offered = made_session(demands, products, seed)
    return pairs_of(eligibilities(asking, offered, DAY)), _budgets(offered)


def _budgets(products: Iterable[Product]) -> dict[str, Decimal]:
    return {one.code: one.budget for one in products if one.budget is not None}


def speed() -> None:
    """Eligibility and assignment of sessions, slowest of several; processor time tells on a busy machine."""
    for demands, products, times, bar in SIZES:
        walls, works, gaps = [], [], []
        for seed in range(SEED, SEED + times):
            asking, offered = made_session(demands, products, seed)
            began, worked = time.perf_counter(), time.process_time()
            found = assign(pairs_of(eligibilities(asking, offered, DAY)), _budgets(offered))
            walls.append(time.perf_counter() - began)
            works.append(time.process_time() - worked)
            gaps.append(found.gap)
        print(
            f"speed: {demands} × {products}, slowest of {times}: {max(walls):.2f} s, {max(works):.2f} s of "
            f"processor time, gap at most {max(gaps):.2%} (bar {bar})"
        )


def best_only(pairs: Sequence[Pair], budgets: Budgets) -> Assignment:
    """First come, best fit: each applies to the product that is best for it, and gets what is left of it."""
    return _first_come(pairs, budgets, lambda mine: mine[:1])


def next_best(pairs: Sequence[Pair], budgets: Budgets) -> Assignment:
    """First come, and whoever finds the best used up tries the next best."""
    return _first_come(pairs, budgets, lambda mine: mine)


def greedy(pairs: Sequence[Pair], budgets: Budgets) -> Assignment:
    """The pairs of the highest value first."""
    return _in_turn(sorted(pairs, key=lambda one: -one.worth * one.high), budgets)


def _first_come(
    pairs: Sequence[Pair], budgets: Budgets, tries: Callable[[list[Pair]], list[Pair]]
) -> Assignment:
    mine: dict[str, list[Pair]] = {}
    for one in pairs:
        mine.setdefault(one.demand, []).append(one)
    in_turn = [
        pair
        for code in sorted(mine)
        for pair in tries(sorted(mine[code], key=lambda one: (-one.worth * one.high, one.product)))
    ]
    return _in_turn(in_turn, budgets)


def _in_turn(pairs: Iterable[Pair], budgets: Budgets) -> Assignment:
    """Each pair gets what is left, if that is enough and the demand has nothing yet."""
    placed: list[Placed] = []
    served: set[str] = set()
    for one in pairs:
        room = room_of(Assignment(tuple(placed), Decimal(0), 0.0), budgets).for_pair(one)
        if one.demand not in served and room >= one.low:
            placed.append(Placed(one, room))
            served.add(one.demand)
    value = sum((one.pair.worth * one.amount for one in placed), Decimal(0))
    return Assignment(tuple(placed), value, 0.0)


def rivals() -> None:
    """Value over sessions of 50 × 50, beside what a portal does."""
    ways = (("first come, best fit", best_only), ("first come, next best", next_best), ("greedy", greedy))
    sessions = [_session(50, 50, SEED + 100 + number) for number in range(SESSIONS)]
    best = [assign(*one).value for one in sessions]
    print(f"value: {SESSIONS} sessions of 50 × 50, all together and the least of one session")
    for name, way in ways:
        other = [way(*one).value for one in sessions]
        gain = sum(best) / sum(other) - 1
        least = min(mine / theirs for mine, theirs in zip(best, other, strict=True)) - 1
        bar = " (bar +40 %)" if way is best_only else ""
        print(f"  over {name:22} {gain:+.0%}, least {least:+.0%}{bar}")


def main() -> None:
    """Print everything."""
    print(machine())
    by_hand()
    by_brute_force()
    speed()
    rivals()


if __name__ == "__main__":
    main()
