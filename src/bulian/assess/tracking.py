"""Tracking: each target as one object, with everything that is known of where it stands."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from bulian.assess.comparator import comparator_of, meets
from bulian.assess.datum import Datum
from bulian.assess.known_years import Leap, Past, month_of, past_of
from bulian.assess.nowcast import Levels, Nowcast, level_of, levels_of, nowcast
from bulian.assess.odds import Odds, odds_of
from bulian.assess.progress import Progress, progress_of, status_of
from bulian.assess.reach import reach
from bulian.assess.series import Series, SeriesKey
from bulian.assess.standing import standing, value_in_force
from bulian.assess.target_acts import Acts, Choice, Owner
from bulian.assess.targets import Start, Target, WhyNot, aim, bases, months_between, start_from
from bulian.model.period import days
from bulian.vocab.indicators import indicators
from bulian.vocab.targets import Comparator, StatusClass, metrics

State = Literal["met", "missed", "close", "past", "reached", "open", "undated", "class"]
"""met, missed: the outcome is known. close: its printed digits leave it open. past: the deadline is over and
no document says what came. reached: already there, before the deadline. open: still to come. undated, class:
no deadline, or an order of magnitude (百亿级); neither can be met on a day."""


@dataclass(frozen=True, slots=True)
class Tracked:
    """A target, forecast or plan with a number.

    Attributes:
        id: eight hex digits over the series and the deadline; the same in every document that restates it.
        datum: the statement in force: judged, else the one published last.
        vintages: all statements of it, oldest first, `datum` among them.
        defined: whether the metric's name alone says what is counted; 规模 does not.
        base: what it is counted from, as known when it was first stated, and the yearly pace from there.
        others: further numbers that differ for the base's period, each with its pace.
        now: the pace from the latest value in force, where something has been measured since the base.
        why_not: why there is no base.
        progress, status: where it stands on its way, and the official class for that.
        odds: None where they are undefined.
        outcome: the value in force for the deadline.
        leaps: likely breaks of definition in the series, not extrapolated.
        is_scale: a target of sheer size, which wants a metric of quality beside it.
        quality: the choice made of one.
    """

    id: str
    key: SeriesKey
    datum: Datum
    comparator: Comparator
    vintages: tuple[Datum, ...]
    state: State
    defined: bool
    is_scale: bool
    base: Start | None
    others: tuple[Start, ...]
    now: Start | None
    why_not: WhyNot | None
    progress: Progress | None
    status: StatusClass | None
    odds: Odds | None
    nowcast: Nowcast | None
    outcome: Datum | None
    leaps: tuple[Leap, ...]
    owners: tuple[Owner, ...]
    quality: Choice | None


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What tracking needs beside the series: the day it is, what people decided, who the texts name."""

    today: date
    acts: Acts = field(default_factory=Acts)
    named: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def track(several: Sequence[Series], about: Circumstances) -> tuple[Tracked, ...]:
    """Every target of every series, each deadline of a series once, in the order of series and deadline."""
    levels = levels_of(several)
    found = []
    for one in several:
        if one.ahead:
            past = past_of(one)
            found += [_tracked(one, past, told, levels, about) for told in _by_deadline(one)]
    return tuple(found)


def target_id(key: SeriesKey, datum: Datum) -> str:
    """The id of a target: over its series and deadline, and its number where it is undated."""
    when = datum.fact.period or f"undated {datum.value}"
    parts = (key.subject, key.indicator, key.aspect, key.basis, key.unit, str(key.synthetic), when)
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _by_deadline(one: Series) -> list[list[Datum]]:
    """The statements of each target of a series, oldest first."""
    groups: dict[str, list[Datum]] = {}
    for datum in one.ahead:
        groups.setdefault(target_id(one.key, datum), []).append(datum)
    return [sorted(group, key=_age) for group in groups.values()]


def _age(datum: Datum) -> tuple[str, str, str]:
    return datum.source.published_on or "", datum.source.recorded_at, datum.id


def _in_force(told: Sequence[Datum]) -> Datum:
    """Judged, else of the last publication; a target restated replaces what it was."""
    judged = [datum for datum in told if datum.judgement]
    newest = told[-1].source.published_on
    return standing(judged or [datum for datum in told if datum.source.published_on == newest]).datum


def _tracked(one: Series, past: Past, told: Sequence[Datum], levels: Levels, about: Circumstances) -> Tracked:
    datum = _in_force(told)
    identity, comparator, aimed = target_id(one.key, datum), comparator_of(datum), aim(one, datum)
    base = _base(one, datum, told) or aimed.start
    progress = _progress(past, base, datum)
    outcome = _outcome(one, datum)
    state = _state(datum, comparator, outcome, progress, about.today)
    return Tracked(
        id=identity, key=one.key, datum=datum, comparator=comparator, vintages=tuple(told), state=state,
        defined=_is_defined(datum), is_scale=_is_scale(datum),
        base=base, others=_others(base, aimed), now=_now(past, datum, base),
        why_not=aimed.why_not, progress=progress,
        status=status_of(progress, month_of(datum) or 0) if progress else None,
        odds=odds_of(past, datum, comparator) if _has_odds(datum, state) else None,
        nowcast=nowcast(one, level_of(one, levels)), outcome=outcome, leaps=past.leaps,
        owners=_owners(identity, told, about), quality=_choice(identity, told, about),
    )  # fmt: skip


def _base(one: Series, datum: Datum, told: Sequence[Datum]) -> Start | None:
    """What was known when the target was first stated; else what is known now of that year or before."""
    first = told[0].source.published_on
    if first is None or aim(one, datum).why_not in ("undated", "several_years", "order_of_magnitude"):
        return None
    day = days(first)[1]
    then = replace(one, actuals=tuple(actual for actual in one.actuals if _is_out(actual, day)))
    for series in (then, one):
        starts = (
            start_from(base, datum) for base in bases(series, datum, date(day.year, 12, 31)) if not base.ahead
        )
        if start := next((start for start in starts if start), None):
            return start
    return None


def _is_out(actual: Datum, day: date) -> bool:
    published = actual.source.published_on
    return published is not None and days(published)[0] <= day


def _others(base: Start | None, aimed: Target) -> tuple[Start, ...]:
    told = (aimed.start, *aimed.others) if aimed.start else ()
    if base is None or all(one.datum is not base.datum for one in told):
        return ()
    return tuple(one for one in told if one.datum is not base.datum)


def _now(past: Past, datum: Datum, base: Start | None) -> Start | None:
    """The pace that is left, from the latest value in force; None where that is the base or time is up."""
    later = past.known[-1].datum if past.known else None
    if later is None or base is None or later.days == base.datum.days or months_between(later, datum) < 12:
        return None
    return None if datum.order_of_magnitude else start_from(later, datum)


def _progress(past: Past, base: Start | None, datum: Datum) -> Progress | None:
    deadline = month_of(datum)
    if base is None or base.datum.ahead or deadline is None or not past.known:
        return None
    return progress_of(base, past.known[-1], datum.value, deadline)


def _outcome(one: Series, datum: Datum) -> Datum | None:
    period = datum.fact.period
    found = value_in_force(one, period) if period else None
    return found.datum if found else None


def _state(
    datum: Datum, comparator: Comparator, outcome: Datum | None, progress: Progress | None, today: date
) -> State:
    if datum.days is None:
        return "undated"
    if outcome is not None and datum.fact.aspect != "rank":
        met = meets(reach(outcome), datum, comparator)
        return "close" if met is None else "met" if met else "missed"
    if datum.order_of_magnitude:
        return "class"
    if datum.days[1] < today:
        return "past"
    return "reached" if progress and progress.share >= 1 else "open"


def _has_odds(datum: Datum, state: State) -> bool:
    one_year = datum.days is not None and datum.days[0].year == datum.days[1].year
    return state in ("open", "past") and one_year and not datum.order_of_magnitude


def _is_defined(datum: Datum) -> bool:
    """By vocab/target_metrics.csv, else by whether the bureau's vocabulary knows the term."""
    metric = metrics().get(datum.indicator)
    return metric.defined if metric else datum.indicator in indicators()


def _is_scale(datum: Datum) -> bool:
    """An amount or a number of things; a share, a rate or a per-head figure is none."""
    fact = datum.fact
    known = indicators().get(datum.indicator)
    plain_unit = "/" not in fact.unit and fact.unit not in ("%", "pp", "bp", "ratio", "rank")
    return fact.aspect == "level" and plain_unit and (known is None or known.kind != "rate")


def _owners(identity: str, told: Sequence[Datum], about: Circumstances) -> tuple[Owner, ...]:
    """The owner that a person assigned, else those whom the texts name."""
    assigned = next(
        (about.acts.owners[key] for key in _keys(identity, told) if key in about.acts.owners), None
    )
    if assigned is not None:
        return (assigned,) if assigned.name else ()
    named = dict.fromkeys(name for datum in told for name in about.named.get(datum.id, ()))
    return tuple(Owner(name, "text") for name in named)


def _choice(identity: str, told: Sequence[Datum], about: Circumstances) -> Choice | None:
    return next((about.acts.choices[key] for key in _keys(identity, told) if key in about.acts.choices), None)


def _keys(identity: str, told: Sequence[Datum]) -> Iterable[str]:
    """Under what an act may name a target: its id, else a fact that stated it when its name was another."""
    return (identity, *(datum.id for datum in told))
