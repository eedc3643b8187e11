"""Read files without a workspace."""

from pathlib import Path
from typing import Annotated

import typer

from bulian.cli.arguments import Lang, one_of


def extract(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="报告或表格 · reports or tables")],
    form: Annotated[str, typer.Option("--format", help="jsonl、json 或 table")] = "jsonl",
    published_on: Annotated[
        str | None, typer.Option("--published-on", help="文件日期，如 2024-01-23 · the document's date")
    ] = None,
    unexplained: Annotated[
        bool, typer.Option("--unexplained", help="只列没有着落的数字 · only the digits nobody explains")
    ] = False,
    lang: Lang = None,
) -> None:
    """不建工作区，直接读文件 · read files without a workspace"""
    from bulian.cli import show
    from bulian.steps import extracting

    one_of(form, "--format", ("jsonl", "json", "table"))
    results = extracting.extract_files(files, published_on=published_on)
    if show.unexplained(results) if unexplained else show.extracted(results, form):
        raise typer.Exit(1)
