"""Parks, clusters, chains, industries, projects, bodies: names that end in what they name."""

from collections.abc import Iterator
from functools import cache
from typing import cast

from ahocorasick_rs import AhoCorasick, MatchKind

from bulian.extract.names.name import Kind
from bulian.extract.names.phrases import Phrases
from bulian.vocab.words import word_kinds

_LONGEST = 30


def find_things(phrases: Phrases) -> Iterator[tuple[int, int, Kind]]:
    """Every noun phrase that ends in a word of `name_suffixes.csv`, two characters or more before it."""
    words, matcher = _suffixes()
    kinds = word_kinds("name_suffixes.csv")
    for word, begin, end in matcher.find_matches_as_indexes(phrases.folded):
        start = phrases.left_edge(end, max(0, end - _LONGEST))
        if begin - start >= 2:
            yield start, end, cast(Kind, kinds[words[word]])


@cache
def _suffixes() -> tuple[tuple[str, ...], AhoCorasick]:
    words = tuple(word_kinds("name_suffixes.csv"))
    return words, AhoCorasick(words, matchkind=MatchKind.LeftmostLongest)
