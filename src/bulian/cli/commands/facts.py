"""Look facts up."""

from typing import Annotated

import typer

from bulian.cli.arguments import (
    AsOf,
    Form,
    Indicator,
    KnownOn,
    Lang,
    Public,
    Subject,
    Where,
    scope,
    workspace_at,
)


def facts(
    workspace: Where = None,
    subject: Subject = None,
    indicator: Indicator = None,
    period: Annotated[str | None, typer.Option("--period", help="期间，如 2021、2021-H1")] = None,
    modality: Annotated[
        str | None, typer.Option("--modality", help="actual, forecast, target, plan, capacity")
    ] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", help="observation, relation, event, statement")
    ] = None,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    public: Public = False,
    retired: Annotated[bool, typer.Option("--retired", help="连已撤下的 · the retired too")] = False,
    form: Form = "table",
    lang: Lang = None,
) -> None:
    """查事实 · look facts up"""
    from bulian.cli import show, show_scope
    from bulian.steps import asking

    place = workspace_at(workspace)
    asked = asking.fact_query(
        subject=subject, indicator=indicator, period=period, modality=modality, kind=kind,
        include_retired=retired,
    )  # fmt: skip
    found = asking.look(place, asked, scope(as_of, known_on, public))
    show.facts(found.facts, form, place.name)
    show_scope.left_out(found, form)
