"""Scores of an order, by hand and by law."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulian.plan.entry.scoring import (
    calibration_error,
    curve_and_precision,
    gains,
    precision_at,
    ranking,
    spread,
)

ENTERED = np.array([True, False, True, False, False])
SCORE = np.array([0.9, 0.8, 0.7, 0.2, 0.1])
REGION = np.array([0, 0, 0, 1, 1])


def test_five_cells_by_hand() -> None:
    # Entered stand first and third: 3 + 2 of 6 pairs are in order; precision is 1, then 2/3.
    curve, precision = curve_and_precision(ranking(SCORE, ENTERED, REGION))
    assert curve == pytest.approx(5 / 6)
    assert precision == pytest.approx((1 + 2 / 3) / 2)


def test_equal_scores_are_no_better_than_chance() -> None:
    curve, precision = curve_and_precision(ranking(np.zeros(5), ENTERED, REGION))
    assert curve == pytest.approx(0.5)
    assert precision == pytest.approx(2 / 5)


def test_nothing_entered_has_no_score() -> None:
    found = curve_and_precision(ranking(SCORE, np.zeros(5, np.bool_), REGION))
    assert np.isnan(found).all()


@given(st.lists(st.tuples(st.integers(0, 5), st.booleans()), min_size=2, max_size=30))
def test_a_region_drawn_twice_counts_as_if_it_stood_there_twice(cells: list[tuple[int, bool]]) -> None:
    score = np.array([one for one, _ in cells], np.float64)
    entered = np.array([one for _, one in cells])
    region = np.arange(len(cells)) % 2
    weighted = curve_and_precision(ranking(score, entered, region), np.array([2.0, 1.0]))
    twice = np.concatenate([np.arange(len(cells)), np.flatnonzero(region == 0)])
    plain = curve_and_precision(ranking(score[twice], entered[twice], region[twice]))
    assert weighted == pytest.approx(plain, nan_ok=True)


def test_precision_of_the_first_is_taken_region_by_region() -> None:
    ranked = ranking(SCORE, ENTERED, REGION)
    assert precision_at(ranked, 2) == pytest.approx((1 / 2 + 0) / 2)
    assert precision_at(ranked, 3) == pytest.approx(2 / 3)  # the second region has only two cells


def test_calibration_error_is_the_gap_between_said_and_seen() -> None:
    entered = np.arange(100) % 4 == 0
    assert calibration_error(np.full(100, 0.25), entered) < 0.11  # bins of ten hold two or three
    assert calibration_error(np.full(100, 0.75), entered) == pytest.approx(0.5)


def test_an_order_gains_nothing_on_itself() -> None:
    ranked = ranking(SCORE, ENTERED, REGION)
    (gain,) = gains(ranked, {"itself": ranked}, 2, draws=20, seed=1)
    assert gain.curve == (0.0, 0.0, 0.0)
    assert gain.precision == (0.0, 0.0, 0.0)


def test_the_spread_begins_with_the_figure_itself() -> None:
    ranked = ranking(SCORE, ENTERED, REGION)
    curve, precision = spread(ranked, 2, draws=20, seed=1)
    assert (curve[0], precision[0]) == curve_and_precision(ranked)
    assert curve[1] <= curve[2]
    assert precision[1] <= precision[2]
