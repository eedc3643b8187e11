"""Intervals of indices and ranks by drawing counts anew."""

import warnings

import numpy as np
import pytest

from bulian.errors import BadRequest
from bulian.measure.complexity_index import NotSeparated, complexity_index
from bulian.measure.count_bootstrap import count_bootstrap
from bulian.measure.hhi import hhi
from bulian.measure.location_quotient import location_quotient
from bulian.measure.presence import presence
from bulian.model.measure import Measured, Why

COUNTS = np.array([[500.0, 300.0, 200.0], [40.0, 30.0, 30.0], [3.0, 2.0, 0.0]])


def test_the_same_seed_gives_the_same_interval() -> None:
    one, other = (count_bootstrap(COUNTS, hhi, draws=50, seed=7) for _ in range(2))
    np.testing.assert_array_equal(one.low, other.low)


def test_a_larger_region_is_surer() -> None:
    found = count_bootstrap(COUNTS, hhi, draws=200, seed=7)
    wide = found.high - found.low
    assert wide[0] < wide[1] < wide[2]
    assert (found.low <= found.value).all()
    assert (found.value <= found.high + 0.2).all()


def test_a_poisson_count_has_its_known_interval() -> None:
    # The share of 900 in 10,000 has a standard error of about √(.09 × .91 / 10,000) = .00286; ±1.645 of it.
    found = count_bootstrap(
        [[900.0, 9100.0]],
        lambda table: location_quotient(np.vstack([table, [[5e8, 5e8]]])),
        draws=400,
        seed=1,
    )
    half = (found.high[0, 0] - found.low[0, 0]) / 2 * 0.5
    assert half == pytest.approx(1.645 * 0.00286, rel=0.15)


def test_a_chain_of_measures_has_an_interval_too() -> None:
    chance = np.random.default_rng(7)
    able, scarce = np.linspace(0.2, 1, 6)[:, None], np.linspace(0, 0.8, 9)
    counts = np.where(able > scarce, chance.integers(20, 400, (6, 9)), 0.0) + 1

    def eci(table: np.ndarray) -> Measured:
        return complexity_index(presence(location_quotient(table)).value).eci

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NotSeparated)
        found = count_bootstrap(counts, eci, draws=60, seed=7)
    assert (found.low <= found.high).all()
    assert (found.rank_low <= found.rank).sum() >= 4
    assert set(found.why.tolist()) == {Why.FINE}


def test_ranks_begin_with_the_greatest() -> None:
    found = count_bootstrap(COUNTS, hhi, draws=100, seed=3)
    assert sorted(found.rank.tolist()) == [1.0, 2.0, 3.0]
    assert (found.rank_low <= found.rank_high).all()


def test_suppressed_cells_stay_so_and_empty_ones_are_named() -> None:
    found = count_bootstrap([[5.0, np.nan], [0.0, 0.0]], hhi, draws=20, seed=1)
    assert found.why.tolist() == [Why.SUPPRESSED, Why.REGION_EMPTY]
    assert np.isnan(found.low).all()


def test_what_hardly_ever_has_a_value_has_no_interval() -> None:
    found = count_bootstrap([[0.2, 0.0]], hhi, draws=40, seed=1)
    assert found.why.tolist() == [Why.NOT_REACHED]


def test_money_below_zero_and_few_draws_are_refused() -> None:
    with pytest.raises(BadRequest, match="20 draws"):
        count_bootstrap(COUNTS, hhi, draws=5, seed=1)
    with pytest.raises(BadRequest, match="zero or more"):
        count_bootstrap(-COUNTS, hhi, draws=50, seed=1)
