"""Firms that a text names with their listing (元山科技 (1234-TW)), and the money it counts in."""

from collections import Counter
from collections.abc import Iterator

from bulian.extract.deferred import deferred
from bulian.extract.names.phrases import Phrases
from bulian.vocab.words import word_kinds


def ticked(phrases: Phrases) -> Iterator[tuple[int, int]]:
    """The names right before a listing in brackets.

    >>> from bulian.extract.names.phrases import find_phrases
    >>> text = "模组厂元山（1234-TW）、丰禾光电 （600000.SH）公布营收。"
    >>> [text[start:end] for start, end in ticked(find_phrases(text))]
    ['元山', '丰禾光电']
    """
    for match in _LISTED.finditer(phrases.folded):
        name = _NAME.search(phrases.folded, max(0, match.start() - 11), match.start())
        if name:
            start = name.start(1)
            if _HAN.match(phrases.folded, max(0, start - 1), start):
                start = max(start, phrases.left_edge(name.end(1), start))
            made = _MAKER.match(phrases.folded, start, name.end(1))
            yield (made.end() if made else start), name.end(1)


def money_place(folded: str) -> str | None:
    """The place in whose money a text counts that names no place: that whose exchange most of its listings
    are of, else the one that most words of `money_places.csv` speak of; None for none.
    """
    found = Counter(match["at"] for match in _LISTED.finditer(folded))
    if found:
        return _PLACES.get(found.most_common(1)[0][0])
    words = word_kinds("money_places.csv", "place")
    said = Counter(place for word, place in words.items() if word in folded)
    return said.most_common(1)[0][0] if said else None


_LISTED = deferred(r"（ ?[0-9A-Z]{2,6} ?[-.：] ?(?P<at>TWO?|HK|SH|SZ|SS|BJ|US|NYSE|NASDAQ) ?）")
_NAME = deferred(r"([一-鿿A-Za-z]{2,10}) ?\Z")
_HAN = deferred("[一-鿿]")
_MAKER = deferred(r"[一-鿿]{2,6}(?:厂|厂商|龙头|大厂|业者|巨头)(?=[一-鿿A-Za-z]{2})")
_PLACES = {"TW": "台湾省", "TWO": "台湾省", "HK": "香港特别行政区"}
