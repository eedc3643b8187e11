"""Candidates from a table of peers: every activity that a region lacks, how likely it is, and why."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bulian.errors import BadRequest
from bulian.measure.complexity_index import complexity_index
from bulian.model.measure import Array
from bulian.plan.entry.backtest import all_terms
from bulian.plan.entry.known import Folds, Known, common_lag, expected, folds_of, known
from bulian.plan.entry.learning import Entry, learn, lessons
from bulian.plan.entry.peer_table import PeerTable, Transition
from bulian.plan.entry.precedents import precedent
from bulian.plan.entry.reasons import kinships, reasons
from bulian.plan.opportunity.lists import Lists, codes_of
from bulian.plan.opportunity.nouns import Candidate, Criterion, Merit, NodeGap

_LATEST = 3
"""So many of the newest transitions are learned from: older ones tell of another time."""


@dataclass(frozen=True, slots=True)
class Learned:
    """What a table teaches for its last year.

    Attributes:
        steps: the transitions learned from. base_rate: of their open cells, how many were entered.
    """

    table: PeerTable
    steps: tuple[Transition, ...]
    entry: Entry
    known: Known
    folds: Folds

    @property
    def year(self) -> int:
        return self.known.year

    @property
    def horizon(self) -> int:
        return self.steps[0].end - self.steps[0].start

    @property
    def base_rate(self) -> float:
        return self.entry.share


def learn_from(table: PeerTable, *, horizon: int, seed: int) -> Learned:
    """Learn entry from the newest transitions of a table, as of its last year.

    Raises:
        BadRequest: no two years lie `horizon` apart, or there is too little to learn from.
    """
    steps = [
        Transition(year, year + horizon) for year in table.years if year + horizon in table.years
    ][-_LATEST:]  # fmt: skip
    if not steps:
        listed = ", ".join(map(str, table.years))
        raise BadRequest(
            f"no two years of {table.name} lie {horizon} apart ({listed}): add such a year, or give another "
            "--horizon.",
            f"{table.name} 里没有相隔 {horizon} 年的两年（{listed}）：请补上，或改 --horizon。",
        )
    folds = folds_of(len(table.regions), seed)
    last = table.years[-1]
    lag = common_lag(table, (*(one.start for one in steps), last))
    entry = learn(lessons(table, steps, folds, lag, seed), all_terms(lag))
    return Learned(table, tuple(steps), entry, known(table, last, folds, lag), folds)


def candidates(learned: Learned, region: str, gaps: Sequence[NodeGap], lists: Lists) -> tuple[Candidate, ...]:
    """Every activity that the region lacks, by the table's order.

    Raises:
        BadRequest: the region is not in the table.
    """
    table, row = learned.table, _row(learned.table, region)
    open_there = np.flatnonzero(table.open_cells(learned.year)[row])
    shared = _Shared(learned, row)
    return tuple(_candidate(shared, int(activity), gaps, lists) for activity in open_there)


class _Shared:
    """What all candidates of a region have in common, worked out once."""

    def __init__(self, learned: Learned, row: int) -> None:
        table, year = learned.table, learned.year
        self.learned, self.row = learned, row
        self.kinds = kinships(learned.known, learned.folds, row)
        cells = {name: one[row] for name, one in learned.known.terms.items()}
        self.chance = learned.entry.chance(cells)
        index = complexity_index(table.entered(year).astype(np.float64))
        self.complexity = index.pci.value - index.eci.value[row]
        before, now = table.at(year - learned.horizon), table.at(year)
        with np.errstate(divide="ignore", invalid="ignore"):
            growth = (now.sum(axis=0) / before.sum(axis=0)) ** (1 / learned.horizon) - 1
        self.growth = np.where(np.isfinite(growth), growth, np.nan)
        self.resilience = _evener(now[row], expected(now)[row])


def _evener(mix: Array, usual: Array) -> Array:
    """By activity how far the HHI of the mix falls where the activity grows to its usual size."""
    grown = np.maximum(mix, usual)
    whole, squares = mix.sum(), (mix**2).sum()
    return np.asarray(squares / whole**2 - (squares - mix**2 + grown**2) / (whole - mix + grown) ** 2)


def _candidate(shared: _Shared, activity: int, gaps: Sequence[NodeGap], lists: Lists) -> Candidate:
    learned, cell = shared.learned, (shared.row, activity)
    name = learned.table.activities[activity]
    codes = codes_of(name)
    filled = tuple(gap for gap in gaps if _fills(codes, gap))
    merits = (
        _likelihood(shared, activity),
        _measured("complexity", shared.complexity[activity], "PCI − ECI", "PCI − ECI"),
        chain_merit(filled, codes),
        _measured("demand", shared.growth[activity], *_since(learned)),
        *lists.brought(name, codes),
        _measured("resilience", shared.resilience[activity], "HHI before − HHI after", "HHI 前 − HHI 后"),
    )
    return Candidate(
        name, merits, lists.barriers(name, codes), lists.filtered_by, filled,
        reasons(learned.entry, learned.known, shared.kinds, cell, learned.table.activities),
        precedent(learned.table, learned.steps, cell, learned.year),
    )  # fmt: skip


def chain_merit(gaps: Sequence[NodeGap], codes: Sequence[str]) -> Merit:
    """The greatest share of a chain's end products that hangs on a node this would fill."""
    if not codes:
        return Merit(
            "chain", None, ("its name begins with no GB/T 4754 code", "名称前没有国民经济行业代码，对不上链")
        )
    if not gaps:
        return Merit("chain", 0.0, ("fills no open node of the chains", "不在各链的空缺环节上"))
    best = max(gaps, key=lambda gap: gap.open)
    told = f"{best.chain} · {best.node}"
    return Merit("chain", best.open, (told, told))


def _likelihood(shared: _Shared, activity: int) -> Merit:
    learned = shared.learned
    steps = ", ".join(f"{one.start}→{one.end}" for one in learned.steps)
    return Merit(
        "likelihood", float(shared.chance[activity]),
        (f"entry model learned from {steps}", f"扎根模型，学自 {steps}"),
    )  # fmt: skip


def _measured(criterion: Criterion, value: float, en: str, zh: str) -> Merit:
    if np.isnan(value):
        return Merit(criterion, None, (f"{en}: not defined here", f"{zh}：此处无定义"))
    return Merit(criterion, float(value), (en, zh))


def _since(learned: Learned) -> tuple[str, str]:
    before = learned.year - learned.horizon
    return (
        f"yearly growth over all regions of the table, {before}→{learned.year}",
        f"表内各地合计的年均增长，{before}→{learned.year}",
    )


def _fills(codes: Sequence[str], gap: NodeGap) -> bool:
    return any(theirs.startswith(ours) for ours in codes for theirs in gap.codes)


def _row(table: PeerTable, region: str) -> int:
    if region not in table.regions:
        some = ", ".join(table.regions[:12]) + (" …" if len(table.regions) > 12 else "")
        raise BadRequest(
            f"{table.name} has no region {region!r}; it has {some}. Say which one with --of.",
            f"{table.name} 里没有“{region}”；有 {some}。请用 --of 指明是哪一个。",
        )
    return table.regions.index(region)
