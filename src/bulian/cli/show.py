"""What each command prints; the words are in `words/`, numbers are written as in the papers."""

import re
from collections.abc import Iterable, Sequence

import typer

from bulian.assess.datum import data_in_force
from bulian.assess.subject import district
from bulian.cli.printing import grid, items, listed, listed_or_none, print_csv, section, to_json
from bulian.cli.say import language, say
from bulian.model.document import Document
from bulian.model.fact import Observation, fact_row
from bulian.model.reading import Column, Reading
from bulian.model.stored import Sourced, sourced_row
from bulian.publish.numbers import figure_of
from bulian.publish.wording import wording
from bulian.steps.asking import Status
from bulian.steps.building import Built
from bulian.steps.examining import Check
from bulian.steps.extracting import Extracted
from bulian.steps.mapping import Mapped

_SHORT = 8
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


def build(done: Built, facts: int) -> None:
    """What a build did, and how many facts there are now."""
    for en, zh in done.notices:
        typer.echo(zh if language() == "zh" else en)
    if not (done.read or done.retired or done.quarantined):
        if done.unchanged:
            typer.echo(say("build.none", unchanged=done.unchanged, facts=facts))
        else:
            typer.echo(say("build.empty"))
        return
    typer.echo(say("build.done", read=len(done.read), unchanged=done.unchanged, facts=facts))
    if done.retired:
        typer.echo(say("build.retired", count=len(done.retired), names=listed(done.retired)))
    if done.quarantined:
        typer.echo(say("build.quarantined", count=len(done.quarantined)))
        items(error.say(language()) for _, error in done.quarantined)


def status(found: Status) -> None:
    """How the workspace stands, and what to do."""
    place = found.workspace
    typer.echo(say("status.title", name=place.name, region=place.region, root=place.root))
    if found.last is None:
        if found.added:
            typer.echo(say("status.unbuilt", waiting=len(found.added), root=place.root))
        else:
            typer.echo(say("build.empty"))
        return
    typer.echo(
        say(
            "status.counts",
            sources=len(found.sources),
            facts=sum(found.kinds.values()),
            kinds=kinds(found.kinds),
        )
    )
    if found.added or found.changed or found.gone:
        typer.echo(
            say(
                "status.pending",
                added=listed_or_none(found.added),
                changed=listed_or_none(found.changed),
                gone=listed_or_none(found.gone),
            )
        )
    else:
        typer.echo(say("status.current"))
    for en, zh in found.notices:
        typer.echo(zh if language() == "zh" else en)
    last = found.last
    typer.echo(
        say(
            "status.last", at=last.run.recorded_at, added=listed_or_none(last.added),
            changed=listed_or_none(last.changed + last.reread), retired=listed_or_none(last.retired),
            quarantined=listed_or_none(last.quarantined),
        )
    )  # fmt: skip
    section(
        "status.quarantined",
        (one.reason_zh if language() == "zh" else one.reason_en for one in found.quarantined),
    )
    section(
        "status.headers",
        (
            f"{one.name} {sheet}：{zh if language() == 'zh' else en}"
            for one in found.tables
            for sheet, en, zh in one.changed
        ),
    )
    section(
        "status.unread",
        (
            f"{one.name} {column.sheet} {column.ref}：{column.header or '—'}"
            for one in found.tables
            for column in one.unread
        ),
    )
    section(
        "status.orphans",
        (
            f"{one.name}：“{one.quote}” {say(f'verdict.{one.judgement.verdict}')}（{one.judgement.by}）"
            for one in found.orphans
        ),
    )
    undated = [source.name for source in found.sources if source.published_on is None]
    if undated:
        typer.echo(say("status.undated", names=listed(undated)))
    if found.leftovers:
        typer.echo(say("status.leftovers", names=listed(found.leftovers)))


def kinds(counted: dict[str, int]) -> str:
    """How many facts of each kind, in words."""
    return listed([say(f"kind.{kind}", count=count) for kind, count in sorted(counted.items())])


def extracted(results: Iterable[Extracted], form: str) -> bool:
    """Print what was read; True where a file could not be."""
    failed = False
    rows: list[dict[str, object]] = []
    for one in results:
        read = _read(one)
        if read is None:
            failed = True
            continue
        document, reading = read
        fresh = [fact_row(fact, document.name) for fact in reading.facts]
        if form == "jsonl":
            for row in fresh:
                typer.echo(to_json(row))
        rows += fresh
    if form == "json":
        typer.echo(to_json(rows, indent=1))
    elif form == "table":
        grid(("column.what", "column.value", "column.period", "column.source"), map(_row_in_short, rows))
    return failed


def unexplained(results: Iterable[Extracted]) -> bool:
    """Print the digits that became neither fact, period nor refusal; True where a file could not be read."""
    failed, runs, total = False, 0, 0
    for one in results:
        read = _read(one)
        if read is None:
            failed = True
            continue
        document, reading = read
        text, found = document.text, reading.unexplained
        total += len(_DIGITS.findall(text))
        runs += len(found)
        for start, end in found:
            before, after = text[max(start - 24, 0) : start], text[end : end + 24]
            line = text.count("\n", 0, start) + 1
            near = f"{before}【{text[start:end]}】{after}".replace("\n", " ")
            typer.echo(f"{document.name}:{line}: {near}")
    typer.echo(say("unexplained.count", count=runs, total=total) if runs else say("unexplained.none"))
    return failed


def _read(one: Extracted) -> tuple[Document, Reading] | None:
    """What the file says; None, with the reason printed, where it could not be read."""
    if one.error:
        typer.echo(one.error.say(language()), err=True)
    return (one.document, one.reading) if one.document and one.reading else None


def facts(found: Sequence[Sourced], form: str, home: str) -> None:
    """The facts as a table, as JSON, or as CSV for a spreadsheet; `home` is the district's name."""
    if form == "json":
        typer.echo(to_json([sourced_row(one) for one in found], indent=1))
    elif form == "csv":
        print_csv([sourced_row(one) for one in found])
    elif not found:
        typer.echo(say("facts.none"))
    else:
        heads = ("id", "subject", "what", "value", "period", "modality", "source")
        words = wording(language())
        written = {
            datum.fact.id: figure_of(datum, words).whole for datum in data_in_force(found, district(home))
        }
        grid([f"column.{head}" for head in heads], (_fact_line(one, written) for one in found))
        typer.echo(say("facts.count", count=len(found)))


def mapped(found: Mapped) -> None:
    """How each column of a file's tables was understood, and how to correct it."""
    columns, name = found.reading.columns, found.document.name
    if not columns:
        typer.echo(say("map.none", name=name))
        return
    heads = [f"column.{head}" for head in ("column", "header", "role", "meaning", "cells", "facts")]
    for sheet in dict.fromkeys(column.sheet for column in columns):
        typer.echo(f"{sheet}")
        grid(heads, (_column_line(column) for column in columns if column.sheet == sheet))
        typer.echo()
    for sheet, en, zh in found.reading.headers_changed:
        typer.echo(say("map.changed", what=f"{sheet} {zh if language() == 'zh' else en}"))
    for path in found.kept:
        typer.echo(say("map.kept", path=path))
    if not found.kept:
        typer.echo(say("map.how", name=name))


def doctor(checks: Sequence[Check]) -> bool:
    """Print each check; True where something is missing or broken."""
    ill = [check for check in checks if check.state != "good"]
    grid(
        (),
        (
            (check.what, say(f"doctor.{check.state}"), check.zh if language() == "zh" else check.en)
            for check in checks
        ),
    )
    typer.echo(say("doctor.ill", count=len(ill)) if ill else say("doctor.well"))
    return bool(ill)


def _fact_line(one: Sourced, written: dict[str, str]) -> tuple[str, ...]:
    row, fact = sourced_row(one), one.fact
    made_up = say("synthetic") if row["synthetic"] else ""
    if isinstance(fact, Observation):
        what = fact.indicator if fact.aspect == "level" else f"{fact.indicator}·{fact.aspect}"
        value = written.get(fact.id, fact.surface)
        told = [fact.subject or "—", what, value + made_up, fact.period or "—", str(fact.modality)]
    else:
        when, mood = row.get("date") or row.get("period") or "—", row.get("modality") or ""
        told = [*joined(row), str(when), str(mood)]
    return (fact.id[:_SHORT], *told, one.source.name)


def joined(row: dict[str, object]) -> tuple[str, str, str]:
    """The three parts of a fact that is no number: who, what kind, and whom or what."""
    if row["kind"] == "relation":
        return str(row["head"]), str(row["type"]), str(row["tail"])
    if row["kind"] == "event":
        return "、".join(map(str, row["participants"])), str(row["type"]), ""  # type: ignore[call-overload]  # a list
    return str(row["subject"] or "—"), str(row["type"]), str(row["text"])


def _row_in_short(row: dict[str, object]) -> tuple[str, ...]:
    if row["kind"] == "observation":
        what = f"{row['subject'] or '—'} {row['indicator']} {row['aspect']}"
        value = f"{row['value']} {row['unit']} {row['bound']} {row['modality']}"
    else:
        who, kind, whom = joined(row)
        what, value = f"{who} {kind}", whom
    where = row.get("cell") or f"{row.get('start')}:{row.get('end')}"
    return what, value, str(row.get("period") or row.get("date") or "—"), f"{row['doc']} {where}"


def _column_line(column: Column) -> tuple[str, ...]:
    meaning = " ".join(f"{name}={value}" for name, value in column.meaning)
    return (
        column.ref,
        column.header or "—",
        say(f"role.{column.role}"),
        meaning,
        str(column.cells),
        str(column.facts),
    )
