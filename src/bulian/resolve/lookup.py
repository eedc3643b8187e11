"""Whom may a name mean that no fact uses? The entities whose names share a key with it, by their clues."""

from collections.abc import Iterable

from bulian.resolve.candidates import keys
from bulian.resolve.entity import Entity
from bulian.resolve.folding import plain
from bulian.resolve.matching import Match, match
from bulian.resolve.population import population
from bulian.resolve.scored import SHORT_NAME


def closest(name: str, entities: Iterable[Entity], limit: int = 5) -> tuple[tuple[Entity, Match], ...]:
    """The entities that a name fits best, each with the best match of its names, the best first.

    Those that clues hold apart from it are left out.
    """
    wanted = keys(plain(name))
    firms = [
        entity
        for entity in entities
        if entity.kind in ("firm", "branch") or (entity.kind == "other" and len(entity.name) <= SHORT_NAME)
    ]
    among = population(entity.name for entity in firms)
    found = []
    for entity in firms:
        compared = [match(name, other, among) for other in entity.names if keys(other) & wanted]
        best = max(compared, key=lambda one: one.score, default=None)
        if best and best.decision != "apart":
            found.append((entity, best))
    return tuple(sorted(found, key=lambda one: (-one[1].score, one[0].name))[:limit])
