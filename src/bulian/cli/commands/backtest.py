"""Whether likelihoods of entry would have come true."""

from pathlib import Path
from typing import Annotated

import typer

from bulian.cli.arguments import Form, Lang

Region = Annotated[str, typer.Option("--region", help="地区列的名字 · the column of regions")]
Activity = Annotated[str, typer.Option("--activity", help="行业列的名字 · the column of activities")]
Year = Annotated[str, typer.Option("--year", help="年份列的名字 · the column of years")]
Value = Annotated[str, typer.Option("--value", help="数值列的名字 · the column of amounts")]


def backtest(
    table: Annotated[
        Path,
        typer.Argument(
            metavar="TABLE", help="长表：地区、行业、年份、数值（csv、xlsx、parquet）· a long table"
        ),
    ],
    train: Annotated[
        list[int], typer.Option("--train", help="训练起点年，可多次 · a year to learn from; may be repeated")
    ],
    test: Annotated[int, typer.Option("--test", help="检验起点年 · the year to predict from")],
    horizon: Annotated[int, typer.Option("--horizon", help="几年之内 · within how many years")] = 5,
    region: Region = "region",
    activity: Activity = "activity",
    year: Year = "year",
    value: Value = "value",
    first: Annotated[
        int, typer.Option("--first", help="每地看前几名 · precision among the first so many")
    ] = 10,
    draws: Annotated[int, typer.Option("--draws", help="自助抽样次数 · bootstrap draws")] = 500,
    seed: Annotated[int, typer.Option("--seed", help="随机种子 · seed of folds and draws")] = 7,
    form: Form = "table",
    lang: Lang = None,
) -> None:
    """回测：用过去的表检验“新业扎根”的可能性准不准 · would the likelihoods of entry have come true?"""
    from bulian.cli import show_backtest
    from bulian.measure.labelled.panel import Names
    from bulian.plan.entry.backtest import Trial
    from bulian.steps import backtesting

    names = Names(region=region, activity=activity, value=value, year=year)
    found = backtesting.backtest(
        table, train, test, names=names, horizon=horizon, trial=Trial(first, draws, seed)
    )
    show_backtest.backtest(found, form)
