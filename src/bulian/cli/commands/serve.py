"""Serve the pages on this computer."""

from typing import Annotated

import typer

from bulian.cli.arguments import Lang, Where, workspace_at
from bulian.cli.say import say


def serve(
    workspace: Where = None,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="端口，零为任选 · the port")] = 8620,
    host: Annotated[
        str, typer.Option("--host", help="只能是本机 · this computer only, for now")
    ] = "127.0.0.1",
    lang: Lang = None,
) -> None:
    """在本机开网页 · serve the pages on this computer"""
    from bulian.steps import serving

    serving.serve(
        workspace_at(workspace),
        port=port,
        host=host,
        ready=lambda address: typer.echo(say("serve.ready", address=address)),
    )
