"""Attraction directions (招商方向) crossed with clusters, chains and the city's system; what falls between.

A direction is a cell of a taxonomy of the kind "directions", or, where a district keeps none, what its
documents call a direction. Its segments are what documents say is part of it or aimed at within it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from bulian.assess.cluster.crosswalk import Cross, Crosswalk, crosswalk
from bulian.extract.fold import fold
from bulian.model.chain import Chain
from bulian.model.fact import Relation
from bulian.model.stored import Sourced
from bulian.vocab.gbt4754 import within
from bulian.vocab.taxonomy import Cluster, Taxonomy

_CALLED = ("招商方向", "招商领域")
_HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Aim:
    """A segment that documents name, the facts that say so, the direction it is told under; "" for none."""

    name: str
    direction: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChainCover:
    """How far a direction covers a chain.

    Attributes:
        named: the chain belongs to an industry that the direction names. nodes: of those with a code, how
            many lie within the direction's codes; None where the direction has no codes or the chain none.
    """

    chain: Chain
    direction: str
    named: bool
    nodes: Fraction | None

    @property
    def covers(self) -> bool:
        """By name, or by half of its nodes or more."""
        return self.named or (self.nodes is not None and self.nodes >= _HALF)


@dataclass(frozen=True, slots=True)
class Directions:
    """One version of directions against everything else.

    Attributes:
        stated: by direction's key, the facts that call it a direction.
        aims: every segment that is told under a direction. outside: aims of the district under none.
        clusters, city: crosswalks; None without a taxonomy of clusters.
        uncovered: clusters that no direction covers. uncarried: directions that no cluster carries.
        chains: every chain that a direction touches. chains_uncovered: chains that none covers.
    """

    taxonomy: Taxonomy
    stated: Mapping[str, tuple[str, ...]]
    aims: tuple[Aim, ...]
    outside: tuple[Aim, ...]
    clusters: Crosswalk | None
    city: Crosswalk
    chains: tuple[ChainCover, ...]

    @property
    def uncovered(self) -> tuple[Cluster, ...]:
        """The clusters that no direction covers."""
        return self.clusters.unmatched_other if self.clusters else ()

    @property
    def uncarried(self) -> tuple[Cluster, ...]:
        """The directions that no cluster carries."""
        return self.clusters.unmatched if self.clusters else ()

    @property
    def chains_uncovered(self) -> tuple[Chain, ...]:
        """The chains that no direction covers."""
        covered = {one.chain.id for one in self.chains if one.covers}
        return tuple({one.chain.id: one.chain for one in self.chains if one.chain.id not in covered}.values())

    def crosses(self, direction: Cluster, walk: Crosswalk | None) -> tuple[Cross, ...]:
        """The cells of one direction in a crosswalk."""
        return tuple(cell for cell in walk.cells if cell.one.key == direction.key) if walk else ()


def directions(
    taxonomy: Taxonomy,
    facts: Sequence[Sourced],
    others: tuple[Taxonomy | None, Taxonomy],
    chains: Iterable[Chain],
    homes: frozenset[str],
) -> Directions:
    """Hold directions against what documents say, clusters, the city's system and chains.

    Args:
        facts: of real sources, in force. others: the clusters and the city's system.
        homes: the names of the district, whose aims count.
    """
    told = [one.fact for one in facts if isinstance(one.fact, Relation)]
    clusters, city = others
    return Directions(
        taxonomy,
        {one.key: _stated(one, told) for one in taxonomy.clusters},
        *_aims(taxonomy, told, homes),
        crosswalk(taxonomy, clusters) if clusters else None,
        crosswalk(taxonomy, city),
        tuple(_cover(chain, one) for chain in chains for one in taxonomy.clusters),
    )


def told_directions(facts: Iterable[Sourced]) -> Taxonomy | None:
    """The directions that the newest document that speaks of 招商方向 names; None where none does."""
    by_source: dict[str, list[Relation]] = {}
    days: dict[str, str] = {}
    for one in facts:
        if isinstance(one.fact, Relation) and one.fact.type == "targets":
            by_source.setdefault(one.source.name, []).append(one.fact)
            days[one.source.name] = one.source.published_on or one.source.recorded_at[:10]
    found = {source: names for source, told in by_source.items() if (names := _called(told))}
    if not found:
        return None
    name = max(found, key=lambda source: (days[source], source))
    cells = tuple(Cluster(tail, tail, tail, (tail, f"{tail}产业")) for tail in found[name])
    zh, en = f"招商方向（{days[name]}）", f"Directions ({days[name]})"
    return Taxonomy("told", zh, en, "directions", days[name], None, name, cells)


def _called(told: Sequence[Relation]) -> list[str]:
    """The names that stand in a sentence on 招商方向, in its order; one inside a longer one is none.

    A relation keeps its first sentence alone, so that the others of the list may stand elsewhere.
    """
    names = dict.fromkeys(one.tail.removesuffix("产业") for one in told)
    found: list[str] = []
    for quote in (fold(one.place.quote) for one in told if _on_directions(one)):
        here = [name for name in names if name in quote]
        whole = [name for name in here if not any(name != other and name in other for other in here)]
        found += sorted(whole, key=quote.index)
    return list(dict.fromkeys(found))


def _on_directions(fact: Relation) -> bool:
    return any(word in fold(fact.place.quote) for word in _CALLED)


def _stated(direction: Cluster, told: Sequence[Relation]) -> tuple[str, ...]:
    """The facts whose sentence calls it a direction; else those that aim at it."""
    targets = [one for one in told if one.type == "targets"]
    names = [name.removesuffix("产业") for name in direction.names]
    called = [
        one for one in targets if _on_directions(one) and any(n in fold(one.place.quote) for n in names)
    ]
    aimed = [one for one in targets if _same(one.tail, direction)]
    return tuple(one.id for one in called or aimed)


def _aims(
    taxonomy: Taxonomy, told: Sequence[Relation], homes: frozenset[str]
) -> tuple[tuple[Aim, ...], tuple[Aim, ...]]:
    """What is told under each direction, and what the district aims at under none."""
    aimed = [one for one in told if one.type == "targets" and one.head in homes]
    under = _under(taxonomy, told, aimed)
    inside: dict[str, list[str]] = {}
    beyond: dict[str, list[str]] = {}
    for one in told:
        name = one.head if one.type == "part_of" else one.tail
        if name in under and one.type in ("part_of", "targets"):
            inside.setdefault(name, []).append(one.id)
    for one in aimed:
        if one.tail not in under and not _direction_of(one.tail, taxonomy):
            beyond.setdefault(one.tail, []).append(one.id)
    return (
        tuple(Aim(name, under[name], tuple(ids)) for name, ids in inside.items()),
        tuple(Aim(name, "", tuple(ids)) for name, ids in beyond.items()),
    )


def _under(taxonomy: Taxonomy, told: Sequence[Relation], aimed: Sequence[Relation]) -> dict[str, str]:
    """Each segment with its direction: a part of it, a part of a part, or an aim with one of its words."""
    under: dict[str, str] = {}
    for one in (*told, *told):  # twice, so that a part of a part finds its whole wherever that is told
        if one.type == "part_of" and one.head not in under and not _direction_of(one.head, taxonomy):
            home = _direction_of(one.tail, taxonomy) or under.get(one.tail, "")
            if home:
                under[one.head] = home
    for one in aimed:
        if one.tail not in under and (home := _holding(one.tail, taxonomy)):
            under[one.tail] = home
    return under


def _direction_of(name: str, taxonomy: Taxonomy) -> str:
    return next((one.key for one in taxonomy.clusters if _same(name, one)), "")


def _same(name: str, direction: Cluster) -> bool:
    return name.removesuffix("产业") in {word.removesuffix("产业") for word in direction.names}


def _holding(name: str, taxonomy: Taxonomy) -> str:
    """The direction one of whose product words the name holds."""
    for one in taxonomy.clusters:
        words = (*one.products, *(word for segment in one.segments for word in segment.products))
        if any(word in name or name in word for word in words):
            return one.key
    return ""


def _cover(chain: Chain, direction: Cluster) -> ChainCover:
    names = (chain.name.zh, *chain.words, *chain.clusters)
    coded = [node for node in chain.nodes if node.codes]
    inside = [
        node
        for node in coded
        if any(within(code, whole) for code, _ in node.codes for whole in direction.codes)
    ]
    share = Fraction(len(inside), len(coded)) if coded and direction.codes else None
    return ChainCover(chain, direction.key, any(_same(name, direction) for name in names), share)


def with_segments(taxonomy: Taxonomy, aims: Iterable[Aim]) -> Taxonomy:
    """The directions with the segments told of them as their words, for a version that was only told."""
    words: dict[str, list[str]] = {}
    for one in aims:
        words.setdefault(one.direction, []).append(one.name)
    cells = tuple(
        replace(one, products=(*one.products, *words.get(one.key, ()))) for one in taxonomy.clusters
    )
    return replace(taxonomy, clusters=cells)
