"""Whether the journal is as it was acknowledged."""

import typer

from bulian.cli.arguments import Lang, Where, workspace_at


def verify(workspace: Where = None, lang: Lang = None) -> None:
    """日志有没有被改动 · whether the journal holds what was acknowledged"""
    from bulian.cli import show_revisions
    from bulian.steps import revising

    if show_revisions.verified(revising.verify(workspace_at(workspace, audited=False))):
        raise typer.Exit(1)
