"""Pages of the example district at the server, search, what the first page weighs, and the site as files.

    .venv/bin/python bench/pages.py

Bounds: 100 ms a page at the 95th percentile once warm, 50 ms a search, 250 kB for the first page with its
style and script, 60 s for all files. The first request of a kind, which assesses the district, stands apart.
"""

import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient
from lxml import html
from machine import facts

import bulian
from bulian.steps.serving import site_app

NOW = "2026-01-31T09:00:00+08:00"
RUNS = 20
PLAIN = ("/", "/structure", "/chains", "/targets", "/facts", "/events", "/conflicts", "/checks",
         "/evaluations", "/review", "/about", "/methods")  # fmt: skip
WORDS = ("产值", "總產值", "生物医药", "2021年", "示例")
FIRST = ("/", "/static/style.css", "/static/bulian.js")


def timed(client: TestClient, path: str) -> float:
    """How long one answer takes, in seconds."""
    began = time.perf_counter()
    answer = client.get(path)
    assert answer.status_code == 200, (path, answer.status_code)
    return time.perf_counter() - began


def p95(client: TestClient, path: str) -> float:
    """The 95th percentile over the runs, in milliseconds."""
    return 1000 * statistics.quantiles([timed(client, path) for _ in range(RUNS)], n=20)[-1]


def some(client: TestClient, kind: str) -> str:
    """A page of a kind, found by following links from the pages that list it."""
    for start in ("/targets", "/chains", "/facts", "/about", "/evaluations", "/methods"):
        links: Any = html.fromstring(client.get(start).text).xpath("//main//a/@href")
        for link in links:
            path = str(link).partition("#")[0]
            if path.startswith(f"/{kind}/") and "?" not in path:
                return path
    raise LookupError(kind)


def main() -> None:
    """Print a row a page."""
    print(facts())
    with tempfile.TemporaryDirectory() as folder:
        place = bulian.demo(Path(folder) / "dadukou", now=NOW, lang="zh").workspace
        with TestClient(site_app(place, lambda: NOW), base_url="http://127.0.0.1:8620") as client:
            kinds = ("facts", "names", "documents", "targets", "chains", "evaluations", "methods")
            print(f"{'page':34s} {'first s':>8s} {'p95 ms (bound 100)':>20s}")
            for path in (*PLAIN, *(some(client, kind) for kind in kinds)):
                first = timed(client, path)
                print(f"{path:34s} {first:8.2f} {p95(client, path):20.0f}")
            search = max(p95(client, f"/facts?q={word}") for word in WORDS)
            print(f"{'search, the slowest word':34s} {'':8s} {search:20.0f}  (bound 50)")
            weight = sum(len(client.get(path).content) for path in FIRST)
            print(f"first page with style and script, kB (bound 250): {weight / 1000:.0f}")
        began = time.perf_counter()
        done = bulian.site(place, Path(folder) / "site", now=NOW)
        print(f"site as {done.files} files, s (bound 60): {time.perf_counter() - began:.1f}")


if __name__ == "__main__":
    main()
