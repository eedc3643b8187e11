"""The goal tree, and the goals that no project serves."""

from typing import Annotated

import typer

from bulian.cli.arguments import AsOf, By, Form, KnownOn, Lang, Public, Where, Why, now, scope, workspace_at
from bulian.errors import BadRequest


def goals(
    workspace: Where = None,
    link: Annotated[
        str | None, typer.Option("--link", help="把哪个目标或项目 · which goal or project")
    ] = None,
    under: Annotated[str | None, typer.Option("--under", help="放到哪个之下 · under which")] = None,
    unlink: Annotated[str | None, typer.Option("--unlink", help="撤回放置 · take a link back")] = None,
    by: By = "",
    why: Why = "",
    as_of: AsOf = None,
    known_on: KnownOn = None,
    public: Public = False,
    form: Form = "table",
    lang: Lang = None,
) -> None:
    """目标树：愿景、集群、指标、项目；哪些目标没有项目 · the tree of goals"""
    from bulian.cli import show_plans, show_scope
    from bulian.steps import planning

    place = workspace_at(workspace)
    if (link is None) != (under is None):
        raise BadRequest(
            "Say what and under what: --link GOAL --under GOAL --by WHO --why WHY",
            "请写明放哪个、放到哪个之下：--link 目标 --under 目标 --by 谁 --why 理由",
        )
    if link is not None and under is not None:
        show_plans.linked(planning.link(place, link, under, by=by, why=why, now=now()), link)
    elif unlink is not None:
        show_plans.linked(planning.unlink(place, unlink, by=by, why=why, now=now()), unlink)
    else:
        found = planning.goals(place, now=now(), scope=scope(as_of, known_on, public))
        show_plans.goals(found, form)
        show_scope.left_out(found.seen, form)
