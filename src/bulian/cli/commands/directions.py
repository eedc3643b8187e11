"""Attraction directions, and what falls between them."""

from typing import Annotated

import typer

from bulian.cli.arguments import AsOf, Form, KnownOn, Lang, Public, Where, now, scope, workspace_at


def directions(
    workspace: Where = None,
    version: Annotated[
        str | None, typer.Option("--version", help="哪一版招商方向 · which version of directions")
    ] = None,
    against: Annotated[
        str | None, typer.Option("--against", help="与哪一版集群对照 · which taxonomy of clusters")
    ] = None,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    public: Public = False,
    form: Form = "table",
    lang: Lang = None,
) -> None:
    """招商方向：与集群、产业链、33618 对照，哪些没有覆盖 · directions of attraction, and what none covers"""
    from bulian.cli import show_directions, show_scope
    from bulian.steps import directing

    place = workspace_at(workspace)
    found = directing.directions(
        place, version, against=against, scope=scope(as_of, known_on, public), now=now()
    )
    show_directions.directions(found, form)
    show_scope.left_out(found.seen, form)
