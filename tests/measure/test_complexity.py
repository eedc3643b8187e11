"""Complexity and relatedness: nested tables, sums written out, and tables that fall apart."""

import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from bulian.errors import BadRequest
from bulian.measure._bipartite import by_blocks, near, proximities
from bulian.measure.complexity_index import NotSeparated, complexity_index
from bulian.measure.density import density, density_with_itself
from bulian.measure.ease import ease
from bulian.measure.fitness import fitness
from bulian.measure.nearest_density import nearest_density
from bulian.measure.outlook import outlook
from bulian.measure.outlook_gain import outlook_gain
from bulian.measure.proximity import proximity
from bulian.measure.reflections import reflections
from bulian.measure.sapling import sapling, sapling_score
from bulian.model.measure import Measured, Why

tables = arrays(np.float64, st.tuples(st.integers(1, 7), st.integers(1, 9)), elements=st.integers(0, 1))
NESTED = np.tril(np.ones((5, 5)))[::-1]


def _seeded(regions: int, activities: int) -> np.ndarray:
    chance = np.random.default_rng(7)
    able, scarce = chance.random(regions)[:, None], chance.random(activities)
    return (chance.random((regions, activities)) < 0.7 * able * scarce + 0.1).astype(np.float64)


M = _seeded(9, 14)


def _index(m: np.ndarray) -> object:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NotSeparated)
        return complexity_index(m)


def test_in_a_nested_table_the_order_is_that_of_diversity() -> None:
    found = complexity_index(NESTED)
    assert (np.diff(found.eci.value) < 0).all()
    assert found.separated
    assert found.eci.value.mean() == pytest.approx(0, abs=1e-12)
    assert found.eci.value.std() == pytest.approx(1)


def test_both_sides_are_eigenvectors_of_the_definition() -> None:
    found = complexity_index(M)
    held = M.sum(axis=0) > 0
    m = M[:, held]
    step = (m / m.sum(axis=1)[:, None]) @ (m / m.sum(axis=0)).T
    away = found.eci.value - np.average(found.eci.value, weights=m.sum(axis=1))
    np.testing.assert_allclose(step @ away, found.eigenvalue * away, atol=1e-10)


def test_a_region_has_the_mean_complexity_of_what_it_has() -> None:
    found = complexity_index(M)
    pci = np.nan_to_num(found.pci.value)
    np.testing.assert_allclose((M @ pci) / M.sum(axis=1), found.eci.value, atol=1e-10)


def test_the_smaller_side_gives_the_same_as_the_larger() -> None:
    wide, tall = complexity_index(M), complexity_index(M.T)
    for one, other in ((wide.eci, tall.pci), (wide.pci, tall.eci)):
        fine = one.why == Why.FINE
        a, b = one.value[fine], other.value[fine]
        assert abs(np.corrcoef(a, b)[0, 1]) == pytest.approx(1, abs=1e-12)


@given(st.permutations(range(9)), st.permutations(range(14)))
def test_labels_may_come_in_any_order(regions: list[int], activities: list[int]) -> None:
    found, turned = complexity_index(M), complexity_index(M[np.ix_(regions, activities)])
    np.testing.assert_allclose(turned.eci.value, found.eci.value[regions], atol=1e-9)
    np.testing.assert_allclose(turned.pci.value, found.pci.value[activities], atol=1e-9)


def test_an_activity_listed_twice_shares_its_complexity() -> None:
    twice = np.hstack([M, M[:, :1]])
    found = complexity_index(twice)
    assert found.pci.value[0] == pytest.approx(found.pci.value[-1], abs=1e-9)


@given(tables)
def test_every_cell_has_a_value_or_a_reason_and_keeps_its_bounds(m: np.ndarray) -> None:
    index = _index(m)
    pci = index.pci.value  # type: ignore[attr-defined]
    cells = [
        index.eci, index.pci, density(m), density_with_itself(m), nearest_density(m, nearest=3), proximity(m),  # type: ignore[attr-defined]
        outlook(m, pci, convention="atlas"), fitness(m).fitness, fitness(m).complexity,
        sapling(m), sapling_score(m, places=0.5),
        reflections(m, steps=3).regions, ease(m, ridge=1.0).score,
        *(outlook_gain(m, pci, convention=way) for way in ("atlas", "target", "net")),
    ]  # fmt: skip
    for found in cells:
        assert isinstance(found, Measured)
        assert (np.isnan(found.value) == (found.why != Why.FINE)).all()
    for bounded in cells[2:6]:
        assert np.nanmax(np.nan_to_num(bounded.value)) <= 1
        assert np.nanmin(np.nan_to_num(bounded.value)) >= 0


@given(tables, st.integers(0, 2**31))
def test_the_product_with_proximity_is_that_of_the_matrix(m: np.ndarray, seed: int) -> None:
    weights = np.random.default_rng(seed).normal(size=(3, m.shape[1]))
    for times in (by_blocks(weights, m), near(m)(weights)):
        np.testing.assert_allclose(times, weights @ proximities(m), atol=1e-12)


def test_blocks_fit_together() -> None:
    m = _seeded(20, 700)
    weights = np.random.default_rng(3).normal(size=(4, 700))
    np.testing.assert_allclose(by_blocks(weights, m), weights @ proximities(m), atol=1e-9)


def test_proximity_and_density_by_hand() -> None:
    # Ubiquities 1 2 1: φ12 = 1/2, φ23 = 1/2, φ13 = 0. For the third in the first region: (φ32·1) / (φ32) = 1.
    m = [[1, 1, 0], [0, 1, 1]]
    assert proximity(m).value[0].tolist() == [1.0, 0.5, 0.0]
    assert density(m).value[0].tolist() == [1.0, 0.5, 1.0]
    # With itself: (1/2) / (1/2 + 1) = 1/3
    assert density_with_itself(m).value[0, 2] == pytest.approx(1 / 3)


def test_the_three_gains_written_out() -> None:
    phi, pci = proximities(M), np.linspace(-1, 2, M.shape[1])
    r, i = 2, int(np.flatnonzero(M[2] == 0)[0])
    absent = [j for j in range(M.shape[1]) if M[r, j] == 0]
    atlas = sum(pci[j] * phi[i, j] / phi[j].sum() for j in absent)
    others = phi[i].sum() - phi[i, i]
    target = sum(pci[j] * phi[i, j] for j in absent if j != i) / others
    near = sum(phi[i, j] for j in range(M.shape[1]) if M[r, j] == 1) / others
    net = sum(pci[j] * phi[i, j] for j in absent if j != i) / others - near * pci[i]
    for way, expected in (("atlas", atlas), ("target", target), ("net", net)):
        assert outlook_gain(M, pci, convention=way).value[r, i] == pytest.approx(expected)  # type: ignore[arg-type]
    with pytest.raises(BadRequest, match="atlas, target, net"):
        outlook_gain(M, pci, convention="mine")  # type: ignore[arg-type]


def test_the_nearest_written_out() -> None:
    phi = proximities(M)
    near = [j for j in np.argsort(-phi[4], kind="stable") if j != 4][:3]
    expected = sum(phi[4, j] * M[0, j] for j in near) / sum(phi[4, j] for j in near)
    assert nearest_density(M, nearest=3).value[0, 4] == pytest.approx(expected)
    np.testing.assert_allclose(nearest_density(M, nearest=99).value, density(M).value)


def test_a_table_in_two_parts_has_one_scale_for_the_larger() -> None:
    apart = np.zeros((6, 7))
    apart[:4, :4] = NESTED[1:, :4]
    apart[4:6, 5:] = [[1, 1], [0, 1]]
    found = complexity_index(apart)
    assert found.parts == 2
    assert found.eci.why.tolist() == [0, 0, 0, 0, Why.NOT_CONNECTED, Why.NOT_CONNECTED]
    assert found.pci.why[4:].tolist() == [Why.ACTIVITY_EMPTY, Why.NOT_CONNECTED, Why.NOT_CONNECTED]


def test_a_second_eigenvalue_that_stands_alone_with_none_is_told() -> None:
    ring = np.eye(6) + np.roll(np.eye(6), 1, axis=1)
    with pytest.warns(NotSeparated, match="not separated"):
        found = complexity_index(ring)
    assert not found.separated


def _wide_ring(size: int) -> np.ndarray:
    """Each has one and the next: every eigenvalue but the first and the last stands twice."""
    return np.eye(size) + np.roll(np.eye(size), 1, axis=0)


def test_two_equal_eigenvalues_of_a_large_table_are_both_found() -> None:
    with pytest.warns(NotSeparated, match="not separated"):
        found = complexity_index(_wide_ring(120))
    assert found.eigenvalue == pytest.approx((1 + np.cos(2 * np.pi / 120)) / 2, abs=1e-12)
    assert found.gap == pytest.approx(0, abs=1e-12)


@pytest.mark.parametrize(("regions", "activities"), [(90, 130), (130, 90)])
def test_a_large_table_has_the_eigenvalues_of_its_definition(regions: int, activities: int) -> None:
    m = _seeded(regions, activities)
    found = complexity_index(m)
    step = (m / m.sum(axis=1)[:, None]) @ (m / m.sum(axis=0)).T
    _, second, third = np.sort(np.linalg.eigvals(step).real)[:-4:-1]
    assert (found.eigenvalue, found.gap) == pytest.approx((second, second - third), abs=1e-12)
    away = found.eci.value - np.average(found.eci.value, weights=m.sum(axis=1))
    np.testing.assert_allclose(step @ away, found.eigenvalue * away, atol=1e-12)


def test_of_two_sorts_of_regions_nothing_is_left_for_a_third_eigenvalue() -> None:
    m = np.ones((100, 200))
    m[:40, :50] = 0
    found = complexity_index(m)
    assert len(set(found.eci.value.round(9))) == 2
    assert found.gap == pytest.approx(found.eigenvalue)
    flat = complexity_index(np.ones((100, 200)))
    assert set(flat.eci.why.tolist()) == {Why.NO_SPREAD}


@pytest.mark.parametrize("m", [[[1, 1, 1]], [[1], [1]], [[1, 1], [1, 1]], [[0, 0], [0, 0]]])
def test_where_nothing_differs_there_is_no_scale(m: list[list[int]]) -> None:
    found = complexity_index(m)
    assert set(found.eci.why.tolist()) <= {Why.NO_SPREAD, Why.REGION_EMPTY}
    assert not found.separated


def test_amounts_are_not_taken_for_presence() -> None:
    with pytest.raises(BadRequest, match="presence"):
        complexity_index([[3.0, 0.0], [1.0, 2.0]])
    with pytest.raises(BadRequest, match="one number for each of 2"):
        outlook([[1, 0]], [1.0], convention="net")
    with pytest.raises(BadRequest, match="one or more"):
        nearest_density([[1, 0]], nearest=0)
    with pytest.raises(BadRequest, match="above zero"):
        ease([[1, 0]], ridge=0)
    with pytest.raises(BadRequest, match="zero or more"):
        reflections([[1, 0]], steps=-1)


def test_many_reflections_order_as_eci_does() -> None:
    late, index = reflections(M, steps=18).regions.value, complexity_index(M).eci.value
    assert np.corrcoef(late, index)[0, 1] == pytest.approx(1, abs=1e-3)


def test_one_step_of_fitness_by_hand() -> None:
    # Every region has all but the last activity: all that differ are those that have it.
    found = fitness([[1, 1], [1, 1], [1, 1]])
    assert found.converged
    np.testing.assert_allclose(found.fitness.value, 1.0)
    np.testing.assert_allclose(found.complexity.value, 1.0)


def test_sapling_written_out() -> None:
    # Four regions: i in 1 2, j in 1 2 4. Before 2(1 − 2/4) = 1; after 2(1 − 2/3) + 0 = 2/3; C N = 8 > 6.
    m = [[1, 1], [1, 1], [0, 0], [0, 1]]
    assert sapling(m).value[0, 1] == pytest.approx(1 / 3)
    assert sapling([[1, 1], [1, 0]]).why[0].tolist() == [Why.NO_SPREAD, Why.NO_SPREAD]


def test_ease_explains_each_score_by_its_parts() -> None:
    found = ease(M, ridge=5.0)
    parts = M[3] * found.weights[:, 6]
    assert parts.sum() == pytest.approx(found.score.value[3, 6], abs=1e-12)
    # Each column solves a ridge regression on the others.
    others = [j for j in range(M.shape[1]) if j != 6]
    x, y = M[:, others], M[:, 6]
    solved = np.linalg.solve(x.T @ x + 5.0 * np.eye(len(others)), x.T @ y)
    np.testing.assert_allclose(found.weights[others, 6], solved, atol=1e-10)
