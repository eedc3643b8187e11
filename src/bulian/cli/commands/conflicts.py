"""Show which number is in force where sources disagree."""

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


def conflicts(
    workspace: Where = None,
    subject: Subject = None,
    indicator: Indicator = None,
    period: Annotated[str | None, typer.Option("--period", help="期间，如 2021、2021-H1")] = None,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    public: Public = False,
    form: Form = "table",
    lang: Lang = None,
) -> None:
    """哪个数算数：说法不一之处 · which number counts"""
    from bulian.cli import show_conflicts, show_scope
    from bulian.steps import conflicting

    found = conflicting.conflicts(
        workspace_at(workspace), subject=subject, indicator=indicator, period=period,
        scope=scope(as_of, known_on, public),
    )  # fmt: skip
    show_conflicts.conflicts(found.conflicts, form)
    show_scope.left_out(found.seen, form)
