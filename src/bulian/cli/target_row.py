"""A target as a row of JSON or CSV: every number with the facts behind it."""

from decimal import Decimal

from bulian.assess.known_years import Leap
from bulian.assess.nowcast import Nowcast
from bulian.assess.odds import Odds
from bulian.assess.progress import Progress
from bulian.assess.targets import Start
from bulian.assess.tracking import Tracked
from bulian.extract.fold import fold
from bulian.model.fact import value_text
from bulian.vocab.targets import StatusClass

Row = dict[str, object]


def target_row(one: Tracked) -> Row:
    """Everything that is known of a target."""
    fact = one.datum.fact
    return {
        "id": one.id, "subject": one.key.subject, "indicator": one.key.indicator, "aspect": one.key.aspect,
        "basis": one.key.basis or None, "unit": one.key.unit, "value": value_text(one.datum.value),
        "bound": one.datum.bound,
        "comparator": "class" if one.datum.order_of_magnitude else one.comparator,
        "wording": fold(fact.place.quote), "modality": fact.modality, "deadline": fact.period,
        "metric_defined": one.defined, "state": one.state, "fact": one.datum.id,
        "source": one.datum.source.name, "published_on": one.datum.source.published_on,
        "base": _start(one.base), "others": [_start(other) for other in one.others],
        "now": _start(one.now), "why_no_pace": one.why_not,
        "progress": _progress(one.progress),
        "official_status": _status(one.status),
        "odds": _odds(one.odds), "nowcast": nowcast_row(one.nowcast),
        "outcome": one.outcome and {"fact": one.outcome.id, "value": value_text(one.outcome.value)},
        "leaps": [_leap(leap) for leap in one.leaps],
        "owners": [{"name": owner.name, "from": owner.how, "by": owner.by or None} for owner in one.owners],
        "is_scale": one.is_scale,
        "quality_metric": one.quality and one.quality.metric,
        "vintages": [
            {"fact": each.id, "value": value_text(each.value), "published_on": each.source.published_on}
            for each in one.vintages
        ],
        "synthetic": one.key.synthetic,
    }  # fmt: skip


def flat(row: Row) -> Row:
    """The same for a spreadsheet: what is nested becomes columns of its own, or is left to JSON."""
    told: Row = {}
    for name, value in row.items():
        if isinstance(value, dict):
            told |= {f"{name}_{key}": each for key, each in value.items() if not isinstance(each, list)}
        elif name == "owners" and isinstance(value, list):
            told[name] = "；".join(str(one["name"]) for one in value)
        elif not isinstance(value, list):
            told[name] = value
    return told


def _start(start: Start | None) -> Row | None:
    if start is None:
        return None
    pace = start.pace
    return {
        "fact": start.datum.id, "value": value_text(start.datum.value), "period": start.datum.fact.period,
        "is_milestone": start.datum.ahead, "years": _number(start.years), "pace": _number(pace.rate),
        "pace_low": _number(pace.low), "pace_high": _number(pace.high),
    }  # fmt: skip


def _progress(progress: Progress | None) -> Row | None:
    if progress is None:
        return None
    return {
        "fact": progress.known.datum.id, "period": progress.known.datum.fact.period,
        "share": _number(progress.share), "due_linear": _number(progress.linear),
        "due_compound": _number(progress.compound), "gap_linear": _number(progress.gap_linear),
        "gap_compound": _number(progress.gap_compound),
    }  # fmt: skip


def _status(status: StatusClass | None) -> Row | None:
    if status is None:
        return None
    return {
        "version": status.version, "key": status.key, "zh": status.zh, "check_original": status.cut,
        "source": status.source,
    }  # fmt: skip


def _odds(odds: Odds | None) -> Row | None:
    if odds is None:
        return None
    return {
        "chance": None if odds.chance is None else round(odds.chance, 4),
        "word": odds.word.zh if odds.word else "说不准", "low": _number(odds.low), "high": _number(odds.high),
        "level": 0.8, "actual_years": odds.years, "horizon": round(odds.horizon, 2),
        "family": odds.family.name,
        "prior": odds.family.source, "facts": [datum.id for datum in odds.known],
    }  # fmt: skip


def nowcast_row(found: Nowcast | None) -> Row | None:
    """An estimate of a year with the facts behind it."""
    if found is None:
        return None
    estimate = found.estimate
    return {
        "year": found.year, "months": found.months, "fact": found.so_far.id,
        "estimate": _number(estimate.point),
        "low": _number(estimate.low), "high": _number(estimate.high), "past_years": estimate.past_years,
        "facts": [datum.id for datum in found.parts],
    }  # fmt: skip


def _leap(leap: Leap) -> Row:
    return {"facts": [leap.before.id, leap.after.id], "pace": _number(leap.pace)}


def _number(value: Decimal | float | None) -> float | None:
    """Computed numbers to six digits; exact ones are given as text beside the fact they come from."""
    return None if value is None else float(f"{float(value):.6g}")
