"""Take a plan document apart into clauses."""

from typing import Annotated

import typer

from bulian.cli.arguments import AsOf, Form, KnownOn, Lang, Public, now, scope, split, workspace_at


def clauses(
    arguments: Annotated[list[str], typer.Argument(metavar="[WORKSPACE] DOC", help="文件名 · the document")],
    owner: Annotated[str | None, typer.Option("--owner", help="只看谁负责的 · whose clauses")] = None,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    public: Public = False,
    form: Form = "table",
    lang: Lang = None,
) -> None:
    """把一份规划拆成条款：谁、到何时、依据哪些事实 · a plan as clauses"""
    from bulian.cli import show_plans, show_scope
    from bulian.steps import planning

    place, (doc,) = split(arguments, 1, "DOC")
    found = planning.clauses(
        place or workspace_at(None), doc, now=now(), owner=owner, scope=scope(as_of, known_on, public)
    )
    show_plans.clauses(found, form)
    show_scope.left_out(found.seen, form)
