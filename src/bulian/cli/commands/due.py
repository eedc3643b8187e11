"""What is empty, stale or due, and whom to give it to."""

from typing import Annotated

import typer

from bulian.cli.arguments import By, Form, Lang, Where, Why, now, workspace_at


def due(
    workspace: Where = None,
    on: Annotated[str, typer.Option("--on", help="截至哪天 · on which day")] = "",
    register: Annotated[str, typer.Option("--register", help="只看哪个台账 · of which register")] = "",
    who: Annotated[str, typer.Option("--who", help="只看谁的 · of whom")] = "",
    assign: Annotated[str, typer.Option("--assign", help="把哪一行，台账/行 · which row, register/row")] = "",
    to: Annotated[str, typer.Option("--to", help="交给谁 · give it to whom")] = "",
    by: By = "",
    why: Why = "",
    form: Form = "table",
    lang: Lang = None,
) -> None:
    """该补、该更新、到期的，谁去办 · what is empty, stale or due, and who must act"""
    from bulian.cli import show_projects
    from bulian.desk.book import Signed
    from bulian.steps import noting

    place = workspace_at(workspace)
    if assign:
        signed = Signed(by, now(), "", why=why)
        show_projects.assigned(noting.desk_assign(place, assign, to, signed), to)
        return
    show_projects.due(noting.desk_due(place, on=on, only=register, who=who, now=now()), form)
