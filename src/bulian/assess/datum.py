"""A number as it counts: in force, with its correction, its source, and whether it is made up."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from bulian.ledger.keeping import kept
from bulian.model.fact import Bound, Observation, Value
from bulian.model.period import days
from bulian.model.stored import Judgement, Source, Sourced
from bulian.resolve.folding import Folds

_AHEAD = ("target", "forecast", "plan")


@dataclass(frozen=True, slots=True)
class Datum:
    """An observation in force; what is asked of it again and again is settled once.

    Attributes:
        id: the fact's.
        subject: under one name, as whoever knows who is who has it; None where nothing says it.
        indicator: under one name too.
        value, bound: as read, or as a person corrected them; a correction is exact.
        days: first and last day of the period; None where it is undated.
        ahead: it speaks of what is meant or expected to come: by its words, or dated after its document.
        judgement: the last one on it, whatever it says; None where nobody judged.
        correction: the judgement that says so; None where the reading stands.
        synthetic: the row or its whole document is made up for illustration.
    """

    id: str
    fact: Observation
    source: Source
    subject: str | None
    indicator: str
    value: Value
    bound: Bound
    days: tuple[date, date] | None
    ahead: bool
    correction: Judgement | None
    synthetic: bool
    judgement: Judgement | None = None

    @property
    def order_of_magnitude(self) -> bool:
        """A class (百亿级), whose lower edge is all that the number says."""
        quote, surface = self.fact.place.quote, self.fact.surface
        after = quote[quote.find(surface) + len(surface) :] if surface in quote else ""
        return surface.endswith(("级", "級")) or after.lstrip("元").startswith(("级", "級"))

    @property
    def rejected(self) -> bool:
        """A person said that it does not hold."""
        return self.judgement is not None and self.judgement.verdict == "reject"

    @property
    def newness(self) -> tuple[date, int, str, str, str]:
        """Greater is newer: the later end of the period, the longer period, the later publication.

        Undated data come before all dated ones; equals are settled by when they were recorded, then by id.
        """
        first, last = self.days or (date.min, date.min)
        return last, (last - first).days, self.source.published_on or "", self.source.recorded_at, self.id


def data_in_force(facts: Iterable[Sourced], names: Folds) -> tuple[Datum, ...]:
    """The observations that count, in the order given: neither rejected nor from a retired file.

    `names` says under which name a subject and an indicator stand: the `Identities` of the workspace, or its
    `District` alone.
    """
    told = facts if isinstance(facts, tuple) else tuple(facts)
    return kept("data", lambda: _in_force(told, names), told, names)


def _in_force(facts: tuple[Sourced, ...], names: Folds) -> tuple[Datum, ...]:
    read = (datum_of(sourced, names) for sourced in facts if in_force(sourced))
    return tuple(datum for datum in read if datum)


def data_told(facts: Iterable[Sourced], names: Folds) -> tuple[Datum, ...]:
    """The observations of `data_in_force` and the rejected, for whoever shows what was set aside."""
    return tuple(
        _datum(sourced, sourced.fact, names)
        for sourced in facts
        if isinstance(sourced.fact, Observation) and sourced.source.retired_at is None
    )


def in_force(sourced: Sourced) -> bool:
    """Nobody rejected it, and its file still lies in `sources/`."""
    rejected = sourced.judgement is not None and sourced.judgement.verdict == "reject"
    return not rejected and sourced.source.retired_at is None


def datum_of(sourced: Sourced, names: Folds) -> Datum | None:
    """The datum of an observation, whether in force or not; None for a fact of another kind."""
    return _datum(sourced, sourced.fact, names) if isinstance(sourced.fact, Observation) else None


def _datum(sourced: Sourced, fact: Observation, names: Folds) -> Datum:
    judgement = sourced.judgement
    correction = judgement if judgement and judgement.verdict == "correct" else None
    corrected = correction.value if correction else None
    return Datum(
        id=fact.id,
        fact=fact,
        source=sourced.source,
        subject=None if fact.subject is None else names.fold(fact.subject),
        indicator=names.fold_indicator(fact.indicator),
        value=fact.value if corrected is None else corrected,
        bound=fact.bound if corrected is None else "exact",
        days=None if fact.period is None else _days(fact.period),
        ahead=_ahead(fact, sourced.source),
        correction=correction if corrected is not None else None,
        synthetic=fact.synthetic or sourced.source.synthetic,
        judgement=judgement,
    )


def _ahead(fact: Observation, source: Source) -> bool:
    if fact.modality in _AHEAD:
        return True
    if fact.period is None or source.published_on is None:
        return False
    return _days(fact.period)[0] > _days(source.published_on)[1]


@cache
def _days(period: str) -> tuple[date, date]:
    return days(period)
