"""Who knows whom: links from facts and from outside firm tables."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from bulian.model.fact import Relation
from bulian.model.stored import Sourced
from bulian.plan.firm_index import OutsideFirm, known_to, linked
from bulian.plan.introducing import MOST_HOPS, Link
from bulian.resolve.entity import Kind
from bulian.resolve.identities import Identities

_OF_RELATION = {
    "invests_in": "shareholder", "cooperates_with": "cooperation", "upstream_of": "supplier",
    "member_of": "association", "part_of": "same_group",
}  # fmt: skip
# Products, chains and places pass no word on.
_WHO: tuple[Kind, ...] = ("firm", "branch", "body", "other", "park")
_BODIES: tuple[Kind, ...] = ("firm", "branch", "body")
_STRICT = ("upstream_of", "part_of", "member_of")
MOST_OF_EACH = 200


def links_of_facts(facts: Iterable[Sourced], who: Identities) -> Iterator[Link]:
    """A link for each relation between two that can speak for each other; made-up sources stay marked."""
    for one in facts:
        fact = one.fact
        if not isinstance(fact, Relation) or fact.type not in _OF_RELATION:
            continue
        head, tail = who.name_of(fact.head), who.name_of(fact.tail)
        if head != tail and _can_speak(head, fact.type, who) and _can_speak(tail, fact.type, who):
            yield Link(
                head, tail, _OF_RELATION[fact.type], fact.place.quote, one.source.name,
                one.source.published_on, fact.id, one.source.synthetic,
            )  # fmt: skip


def links_of_groups(who: Identities) -> Iterator[Link]:
    """Firms of one group, through the group's name; `vocab/groups.csv` and documents say who belongs."""
    for entity in who.entities:
        if entity.group and entity.group != entity.name:
            yield Link(entity.name, who.name_of(entity.group), "same_group", entity.group, "groups")


def links_of_tables(path: Path, goal: str, who: Identities) -> list[Link]:
    """What outside tables tell of those around a firm, as far as an introduction may reach."""
    found: dict[Link, None] = {}
    ring, seen = {goal}, {goal}
    for _ in range(MOST_HOPS):
        told = [_of_row(*one, who) for one in linked(path, ring, MOST_OF_EACH)]
        found.update(dict.fromkeys(told))
        ring = {name for link in told for name in (link.one, link.other)} - seen
        seen |= ring
    return list(found)


def links_of_row(firm: OutsideFirm, who: Identities) -> list[Link]:
    """What one row of an outside table tells of whom its firm knows."""
    return [_of_row(firm, kind, other, who) for kind, other in known_to(firm)]


def _of_row(firm: OutsideFirm, kind: str, other: str, who: Identities) -> Link:
    return Link(
        who.name_of(firm.name), who.name_of(other), kind, other, firm.place, firm.dated,
        synthetic=firm.synthetic,
    )  # fmt: skip


def _can_speak(name: str, relation: str, who: Identities) -> bool:
    entity = who.entity(name)
    return entity is not None and entity.kind in (_BODIES if relation in _STRICT else _WHO)
