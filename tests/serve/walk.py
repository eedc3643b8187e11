"""Walk every page from the first one, as a reader who clicks on everything."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from fastapi.testclient import TestClient
from lxml import html

# What may hold digits that are no figure: names, quotes, places and dates; what a person types or clicks.
_NO_FIGURE = ["n", "l", "q", "ex"]
_MOST = 400


@dataclass(frozen=True)
class Visited:
    """A page that was fetched."""

    path: str
    status: int
    tree: html.HtmlElement


def walk(client: TestClient, start: str) -> Iterator[Visited]:
    """Every page that links lead to, each once; questions behind "?" are followed once per page."""
    waiting, seen = [start], {start}
    while waiting and len(seen) < _MOST:
        path = waiting.pop(0)
        answer = client.get(path)
        if "html" not in answer.headers.get("content-type", ""):
            continue
        tree = html.fromstring(answer.text)
        yield Visited(path, answer.status_code, tree)
        links: Any = tree.xpath("//a/@href")
        for link in links:
            target = str(link).partition("#")[0]
            if target.startswith("/") and "as=" not in target and target not in seen:
                seen.add(target)
                waiting.append(target)


def orphan_numbers(tree: html.HtmlElement) -> list[str]:
    """Texts with digits that are neither in a link to their origin nor in a name, quote or label."""
    found = []
    texts: Any = tree.xpath("//main//text()")
    for text in texts:
        if not any(character.isdigit() for character in text):
            continue
        around = [text.getparent(), *text.getparent().iterancestors()]
        if text.is_tail:
            around = around[1:]
        if not any(_excused(element) for element in around):
            found.append(text.strip())
    return found


def _excused(element: html.HtmlElement) -> bool:
    kinds = (element.get("class") or "").split()
    if element.tag == "a" and ("f" in kinds or "n" in kinds or "l" in kinds):
        return True
    return element.tag in ("article", "kbd", "input", "time") or any(kind in kinds for kind in _NO_FIGURE)
