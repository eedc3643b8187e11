"""Whom to attract for a node."""

from pathlib import Path
from typing import Annotated

import typer

from bulian.cli.arguments import AsOf, By, Form, KnownOn, Lang, Public, Why, now, scope, workspace_and


def prospects(
    arguments: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORKSPACE] [NODE|CHAIN]", help="环节或产业链；不写则取各链缺口 · for what"),
    ] = None,
    table: Annotated[
        Path | None, typer.Option("--table", help="带入一份外地企业名录 · bring in an outside firm table")
    ] = None,
    headers: Annotated[
        list[str] | None, typer.Option("--map", help="--table：表头=列，下次照用 · header=column, kept")
    ] = None,
    preview: Annotated[bool, typer.Option("--preview", help="--table：只看怎么理解 · only look")] = False,
    most: Annotated[int, typer.Option("--most", min=1, max=500, help="最多列几家 · how many")] = 20,
    reject: Annotated[str | None, typer.Option("--reject", help="否决一家企业 · say no to a firm")] = None,
    restore: Annotated[str | None, typer.Option("--restore", help="恢复一家企业 · take the no back")] = None,
    by: By = "",
    why: Why = "",
    as_of: AsOf = None,
    known_on: KnownOn = None,
    public: Public = False,
    form: Form = "table",
    lang: Lang = None,
) -> None:
    """招商对象：为缺口找谁、为什么、为什么不 · whom to attract for a gap, why, and why not"""
    from bulian.cli import show_prospects, show_scope
    from bulian.steps import prospecting, rejecting, searching

    place, name = workspace_and(arguments, "NODE|CHAIN")
    if table is not None:
        show_prospects.brought(searching.bring(place, table, mapping=headers or (), only_look=preview), form)
        return
    if reject is not None:
        firm = rejecting.reject(place, reject, name or "", by=by, why=why, now=now())
        show_prospects.decided("rejected", firm)
        return
    if restore is not None:
        firm = rejecting.restore(place, restore, name or "", by=by, why=why, now=now())
        show_prospects.decided("restored", firm)
        return
    found = prospecting.prospects(place, name, most=most, now=now(), scope=scope(as_of, known_on, public))
    show_prospects.listed_prospects(found, form)
    show_scope.left_out(found.seen, form)
