"""The whole site as files that open from disk: every page that a link leads to, and a search index."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib.resources import files

from bulian.model.fact import Observation
from bulian.publish.site.html import render
from bulian.publish.site.index import index_files
from bulian.publish.site.links import Filed, Wanted
from bulian.publish.site.page import Page, pages
from bulian.publish.site.pages.facts import hit
from bulian.publish.site.site import Site

LANGUAGES = ("zh", "en")


def files_of(site_in: Callable[[str], Site]) -> Iterator[tuple[str, bytes]]:
    """Every file of the export by its name: pages found by following links, index, style and scripts.

    Args:
        site_in: gives the site in a language; it is made anew for files, without forms.
    """
    sites = {lang: replace(site_in(lang), live=False, token="") for lang in LANGUAGES}
    docs = {fact_id: one.source.doc for fact_id, one in sites["zh"].ground.facts.items()}
    yield from _pages(sites, docs)
    for lang, site in sites.items():
        yield from _index(site, lang, docs)
    for one in sorted((files("bulian.publish.site") / "static").iterdir(), key=lambda one: one.name):
        yield f"static/{one.name}", one.read_bytes()


def _pages(sites: dict[str, Site], docs: dict[str, str]) -> Iterator[tuple[str, bytes]]:
    by_path = {page.path: page for page in pages().values()}
    waiting = [Wanted(page.path, lang, ()) for page in by_path.values() if _plain(page) for lang in LANGUAGES]
    seen = set(waiting)

    def want(one: Wanted) -> None:
        if one not in seen:
            seen.add(one)
            waiting.append(one)

    while waiting:
        one = waiting.pop()
        page = by_path[one.path]
        site = replace(sites[one.lang], links=Filed(one.file, docs, want))
        yield one.file, render(site, page.name, dict(one.parts)).encode()


def _plain(page: Page) -> bool:
    """A page whose address has no parts stands by itself; the others are reached by links."""
    return "{" not in page.path


def _index(site: Site, lang: str, docs: dict[str, str]) -> Iterator[tuple[str, bytes]]:
    here = "en/facts.html" if lang == "en" else "facts.html"
    links = Filed(here, docs, lambda one: None)
    filed = replace(site, links=links)
    told = [
        (
            hit(filed, one), links.page(pages()["fact"].path, lang, {"id": fact_id}),
            site.words[f"modality.{one.fact.modality}"] if isinstance(one.fact, Observation) else "",
        )
        for fact_id, one in sorted(site.ground.facts.items())
    ]  # fmt: skip
    folder = "en/search" if lang == "en" else "search"
    for name, text in index_files(told):
        yield f"{folder}/{name}", text.encode()
