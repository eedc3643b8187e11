"""What `bulian desk boards` prints: the task forces, or one with all that stands on its board."""

from collections.abc import Iterable

import typer

from bulian.cli.printing import grid, printed_as_data, section
from bulian.cli.say import language, say
from bulian.desk.boards import Board, Task
from bulian.desk.book import Row
from bulian.desk.notes import Item
from bulian.desk.telling import named
from bulian.ledger.persons import Person
from bulian.publish.desk_note import due_line, item_line
from bulian.publish.wording import wording
from bulian.steps.noting import Boards

_HEADS = ("chain", "lead", "office", "members", "open", "late", "done", "projects", "problems", "met")


def boards(found: Boards, form: str, *, one: bool) -> None:
    """A line a task force; of one, its board."""
    if printed_as_data([_data(each, found.persons) for each in found.boards], form):
        return
    if not found.boards:
        typer.echo(say("boards.none"))
        return
    if one:
        for each in found.boards:
            _board(each, found)
        return
    grid([f"boards.head.{head}" for head in _HEADS], (_line(each, found.persons) for each in found.boards))


def _line(one: Board, people: tuple[Person, ...]) -> tuple[str, ...]:
    done = len(one.tasks) - len(one.open_tasks)
    return (
        one.chain + _mark(one), _lead(one, people), one.force.get("office") if one.force else "",
        str(len(one.members)), str(len(one.open_tasks)), str(len(one.late_tasks)), str(done),
        str(len(one.projects)), str(len(one.problems)),
        one.meetings[0].get("held_on") if one.meetings else "",
    )  # fmt: skip


def _board(one: Board, found: Boards) -> None:
    people = found.persons
    office = one.force.get("office") if one.force else ""
    typer.echo(
        say(
            "boards.title",
            chain=one.chain + _mark(one),
            day=found.day,
            lead=_lead(one, people),
            office=office,
        )
    )
    section("boards.members", _rows(one.members, ("member", "role"), "", people))
    section("boards.tasks", (_task(each, people) for each in one.tasks))
    section(
        "boards.projects",
        (
            f"{each.row.key}：{each.stage.zh if language() == 'zh' else each.stage.en}"
            for each in one.projects
        ),
    )
    section(
        "boards.problems", _rows(one.problems, ("firm", "problem", "assignee", "due"), "raised_on", people)
    )
    section(
        "boards.meetings", _rows(one.meetings, ("topic", "chair", "decisions", "next_on"), "held_on", people)
    )
    section("boards.due", (due_line(each, people, wording(language())) for each in one.due))


def _task(one: Task, people: tuple[Person, ...]) -> str:
    columns = ("done_on", "evidence") if one.done else ("due",)
    (line,) = _rows([one.row], ("task", "assignee", *columns), "assigned_on", people)
    if one.late:
        return line + say("boards.is_late", days=one.late)
    return line + (say("boards.unproved") if one.done and not one.proved else "")


def _rows(rows: Iterable[Row], columns: tuple[str, ...], dated: str, people: tuple[Person, ...]) -> list[str]:
    words = wording(language())
    return [item_line(Item(row.get(dated) or row.on, row, columns), people, words) for row in rows]


def _lead(one: Board, people: tuple[Person, ...]) -> str:
    lead = one.force.get("lead") if one.force else ""
    return named(lead, people, language()) if lead else say("boards.nobody")


def _mark(one: Board) -> str:
    return say("desk.made_up") if one.synthetic else ""


def _data(one: Board, people: tuple[Person, ...]) -> dict[str, object]:
    return {
        "chain": one.chain, "synthetic": one.synthetic, "lead": _lead(one, people) if one.force else None,
        "office": one.force.get("office") or None if one.force else None,
        "members": len(one.members), "open": len(one.open_tasks), "late": len(one.late_tasks),
        "done": len(one.tasks) - len(one.open_tasks), "projects": [each.row.key for each in one.projects],
        "problems": len(one.problems), "met": one.meetings[0].get("held_on") if one.meetings else None,
        "due": [each.id for each in one.due],
    }  # fmt: skip
