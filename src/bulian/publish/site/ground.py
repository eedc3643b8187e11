"""What was assessed of a ledger, once for all pages until the ledger changes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bulian.assess.datum import Datum, data_in_force, in_force
from bulian.assess.disagreement import Disagreement, disagreements
from bulian.assess.series import Series, SeriesKey, key_of, series
from bulian.assess.targets import Target, targets
from bulian.ledger.scope import Seen
from bulian.model.fact import Event, Fact, Relation
from bulian.model.stored import Source, Sourced
from bulian.resolve.identities import Identities


@dataclass(frozen=True, slots=True)
class Ground:
    """All that pages ask of a ledger again and again.

    Attributes:
        names: who is who. sources: every document in force, by content hash.
        facts: those in force by id. of_document: their ids by content hash.
        about: by an entity's name, the ids of the facts that speak of it.
        events: the newest first. data: observations by id. series: by key. conflicts: contradictions first.
    """

    names: Identities
    sources: Mapping[str, Source]
    facts: Mapping[str, Sourced] = field(repr=False)
    of_document: Mapping[str, tuple[str, ...]] = field(repr=False)
    about: Mapping[str, tuple[str, ...]] = field(repr=False)
    events: tuple[Sourced, ...] = field(repr=False)
    data: Mapping[str, Datum] = field(repr=False)
    series: Mapping[SeriesKey, Series] = field(repr=False)
    targets: tuple[Target, ...] = field(repr=False)
    conflicts: tuple[Disagreement, ...] = field(repr=False)

    def series_of(self, datum: Datum) -> Series | None:
        """The series a datum belongs to; None where nothing says whose number it is."""
        key = key_of(datum)
        return self.series.get(key) if key else None


def ground(told: Seen, names: Identities) -> Ground:
    """Assess all that a ledger tells now; `names` knows who is who."""
    facts = {one.fact.id: one for one in told.facts if in_force(one)}
    data = data_in_force(told.facts, names)
    several = series(data)
    of_document: dict[str, list[str]] = defaultdict(list)
    about: dict[str, list[str]] = defaultdict(list)
    for fact_id, one in facts.items():
        of_document[one.fact.doc].append(fact_id)
        for name in dict.fromkeys(names.name_of(name) for name in named(one.fact)):
            about[name].append(fact_id)
    return Ground(
        names=names,
        sources={one.doc: one for one in told.sources},
        facts=facts,
        of_document={doc: tuple(ids) for doc, ids in of_document.items()},
        about={name: tuple(ids) for name, ids in about.items()},
        events=newest_first(one for one in facts.values() if isinstance(one.fact, Event)),
        data={datum.id: datum for datum in data},
        series={one.key: one for one in several},
        targets=targets(several),
        conflicts=disagreements(several),
    )


def date_of(event: Sourced) -> str:
    """The date of an event as told: a day, month or year."""
    return event.fact.date if isinstance(event.fact, Event) else ""


def newest_first(events: Iterable[Sourced]) -> tuple[Sourced, ...]:
    """Events by their dates, the last one first."""
    return tuple(sorted(events, key=lambda one: (date_of(one), one.fact.id), reverse=True))


def named(fact: Fact) -> tuple[str, ...]:
    """Whom or what a fact speaks of."""
    if isinstance(fact, Relation):
        return fact.head, fact.tail
    if isinstance(fact, Event):
        return fact.participants
    return (fact.subject,) if fact.subject else ()
