"""A workspace in one file."""

from pathlib import Path
from typing import Annotated

import typer

from bulian.cli.arguments import Lang, Public, Where, workspace_at
from bulian.cli.say import say


def export(
    output: Annotated[Path, typer.Option("-o", "--output", help=".zip")],
    workspace: Where = None,
    public: Public = False,
    lang: Lang = None,
) -> None:
    """备份成一个文件，或只取可以对外的 · back up into one file, or only what may leave the house"""
    from bulian.cli import show_scope
    from bulian.steps import exporting

    done = exporting.export(workspace_at(workspace), output, public=public)
    typer.echo(say("export.done", path=done.file, files=done.files, facts=len(done.seen.facts)))
    if public:
        typer.echo(say("export.public"))
    show_scope.left_out(done.seen)
