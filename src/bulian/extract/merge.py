"""A quote printed twice is one fact with two places."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from bulian.model.fact import Fact
from bulian.model.place import Place

F = TypeVar("F", bound=Fact)


def merged(facts: Iterable[F]) -> tuple[F, ...]:
    """Facts of one document in their order, those with the same id as one; later places go into `also`."""
    first: dict[str, F] = {}
    also: dict[str, dict[Place, None]] = {}
    for fact in facts:
        key = fact.id
        if first.setdefault(key, fact).place != fact.place:
            also.setdefault(key, {})[fact.place] = None
    return tuple(
        replace(fact, also=(*fact.also, *also[key])) if key in also else fact for key, fact in first.items()
    )
