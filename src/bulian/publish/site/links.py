"""Where a page lies: on the server, or as a file beside the others."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import quote, urlencode

_PART = re.compile(r"\{(\w+)\}")


class Links(Protocol):
    """Turns the name of a page and the parts of its address into a link."""

    def page(self, path: str, lang: str, parts: Mapping[str, str]) -> str:
        """The link to a page; parts that its path does not name go behind a question mark."""
        ...

    def asset(self, name: str) -> str:
        """The link to a style sheet or script."""
        ...


class Served:
    """Links of a running server; English lies below /en."""

    def page(self, path: str, lang: str, parts: Mapping[str, str]) -> str:
        """The address on this server."""
        address = _filled(path, parts)
        return _asking(f"/en{address}".rstrip("/") if lang == "en" else address, path, parts)

    def asset(self, name: str) -> str:
        """The address of a file of ours."""
        return f"/static/{name}"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A page that some link leads to: the pattern of its address, its language and its parts."""

    path: str
    lang: str
    parts: tuple[tuple[str, str], ...]

    @property
    def file(self) -> str:
        """The file it is written to."""
        return file_of(self.path, self.lang, dict(self.parts))


class Filed:
    """Links between files, from the folder of the page `here`, such as "documents/ab12.html".

    A fact is a place in the page of its document; a search is left to the script, behind a "#".

    Args:
        docs: the content hash of its document by the id of each fact.
        wanted: takes every page that is linked, so that it is written too.
    """

    def __init__(self, here: str, docs: Mapping[str, str], wanted: Callable[[Wanted], None]) -> None:
        self._up = "../" * here.count("/")
        self._docs, self._wanted = docs, wanted

    def page(self, path: str, lang: str, parts: Mapping[str, str]) -> str:
        """The file, seen from here."""
        anchor, given = "", {key: value for key, value in parts.items() if value}
        if path == _FACT:
            anchor, path, given = (
                f"#d-{given['id']}",
                _DOCUMENT,
                {"doc": self._docs.get(given["id"], "")[:12]},
            )
            if not given["doc"]:
                anchor, path, given = "", _ABOUT, {}
        elif path == _SEARCH:
            anchor, given = f"#q={quote(given['q'])}" if "q" in given else "", {}
        one = Wanted(path, lang, tuple(sorted(given.items())))
        self._wanted(one)
        return f"{self._up}{quote(one.file)}{anchor}"

    def asset(self, name: str) -> str:
        """The file, seen from here."""
        return f"{self._up}static/{name}"


_FACT, _DOCUMENT, _SEARCH, _ABOUT = "/facts/{id}", "/documents/{doc}", "/facts", "/about"


def file_of(path: str, lang: str, parts: Mapping[str, str]) -> str:
    """The file of a page, below the folder of the export; what stands behind "?" becomes part of its name.

    >>> file_of("/names/{id}", "en", {"id": "ab"}), file_of("/", "zh", {})
    ('en/names/ab.html', 'index.html')
    >>> file_of("/chains/{key}", "zh", {"key": "ivd", "segment": "optics"})
    'chains/ivd--segment-optics.html'
    """
    name = _filled(path, parts).strip("/") or "index"
    named = set(_PART.findall(path))
    asked = "".join(
        f"--{key}-{quote(value, safe='')}" for key, value in sorted(parts.items()) if key not in named
    )
    return f"{'en/' if lang == 'en' else ''}{name}{asked}.html"


def _filled(path: str, parts: Mapping[str, str]) -> str:
    return _PART.sub(lambda part: quote(parts[part[1]], safe=""), path)


def _asking(address: str, path: str, parts: Mapping[str, str]) -> str:
    named = set(_PART.findall(path))
    asked = {key: value for key, value in parts.items() if key not in named and value}
    return f"{address or '/'}?{urlencode(asked)}" if asked else address or "/"
