"""Which names are worth comparing: those that share a key. Two names without a common key are never one.

A key is the first character of brand and trade with one of the others: a short name has its first two, a full
name each. So an abbreviation shares a key with every name that it can abbreviate. Two neighbours inside a
brand are a key too: 寒武纪 and 中科寒武纪 share 寒武.

Two full names (with their legal form) are compared only where brand and trade begin with the same two
characters: all outcomes of the clue "brand" that leave them a chance do. The others that share a key are two
for sure, and nobody need list them (`Candidates.two`).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from bulian.resolve.firm_name import readings

Pair = tuple[str, str]
_BEGINNING = 2


@dataclass(frozen=True, slots=True)
class Candidates:
    """The pairs of names to compare, sorted, and the keys of more than `cap` names, left out.

    Attributes:
        full: the keys of each full name, without those left out.
    """

    pairs: tuple[Pair, ...]
    skipped: Mapping[str, int]
    full: Mapping[str, frozenset[str]] = field(repr=False)

    def two(self, one: str, other: str) -> bool:
        """Whether these are two full names that share a key and begin differently: two firms, uncompared."""
        mine, theirs = self.full.get(one), self.full.get(other)
        if mine is None or theirs is None or mine.isdisjoint(theirs):
            return False
        return _beginnings(one).isdisjoint(_beginnings(other))


def keys(name: str) -> frozenset[str]:
    """The keys of a name that `plain` wrote.

    >>> sorted(keys("宝钢股份")), "宝钢" in keys("宝山钢铁股份有限公司")
    (['宝钢'], True)
    """
    several = readings(name)
    ways = {way for one in several for way in (one.core, one.spelled) if way}
    beginnings = {way[0] + other for way in ways for other in way[1:]}
    inside = {one.brand[at : at + 2] for one in several for at in range(1, len(one.brand) - 1)}
    return frozenset(beginnings | inside)


def candidates(names: Iterable[str], cap: int) -> Candidates:
    """Every two names with a common key that may be one firm."""
    of = {name: keys(name) for name in sorted(set(names))}
    blocks: dict[str, list[str]] = defaultdict(list)
    for name, several in of.items():
        for key in several:
            blocks[key].append(name)
    skipped = {key: len(block) for key, block in sorted(blocks.items()) if len(block) > cap}
    full = {
        name: several.difference(skipped)
        for name, several in of.items()
        if all(one.is_full for one in readings(name))
    }
    pairs: set[Pair] = set()
    for key, block in blocks.items():
        if key not in skipped:
            pairs |= _worth_comparing(block, full)
    return Candidates(tuple(sorted(pairs)), skipped, full)


def _worth_comparing(block: list[str], full: Mapping[str, frozenset[str]]) -> set[Pair]:
    """Every two of a sorted block, but of full names those alone that begin alike."""
    short = [name for name in block if name not in full]
    alike: dict[str, list[str]] = defaultdict(list)
    for name in block:
        if name in full:
            for beginning in _beginnings(name):
                alike[beginning].append(name)
    found = {pair for several in alike.values() for pair in combinations(several, 2)}
    found |= set(combinations(short, 2))
    return found | {(min(one, name), max(one, name)) for one in short for name in block if name in full}


def _beginnings(name: str) -> set[str]:
    return {one.core[:_BEGINNING] for one in readings(name)}
