"""The ledger at the size of a province: storing, opening, asking.

    .venv/bin/python bench/ledger.py [FACTS]

Documents of 40 facts, drawn with a fixed seed: 50,000 firms, 400 indicators, ten years. Storing is told with
its ratio to plain SQLite inserts of the same facts into one table without keys, a transaction a document;
asking is told as the slowest and the median of 200 queries drawn alike.
"""

import hashlib
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

from machine import facts as machine

from bulian.ledger.handle import Ledger
from bulian.ledger.judging import judge
from bulian.ledger.opening import open_ledger, read_ledger
from bulian.ledger.query import FactQuery, fact, facts
from bulian.ledger.rows import fact_fields
from bulian.ledger.runs import begin_run, finish_run
from bulian.ledger.sources import document, sources
from bulian.ledger.storing import known, store
from bulian.model.document import Document
from bulian.model.fact import Observation
from bulian.model.place import Span
from bulian.model.reading import DocumentDate, Reading
from bulian.model.stored import Judgement

FACTS_A_DOCUMENT = 40
QUERIES = 200
FIRMS, INDICATORS = 50_000, 400


def papers(count: int) -> Iterator[tuple[Document, Reading]]:
    """`count` documents of about 2,000 characters with 40 facts each."""
    chance = random.Random(20260101)
    for number in range(count):
        rows = [
            (
                f"企业{chance.randrange(FIRMS):05}有限公司",
                f"指标{chance.randrange(INDICATORS):03}",
                chance.randrange(1, 10**6),
            )
            for _ in range(FACTS_A_DOCUMENT)
        ]
        quotes = [f"{firm}{indicator}达到{value}万元" for firm, indicator, value in rows]
        text = "".join(f"{quote}，同比保持平稳，较上年末有所增加，结构继续改善。" for quote in quotes)
        doc = hashlib.sha256(text.encode()).hexdigest()
        found = tuple(
            _observation(doc, text.index(quote), quote, row) for quote, row in zip(quotes, rows, strict=True)
        )
        dated = DocumentDate(f"{2016 + number % 10}-{1 + number % 12:02}-15", "given")
        yield Document(doc, f"第{number:06}号.txt", text), Reading(found, dated)


def _observation(doc: str, start: int, quote: str, row: tuple[str, str, int]) -> Observation:
    firm, indicator, value = row
    surface = f"{value}万元"
    return Observation(
        doc, Span(start, start + len(quote), quote), firm, indicator, "level", Decimal(value * 10_000), "CNY",
        surface, start + quote.index(surface), "exact", "actual", str(2015 + value % 10), None, "bench",
    )  # fmt: skip


def plain(path: Path, made: list[tuple[Document, Reading]]) -> float:
    """Seconds for the same facts in one table without keys."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("pragma journal_mode = wal")
    connection.execute("pragma synchronous = normal")
    columns = ["id", "doc", *fact_fields(made[0][1].facts[0])]
    connection.execute(f"create table plain ({', '.join(columns)})")
    sql = f"insert into plain values ({', '.join(f':{column}' for column in columns)})"
    took = 0.0
    for paper, read in made:
        rows = [fact_fields(one) | {"id": one.id, "doc": paper.doc} for one in read.facts]
        began = time.perf_counter()
        connection.execute("begin")
        connection.executemany(sql, rows)
        connection.execute("commit")
        took += time.perf_counter() - began
    connection.close()
    return took


def tell(what: str, seconds: float, more: str = "") -> None:
    """One line of the table."""
    print(f"{what:52s} {seconds:10.4f} {more}")


def timed(work: Callable[[], object]) -> float:
    """Seconds that `work` takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def bench_storing(folder: Path, count: int) -> None:
    """Store `count` documents; the first thousand also into a plain table."""
    first = list(papers(min(count, 1_000)))
    plainly = plain(folder / "plain.db", first) / len(first)
    with open_ledger(folder / "ledger.db") as ledger:
        run = begin_run(ledger, recorded_at="2026-01-01T00:00:00+08:00", reader="bench")
        took = 0.0
        for number, (paper, read) in enumerate(papers(count), start=1):
            took += timed(lambda: store(ledger, run, document=paper, reading=read, ingredients=paper.doc))  # noqa: B023
            if number == len(first):
                told = f"{took / number * 1000:.2f} ms each, {took / number / plainly:.1f} × plain inserts"
                tell(f"store {number} documents of {FACTS_A_DOCUMENT} facts", took, told)
        tell(
            f"store {count} documents, {count * FACTS_A_DOCUMENT:,} facts",
            took,
            f"{took / count * 1000:.2f} ms each",
        )
        tell("finish the run", timed(lambda: finish_run(ledger, run)))
    tell("size, MB", (folder / "ledger.db").stat().st_size / 1e6)


def bench_asking(folder: Path) -> None:
    """Ask what the commands ask."""
    path = folder / "ledger.db"

    def reopen() -> None:
        with read_ledger(path):
            pass

    tell("open for reading", timed(reopen))
    with open_ledger(path) as ledger:
        tell("known", timed(lambda: known(ledger)))
        tell("sources", timed(lambda: sources(ledger)))
        chance = random.Random(7)
        for what, query in QUERY_KINDS.items():
            asked = [query(chance) for _ in range(QUERIES)]
            _tell_many(what, [timed(lambda: facts(ledger, one)) for one in asked])  # noqa: B023
        some = [one.fact.id for one in facts(ledger, FactQuery(indicator="指标007"))[:QUERIES]]
        _tell_many("one fact by id", [timed(lambda: fact(ledger, one)) for one in some])  # noqa: B023
        names = [f"第{chance.randrange(1000):06}号.txt" for _ in range(QUERIES)]
        _tell_many("a document by name", [timed(lambda: document(ledger, one)) for one in names])  # noqa: B023
        _tell_many("a judgement", [timed(lambda: _judge(ledger, one)) for one in some[:50]])  # noqa: B023


def _judge(ledger: Ledger, fact_id: str) -> None:
    judge(ledger, Judgement(fact_id, "accept", "王", "2026-01-02T00:00:00+08:00", ""))


def _tell_many(what: str, seconds: list[float]) -> None:
    tell(what, statistics.median(seconds), f"slowest {max(seconds):.4f}")


def _firm(chance: random.Random) -> str:
    return f"企业{chance.randrange(FIRMS):05}"


def _indicator(chance: random.Random) -> str:
    return f"指标{chance.randrange(INDICATORS):03}"


def _day(chance: random.Random) -> str:
    return f"{2016 + chance.randrange(10)}-{1 + chance.randrange(12):02}-20"


QUERY_KINDS: dict[str, Callable[[random.Random], FactQuery]] = {
    "by subject": lambda chance: FactQuery(subject=_firm(chance)),
    "by subject and indicator": lambda chance: FactQuery(subject=_firm(chance), indicator=_indicator(chance)),
    "by subject, as of a day": lambda chance: FactQuery(subject=_firm(chance), as_of=_day(chance)),
    "by subject, known on a day": lambda chance: FactQuery(subject=_firm(chance), known_on="2026-06"),
    "by subject, after a run": lambda chance: FactQuery(subject=_firm(chance), run=1),
    "by indicator, period and day": lambda chance: FactQuery(
        indicator=_indicator(chance), period=str(2015 + chance.randrange(10)), as_of=_day(chance)
    ),
    "targets": lambda chance: FactQuery(modality="target"),
}


def main() -> None:
    """Print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    print(machine())
    print(f"{'step':52s} {'seconds':>10s}")
    with tempfile.TemporaryDirectory() as folder:
        bench_storing(Path(folder), count // FACTS_A_DOCUMENT)
        bench_asking(Path(folder))


if __name__ == "__main__":
    main()
