"""Who can introduce us to a firm."""

from typing import Annotated

import typer

from bulian.cli.arguments import AsOf, Form, KnownOn, Lang, Public, scope, workspace_and
from bulian.errors import BadRequest


def path(
    arguments: Annotated[
        list[str] | None, typer.Argument(metavar="[WORKSPACE] FIRM", help="要引进的企业 · the firm")
    ] = None,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    public: Public = False,
    form: Form = "table",
    lang: Lang = None,
) -> None:
    """以商招商：谁能引荐，凭什么 · the strongest chain of introductions to a firm"""
    from bulian.cli import show_prospects, show_scope
    from bulian.steps import introducing

    place, firm = workspace_and(arguments, "FIRM")
    if firm is None:
        raise BadRequest("say which firm: bulian path FIRM.", "请写哪家企业：bulian path 企业名。")
    found = introducing.path(place, firm, scope=scope(as_of, known_on, public))
    show_prospects.introduced(found, form)
    show_scope.left_out(found.seen, form)
