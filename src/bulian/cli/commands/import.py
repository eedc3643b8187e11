"""A workspace back from a backup."""

from pathlib import Path
from typing import Annotated

import typer

from bulian.cli.arguments import Lang, now
from bulian.cli.say import say


def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE.zip")],
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="空的或新的文件夹 · an empty or new folder")],
    lang: Lang = None,
) -> None:
    """从备份恢复 · make the workspace of a backup anew"""
    from bulian.cli.printing import listed, progress
    from bulian.steps import importing

    with progress() as tick:
        done = importing.import_(file, folder, now=now(), progress=tick)
    typer.echo(say("import.done", root=done.workspace.root, read=len(done.built.read), facts=done.facts))
    if done.gone:
        typer.echo(say("import.gone", count=done.gone))
    if not (done.missing or done.new):
        typer.echo(say("import.same"))
        return
    typer.echo(say("import.differs", missing=len(done.missing), new=len(done.new), reader=done.reader))
    for key, ids in (("import.missing", done.missing), ("import.new", done.new)):
        if ids:
            typer.echo(say(key, ids=listed(ids)))
