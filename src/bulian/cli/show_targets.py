"""What `bulian targets` prints of all targets; one in full is in `show_target`."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

import typer

from bulian.assess.datum import Datum
from bulian.assess.followed import Followed
from bulian.assess.grades import Grade
from bulian.assess.known_years import Leap
from bulian.assess.nowcast import Nowcast
from bulian.assess.parts import Parts
from bulian.assess.series import SeriesKey
from bulian.assess.targets import Start, Target
from bulian.assess.tracking import Tracked
from bulian.cli.printing import grid, listed, print_csv, section, to_json
from bulian.cli.say import language, say
from bulian.cli.target_row import flat, nowcast_row, target_row
from bulian.model.fact import Statement
from bulian.publish.computed import band_figure, pace_figure
from bulian.publish.numbers import by_size, digits_as_given, figure_of, rounded, significant
from bulian.publish.periods import period_words
from bulian.publish.wording import Wording, wording
from bulian.vocab.targets import fraction_of

_HEADS = ("id", "subject", "what", "target", "deadline", "base", "pace", "odds", "state", "owner")
_HUNDRED = 100


def targets(found: Followed, form: str) -> None:
    """All of them: a table with notes below, JSON with everything, or CSV, a line each."""
    if form == "json":
        typer.echo(to_json(_everything(found), indent=1))
    elif form == "csv":
        print_csv([flat(target_row(one)) for one in found.tracked])
    elif not found.tracked and not found.wishes:
        typer.echo(say("targets.none"))
    else:
        words = wording(language())
        grid([f"column.{head}" for head in _HEADS], (_line(one, words) for one in found.tracked))
        typer.echo(say("targets.count", count=len(found.tracked)))
        _notes(found, words)


def _everything(found: Followed) -> dict[str, object]:
    return {
        "targets": [target_row(one) for one in found.tracked],
        "not_measurable": [_wish_row(one.fact) | {"source": one.source.name} for one in found.wishes],
        "parts": [_parts_row(one) for one in found.parts],
        "estimates": [_estimate_row(key, one) for key, one in found.estimates],
        "grades": [_grade_row(one) for one in found.grades],
    }


def _line(one: Tracked, words: Wording) -> tuple[str, ...]:
    made_up = say("synthetic") if one.key.synthetic else ""
    return (
        one.id,
        one.key.subject,
        one.key.indicator + made_up,
        aim(one, words),
        when(one.datum, words) or say("targets.undated"),
        based(one.base, words) if one.base else say(f"targets.why.{one.why_not}"),
        pace(one, one.now or one.base, words),
        odds(one),
        say(f"targets.state.{one.state}"),
        listed([owner.name for owner in one.owners]) if one.owners else say("targets.no_owner"),
    )


def aim(one: Tracked, words: Wording) -> str:
    """The number aimed at with its bound words, and its modality, which is never left out."""
    return f"{figure_of(one.datum, words).whole} {words[f'modality.{one.datum.fact.modality}']}"


def when(datum: Datum, words: Wording) -> str:
    """The period in words; "" where there is none."""
    return period_words(datum.fact.period, words) if datum.fact.period else ""


def based(start: Start, words: Wording) -> str:
    """What a target is counted from, and of when; an earlier milestone is said to be one."""
    base = start.datum
    key = "targets.milestone_at" if base.ahead else "targets.at"
    modality = words[f"modality.{base.fact.modality}"]
    return say(key, figure=figure_of(base, words).whole, period=when(base, words), modality=modality)


def pace(one: Tracked, start: Start | None, words: Wording) -> str:
    """The yearly pace with its band."""
    if start is None:
        return ""
    aimed = Target(one.key, one.datum, start, None)
    band = band_figure(aimed, start, words)
    return pace_figure(aimed, start, words).whole + (say("targets.band", band=band.whole) if band else "")


def odds(one: Tracked) -> str:
    """Word, then fraction, then number; 说不准 where that is the truth; nothing where odds mean nothing."""
    if one.odds is None:
        return ""
    if one.odds.chance is None or one.odds.word is None:
        return say("targets.cannot_tell")
    chance, zh = one.odds.chance, language() == "zh"
    fraction = fraction_of(chance)[0 if zh else 1]
    key = "targets.odds_even" if fraction.startswith("an ") else "targets.odds"
    word = one.odds.word.zh if zh else one.odds.word.en
    return say(key, word=word, fraction=fraction, percent=round(_HUNDRED * chance))


def amount(value: Decimal | float, unit: str, words: Wording) -> str:
    """A computed amount to three digits, by its size."""
    written = by_size(rounded(Decimal(str(value))), unit, words)
    return f"{written.before}{written.text}{written.unit}"


def percent(fraction: Decimal | float, words: Wording) -> str:
    """A signed percentage to three digits."""
    value = significant(Decimal(str(fraction)) * _HUNDRED)
    return f"{'+' if value > 0 else ''}{digits_as_given(value, words)}%"


def _notes(found: Followed, words: Wording) -> None:
    section("targets.leaps", _leaps(found.tracked, words))
    section("targets.parts", _parts(found.parts, words))
    section("targets.estimates", (_estimate(key, one, words) for key, one in found.estimates))
    section("targets.wishes", (_wish(one.fact, one.source.name) for one in found.wishes))
    section("targets.grades", (_grade(one, words) for one in found.grades))
    scale = [one for one in found.tracked if one.is_scale]
    if scale:
        chosen = sum(one.quality is not None and one.quality.metric is not None for one in scale)
        typer.echo(say("targets.quality", scale=len(scale), chosen=chosen))


def _leaps(tracked: Iterable[Tracked], words: Wording) -> Iterator[str]:
    told: dict[tuple[str, str], Tracked] = {}
    for one in tracked:
        for leap in one.leaps:
            told.setdefault((leap.before.id, leap.after.id), one)
            if told[leap.before.id, leap.after.id] is one:
                yield _leap(one, leap, words)


def _leap(one: Tracked, leap: Leap, words: Wording) -> str:
    ends = [
        say("targets.at", figure=figure_of(datum, words).whole, period=when(datum, words))
        for datum in (leap.before, leap.after)
    ]
    in_points = one.key.unit in ("%", "pp", "bp")
    speed = amount(leap.pace, "pp", words) if in_points else percent(leap.pace, words)
    return say(
        "targets.leap", subject=one.key.subject, indicator=one.key.indicator, before=ends[0], after=ends[1],
        pace=speed,
    )  # fmt: skip


def _parts(parts: Iterable[Parts], words: Wording) -> Iterator[str]:
    for one in parts:
        unit = one.total.fact.unit
        key = "targets.parts_exceed" if one.coherence == "exceeds" else "targets.parts_total"
        yield say(
            key, subject=one.total.subject, indicator=one.total.indicator,
            figure=figure_of(one.total, words).whole, period=when(one.total, words),
            named=amount(one.named, unit, words), uncovered=amount(abs(one.uncovered), unit, words),
        )  # fmt: skip
        if one.covered:
            yield say("targets.parts_covered", what=_named(one.covered, words))
        for why in dict.fromkeys(why for _, why in one.beside):
            told = [part for part, other in one.beside if other == why]
            yield say(f"targets.parts_beside.{why}", what=_named(told, words))
        if one.covered or one.beside:
            yield say("targets.parts_note")


def _named(data: Iterable[Datum], words: Wording) -> str:
    return listed([f"{one.subject} {one.indicator} {figure_of(one, words).whole}" for one in data])


def _estimate(key: SeriesKey, one: Nowcast, words: Wording) -> str:
    return f"{key.subject} {key.indicator} {year_of(key, one, words)}"


def year_of(key: SeriesKey, one: Nowcast, words: Wording) -> str:
    """A year that is known only in part, as estimated, with what the estimate rests on."""
    estimate = one.estimate
    low, point, high = (_of(key, each, words) for each in (estimate.low, estimate.point, estimate.high))
    years = estimate.past_years
    basis = say("targets.nowcast_years", years=years) if years else say("targets.nowcast_usual")
    return say(
        "targets.nowcast", year=one.year, months=one.months, so_far=figure_of(one.so_far, words).whole,
        low=low, point=point, high=high, basis=basis,
    )  # fmt: skip


def _of(key: SeriesKey, value: float, words: Wording) -> str:
    signed = key.aspect == "growth" and value > 0
    return ("+" if signed else "") + amount(value, key.unit, words)


def _estimate_row(key: SeriesKey, one: Nowcast) -> dict[str, object]:
    about = {"subject": key.subject, "indicator": key.indicator, "aspect": key.aspect, "unit": key.unit}
    return {**about, **(nowcast_row(one) or {})}


def _wish(fact: object, source: str) -> str:
    if not isinstance(fact, Statement):
        return ""
    return f"{fact.subject or '—'}：{fact.text}（{source}）" if language() == "zh" else _english(fact, source)


def _english(fact: Statement, source: str) -> str:
    return f"{fact.subject or '—'}: {fact.text} ({source})"


def _wish_row(fact: object) -> dict[str, object]:
    if not isinstance(fact, Statement):
        return {}
    return {
        "fact": fact.id, "subject": fact.subject, "text": fact.text, "modality": fact.modality,
        "period": fact.period, "why": "not measurable as stated",
    }  # fmt: skip


def _parts_row(one: Parts) -> dict[str, object]:
    return {
        "total": one.total.id, "covered": [part.id for part in one.covered],
        "beside": [{"fact": part.id, "why": why} for part, why in one.beside],
        "named_at_least": str(one.named), "uncovered": str(one.uncovered), "unit": one.total.fact.unit,
        "coherence": one.coherence,
    }  # fmt: skip


def _grade(one: Grade, words: Wording) -> str:
    unknown = say("targets.not_stated")
    return say(
        "targets.grade", subject=one.subject, what=one.what, grade=one.grade or unknown,
        happened=period_words(one.happened_on, words) if one.happened_on else unknown,
        assessed=period_words(str(one.year_assessed), words) if one.year_assessed else unknown,
    )  # fmt: skip


def _grade_row(one: Grade) -> dict[str, object]:
    return {
        "fact": one.fact_id, "subject": one.subject, "what": one.what, "grade": one.grade,
        "given_on": one.happened_on, "published_on": one.published_on, "year_assessed": one.year_assessed,
    }  # fmt: skip
