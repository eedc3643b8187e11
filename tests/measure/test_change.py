"""Change over time: sums that must close, and a small table worked by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from bulian.errors import BadRequest
from bulian.measure.dynamic_shift_share import dynamic_shift_share
from bulian.measure.esteban_marquillas import esteban_marquillas
from bulian.measure.lilien import lilien
from bulian.measure.modified_lilien import modified_lilien
from bulian.measure.moore import moore
from bulian.measure.shift_share import shift_share
from bulian.measure.structural_change import structural_change
from bulian.model.measure import Why

years = arrays(np.float64, (4, 3), elements=st.floats(1.0, 1e4))
rows = arrays(np.float64, 5, elements=st.floats(0.5, 1e5))


def test_two_industries_by_hand() -> None:
    # G = 2200/2000 − 1 = .1; G1 = .2, G2 = 0; g1 = .3, g2 = −.1
    found = shift_share([100.0, 50.0], [130.0, 45.0], [1000.0, 1000.0], [1200.0, 1000.0])
    np.testing.assert_allclose(found.whole.value, [10.0, 5.0])
    np.testing.assert_allclose(found.mix.value, [10.0, -5.0])
    np.testing.assert_allclose(found.own.value, [10.0, -5.0])


def test_esteban_marquillas_by_hand() -> None:
    # Homothetic 75 and 75: 75 × .1 and 75 × −.1; the rest 25 × .1 and −25 × −.1
    found = esteban_marquillas([100.0, 50.0], [130.0, 45.0], [1000.0, 1000.0], [1200.0, 1000.0])
    np.testing.assert_allclose(found.competitive.value, [7.5, -7.5])
    np.testing.assert_allclose(found.allocation.value, [2.5, 2.5])


@given(rows, rows, rows, rows)
def test_the_parts_sum_to_the_change(a: np.ndarray, b: np.ndarray, c: np.ndarray, d: np.ndarray) -> None:
    scale = max(a.max(), b.max())
    classic = shift_share(a, b, c, d)
    total = classic.whole.value + classic.mix.value + classic.own.value
    growth = max(1.0, (d / c).max())
    slack = 1e-9 * scale * growth
    np.testing.assert_allclose(total, b - a, rtol=0, atol=slack)
    split = esteban_marquillas(a, b, c, d)
    np.testing.assert_allclose(
        split.competitive.value + split.allocation.value,
        classic.own.value,
        rtol=1e-9,
        atol=1e-9 * scale * growth * 1e3,
    )


@given(
    arrays(np.float64, (4, 3), elements=st.floats(1.0, 1e4)),
    arrays(np.float64, (4, 3), elements=st.floats(1.0, 1e4)),
)
def test_year_by_year_the_parts_sum_to_the_change(here: np.ndarray, there: np.ndarray) -> None:
    found = dynamic_shift_share(here, there)
    total = found.whole.value + found.mix.value + found.own.value
    np.testing.assert_allclose(total, here[-1] - here[0], rtol=0, atol=1e-9 * here.max() * there.max())


def test_what_begins_from_nothing_is_named() -> None:
    found = shift_share([0.0, 5.0, 5.0], [3.0, 5.0, np.nan], [10.0, 0.0, 5.0], [11.0, 2.0, 5.0])
    assert found.own.why.tolist() == [Why.FINE, Why.BASE_ZERO, Why.SUPPRESSED]
    assert found.own.value[0] == pytest.approx(3.0)
    with pytest.raises(BadRequest, match="earlier time"):
        shift_share([1.0], [1.0], [0.0], [1.0])
    with pytest.raises(BadRequest, match="one amount for each of 2"):
        shift_share([1.0, 1.0], [1.0, 1.0], [1.0], [1.0])
    with pytest.raises(BadRequest, match="two or more years"):
        dynamic_shift_share([[1.0]], [[1.0]])


def test_change_of_mix_by_hand() -> None:
    # .5 .5 → .25 .75: half of .25 + .25. Angle between (1, 1) and (1, 3): arccos(4 / √20)
    assert float(structural_change([50.0, 50.0], [30.0, 90.0]).value) == pytest.approx(0.25)
    assert float(moore([1.0, 1.0], [1.0, 3.0]).value) == pytest.approx(np.arccos(4 / np.sqrt(20)))


@given(rows, rows, st.floats(0.01, 100.0))
def test_growth_that_all_share_changes_no_structure(a: np.ndarray, b: np.ndarray, scale: float) -> None:
    for measure in (structural_change, lilien, modified_lilien, moore):
        assert float(measure(a, a * scale).value) == pytest.approx(0.0, abs=1e-7)
    assert float(modified_lilien(a, b).value) == pytest.approx(float(modified_lilien(b, a).value), rel=1e-9)
    assert 0 <= float(structural_change(a, b).value) <= 1
    assert 0 <= float(moore(a, b).value) <= np.pi / 2 + 1e-12


def test_an_industry_that_comes_or_goes_has_no_rate() -> None:
    assert lilien([1.0, 0.0], [1.0, 1.0]).why == Why.BASE_ZERO
    assert float(structural_change([1.0, 0.0], [1.0, 1.0]).value) == pytest.approx(0.5)
    assert structural_change([0.0, 0.0], [1.0, 1.0]).why == Why.REGION_EMPTY
