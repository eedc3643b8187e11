"""Build the example district."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from bulian.cli.arguments import Lang, now
from bulian.cli.commands.serve import serve
from bulian.cli.say import language


def demo(
    into: Annotated[Path, typer.Option("--into", help="建在哪里 · where to build it")] = Path(
        "build/dadukou"
    ),
    no_serve: Annotated[
        bool,
        typer.Option("--no-serve", help="在终端里也不开网页 · do not serve pages, on a terminal either"),
    ] = False,
    lang: Lang = None,
) -> None:
    """建示例区并写报告 · build the example district and its report"""
    from bulian.cli import show_demo
    from bulian.cli.printing import progress
    from bulian.steps import demonstrating

    with progress() as tick:
        done = demonstrating.demo(into, lang=language(), now=now(), progress=tick)
    show_demo.demo(done)
    if sys.stdout.isatty() and not no_serve:
        serve(done.workspace.root)
