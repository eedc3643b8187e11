"""What is installed, what is missing."""

import typer

from bulian.cli.arguments import Lang, Where


def doctor(workspace: Where = None, lang: Lang = None) -> None:
    """装了什么、缺什么、该怎么办 · what is installed, what is missing, what to do"""
    from bulian.cli import show
    from bulian.steps import examining

    if show.doctor(examining.doctor(workspace)):
        raise typer.Exit(1)
