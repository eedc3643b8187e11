"""Which number: every sighting side by side, the one in force, and why the others are not."""

from collections.abc import Iterable, Iterator

import typer

from bulian.assess.authority import authority_of
from bulian.assess.conflicts import Apart, Conflict, Conflicts
from bulian.assess.datum import Datum
from bulian.cli.printing import grid, print_csv, to_json
from bulian.cli.say import language, say
from bulian.model.fact import number
from bulian.publish.naming import what, when
from bulian.publish.numbers import figure_of
from bulian.publish.wording import Wording, wording

_SHORT = 8
_HEADS = (
    "conflict.mark",
    "column.value",
    "conflict.authority",
    "conflict.published",
    "column.source",
    "column.id",
)


def conflicts(found: Conflicts, form: str) -> None:
    """As blocks for a person, or a row a number for a program."""
    if form == "table":
        _told(found)
        return
    rows = [row for one in found.conflicts for row in _conflict_rows(one)]
    rows += [row for each in found.apart for row in _apart_rows(each)]
    if form == "json":
        typer.echo(to_json(rows, indent=1))
    else:
        print_csv(rows)


def _told(found: Conflicts) -> None:
    words = wording(language())
    for one in found.conflicts:
        typer.echo(say(f"conflict.{one.state}", what=_title(one.found.sides[0].data[0], words)))
        grid(_HEADS, _lines(one, words))
        typer.echo()
    for each in found.apart:
        typer.echo(say(f"conflict.apart.{each.reason}", subject=each.subject))
        grid((), _apart_lines(each, words))
        typer.echo()
    states = [one.state for one in found.conflicts]
    typer.echo(
        say(
            "conflict.count", open=states.count("open"), compatible=states.count("compatible"),
            settled=states.count("settled"), apart=len(found.apart),
        )
    )  # fmt: skip
    if found.conflicts:
        typer.echo(say("conflict.how"))


def _title(datum: Datum, words: Wording) -> str:
    told = [datum.subject or words["mark.nobody"], what(datum, words), when(datum, words)]
    if datum.fact.modality != "actual":
        told.append(words[f"modality.{datum.fact.modality}"])
    return " ".join(told)


def _lines(one: Conflict, words: Wording) -> Iterator[tuple[str, ...]]:
    if one.standing:
        yield _line(one.standing.datum, say(f"conflict.by.{one.standing.by}"), words)
    for datum, why in _lost(one):
        yield _line(datum, say(f"conflict.why.{why}"), words)


def _lost(one: Conflict) -> Iterator[tuple[Datum, str]]:
    for loser in one.losers:
        yield loser.datum, loser.why
    for datum in one.rejected:
        yield datum, "rejected"


def _line(datum: Datum, mark: str, words: Wording) -> tuple[str, ...]:
    made_up = say("synthetic") if datum.synthetic else ""
    return (
        mark,
        figure_of(datum, words).whole + made_up,
        _authority(datum),
        datum.source.published_on or say("conflict.undated"),
        datum.source.name,
        datum.id[:_SHORT],
    )


def _authority(datum: Datum) -> str:
    authority = authority_of(datum.source)
    return authority.name_zh if language() == "zh" else authority.name_en


def _apart_lines(each: Apart, words: Wording) -> Iterable[tuple[str, ...]]:
    for counts in each.standings:
        datum = counts.datum
        told = figure_of(datum, words).whole
        yield what(datum, words), when(datum, words), told, datum.source.name, datum.id[:_SHORT]


def _conflict_rows(one: Conflict) -> Iterator[dict[str, object]]:
    if one.standing:
        yield _row(one.state, one.standing.datum, in_force=True, why=one.standing.by)
    for datum, why in _lost(one):
        yield _row(one.state, datum, in_force=False, why=why)


def _apart_rows(each: Apart) -> Iterator[dict[str, object]]:
    for counts in each.standings:
        yield _row(f"different_{each.reason}", counts.datum, in_force=True, why=counts.by)


def _row(state: str, datum: Datum, *, in_force: bool, why: str) -> dict[str, object]:
    fact, source = datum.fact, datum.source
    return {
        "state": state, "subject": datum.subject, "indicator": datum.indicator, "aspect": fact.aspect,
        "basis": fact.basis, "unit": fact.unit, "period": fact.period, "modality": fact.modality,
        "value": number(datum.value), "bound": datum.bound, "surface": fact.surface,
        "in_force": in_force, "why": why, "authority": authority_of(source).kind,
        "published_on": source.published_on, "source": source.name, "id": datum.id,
        "synthetic": datum.synthetic,
    }  # fmt: skip
