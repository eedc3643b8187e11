"""Which numbers were told otherwise later."""

from bulian.cli.arguments import (
    AsOf,
    Form,
    Indicator,
    KnownOn,
    Lang,
    Public,
    Subject,
    Where,
    scope,
    workspace_at,
)


def revisions(
    workspace: Where = None,
    subject: Subject = None,
    indicator: Indicator = None,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    public: Public = False,
    form: Form = "table",
    lang: Lang = None,
) -> None:
    """哪些数后来改了、改了多少、谁改的 · which numbers were revised, by how much, by whom"""
    from bulian.cli import show_revisions, show_scope
    from bulian.steps import revising

    asked = scope(as_of, known_on, public)
    found = revising.revisions(workspace_at(workspace), subject=subject, indicator=indicator, scope=asked)
    show_revisions.revisions(found.revisions, form)
    show_scope.left_out(found.seen, form)
