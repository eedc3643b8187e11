"""The ladder of firms."""

from typing import Annotated

import typer

from bulian.cli.arguments import AsOf, Form, KnownOn, Lang, Public, Where, now, scope, workspace_at


def ladder(
    workspace: Where = None,
    year: Annotated[int | None, typer.Option("--year", help="用哪一年的数 · whose numbers")] = None,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    public: Public = False,
    form: Form = "table",
    lang: Lang = None,
) -> None:
    """企业梯度：各级有谁、到哪天、谁只差一条 · who stands on which rung, until when, who is one short"""
    from bulian.cli import show_ladder, show_scope
    from bulian.steps import laddering

    asked = scope(as_of, known_on, public)
    found = laddering.ladder(workspace_at(workspace), year=year, scope=asked, now=now())
    show_ladder.ladder(found, form)
    show_scope.left_out(found.ground.seen, form)
