"""The words of a text that end noun phrases, and the indicators it names, found in one pass."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from bulian.vocab.indicators import Indicator, indicators
from bulian.vocab.prose import Stop, prose_stops
from bulian.vocab.regions import regions

_ALL_KINDS = ("link", "take", "growth", "change", "stop")


class Word(NamedTuple):
    """A stop where it stands."""

    start: int
    end: int
    stop: Stop


@dataclass(frozen=True, slots=True)
class Words:
    """The stops of a text in order, and the indicators it names.

    Attributes:
        stops, starts, ends: what stops, and where each begins and ends; none overlap.
        named: the indicator that ends at an offset, with where it begins.
        named_ends: the offsets at which one ends, in order.
    """

    stops: tuple[Stop, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    named: dict[int, tuple[int, Indicator]]
    named_ends: tuple[int, ...]

    def last_named(self, start: int, end: int) -> tuple[int, int, Indicator] | None:
        """The last indicator named between the two: where it stands, and which."""
        i = bisect_right(self.named_ends, end) - 1
        if i < 0:
            return None
        at = self.named_ends[i]
        begin, indicator = self.named[at]
        return (begin, at, indicator) if begin >= start else None

    def edge_before(self, at: int, floor: int) -> int:
        """The end of the last stop before `at`, not before `floor`."""
        i = bisect_right(self.ends, at) - 1
        return max(floor, self.ends[i]) if i >= 0 else floor

    def edge_after(self, at: int, ceiling: int) -> int:
        """The start of the first stop from `at` on, not after `ceiling`."""
        i = bisect_left(self.starts, at)
        return min(ceiling, self.starts[i]) if i < len(self.starts) else ceiling

    def starting_at(self, at: int) -> Word | None:
        """The stop that begins at `at`."""
        i = bisect_left(self.starts, at)
        return self._word(i) if i < len(self.starts) and self.starts[i] == at else None

    def ending_at(self, at: int) -> Word | None:
        """The stop that ends at `at`."""
        i = bisect_left(self.ends, at)
        return self._word(i) if i < len(self.ends) and self.ends[i] == at else None

    def between(self, start: int, end: int) -> tuple[Word, ...]:
        """The stops that lie between the two."""
        return tuple(map(self._word, range(bisect_left(self.starts, start), bisect_right(self.ends, end))))

    def _word(self, i: int) -> Word:
        return Word(self.starts[i], self.ends[i], self.stops[i])


@lru_cache(maxsize=2048)
def is_only_stops(text: str, kinds: tuple[str, ...] = _ALL_KINDS) -> bool:
    """Whether a piece of text is made of stops of these kinds and nothing else (同比增长)."""
    at = 0
    while at < len(text):
        end = next((k for k in range(len(text), at, -1) if text[at:k] in prose_stops()), at)
        if end == at or prose_stops()[text[at:end]].kind not in kinds:
            return False
        at = end
    return True


def find_words(folded: str) -> Words:
    """Stops and indicators of a folded text; where two overlap, the one further left and longer holds.

    >>> [stop.word for stop in find_words("实现地区生产总值达到5亿元").stops]
    ['实现', '达到']
    """
    matcher, meanings = _matcher()
    stops, starts, ends, named = [], [], [], {}
    for word, start, end in matcher.find_matches_as_indexes(folded):
        meaning = meanings[word]
        if isinstance(meaning, Indicator):
            named[end] = (start, meaning)
        elif meaning.kind != "guard":
            stops.append(meaning)
            starts.append(start)
            ends.append(end)
    return Words(tuple(stops), tuple(starts), tuple(ends), named, tuple(named))


@cache
def _matcher() -> tuple[AhoCorasick, tuple[Stop | Indicator, ...]]:
    table: dict[str, Stop | Indicator] = {**_places(), **prose_stops(), **indicators()}
    return AhoCorasick(tuple(table), matchkind=MatchKind.LeftmostLongest), tuple(table.values())


def _places() -> dict[str, Stop]:
    """达州市, 都江堰市: names of divisions that hold a stop, which is none inside them.

    Short names of counties are left out where they have two characters (比如, 方正): they are words too.
    """
    stops = {word for word, stop in prose_stops().items() if stop.kind != "guard"}
    found = {}
    for region in regions().values():
        told = region.level != "county" or len(region.short) > 2
        for name in (region.name, region.short) if told else (region.name,):
            if any(name[a:b] in stops for a in range(len(name)) for b in range(a + 1, len(name) + 1)):
                found[name] = Stop(name, "guard", "")
    return found
