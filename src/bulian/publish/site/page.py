"""A page: its address, its template, and what fills it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from bulian.desk.loaded import Loaded
from bulian.errors import BadRequest
from bulian.publish.paper import Paper
from bulian.publish.site.gone import Gone
from bulian.publish.site.site import Site

Asked = Mapping[str, str]
"""What the address asks for: its parts by name, and what stands behind the question mark."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What a form of the page sent and what became of it, so that nothing is typed twice.

    Attributes:
        refused: why it was not entered; "" where it was. loaded: what a table came to. gone: who is to be
            forgotten, or was.
    """

    form: Mapping[str, str]
    refused: str = ""
    loaded: Loaded | None = None
    gone: Gone | None = None


class NotFound(BadRequest):
    """There is no such page, fact, name or document."""


@dataclass(frozen=True, slots=True)
class Page:
    """One kind of page.

    Attributes:
        name: that of its file and template. path: its address, parts in braces.
        fill: what the template is filled with.
        every: the parts of every address of this kind, for an export as files; by default one without parts.
        paper: the page as a paper that can be taken along, for those that have one.
        file: what the page offers as a file of its own, by name and bytes, where `as` is "file".
        in_house: it is served only; the exported file says so and holds nothing of it.
        nav: whether and where it stands in the masthead, from left; from 10 on in its second row, of what the
            data are and how they are judged.
    """

    name: str
    path: str
    fill: Callable[[Site, Asked], dict[str, object]]
    every: Callable[[Site], Iterable[dict[str, str]]] = lambda site: ({},)
    nav: int | None = None
    in_house: bool = False
    paper: Callable[[Site, Asked], Paper] | None = None
    file: Callable[[Site, Asked], tuple[str, bytes]] | None = None


@cache
def pages() -> dict[str, Page]:
    """The `PAGE` of every file in `pages/`, by name."""
    home = import_module("bulian.publish.site.pages")
    found = [import_module(f"{home.__name__}.{one.name}").PAGE for one in iter_modules(home.__path__)]
    return {page.name: page for page in found}
