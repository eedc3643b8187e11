"""How the columns of a table were understood."""

from pathlib import Path
from typing import Annotated

import typer

from bulian.cli.arguments import Lang, split


def map_(
    arguments: Annotated[list[str], typer.Argument(metavar="[WORKSPACE] FILE")],
    corrections: Annotated[
        list[str] | None,
        typer.Option("--set", help="更正一列，如 C=indicator:工业总产值,unit:亿元 · correct a column"),
    ] = None,
    lang: Lang = None,
) -> None:
    """表里每一列怎么读的；--set 更正，下月照用 · how each column was understood"""
    from bulian.cli import show
    from bulian.steps import mapping

    place, (file,) = split(arguments, 1, "FILE")
    show.mapped(mapping.map_table(place, Path(file), corrections=corrections or ()))
