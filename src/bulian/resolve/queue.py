"""The review queue (待定队列): pairs that a person must decide, each with its clues."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from bulian.resolve.clusters import Clusters
from bulian.resolve.joining import Join
from bulian.resolve.judged import Judged, Standing, pair_of
from bulian.resolve.matching import Match
from bulian.resolve.scored import Scored
from bulian.resolve.stated import Stated

Reason = Literal["unsure", "ambiguous", "barred", "disputed"]
"""The clues do not suffice, or fit several; one alias stands for several names; a join would bring together
what must stay apart; people decided otherwise than others."""


@dataclass(frozen=True, slots=True)
class Undecided:
    """A pair of names that waits for a person.

    Attributes:
        match: the clues, None where the question is not one of clues.
        facts: ids of the relations that state the alias. judged: the judgements that differ.
    """

    one: str
    other: str
    reason: Reason
    match: Match | None = None
    facts: tuple[str, ...] = ()
    judged: tuple[Judged, ...] = ()


def undecided(
    scored: Scored,
    ambiguous: Mapping[str, tuple[Stated, ...]],
    kept_apart: Iterable[Join],
    judged: Standing,
    clusters: Clusters,
) -> tuple[Undecided, ...]:
    """What waits, disputes first, then by score; pairs that are one by now, or were judged, do not wait."""
    disputed = [Undecided(*pair, "disputed", judged=acts) for pair, acts in sorted(judged.disputed.items())]
    stated = [
        Undecided(one.alias, one.name, "ambiguous", facts=one.facts)
        for several in ambiguous.values()
        for one in several
    ]
    barred = [Undecided(*join.pair, "barred") for join in kept_apart]
    unsure = [
        Undecided(found.one, found.other, "unsure", found)
        for found in sorted(scored.review, key=lambda found: (-found.score, found.one, found.other))
    ]
    open_ones = [
        one
        for one in (*stated, *barred, *unsure)
        if clusters.root(one.one) != clusters.root(one.other)
        and pair_of(one.one, one.other) not in judged.held
    ]
    return (*disputed, *open_ones)
