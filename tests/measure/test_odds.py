"""Odds: the predictive by hand, its laws, its edges, what it refuses."""

from dataclasses import replace
from math import log, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulian.errors import BadRequest
from bulian.measure.odds import Predictive, Step, predict, summed
from bulian.measure.odds_prior import estimate, stretched
from bulian.vocab.odds_priors import Prior, families, family_of
from bulian.vocab.odds_words import word_of

PLAIN = Prior(4.0, 0.1, 0.05, 0.01, 0.03, 0.0, 0.0, (1.0,) * 5)
# So vague a prior that the own steps decide alone: the textbook formula of the normal model is left.
VAGUE = Prior(1e-9, 1e-9, 0.0, 1e-9, 1e6, 0.0, 0.0, (1.0,) * 5)
YEARS = st.lists(st.floats(-0.5, 0.5, allow_nan=False), min_size=2, max_size=9)


def steps(*changes: float) -> list[Step]:
    """Yearly steps, the oldest first, all weighing the same as they ended together."""
    return [Step(change) for change in changes]


def test_the_predictive_of_three_steps_by_hand() -> None:
    """Mean 0.10, s^2 = (0.02^2 + 0 + 0.02^2)/2 = 0.0004; four years ahead s^2 (4 + 16/3) on two degrees."""
    found = predict(steps(0.08, 0.10, 0.12), horizon=4, prior=VAGUE)
    assert found.center == pytest.approx(0.40)
    assert found.scale == pytest.approx(sqrt(0.0004 * (4 + 16 / 3)))
    assert found.freedom == pytest.approx(2)
    # (0.511 - 0.4)/0.0611 = 1.814; of Student's t with 2 degrees 1.814 leaves 10.6 % (1.886: 10 %).
    assert found.chance(log(500 / 300)) == pytest.approx(0.1056, abs=0.001)


def test_the_interval_uses_the_table_of_students_t() -> None:
    """t(0.90, 5 degrees) = 1.476 in any printed table."""
    low, high = Predictive(0.0, 1.0, 5.0, 1, 6).interval(0.8)
    assert (low, high) == pytest.approx((-1.476, 1.476), abs=0.001)


def test_pooling_by_hand() -> None:
    """Two equal steps of 0.2: s~2 = (4*0.01 + 0)/5 = 0.008, w = 0.0009/(0.0009 + 0.004) = 0.1837."""
    found = predict(steps(0.2, 0.2), horizon=1, prior=PLAIN)
    trust = 0.0009 / 0.0049
    assert found.center == pytest.approx(trust * 0.2 + (1 - trust) * 0.05)
    of_mean = trust * 0.004 + (1 - trust) ** 2 * 0.01**2
    assert found.scale == pytest.approx(sqrt(0.008 + of_mean))


def test_without_a_step_it_is_the_prior_alone() -> None:
    found = predict([], horizon=2, prior=PLAIN)
    assert found.center == pytest.approx(0.1)
    assert (found.freedom, found.steps) == (4.0, 0)
    assert found.scale == pytest.approx(sqrt(0.01 * 2 + 4 * (0.0001 + 0.0009)))


def test_a_gap_of_four_years_is_one_step_worth_four() -> None:
    """0.4 over four years says as much of the mean as four steps of 0.1, and nothing of the spread."""
    once = predict([Step(0.4, years=4)], horizon=1, prior=PLAIN)
    four = predict(steps(0.1, 0.1, 0.1, 0.1), horizon=1, prior=replace(PLAIN, nu0=1e9))
    assert once.center == pytest.approx(four.center)
    assert once.freedom == PLAIN.nu0


def test_what_an_economy_shares_is_read_as_lasting() -> None:
    """All shared: h^2 yearly variances instead of h."""
    alone = predict(steps(0.1, 0.1), horizon=3, prior=replace(PLAIN, tau=1e-9, mu0_sd=1e-9))
    shared = predict(steps(0.1, 0.1), horizon=3, prior=replace(PLAIN, tau=1e-9, mu0_sd=1e-9, shared=1.0))
    assert shared.scale / alone.scale == pytest.approx(sqrt(3))


def test_autocorrelation_counts_above_a_fifth_alone() -> None:
    assert summed(0.2, 4) == 4
    assert summed(0.5, 3) == pytest.approx(3 + 2 * (2 * 0.5 + 1 * 0.25))


def test_autocorrelation_tends_to_its_limit() -> None:
    assert summed(0.5, 400) / 400 == pytest.approx((1 + 0.5) / (1 - 0.5), rel=0.01)


@given(YEARS, st.floats(-2, 2), st.floats(0.001, 1))
def test_more_is_never_likelier(changes: list[float], needed: float, more: float) -> None:
    found = predict(steps(*changes), horizon=3, prior=PLAIN)
    assert 0 <= found.chance(needed + more) <= found.chance(needed) <= 1


@given(YEARS, st.integers(1, 8))
def test_further_ahead_is_less_sure(changes: list[float], horizon: int) -> None:
    near, far = (predict(steps(*changes), horizon=one, prior=PLAIN) for one in (horizon, horizon + 1))
    assert far.scale > near.scale


@given(YEARS)
def test_the_order_of_steps_of_one_age_is_indifferent(changes: list[float]) -> None:
    forth, back = (predict(steps(*one), horizon=2, prior=PLAIN) for one in (changes, changes[::-1]))
    assert forth.center == pytest.approx(back.center, abs=1e-12)


@pytest.mark.parametrize(("past", "horizon"), [([], 0.0), ([], -1.0), ([Step(0.1, years=0)], 1.0)])
def test_no_time_no_odds(past: list[Step], horizon: float) -> None:
    with pytest.raises(BadRequest, match="deadline after"):
        predict(past, horizon=horizon, prior=PLAIN)


def test_a_prior_is_found_again_in_what_it_makes() -> None:
    """4,000 series of 12 steps: spread 0.08 with 6 degrees, means 0.05 give or take 0.03."""
    rng = np.random.default_rng(1)
    spread = 0.08 * np.sqrt(6 / rng.chisquare(6, 4000))
    made = rng.normal(0.05, 0.03, 4000)[:, None] + spread[:, None] * rng.standard_normal((4000, 12))
    found = estimate(made, np.arange(4000))
    assert found.nu0 == pytest.approx(6, abs=0.8)
    assert (found.s0, found.mu0, found.tau) == pytest.approx((0.08, 0.05, 0.03), abs=0.003)
    assert abs(found.phi) < 0.03
    assert found.shared == 0.0


def test_a_common_shock_is_found_as_shared() -> None:
    """Half of the variance is one draw a year and economy: 60 economies of 20 series over 15 years."""
    rng = np.random.default_rng(2)
    groups = np.repeat(np.arange(60), 20)
    together = rng.standard_normal((60, 15))[groups]
    found = estimate(0.05 * (together + rng.standard_normal((1200, 15))), groups)
    assert found.shared == pytest.approx(0.5, abs=0.05)


def test_a_panel_of_one_series_is_no_panel() -> None:
    with pytest.raises(BadRequest, match="two series"):
        estimate(np.array([[0.1, 0.2, 0.1]]), np.array([0]))


def test_misses_widen_and_hits_narrow() -> None:
    assert stretched(1.0, 0.5) > 1.0 > stretched(1.0, 0.0)


def test_every_family_is_usable_and_the_last_fits_anything() -> None:
    assert families()[-1].fits("没有见过的", "sets")
    for family in families():
        assert 0 < predict([], horizon=4, prior=family.prior).chance(0.0) < 1


@pytest.mark.parametrize(
    ("indicator", "unit", "family"),
    [
        ("地区生产总值", "CNY", "product"),
        ("工业总产值", "CNY", "output"),
        ("战略性新兴产业", "%", "share"),
        ("从业人员", "persons", "jobs"),
        ("企业数", "enterprises", "count"),
    ],
)
def test_families_by_unit_and_word(indicator: str, unit: str, family: str) -> None:
    assert family_of(indicator, unit).name == family


@pytest.mark.parametrize(
    ("chance", "word"),
    [
        (0.049, "极不可能"),
        (0.05, "很难"),
        (0.27, "偏难"),
        (0.5, "难分"),
        (0.6, "较可能"),
        (0.94, "很可能"),
        (0.951, "几乎必成"),
    ],
)
def test_the_seven_words(chance: float, word: str) -> None:
    assert word_of(chance).zh == word
