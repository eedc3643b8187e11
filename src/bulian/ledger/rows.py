"""Facts as rows of the ledger and back: the same fact comes out that went in."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, cast

from bulian.model.fact import Event, Fact, Observation, Relation, Statement, value_of, value_text
from bulian.model.period import days
from bulian.model.place import Cell, HeaderCell, Place, Span

# What of view reading_fact makes a fact again, in the order `fact_of` takes it.
COLUMNS = (
    *("kind", "type", "subject", "object", "indicator", "aspect", "value", "unit", "bound", "modality"),
    *("period", "basis", "quote", "surface", "start_at", "end_at", "sheet", "cell", "headers"),
    *("surface_start", "rule", "text", "synthetic"),
)
_FACT_FIELDS = (
    *("kind", "type", "subject", "object", "indicator", "aspect", "value", "unit", "bound", "modality"),
    *("period", "first_day", "last_day", "basis", "quote", "surface"),
)


def merged(facts: Iterable[Fact]) -> dict[str, tuple[Fact, tuple[Place, ...]]]:
    """Each fact once by its id, with every place where it stands, the first place first."""
    found: dict[str, tuple[Fact, tuple[Place, ...]]] = {}
    for fact in facts:
        fact_id = fact.id
        first, places = found.setdefault(fact_id, (fact, ()))
        new = (place for place in (fact.place, *fact.also) if place not in places)
        found[fact_id] = (first, (*places, *dict.fromkeys(new)))
    return found


def fact_fields(fact: Fact) -> dict[str, object]:
    """The row of table `fact` by column, without id and document; subject, object and indicator as text."""
    fields: dict[str, object] = dict.fromkeys(_FACT_FIELDS)
    fields |= {"kind": fact.kind, "quote": fact.place.quote}
    if isinstance(fact, Observation):
        fields |= {
            "subject": fact.subject, "indicator": fact.indicator, "aspect": fact.aspect,
            "value": value_text(fact.value), "unit": fact.unit, "surface": fact.surface, "bound": fact.bound,
            "modality": fact.modality, "period": fact.period, "basis": fact.basis,
        }  # fmt: skip
    elif isinstance(fact, Relation):
        fields |= {"type": fact.type, "subject": fact.head, "object": fact.tail}
    elif isinstance(fact, Event):
        fields |= {"type": fact.type, "period": fact.date}
    else:
        fields |= {
            "type": fact.type,
            "subject": fact.subject,
            "modality": fact.modality,
            "period": fact.period,
        }
    period = fields["period"]
    fields["first_day"], fields["last_day"] = day_range(period if isinstance(period, str) else None)
    return fields


def parties(fact: Fact) -> tuple[str, ...]:
    """Every name that the fact speaks of."""
    if isinstance(fact, Relation):
        return fact.head, fact.tail
    if isinstance(fact, Event):
        return fact.participants
    return (fact.subject,) if fact.subject is not None else ()


def sighting_fields(fact: Fact, places: tuple[Place, ...]) -> Iterator[dict[str, object]]:
    """The rows of table `sighting` by column, without fact and reading: one a place."""
    about: dict[str, object] = {
        "surface_start": fact.surface_start if isinstance(fact, Observation) else None,
        "rule": fact.rule,
        "text": fact.text if isinstance(fact, Statement) else None,
        "synthetic": int(isinstance(fact, Observation) and fact.synthetic),
    }
    for number, place in enumerate(places):
        quote = None if place.quote == fact.place.quote else place.quote
        more = 0 if number else len(places) - 1
        yield about | place_fields(place) | {"place": number, "more": more, "quote": quote}


def place_fields(place: Place) -> dict[str, object]:
    """Where a place stands, by column."""
    if isinstance(place, Cell):
        headers = json.dumps([[header.cell, header.text] for header in place.headers], ensure_ascii=False)
        return {"start_at": None, "end_at": None, "sheet": place.sheet, "cell": place.ref, "headers": headers}
    return {"start_at": place.start, "end_at": place.end, "sheet": None, "cell": None, "headers": None}


def fact_of(doc: str, row: tuple[Any, ...], also: tuple[Place, ...], participants: tuple[str, ...]) -> Fact:
    """The fact of a row of `COLUMNS`, with its further places and, for an event, who took part."""
    (
        kind, type_, subject, object_, indicator, aspect, value, unit, bound, modality, period, basis,
        quote, surface, start, end, sheet, cell, headers, surface_start, rule, text, synthetic,
    ) = row  # fmt: skip
    place = place_of(start, end, sheet, cell, headers, quote)
    if kind == "observation":
        return Observation(
            doc, place, subject, indicator, aspect, value_of(value), unit, surface, surface_start, bound,
            modality, period, basis, rule, also, bool(synthetic),
        )  # fmt: skip
    # These kinds are read from text alone; the place is a span as it was stored.
    span = cast(Span, place)
    if kind == "relation":
        return Relation(doc, span, subject, type_, object_, rule, also)
    if kind == "event":
        return Event(doc, span, type_, period, participants, rule, also)
    return Statement(doc, span, type_, subject, text, modality, period, rule, also)


def place_of(
    start: int | None, end: int | None, sheet: str | None, cell: str | None, headers: str | None, quote: str
) -> Place:
    """The place of a sighting's row."""
    if sheet is not None and cell is not None:
        told = tuple(HeaderCell(*header) for header in json.loads(headers or "[]"))
        return Cell(sheet, cell, quote, told)
    if start is None or end is None:
        raise ValueError("a place is a span of the text or a cell of a sheet")
    return Span(start, end, quote)


def day_range(period: str | None) -> tuple[str | None, str | None]:
    """First and last day of a period as ISO text; (None, None) where it is undated or no period."""
    if period is None:
        return None, None
    try:
        first, last = days(period)
    except ValueError:
        return None, None
    return first.isoformat(), last.isoformat()
