"""A person's row is emptied, and that it was is logged."""

from typing import Annotated

import typer

from bulian.cli.arguments import By, Lang, Why, now, workspace_and
from bulian.cli.say import say
from bulian.errors import BadRequest


def forget(
    arguments: Annotated[
        list[str] | None, typer.Argument(metavar="[WORKSPACE] PERSON", help="姓名或编号 · a name or an id")
    ] = None,
    by: By = "",
    why: Why = "",
    lang: Lang = None,
) -> None:
    """清空一个人的信息，日志只留编号 · empty what is known of a person"""
    from bulian.steps import desking

    place, person = workspace_and(arguments, "PERSON")
    if person is None:
        raise BadRequest("wanted: [WORKSPACE] PERSON", "应当写：[工作区] 姓名或编号")
    gone = desking.forget(place, person, by=by, why=why, now=now())
    typer.echo(say("forget.done", id=gone.id))
