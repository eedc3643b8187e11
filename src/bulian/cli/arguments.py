"""What the verbs have in common: the workspace, the language, the time of the act, the options they share."""

import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bulian.cli.say import language, say, speak
from bulian.errors import BadRequest, WorkspaceError

if TYPE_CHECKING:
    from bulian.corpus.workspace import Workspace
    from bulian.ledger.scope import Scope

_DAMAGE = 3
"""So many places are named; `bulian verify` lists all."""

Lang = Annotated[
    str | None,
    typer.Option(
        "--lang", callback=speak, is_eager=True, help="zh（默认）或 en，也可设 BULIAN_LANG · zh or en"
    ),
]
Where = Annotated[
    Path | None,
    typer.Argument(metavar="[WORKSPACE]", help="工作区文件夹 · the workspace; else the one you stand in"),
]
AsOf = Annotated[
    str | None, typer.Option("--as-of", help="只看这天以前发布的；没有日期的按入账日 · published by that day")
]
KnownOn = Annotated[str | None, typer.Option("--known-on", help="只看这天以前入账的 · recorded by that day")]
Public = Annotated[
    bool,
    typer.Option("--public", help="只列可以对外的，并说明略去多少 · only what may leave the house"),
]
Subject = Annotated[str | None, typer.Option("--subject", help="谁 · of whom")]
Indicator = Annotated[str | None, typer.Option("--indicator", help="什么指标 · which indicator")]
By = Annotated[str, typer.Option("--by", help="谁决定的 · who decides")]
Why = Annotated[str, typer.Option("--why", help="理由 · the reason")]


def one_of(given: str, option: str, choices: tuple[str, ...]) -> None:
    if given not in choices:
        raise BadRequest(
            f"{option} {given!r} is unknown. Choose one of {', '.join(choices)}.",
            f"{option} {given!r} 不认识。可选：{'、'.join(choices)}。",
        )


def _known_form(given: str) -> str:
    one_of(given, "--format", ("table", "json", "csv"))
    return given


Form = Annotated[str, typer.Option("--format", callback=_known_form, help="table、json 或 csv")]


def scope(as_of: str | None, known_on: str | None, public: bool) -> "Scope":
    """What the three options of every showing verb ask for."""
    from bulian.ledger.scope import Scope

    return Scope(as_of, known_on, public)


def now() -> str:
    """The time of this act, taken once; BULIAN_NOW overrides the clock."""
    given = os.environ.get("BULIAN_NOW")
    if not given:
        return datetime.now().astimezone().isoformat(timespec="seconds")
    try:
        moment = datetime.fromisoformat(given)
    except ValueError as error:
        raise BadRequest(
            f"BULIAN_NOW={given!r} is no time. Write it like 2026-01-31T09:00:00+08:00.",
            f"BULIAN_NOW={given!r} 不是时间。请写成 2026-01-31T09:00:00+08:00。",
        ) from error
    return moment.astimezone().isoformat(timespec="seconds") if moment.tzinfo is None else moment.isoformat()


def workspace_at(given: Path | None, *, audited: bool = True) -> "Workspace":
    """The workspace named or the one we stand in; says on standard error where its journal was damaged.

    Args:
        audited: say so; a command that lists the damage itself does not want it twice.

    Raises:
        BadRequest: no such folder. WorkspaceError: there is no workspace here.
    """
    from bulian.corpus.workspace import find_workspace

    if given is not None and not given.is_dir():
        raise BadRequest(
            f"{given} is no folder. Name a workspace, or make one with bulian init.",
            f"{given} 不是文件夹。请指明一个工作区，或用 bulian init 新建。",
        )
    place = find_workspace(given or Path.cwd())
    if audited:
        _tell_damage(place)
    return place


def _tell_damage(place: "Workspace") -> None:
    """Acts that are not as they were written do not count: whoever reads on must know."""
    from bulian.ledger import auditing

    problems = auditing.verify(place.journal)
    for problem in problems[:_DAMAGE]:
        typer.echo(problem.zh if language() == "zh" else problem.en, err=True)
    if problems:
        typer.echo(say("damage.how", count=len(problems)), err=True)


def split(arguments: list[str], count: int, wanted: str) -> tuple["Workspace | None", list[str]]:
    """The workspace, named or the one we stand in, if any, and the `count` arguments after it."""
    if len(arguments) == count + 1:
        return workspace_at(Path(arguments[0])), arguments[1:]
    if len(arguments) != count:
        raise BadRequest(f"wanted: [WORKSPACE] {wanted}", f"应当写：[工作区] {wanted}")
    try:
        return workspace_at(None), arguments
    except WorkspaceError:
        return None, arguments


def workspace_and(arguments: list[str] | None, wanted: str) -> tuple["Workspace", str | None]:
    """The workspace, named or the one we stand in, and the one argument after it, if it was given.

    A single argument is the workspace where a folder is called so, else what was wanted.
    """
    given = list(arguments or ())
    if len(given) > 2:
        raise BadRequest(f"wanted: [WORKSPACE] [{wanted}]", f"应当写：[工作区] [{wanted}]")
    first = Path(given[0]) if given and (len(given) == 2 or Path(given[0]).is_dir()) else None
    rest = given[1:] if first else given
    return workspace_at(first), rest[0] if rest else None


def split_name(arguments: list[str] | None) -> tuple["Workspace", str | None]:
    """The workspace, named or the one we stand in, and the name after it, if any; a folder is no name."""
    given = arguments or []
    if len(given) > 2:
        raise BadRequest("wanted: [WORKSPACE] [NAME]", "应当写：[工作区] [名称]")
    if len(given) == 2:
        return workspace_at(Path(given[0])), given[1]
    if given and not Path(given[0]).is_dir():
        return workspace_at(None), given[0]
    return workspace_at(Path(given[0]) if given else None), None
