"""What `revisions` and `verify` print."""

from collections.abc import Sequence
from decimal import Decimal

import typer

from bulian.assess.datum import Datum
from bulian.assess.revisions import Revision
from bulian.cli.printing import grid, items, print_csv, to_json
from bulian.cli.say import language, say
from bulian.ledger.rewritings import Rewritten
from bulian.model.fact import number, value_text
from bulian.publish.numbers import by_size, digits_as_given, figure_of, significant
from bulian.publish.periods import period_words
from bulian.publish.wording import wording
from bulian.steps.revising import Verified

_SHORT = 12  # of a hash, to compare by eye
_HEADS = ("on", "subject", "what", "period", "old", "new", "change", "cause", "from")


def revisions(found: Sequence[Revision], form: str) -> None:
    """The revisions, the newest first."""
    if form == "json":
        typer.echo(to_json([_row(one) for one in found], indent=1))
    elif form == "csv":
        print_csv([_row(one) for one in found])
    elif not found:
        typer.echo(say("revisions.none"))
    else:
        grid([f"revisions.{head}" for head in _HEADS], map(_line, found))
        typer.echo(say("revisions.count", count=len(found)))


def verified(found: Verified) -> bool:
    """How each book of the journal stands; True where something is not as acknowledged."""
    for book, acts in found.acts.items():
        typer.echo(say("verify.book", book=book, acts=acts))
    for one in found.rewritten:
        typer.echo(_rewritten(one))
    if found.problems:
        typer.echo(say("verify.problems", count=len(found.problems)))
        items(one.zh if language() == "zh" else one.en for one in found.problems)
    else:
        typer.echo(say("verify.sound" if found.acts else "verify.empty"))
    return bool(found.problems)


def _rewritten(one: Rewritten) -> str:
    lines = ("、" if language() == "zh" else ", ").join(map(str, one.lines))
    return say(
        "verify.rewritten", book=one.book, on=one.on, by=one.by, person=one.person, lines=lines,
        before=one.before[:_SHORT], after=one.after[:_SHORT], line=one.line,
    )  # fmt: skip


def _line(one: Revision) -> tuple[str, ...]:
    words = wording(language())
    what = one.key.indicator + say(f"revisions.{one.key.aspect}")
    cause = say(f"revisions.cause.{one.cause}") + (say("revisions.compatible") if one.compatible else "")
    made_up = say("synthetic") if one.key.synthetic else ""
    return (
        one.on, one.key.subject, what + made_up, period_words(one.period, words),
        figure_of(one.old, words).whole, figure_of(one.new, words).whole, _change(one), cause, _from(one),
    )  # fmt: skip


def _change(one: Revision) -> str:
    words = wording(language())
    # Between two rates lie percentage points.
    written = by_size(one.difference, "pp" if one.key.unit == "%" else one.key.unit, words)
    sign = "+" if one.difference > 0 else ""
    told = f"{written.before}{sign}{written.text}{written.unit}"
    if one.relative is None:
        return told
    return f"{told} ({sign}{digits_as_given(significant(one.relative * Decimal(100)), words)}%)"


def _from(one: Revision) -> str:
    names = (one.old.source.name, one.new.source.name)
    files = names[0] if names[0] == names[1] else " → ".join(names)
    return f"{one.by} {files}" if one.by else files


def _row(one: Revision) -> dict[str, object]:
    key = one.key
    relative = None if one.relative is None else float(round(one.relative, 6))
    return {
        "on": one.on, "cause": one.cause, "by": one.by, "subject": key.subject, "indicator": key.indicator,
        "aspect": key.aspect, "basis": key.basis or None, "period": one.period, "modality": one.modality,
        "old": number(one.old.value), "new": number(one.new.value), "unit": key.unit,
        "difference": value_text(one.difference), "relative": relative, "compatible": one.compatible,
        **_side("old", one.old), **_side("new", one.new), "synthetic": key.synthetic,
    }  # fmt: skip


def _side(which: str, datum: Datum) -> dict[str, object]:
    source = datum.source
    return {
        f"{which}_fact": datum.id,
        f"{which}_source": source.name,
        f"{which}_publisher": source.publisher,
        f"{which}_published_on": source.published_on,
        f"{which}_recorded_at": source.recorded_at,
    }
