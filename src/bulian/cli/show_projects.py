"""What `bulian desk` prints of projects, figures and notes, and what `bulian due` prints."""

from pathlib import Path

import typer

from bulian.cli.printing import grid, listed, printed_as_data
from bulian.cli.say import language, say
from bulian.desk.book import Row
from bulian.desk.figures._figure import Derived
from bulian.desk.projects.machine import Step
from bulian.desk.projects.standing import Funnel, Standing
from bulian.desk.telling import money, named, shown
from bulian.errors import WorkspaceError
from bulian.publish.desk_note import (
    derived_words,
    formula_words,
    note_markdown,
    over_words,
    step_words,
    what_is_due,
)
from bulian.publish.wording import wording
from bulian.steps.noting import DueList, Noted
from bulian.steps.projecting import Projects
from bulian.vocab.registers import register, registers
from bulian.vocab.stages import Stage

_FIGURE = ("register", "of", "figure", "value", "formula", "rests", "left_out")
_TOTAL = register("projects").field("total")


def moved(step: Step, project: str) -> None:
    """That a project came to a stage."""
    typer.echo(say("desk.moved", project=project, on=step.on, words=step_words(step, wording(language()))))


def funnel(found: Projects, form: str) -> None:
    """Stage by stage, then every project that goes on."""
    if printed_as_data([_project(one) for one in (*found.going, *found.ended)], form):
        return
    if found.withheld:
        typer.echo(say("desk.withheld", count=found.withheld))
        return
    if not found.funnels:
        typer.echo(say("desk.empty", register="projects"))
        return
    for one in found.funnels:
        _funnel(one)
    heads = ("project", "stage", "since", "days", "total", "paid", "share", "slip", "next", "owner")
    grid([f"desk.head.{head}" for head in heads], (_line(one, found) for one in found.going))
    typer.echo(say("desk.projects", count=len(found.going), gone=len(found.ended)))
    stuck = [one.row.key for one in found.going if one.stuck]
    if stuck:
        typer.echo(say("desk.stuck", names=listed(stuck)))


def _funnel(one: Funnel) -> None:
    if one.synthetic:
        typer.echo(say("desk.made_up_below"))
    lines = (
        (_stage(each.stage), str(len(each.here)), str(each.reached), _share(each.further, each.reached))
        for each in one.passages
    )
    grid(("desk.head.stage", "desk.head.here", "desk.head.reached", "desk.head.further"), lines)
    typer.echo(say("desk.paid", paid=money(one.paid, language())))
    typer.echo("")


def figures(found: tuple[Derived, ...], form: str) -> None:
    """Derived figures with their formula and how many rows they rest on."""
    data: list[dict[str, object]] = [
        {"register": one.register, "of": one.of, "zh": one.zh, "en": one.en,
         "value": None if one.value is None else str(one.value),
         "unit": one.unit, "formula": one.formula, "rows": list(one.rows), "left_out": list(one.left_out),
         "synthetic": one.synthetic}
        for one in found
    ]  # fmt: skip
    if printed_as_data(data, form):
        return
    if not found:
        typer.echo(say("desk.no_figures"))
        return
    grid([f"desk.head.{head}" for head in _FIGURE], (_figure(one) for one in found))


def _figure(one: Derived) -> tuple[str, ...]:
    name = one.zh if language() == "zh" else one.en
    value = derived_words(one, wording(language()))
    return (
        one.register, one.of + _mark(one.synthetic), name, value, formula_words(one, language()),
        str(len(one.rows)), str(len(one.left_out) or ""),
    )  # fmt: skip


def note(found: Noted, title: str, output: Path | None) -> None:
    """A note as Markdown, printed or written."""
    text = note_markdown(found.note, found.persons, wording(language()), title)
    if output is None:
        typer.echo(text)
        return
    try:
        output.write_text(text, "utf-8", newline="\n")
    except OSError as error:
        raise WorkspaceError(
            output, f"cannot be written ({error.strerror}).", f"写不进去（{error.strerror}）。"
        ) from error
    typer.echo(say("desk.written", file=output))


def due(found: DueList, form: str) -> None:
    """The list, the longest over first; the registers without a row."""
    words = wording(language())
    data: list[dict[str, object]] = [
        {"row": one.id, "what": one.what, "columns": list(one.columns), "day": one.day, "over": one.over,
         "who": one.who, "says": what_is_due(one, words)} for one in found.lines
    ]  # fmt: skip
    if printed_as_data(data, form):
        return
    lines = (
        (one.id, what_is_due(one, words), over_words(one, words), named(one.who, found.persons, language()))
        for one in found.lines
    )
    if found.lines:
        grid(("desk.head.row", "desk.head.what", "desk.head.over", "desk.head.who"), lines)
    typer.echo(say("desk.due", count=len(found.lines), day=found.day))
    if found.empty:
        known = registers()
        names = [known[key].zh if language() == "zh" else known[key].en for key in found.empty]
        typer.echo(say("desk.nothing_in", names=listed(names)))


def assigned(row: Row, to: str) -> None:
    """That a row has a new owner."""
    typer.echo(say("desk.assigned", row=f"{row.register}/{row.key}", to=to))


def _line(one: Standing, found: Projects) -> tuple[str, ...]:
    lang = language()
    slip = max((slip.days for slip in one.slips), default=0)
    return (
        one.row.key + _mark(one.row.synthetic),
        _stage(one.stage) + (say("desk.is_stuck") if one.stuck else ""), one.steps[-1].on,
        str(one.days), shown(_TOTAL, one.row.get("total"), lang),
        money(one.paid, lang) if one.payments else "", "" if one.share is None else f"{one.share:.1f}%",
        say("desk.days", count=slip) if slip else "", one.row.get("next_step"),
        named(one.row.owner, found.persons, lang),
    )  # fmt: skip


def _mark(synthetic: bool) -> str:
    """What stands behind whatever is made up."""
    return say("desk.made_up") if synthetic else ""


def _stage(one: Stage) -> str:
    return one.zh if language() == "zh" else one.en


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} = {part / whole:.0%}" if whole else ""


def _project(one: Standing) -> dict[str, object]:
    return {
        "project": one.row.key, "synthetic": one.row.synthetic,
        "stage": one.stage.key, "since": one.steps[-1].on, "days": one.days,
        "stuck": one.stuck, "total_cny": None if one.total is None else str(one.total),
        "paid_in_cny": str(one.paid) if one.payments else None, "payments": list(one.payments),
        "paid_share_pct": None if one.share is None else f"{one.share:.1f}",
        "size": one.size.key if one.size else None, "role": one.row.get("role") or None,
        "kind": one.row.get("kind") or None, "cell": one.row.get("cell") or None,
        "nodes": one.row.get("nodes") or None,
        "slips": [f"{slip.stage.key} {slip.promised} +{slip.days}" for slip in one.slips],
        "claimed": one.claimed or None, "next_step": one.row.get("next_step") or None, "owner": one.row.owner,
        "ended": one.ended[0] if one.ended else None, "why_ended": one.ended[1] if one.ended else None,
    }  # fmt: skip
