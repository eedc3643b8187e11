"""Which numbers were told otherwise later."""

from typing import Annotated

import typer

from bulian.cli.arguments import AsOf, KnownOn, Lang, Public, Where, one_of, scope, workspace_at


def revisions(
    workspace: Where = None,
    subject: Annotated[str | None, typer.Option("--subject", help="谁 · of whom")] = None,
    indicator: Annotated[str | None, typer.Option("--indicator", help="什么指标 · which indicator")] = None,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    public: Public = False,
    form: Annotated[str, typer.Option("--format", help="table、json 或 csv")] = "table",
    lang: Lang = None,
) -> None:
    """哪些数后来改了、改了多少、谁改的 · which numbers were revised, by how much, by whom"""
    from bulian.cli import show_revisions, show_scope
    from bulian.steps import revising

    one_of(form, "--format", ("table", "json", "csv"))
    asked = scope(as_of, known_on, public)
    found = revising.revisions(workspace_at(workspace), subject=subject, indicator=indicator, scope=asked)
    show_revisions.revisions(found.revisions, form)
    show_scope.left_out(found.seen, form)
