"""From facts to entities: who bears which names, by what documents state and how names are written."""

from collections.abc import Iterable, Mapping

from bulian.model.fact import Event, Fact, Relation
from bulian.resolve.clusters import Clusters
from bulian.resolve.entity import Alias, Entity, Kind, entity_id
from bulian.resolve.folding import Folds, plain
from bulian.resolve.identities import Identities, found_by, one_form
from bulian.resolve.kinds import kind_of_name, kinds_by_role
from bulian.resolve.stated import Stated, clear_aliases, stated_aliases

_NAMED_BY_TAIL = (
    "leads", "member_of", "part_of", "upstream_of", "located_in", "invests_in", "cooperates_with", "same_as",
)  # fmt: skip
"""Relations whose tail is somebody or something with a name; products, titles and directions are none."""


def identify(facts: Iterable[Fact], home: Folds) -> Identities:
    """Who is who among the names in these facts, whatever their order.

    Args:
        facts: those in force. home: knows the forms of the district's own name.
    """
    told = tuple(facts)
    relations = tuple(fact for fact in told if isinstance(fact, Relation))
    stated = stated_aliases(relations)
    clear, _ = clear_aliases(stated)
    names = sorted(_names(told))
    forms = {name: one_form(name, home) for name in names}
    clusters = Clusters({*names, *forms.values()})
    for name, form in forms.items():
        clusters.join(name, form)
    for one in clear:
        clusters.join(one.alias, one.name)
    entities = _entities(clusters, clear, kinds_by_role(relations), home)
    ids = {name: entity_id(name) for entity in entities for name in entity.names}
    return Identities(home, entities, found_by(entities, ids))


def _names(facts: Iterable[Fact]) -> set[str]:
    """Every name that facts use for somebody or something, as `plain` writes it."""
    names: set[str | None] = set()
    for fact in facts:
        if isinstance(fact, Relation):
            names |= {fact.head, fact.tail} if fact.type in _NAMED_BY_TAIL else {fact.head}
        elif isinstance(fact, Event):
            names |= set(fact.participants)
        else:
            names.add(fact.subject)
    return {written for name in names if name and (written := plain(name))}


def _entities(
    clusters: Clusters, clear: tuple[Stated, ...], roles: Mapping[str, Kind], home: Folds
) -> tuple[Entity, ...]:
    facts = {one.alias: one.facts for one in clear}
    found = [_entity(group, facts, roles, home) for group in clusters.groups()]
    return tuple(sorted(found, key=lambda entity: entity.name))


def _entity(
    group: tuple[str, ...], facts: Mapping[str, tuple[str, ...]], roles: Mapping[str, Kind], home: Folds
) -> Entity:
    def fullness(name: str) -> tuple[bool, bool, bool, int, str]:
        firm = kind_of_name(name) == "firm"
        return name not in facts, one_form(name, home) == name, firm, len(name), name

    name = max(group, key=fullness)
    aliases = (_alias(other, facts) for other in group if other != name)
    return Entity(entity_id(name), _kind(name, group, roles), name, tuple(aliases))


def _alias(name: str, facts: Mapping[str, tuple[str, ...]]) -> Alias:
    return Alias(name, "stated", facts[name]) if name in facts else Alias(name, "written")


def _kind(name: str, group: tuple[str, ...], roles: Mapping[str, Kind]) -> Kind:
    """By the fullest name; what shows nothing is told by the other names, then by what facts say of it."""
    by_name = [kind for each in (name, *group) if (kind := kind_of_name(each)) != "other"]
    by_role = [roles[each] for each in group if each in roles]
    return next(iter((*by_name, *sorted(by_role, key=lambda kind: kind != "firm"))), "other")
