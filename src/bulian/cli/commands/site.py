"""The pages as files."""

from pathlib import Path
from typing import Annotated

import typer

from bulian.cli.arguments import Lang, Where, now, workspace_at
from bulian.cli.say import say


def site(
    output: Annotated[Path, typer.Option("-o", "--output", help="文件夹 · a folder")],
    workspace: Where = None,
    lang: Lang = None,
) -> None:
    """整个网站写成文件，从磁盘打开 · the pages as files that open from disk"""
    from bulian.steps import filing

    done = filing.site(workspace_at(workspace), output, now=now())
    typer.echo(say("site.done", first=done.first, files=done.files, size=round(done.size / 2**20, 1)))
