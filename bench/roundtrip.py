"""Whether a text and its Traditional conversion give the same facts, each with its own offsets.

    python bench/roundtrip.py

Converts each provincial work report with OpenCC (s2t) and reads both. A fact is compared by all but what the
script decides (quote, surface, a statement's text, document and id), its places by how many they are; all of
them must verify against their own text. Reads the reports named by BULIAN_DATA, else in ../shared/data beside
the project.
"""

import hashlib
import os
from collections import Counter
from pathlib import Path

import opencc

from bulian.extract import read
from bulian.model.document import Document
from bulian.model.fact import Event, Fact, Observation, Relation, Statement, value_text
from bulian.model.place import Span

DATA = Path(os.environ.get("BULIAN_DATA") or Path(__file__).parents[2] / "shared" / "data").resolve()
Said = tuple[object, ...]


def main() -> None:
    """Print the row of each report, then every fact that one script alone gives."""
    reports = sorted((DATA / "reports_2026").glob("*.txt"))
    if not reports:
        print(f"not compared: {DATA / 'reports_2026'} is not there; set BULIAN_DATA to the reference data")
        return
    converter = opencc.OpenCC("s2t")
    print("report, facts in Simplified, in Traditional, differing, places that do not verify")
    rows, listed = [], []
    for path in reports:
        text = path.read_bytes().decode("utf-8")
        row, differing = compared(path.stem, text, converter.convert(text))
        print(path.stem, *row)
        rows.append(row)
        listed += differing
    print("all", *map(sum, zip(*rows, strict=True)))
    print("\n".join(listed))


def compared(name: str, simplified: str, traditional: str) -> tuple[tuple[int, int, int, int], list[str]]:
    """The counts of one report and a line for each fact that only one of its two scripts gives.

    A fact that reads otherwise in the other script counts once, not once a script.
    """
    ours, theirs = facts(simplified), facts(traditional)
    first, second = Counter(map(said, ours)), Counter(map(said, theirs))
    lost, gained = first - second, second - first
    unsound = len(unverified(ours, simplified)) + len(unverified(theirs, traditional))
    lines = [f"{name} only Simplified: {line(fact)}" for fact in lost.elements()]
    lines += [f"{name} only Traditional: {line(fact)}" for fact in gained.elements()]
    return (len(ours), len(theirs), max(lost.total(), gained.total()), unsound), lines


def facts(text: str) -> tuple[Fact, ...]:
    raw = text.encode("utf-8")
    return tuple(read(Document(doc=hashlib.sha256(raw).hexdigest(), name="report", text=text)).facts)


def said(fact: Fact) -> Said:
    """What a fact says: every field that does not belong to the script of its text."""
    count = len(fact.also)
    match fact:
        case Observation():
            return (
                fact.kind, fact.subject, fact.indicator, fact.aspect, value_text(fact.value), fact.unit,
                fact.bound, fact.modality, fact.period, fact.basis, fact.rule, fact.synthetic, count,
            )  # fmt: skip
        case Relation():
            return (fact.kind, fact.head, fact.type, fact.tail, fact.rule, count)
        case Event():
            return (fact.kind, fact.type, fact.date, *fact.participants, fact.rule, count)
        case Statement():
            return (fact.kind, fact.type, fact.subject, fact.modality, fact.period, fact.rule, count)


def unverified(read_: tuple[Fact, ...], text: str) -> list[Fact]:
    """The facts of which a place does not hold in their own text what they say stands there."""
    return [fact for fact in read_ if not verifies(fact, text)]


def verifies(fact: Fact, text: str) -> bool:
    """Whether every place quotes the text, and the number stands where it is said to.

    A plain text has no sheets, so that every place is a span.
    """
    places = (fact.place, *fact.also)
    if not all(isinstance(place, Span) and text[place.start : place.end] == place.quote for place in places):
        return False
    if not isinstance(fact, Observation):
        return True
    start = fact.surface_start
    return start is not None and text[start : start + len(fact.surface)] == fact.surface


def line(parts: Said) -> str:
    return " | ".join("–" if part is None else str(part) for part in parts)


if __name__ == "__main__":
    main()
