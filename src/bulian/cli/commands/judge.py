"""Accept, correct or reject a fact, or withdraw what was decided of it."""

from typing import Annotated

import typer

from bulian.cli.arguments import By, Lang, Why, now, split, workspace_at
from bulian.cli.say import say


def judge(
    arguments: Annotated[
        list[str], typer.Argument(metavar="[WORKSPACE] FACT_ID accept|correct|reject|withdraw")
    ],
    by: By,
    why: Why,
    value: Annotated[
        str | None,
        typer.Option("--value", help="更正成多少，以事实的单位计 · the value instead, in its unit"),
    ] = None,
    lang: Lang = None,
) -> None:
    """认可、更正、驳回一条事实，或撤回判断 · judge a fact"""
    from bulian.steps import asking

    place, (fact_id, verdict) = split(arguments, 2, "FACT_ID accept|correct|reject|withdraw")
    asking.judge(
        place or workspace_at(None), fact_id, verdict=verdict, by=by, why=why, value=value, now=now()
    )
    typer.echo(say("judge.done", fact=fact_id, verdict=say(f"verdict.{verdict}")))
