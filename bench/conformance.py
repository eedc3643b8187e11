"""Other people's cases for Chinese numbers against our grammar: passed, failed, out of scope, by model.

    python bench/conformance.py [--failed]

The cases are Microsoft's Recognizers-Text specifications, read where BULIAN_DATA keeps them, else in
../shared/data beside the project. What is out of scope stands in conformance_scope.toml, by number with its
reason; one that passes all the same is named, so that the list cannot grow stale. `--failed` prints failures.
"""

import json
import os
import sys
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from bulian.extract.fold import fold
from bulian.extract.numbers import Quantity, find_quantities
from bulian.extract.refusals import find_refusals
from bulian.vocab.units import units

DATA = Path(os.environ.get("BULIAN_DATA") or Path(__file__).parents[2] / "shared" / "data").resolve()
CASES = DATA / "conformance" / "recognizers-text"
SCOPE = Path(__file__).with_name("conformance_scope.toml")
TARGETS = {"Number": (0.97, 0.10), "Percent": (0.97, 0.10), "Currency": (0.90, 0.20), "Ordinal": None}
"""By model: the least share that must pass of what is in scope, and the most of all that may be out of it."""
NAMES = {"Dollar": "USD"}
CLOSE = Decimal("1e-12")
"""Their values are printed from binary floats of fifteen digits."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number of one side: where it stands, its value, and its currency where it has one."""

    start: int
    end: int
    value: Decimal | tuple[Decimal, Decimal] | None
    currency: str = ""


def main() -> None:
    """Print the three columns of each model, then what is out of scope and why."""
    if not CASES.is_dir():
        sys.exit(f"The cases are not here: {CASES}. Set BULIAN_DATA to the folder that holds conformance/.")
    scope = tomllib.loads(SCOPE.read_text("utf-8"))
    print(
        f"{'model':10s}{'cases':>6s}{'passed':>7s}{'failed':>7s}"
        f"{'out':>5s}{'of scope':>10s}{'out of all':>11s}"
    )
    notes = [note for model, target in TARGETS.items() for note in run(model, target, scope[model])]
    print("\n".join(notes))


def run(model: str, target: tuple[float, float] | None, scope: list[dict[str, Any]]) -> list[str]:
    """Print the row of one model; return the lines that explain it."""
    cases = json.loads((CASES / f"{model}Model.json").read_text("utf-8-sig"))
    out = {number for group in scope for number in group["cases"]}
    passed = {number for number, case in enumerate(cases, start=1) if passes(model, case)}
    failed = set(range(1, len(cases) + 1)) - out - passed
    right = len(passed - out) / max(1, len(cases) - len(out))
    row = f"{model:10s}{len(cases):6d}{len(passed - out):7d}{len(failed):7d}{len(out):5d}"
    met = (
        ""
        if target is None
        else "  met"
        if right >= target[0] and len(out) / len(cases) <= target[1]
        else "  missed"
    )
    print(f"{row}{right:10.1%}{len(out) / len(cases):11.1%}{met}")
    notes = [f"\n{model}, out of scope:"]
    notes += [f"  {group['reason']}: {', '.join(map(str, group['cases']))}" for group in scope]
    if out & passed:
        notes.append(f"  listed, but they pass: {', '.join(map(str, sorted(out & passed)))}")
    notes.append(f"{model}, failed: {', '.join(map(str, sorted(failed))) or 'none'}")
    if "--failed" in sys.argv:
        notes += [shown(model, number, cases[number - 1]) for number in sorted(failed)]
    return notes


def passes(model: str, case: dict[str, Any]) -> bool:
    """The same numbers at the same places, in order, and no other."""
    theirs, mine = expected(case), ours(model, str(case["Input"]))
    return len(theirs) == len(mine) and all(map(same, theirs, mine))


def same(theirs: Number, mine: Number) -> bool:
    """Equal in value and currency, and one span holds the other (五十 of 五十家, 50元 of 人民币50元)."""
    inside = theirs.start <= mine.start and mine.end <= theirs.end
    around = mine.start <= theirs.start and theirs.end <= mine.end
    if not (inside or around) or theirs.currency != mine.currency:
        return False
    if not isinstance(theirs.value, Decimal) or not isinstance(mine.value, Decimal):
        return False
    return abs(theirs.value - mine.value) <= CLOSE * max(abs(mine.value), CLOSE)


def expected(case: dict[str, Any]) -> list[Number]:
    found = []
    for result in case.get("Results") or []:
        said = result.get("Resolution") or {}
        value = said.get("value")
        unit = said.get("unit", "")
        currency = said.get("isoCurrency") or NAMES.get(unit, unit)
        number = Decimal(value.rstrip("%")) if value else None
        found.append(Number(result["Start"], result["End"] + 1, number, currency))
    return found


def ours(model: str, text: str) -> list[Number]:
    """What the grammar reads there of the model's kind, with addresses refused before, as in any text."""
    folded = fold(text)
    taken = [(each.start, each.end) for each in find_refusals(folded, ()) if each.reason == "url"]
    found = find_quantities(folded, taken)
    if model == "Percent":
        return [Number(q.start, q.end, q.value) for q in found if q.unit in ("%", "pp")]
    if model == "Currency":
        money = {unit.canonical for unit in units().values() if unit.dimension == "money"}
        return [Number(q.start, q.end, q.value, q.unit) for q in found if q.unit in money]
    if model == "Ordinal":
        return [Number(q.start, q.end, q.value) for q in found if q.unit == "rank"]
    return [Number(q.start, q.end, counted(q)) for q in found]


def counted(quantity: Quantity) -> Decimal | tuple[Decimal, Decimal]:
    """The number before its unit: 10 of 十斤, 0.05 of 百分之五."""
    unit = units().get(quantity.measure)
    if unit is None or isinstance(quantity.value, tuple):
        return quantity.value
    return quantity.value / unit.factor


def shown(model: str, number: int, case: dict[str, Any]) -> str:
    return f"  {number}: {case['Input']!r}: theirs {expected(case)}, ours {ours(model, str(case['Input']))}"


if __name__ == "__main__":
    main()
