"""Complexity, labelled: from a long table to advantages, complexity, density and outlook of every cell."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bulian.measure._bipartite import near, proximities
from bulian.measure._cells import Codes, divided
from bulian.measure.complexity_index import ComplexityIndex, complexity_index
from bulian.measure.labelled.columns import each, reasons, repeated, table
from bulian.measure.labelled.panel import Names, Panel, read_panel
from bulian.measure.location_quotient import location_quotient
from bulian.measure.outlook import Convention, beside_and_whole, outlook_of
from bulian.measure.outlook_gain import gain_of
from bulian.model.measure import Array, Why


@dataclass(frozen=True, slots=True)
class ComplexityTables:
    """What `complexity` found, in the kind of table it was given.

    Attributes:
        cells: by region and activity (and year): value, rca, present, density, cog, why.
        regions: diversity, eci, coi, why. activities: ubiquity, pci, why.
        indices: by year: is its second eigenvalue separated, into how many parts does the table fall?
    """

    cells: Any
    regions: Any
    activities: Any
    indices: tuple[ComplexityIndex, ...]
    panel: Panel
    present: NDArray[np.bool_]

    def proximity(self, year: int = 0) -> Array:
        """φ (activities, activities) of the year with that place, in the order of `panel.activities`."""
        return proximities(self.present[year].astype(np.float64))


def complexity(native: Any, names: Names, *, convention: Convention) -> ComplexityTables:
    """Location quotients, presence (≥ 1), ECI and PCI, density, COI and COG, year by year.

    Args:
        native: a long table: pandas, Polars or Arrow. names: of its columns. convention: of COG, see
            `outlook_gain`; density and COI follow it.

    Raises:
        BadRequest: as `read_panel`, with the row.
    """
    panel = read_panel(native, names)
    shape = panel.values.shape
    parts = _Parts(
        np.empty(shape), np.empty(shape), np.empty(shape), np.empty(shape, np.bool_), np.empty(shape, np.int8)
    )
    for year in range(shape[0]):
        _fill(parts, panel, year, convention)
    return ComplexityTables(
        _cells(panel, parts), _regions(panel, parts), _activities(panel, parts),
        tuple(parts.indices), panel, parts.present,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Parts:
    rca: Array
    density: Array
    cog: Array
    present: NDArray[np.bool_]
    why: Codes
    indices: list[ComplexityIndex] = field(default_factory=list)
    coi: list[Array] = field(default_factory=list)


def _fill(parts: _Parts, panel: Panel, year: int, convention: Convention) -> None:
    quotient = location_quotient(panel.values[year])
    parts.rca[year], parts.why[year] = quotient.value, quotient.why
    # What is suppressed or negative is not known to be there.
    parts.present[year] = quotient.value >= 1
    m = parts.present[year].astype(np.float64)
    index = complexity_index(m)
    parts.indices.append(index)
    times, worth = near(m), np.nan_to_num(index.pci.value)
    beside, whole = beside_and_whole(m, convention, times)
    found = np.clip(divided(beside, whole), 0.0, 1.0)
    parts.coi.append(outlook_of(m, found, worth).value)
    found[:, whole == 0] = np.nan
    parts.density[year] = found
    parts.cog[year] = gain_of(m, worth, convention, times).value


def _cells(panel: Panel, parts: _Parts) -> Any:
    years, regions, activities = panel.values.shape
    undefined = (parts.why == Why.FINE) & np.isnan(parts.density)
    why = np.where(undefined, np.int8(Why.NO_NEIGHBOUR), parts.why)
    columns = _year(panel, regions * activities)
    columns |= {
        panel.names.region: repeated(panel.regions, np.repeat(np.arange(regions), activities), years),
        panel.names.activity: repeated(panel.activities, np.tile(np.arange(activities), regions), years),
        panel.names.value: panel.values.ravel(),
        "rca": parts.rca.ravel(),
        "present": parts.present.ravel(),
        "density": parts.density.ravel(),
        "cog": parts.cog.ravel(),
        "why": reasons(list(why), panel.regions),
    }
    return table(columns, panel.regions)


def _regions(panel: Panel, parts: _Parts) -> Any:
    years, regions, _ = panel.values.shape
    columns = _year(panel, regions)
    columns |= {
        panel.names.region: repeated(panel.regions, np.arange(regions), years),
        "diversity": parts.present.sum(axis=2).ravel(),
        "eci": np.concatenate([index.eci.value for index in parts.indices]),
        "coi": np.concatenate(parts.coi),
        "why": reasons([index.eci.why for index in parts.indices], panel.regions),
    }
    return table(columns, panel.regions)


def _activities(panel: Panel, parts: _Parts) -> Any:
    years, _, activities = panel.values.shape
    columns = _year(panel, activities)
    columns |= {
        panel.names.activity: repeated(panel.activities, np.arange(activities), years),
        "ubiquity": parts.present.sum(axis=1).ravel(),
        "pci": np.concatenate([index.pci.value for index in parts.indices]),
        "why": reasons([index.pci.why for index in parts.indices], panel.regions),
    }
    return table(columns, panel.regions)


def _year(panel: Panel, rows: int) -> dict[str, Any]:
    if panel.years is None or panel.names.year is None:
        return {}
    return {panel.names.year: each(panel.years, rows)}
