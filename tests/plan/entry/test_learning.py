"""What is held out shares neither region nor activity with what it is judged by; near misses and history."""

import numpy as np
import pytest

from bulian.plan.entry import learning
from bulian.plan.entry.known import folds_of, known
from bulian.plan.entry.learning import groups_of, lessons
from bulian.plan.entry.peer_table import PeerTable, Transition
from tests.plan.entry.made import table


def test_each_region_and_each_activity_is_held_out_in_one_group() -> None:
    told = table()
    regions, activities = groups_of(told, folds_of(60, 7), 7)
    assert sorted(np.bincount(regions)) == [12] * 5
    assert sorted(np.bincount(activities)) == [4, 5, 5, 5, 5]


def test_every_open_cell_is_a_lesson_with_its_groups() -> None:
    told = table()
    folds = folds_of(60, 7)
    taught = lessons(told, [Transition(2005, 2010)], folds, 0, 7)
    row, column = np.nonzero(told.open_cells(2005))
    regions, activities = groups_of(told, folds, 7)
    assert np.array_equal(taught.region, regions[row])
    assert np.array_equal(taught.activity, activities[column])
    assert np.array_equal(taught.entered, told.entered(2010)[row, column])


def test_of_very_many_cells_a_sample_stands_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    told, folds, step = table(), folds_of(60, 7), [Transition(2005, 2010)]
    everything = lessons(told, step, folds, 0, 7)
    monkeypatch.setattr(learning, "_MOST", {False: 200, True: 50})
    some = lessons(told, step, folds, 0, 7)
    assert (len(some.entered), some.entered.sum()) == (250, 50)
    assert some.weight[some.entered].sum() == pytest.approx(everything.entered.sum())
    assert some.weight[~some.entered].sum() == pytest.approx((~everything.entered).sum())


def test_near_misses_and_history_by_hand() -> None:
    """x is at 0.6 in a and 1.2 in b and c; y at 1.5 and 0.75: one region is near x, two are near y."""
    year = np.array([[10.0, 20.0], [20.0, 10.0], [20.0, 10.0]])
    amounts = np.array([year, year])
    told = PeerTable("three", (2010, 2015), ("a", "b", "c"), ("x", "y"), amounts, np.zeros((2, 3, 2), bool))
    terms = known(told, 2015, np.array([0, 1, 2]), 5).terms
    assert terms["nearly"][0] == pytest.approx([1 / 3, 2 / 3])
    assert np.array_equal(terms["often"], [[0, 1], [1, 0], [1, 0]])
