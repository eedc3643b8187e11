"""Whom may a name mean that no fact uses? The entities whose names share a key with it, by their clues; and
for a name that was mistyped, the names written most like it."""

import heapq
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


def written_like(name: str, names: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """The names that share most pairs of neighbouring characters with one, for a slip of the pen.

    A name counts from half of the pairs on (Dice's coefficient); of equal ones the first by name.

    >>> written_like("外地一号光学公司", ("外地一号光学有限公司", "外地二号光学有限公司", "甲山面业有限公司"))
    ('外地一号光学有限公司', '外地二号光学有限公司')
    """
    wanted = _pairs(plain(name))
    likeness = {}
    for other in names:
        pairs = _pairs(other)
        if 4 * len(wanted & pairs) >= len(wanted) + len(pairs) > 0:
            likeness[other] = 2 * len(wanted & pairs) / (len(wanted) + len(pairs))
    return tuple(heapq.nsmallest(most, likeness, key=lambda one: (-likeness[one], one)))


def _pairs(name: str) -> frozenset[str]:
    return frozenset(name[at : at + 2] for at in range(len(name) - 1))
