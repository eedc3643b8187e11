"""Curves of ramps and hats."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bulian.plan.entry.curves import Curve, curve

LINE = Curve(np.array([0.0, 1.0, 3.0]))


def test_ramps_and_hats_by_hand() -> None:
    assert LINE.ramps(np.array([-1.0, 0.5, 2.0, 9.0])).tolist() == [[0, 0], [0.5, 0], [1, 0.5], [1, 1]]
    assert LINE.hats(np.array([0.5, 2.0])).tolist() == [[0.5, 0.5, 0], [0, 0.5, 0.5]]


@given(st.lists(st.floats(-5, 5), min_size=2, max_size=20))
def test_hats_sum_to_one_and_ramps_never_fall(told: list[float]) -> None:
    x = np.sort(np.array(told))
    assert np.allclose(LINE.hats(x).sum(axis=-1), 1)
    assert (np.diff(LINE.ramps(x), axis=0) >= 0).all()


def test_numbers_that_are_all_the_same_give_a_flat_curve() -> None:
    assert curve(np.full(4, 2.0)).ramps(np.array([2.0])).sum() == 0
