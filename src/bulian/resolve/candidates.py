"""Which names are worth comparing: those that share a key. Two names without a common key are never one.

A key is the first character of brand and trade with one of the others: a short name has its first two, a full
name each. So an abbreviation shares a key with every name that it can abbreviate.
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
    return frozenset(one.core[0] + other for one in readings(name) if one.core for other in one.core[1:])


def candidate_pairs(names: Iterable[str], cap: int) -> tuple[list[Pair], dict[str, int]]:
    """Every two names with a common key, sorted; and the keys of more than `cap` names, left out."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for name in sorted(set(names)):
        for key in keys(name):
            blocks[key].append(name)
    skipped = {key: len(block) for key, block in sorted(blocks.items()) if len(block) > cap}
    pairs = {pair for key, block in blocks.items() if key not in skipped for pair in combinations(block, 2)}
    return sorted(pairs), skipped
