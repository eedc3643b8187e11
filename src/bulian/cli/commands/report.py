"""Write a cited paper."""

from pathlib import Path
from typing import Annotated

import typer

from bulian.cli.arguments import AsOf, KnownOn, Lang, Public, Where, now, scope, workspace_at
from bulian.cli.say import language, say


def report(
    output: Annotated[Path, typer.Option("-o", "--output", help=".docx、.pdf、.xlsx、.html 或 .md")],
    workspace: Where = None,
    kind: Annotated[
        str,
        typer.Option("--kind", help="brief、monthly、chain-atlas、self-evaluation · 简报、月报、图谱、自评"),
    ] = "brief",
    since: Annotated[
        str, typer.Option("--since", help="月报从哪天、哪月起 · the first day or month of a monthly report")
    ] = "",
    chain: Annotated[str, typer.Option("--chain", help="图谱只画这一条链 · the one chain of an atlas")] = "",
    as_of: AsOf = None,
    known_on: KnownOn = None,
    public: Public = False,
    lang: Lang = None,
) -> None:
    """写带出处的简报、月报、图谱、自评 · write a cited paper"""
    from bulian.steps import reporting

    asked = scope(as_of, known_on, public)
    where = workspace_at(workspace)
    wanted = {"kind": kind, "since": since, "chain": chain}
    paper = reporting.report(where, output, lang=language(), now=now(), scope=asked, **wanted)
    typer.echo(say("report.done", path=paper))
