"""A method applied to a subject, or to several beside each other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from bulian.assess.evaluate.clauses import Outcome, Verdict, all_of, judge_part
from bulian.assess.evaluate.readings import Known
from bulian.assess.evaluate.scores import Score, score
from bulian.measure.composite import RankInterval, entropy_weights, goalpost_shares, rank_intervals, totals
from bulian.vocab.template import Alignment, Template


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a system of clusters, with the district's own names that fall into it and their facts."""

    cell: Alignment
    names: tuple[str, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How a subject stands by one version of one method in one year.

    `outcome` is that of all clauses together; None where the method has no clauses. `unmatched` are the
    district's clusters that fall into no cell.
    """

    template: Template
    subject: str
    year: int
    verdicts: tuple[Verdict, ...]
    outcome: Outcome | None
    score: Score | None
    cells: tuple[Cell, ...] = ()
    unmatched: tuple[str, ...] = ()

    @property
    def synthetic(self) -> bool:
        """It rests on a made-up row."""
        readings = [one.reading for one in self.score.points] if self.score else []
        return any(one.synthetic for one in self.verdicts) or any(one.synthetic for one in readings if one)


def evaluate(
    template: Template, about: Known, year: int, clusters: Iterable[tuple[str, str]] = ()
) -> Evaluation:
    """Apply a method to one subject.

    Args:
        year: the year assessed; "the last three years" end with it.
        clusters: names of the district's clusters and chains with a fact that names them, for a method that
            aligns them with a system's cells.
    """
    verdicts = tuple(judge_part(one, about, year) for one in template.clauses)
    cells, unmatched = _aligned(template, clusters)
    return Evaluation(
        template, about.subject, year, verdicts,
        all_of(one.outcome for one in verdicts) if verdicts else None,
        score(template, about, year) if template.criteria else None,
        cells, unmatched,
    )  # fmt: skip


def _aligned(
    template: Template, clusters: Iterable[tuple[str, str]]
) -> tuple[tuple[Cell, ...], tuple[str, ...]]:
    if not template.cells:
        return (), ()
    own: dict[str, list[str]] = {}
    for name, fact in clusters:
        own.setdefault(name, []).append(fact)
    cells, matched = [], set()
    for cell in template.cells:
        names = tuple(name for name in own if any(word in name for word in cell.words))
        matched |= set(names)
        cells.append(Cell(cell, names, tuple(fact for name in names for fact in own[name])))
    return tuple(cells), tuple(name for name in own if name not in matched)


@dataclass(frozen=True, slots=True)
class Rival:
    """One of several subjects under one scored method.

    Attributes:
        total: its points in hundredths of the weight of what is known of it; None where nothing is known.
        rank: by that, 1 is best.
        interval: ranks that 90 in 100 variants of weights, normalisation and missing-value rule give it.
        equal, entropy: its rank with equal weights, and with entropy weights, for comparison only.
    """

    evaluation: Evaluation
    total: float | None
    rank: int | None
    interval: RankInterval | None
    equal: int | None
    entropy: int | None


def compare(template: Template, several: Sequence[Known], year: int) -> tuple[Rival, ...]:
    """Score several subjects by goalposts beside each other, the best first, the unknown last.

    Ranks are as steady as `interval` says: 2,000 variants drawn with a fixed seed.
    """
    evaluations = [evaluate(template, one, year) for one in several]
    values = np.array([[_value(one, n) for n in range(len(template.criteria))] for one in evaluations])
    posts = np.array([[float(post.value) for post in one.goalposts or ()] for one in template.criteria])
    weights = np.array([float(one.weight) for one in template.criteria])
    shares = goalpost_shares(values, posts[:, 0], posts[:, 1])
    total = totals(shares, weights)
    known = ~np.isnan(total)
    intervals = rank_intervals(values[known], posts, weights, np.random.default_rng(7))
    by_rule = [
        _ranks(total),
        _ranks(totals(shares, np.ones_like(weights))),
        _ranks(totals(shares, entropy_weights(shares[known]))),
    ]
    positions = np.cumsum(known) - 1
    rivals = [
        Rival(
            evaluation,
            100 * float(total[n]) if known[n] else None,
            by_rule[0][n],
            intervals[positions[n]] if known[n] else None,
            by_rule[1][n],
            by_rule[2][n],
        )
        for n, evaluation in enumerate(evaluations)
    ]
    return tuple(sorted(rivals, key=lambda one: (one.rank is None, one.rank or 0, one.evaluation.subject)))


def _value(evaluation: Evaluation, criterion: int) -> float:
    reading = evaluation.score.points[criterion].reading if evaluation.score else None
    return float("nan") if reading is None else float(reading.extent.point)


def _ranks(total: "np.typing.NDArray[np.float64]") -> list[int | None]:
    return [None if np.isnan(one) else 1 + int((total > one).sum()) for one in total]


def share_known(evaluation: Evaluation) -> Decimal:
    """How much of the method's weight is known, between 0 and 1; 0 of a method without weights."""
    held = evaluation.score
    return held.weight / held.total if held and held.total else Decimal(0)
