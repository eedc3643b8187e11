"""The desk: registers and what people enter into them, projects, notes."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bulian.cli.arguments import AsOf, By, Form, KnownOn, Lang, Public, Why, now, scope, workspace_at
from bulian.errors import BadRequest

if TYPE_CHECKING:
    from bulian.corpus.workspace import Workspace

ACTIONS = (
    "list", "show", "load", "add", "correct", "end", "move", "funnel", "figures", "week", "achievements",
    "person", "boards",
)  # fmt: skip


def desk(
    arguments: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WORKSPACE] [ACTION] [REGISTER] [ROW|FILE] [COLUMN=VALUE …]",
            help="list、show、load、add、correct、end、move、funnel、figures、week、achievements、person、boards",
        ),
    ] = None,
    by: By = "",
    owner: Annotated[
        str, typer.Option("--owner", help="谁负责 · who answers for it; else who enters it")
    ] = "",
    on: Annotated[str, typer.Option("--on", help="说的是哪天 · the day it speaks of")] = "",
    source: Annotated[str, typer.Option("--source", help="依据 · where it is from")] = "",
    why: Why = "",
    evidence: Annotated[
        str | None,
        typer.Option(
            "--evidence", help="move：document:文件、fact:编号、payment:行、visit:行 · what shows it"
        ),
    ] = None,
    headers: Annotated[
        list[str] | None, typer.Option("--map", help="load：表头=列，下次照用 · header=column, kept")
    ] = None,
    preview: Annotated[bool, typer.Option("--preview", help="load：先看不记 · look, enter nothing")] = False,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="week、achievements：写到文件 · write to a file")
    ] = None,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    public: Public = False,
    form: Form = "table",
    lang: Lang = None,
) -> None:
    """台账与项目：载入、录入、更正、推进、周报 · registers, projects, the weekly note"""
    from bulian.cli import show_boards, show_desk, show_projects
    from bulian.desk.book import Signed
    from bulian.steps import desking, noting, projecting

    place, action, rest = _split(arguments or [])
    signed = Signed(by, now(), on, owner, source, why)
    match (action, rest):
        case ("list", []):
            show_desk.listed_registers(desking.desk_list(place), form)
        case ("show", [name, *row]) if len(row) < 2:
            found = desking.desk_show(place, name, *row, scope=scope(as_of, known_on, public))
            show_desk.shown_rows(found, form, one=bool(row))
        case ("load", [name, file]):
            done = desking.desk_load(place, name, Path(file), signed, mapping=headers or (), preview=preview)
            show_desk.loaded(done, form)
        case ("add", [name, *told]) if told:
            show_desk.entered(desking.desk_add(place, name, _pairs(told), signed), name)
        case ("correct", [name, row_key, *told]) if told:
            show_desk.entered(desking.desk_correct(place, name, row_key, _pairs(told), signed), name)
        case ("end", [name, row_key]):
            show_desk.ended(desking.desk_end(place, name, row_key, signed), name)
        case ("move", [project, stage]):
            step = projecting.desk_move(place, project, stage, signed, evidence=evidence)
            show_projects.moved(step, project)
        case ("funnel", []):
            seen = scope(as_of, known_on, public)
            show_projects.funnel(projecting.desk_funnel(place, scope=seen, now=now()), form)
        case ("figures", names) if len(names) < 2:
            show_projects.figures(noting.desk_figures(place, *names, on=on, now=now()), form)
        case ("week", chains) if len(chains) < 2:
            show_projects.note(noting.desk_week(place, *chains, on=on, now=now()), "week", output)
        case ("achievements", chains) if len(chains) < 2:
            show_projects.note(noting.desk_achievements(place, *chains, period=on), "achieved", output)
        case ("boards", chains) if len(chains) < 2:
            show_boards.boards(noting.desk_boards(place, *chains, on=on, now=now()), form, one=bool(chains))
        case ("person", []):
            show_desk.people(desking.desk_person(place), form)
        case ("person", [who, *told]):
            show_desk.people(desking.desk_person(place, who, _pairs(told)), form)
        case _:
            raise _unfit()


def _split(given: list[str]) -> tuple["Workspace", str, list[str]]:
    """The workspace where the first word is no action; then the action, and what follows it."""
    named = bool(given) and given[0] not in ACTIONS
    if named and not Path(given[0]).is_dir():
        raise BadRequest(
            f"{given[0]} is neither a folder nor one of {', '.join(ACTIONS)}.",
            f"“{given[0]}”既不是文件夹，也不是动作。动作可选：{'、'.join(ACTIONS)}。",
        )
    rest = given[1:] if named else given
    if rest and rest[0] not in ACTIONS:
        raise _unfit()
    return workspace_at(Path(given[0]) if named else None), rest[0] if rest else "list", rest[1:]


def _pairs(told: list[str]) -> dict[str, str]:
    found = {}
    for text in told:
        column, equals, value = text.partition("=")
        if not equals or not column.strip():
            raise BadRequest(
                f"{text!r}: write COLUMN=VALUE, as area=30亩.", f"“{text}”：请写 列=值，如 area=30亩。"
            )
        found[column.strip()] = value
    return found


def _unfit() -> BadRequest:
    return BadRequest(
        "wanted: list · show REGISTER [ROW] · load REGISTER FILE · add REGISTER COLUMN=VALUE … · "
        "correct REGISTER ROW COLUMN=VALUE … · end REGISTER ROW · move PROJECT STAGE · funnel · "
        "figures [REGISTER] · week [CHAIN] · achievements [CHAIN] · boards [CHAIN] · "
        "person [NAME office=… contact=…]",
        "应当写：list · show 台账 [行] · load 台账 文件 · add 台账 列=值 … · "
        "correct 台账 行 列=值 … · end 台账 行 · move 项目 阶段 · funnel · figures [台账] · "
        "week [产业链] · achievements [产业链] · boards [产业链] · person [姓名 单位=… 联系方式=…]",
    )
