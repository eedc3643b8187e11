"""Composite index: fixed posts, so nobody's coming or going moves the others."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from bulian.errors import BadRequest
from bulian.measure.composite import entropy_weights, goalpost_shares, rank_intervals, totals

LOW, HIGH, WEIGHTS = np.array([0.0, 100.0, 0.0]), np.array([10.0, 0.0, 5.0]), np.array([5.0, 3.0, 2.0])
TABLES = arrays(np.float64, st.tuples(st.integers(2, 8), st.just(3)), elements=st.floats(-20, 120))


def test_by_hand() -> None:
    # (6−0)/10 = .6; (40−100)/(0−100) = .6; 5/5 = 1. (.6·5 + .6·3 + 1·2)/10 = .68
    shares = goalpost_shares(np.array([[6.0, 40.0, 5.0]]), LOW, HIGH)
    np.testing.assert_allclose(shares, [[0.6, 0.6, 1.0]])
    np.testing.assert_allclose(totals(shares, WEIGHTS), [0.68])


@given(TABLES, st.data())
def test_adding_or_removing_one_never_reorders_the_others(values: np.ndarray, data: st.DataObject) -> None:
    index = totals(goalpost_shares(values, LOW, HIGH), WEIGHTS)
    gone = data.draw(st.integers(0, len(values) - 1))
    rest = np.delete(values, gone, axis=0)
    np.testing.assert_array_equal(totals(goalpost_shares(rest, LOW, HIGH), WEIGHTS), np.delete(index, gone))


def test_entropy_weights_do_reorder_which_is_why_they_only_stand_beside() -> None:
    shares = np.array([[0.1, 0.8], [0.8, 0.2], [0.9, 0.1]])
    with_third = totals(shares, entropy_weights(shares))
    without = totals(shares[:2], entropy_weights(shares[:2]))
    assert with_third[0] > with_third[1]
    assert without[0] < without[1]


def test_entropy_weights_by_hand() -> None:
    # Column 1: shares 3/4 and 1/4, e = −(.75 ln .75 + .25 ln .25)/ln 2 = .8113; column 2 does not scatter.
    np.testing.assert_allclose(entropy_weights(np.array([[0.9, 0.5], [0.3, 0.5]])), [1.0, 0.0])
    # Columns 3/4 : 1/4 and 1 : 0 scatter by 1 − .8113 = .1887 and 1.
    found = entropy_weights(np.array([[0.9, 0.7], [0.3, 0.0]]))
    np.testing.assert_allclose(found, np.array([0.1887, 1.0]) / 1.1887, atol=1e-4)


def test_unknown_values_are_left_out_of_the_mean_and_nothing_known_is_unknown() -> None:
    shares = goalpost_shares(np.array([[5.0, np.nan, np.nan], [np.nan] * 3]), LOW, HIGH)
    found = totals(shares, WEIGHTS)
    assert found[0] == 0.5
    assert np.isnan(found[1])


def test_a_subject_best_in_everything_is_first_in_every_variant() -> None:
    values = np.array([[9.0, 10.0, 4.0], [5.0, 50.0, 2.0], [1.0, 90.0, 1.0]])
    found = rank_intervals(values, np.stack([LOW, HIGH], axis=1), WEIGHTS, np.random.default_rng(7))
    assert [(one.low, one.middle, one.high) for one in found] == [(1, 1, 1), (2, 2, 2), (3, 3, 3)]


def test_what_is_unknown_widens_the_interval() -> None:
    values = np.array([[6.0, np.nan, np.nan], [5.0, 50.0, 2.5]])
    found = rank_intervals(values, np.stack([LOW, HIGH], axis=1), WEIGHTS, np.random.default_rng(7))
    assert (found[0].low, found[0].high) == (1, 2)


def test_equal_posts_are_refused() -> None:
    with pytest.raises(BadRequest, match="goalposts"):
        goalpost_shares(np.array([[1.0]]), np.array([2.0]), np.array([2.0]))
