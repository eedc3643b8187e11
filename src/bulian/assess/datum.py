"""A number as it counts: in force, with its correction, its source, and whether it is made up."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bulian.assess.subject import District
from bulian.model.fact import Bound, Observation, Value
from bulian.model.period import days
from bulian.model.stored import Judgement, Source, Sourced

_AHEAD = ("target", "forecast", "plan")


@dataclass(frozen=True, slots=True)
class Datum:
    """An observation in force.

    Attributes:
        subject: under one name (see `District.fold`); None where nothing says it.
        indicator: without the district's own name before it.
        value, bound: as read, or as a person corrected them; a correction is exact.
        correction: the judgement that says so; None where the reading stands.
        synthetic: the row or its whole document is made up for illustration.
    """

    fact: Observation
    source: Source
    subject: str | None
    indicator: str
    value: Value
    bound: Bound
    correction: Judgement | None
    synthetic: bool

    @property
    def ahead(self) -> bool:
        """It speaks of what is meant or expected to come: by its words, or dated after its document."""
        if self.fact.modality in _AHEAD:
            return True
        if self.fact.period is None or self.source.published_on is None:
            return False
        return days(self.fact.period)[0] > days(self.source.published_on)[1]

    @property
    def order_of_magnitude(self) -> bool:
        """A class (百亿级), whose lower edge is all that the number says."""
        quote, surface = self.fact.place.quote, self.fact.surface
        after = quote[quote.find(surface) + len(surface) :] if surface in quote else ""
        return surface.endswith(("级", "級")) or after.lstrip("元").startswith(("级", "級"))

    @property
    def newness(self) -> tuple[date, int, str, str, str]:
        """Greater is newer: the later end of the period, the longer period, the later publication.

        Undated data come before all dated ones; equals are settled by when they were recorded, then by id.
        """
        first, last = (date.min, date.min) if self.fact.period is None else days(self.fact.period)
        published = self.source.published_on or ""
        return last, (last - first).days, published, self.source.recorded_at, self.fact.id


def data_in_force(facts: Iterable[Sourced], district: District) -> tuple[Datum, ...]:
    """The observations that count, in the order given: neither rejected nor from a retired file."""
    return tuple(
        _datum(sourced, sourced.fact, district)
        for sourced in facts
        if isinstance(sourced.fact, Observation) and in_force(sourced)
    )


def in_force(sourced: Sourced) -> bool:
    """Nobody rejected it, and its file still lies in `sources/`."""
    rejected = sourced.judgement is not None and sourced.judgement.verdict == "reject"
    return not rejected and sourced.source.retired_at is None


def _datum(sourced: Sourced, fact: Observation, district: District) -> Datum:
    judgement = sourced.judgement
    correction = judgement if judgement and judgement.verdict == "correct" else None
    corrected = correction.value if correction else None
    return Datum(
        fact=fact,
        source=sourced.source,
        subject=None if fact.subject is None else district.fold(fact.subject),
        indicator=district.fold_indicator(fact.indicator),
        value=fact.value if corrected is None else corrected,
        bound=fact.bound if corrected is None else "exact",
        correction=correction if corrected is not None else None,
        synthetic=fact.synthetic or sourced.source.synthetic,
    )
