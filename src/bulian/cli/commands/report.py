"""Write a cited paper."""

from pathlib import Path
from typing import Annotated

import typer

from bulian.cli.arguments import AsOf, KnownOn, Lang, Public, Where, now, scope, workspace_at
from bulian.cli.say import language, say


def report(
    output: Annotated[Path, typer.Option("-o", "--output", help=".docx、.pdf、.html 或 .md")],
    workspace: Where = None,
    kind: Annotated[
        str, typer.Option("--kind", help="brief（简报）或 monthly（月报）· which paper")
    ] = "brief",
    since: Annotated[
        str, typer.Option("--since", help="月报从哪天、哪月起 · the first day or month of a monthly report")
    ] = "",
    as_of: AsOf = None,
    known_on: KnownOn = None,
    public: Public = False,
    lang: Lang = None,
) -> None:
    """写带出处的简报、月报 · write a cited paper"""
    from bulian.steps import reporting

    asked = scope(as_of, known_on, public)
    paper = reporting.report(
        workspace_at(workspace), output, lang=language(), now=now(), kind=kind, scope=asked, since=since
    )
    typer.echo(say("report.done", path=paper))
