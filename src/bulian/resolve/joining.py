"""Constrained clustering: joins from the strongest down; none may bring together what must stay apart.

The result depends on the joins and bars alone, never on the order they are given in.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bulian.resolve.clusters import Clusters

Pair = tuple[str, str]
NO_CODES: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True, order=True)
class Join:
    """Two names to be joined, the smallest `rank` first."""

    rank: tuple[float, ...]
    pair: Pair


def join_all(
    names: Iterable[str], joins: Iterable[Join], bars: Iterable[Pair], codes: Mapping[str, str] = NO_CODES
) -> tuple[Clusters, list[Join]]:
    """The clusters, and the joins that a bar kept from taking effect.

    Args:
        bars: pairs that must not meet in one cluster.
        codes: of names whose credit code is known: a cluster holds one code at most.
    """
    clusters = Clusters(names)
    barred: dict[str, set[str]] = defaultdict(set)
    for one, other in bars:
        barred[clusters.root(one)].add(clusters.root(other))
        barred[clusters.root(other)].add(clusters.root(one))
    code_of = {clusters.root(name): code for name, code in codes.items()}
    kept_apart = []
    for join in sorted(set(joins)):
        one, other = (clusters.root(name) for name in join.pair)
        if one == other:
            continue
        code, second = code_of.get(one), code_of.get(other)
        if other in barred[one] or (code and second and code != second):
            kept_apart.append(join)
            continue
        clusters.join(one, other)
        root = clusters.root(one)
        if known := code or second:
            code_of[root] = known
        both = barred.pop(one) | barred.pop(other, set())
        for enemy in both:
            barred[enemy] = (barred[enemy] - {one, other}) | {root}
        barred[root] = both
    return clusters, kept_apart
