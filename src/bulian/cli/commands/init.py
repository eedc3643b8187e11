"""Make a workspace."""

from pathlib import Path
from typing import Annotated

import typer

from bulian.cli.arguments import Lang
from bulian.cli.say import say


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="新工作区的文件夹 · the new workspace's folder")
    ],
    region: Annotated[
        str, typer.Option("--region", help="GB/T 2260 区划代码，如 500104 · the region's code")
    ],
    name: Annotated[str | None, typer.Option("--name", help="区名，默认取代码表 · what to call it")] = None,
    lang: Lang = None,
) -> None:
    """建立工作区 · make a workspace"""
    from bulian.steps import founding

    workspace = founding.init(folder, region=region, name=name)
    typer.echo(say("init.done", name=workspace.name, root=workspace.root, sources=workspace.sources))
