"""Draw 200 observations of the 20 provincial work reports, ten a report, always the same, to check by eye.

    python bench/sample.py

Reads the reports named by BULIAN_DATA, else in ../shared/data beside the project.
"""

import hashlib
import os
import random
import re
import sys
from pathlib import Path

from bulian.extract import read
from bulian.model.document import Document
from bulian.model.fact import Observation, value_text
from bulian.model.place import Span

DATA = Path(os.environ.get("BULIAN_DATA") or Path(__file__).parents[2] / "shared" / "data").resolve()
SEED = 2026
A_REPORT = 10
_END = re.compile(r"[。！？\n]")


def main() -> None:
    """Print the facts drawn, numbered, each with its sentence and every field that a person judges."""
    reports = sorted((DATA / "reports_2026").glob("*.txt"))
    if not reports:
        sys.exit(f"The reports are not here: {DATA}. Set BULIAN_DATA to the folder that holds reports_2026/.")
    chance = random.Random(SEED)
    number = 0
    for path in reports:
        document_ = document(path)
        for fact in drawn(document_, chance):
            number += 1
            print(f"{number}. {path.stem}\n{shown(fact, document_.text)}\n")


def document(path: Path) -> Document:
    raw = path.read_bytes()
    return Document(doc=hashlib.sha256(raw).hexdigest(), name=path.name, text=raw.decode("utf-8"))


def drawn(document_: Document, chance: random.Random) -> list[Observation]:
    """The report's share of the sample, in the order of the text."""
    facts = [fact for fact in read(document_).facts if isinstance(fact, Observation)]
    facts.sort(key=lambda fact: fact.id)
    return sorted(chance.sample(facts, A_REPORT), key=lambda fact: fact.surface_start or 0)


def shown(fact: Observation, text: str) -> str:
    """The fact under the sentence it stands in."""
    fields = (
        f"{fact.surface} = {value_text(fact.value)} {fact.unit or '–'}", fact.indicator, f"of {fact.subject}",
        fact.aspect, fact.bound, fact.modality, fact.period, f"basis {fact.basis}", fact.rule,
    )  # fmt: skip
    return f"   {sentence(fact, text)}\n   {' | '.join(map(str, fields))}"


def sentence(fact: Observation, text: str) -> str:
    """The sentence that holds the quote, the number itself between marks."""
    if not isinstance(fact.place, Span) or fact.surface_start is None:
        return fact.place.quote
    at, after = fact.surface_start, fact.surface_start + len(fact.surface)
    start = max((end.end() for end in _END.finditer(text, 0, min(at, fact.place.start))), default=0)
    end = _END.search(text, after)
    return f"{text[start:at]}【{text[at:after]}】{text[after : end.end() if end else len(text)]}".strip()


if __name__ == "__main__":
    main()
