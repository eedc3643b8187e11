"""A search index as script files that a page opened from disk can load: two-character words, sharded.

A query is folded to Simplified by the table of characters that occur, cut into two-character words, and the
facts that hold all of them are found by crossing their lists. A page may load a script beside it from disk,
where it may not fetch a file of data.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence

from bulian.extract.fold import fold
from bulian.publish.site.pages.facts import Hit

_SHARDS, _CHUNK = 32, 400


def index_files(hits: Sequence[tuple[Hit, str, str]]) -> Iterator[tuple[str, str]]:
    """The files of an index, by name below its folder.

    Args:
        hits: each fact with its link from the folder of the search page, and its modality in words.
    """
    shards: list[dict[str, list[int]]] = [defaultdict(list) for _ in range(_SHARDS)]
    table: dict[str, str] = {}
    for number, (hit, _, _) in enumerate(hits):
        text = " ".join((hit.subject, hit.what, hit.object, hit.quote))
        plain = fold(text).lower()
        table |= {one: other for one, other in zip(text, fold(text), strict=False) if one != other}
        for word in sorted(words_of(plain)):
            shards[shard_of(word)][word].append(number)
    yield "meta.js", _called("meta", {"shards": _SHARDS, "chunk": _CHUNK, "table": table})
    for at, shard in enumerate(shards):
        yield f"w{at}.js", _called("words", {"at": at, "words": shard})
    for first in range(0, len(hits), _CHUNK):
        rows = [_row(*one) for one in hits[first : first + _CHUNK]]
        yield f"f{first // _CHUNK}.js", _called("facts", {"at": first // _CHUNK, "rows": rows})


def words_of(text: str) -> set[str]:
    """The two-character words of a text, blanks apart, and each character by itself.

    >>> sorted(words_of("产值 x"))
    ['x', '产', '产值', '值']
    """
    found = set()
    for part in text.split():
        found |= set(part) | {part[at : at + 2] for at in range(len(part) - 1)}
    return found


def shard_of(word: str) -> int:
    """Which file holds a word; the script computes the same."""
    return sum(map(ord, word)) % _SHARDS


def _row(hit: Hit, link: str, modality: str) -> list[str]:
    figure = hit.figure.whole if hit.figure else ""
    return [
        link,
        figure,
        hit.subject,
        hit.what,
        hit.object,
        hit.period,
        modality,
        hit.quote,
        hit.sourced.source.name,
    ]


def _called(name: str, value: object) -> str:
    told = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return f"bulianIndex.{name}({told});\n"
