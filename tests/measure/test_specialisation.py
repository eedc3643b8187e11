"""Quotients and agglomeration, by hand and by law."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from bulian.errors import BadRequest
from bulian.measure.ellison_glaeser import ellison_glaeser
from bulian.measure.location_quotient import location_quotient
from bulian.measure.population_quotient import population_quotient
from bulian.measure.presence import presence
from bulian.measure.quotient_bounds import quotient_bounds
from bulian.measure.shrunk_quotient import shrunk_quotient
from bulian.model.measure import Why

tables = arrays(np.float64, st.tuples(st.integers(1, 5), st.integers(1, 5)), elements=st.integers(0, 30))
TWO = np.array([[6.0, 4.0], [2.0, 8.0]])


def test_two_regions_by_hand() -> None:
    # Shares here .6 .4 and .2 .8; everywhere 8/20 = .4 and 12/20 = .6.
    expected = [[0.6 / 0.4, 0.4 / 0.6], [0.2 / 0.4, 0.8 / 0.6]]
    np.testing.assert_allclose(location_quotient(TWO).value, expected)


@given(tables)
def test_the_quotients_average_to_one_over_regions(table: np.ndarray) -> None:
    found = location_quotient(table)
    size = table.sum(axis=1) / max(table.sum(), 1)
    filled = table.sum(axis=0) > 0
    np.testing.assert_allclose((size @ np.nan_to_num(found.value))[filled], 1.0)


@given(tables)
def test_every_cell_has_a_value_or_a_reason(table: np.ndarray) -> None:
    for found in (location_quotient(table), shrunk_quotient(table, kappa=3.0)):
        assert (np.isnan(found.value) == (found.why != Why.FINE)).all()


@given(tables, st.randoms(use_true_random=False))
def test_regions_and_activities_may_come_in_any_order(table: np.ndarray, chance: object) -> None:
    rows, columns = np.arange(table.shape[0])[::-1], np.roll(np.arange(table.shape[1]), 1)
    turned = location_quotient(table[np.ix_(rows, columns)]).value
    np.testing.assert_allclose(turned, location_quotient(table).value[np.ix_(rows, columns)])


def test_degenerate_cells_are_named() -> None:
    found = location_quotient([[1.0, 0.0, np.nan], [0.0, 0.0, 0.0], [2.0, 0.0, -3.0]])
    assert found.why.tolist() == [
        [Why.FINE, Why.ACTIVITY_EMPTY, Why.SUPPRESSED],
        [Why.REGION_EMPTY] * 3,
        [Why.FINE, Why.ACTIVITY_EMPTY, Why.NEGATIVE],
    ]
    assert presence(found).value[1].tolist() == [0.0, 0.0, 0.0]
    assert presence(found).why[0, 2] == Why.SUPPRESSED


def test_a_shrunk_quotient_lies_between_its_own_and_one() -> None:
    lone = np.array([[3.0, 0.0], [1000.0, 9000.0]])
    raw, shrunk = location_quotient(lone).value[0, 0], shrunk_quotient(lone, kappa=50).value[0, 0]
    assert 1 < shrunk < raw
    np.testing.assert_allclose(shrunk_quotient(lone, kappa=0).value, location_quotient(lone).value)
    with pytest.raises(BadRequest, match="zero or more"):
        shrunk_quotient(lone, kappa=-1)


def test_per_head_by_hand() -> None:
    # 6 per 10 heads against 8 per 20: 1.5
    found = population_quotient(TWO, [10.0, 10.0])
    assert found.value[0, 0] == pytest.approx(1.5)
    assert population_quotient(TWO, [0.0, 10.0]).why[0].tolist() == [Why.REGION_EMPTY] * 2
    with pytest.raises(BadRequest, match="one number for each of 2"):
        population_quotient(TWO, [1.0])


@given(tables, tables, st.integers(0, 2**32 - 1))
def test_bounds_hold_every_table_between(one: np.ndarray, other: np.ndarray, seed: int) -> None:
    rows, columns = min(one.shape[0], other.shape[0]), min(one.shape[1], other.shape[1])
    low = np.minimum(one[:rows, :columns], other[:rows, :columns])
    high = np.maximum(one[:rows, :columns], other[:rows, :columns])
    bounds = quotient_bounds(low, high)
    between = low + (high - low) * np.random.default_rng(seed).random(low.shape)
    found = location_quotient(between)
    fine = found.why == Why.FINE
    assert (bounds.low[fine] <= found.value[fine] + 1e-9).all()
    assert (bounds.high[fine] >= found.value[fine] - 1e-9).all()


def test_bounds_of_a_known_table_are_its_quotients() -> None:
    bounds = quotient_bounds(TWO, TWO)
    np.testing.assert_allclose(bounds.low, location_quotient(TWO).value)
    np.testing.assert_allclose(bounds.high, location_quotient(TWO).value)
    with pytest.raises(BadRequest, match="row 1, column 2"):
        quotient_bounds([[1.0, 5.0]], [[1.0, 4.0]])


def test_two_even_industries_by_hand() -> None:
    # s = .8 .2, x = .5 .5: G = .18; 1 − Σx² = .5; (.18 − .05) / (.5 × .9) = .2889
    found = ellison_glaeser([[8.0, 2.0], [2.0, 8.0]], [0.1, 0.1])
    assert found.raw.value[0] == pytest.approx(0.18)
    assert found.gamma.value[0] == pytest.approx(0.13 / 0.45)


def test_an_industry_of_one_plant_has_no_index() -> None:
    found = ellison_glaeser([[8.0, 0.0, 1.0], [2.0, 0.0, np.nan]], [1.0, 0.1, 0.1])
    assert found.gamma.why.tolist() == [Why.ONE_ONLY, Why.ACTIVITY_EMPTY, Why.SUPPRESSED]
    assert ellison_glaeser([[8.0, 2.0]], [0.1, 0.1]).gamma.why.tolist() == [Why.ONE_ONLY] * 2
    with pytest.raises(BadRequest, match="between 0 and 1"):
        ellison_glaeser([[8.0], [1.0]], [1200.0])
