"""Where a noun phrase can begin and end: Chinese names have no blanks around them, but verbs and particles.

A *stop* is a sign or a word that cannot stand inside a name (打造, 的, ，); a *guard* is a longer word that
holds a stop and may stand inside one (华为, 产业发展).
Both are data: `phrase_stops.csv` and `phrase_guards.csv` of the vocabulary.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from bulian.extract.deferred import deferred
from bulian.vocab.words import word_list

_SIGNS = "，。；：、！？,;:!?…—~ \n\r\t\u2028\u2029\u0085《》（）“”‘’|/<>[]{}【】［］*#=@&^_\\$\"'\ufffd"


@dataclass(frozen=True, slots=True)
class Phrases:
    """A folded text with its stops, in order; they do not overlap."""

    folded: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def left_edge(self, end: int, floor: int) -> int:
        """Where the name that ends at `end` can begin at the earliest, not before `floor`."""
        at = bisect_right(self.ends, end) - 1
        return max(floor, self.ends[at]) if at >= 0 else floor

    def right_edge(self, start: int, ceiling: int) -> int:
        """Where the name that begins at `start` must end at the latest, not after `ceiling`."""
        at = bisect_left(self.starts, start)
        return min(ceiling, self.starts[at]) if at < len(self.starts) else ceiling

    def clear(self, start: int, end: int) -> bool:
        """Whether no stop stands between the two, not even in part."""
        at = bisect_left(self.starts, start)
        inside = at < len(self.starts) and self.starts[at] < end
        return not inside and (at == 0 or self.ends[at - 1] <= start)

    def stop_at(self, start: int) -> int | None:
        """Where the stop ends that begins at an offset; None where none does."""
        at = bisect_left(self.starts, start)
        return self.ends[at] if at < len(self.starts) and self.starts[at] == start else None

    def within(self, start: int, end: int) -> list[tuple[int, int]]:
        """The stops that lie between the two, in order."""
        low = bisect_left(self.starts, start)
        high = bisect_right(self.ends, end, low)
        return list(zip(self.starts[low:high], self.ends[low:high], strict=True)) if low < high else []


def find_phrases(folded: str) -> Phrases:
    """The stops of a folded text.

    >>> phrases = find_phrases("着力打造智能网联产业带，")
    >>> phrases.left_edge(11, 0), phrases.right_edge(4, 12), phrases.clear(4, 11)
    (4, 11, True)
    """
    matcher, stops = _matcher()
    found = matcher.find_matches_as_indexes(folded)
    starts = tuple([start for word, start, _ in found if word < stops])
    return Phrases(folded, starts, tuple([end for word, _, end in found if word < stops]))


def past_date(folded: str, start: int, end: int) -> int:
    """Behind a date that stands right before a name (2023年远山重工): digits are no stops."""
    match = _DATE.match(folded, start, end + 1)
    return min(match.end(), end) if match else start


_DATE = deferred(
    r"(?:\d{4}年)?(?:[上下]半年|[前第]?[一二三四]季度)?(?:\d{1,2}月)?(?:\d{1,2}日)?[底初末]?(?=[^\d年月日])"
)


@cache
def _matcher() -> tuple[AhoCorasick, int]:
    """Stops first, then guards; the number tells where guards begin."""
    stops = (*_SIGNS, *word_list("phrase_stops.csv"))
    words = (*stops, *word_list("phrase_guards.csv"))
    return AhoCorasick(words, matchkind=MatchKind.LeftmostLongest), len(stops)
