"""Errors planted in consistent bulletins, read by the real reader and looked for by the checks.

    .venv/bin/python bench/contradictions.py [--errors 500] [--show missed|false]

500 errors of six kinds, three in each invented district of four documents, and as many districts without.
An error counts as found when a contradiction holds the very number; a contradiction is right when it holds a
planted number. The rule for what is detectable is in bench/bulletins.py and knows nothing of the checks.
Beside it a baseline: the same formulas in floats, an alarm where the result differs by more than 0.1 (of a
point, of 亿元, of 万人).

The checks were tuned on the first mix; the second (other wordings, order, decimals, districts) was held out.
The real work reports of 20 provinces follow; they are read where BULIAN_DATA says.
"""

import argparse
import os
import random
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from bulletins import KINDS, Case, case, plant
from machine import facts

from bulian.assess.check import Checked, check
from bulian.assess.datum import Datum, data_in_force
from bulian.assess.finding import Finding
from bulian.assess.statements import Statements, arranged
from bulian.assess.subject import district
from bulian.extract import read
from bulian.model.document import Document
from bulian.model.fact import Relation
from bulian.model.stored import Source, Sourced

HERE = Path(__file__).parents[1]
DATA = Path(os.environ.get("BULIAN_DATA") or HERE.parent / "shared" / "data").resolve()
ERRORS_A_CASE = 3
MIXES = (("tuned on", 0, 1), ("held out", 1, 77))
BOUNDS = (0.98, 0.95)
PRINTED_IN = {"CNY": 1e8, "persons": 1e4, "kWh": 1e8}


@dataclass
class Score:
    """Alarms and errors of one side; `by_kind` counts the errors that were found."""

    alarms: int = 0
    right: int = 0
    found: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    def row(self, name: str, planted: Counter[str]) -> str:
        precision = self.right / self.alarms if self.alarms else 0.0
        recall = self.found.total() / planted.total()
        alarms = f"{self.right} of {self.alarms} alarms right"
        errors = f"{self.found.total()} of {planted.total()} errors found"
        return f"{name:32s} precision {precision:.4f}  recall {recall:.4f}  ({alarms}, {errors})"


def main() -> None:
    """Print the scores of both mixes, then the alarms of the real reports."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--errors", type=int, default=500)
    parser.add_argument("--show", choices=["missed", "false"])
    asked = parser.parse_args()
    print(facts())
    print(f"bounds: precision at least {BOUNDS[0]}, recall at least {BOUNDS[1]}, at most 3 alarms a report\n")
    for name, mix, seed in MIXES:
        run(name, mix, seed, asked.errors, asked.show)
    reports()


def run(name: str, mix: int, seed: int, errors: int, show: str | None) -> None:
    """One mix: as many clean districts as there are with errors."""
    dice = random.Random(seed)
    ours, plain = Score(), Score()
    planted: Counter[str] = Counter()
    numbers, seconds, clean, number = 0, 0.0, 0, 0
    while planted.total() < errors:
        made = case(seed * 100_000 + number, mix)
        for _ in range(min(ERRORS_A_CASE, errors - planted.total()) if number % 2 else 0):
            plant(made, dice, KINDS[(planted.total() + len(made.planted)) % len(KINDS)])
        planted.update(made.planted.values())
        statements, places = heard(made)
        began = time.process_time()
        checked = check(statements)
        seconds += time.process_time() - began
        numbers += len(statements.data)
        clean += not made.planted
        score(ours, made, places, alarms_of(checked))
        score(plain, made, places, float_alarms(checked))
        number += 1
    print(f"{name}: {number} districts, {clean} of them clean, {numbers:,} numbers read")
    print(ours.row("interval arithmetic", planted))
    print(plain.row("baseline: floats, more than 0.1", planted))
    told = ", ".join(f"{kind} {ours.found[kind]}/{planted[kind]}" for kind in KINDS)
    print(f"found by kind: {told}")
    each = seconds / numbers * 1e6
    print(f"checking them: {seconds:.2f} s of processor time, {each:.0f} µs a number\n")
    for line in {"missed": ours.missed, "false": ours.wrong}.get(show or "", []):
        print(line)


def heard(made: Case) -> tuple[Statements, dict[tuple[str, int], str]]:
    """What the reader makes of a district, and which number stands where in which document."""
    told: list[Sourced] = []
    texts: dict[str, str] = {}
    places: dict[tuple[str, int], str] = {}
    for name in made.documents:
        text, spots = made.text(name)
        texts[name] = text
        places |= {(name, at): key for key, span in spots.items() for at in range(*span)}
        published_on = f"{int(name[2:]) + 1}-03-28" if name.startswith("公报") else "2024-01-18"
        told += sourced(Document(name, f"{name}.txt", text), published_on, made.home)
    relations = [one.fact for one in told if isinstance(one.fact, Relation)]
    return arranged(data_in_force(told, district(made.home)), texts, relations), places


def sourced(document: Document, published_on: str | None, home: str) -> list[Sourced]:
    """The facts of a document with their source."""
    of = Source(
        doc=document.doc, name=document.name, title=None, published_on=published_on, dated="given",
        publisher=None, address=None, licence=None, access="public", reader="text", encoding="utf-8",
        recorded_at="2026-01-01", retired_at=None, synthetic=False,
    )  # fmt: skip
    found = read(document, published_on=published_on, home=home)
    return [Sourced(fact, of) for fact in found.facts]


def score(side: Score, made: Case, places: dict[tuple[str, int], str], alarms: list[Finding]) -> None:
    """Count the alarms of a side against what was planted."""
    hit: set[str] = set()
    for alarm in alarms:
        keys = {key for datum in alarm.facts if (key := key_at(datum, places))}
        side.alarms += 1
        side.right += bool(keys & made.planted.keys())
        hit |= keys & made.planted.keys()
        if not keys & made.planted.keys():
            side.wrong.append(f"{made.home} {alarm.rule} {[datum.fact.place.quote for datum in alarm.facts]}")
    side.found.update(made.planted[key] for key in hit)
    side.missed += [
        f"{made.home} {key} {kind}: {made.numbers[key].text}"
        for key, kind in made.planted.items()
        if key not in hit
    ]


def key_at(datum: Datum, places: dict[tuple[str, int], str]) -> str | None:
    """The number of the generator that stands where a fact was read."""
    doc, start = datum.fact.doc, datum.fact.surface_start
    return None if start is None else places.get((doc, start + 1), places.get((doc, start)))


def alarms_of(checked: Checked) -> list[Finding]:
    return [one for one in checked.findings if one.verdict == "contradicted"]


def float_alarms(checked: Checked) -> list[Finding]:
    """What a spreadsheet would say of the same formulas: no intervals, no scope, no price basis."""
    return [one for one in checked.findings if _differs(one)]


def _differs(one: Finding) -> bool:
    if one.computed is None or one.stated is None:
        return False
    unit = PRINTED_IN.get(one.unit, 1.0)
    gap = float(one.computed.point - one.stated.point) / unit
    if one.sign == "∋":
        low, high = one.computed.low, one.computed.high
        point = float(one.stated.point)
        return low is not None and high is not None and not float(low) - 0.1 <= point <= float(high) + 0.1
    return gap > 0.1 if one.sign == "≤" else gap < -0.1 if one.sign == "≥" else abs(gap) > 0.1


def reports() -> None:
    """The alarms of the real reports, which are to be looked at one by one."""
    folder = DATA / "reports_2026"
    if not folder.is_dir():
        print(f"real reports not read: {folder} is not there")
        return
    total, most, numbers = 0, 0, 0
    lines: list[str] = []
    for file in sorted(folder.glob("*.txt")):
        document = Document(file.stem, file.name, file.read_text("utf-8"))
        told = sourced(document, "2026-01-28", file.stem)
        statements = arranged(data_in_force(told, district(file.stem)), {file.stem: document.text})
        alarms = alarms_of(check(statements))
        total, most, numbers = total + len(alarms), max(most, len(alarms)), numbers + len(statements.data)
        lines += [f"  {file.stem} {one.rule}: {[each.fact.surface for each in one.facts]}" for one in alarms]
    count = len(list(folder.glob("*.txt")))
    print(f"{count} provincial work reports, {numbers:,} numbers: {total} alarms, at most {most} a report")
    print("\n".join(lines) or "  none")


if __name__ == "__main__":
    main()
