"""A firm: all that registers, facts and people tell of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from bulian.assess.datum import Datum, data_in_force, in_force
from bulian.assess.firms.register import Note, notes
from bulian.assess.standing import standing
from bulian.model.document import Document
from bulian.model.fact import Event, Relation
from bulian.model.stored import Source, Sourced
from bulian.resolve.identities import Identities
from bulian.vocab.firm_attributes import Origin, firm_attributes, origins
from bulian.vocab.gbt4754 import Industry, industry

_YEAR = (364, 365)
_SAYS = ("leads", "member_of", "produces", "designated")


@dataclass(frozen=True)
class Firm:
    """One firm under its fullest name.

    Attributes:
        notes: cells of registers. data: its actual numbers of whole years, and stocks, by any name of it.
        relations: facts that tell what it makes or leads, and what it was named. events: what befell it.
        synthetic: everything known of it is made up for illustration.
    """

    name: str
    notes: tuple[Note, ...]
    data: tuple[Datum, ...]
    relations: tuple[Sourced, ...]
    events: tuple[Sourced, ...]
    synthetic: bool

    def told(self, attribute: str, until: int | None = None) -> tuple[Note, ...]:
        """The cells that tell an attribute, the newest year first, none later than `until`; undated last."""
        found = [one for one in self.notes if one.attribute == attribute]
        found = [one for one in found if until is None or one.year is None or one.year <= until]
        return tuple(sorted(found, key=lambda one: (-(one.year or 0), one.place)))

    def first(self, attribute: str, until: int | None = None) -> Note | None:
        """The newest cell that tells an attribute."""
        return next(iter(self.told(attribute, until)), None)

    def number(self, attribute: str, year: int) -> Datum | None:
        """The number in force of an attribute in a year; None where it is not known, which is not zero."""
        for indicator in firm_attributes()[attribute].words:
            if found := self._numbers.get((indicator, year)):
                return standing(list(found)).datum
        return None

    def years(self, attribute: str) -> tuple[int, ...]:
        """The years of which a number of the attribute is known, oldest first."""
        words = firm_attributes()[attribute].words
        return tuple(sorted({year for indicator, year in self._numbers if indicator in words}))

    def said(self, *types: str) -> tuple[Relation, ...]:
        """The relations of these types in which it is the head."""
        facts = (one.fact for one in self.relations)
        return tuple(one for one in facts if isinstance(one, Relation) and one.type in types)

    @cached_property
    def _numbers(self) -> Mapping[tuple[str, int], tuple[Datum, ...]]:
        """By indicator and year; what is printed as growth or rank is no number of the attribute."""
        found: dict[tuple[str, int], list[Datum]] = {}
        for datum in self.data:
            year = year_of(datum)
            # A class (百亿级) is no number to add up.
            if year and datum.fact.aspect in ("level", "share") and not datum.order_of_magnitude:
                found.setdefault((datum.indicator, year), []).append(datum)
        return {key: _of_one_period(several) for key, several in found.items()}

    @property
    def others(self) -> tuple[Datum, ...]:
        """Its numbers that the vocabulary has no attribute for (垃圾处理量, 发电量), the newest first."""
        known = {word for one in firm_attributes().values() for word in one.words if one.kind == "number"}
        found = [one for one in self.data if one.indicator not in known]
        return tuple(sorted(found, key=lambda one: one.newness, reverse=True))

    def has_base(self, datum: Datum) -> bool:
        """Whether a growth can be worked out again: the levels of its year and the year before are known."""
        year = year_of(datum)
        name = datum.indicator.removesuffix("增速")
        return year is not None and all((name, each) in self._numbers for each in (year, year - 1))

    def intensity(self, year: int) -> Decimal | None:
        """R&D spending over revenue (研发强度) as a ratio; None where that is not known or not defined."""
        rd, revenue = self.number("rd", year), self.number("revenue", year)
        if rd is None or revenue is None or isinstance(rd.value, tuple) or isinstance(revenue.value, tuple):
            return None
        return rd.value / revenue.value if revenue.value > 0 else None

    @cached_property
    def industry(self) -> Industry | None:
        """By the newest code that a register gives it; None where none does or it is no code."""
        told = self.first("gb_code")
        return industry(told.text) if told else None

    @property
    def products(self) -> tuple[str, ...]:
        """What registers say it makes, and what facts say it leads or makes."""
        told = [one.text for one in self.told("product")]
        said = [one.tail for one in self.said("leads", "member_of", "produces")]
        return tuple(dict.fromkeys((*told, *said)))

    @property
    def origin(self) -> Origin | None:
        """Attracted, home-grown or split off; None where nobody says."""
        told = self.first("origin")
        return origins().get(told.text) if told else None

    @property
    def settled(self) -> int | None:
        """The year it came or began; None where nobody says."""
        return _year(self.first("settled"))

    @property
    def left(self) -> int | None:
        """The year it went or closed; None where nobody says."""
        return _year(self.first("left"))

    def there_in(self, year: int) -> bool | None:
        """Whether it was in the district in a year; None where nothing tells when it came."""
        if self.left is not None and self.left <= year:
            return False
        if self.settled is None:
            return True if self.years("revenue") and self.years("revenue")[0] <= year else None
        return self.settled <= year


Book = Mapping[str, Firm]
"""Every firm by its fullest name."""


def firms(documents: Iterable[tuple[Document, Source]], facts: Iterable[Sourced], names: Identities) -> Book:
    """Every firm that a register lists or a fact names, under one name.

    Args:
        documents: those with tables, with their sources. names: who is who.
    """
    told = tuple(one for one in facts if in_force(one))
    registered: dict[str, list[Note]] = {}
    for document, source in documents:
        for name, note in notes(document, source):
            registered.setdefault(names.name_of(name), []).append(note)
    data: dict[str, list[Datum]] = {}
    spoken_of: set[str] = set()
    for datum in data_in_force(told, names):
        if datum.subject:
            spoken_of.add(datum.subject)
        if datum.subject and datum.fact.modality == "actual" and not datum.ahead:
            data.setdefault(datum.subject, []).append(datum)
    relations: dict[str, list[Sourced]] = {}
    for one in told:
        if isinstance(one.fact, Relation) and one.fact.type in _SAYS:
            relations.setdefault(names.name_of(one.fact.head), []).append(one)
    events: dict[str, list[Sourced]] = {}
    for one in told:
        for name in one.fact.participants if isinstance(one.fact, Event) else ():
            events.setdefault(names.name_of(name), []).append(one)
    named = (name for name in (*spoken_of, *relations, *events) if _is_firm(name, names))
    return {
        name: _firm(
            name, registered.get(name, []), data.get(name, []), relations.get(name, []), events.get(name, [])
        )
        for name in sorted({*registered, *named})
    }


def _firm(
    name: str, mine: list[Note], numbers: list[Datum], said: list[Sourced], events: list[Sourced]
) -> Firm:
    marks = [one.synthetic for one in mine] + [one.synthetic for one in numbers]
    marks += [one.source.synthetic for one in (*said, *events)]
    if not all(marks):
        # Made-up rows never mix with real ones: of a real firm they say nothing.
        mine = [one for one in mine if not one.synthetic]
        numbers = [one for one in numbers if not one.synthetic]
    return Firm(name, tuple(mine), tuple(numbers), tuple(said), tuple(events), all(marks))


def _is_firm(name: str, names: Identities) -> bool:
    entity = names.entity(name)
    return entity is not None and entity.kind == "firm"


def year_of(datum: Datum) -> int | None:
    """The whole year a number speaks of; None for a month, a part of a year, and the undated."""
    if datum.days is None:
        return None
    first, last = datum.days
    return last.year if first.year == last.year and (last - first).days in _YEAR else None


def _of_one_period(several: list[Datum]) -> tuple[Datum, ...]:
    newest = max(several, key=lambda one: one.newness).fact.period
    return tuple(one for one in several if one.fact.period == newest)


def _year(note: Note | None) -> int | None:
    text = note.text[:4] if note else ""
    return int(text) if text.isdigit() and len(text) == 4 else None
