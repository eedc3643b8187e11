"""Write the cited brief."""

from pathlib import Path
from typing import Annotated

import typer

from bulian.cli.arguments import AsOf, KnownOn, Lang, Public, Where, now, scope, workspace_at
from bulian.cli.say import language, say


def report(
    output: Annotated[Path, typer.Option("-o", "--output", help=".docx、.pdf、.html 或 .md")],
    workspace: Where = None,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    public: Public = False,
    lang: Lang = None,
) -> None:
    """写带出处的简报 · write the cited brief"""
    from bulian.steps import reporting

    asked = scope(as_of, known_on, public)
    paper = reporting.report(workspace_at(workspace), output, lang=language(), now=now(), scope=asked)
    typer.echo(say("report.done", path=paper))
