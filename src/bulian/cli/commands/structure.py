"""Structure over time."""

from pathlib import Path
from typing import Annotated

import typer

from bulian.cli.arguments import AsOf, By, Form, KnownOn, Lang, Public, Where, Why, now, scope, workspace_at


def structure(
    workspace: Where = None,
    indicator: Annotated[
        str | None, typer.Option("--indicator", help="只看哪个指标，如 营业收入 · of which measure")
    ] = None,
    reference: Annotated[
        Path | None, typer.Option("--reference", help="参照地区 CSV：name,year,value · for shift–share")
    ] = None,
    largest: Annotated[
        bool, typer.Option("--largest", help="清单以外的都不比所列最小的大 · none left out is larger")
    ] = False,
    peer: Annotated[
        str | None, typer.Option("--peer", help="选一个对标地区，记入日志 · choose a peer; kept")
    ] = None,
    drop_peer: Annotated[str | None, typer.Option("--drop-peer", help="不再对标它 · let a peer go")] = None,
    by: By = "",
    why: Why = "",
    as_of: AsOf = None,
    known_on: KnownOn = None,
    public: Public = False,
    form: Form = "table",
    lang: Lang = None,
) -> None:
    """产业结构：一业独大还是多业并兴，逐年看 · one pillar or many, year by year"""
    from bulian.cli import show_scope, show_structure
    from bulian.steps import structuring

    place = workspace_at(workspace)
    if peer is not None:
        show_structure.chosen(structuring.choose_peer(place, peer, by=by, why=why, now=now()))
        return
    if drop_peer is not None:
        show_structure.dropped(structuring.drop_peer(place, drop_peer, by=by, why=why, now=now()))
        return
    found = structuring.structure(
        place, scope=scope(as_of, known_on, public), indicator=indicator, reference=reference, largest=largest
    )
    show_structure.structure(found, form)
    show_scope.left_out(found.seen, form)
