"""As-of and known-on queries against a naive replay of the same history, at the size of a province.

    .venv/bin/python bench/as_of.py [FACTS [QUERIES]]

Documents of 100 facts, drawn with a fixed seed: 50,000 firms, 400 indicators, ten years; one in ten undated.
Twelve builds, a month apart: documents come, go and come back; judgements fall between them. Each query draws
a firm, a firm and an indicator, or an indicator and a year, and a day of publication, of record, or both. The
replay keeps the history in Python lists and applies the laws of docs/ledger.md fact by fact; every answer
must hold the same facts with the same verdicts and values. The bound is 10 ms a query.
"""

import gc
import hashlib
import random
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from machine import facts as machine

from bulian.ledger.handle import Ledger
from bulian.ledger.judging import judge
from bulian.ledger.opening import open_ledger
from bulian.ledger.query import FactQuery, facts
from bulian.ledger.runs import begin_run, finish_run
from bulian.ledger.storing import retire, store
from bulian.model.document import Document
from bulian.model.fact import Observation
from bulian.model.period import days
from bulian.model.place import Span
from bulian.model.reading import DocumentDate, Reading
from bulian.model.stored import Judgement, Sourced
from ledger import FIRMS, INDICATORS

FACTS_A_DOCUMENT = 100
BUILDS = tuple(f"2025-{month:02}-10T23:30:00+08:00" for month in range(1, 13))
JUDGEMENTS_A_BUILD = 200
BOUND = 0.010

Answer = dict[str, tuple[str | None, Decimal]]


@dataclass
class Lay:
    """A document as the replay keeps it: its date, and after which builds it lay there."""

    name: str
    published: str | None
    present: list[bool]
    facts: list[Observation]

    @property
    def day(self) -> str:
        """The last day of its date; without one, the day it was recorded."""
        first = BUILDS[self.present.index(True)][:10]
        return days(self.published)[1].isoformat() if self.published else first


@dataclass
class Replay:
    """The history in plain lists: documents by firm and by indicator, judgements by fact."""

    by_firm: dict[str, list[tuple[Lay, Observation]]] = field(default_factory=lambda: defaultdict(list))
    by_indicator: dict[str, list[tuple[Lay, Observation]]] = field(default_factory=lambda: defaultdict(list))
    judged: dict[str, list[Judgement]] = field(default_factory=lambda: defaultdict(list))

    def answer(self, query: FactQuery) -> Answer:
        """The laws in their plainest form."""
        if query.subject:
            candidates = self.by_firm[f"{query.subject}有限公司"]
        else:
            candidates = self.by_indicator[query.indicator or ""]
        found: Answer = {}
        for lay, fact in candidates:
            if query.indicator and fact.indicator != query.indicator:
                continue
            if query.period and fact.period != query.period:
                continue
            if not _there(lay, query.known_on) or (query.as_of and lay.day > _last(query.as_of)):
                continue
            until = _last(query.known_on) if query.known_on else "9999"
            made = [one for one in self.judged.get(fact.id, ()) if one.at[:10] <= until]
            if not made or made[-1].verdict != "reject":
                found[fact.id] = _judged(fact, made[-1] if made else None)
        return found


def _there(lay: Lay, known_on: str | None) -> bool:
    if known_on is None:
        return lay.present[-1]
    by_then = [there for at, there in zip(BUILDS, lay.present, strict=True) if at[:10] <= _last(known_on)]
    return bool(by_then) and by_then[-1]


def _last(day: str) -> str:
    return days(day)[1].isoformat()


def _judged(fact: Observation, judgement: Judgement | None) -> tuple[str | None, Decimal]:
    value = judgement.value if judgement and judgement.value is not None else fact.value
    assert isinstance(value, Decimal)
    return judgement.verdict if judgement else None, value


def papers(count: int) -> Iterator[Lay]:
    """`count` documents of 100 facts each, with the builds in which they lie there."""
    chance = random.Random(20260102)
    for number in range(count):
        rows = [
            (chance.randrange(FIRMS), chance.randrange(INDICATORS), chance.randrange(1, 10**6))
            for _ in range(FACTS_A_DOCUMENT)
        ]
        quotes = [f"企业{firm:05}有限公司指标{which:03}达到{value}万元；" for firm, which, value in rows]
        doc = hashlib.sha256("".join(quotes).encode()).hexdigest()
        starts = [sum(map(len, quotes[:place])) for place in range(len(quotes))]
        found = {
            fact.id: fact
            for start, quote, row in zip(starts, quotes, rows, strict=True)
            for fact in [_observation(doc, start, quote, row)]
        }
        published = None if chance.random() < 0.1 else f"{2016 + number % 10}-{1 + number % 12:02}"
        yield Lay(f"第{number:06}号.txt", published, _presence(chance), list(found.values()))


def _observation(doc: str, start: int, quote: str, row: tuple[int, int, int]) -> Observation:
    firm, which, value = row
    surface = f"{value}万元"
    return Observation(
        doc, Span(start, start + len(quote), quote), f"企业{firm:05}有限公司", f"指标{which:03}", "level",
        Decimal(value * 10_000), "CNY", surface, start + quote.index(surface), "exact", "actual",
        str(2015 + value % 10), None, "bench",
    )  # fmt: skip


def _presence(chance: random.Random) -> list[bool]:
    """It comes with some build; one in five goes again, and half of those come back."""
    comes = chance.randrange(len(BUILDS))
    present = [number >= comes for number in range(len(BUILDS))]
    if chance.random() < 0.2 and comes + 1 < len(BUILDS):
        goes = chance.randrange(comes + 1, len(BUILDS))
        back = chance.randrange(goes, 2 * len(BUILDS))
        present = [there and not goes <= number < back for number, there in enumerate(present)]
    return present


def play(ledger: Ledger, lays: list[Lay], replay: Replay) -> None:
    """The history into the ledger, and the judgements into both."""
    chance = random.Random(20260103)
    for number, at in enumerate(BUILDS):
        run = begin_run(ledger, recorded_at=at, reader="bench")
        before = [number > 0 and lay.present[number - 1] for lay in lays]
        for lay, there in zip(lays, before, strict=True):
            if lay.present[number] and not there:
                _store(ledger, run, lay)
        pairs = zip(lays, before, strict=True)
        retire(ledger, run, [lay.name for lay, there in pairs if there and not lay.present[number]])
        finish_run(ledger, run)
        lying = [lay for lay in lays if lay.present[number]]
        for _ in range(JUDGEMENTS_A_BUILD):
            fact = chance.choice(chance.choice(lying).facts)
            made = _judgement(chance, fact.id, f"{at[:8]}{chance.randrange(11, 28)}T09:00:00+08:00")
            judge(ledger, made)
            replay.judged[fact.id].append(made)


def _store(ledger: Ledger, run: int, lay: Lay) -> None:
    text = "".join(fact.place.quote for fact in lay.facts)
    doc = lay.facts[0].doc
    dated = DocumentDate(lay.published, "given") if lay.published else None
    places = [0]
    for fact in lay.facts:
        places.append(places[-1] + len(fact.place.quote))
    read = Reading(tuple(lay.facts), dated)
    store(ledger, run, document=Document(doc, lay.name, text), reading=read, ingredients=doc)


def _judgement(chance: random.Random, fact: str, at: str) -> Judgement:
    verdict = chance.choice(("accept", "reject", "correct"))
    value = Decimal(chance.randrange(1, 10**9)) if verdict == "correct" else None
    return Judgement(fact, verdict, "王", at, "核对", value)  # type: ignore[arg-type]  # one of the three


def drawn(chance: random.Random) -> FactQuery:
    """A firm, a firm and an indicator, or an indicator and a year; as of a day, known on a day, or both."""
    kind, dates = chance.randrange(4), chance.randrange(3)
    firm = f"企业{chance.randrange(FIRMS):05}" if kind < 3 else None
    indicator = f"指标{chance.randrange(INDICATORS):03}" if kind > 1 else None
    period = str(2015 + chance.randrange(10)) if kind == 3 else None
    as_of = f"{2016 + chance.randrange(10)}-{1 + chance.randrange(12):02}-20" if dates != 1 else None
    known_on = f"2025-{1 + chance.randrange(12):02}-{1 + chance.randrange(28):02}" if dates != 0 else None
    return FactQuery(subject=firm, indicator=indicator, period=period, as_of=as_of, known_on=known_on)


def answered(found: list[Sourced]) -> Answer:
    """What the ledger answers, in the replay's words."""
    answer: Answer = {}
    for one in found:
        assert isinstance(one.fact, Observation)
        answer[one.fact.id] = _judged(one.fact, one.judgement)
    return answer


def main() -> None:
    """Print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    queries = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    print(machine())
    replay, lays = Replay(), list(papers(count // FACTS_A_DOCUMENT))
    for lay in lays:
        for fact in lay.facts:
            replay.by_firm[str(fact.subject)].append((lay, fact))
            replay.by_indicator[fact.indicator].append((lay, fact))
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "ledger.db") as ledger:
        began = time.perf_counter()
        play(ledger, lays, replay)
        facts_kept, judgements = sum(len(lay.facts) for lay in lays), JUDGEMENTS_A_BUILD * len(BUILDS)
        print(f"{facts_kept:,} facts, {len(BUILDS)} builds, {judgements:,} judgements", end="; ")
        print(f"stored in {time.perf_counter() - began:.0f} s")
        compare(ledger, replay, queries)


def compare(ledger: Ledger, replay: Replay, queries: int) -> None:
    """Ask both, and tell how often they agree and how long the ledger took."""
    chance = random.Random(20260104)
    wall: list[float] = []
    own: list[float] = []
    naive, equal, held = 0.0, 0, 0
    # The replay is a million objects of this bench alone: let the collector leave them out.
    gc.collect()
    gc.freeze()
    for _ in range(queries):
        query = drawn(chance)
        began, worked = time.perf_counter(), time.process_time()
        found = facts(ledger, query)
        own.append(time.process_time() - worked)
        wall.append(time.perf_counter() - began)
        began = time.perf_counter()
        wanted = replay.answer(query)
        naive += time.perf_counter() - began
        equal += answered(found) == wanted
        held += len(wanted)
    print(f"{equal:,} of {queries:,} answers equal to the naive replay; {held:,} facts in them")
    tell("by the clock", wall)
    tell("processor time", own)
    print(
        f"naive replay, everything in memory by firm and by indicator: mean {naive / queries * 1000:.2f} ms"
    )


def tell(what: str, took: list[float]) -> None:
    """The spread of the times, and how many lie above the bound."""
    took.sort()
    marks = {"median": 0.5, "99 %": 0.99, "99.9 %": 0.999, "slowest": 1.0}
    told = ", ".join(
        f"{name} {took[int((len(took) - 1) * part)] * 1000:.2f} ms" for name, part in marks.items()
    )
    slow = sum(one > BOUND for one in took)
    print(f"ledger, {what}: {told}; {slow} of {len(took):,} above {BOUND * 1000:.0f} ms")


if __name__ == "__main__":
    main()
