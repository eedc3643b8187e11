"""Which names are worth comparing: those that share a key. Two names without a common key are never one.

A key is the first character of brand and trade with one of the others: a short name has its first two, a full
name each. So an abbreviation shares a key with every name that it can abbreviate. Two neighbours inside a
brand are a key too: 寒武纪 and 中科寒武纪 share 寒武.
"""

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from bulian.resolve.firm_name import readings

Pair = tuple[str, str]


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


def candidate_pairs(names: Iterable[str], cap: int) -> tuple[list[Pair], dict[str, int]]:
    """Every two names with a common key, sorted; and the keys of more than `cap` names, left out."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for name in sorted(set(names)):
        for key in keys(name):
            blocks[key].append(name)
    skipped = {key: len(block) for key, block in sorted(blocks.items()) if len(block) > cap}
    pairs = {pair for key, block in blocks.items() if key not in skipped for pair in combinations(block, 2)}
    return sorted(pairs), skipped
