"""Check whether the numbers add up."""

from typing import Annotated

import typer

from bulian.cli.arguments import AsOf, Form, KnownOn, Lang, Public, Where, one_of, scope, workspace_at


def check(
    workspace: Where = None,
    doc: Annotated[str | None, typer.Option("--doc", help="只看与这份文件有关的 · of one document")] = None,
    verdict: Annotated[
        str | None,
        typer.Option(
            "--verdict", help="只列 contradicted、not_comparable、consistent、reproduced 或 not_checkable"
        ),
    ] = None,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    public: Public = False,
    form: Form = "table",
    lang: Lang = None,
) -> None:
    """对得上吗：重算比重、合计、增速 · does it add up"""
    from bulian.assess.check import ORDER
    from bulian.cli import show_check, show_scope
    from bulian.steps import checking

    if verdict is not None:
        one_of(verdict, "--verdict", ORDER)
    found = checking.check(workspace_at(workspace), doc=doc, scope=scope(as_of, known_on, public))
    show_check.checked(found.checked, form, verdict)
    show_scope.left_out(found.seen, form)
