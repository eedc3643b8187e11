"""The pillar that leaves."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bulian.cli.arguments import AsOf, Form, KnownOn, Lang, Public, scope, workspace_at
from bulian.errors import BadRequest, WorkspaceError

if TYPE_CHECKING:
    from decimal import Decimal

    from bulian.vocab.amount import Amount


def risk(
    arguments: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WORKSPACE] [SECTOR]",
            help="部门的代码或名称；不写则列出各部门 · code or name of a sector; none lists them",
        ),
    ] = None,
    share: Annotated[
        float | None, typer.Option("--share", help="离开的占部门多少，0 到 1 · what part of it leaves")
    ] = None,
    output: Annotated[
        str | None, typer.Option("--output", help="离开的产出，如 40亿元 · the output that leaves")
    ] = None,
    firm: Annotated[
        str | None, typer.Option("--firm", help="离开的企业，产出从事实里读 · the firm; output from facts")
    ] = None,
    city: Annotated[
        Path | None, typer.Option("--city", help="全市分部门产出 CSV · the city's output by sector")
    ] = None,
    district: Annotated[
        Path | None, typer.Option("--district", help="全区分部门产出 CSV · the district's output by sector")
    ] = None,
    coefficients: Annotated[
        Path | None, typer.Option("--coefficients", help="就业、税收、能耗系数 CSV · jobs, tax, energy")
    ] = None,
    table: Annotated[
        Path | None, typer.Option("--table", help="另一张投入产出表 CSV · another input–output table")
    ] = None,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    public: Public = False,
    form: Form = "table",
    lang: Lang = None,
) -> None:
    """支柱离开会带走多少：投入产出上限、实测区间 · what goes with a pillar that leaves"""
    from bulian.cli import show_risk
    from bulian.steps import risking
    from bulian.vocab.amount import amount

    given = list(arguments or ())
    if len(given) > 2:
        raise BadRequest("wanted: [WORKSPACE] [SECTOR]", "应当写：[工作区] [部门]")
    folder = Path(given[0]) if given and (len(given) == 2 or Path(given[0]).is_dir()) else None
    sector = (given[1:] if folder else given)[:1]
    inputs = risking.Inputs(table, city, district, coefficients)
    if not sector:
        show_risk.sectors(*risking.risk_sectors(inputs), form)
        return
    try:
        place = workspace_at(folder)
    except WorkspaceError:
        if folder or firm:
            raise
        place = None  # the table ships; an amount and files are enough
    asked = risking.Ask(share, None if output is None else _money(amount(output)), firm)
    show_risk.risk(
        risking.risk(place, sector[0], asked, inputs=inputs, scope=scope(as_of, known_on, public)), form
    )


def _money(found: "Amount") -> "Decimal":
    if found.unit != "CNY":
        raise BadRequest(
            "--output is an amount of money: write it like 40亿元.",
            "--output 是一笔钱：请写成 40亿元 的样子。",
        )
    return found.value
