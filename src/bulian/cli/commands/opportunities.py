"""What a district could attract next."""

from pathlib import Path
from typing import Annotated

import typer

from bulian.cli.arguments import AsOf, Form, KnownOn, Lang, Public, Where, now, scope, workspace_at
from bulian.cli.commands.backtest import Activity, Region, Value, Year
from bulian.errors import WorkspaceError


def opportunities(
    workspace: Where = None,
    table: Annotated[
        Path | None, typer.Option("--table", help="同类地区长表；不给就用工作区的 · a table of peers")
    ] = None,
    of: Annotated[
        str | None, typer.Option("--of", help="表里的哪个地区；不写就是本区 · which region of the table")
    ] = None,
    why: Annotated[
        str | None, typer.Option("--explain", help="把一项的理由讲全 · one activity in full")
    ] = None,
    top: Annotated[int, typer.Option("--top", help="列出几项 · how many are listed")] = 15,
    horizon: Annotated[int, typer.Option("--horizon", help="几年之内 · within how many years")] = 5,
    region: Region = "region",
    activity: Activity = "activity",
    year: Year = "year",
    value: Value = "value",
    seed: Annotated[int, typer.Option("--seed", help="随机种子 · seed of folds and weights")] = 7,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    public: Public = False,
    form: Form = "table",
    lang: Lang = None,
) -> None:
    """机会：下一步引什么；可能性、可取性、可行性分开讲，各有理由 · what to attract next, and why"""
    from bulian.cli import show_opportunities
    from bulian.measure.labelled.panel import Names
    from bulian.steps import recommending

    try:
        place = workspace_at(workspace)
    except WorkspaceError:
        if workspace is not None or table is None:
            raise
        place = None  # a table is enough
    names = Names(region=region, activity=activity, value=value, year=year)
    peers = recommending.Peers(table, of, names, horizon) if table else None
    found = recommending.opportunities(
        place, peers, now=now(), scope=scope(as_of, known_on, public), seed=seed
    )
    if why is not None:
        show_opportunities.explained(found, why, form)
        return
    show_opportunities.opportunities(found, top, form)
