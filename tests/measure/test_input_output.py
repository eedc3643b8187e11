"""Input–output: the printed table of Miller and Blair, laws, and every extraction against a fresh solve."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulian.errors import BadRequest
from bulian.measure.aflq import aflq
from bulian.measure.allocation_coefficients import allocation_coefficients
from bulian.measure.extraction import extraction, extraction_by_sector
from bulian.measure.factor_multiplier import factor_multiplier
from bulian.measure.flq import flq
from bulian.measure.ghosh import ghosh
from bulian.measure.leontief import leontief
from bulian.measure.linkages import linkages
from bulian.measure.output_multiplier import output_multiplier
from bulian.measure.technical_coefficients import technical_coefficients
from bulian.model.measure import Why

# Miller & Blair (2009), Input-Output Analysis, 2nd ed., Table 2.3 (flows) and p. 22 (A and L).
FLOWS = np.array([[150.0, 500.0], [200.0, 100.0]])
OUTPUT = np.array([1000.0, 2000.0])


def _table(seed: int, count: int = 7) -> tuple[np.ndarray, np.ndarray]:
    chance = np.random.default_rng(seed)
    a = chance.random((count, count))
    a *= 0.6 / a.sum(axis=0)
    final = chance.uniform(1, 100, count)
    return a, np.linalg.solve(np.eye(count) - a, final)


def test_the_hypothetical_example_of_miller_and_blair() -> None:
    a = technical_coefficients(FLOWS, OUTPUT).value
    np.testing.assert_allclose(a, [[0.15, 0.25], [0.20, 0.05]])
    np.testing.assert_allclose(leontief(a), [[1.2541, 0.3300], [0.2640, 1.1221]], atol=5e-5)
    # Final demand of 600 and 1,500 instead of 350 and 1,700 takes 1,247.52 and 1,841.58 of output.
    np.testing.assert_allclose(leontief(a) @ [600.0, 1500.0], [1247.52, 1841.58], atol=5e-3)


def test_the_supply_side_of_the_same_example() -> None:
    # Miller & Blair (2009), section 12.1: B and G of the same flows.
    b = allocation_coefficients(FLOWS, OUTPUT).value
    np.testing.assert_allclose(b, [[0.15, 0.50], [0.10, 0.05]])
    np.testing.assert_allclose(ghosh(b), [[1.2541, 0.6601], [0.1320, 1.1221]], atol=5e-5)
    np.testing.assert_allclose(np.array([650.0, 1400.0]) @ ghosh(b), OUTPUT)


@given(st.integers(0, 1000))
def test_both_inverses_are_one_another_scaled(seed: int) -> None:
    a, x = _table(seed)
    b = allocation_coefficients(a * x, x).value
    np.testing.assert_allclose(ghosh(b), leontief(a) * x / x[:, None], rtol=1e-9)


@given(st.integers(0, 200), st.floats(0.0, 1.0))
def test_extraction_is_what_solving_again_gives(seed: int, theta: float) -> None:
    a, x = _table(seed)
    found = extraction(leontief(a), x, theta)
    final = x - a @ x
    for k in range(len(a)):
        less_a, less_f = a.copy(), final.copy()
        less_a[k] *= 1 - theta
        less_f[k] *= 1 - theta
        lost = x - np.linalg.solve(np.eye(len(a)) - less_a, less_f)
        assert found.total[k] == pytest.approx(lost.sum(), rel=1e-12, abs=1e-10)
        assert found.own[k] == pytest.approx(lost[k], rel=1e-12, abs=1e-10)
        np.testing.assert_allclose(
            extraction_by_sector(leontief(a), x, sector=k, share=theta), lost, rtol=1e-11, atol=1e-9
        )


@given(st.permutations(range(7)), st.floats(0.1, 10.0))
def test_neither_order_nor_unit_matters(order: list[int], scale: float) -> None:
    a, x = _table(3)
    found = extraction(leontief(a), x, 0.4)
    turned = extraction(leontief(a[np.ix_(order, order)]), x[order] * scale, 0.4)
    np.testing.assert_allclose(turned.total, found.total[order] * scale, rtol=1e-9)


def test_a_sector_in_two_equal_halves_has_the_same_multiplier() -> None:
    a, _ = _table(5, count=3)
    split = np.array([[a[i, j] / (2 if i == 0 else 1) for j in (0, 0, 1, 2)] for i in (0, 0, 1, 2)])
    halves, whole = output_multiplier(leontief(split)), output_multiplier(leontief(a))
    np.testing.assert_allclose(halves[[0, 2, 3]], whole, rtol=1e-12)


def test_many_scenarios_come_at_once() -> None:
    a, x = _table(1)
    many = extraction(leontief(a), x, np.linspace(0, 1, 20)[:, None])
    assert many.total.shape == (20, 7)
    assert (np.diff(many.total, axis=0) > 0).all()


def test_multipliers_by_hand() -> None:
    # .3 × 1.2541 + .25 × .2640 = .4422
    full = leontief(technical_coefficients(FLOWS, OUTPUT).value)
    np.testing.assert_allclose(output_multiplier(full), [1.5182, 1.4521], atol=1e-4)
    found = factor_multiplier([0.3, 0.25], full)
    assert found.total.value[0] == pytest.approx(0.4422, abs=1e-4)
    assert factor_multiplier([0.3, np.nan], full).total.why.tolist() == [Why.SUPPRESSED] * 2
    assert factor_multiplier([0.3, 0.0], full).ratio.why.tolist() == [Why.FINE, Why.BASE_ZERO]


def test_linkages_average_to_one() -> None:
    a, _ = _table(2)
    found = linkages(leontief(a))
    assert found.backward.mean() == pytest.approx(1)
    assert found.forward.mean() == pytest.approx(1)
    full = leontief(a)
    np.testing.assert_allclose(found.backward_spread, full.std(axis=0, ddof=1) / full.mean(axis=0))
    np.testing.assert_allclose(found.forward_spread, full.std(axis=1, ddof=1) / full.mean(axis=1))
    assert linkages([[1.5]]).key.tolist() == [False]


def test_flq_by_hand() -> None:
    # SLQ 2 and .5; λ = log2(1.05)^.3 = .4511: .15 × 2λ, .25 × min(1, 4λ), .2 × λ/4, .05 × λ/2
    a, here, nation = [[0.15, 0.25], [0.20, 0.05]], [100.0, 50.0], [1000.0, 2000.0]
    size = np.log2(1.05) ** 0.3
    expected = [[0.3 * size, 0.25], [0.05 * size, 0.025 * size]]
    np.testing.assert_allclose(flq(a, here, nation, delta=0.3), expected)
    raised = np.array(expected) * [np.log2(3), 1]
    np.testing.assert_allclose(aflq(a, here, nation, delta=0.3), raised)


def test_the_nation_in_itself_keeps_its_coefficients() -> None:
    a, x = _table(4)
    np.testing.assert_allclose(flq(a, x, x, delta=0.3), a)
    smaller = flq(a, x / 1000, x, delta=0.3)
    assert (smaller <= a).all()
    assert (flq(a, x / 1000, x, delta=0.2) >= smaller - 1e-15).all()


def test_a_sector_that_is_not_here_neither_buys_nor_sells() -> None:
    a, x = _table(4)
    here = x / 100
    here[2] = 0
    found = flq(a, here, x, delta=0.3)
    assert not found[2].any()
    assert not found[:, 2].any()
    assert np.isfinite(found).all()


@pytest.mark.parametrize(
    ("act", "word"),
    [
        (lambda: leontief([[0.9, 0.9], [0.9, 0.9]]), "more than they make"),
        (lambda: leontief([[1.0]]), "more than they make"),
        (lambda: leontief([[0.1, -0.2], [0.1, 0.1]]), "below zero at 1, 2"),
        (lambda: leontief([[0.1, 0.2]]), "square"),
        (lambda: leontief([[np.nan]]), "no number at 1, 1"),
        (lambda: extraction([[1.2]], [10.0], 1.2), "outside 0 to 1"),
        (lambda: extraction([[1.2]], [10.0], [0.1, 0.2]), "one for all"),
        (lambda: extraction([[1.2]], [-10.0], 0.2), "below zero"),
        (lambda: extraction_by_sector([[1.2]], [10.0], sector=3, share=0.2), "no sector 3"),
        (lambda: flq([[0.1]], [20.0], [10.0], delta=0.3), "more than the nation"),
        (lambda: flq([[0.1]], [0.0], [10.0], delta=0.3), "no output"),
        (lambda: flq([[0.1]], [1.0], [10.0], delta=3), "0 to 1"),
        (lambda: factor_multiplier([-0.3], [[1.2]]), "zero or more"),
    ],
)
def test_a_table_that_cannot_be_is_refused(act: object, word: str) -> None:
    with pytest.raises(BadRequest, match=word):
        act()  # type: ignore[operator]


def test_a_sector_without_output_is_named() -> None:
    assert (
        technical_coefficients([[0.0, 5.0], [1.0, 1.0]], [0.0, 9.0]).why[:, 0].tolist() == [Why.BASE_ZERO] * 2
    )
    assert technical_coefficients([[0.0, 5.0], [0.0, 1.0]], [0.0, 9.0]).value[:, 0].tolist() == [0.0, 0.0]
    assert (
        allocation_coefficients([[0.0, 5.0], [0.0, 1.0]], [0.0, 9.0]).why[0].tolist() == [Why.BASE_ZERO] * 2
    )
