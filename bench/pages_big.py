"""The pages of a district of real size: 300,000 facts, 20,000 firms, six chains (big_district.py).

    .venv/bin/python bench/pages_big.py [FOLDER]

Measured as those of the example (pages.py), with the same bounds. The district is made once, below `build/`
or in FOLDER, and used again. Last come a fact of a table of 1,000 firms and that table. The words sought
stand in nearly every fact, in some, or in none. Then that fact is judged, and pages are asked for, one after
another, until all that hangs on it has been recomputed beside them; last what memory it took.
"""

import resource
import statistics
import sys
import time
from itertools import cycle
from pathlib import Path

from big_district import district, told
from fastapi.testclient import TestClient
from machine import facts
from pages import NOW, WORDS, measure, opened, timed

import bulian
from bulian.corpus.workspace import Workspace
from bulian.ledger.handle import rows
from bulian.ledger.opening import read_ledger
from bulian.publish.site.page import pages

HOME = Path(__file__).parents[1] / "build" / "big_district"
MARK = "正在重算"
COMMON = ("示例", "公司", "營業收入", "2024年", "快报", "澄岚", "澄嵐")

IN_A_TABLE = """
    select fact.id, document.doc from fact join document using (document)
    where fact = (select max(fact) from sighting where cell is not null)
"""


def main() -> None:
    """Measure the big district."""
    print(facts())
    place = district(Path(sys.argv[1]) if len(sys.argv) > 1 else HOME)
    print(told(place))
    with read_ledger(place.ledger) as ledger:
        ((fact, doc),) = rows(ledger, IN_A_TABLE)
    with opened(place) as client:
        measure(client, (*WORDS, *COMMON), (f"/facts/{fact}", f"/documents/{doc[:12]}"))
        after_a_judgement(client, place, fact)
    print(f"memory at its most, GB: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6:.1f}")


def after_a_judgement(client: TestClient, place: Workspace, fact: str) -> None:
    """Print what pages take from a judgement until everything is recomputed."""
    bulian.judge(place, fact, verdict="accept", by="量", why="量一量", now=NOW)
    print(f"{'after a judgement: its fact, ms':34s} {1000 * timed(client, f'/facts/{fact}'):20.0f}")
    plain = cycle(page.path for page in pages().values() if "{" not in page.path)
    began, took = time.perf_counter(), [0.0]
    while MARK in client.get(f"/facts/{fact}").text:
        took.append(1000 * timed(client, next(plain)))
    cuts = statistics.quantiles(took, n=20)
    print(f"{'any page meanwhile: middle, p95, worst':34s} {cuts[9]:.0f}, {cuts[-1]:.0f}, {max(took):.0f}")
    print(f"until all is recomputed, s: {time.perf_counter() - began:.0f}")


if __name__ == "__main__":
    main()
