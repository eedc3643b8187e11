"""A person's row is emptied, the name goes out of free text; where it still stands is told."""

from pathlib import Path
from typing import Annotated

import typer

from bulian.cli.arguments import By, Lang, Why, now, workspace_and
from bulian.errors import BadRequest


def forget(
    arguments: Annotated[
        list[str] | None, typer.Argument(metavar="[WORKSPACE] PERSON", help="姓名或编号 · a name or an id")
    ] = None,
    also: Annotated[
        list[Path] | None,
        typer.Option("--also", help="另查的文件夹或文件，如备份 · look through these too, as backups"),
    ] = None,
    find: Annotated[
        bool, typer.Option("--find", help="只查姓名还留在哪里，不清空 · only look where the name stands")
    ] = False,
    by: By = "",
    why: Why = "",
    lang: Lang = None,
) -> None:
    """清空一个人的信息，日志只留编号 · empty what is known of a person"""
    from bulian.cli import show_forget
    from bulian.steps import forgetting, standing_names

    place, person = workspace_and(arguments, "PERSON")
    if person is None:
        raise BadRequest("wanted: [WORKSPACE] PERSON", "应当写：[工作区] 姓名或编号")
    if find:
        show_forget.standing(standing_names.find_name(place, person, also or ()), place.root)
        return
    show_forget.forgotten(
        forgetting.forget(place, person, by=by, why=why, now=now(), also=also or ()), place.root
    )
