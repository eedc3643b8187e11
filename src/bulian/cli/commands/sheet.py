"""A project's sheet for investors."""

from pathlib import Path
from typing import Annotated

import typer

from bulian.cli.arguments import AsOf, KnownOn, Lang, Public, now, scope, workspace_and
from bulian.cli.say import language, say
from bulian.errors import BadRequest


def sheet(
    output: Annotated[Path, typer.Option("-o", "--output", help=".docx、.pdf、.html 或 .md")],
    arguments: Annotated[
        list[str] | None, typer.Argument(metavar="[WORKSPACE] PROJECT", help="招商项目包 · the package")
    ] = None,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    public: Public = False,
    lang: Lang = None,
) -> None:
    """招商项目包：一个项目一张纸，缺什么标出来 · a project's sheet for investors"""
    from bulian.steps import packaging

    place, project = workspace_and(arguments, "PROJECT")
    if project is None:
        raise BadRequest(
            "say which project: bulian sheet PROJECT -o FILE.", "请写哪个项目：bulian sheet 项目名 -o 文件。"
        )
    written = packaging.sheet(
        place, project, output, lang=language(), now=now(), scope=scope(as_of, known_on, public)
    )
    typer.echo(say("sheet.done", path=written))
