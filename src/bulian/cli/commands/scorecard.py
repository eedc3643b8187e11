"""Quality of development, gauge by gauge."""

from typing import Annotated

import typer

from bulian.cli.arguments import AsOf, By, Form, KnownOn, Lang, Public, Where, Why, now, scope, workspace_at
from bulian.errors import BadRequest


def scorecard(
    workspace: Where = None,
    key: Annotated[
        str | None, typer.Option("--set", help="用哪套指标，如 quality · which set of gauges")
    ] = None,
    year: Annotated[
        int | None, typer.Option("--year", help="看到哪一年，默认最新 · the last year shown")
    ] = None,
    choose: Annotated[
        str | None,
        typer.Option("--choose", help="--year 那一年用这套指标，记入日志 · in force for that year"),
    ] = None,
    by: By = "",
    why: Why = "",
    as_of: AsOf = None,
    known_on: KnownOn = None,
    public: Public = False,
    form: Form = "table",
    lang: Lang = None,
) -> None:
    """发展质量：速度、结构、效益、创新、绿色、开放 · quality of development, six sides"""
    from bulian.cli import show_scope, show_scorecard
    from bulian.steps import monitoring

    place = workspace_at(workspace)
    if choose is not None:
        if year is None:
            raise BadRequest("Say for which --year the set is chosen.", "请用 --year 写明哪一年用这套指标。")
        show_scorecard.chosen(monitoring.choose_set(place, choose, year=year, by=by, why=why, now=now()))
        return
    found = monitoring.scorecard(place, key=key, year=year, scope=scope(as_of, known_on, public))
    show_scorecard.scorecard(found, form)
    show_scope.left_out(found.seen, form)
