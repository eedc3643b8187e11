"""Every page of the example district at the server, search, the weight of the first page, the site as files.

    .venv/bin/python bench/pages.py

The pages are those of the registry, each kind once: where an address has parts, one that a page links to.
Bounds: 100 ms a page at the 95th percentile, 50 ms a search, 250 kB for the first page with its style and
script, 60 s for all files. Assessing the district, which the server does when it begins, stands apart, and
so does the first request of a kind.
"""

import re
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from fastapi.testclient import TestClient
from lxml import html
from machine import facts

import bulian
from bulian.corpus.workspace import Workspace
from bulian.publish.site.page import Page, pages
from bulian.steps.serving import site_app

NOW = "2026-01-31T09:00:00+08:00"
RUNS = 20
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


def linked(client: TestClient, starts: list[str]) -> set[str]:
    """Where the pages at these addresses lead, without what stands behind a question mark."""
    found: set[str] = set()
    for start in starts:
        links: Any = html.fromstring(client.get(start).text).xpath("//main//a/@href")
        found |= {re.split("[?#]", str(link))[0] for link in links}
    return found


def rows(client: TestClient) -> None:
    """Print how long each page of the registry takes; those with parts last, found by links."""
    plain = [page.path for page in pages().values() if "{" not in page.path]
    for path in plain:
        row(client, path)
    links = linked(client, plain)
    for page in pages().values():
        if "{" in page.path:
            path = _one_of(page, links)
            row(client, path) if path else print(f"{page.path:34s} no page of the example leads to one")


def row(client: TestClient, path: str) -> None:
    """Print how long one page takes."""
    first = timed(client, path)
    print(f"{unquote(path)[:34]:34s} {first:8.2f} {p95(client, path):20.0f}")


def _one_of(page: Page, links: set[str]) -> str:
    shape = re.compile(re.sub(r"\{\w+\}", "[^/]+", page.path))
    return min((link for link in links if shape.fullmatch(link)), default="")


@contextmanager
def opened(place: Workspace) -> Iterator[TestClient]:
    """The pages of a district, everything asked once, as `bulian serve` does when it begins."""
    with TestClient(site_app(place, lambda: NOW), base_url="http://127.0.0.1:8620") as client:
        began = time.perf_counter()
        client.app.state.desk.warm()  # type: ignore[attr-defined]  # the app of TestClient
        print(f"assessing the district once, s: {time.perf_counter() - began:.1f}")
        yield client


def measure(client: TestClient, words: Sequence[str], also: Sequence[str] = ()) -> None:
    """Print a row a page, `also` of these addresses, the slowest search, and what the first page weighs."""
    print(f"{'page':34s} {'first s':>8s} {'p95 ms (bound 100)':>20s}")
    rows(client)
    for path in also:
        row(client, path)
    search = max(p95(client, f"/facts?q={word}") for word in words)
    print(f"{'search, the slowest word':34s} {'':8s} {search:20.0f}  (bound 50)")
    weight = sum(len(client.get(path).content) for path in FIRST)
    print(f"first page with style and script, kB (bound 250): {weight / 1000:.0f}")


def main() -> None:
    """Measure the example district."""
    print(facts())
    with tempfile.TemporaryDirectory() as folder:
        place = bulian.demo(Path(folder) / "dadukou", now=NOW, lang="zh").workspace
        with opened(place) as client:
            measure(client, WORDS)
        began = time.perf_counter()
        done = bulian.site(place, Path(folder) / "site", now=NOW)
        print(f"site as {done.files} files, s (bound 60): {time.perf_counter() - began:.1f}")


if __name__ == "__main__":
    main()
