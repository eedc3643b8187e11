"""Backtest (回测): trained on transitions known at a year, tried once on what came after, beside rivals."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bulian.errors import BadRequest
from bulian.model.measure import Array
from bulian.plan.entry.known import common_lag, folds_of, known
from bulian.plan.entry.learning import Entry, cells_of, learn, lessons
from bulian.plan.entry.peer_table import Mask, PeerTable, Transition
from bulian.plan.entry.rivals import rivals
from bulian.plan.entry.scoring import (
    Band,
    Gain,
    calibration_error,
    curve_and_precision,
    gains,
    precision_at,
    ranking,
    spread,
)
from bulian.plan.entry.terms import HISTORY, MARGINS, RELATED, Term

MODEL, MARGINS_ONLY = "entry_model", "margins_only"
_FEWEST = 10


@dataclass(frozen=True, slots=True)
class Trial:
    """Of how many first cells precision is taken, how many bootstrap draws, and the seed of all."""

    first: int = 10
    draws: int = 500
    seed: int = 7


@dataclass(frozen=True, slots=True)
class Score:
    """What one order reached. `calibration_error` is None for scores that are no probabilities."""

    name: str
    curve: float
    average_precision: float
    precision_at: float
    calibration_error: float | None


@dataclass(frozen=True, slots=True)
class Backtest:
    """What `backtest` found: scores with the model first, and its gains over each rival.

    Attributes:
        cells: open in the test year. entries: of them, how many were entered. lag: years of history used.
        told, came: the mean probability, and the share that was entered.
        spread: AUC and AP of the model, and how far they vary over draws of regions.
    """

    table: PeerTable
    train: tuple[Transition, ...]
    test: Transition
    trial: Trial
    model: Entry
    lag: int
    cells: int
    entries: int
    told: float
    came: float
    scores: tuple[Score, ...]
    gains: tuple[Gain, ...]
    spread: tuple[Band, Band]


def backtest(
    table: PeerTable, train: Sequence[Transition], test: Transition, trial: Trial | None = None
) -> Backtest:
    """Train on transitions that are over by the test year, then score the test transition once.

    Raises:
        BadRequest: a training transition ends after the test begins, a year is missing, too few regions or
            entries.
    """
    asked = trial or Trial()
    _refuse(table, train, test)
    folds = folds_of(len(table.regions), asked.seed)
    lag = common_lag(table, (*(one.start for one in train), test.start))
    where = table.open_cells(test.start)
    came = table.entered(test.end)[where]
    _refuse_untried(came, test)
    taught = lessons(table, train, folds, lag, asked.seed)
    model, plain = learn(taught, all_terms(lag)), learn(taught, MARGINS)
    cells = cells_of(known(table, test.start, folds, lag), where)
    chances = {MODEL: model.chance(cells), MARGINS_ONLY: plain.chance(cells)}
    others = {one.name: one.score[where] for one in rivals(table, test.start)}
    scores, better, far = _scored(chances, chances | others, where, came, asked)
    return Backtest(
        table, tuple(train), test, asked, model, lag, len(came), int(came.sum()),
        float(chances[MODEL].mean()), float(came.mean()), scores, better, far,
    )  # fmt: skip


def all_terms(lag: int) -> tuple[Term, ...]:
    """The terms of the full model; history only where every year can look back."""
    return MARGINS + RELATED + (HISTORY if lag else ())


def _scored(
    chances: dict[str, Array], orders: dict[str, Array], where: Mask, came: Mask, asked: Trial
) -> tuple[tuple[Score, ...], tuple[Gain, ...], tuple[Band, Band]]:
    region = np.nonzero(where)[0]
    ranked = {name: ranking(score, came, region) for name, score in orders.items()}
    scores = []
    for name, one in ranked.items():
        off = calibration_error(chances[name], came) if name in chances else None
        scores.append(Score(name, *curve_and_precision(one), precision_at(one, asked.first), off))
    beside = {name: one for name, one in ranked.items() if name != MODEL}
    drawn = (len(where), asked.draws, asked.seed)
    return tuple(scores), gains(ranked[MODEL], beside, *drawn), spread(ranked[MODEL], *drawn)


def _refuse(table: PeerTable, train: Sequence[Transition], test: Transition) -> None:
    for one in train:
        if one.end > test.start:
            raise BadRequest(
                f"{one.start} to {one.end} ends after the test begins in {test.start}: training on it would "
                "leak what nobody knew then. Train on earlier years, or test later.",
                f"{one.start}—{one.end} 在检验起点 {test.start} 之后才结束：拿它训练就是偷看未来。"
                "请用更早的年份训练，或把检验推后。",
            )
    if not train:
        raise BadRequest("no year to train on. Give --train YEAR.", "没有训练年份。请给 --train 年份。")
    if len(table.regions) < _FEWEST:
        raise BadRequest(
            f"{table.name} has {len(table.regions)} regions; entry is learned from at least {_FEWEST}. "
            "Add peers.",
            f"{table.name} 只有 {len(table.regions)} 个地区；学习扎根至少要 {_FEWEST} 个。请补上同类地区。",
        )


def _refuse_untried(came: Mask, test: Transition) -> None:
    if not came.any() or came.all():
        raise BadRequest(
            f"from {test.start} to {test.end} {'every' if came.all() else 'no'} open cell was entered: "
            "there is nothing to tell apart. Choose other years.",
            f"{test.start}—{test.end} {'所有空格都' if came.all() else '没有一格'}扎了根，分不出高下。"
            "请换年份。",
        )
