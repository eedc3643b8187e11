"""Backtest: would likelihoods of entry have come true? Tried on years that are over, beside rivals."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bulian.measure.labelled.panel import Names
from bulian.plan.entry.backtest import Backtest, Trial
from bulian.plan.entry.backtest import backtest as try_out
from bulian.plan.entry.peer_file import read_rows
from bulian.plan.entry.peer_rows import of_frame, of_rows
from bulian.plan.entry.peer_table import PeerTable, Transition

HORIZON = 5


def backtest(
    table: Path | str | Any,
    train: Sequence[int],
    test: int,
    *,
    names: Names | None = None,
    horizon: int = HORIZON,
    trial: Trial | None = None,
) -> Backtest:
    """Train on what was known by the test year, score what came after, beside rivals on the same cells.

    Args:
        table: a long table, a row a region, activity and year: a file, or a pandas, Polars or Arrow table.
        train: first years of training transitions, each over by `test`. test: the year to predict from.
        names: of its columns; by default region, activity, value, year (地区, 行业, 数值, 年份 in files).
        horizon: years until an activity must be there.

    Raises:
        BadRequest: a row does not fit (named), a year is missing, a training transition ends after the test
            begins, there are too few regions or entries.
    """
    peers = peer_table(table, names)
    steps = [Transition(year, year + horizon) for year in train]
    return try_out(peers, steps, Transition(test, test + horizon), trial)


def peer_table(table: Path | str | Any, names: Names | None = None) -> PeerTable:
    """A file or a DataFrame as a peer table."""
    asked = names or Names(year="year")
    if isinstance(table, Path | str):
        return of_rows(read_rows(Path(table), asked))
    return of_frame(table, asked)
