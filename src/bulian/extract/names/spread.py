"""Names known from one place of a document, found at all others."""

from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick, MatchKind


def spread(folded: str, names: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    """Every place where one of the names stands, the longest where several begin; in order.

    >>> list(spread("远山软件和远山软件园", ["远山软件"]))
    [(0, 4, '远山软件'), (5, 9, '远山软件')]
    """
    words = sorted(set(names))
    if words:
        matcher = AhoCorasick(words, matchkind=MatchKind.LeftmostLongest)
        for word, start, end in matcher.find_matches_as_indexes(folded):
            yield start, end, words[word]
