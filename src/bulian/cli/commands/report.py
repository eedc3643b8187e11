"""Write the cited brief."""

from pathlib import Path
from typing import Annotated

import typer

from bulian.cli.arguments import Lang, Where, now, workspace_at
from bulian.cli.say import language, say


def report(
    output: Annotated[Path, typer.Option("-o", "--output", help=".docx、.html 或 .md")],
    workspace: Where = None,
    lang: Lang = None,
) -> None:
    """写带出处的简报 · write the cited brief"""
    from bulian.steps import reporting

    paper = reporting.report(workspace_at(workspace), output, lang=language(), now=now())
    typer.echo(say("report.done", path=paper))
