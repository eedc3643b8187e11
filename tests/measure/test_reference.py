"""Equal to what other packages say of the same tables; bench/reference/ keeps how their values were made."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from bulian.measure.allocation_coefficients import allocation_coefficients
from bulian.measure.complexity_index import ComplexityIndex, complexity_index
from bulian.measure.density import density, density_with_itself
from bulian.measure.extraction import extraction
from bulian.measure.ghosh import ghosh
from bulian.measure.leontief import leontief
from bulian.measure.location_quotient import location_quotient
from bulian.measure.outlook import outlook
from bulian.measure.outlook_gain import outlook_gain
from bulian.measure.presence import presence
from bulian.measure.reflections import reflections
from bulian.measure.technical_coefficients import technical_coefficients
from bulian.vocab.io_table import national_table
from tests.shared import DATA, needs_data

REFERENCE = Path(__file__).parents[2] / "bench" / "reference"
COMPLEXITY: dict[str, dict[str, dict[str, float]]] = json.loads(
    (REFERENCE / "complexity.json").read_text("utf-8")
)
INPUT_OUTPUT: dict[str, dict[str, Any]] = json.loads((REFERENCE / "input_output.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def world() -> pd.DataFrame:
    frame = pd.read_parquet(DATA / "panels_trade_io" / "world_trade_avg_1998_to_2000.parquet")
    return frame.pivot(index="country", columns="product", values="value").fillna(0.0)


@pytest.fixture(scope="module")
def present(world: pd.DataFrame) -> np.ndarray:
    return presence(location_quotient(world.to_numpy())).value


@pytest.fixture(scope="module")
def index(present: np.ndarray) -> ComplexityIndex:
    return complexity_index(present)


def _alike(ours: pd.Series, theirs: dict[str, float], tolerance: float = 1e-8) -> None:
    """Equal after both are standardised over what the reference keeps."""
    kept = pd.Series(theirs)
    one = ours.loc[kept.index]
    np.testing.assert_allclose(
        (one - one.mean()) / one.std(), (kept - kept.mean()) / kept.std(), atol=tolerance
    )


def _cells(ours: np.ndarray, world: pd.DataFrame, theirs: dict[str, float]) -> None:
    pairs = [key.split(" ", 1) for key in theirs]
    places = [(list(world.index).index(row), list(world.columns).index(column)) for row, column in pairs]
    given = np.array([ours[place] for place in places])
    np.testing.assert_allclose(given, list(theirs.values()), atol=1e-10)


@needs_data
@pytest.mark.parametrize("package", ["ecomplexity 0.5.3", "econcomplex 1.0.1"])
def test_eci_and_pci_are_those_of_two_packages(
    package: str, world: pd.DataFrame, index: ComplexityIndex
) -> None:
    _alike(pd.Series(index.eci.value, world.index), COMPLEXITY[package]["eci"])
    _alike(pd.Series(index.pci.value, world.columns), COMPLEXITY[package]["pci"])


@needs_data
def test_ecomplexity_has_the_atlas_convention(
    world: pd.DataFrame, present: np.ndarray, index: ComplexityIndex
) -> None:
    theirs, pci = COMPLEXITY["ecomplexity 0.5.3"], index.pci.value + index.centre
    _cells(density_with_itself(present).value, world, theirs["density"])
    _cells(outlook_gain(present, pci, convention="atlas").value, world, theirs["cog"])
    _alike(pd.Series(outlook(present, pci, convention="atlas").value, world.index), theirs["coi"])


@needs_data
def test_econcomplex_has_the_target_convention(
    world: pd.DataFrame, present: np.ndarray, index: ComplexityIndex
) -> None:
    theirs, pci = COMPLEXITY["econcomplex 1.0.1"], index.pci.value
    alone = (pci - pci.mean()) / pci.std()
    _cells(density(present).value * 100, world, theirs["density"])
    _cells(outlook_gain(present, alone, convention="target").value, world, theirs["cog"])
    _alike(pd.Series(outlook(present, alone, convention="target").value, world.index), theirs["coi"])


@needs_data
def test_economic_complexity_reflects_and_has_the_net_convention(
    world: pd.DataFrame, present: np.ndarray
) -> None:
    theirs = COMPLEXITY["economic-complexity 0.3.0"]
    # After 18 reflections what differs is so small beside the mean that rounding shows: 1e-6.
    regions, activities = reflections(present, steps=18).regions, reflections(present, steps=19).activities
    _alike(pd.Series(regions.value, world.index), theirs["eci"], tolerance=1e-6)
    _alike(pd.Series(activities.value, world.columns), theirs["pci"], tolerance=1e-6)
    given = pd.Series(theirs["pci_all"]).loc[world.columns].to_numpy()
    _cells(density(present).value, world, theirs["density"])
    _cells(outlook_gain(present, given, convention="net").value, world, theirs["cog"])


@pytest.mark.parametrize("name", ["miller", "china_2020_42"])
def test_both_inverses_are_those_of_pymrio(name: str) -> None:
    table = national_table()
    flows = np.array([[150.0, 500.0], [200.0, 100.0]]) if name == "miller" else np.array(table.domestic)
    output = np.array([1000.0, 2000.0]) if name == "miller" else np.array(table.output)
    theirs, a = INPUT_OUTPUT[name], technical_coefficients(flows, output).value
    full, forward = leontief(a), ghosh(allocation_coefficients(flows, output).value)
    for ours, told in (
        (a[::7, ::7], "a"), (full.sum(axis=0), "leontief_columns"), (full.sum(axis=1), "leontief_rows"),
        (full[::7, ::7], "leontief"), (forward.sum(axis=1), "ghosh_rows"),
        (forward.sum(axis=0), "ghosh_columns"), (forward[::7, ::7], "ghosh"),
    ):  # fmt: skip
        np.testing.assert_allclose(ours, theirs[told], rtol=1e-10, atol=1e-12)


def test_every_extraction_of_the_national_table_is_that_of_solving_again() -> None:
    table = national_table()
    x = np.array(table.output)
    a = technical_coefficients(table.domestic, x).value
    final = x - a @ x
    found = extraction(leontief(a), x, 1.0).total
    for sector in range(len(x)):
        less, rest = a.copy(), final.copy()
        less[sector], rest[sector] = 0.0, 0.0
        lost = (x - np.linalg.solve(np.eye(len(x)) - less, rest)).sum()
        assert found[sector] == pytest.approx(lost, rel=1e-12)
