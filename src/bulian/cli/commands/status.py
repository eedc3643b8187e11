"""How the workspace stands."""

from bulian.cli.arguments import Lang, Where, workspace_at


def status(workspace: Where = None, lang: Lang = None) -> None:
    """有什么、变了什么、哪些没读成、该怎么办 · what there is, what changed, what was quarantined and why"""
    from bulian.cli import show
    from bulian.steps import asking

    show.status(asking.status(workspace_at(workspace)))
