"""Clusters: who is in and why, how large, how they grew, what became of them in another taxonomy."""

from typing import Annotated

import typer

from bulian.cli.arguments import AsOf, By, Form, KnownOn, Lang, Public, Why, now, scope, split_name
from bulian.cli.say import say


def cluster(
    arguments: Annotated[list[str] | None, typer.Argument(metavar="[WORKSPACE] [NAME]")] = None,
    taxonomy: Annotated[
        str | None, typer.Option("--taxonomy", help="哪一版分类，默认取生效的 · which taxonomy")
    ] = None,
    year: Annotated[int | None, typer.Option("--year", help="哪一年，默认取最近的 · which year")] = None,
    compare: Annotated[
        str | None, typer.Option("--compare", help="与另一版分类对照 · a crosswalk from that taxonomy")
    ] = None,
    add: Annotated[str | None, typer.Option("--add", help="把企业列入 NAME · put a firm in")] = None,
    remove: Annotated[str | None, typer.Option("--remove", help="把企业移出 NAME · take a firm out")] = None,
    why: Why = "",
    by: By = "",
    as_of: AsOf = None,
    known_on: KnownOn = None,
    public: Public = False,
    form: Form = "table",
    lang: Lang = None,
) -> None:
    """产业集群：有谁、为什么、多大、怎么长的 · who is in a cluster and why, how large, how it grew"""
    from bulian.cli import show_cluster, show_cluster_detail, show_scope
    from bulian.errors import BadRequest
    from bulian.steps import clustering

    place, name = split_name(arguments)
    asked, moment = scope(as_of, known_on, public), now()
    firm = add or remove
    if firm:
        if name is None or (add and remove):
            raise BadRequest(
                "Name the cluster, and one of --add FIRM and --remove FIRM.",
                "请写明是哪个集群，并只用 --add 企业 或 --remove 企业 之一。",
            )
        act = clustering.change_member(
            place, name, firm, what="add" if add else "remove", by=by, why=why, taxonomy=taxonomy, now=moment
        )
        typer.echo(say(f"cluster.done.{act.what}", firm=act.firm, cluster=name))
        return
    if compare:
        found = clustering.compare(place, compare, taxonomy, scope=asked, now=moment)
        show_cluster.crosswalk(found, form)
        return
    shown = clustering.clusters(place, name, taxonomy=taxonomy, year=year, scope=asked, now=moment)
    if name is None:
        show_cluster.overview(shown, form)
    else:
        show_cluster_detail.detail(shown, form)
    show_scope.left_out(shown.ground.seen, form)
