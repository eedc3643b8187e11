"""One fact in front of its sentence or cell: what was read, where, by which rule, and what disagrees."""

from dataclasses import dataclass

from bulian.assess.authority import authority_of
from bulian.assess.datum import Datum
from bulian.assess.standing import Standing, standing
from bulian.errors import LedgerError
from bulian.ledger import judging, query
from bulian.ledger.sources import document
from bulian.model.document import Document
from bulian.model.fact import Observation
from bulian.model.place import Cell, Place, Span
from bulian.model.stored import Sourced
from bulian.publish.citations import place_words
from bulian.publish.figure import Figure
from bulian.publish.numbers import figure_of
from bulian.publish.passages import line_of, line_starts, paragraph_numbers, script_of
from bulian.publish.periods import period_words
from bulian.publish.site.marked import Piece, marked
from bulian.publish.site.page import Asked, NotFound, Page
from bulian.publish.site.pages.facts import Hit, hit
from bulian.publish.site.sheet import Sheet, sheet_around
from bulian.publish.site.site import Site

_AROUND = 4  # paragraphs to either side


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its number and what is marked in it; `on` where the fact stands."""

    number: int
    pieces: tuple[Piece, ...]
    on: bool


@dataclass(frozen=True, slots=True)
class Sighting:
    """Another number for the same thing and time, and how it stands to this one."""

    datum: Datum
    figure: Figure
    in_force: bool
    why: str


def _fill(site: Site, asked: Asked) -> dict[str, object]:
    try:
        one = query.fact(site.ledger, asked["id"])
    except LedgerError as error:
        raise NotFound(error.en, error.zh) from error
    read = document(site.ledger, one.fact.doc)
    made = judging.judgements(site.ledger, one.fact.id)
    datum = site.ground.data.get(one.fact.id)
    return {
        "one": one, "fact": one.fact, "hit": hit(site, one), "datum": datum,
        "figure": figure_of(datum, site.words) if datum else None,
        "script": script_of(read.text) if read.text else script_of(one.fact.place.quote),
        "paragraphs": _paragraphs(site, one, read), "sheet": _sheet(site, one, read),
        "where": place_words(read, one.fact.place, site.words),
        "also": [place_words(read, place, site.words) for place in one.fact.also],
        "same_sentence": _same_place(site, one), "sightings": _sightings(site, datum),
        "authority": authority_of(one.source), "judgements": made,
        "period": _period(site, one), "seen": len(made),
        "is_number": isinstance(one.fact, Observation),
    }  # fmt: skip


def _period(site: Site, one: Sourced) -> str:
    period = getattr(one.fact, "period", None) or getattr(one.fact, "date", None)
    return period_words(period, site.words) if period else site.words["mark.undated"]


def _paragraphs(site: Site, one: Sourced, read: Document) -> list[Paragraph]:
    place = one.fact.place
    if isinstance(place, Cell):
        return []
    starts = line_starts(read.text)
    numbers = paragraph_numbers(read.text, starts)
    at = numbers[line_of(starts, place.start)]
    ends = [*starts[1:], len(read.text) + 1]
    shown = []
    others = facts_of(site, one.fact.doc)
    for start, end, number in zip(starts, ends, numbers, strict=True):
        text = read.text[start : end - 1]
        if text.strip() and abs(number - at) <= _AROUND:
            pieces = marked(text, start, others, one)
            shown.append(Paragraph(number, pieces, place.start < end and place.end > start))
    return shown


def facts_of(site: Site, doc: str) -> list[Sourced]:
    """The facts in force that were read from a document."""
    return [site.ground.facts[fact_id] for fact_id in site.ground.of_document.get(doc, ())]


def _sheet(site: Site, one: Sourced, read: Document) -> Sheet | None:
    if not isinstance(one.fact.place, Cell):
        return None
    return sheet_around(read, one.fact.place, facts_of(site, one.fact.doc))


def _same_place(site: Site, one: Sourced) -> list[Hit]:
    """What else was read from the same words."""
    place = one.fact.place
    if isinstance(place, Cell):
        return []
    return [
        hit(site, other)
        for other in facts_of(site, one.fact.doc)
        if other.fact.id != one.fact.id and _overlap(place, other.fact.place)
    ]


def _overlap(one: Span, other: Place) -> bool:
    return isinstance(other, Span) and one.start < other.end and other.start < one.end


def _sightings(site: Site, datum: Datum | None) -> list[Sighting]:
    """Every number told for the same series, period and modality, the one in force first."""
    group = site.ground.series_of(datum) if datum else None
    if datum is None or group is None or datum.fact.period is None:
        return []
    told = [
        one
        for one in group.data
        if one.fact.period == datum.fact.period and one.fact.modality == datum.fact.modality
    ]
    return _shown(site, standing(told)) if len(told) > 1 else []


def _shown(site: Site, settled: Standing) -> list[Sighting]:
    first = Sighting(settled.datum, figure_of(settled.datum, site.words), True, settled.by)
    rest = [
        Sighting(loser.datum, figure_of(loser.datum, site.words), False, loser.why)
        for loser in settled.losers
    ]
    return [first, *rest]


def _every(site: Site) -> list[dict[str, str]]:
    return [{"id": fact_id} for fact_id in site.ground.facts]


PAGE = Page("fact", "/facts/{id}", _fill, every=_every)
