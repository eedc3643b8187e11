"""Where a fact stands."""

from typing import Annotated

import typer

from bulian.cli.arguments import AsOf, KnownOn, Lang, Public, scope, split, workspace_at


def source(
    arguments: Annotated[list[str], typer.Argument(metavar="[WORKSPACE] FACT_ID")],
    as_of: AsOf = None,
    known_on: KnownOn = None,
    public: Public = False,
    lang: Lang = None,
) -> None:
    """一条事实的原句或单元格 · where a fact stands"""
    from bulian.cli import show_source
    from bulian.steps import asking

    place, (fact_id,) = split(arguments, 1, "FACT_ID")
    asked = scope(as_of, known_on, public)
    show_source.source(asking.source(place or workspace_at(None), fact_id, scope=asked))
