"""Demands for money matched with finance products."""

from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bulian.cli.arguments import AsOf, Form, KnownOn, Lang, Public, now, scope, split_name
from bulian.cli.say import language
from bulian.errors import BadRequest, WorkspaceError

if TYPE_CHECKING:
    from bulian.corpus.workspace import Workspace


def match(
    arguments: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WORKSPACE] [CODE]",
            help="需求或产品的编号：逐条看它的准入 · a demand or product, clause by clause",
        ),
    ] = None,
    demands: Annotated[
        Path | None, typer.Option("--demands", help="融资需求表，不写用台账 · else the register")
    ] = None,
    products: Annotated[
        Path | None, typer.Option("--products", help="金融产品表，不写用台账 · else the register")
    ] = None,
    outcomes: Annotated[
        Path | None, typer.Option("--outcomes", help="对接进展表，不写用台账 · else the register")
    ] = None,
    floor: Annotated[
        list[str] | None,
        typer.Option("--floor", help="保底，如 小微=0.5：至少给到它最多能得的一半 · kept for a group"),
    ] = None,
    month: Annotated[
        str | None, typer.Option("--month", help="月度表的月份，如 2026-06 · the month of the table")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="月度表写到哪里，.xlsx · where to write it")
    ] = None,
    mend: Annotated[
        Path | None,
        typer.Option("--mend", help="把不能用的行写到这个文件夹，改好再用 · rows refused, to mend"),
    ] = None,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    public: Public = False,
    form: Form = "table",
    lang: Lang = None,
) -> None:
    """产融对接：谁够哪个产品的条件、怎么分最好、差在哪 · match demands for money with products"""
    from bulian.cli import show_match
    from bulian.ledger.query import last_day
    from bulian.steps import matching

    tables = matching.Tables(demands, products, outcomes)
    place, code = _split(arguments, alone=demands is not None and products is not None)
    day = last_day(as_of) if as_of else now()[:10]
    found = matching.match(
        place, on=date.fromisoformat(day), tables=tables, floors=_floors(floor or ()),
        scope=scope(as_of, known_on, public),
    )  # fmt: skip
    if mend is not None:
        show_match.to_mend(matching.match_to_mend(place, found, tables, mend))
    if output is not None:
        matching.match_sheets(found, month or day[:7], output, lang=language(), now=now())
        show_match.written(output, month or day[:7])
    elif code is not None:
        show_match.one(found, code, form)
    else:
        show_match.matched(found, month, form)


def _split(arguments: list[str] | None, *, alone: bool) -> tuple["Workspace | None", str | None]:
    """The workspace and the code; tables that are given need no workspace."""
    try:
        return split_name(arguments)
    except WorkspaceError:
        if not alone or any(Path(one).is_dir() for one in arguments or ()):
            raise
        return None, arguments[0] if arguments else None


def _floors(told: list[str] | tuple[str, ...]) -> dict[str, Decimal]:
    found = {}
    for text in told:
        group, equals, part = text.partition("=")
        try:
            if not (equals and group.strip()):
                raise InvalidOperation
            found[group.strip()] = Decimal(part.strip().removesuffix("%")) / (100 if "%" in part else 1)
        except InvalidOperation:
            raise BadRequest(
                f"--floor {text!r}: write GROUP=part, as 小微=0.5.",
                f"--floor “{text}”：请写 群体=比例，如 小微=0.5。",
            ) from None
    return found
