"""The sentence around a place in a text, for what stands beside a fact."""

import re

from bulian.model.document import Document
from bulian.model.place import Place, Span

_SIGNS = "。！？!?\n"
_ENDS = re.compile(f"[{_SIGNS}]")


def sentence_around(document: Document | None, place: Place) -> str:
    """The sentence that holds a span; a cell with its headers; the bare quote without a text."""
    if not isinstance(place, Span):
        return " ".join((*(header.text for header in place.headers), place.quote))
    if document is None:
        return place.quote
    start, end = sentence_span(document.text, place.start, place.end)
    return document.text[start:end]


def sentence_span(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence that holds `text[start:end]` begins and ends, its stop included.

    >>> sentence_span("甲。乙丙。丁", 2, 3)
    (2, 5)
    """
    begin = 1 + max(text.rfind(sign, 0, start) for sign in _SIGNS)
    stop = _ENDS.search(text, end)
    return begin, stop.end() if stop else len(text)
