"""Look facts up."""

from typing import Annotated

import typer

from bulian.cli.arguments import Lang, Where, one_of, workspace_at


def facts(
    workspace: Where = None,
    subject: Annotated[str | None, typer.Option("--subject", help="谁 · of whom")] = None,
    indicator: Annotated[str | None, typer.Option("--indicator", help="什么指标 · which indicator")] = None,
    period: Annotated[str | None, typer.Option("--period", help="期间，如 2021、2021-H1")] = None,
    modality: Annotated[
        str | None, typer.Option("--modality", help="actual, forecast, target, plan, capacity")
    ] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", help="observation, relation, event, statement")
    ] = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", help="只看这天以前发布的 · published by that day")
    ] = None,
    known_on: Annotated[
        str | None, typer.Option("--known-on", help="只看这天以前入账的 · recorded by that day")
    ] = None,
    retired: Annotated[bool, typer.Option("--retired", help="连已撤下的 · the retired too")] = False,
    form: Annotated[str, typer.Option("--format", help="table、json 或 csv")] = "table",
    lang: Lang = None,
) -> None:
    """查事实 · look facts up"""
    from bulian.cli import show
    from bulian.steps import asking

    one_of(form, "--format", ("table", "json", "csv"))
    place = workspace_at(workspace)
    found = asking.facts(
        place, subject=subject, indicator=indicator, period=period, modality=modality,
        kind=kind, as_of=as_of, known_on=known_on, include_retired=retired,
    )  # fmt: skip
    show.facts(found, form, place.name)
