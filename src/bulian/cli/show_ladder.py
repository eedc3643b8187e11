"""What `ladder` prints."""

from collections.abc import Iterable

import typer

from bulian.assess.evaluate.clauses import Verdict, nearest
from bulian.assess.ladder import Held, OneShort, SizeStanding
from bulian.cli.evaluate_words import name_of, superseded
from bulian.cli.printing import grid, print_csv, to_json
from bulian.cli.say import language, say
from bulian.cli.show_cluster import made_up, percent
from bulian.publish.numbers import by_size, figure_of
from bulian.publish.wording import wording
from bulian.steps.laddering import Ladder, RungView
from bulian.vocab.template import Template

_SHORT = 8


def ladder(found: Ladder, form: str) -> None:
    """The pyramid, then each rung with who is on it and who is one criterion short."""
    if form == "json":
        typer.echo(to_json(_rows(found), indent=1))
        return
    if form == "csv":
        print_csv(_rows(found))
        return
    typer.echo(say("ladder.title", day=found.day, year=found.ground.year))
    grid([f"ladder.{head}" for head in ("rung", "in_force", "expired", "undated", "short")], _pyramid(found))
    near = [one for one in found.sizes if one.size == "candidate"]
    typer.echo(say("ladder.candidates", count=len(near)))
    if near:
        grid([f"ladder.{head}" for head in ("firm", "line", "revenue", "ratio")], map(_size_line, near))
    for view in found.rungs:
        _rung(view)


def _name(view: RungView) -> str:
    return view.rung.zh if language() == "zh" else view.rung.en


def _pyramid(found: Ladder) -> Iterable[tuple[str, ...]]:
    """From the top down, as a pyramid is looked at; real and made-up firms apart."""
    for view in reversed(found.rungs):
        columns = (view.in_force, view.expired, view.undated)
        short = _both([one.firm.synthetic for one in view.one_short]) if view.method else "—"
        yield (_name(view), *(_both([one.firm.synthetic for one in held]) for held in columns), short)
    sizes = {
        size: [one.firm.synthetic for one in found.sizes if one.size == size]
        for size in ("above", "candidate")
    }
    unknown = sum(one.size == "unknown" for one in found.sizes)
    yield (
        say("ladder.above"),
        _both(sizes["above"]),
        "",
        say("ladder.unknown", count=unknown),
        _both(sizes["candidate"]),
    )


def _both(marks: list[bool]) -> str:
    """How many real ones, and beside them how many made up."""
    real, made = marks.count(False), marks.count(True)
    return f"{real} + {made}{made_up(True)}" if made else str(real)


def _size_line(one: SizeStanding) -> tuple[str, ...]:
    line = one.line
    name = "" if line is None else line.zh if language() == "zh" else line.en
    number = figure_of(one.number, wording(language())).whole if one.number else "—"
    return one.firm.name + made_up(one.firm.synthetic), name, number, percent(one.ratio)


def _rung(view: RungView) -> None:
    if not (view.in_force or view.expired or view.undated or view.one_short or view.at_least_one):
        return
    typer.echo("")
    typer.echo(_name(view))
    held = [("in_force", one) for one in view.in_force] + [("expired", one) for one in view.expired]
    held += [("undated", one) for one in view.undated]
    if held:
        grid(
            [f"ladder.{head}" for head in ("firm", "standing", "since", "until", "from")],
            map(_held_line, held),
        )
    if view.method and (view.one_short or view.at_least_one):
        _short(view, view.method)


def _short(view: RungView, method: Template) -> None:
    """Who is surely one criterion short, then who may be more."""
    note = method.note_zh if language() == "zh" else method.note_en
    typer.echo(say("ladder.one_short", method=name_of(method), note=note + superseded(method)))
    heads = [f"ladder.{head}" for head in ("firm", "failing", "gap", "passed", "open")]
    if view.one_short:
        grid(heads, map(_short_line, view.one_short))
    if view.at_least_one:
        typer.echo(say("ladder.at_least_one"))
        grid(heads, map(_short_line, view.at_least_one))


def _held_line(pair: tuple[str, Held]) -> tuple[str, ...]:
    standing, one = pair
    until = (one.until or "—") + (say("ladder.reckoned") if one.reckoned else "")
    place = one.place or "、".join(fact[:_SHORT] for fact in one.facts)
    return (
        one.firm.name + made_up(one.firm.synthetic), say(f"ladder.{standing}"), one.since or "—", until, place
    )  # fmt: skip


def _short_line(one: OneShort) -> tuple[str, ...]:
    short = nearest(one.failing)
    part, gap = short.part, _gap(short)
    return (
        one.firm.name + made_up(one.firm.synthetic), part.zh if language() == "zh" else part.en, gap,
        str(one.passed), str(len(one.unknown)),
    )  # fmt: skip


def _gap(short: Verdict) -> str:
    if short.gap is None or not short.readings:
        return "—"
    unit = short.readings[0].unit
    written = by_size(round(short.gap, 2), "pp" if unit == "%" else unit, wording(language()))
    return f"{written.before}{written.text}{written.unit}"


def _rows(found: Ladder) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    for one in found.sizes:
        rows.append(
            {
                "rung": "above", "firm": one.firm.name, "synthetic": one.firm.synthetic, "standing": one.size,
                "line": one.line.zh if one.line else None,
                "ratio": float(round(one.ratio, 4)) if one.ratio else None,
                "facts": [one.number.id] if one.number else [],
            }
        )  # fmt: skip
    for view in found.rungs:
        for standing in ("in_force", "expired", "undated"):
            for held in getattr(view, standing):
                rows.append(
                    {
                        "rung": view.rung.key, "firm": held.firm.name, "synthetic": held.firm.synthetic,
                        "standing": standing, "since": held.since, "until": held.until,
                        "reckoned": held.reckoned, "place": held.place or None, "facts": list(held.facts),
                    }
                )  # fmt: skip
        for short in (*view.one_short, *view.at_least_one):
            rows.append(
                {
                    "rung": view.rung.key, "firm": short.firm.name, "synthetic": short.firm.synthetic,
                    "standing": "one_short" if short.sure else "at_least_one",
                    "failing": nearest(short.failing).part.zh,
                    "method": view.method.key if view.method else None, "passed": short.passed,
                    "unknown": [verdict.part.zh for verdict in short.unknown],
                    "facts": [part.id for reading in short.failing.readings for part in reading.parts],
                }
            )  # fmt: skip
    return rows
