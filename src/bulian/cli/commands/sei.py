"""The share of strategic emerging industries."""

from typing import Annotated

import typer

from bulian.cli.arguments import AsOf, Form, KnownOn, Lang, Public, Where, now, one_of, scope, workspace_at


def sei(
    workspace: Where = None,
    year: Annotated[int | None, typer.Option("--year", help="哪一年 · which year")] = None,
    of: Annotated[str, typer.Option("--of", help="revenue（营业收入）或 output（产值）")] = "revenue",
    as_of: AsOf = None,
    known_on: KnownOn = None,
    public: Public = False,
    form: Form = "table",
    lang: Lang = None,
) -> None:
    """战略性新兴产业占比，分子分母写明 · the share of strategic industries, both its parts stated"""
    from bulian.cli import show_firms, show_scope
    from bulian.steps import profiling

    one_of(of, "--of", ("revenue", "output"))
    asked = scope(as_of, known_on, public)
    found = profiling.sei(workspace_at(workspace), attribute=of, year=year, scope=asked, now=now())
    show_firms.strategic(found, form)
    show_scope.left_out(found.ground.seen, form)
