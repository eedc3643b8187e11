"""Apply an official method, clause by clause."""

from typing import Annotated

import typer

from bulian.cli.arguments import AsOf, By, Form, KnownOn, Lang, Public, now, scope, workspace_and
from bulian.errors import BadRequest


def evaluate(
    arguments: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORKSPACE] [TEMPLATE]", help="方法的键；不写则列出全部 · which method"),
    ] = None,
    subject: Annotated[
        str | None, typer.Option("--subject", "--firm", help="评谁：企业、集群或区 · whom to assess")
    ] = None,
    year: Annotated[int | None, typer.Option("--year", help="评价年份，默认最新 · the year assessed")] = None,
    peers: Annotated[
        list[str] | None, typer.Option("--peer", help="并列排位的别区，可多次 · rank beside this one too")
    ] = None,
    attest: Annotated[
        str | None, typer.Option("--attest", help="确认一条：条款=yes 或 条款=no · a clause holds or not")
    ] = None,
    by: By = "",
    why: Annotated[str, typer.Option("--why", help="看到的证据 · the evidence seen")] = "",
    as_of: AsOf = None,
    known_on: KnownOn = None,
    public: Public = False,
    form: Form = "table",
    lang: Lang = None,
) -> None:
    """按官方方法逐条评：通过、未过差多少、还缺什么 · apply an official method"""
    from bulian.cli import show_evaluate, show_scope
    from bulian.steps import evaluating

    place, template = workspace_and(arguments, "TEMPLATE")
    if template is None:
        show_evaluate.methods(evaluating.methods(place), form)
    elif attest is not None:
        clause, _, answer = attest.rpartition("=")
        if not subject or answer not in ("yes", "no"):
            raise BadRequest(
                "Attest like this: --attest CLAUSE=yes --subject NAME --by WHO --why EVIDENCE",
                "请这样写：--attest 条款=yes --subject 名称 --by 谁 --why 证据",
            )
        word = evaluating.attest(
            place, template, clause, subject=subject, holds=answer == "yes", by=by, why=why, now=now()
        )
        show_evaluate.attested(word, clause)
    else:
        done = evaluating.evaluate(
            place, template, subject=subject, year=year, peers=peers or (),
            scope=scope(as_of, known_on, public),
        )  # fmt: skip
        show_evaluate.evaluated(done, form)
        show_scope.left_out(done.seen, form)
