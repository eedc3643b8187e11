"""What `bulian desk` prints."""

from collections.abc import Sequence

import typer

from bulian.cli.printing import columns, grid, items, listed, printed_as_data
from bulian.cli.say import language, say
from bulian.desk.book import Row
from bulian.desk.columns import Heading
from bulian.desk.loaded import Loaded
from bulian.desk.sheet import Problem
from bulian.desk.telling import named, shown
from bulian.ledger.persons import Person
from bulian.steps.desking import Listed, Shown
from bulian.vocab.registers import Field, register

_MOST = 8  # columns that fit a screen


def listed_registers(found: Sequence[Listed], form: str) -> None:
    """Every register with its rows."""
    data: list[dict[str, object]] = [
        {"register": one.register.key, "zh": one.register.zh, "en": one.register.en, "rows": one.rows,
         "newest": one.newest} for one in found
    ]  # fmt: skip
    if printed_as_data(data, form):
        return
    lines = (
        (
            one.register.key,
            one.register.zh if language() == "zh" else one.register.en,
            str(one.rows),
            one.newest or "",
        )
        for one in found
    )
    grid(("desk.head.key", "desk.head.name", "desk.head.rows", "desk.head.newest"), lines)


def shown_rows(found: Shown, form: str, *, one: bool) -> None:
    """The rows in columns, or one row in full with where each value was entered."""
    if printed_as_data([_data(row, found) for row in found.rows], form):
        return
    if found.withheld:
        typer.echo(say("desk.withheld", count=found.withheld))
    elif not found.rows:
        typer.echo(say("desk.empty", register=found.register.key))
    elif one:
        _in_full(found.rows[0], found)
    else:
        _table(found)


def loaded(done: Loaded, form: str) -> None:
    """How the columns were understood, what was entered, what is to be mended."""
    plan = done.plan
    if printed_as_data([_problem(line.place, one) for line in plan.bad for one in line.problems], form):
        return
    items(zh if language() == "zh" else en for en, zh in done.notes)
    for sheet in plan.sheets:
        if sheet.header is None:
            typer.echo(say("desk.no_header", sheet=sheet.name))
            continue
        typer.echo(say("desk.sheet", sheet=sheet.name, row=sheet.header.row + 1))
        items(_heading(one) for one in sheet.header.headings)
        if sheet.passed:
            typer.echo(say("desk.passed", places=listed(sheet.passed)))
    key = "desk.loaded" if done.entered else "desk.would"
    counts = {
        "new": len(plan.new),
        "changed": len(plan.changed),
        "same": len(plan.same),
        "bad": len(plan.bad),
    }
    typer.echo(say(key, **counts))
    items(
        f"{one.place} {one.zh if language() == 'zh' else one.en}"
        for line in plan.bad
        for one in line.problems
    )
    if done.to_mend:
        typer.echo(say("desk.mend", file=done.to_mend, register=plan.register.key))
    if done.kept:
        typer.echo(say("desk.kept", file=done.kept))


def entered(row: Row, name: str) -> None:
    """That a row stands as it was said."""
    typer.echo(say("desk.entered", register=register(name).zh if language() == "zh" else register(name).en,
                   row=row.key, on=row.on))  # fmt: skip


def people(found: Sequence[Person], form: str) -> None:
    """Persons with what is known of them."""
    data: list[dict[str, object]] = [
        {"id": one.id, "name": one.name, "office": one.office, "contact": one.contact,
         "forgotten": one.forgotten or None} for one in found
    ]  # fmt: skip
    if printed_as_data(data, form):
        return
    lines = ((one.id, one.name or named(one.id, found, language()), one.office, one.contact) for one in found)
    grid([f"desk.head.{head}" for head in ("id", "name", "office", "contact")], lines)


def ended(row: Row, name: str) -> None:
    """That a row is closed."""
    typer.echo(say("desk.ended", row=row.key, on=row.ended[0] if row.ended else row.on))


def _heading(one: Heading) -> str:
    target = say("desk.nowhere") if one.field is None else _name(one.field)
    unit = f"（{one.unit}）" if one.unit else ""
    return f"{one.header} → {target}{unit} {say(f'desk.how.{one.how}')}"


def _problem(place: str, one: Problem) -> dict[str, object]:
    return {"row": place, "place": one.place, "column": one.column, "zh": one.zh, "en": one.en}


def _table(found: Shown) -> None:
    fields = [one for one in found.register.fields if any(row.get(one.key) for row in found.rows)]
    first = [one for one in fields if one.key in found.register.names]
    fields = [*first, *(one for one in fields if one not in first)][:_MOST]
    heads = [_name(one) for one in fields]
    lines = [_line(row, fields, found) for row in found.rows]
    lead = () if first else (say("desk.head.row"),)
    columns([*lead, *heads, say("desk.head.owner"), say("desk.head.on")], lines)
    unit = found.register.unit[language() != "zh"]
    typer.echo(say("desk.count", count=len(lines), unit=unit, hidden=_hidden(found, len(fields))))


def _line(row: Row, fields: Sequence[Field], found: Shown) -> tuple[str, ...]:
    told = (shown(one, row.get(one.key), language(), found.persons) for one in fields)
    number = () if found.register.names else (row.key,)
    mark = say("desk.made_up") if row.synthetic else ""
    return (*number, *told, named(row.owner, found.persons, language()), row.on + mark)


def _hidden(found: Shown, count: int) -> str:
    more = sum(any(row.get(one.key) for row in found.rows) for one in found.register.fields) - count
    return say("desk.hidden", count=more) if more > 0 else ""


def _in_full(row: Row, found: Shown) -> None:
    mark = say("desk.made_up") if row.synthetic else ""
    typer.echo(
        say("desk.row", row=row.key + mark, owner=named(row.owner, found.persons, language()), on=row.on)
    )
    for field in found.register.fields:
        if value := row.get(field.key):
            text = shown(field, value, language(), found.persons)
            typer.echo(say("desk.value", name=_name(field), value=text, line=row.places[field.key],
                           book=f"journal/desk-{row.register}.jsonl"))  # fmt: skip
    if row.source:
        typer.echo(say("desk.source", source=row.source))
    if row.ended:
        typer.echo(say("desk.is_ended", on=row.ended[0], why=row.ended[1]))


def _data(row: Row, found: Shown) -> dict[str, object]:
    values = {one.key: row.get(one.key) or None for one in found.register.fields}
    return {
        "row": row.key, **values, "owner": row.owner, "on": row.on, "source": row.source or None,
        "synthetic": row.synthetic, "entered_at": row.at, "by": row.by,
        "ended": row.ended[0] if row.ended else None,
    }  # fmt: skip


def _name(field: Field) -> str:
    return field.zh if language() == "zh" else field.en
