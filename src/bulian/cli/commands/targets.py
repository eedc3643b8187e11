"""Follow targets: pace, progress, odds, owner; or one of them in full."""

from typing import Annotated

import typer

from bulian.cli.arguments import (
    AsOf,
    By,
    Form,
    KnownOn,
    Lang,
    Public,
    Subject,
    Why,
    now,
    scope,
    workspace_and,
)
from bulian.errors import BadRequest


def targets(
    arguments: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WORKSPACE] [TARGET]", help="目标的编号；不写则全列 · one of them, by its id"
        ),
    ] = None,
    subject: Subject = None,
    status: Annotated[
        str | None,
        typer.Option("--status", help="open, met, missed, close, past, reached, undated, class"),
    ] = None,
    owner: Annotated[
        str | None, typer.Option("--owner", help="谁负责；none 为无人负责 · whose; none: nobody's")
    ] = None,
    assign: Annotated[
        str | None, typer.Option("--assign", help="指定谁负责，留空撤回 · who shall answer for it")
    ] = None,
    quality: Annotated[
        str | None, typer.Option("--quality", help="配一个质量指标，none 为不选 · a metric beside its size")
    ] = None,
    by: By = "",
    why: Why = "",
    as_of: AsOf = None,
    known_on: KnownOn = None,
    public: Public = False,
    form: Form = "table",
    lang: Lang = None,
) -> None:
    """目标走到哪、每年还要多快、成的可能、谁负责 · follow targets"""
    from bulian.cli import show_scope, show_target, show_targets
    from bulian.steps import tracking

    place, target = workspace_and(arguments, "TARGET")
    if assign is not None or quality is not None:
        if target is None:
            raise BadRequest(
                "Say which target: bulian targets WORKSPACE ID --assign OWNER --by WHO --why WHY",
                "请指明哪个目标：bulian targets 工作区 编号 --assign 单位 --by 谁 --why 理由",
            )
        if assign is not None:
            show_target.assigned(tracking.assign(place, target, owner=assign, by=by, why=why, now=now()))
        if quality is not None:
            show_target.quality_set(
                tracking.set_quality(place, target, metric=quality, by=by, why=why, now=now())
            )
        return
    found = tracking.targets(
        place, now=now(), subject=subject, status=status, owner=owner, scope=scope(as_of, known_on, public)
    )
    if target is not None:
        show_target.target(tracking.pick(found, target), form)
    else:
        show_targets.targets(found, form)
    show_scope.left_out(found.seen, form)
