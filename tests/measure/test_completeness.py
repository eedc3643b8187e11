"""Completeness is the plain count where it should be."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulian.measure.completeness import weighted_completeness


def test_fifty_five_of_fifty_six() -> None:
    """As Chongqing published it for the parts of connected cars in January 2024: one of 56 is blank."""
    found = weighted_completeness(np.ones(56), np.array([1.0] * 55 + [0.0]))
    assert found is not None
    assert (found.value, found.sd) == (55 / 56, 0.0)


@given(st.lists(st.booleans(), min_size=1))
def test_with_equal_weights_and_yes_or_no_it_is_the_plain_count(there: list[bool]) -> None:
    found = weighted_completeness(np.full(len(there), 2.0), np.array(there, dtype=float))
    assert found is not None
    assert found.value == pytest.approx(sum(there) / len(there))
    assert found.sd == 0


def test_by_hand() -> None:
    """(2 · 0.5 + 1 · 1) / 3 = 2/3; √(4 · 0.25) / 3 = 1/3."""
    found = weighted_completeness(np.array([2.0, 1.0]), np.array([0.5, 1.0]))
    assert found is not None
    assert found.value == pytest.approx(2 / 3)
    assert found.sd == pytest.approx(1 / 3)


def test_without_weight_nothing_is_said() -> None:
    assert weighted_completeness(np.zeros(2), np.ones(2)) is None
