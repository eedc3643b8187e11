"""What a paper may cite: a number as it counts, or any other fact with its source."""

from dataclasses import dataclass
from typing import Protocol

from bulian.assess.datum import Datum, in_force
from bulian.model.fact import Fact
from bulian.model.stored import Source, Sourced


class Evidence(Protocol):
    """A fact that a citation can quote; a `Datum` is one."""

    @property
    def id(self) -> str:
        """The fact's."""
        ...

    @property
    def fact(self) -> Fact:
        """What is said, and where."""
        ...

    @property
    def source(self) -> Source:
        """The document that says it."""
        ...

    @property
    def synthetic(self) -> bool:
        """It is made up for illustration."""
        ...


@dataclass(frozen=True, slots=True)
class Told:
    """A fact without a number: a relation, an event, a goal."""

    id: str
    fact: Fact
    source: Source
    synthetic: bool


def evidence(facts: tuple[Sourced, ...], data: tuple[Datum, ...]) -> dict[str, Evidence]:
    """Everything in force by its id; numbers as they count, with their corrections."""
    found: dict[str, Evidence] = {
        one.fact.id: Told(one.fact.id, one.fact, one.source, one.source.synthetic)
        for one in facts
        if in_force(one)
    }
    return found | {datum.id: datum for datum in data}
