"""Crosswalk (新旧分类对照): what became of each cluster in another taxonomy; what fits nowhere is listed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from bulian.vocab.gbt4754 import within
from bulian.vocab.taxonomy import Cluster, Taxonomy, whole

How = Literal["stated", "same_name", "overlap"]
"""The file states the step; both have a name in common; their codes or words overlap."""


@dataclass(frozen=True, slots=True)
class Cross:
    """A cell of the matrix: how a cluster of one taxonomy meets one of the other.

    Attributes:
        says: the reason stated, the name, or the codes and words in common.
        firms: those that are in both now; () where no firms were asked for.
    """

    one: Cluster
    other: Cluster
    how: How
    says: tuple[str, ...]
    firms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """Two taxonomies side by side. The unmatched of each are as much part of the answer as the matches."""

    one: Taxonomy
    other: Taxonomy
    cells: tuple[Cross, ...]
    unmatched: tuple[Cluster, ...]
    unmatched_other: tuple[Cluster, ...]


def crosswalk(
    one: Taxonomy, other: Taxonomy, firms: dict[tuple[str, str], frozenset[str]] | None = None
) -> Crosswalk:
    """Hold every cluster of `one` against every cluster of `other`.

    Args:
        firms: the names of the firms in each cluster, by keys of taxonomy and cluster.
    """
    inside = firms or {}
    cells = []
    for left in one.clusters:
        for right in other.clusters:
            both = inside.get((one.key, left.key), frozenset()) & inside.get(
                (other.key, right.key), frozenset()
            )
            if found := _met(one, other, whole(one, left), whole(other, right)):
                cells.append(Cross(left, right, *found, tuple(sorted(both))))
    matched, matched_other = {cell.one.key for cell in cells}, {cell.other.key for cell in cells}
    return Crosswalk(
        one, other, tuple(cells),
        tuple(cluster for cluster in one.clusters if cluster.key not in matched),
        tuple(cluster for cluster in other.clusters if cluster.key not in matched_other),
    )  # fmt: skip


def _met(one: Taxonomy, other: Taxonomy, left: Cluster, right: Cluster) -> tuple[How, tuple[str, ...]] | None:
    stated = [
        link.why
        for link in other.links
        if (link.taxonomy, link.cluster, link.to) == (one.key, left.key, right.key)
    ]
    stated += [
        link.why
        for link in one.links
        if (link.taxonomy, link.cluster, link.to) == (other.key, right.key, left.key)
    ]
    if stated:
        return "stated", tuple(stated)
    if names := [name for name in left.names if name in right.names]:
        return "same_name", (names[0],)
    common = (*_codes(left.codes, right.codes), *_words(left, right))
    return ("overlap", common) if common else None


def _codes(left: Iterable[str], right: Sequence[str]) -> tuple[str, ...]:
    """The narrower of each two codes of which one lies within the other."""
    found = {a if within(a, b) else b for a in left for b in right if within(a, b) or within(b, a)}
    return tuple(sorted(found))


def _words(left: Cluster, right: Cluster) -> tuple[str, ...]:
    """The narrower of each two words of which one holds the other, names of clusters among them."""
    one, other = (*left.names[:1], *left.products), (*right.names[:1], *right.products)
    found = {max(a, b, key=len) for a in one for b in other if a in b or b in a}
    return tuple(sorted(found))
