"""Who is who: what waits for a decision, and the decisions."""

from typing import Annotated

import typer

from bulian.cli.arguments import AsOf, By, Form, KnownOn, Lang, Public, Why, now, scope, workspace_and
from bulian.cli.say import say
from bulian.errors import BadRequest


def review(
    arguments: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORKSPACE] [NAME]", help="名称：看它是谁 · a name: who it is"),
    ] = None,
    merge: Annotated[
        tuple[str, str] | None, typer.Option("--merge", help="两个名称是同一个 · two names are one")
    ] = None,
    split: Annotated[
        tuple[str, str] | None, typer.Option("--split", help="两个名称是两个 · two names are two")
    ] = None,
    undo: Annotated[
        int | None, typer.Option("--undo", help="撤销第几行的判断 · take back the judgement of a line")
    ] = None,
    by: By = "",
    why: Why = "",
    as_of: AsOf = None,
    known_on: KnownOn = None,
    public: Public = False,
    form: Form = "table",
    lang: Lang = None,
) -> None:
    """谁是谁：待定的名称，合并、拆分、撤销 · who is who: undecided names; merge, split, undo"""
    from bulian.cli import show_review, show_scope
    from bulian.steps import reviewing

    place, name = workspace_and(arguments, "NAME")
    if sum(act is not None for act in (merge, split, undo)) > 1:
        raise BadRequest(
            "One act at a time: --merge, --split or --undo.", "一次只做一件事：--merge、--split 或 --undo。"
        )
    signed = {"by": by, "why": why, "now": now()}
    if merge:
        done = reviewing.merge(place, *merge, **signed)
        typer.echo(say("review.merged", one=merge[0], other=merge[1], line=done.line))
    elif split:
        done = reviewing.split(place, *split, **signed)
        typer.echo(say("review.split", one=split[0], other=split[1], line=done.line))
    elif undo is not None:
        done = reviewing.undo(place, undo, **signed)
        typer.echo(say("review.undone", one=done.pair[0], other=done.pair[1], line=done.line))
    else:
        found = reviewing.review(place, name, scope=scope(as_of, known_on, public))
        show_review.review(found, form)
        show_scope.left_out(found.seen, form)
