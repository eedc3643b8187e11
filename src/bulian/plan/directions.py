"""Attraction directions (招商方向) crossed with clusters, chains and the city's system; what falls between.

A direction is a cell of a taxonomy of the kind "directions", or, where a district keeps none, what its
documents call a direction. Its segments are what documents say is part of it or aimed at within it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from bulian.assess.cluster.crosswalk import Cross, Crosswalk, crosswalk
from bulian.chain.naming import Words
from bulian.extract.fold import fold
from bulian.model.chain import Chain, Name
from bulian.model.fact import Relation
from bulian.model.stored import Sourced
from bulian.plan.told import on_directions
from bulian.vocab.gbt4754 import within
from bulian.vocab.taxonomy import Cluster, Taxonomy

_HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Named:
    """A chain that a segment names, and its node or segment of that name; None for the chain as a whole."""

    chain: Chain
    part: Name | None


@dataclass(frozen=True, slots=True)
class Aim:
    """A segment that documents name, and what it meets.

    Attributes:
        direction: the key of the one it lies under; "" for none. facts: those that name it.
        by_chain: no document puts it there; it names a part of a chain that this direction alone covers.
        chains: what it names in chains. clusters, city: those it has words in common with.
    """

    name: str
    direction: str
    facts: tuple[str, ...]
    by_chain: bool = False
    chains: tuple[Named, ...] = ()
    clusters: tuple[Cluster, ...] = ()
    city: tuple[Cluster, ...] = ()


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
    known = tuple(chains)
    covers = tuple(_cover(chain, one) for chain in known for one in taxonomy.clusters)
    aims = _met(_aims(taxonomy, told, homes), known, covers, others)
    return Directions(
        taxonomy,
        {one.key: _stated(one, told) for one in taxonomy.clusters},
        tuple(one for one in aims if one.direction),
        tuple(one for one in aims if not one.direction),
        crosswalk(taxonomy, clusters) if clusters else None,
        crosswalk(taxonomy, city),
        covers,
    )


def _stated(direction: Cluster, told: Sequence[Relation]) -> tuple[str, ...]:
    """The facts whose sentence calls it a direction; else those that aim at it."""
    targets = [one for one in told if one.type == "targets"]
    names = [name.removesuffix("产业") for name in direction.names]
    called = [one for one in targets if on_directions(one) and any(n in fold(one.place.quote) for n in names)]
    aimed = [one for one in targets if _same(one.tail, direction)]
    return tuple(one.id for one in called or aimed)


def _aims(taxonomy: Taxonomy, told: Sequence[Relation], homes: frozenset[str]) -> list[Aim]:
    """What is told under each direction, then what the district aims at under none."""
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
    found = [Aim(name, under[name], tuple(ids)) for name, ids in inside.items()]
    return found + [Aim(name, "", tuple(ids)) for name, ids in beyond.items()]


def _met(
    aims: Sequence[Aim],
    chains: Sequence[Chain],
    covers: Sequence[ChainCover],
    others: tuple[Taxonomy | None, Taxonomy],
) -> list[Aim]:
    """The aims with what each names; one told under none lies where the chains it names are covered."""
    words = [(chain, Words(chain)) for chain in chains]
    cells = tuple(Cluster(one.name, one.name, one.name, _forms(one.name)) for one in aims)
    every = Taxonomy("aims", "", "", "directions", "", None, "", cells)
    clusters, city = (_cells(every, other) for other in others)
    found = []
    for one in aims:
        chains_met = tuple(met for chain, each in words if (met := _in_chain(one.name, chain, each)))
        home = one.direction or _covering(chains_met, covers)
        found.append(
            replace(
                one,
                direction=home,
                by_chain=not one.direction and bool(home),
                chains=chains_met,
                clusters=clusters.get(one.name, ()),
                city=city.get(one.name, ()),
            )
        )
    return found


def _forms(name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((name.removesuffix("产业"), name)))


def _cells(aims: Taxonomy, other: Taxonomy | None) -> dict[str, tuple[Cluster, ...]]:
    found: dict[str, tuple[Cluster, ...]] = {}
    for cell in crosswalk(aims, other).cells if other else ():
        found[cell.one.key] = (*found.get(cell.one.key, ()), cell.other)
    return found


def _in_chain(name: str, chain: Chain, words: Words) -> Named | None:
    """The part of a chain whose whole word a name is."""
    met = words.find(name)
    if met is None or not met.whole or met.what == "cluster":
        return None
    names = {one.id: one.name for one in chain.segments} | {one.id: one.name for one in chain.nodes}
    return Named(chain, names.get(met.id) if met.what in ("segment", "node") else None)


def _covering(met: Sequence[Named], covers: Sequence[ChainCover]) -> str:
    """The one direction that covers the chains a segment names; "" where none or several do."""
    named = {one.chain.id for one in met}
    homes = {one.direction for one in covers if one.covers and one.chain.id in named}
    return homes.pop() if len(homes) == 1 else ""


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
        if not one.by_chain:
            words.setdefault(one.direction, []).append(one.name)
    cells = tuple(
        replace(one, products=(*one.products, *words.get(one.key, ()))) for one in taxonomy.clusters
    )
    return replace(taxonomy, clusters=cells)
