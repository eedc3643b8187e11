"""The value in force (取值): which of several numbers for one series and period counts, and why."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from bulian.assess.authority import authority_of
from bulian.assess.datum import Datum
from bulian.assess.reach import reach
from bulian.assess.series import Series
from bulian.model.fact import Modality
from bulian.vocab.authorities import Authority

Why = Literal["judgement", "authority", "recency", "precision", "order", "same", "rejected"]
"""Why a number lost: a person judged another, another source is heard first, is newer, prints more digits,
comes first by its id. "same": it says the same number and lost nothing. "rejected": a person said that it
does not hold."""

_RANKS: tuple[Why, ...] = ("judgement", "authority", "recency", "precision", "order")


@dataclass(frozen=True, slots=True)
class Loser:
    """A number that is not in force, and the first step of the rule at which it fell behind."""

    datum: Datum
    authority: Authority
    why: Why


@dataclass(frozen=True, slots=True)
class Standing:
    """The number in force of one series and period, who says it, and everyone else who speaks of it.

    Attributes:
        by: what settled it: the step at which the last other number fell; "same" where all say one number.
        losers: in the order in which they would take over.
    """

    datum: Datum
    authority: Authority
    by: Why
    losers: tuple[Loser, ...]


def value_in_force(series: Series, period: str, modality: Modality = "actual") -> Standing | None:
    """Which number counts for a period of a series: judgement, then authority, then recency.

    A judgement is a person's accept or correct; a later one goes before an earlier one. Authority is that of
    vocab/authorities.csv, the unknown last. Recency is the date published, then recorded; the undated last.
    What still stands level is settled by more printed digits, then by id, so that the answer never wavers.

    Args:
        period: exactly as the facts have it; "2021" and "2021-01/2021-11" are two periods.
        modality: targets are looked up as such and never answer for what has been.

    Returns:
        None where the series has no such number; unknown is not zero. Classes (百亿级) are no number.
    """
    told = [datum for datum in series.data if _speaks_of(datum, period, modality)]
    return standing(told) if told else None


def latest_in_force(series: Series) -> Datum | None:
    """The number in force of the newest period of a series; the undated stands as it is told."""
    latest = series.latest
    if latest is None or latest.fact.period is None:
        return latest
    counts = value_in_force(series, latest.fact.period)
    return counts.datum if counts else latest


def standing(told: list[Datum]) -> Standing:
    """The one of several data, at least one, that counts; see `value_in_force`."""
    first, *rest = sorted(told, key=_order, reverse=True)
    losers = tuple(Loser(datum, authority_of(datum.source), _why(first, datum)) for datum in rest)
    settled = [_RANKS.index(loser.why) for loser in losers if loser.why != "same"]
    by: Why = _RANKS[max(settled)] if settled else "same"
    return Standing(first, authority_of(first.source), by, losers)


def _speaks_of(datum: Datum, period: str, modality: Modality) -> bool:
    fact = datum.fact
    if fact.period != period or fact.modality != modality or datum.order_of_magnitude:
        return False
    return modality != "actual" or not datum.ahead


def _why(winner: Datum, loser: Datum) -> Why:
    if reach(winner).point == reach(loser).point:
        return "same"
    pairs = zip(_RANKS, _order(winner), _order(loser), strict=True)
    return next(name for name, one, other in pairs if one != other)


def _order(datum: Datum) -> tuple[str, int, tuple[str, str], Decimal, str]:
    """Greater counts first; one entry for each name of `_RANKS`."""
    source = datum.source
    return (
        _judged(datum),
        -authority_of(source).rank,
        (source.published_on or "", source.recorded_at),
        -_width(datum),
        datum.id,
    )


def _judged(datum: Datum) -> str:
    judgement = datum.judgement
    return judgement.at if judgement and judgement.verdict in ("accept", "correct") else ""


def _width(datum: Datum) -> Decimal:
    extent = reach(datum)
    if extent.low is None or extent.high is None:
        return Decimal("Infinity")
    return extent.high - extent.low
