"""Patterns common to many regions, and regions that are alike, by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulian.plan.entry.relatedness import likeness, patterns, similar_regions


def test_of_two_activities_that_move_together_one_tells_of_the_other() -> None:
    """Levels ±1 on x and y alike: the one component is (1, 1)/√2, so each speaks for the other by half."""
    level = np.array([[1.0, 1.0], [-1.0, -1.0], [1.0, 1.0], [-1.0, -1.0]])
    found = patterns(level)
    assert found.weights == pytest.approx(np.array([[0.0, 0.5], [0.5, 0.0]]))
    assert found.score(np.array([[2.0, 0.0]])) == pytest.approx(np.array([[0.0, 1.0]]))


@given(st.integers(3, 12), st.integers(3, 12))
def test_an_activity_does_not_speak_for_itself(regions: int, activities: int) -> None:
    level = np.random.default_rng(regions * 100 + activities).normal(size=(regions, activities))
    found = patterns(level)
    assert not np.diag(found.weights).any()
    assert found.weights == pytest.approx(found.weights.T)


def test_levels_that_are_all_the_same_tell_nothing() -> None:
    assert not patterns(np.ones((3, 6))).weights.any()
    assert not likeness(np.ones((3, 6))).any()


def test_the_likest_region_is_asked_and_counts_by_the_square_of_its_likeness() -> None:
    alike = np.array([[1.0, 0.8, 0.4, -0.9], [0.8, 1.0, 0, 0], [0.4, 0, 1.0, 0], [-0.9, 0, 0, 1.0]])
    present = np.array([[0, 0], [1, 0], [0, 1], [1, 1]], np.float64)
    asked, others = np.array([0]), np.array([1, 2, 3])
    # A third of three others is one: the first alone.
    assert similar_regions(alike, present, asked, others) == pytest.approx(np.array([[1.0, 0.0]]))


def test_a_region_like_no_other_gets_nothing() -> None:
    alike, present = np.zeros((2, 2)), np.ones((2, 3))
    assert not similar_regions(alike, present, np.array([0]), np.array([1])).any()
