"""Reasons sum to the likelihood, and a reason taken away takes likelihood with it."""

from dataclasses import replace

import numpy as np
import pytest

from bulian.plan.entry.known import Known, kin, known
from bulian.plan.entry.peer_table import PeerTable, Transition
from bulian.plan.entry.precedents import precedent
from bulian.plan.entry.reasons import Reasons, kinships, reasons
from bulian.plan.entry.relatedness import KINS
from bulian.plan.opportunity.from_peers import Learned, learn_from
from tests.plan.entry.made import table


@pytest.fixture(scope="module")
def learned() -> Learned:
    return learn_from(table(), horizon=5, seed=7)


def why_of(learned: Learned, told: Known, cell: tuple[int, int]) -> Reasons:
    kinds = kinships(learned.known, learned.folds, cell[0])
    return reasons(learned.entry, told, kinds, cell, learned.table.activities)


def test_the_parts_sum_to_the_score_in_every_open_cell(learned: Learned) -> None:
    told = learned.table
    for region, activity in np.argwhere(told.open_cells(learned.year))[::7]:
        cell = (int(region), int(activity))
        why = why_of(learned, learned.known, cell)
        assert why.total == pytest.approx(why.logit, abs=1e-9)
        assert len(why.present) + len(why.absent) == len(told.activities)


def test_taking_the_first_reason_away_makes_it_less_likely(learned: Learned) -> None:
    """In nineteen of twenty cells; the region's own size and mix move a little too."""
    told, fell = learned.table, []
    for region, activity in np.argwhere(told.open_cells(learned.year))[::25]:
        cell = (int(region), int(activity))
        why = why_of(learned, learned.known, cell)
        if not why.present or why.present[0].amount < 0.02:
            continue
        first = told.activities.index(why.present[0].what)
        baskets = {name: one.copy() for name, one in learned.known.baskets.items()}
        baskets["present"][cell[0], first] = 0
        baskets["level"][cell[0], first] = baskets["level"][:, first].min()
        after = why_of(
            learned, replace(learned.known, baskets=baskets, terms=_scored(learned, baskets)), cell
        )
        fell.append(after.logit < why.logit)
    assert len(fell) > 10
    assert np.mean(fell) >= 0.95


def _scored(learned: Learned, baskets: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    terms = dict(learned.known.terms)
    for name, (basket, _) in KINS.items():
        scores = terms[name].copy()
        for fold in range(int(learned.folds.max()) + 1):
            mine = learned.folds == fold
            taught = kin(name, learned.known.baskets, np.flatnonzero(~mine))
            scores[mine] = taught.score(baskets[basket][mine])
        terms[name] = scores
    return terms


def _three_regions() -> PeerTable:
    # In 2010 a lacks z; b, like a, takes z up by 2015; c, unlike, has it all along.
    amounts = np.array(
        [
            [[10, 10, 0, 5], [10, 10, 0, 5], [1, 1, 30, 0]],
            [[10, 10, 0, 5], [10, 10, 40, 5], [1, 1, 30, 0]],
        ],
        np.float64,
    )
    return PeerTable(
        "three",
        (2010, 2015),
        ("a", "b", "c"),
        ("w", "x", "z", "y"),
        amounts,
        np.zeros(amounts.shape, np.bool_),
    )


def test_the_precedent_is_the_likest_region_that_took_it_up() -> None:
    found = precedent(_three_regions(), [Transition(2010, 2015)], (0, 2), 2015)
    assert found is not None
    assert (found.region, found.came, found.tried) == ("b", 1, 1)
    assert found.alike == 1.0


def test_where_nobody_did_there_is_none() -> None:
    assert precedent(_three_regions(), [Transition(2010, 2015)], (2, 3), 2015) is None


def test_what_is_known_of_a_year_says_which(learned: Learned) -> None:
    assert known(learned.table, 2010, learned.folds).year == 2010
    assert learned.year == 2015
