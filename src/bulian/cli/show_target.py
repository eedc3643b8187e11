"""What `bulian targets WORKSPACE ID` prints: one target with everything known of it; and acts entered."""

from collections.abc import Iterator
from decimal import Decimal

import typer

from bulian.assess.target_acts import Choice, Owner
from bulian.assess.tracking import Tracked
from bulian.cli.printing import grid, listed, print_csv, to_json
from bulian.cli.say import language, say
from bulian.cli.show_targets import aim, amount, based, odds, pace, percent, when, year_of
from bulian.cli.target_row import flat, target_row
from bulian.extract.fold import fold
from bulian.publish.numbers import by_size, figure_of, significant
from bulian.publish.periods import period_words
from bulian.publish.wording import Wording, wording
from bulian.vocab.indicators import indicators
from bulian.vocab.targets import qualities

_HUNDRED = 100


def target(one: Tracked, form: str) -> None:
    """One target in full."""
    if form == "json":
        typer.echo(to_json(target_row(one), indent=1))
    elif form == "csv":
        print_csv([flat(target_row(one))])
    else:
        words = wording(language())
        typer.echo(
            say("targets.detail.title", id=one.id, subject=one.key.subject, indicator=one.key.indicator)
        )
        grid((), ((_label(name), text) for name, text in _lines(one, words) if text))


def assigned(one: Tracked) -> None:
    """What an assignment came to."""
    if one.owners:
        typer.echo(say("targets.assigned", id=one.id, owner=one.owners[0].name))
    else:
        typer.echo(say("targets.unassigned", id=one.id))


def quality_set(one: Tracked) -> None:
    """Which metric of quality was chosen."""
    metric = one.quality.metric if one.quality else None
    typer.echo(say("targets.quality_set", id=one.id, metric=_metric(metric) or say("targets.no_metric")))


def _lines(one: Tracked, words: Wording) -> Iterator[tuple[str, str]]:
    yield "aim", f"{aim(one, words)}　{when(one.datum, words) or say('targets.undated')}"
    comparator = "class" if one.datum.order_of_magnitude else one.comparator
    yield "comparator", say(f"targets.comparator.{comparator}")
    yield "metric", _metric_line(one)
    yield "wording", fold(one.datum.fact.place.quote)
    for number in range(len(one.vintages)):
        yield "vintages" if not number else "", _vintage(one, number, words)
    yield "base", _from(one, words)
    for number, other in enumerate(one.others):
        told = say("targets.from", base=based(other, words), pace=pace(one, other, words), band="")
        yield "" if number else "others", told
    if one.now:
        yield "now", say("targets.from", base=based(one.now, words), pace=pace(one, one.now, words), band="")
    yield "progress", _progress(one, words)
    yield "status", _status(one)
    yield "odds", _odds(one, words)
    if one.nowcast:
        yield "nowcast", year_of(one.key, one.nowcast, words)
    if one.outcome:
        yield "outcome", f"{figure_of(one.outcome, words).whole}　{one.outcome.source.name}"
    yield "state", say(f"targets.state.{one.state}")
    yield "owner", listed([_owner(owner) for owner in one.owners]) if one.owners else say("targets.no_owner")
    if one.is_scale:
        yield "quality", _quality(one.quality)


def _metric_line(one: Tracked) -> str:
    known = indicators().get(one.key.indicator)
    english = f" {known.name_en}" if known and language() == "en" else ""
    name = one.key.indicator + english
    written = by_size(Decimal(1), one.key.unit, wording(language()))
    unit = (written.before + written.unit).strip()
    return say("targets.defined" if one.defined else "targets.undefined", name=name, unit=unit)


def _vintage(one: Tracked, number: int, words: Wording) -> str:
    each = one.vintages[number]
    published = each.source.published_on
    return say(
        "targets.vintage", figure=figure_of(each, words).whole,
        modality=words[f"modality.{each.fact.modality}"],
        published=period_words(published, words) if published else say("targets.undated"),
        source=each.source.name, id=each.id[:8],
    )  # fmt: skip


def _from(one: Tracked, words: Wording) -> str:
    if one.base is None:
        return say(f"targets.why.{one.why_not}") if one.why_not else ""
    return say("targets.from", base=based(one.base, words), pace=pace(one, one.base, words), band="")


def _progress(one: Tracked, words: Wording) -> str:
    found, unit = one.progress, one.key.unit
    if found is None:
        return ""
    datum = found.known.datum
    return say(
        "targets.progress",
        known=say("targets.at", figure=figure_of(datum, words).whole, period=when(datum, words)),
        share=significant(found.share * _HUNDRED), linear=amount(found.linear, unit, words),
        gap_linear="—" if found.gap_linear is None else percent(found.gap_linear, words),
        compound="—" if found.compound is None else amount(found.compound, unit, words),
        gap_compound="—" if found.gap_compound is None else percent(found.gap_compound, words),
    )  # fmt: skip


def _status(one: Tracked) -> str:
    if one.status is None:
        return ""
    name = one.status.zh if language() == "zh" else f"{one.status.zh} ({one.status.en})"
    return say("targets.status_cut" if one.status.cut else "targets.status_checked", name=name)


def _odds(one: Tracked, words: Wording) -> str:
    found, unit = one.odds, one.key.unit
    if found is None:
        return ""
    if found.low is None or found.high is None:
        return say("targets.cannot_tell_detail", years=found.years)
    return say(
        "targets.odds_detail", odds=odds(one), low=amount(found.low, unit, words),
        high=amount(found.high, unit, words), years=found.years, horizon=f"{found.horizon:g}",
        source=found.family.source_zh if language() == "zh" else found.family.source,
    )  # fmt: skip


def _owner(owner: Owner) -> str:
    if owner.how == "text":
        return say("targets.owner_text", name=owner.name)
    return say("targets.owner_act", name=owner.name, by=owner.by, at=owner.at[:10], why=owner.why)


def _quality(choice: Choice | None) -> str:
    if choice is None:
        return say("targets.quality_none", suggested=listed([_metric(key) for key in qualities()]))
    key = "targets.quality_chosen" if choice.metric else "targets.quality_declined"
    return say(key, metric=_metric(choice.metric), by=choice.by, at=choice.at[:10], why=choice.why)


def _metric(metric: str | None) -> str:
    """A suggested metric by its name in the language spoken; one's own as it was written."""
    known = qualities().get(metric or "")
    if known is None:
        return metric or ""
    return known.zh if language() == "zh" else known.en


def _label(name: str) -> str:
    return f"  {say(f'targets.detail.{name}')}" if name else ""
