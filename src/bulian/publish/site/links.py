"""Where a page lies: on the server, or as a file beside the others."""

import re
from collections.abc import Mapping
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


class Filed:
    """Links between files, from the folder of the page `here`, such as "facts/ab12.html"."""

    def __init__(self, here: str) -> None:
        self._up = "../" * here.count("/")

    def page(self, path: str, lang: str, parts: Mapping[str, str]) -> str:
        """The file, seen from here; what only a server can answer leads to the page without its question."""
        return self._up + quote(file_of(path, lang, parts))

    def asset(self, name: str) -> str:
        """The file, seen from here."""
        return f"{self._up}static/{name}"


def file_of(path: str, lang: str, parts: Mapping[str, str]) -> str:
    """The file of a page, below the folder of the export.

    >>> file_of("/facts/{id}", "en", {"id": "ab"}), file_of("/", "zh", {})
    ('en/facts/ab.html', 'index.html')
    """
    name = _filled(path, parts).strip("/") or "index"
    return f"{'en/' if lang == 'en' else ''}{name}.html"


def _filled(path: str, parts: Mapping[str, str]) -> str:
    return _PART.sub(lambda part: quote(parts[part[1]], safe=""), path)


def _asking(address: str, path: str, parts: Mapping[str, str]) -> str:
    named = set(_PART.findall(path))
    asked = {key: value for key, value in parts.items() if key not in named and value}
    return f"{address or '/'}?{urlencode(asked)}" if asked else address or "/"
