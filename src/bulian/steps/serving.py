"""Serve a workspace's pages on this computer."""

import socket
from collections.abc import Callable
from typing import TYPE_CHECKING

from bulian.corpus.workspace import Workspace
from bulian.errors import BadRequest
from bulian.ledger.opening import read_ledger

if TYPE_CHECKING:
    from fastapi import FastAPI

    from bulian.publish.site.answers import Answers

ADDRESS = "127.0.0.1"
PORT = 8620


def serve(
    workspace: Workspace,
    *,
    port: int = PORT,
    host: str = ADDRESS,
    ready: Callable[[str], None] = lambda address: None,
) -> None:
    """Serve until interrupted; `ready` is called with the address once the port is ours.

    Raises:
        BadRequest: another address than this computer's own was asked for, or the port is taken.
        LedgerError: the workspace was not built yet.
    """
    import uvicorn

    if host not in (ADDRESS, "localhost", "::1"):
        raise BadRequest(
            f"{host} would open the pages to other computers. They are served on {ADDRESS} only, for now.",
            f"{host} 会把网页开放给别的电脑。目前只在 {ADDRESS} 提供。",
        )
    with read_ledger(workspace.ledger):
        pass
    with _listening(host, port) as listener:
        number = listener.getsockname()[1]
        ready(f"http://{host}:{number}/")
        config = uvicorn.Config(site_app(workspace), log_level="warning", access_log=False)
        uvicorn.Server(config).run(sockets=[listener])


def site_app(workspace: Workspace, clock: Callable[[], str] | None = None) -> "FastAPI":
    """The pages of a workspace as an ASGI application; `clock` gives the time, ISO 8601 with zone."""
    from bulian.serve.app import create_app

    return create_app(workspace, answers_of, clock)


def answers_of(workspace: Workspace, now: str) -> "Answers":
    """What pages ask of the targets and chains of a workspace, worked out when they ask."""
    from bulian.publish.site.answers import Answers
    from bulian.steps.chaining import chain_view
    from bulian.steps.changing import chain_catalogue
    from bulian.steps.tracking import follow

    return Answers(
        lambda: follow(workspace, now=now),
        lambda: tuple(
            chain_view(workspace, one.id, now=now) for one in chain_catalogue(workspace, None).chains
        ),
    )


def _listening(host: str, port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        raise BadRequest(
            f"Port {port} cannot be had ({error.strerror}). Is bulian serve running already? Choose "
            "another with --port.",
            f"端口 {port} 用不了（{error.strerror}）。是不是已经开着 bulian serve？用 --port 换一个。",
        ) from error
    return listener
