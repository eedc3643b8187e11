"""What documents call directions of attraction or clusters, as versions of their own, by the document's day.

Where a district has no file of its taxonomy, its documents are taken at their word: one version a document.
"""

from collections.abc import Iterable

from bulian.extract.fold import fold
from bulian.model.fact import Relation
from bulian.model.stored import Sourced
from bulian.vocab.taxonomy import Cluster, Kind, Taxonomy

ON_DIRECTIONS = ("招商方向", "招商领域")
_ON_CLUSTERS = ("产业集群", "支柱产业", "主导产业")
UNDATED = "0001-01-01"
"""The day of a version whose document has none: it is older than any that has one, not of today."""


def told_directions(facts: Iterable[Sourced]) -> tuple[Taxonomy, ...]:
    """The directions that each document on 招商方向 names, oldest first; documents without a day lead."""
    told = _by_source(facts, "targets")
    return _versions({name: (day, _called(aims)) for name, (day, aims) in told.items()}, "directions")


def told_clusters(facts: Iterable[Sourced], homes: frozenset[str]) -> tuple[Taxonomy, ...]:
    """The clusters or pillars that each document says the district has, oldest first.

    Args:
        homes: the names of the district, whose parts count.
    """
    return _versions(
        {
            name: (day, [_bare(one.head) for one in parts if one.tail in homes and _says(one, _ON_CLUSTERS)])
            for name, (day, parts) in _by_source(facts, "part_of").items()
        },
        "clusters",
    )


def on_directions(fact: Relation) -> bool:
    """Whether its sentence speaks of directions of attraction."""
    return _says(fact, ON_DIRECTIONS)


def _by_source(facts: Iterable[Sourced], kind: str) -> dict[str, tuple[str, list[Relation]]]:
    found: dict[str, tuple[str, list[Relation]]] = {}
    for one in facts:
        if isinstance(one.fact, Relation) and one.fact.type == kind:
            found.setdefault(one.source.name, (one.source.published_on or "", []))[1].append(one.fact)
    return found


def _versions(told: dict[str, tuple[str, list[str]]], kind: Kind) -> tuple[Taxonomy, ...]:
    found: dict[str, Taxonomy] = {}
    for source, (day, names) in sorted(told.items(), key=lambda one: (one[1][0], one[0])):
        if not names:
            continue
        key = f"told_{day or 'undated'}"
        same = sum(one.valid_from == (day or UNDATED) for one in found.values())
        key = f"{key}_{same + 1}" if same else key
        cells = tuple(Cluster(name, name, name, (name, f"{name}产业")) for name in dict.fromkeys(names))
        zh, en = _TITLES[kind]
        found[key] = Taxonomy(
            key, f"{zh}（{day or '未注日期'}）", f"{en} ({day or 'undated'})", kind, day or UNDATED, None,
            source, cells,
        )  # fmt: skip
    return tuple(found.values())


def _called(told: list[Relation]) -> list[str]:
    """The names that stand in a sentence on 招商方向, in its order; one inside a longer one is none.

    A relation keeps its first sentence alone, so that the others of the list may stand elsewhere.
    """
    names = dict.fromkeys(_bare(one.tail) for one in told)
    found: list[str] = []
    for quote in (fold(one.place.quote) for one in told if on_directions(one)):
        here = [name for name in names if name in quote]
        whole = [name for name in here if not any(name != other and name in other for other in here)]
        found += sorted(whole, key=quote.index)
    return found


def _says(fact: Relation, words: tuple[str, ...]) -> bool:
    quote = fold(fact.place.quote)
    return any(word in quote for word in words)


def _bare(name: str) -> str:
    return name.removesuffix("产业")


_TITLES: dict[Kind, tuple[str, str]] = {
    "directions": ("招商方向", "Directions"),
    "clusters": ("产业集群", "Clusters"),
}
