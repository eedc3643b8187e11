"""The measures with labels: three kinds of table in, the same kind out, and every wrong row named."""

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from bulian.errors import BadRequest
from bulian.measure.count_bootstrap import count_bootstrap
from bulian.measure.density import density, density_with_itself
from bulian.measure.fitness import fitness
from bulian.measure.hhi import hhi
from bulian.measure.labelled import Names, complexity, read_panel, tabulate, tabulate_change
from bulian.measure.location_quotient import location_quotient
from bulian.measure.outlook import outlook
from bulian.measure.outlook_gain import outlook_gain
from bulian.measure.proximity import proximity
from bulian.measure.shift_share import shift_share
from bulian.measure.shrunk_quotient import shrunk_quotient

KINDS: tuple[Callable[[dict[str, list[Any]]], Any], ...] = (pd.DataFrame, pl.DataFrame, pa.table)
TWO: dict[str, list[Any]] = {
    "region": ["b", "a", "a", "b"],
    "activity": ["x", "x", "y", "y"],
    "value": [2.0, 6.0, 4.0, 8.0],
}
YEARS = Names(year="year")


def _columns(table: Any) -> dict[str, list[Any]]:
    rows: dict[str, list[Any]]
    if isinstance(table, pd.DataFrame):  # for pandas what is missing is NaN, for the others null
        rows = {str(name): column.tolist() for name, column in table.items()}
        rows = {name: [None if one != one else one for one in column] for name, column in rows.items()}
    elif isinstance(table, pl.DataFrame):
        rows = table.to_dict(as_series=False)
    else:
        rows = table.to_pydict()
    return rows


def _panel(years: tuple[int, ...] = (2010, 2015)) -> dict[str, list[Any]]:
    chance = np.random.default_rng(7)
    keys = [
        (year, f"r{r}", f"a{a:02d}") for year in years for r in range(8) for a in range(12)
        if chance.random() < 0.2 + 0.1 * ((r + a) % 6)
    ]  # fmt: skip
    year, region, activity = zip(*keys, strict=True)
    return {
        "year": list(year), "region": list(region), "activity": list(activity),
        "value": chance.uniform(1, 100, len(keys)).tolist(),
    }  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_kind_comes_out_with_its_labels(kind: Callable[..., Any]) -> None:
    found = tabulate(kind(TWO), Names(), location_quotient)
    assert type(found) is type(kind(TWO))
    told = _columns(found)
    assert told["region"] == ["a", "a", "b", "b"]
    assert told["activity"] == ["x", "y", "x", "y"]
    np.testing.assert_allclose(told["location_quotient"], [1.5, 4 / 6, 0.5, 8 / 6])
    assert told["why"] == [None] * 4


@pytest.mark.parametrize("kind", KINDS)
def test_complexity_says_of_every_cell_what_the_measures_say(kind: Callable[..., Any]) -> None:
    found = complexity(kind(_panel()), YEARS, convention="atlas")
    cells, regions = _columns(found.cells), _columns(found.regions)
    assert len(cells["cog"]) == 2 * 8 * 12
    assert cells["year"][:1] + cells["year"][-1:] == [2010, 2015]
    m, pci = found.present[1].astype(float), found.indices[1].pci.value
    later = slice(8 * 12, None)
    for name, expected in (
        ("rca", location_quotient(found.panel.values[1])),
        ("density", density_with_itself(m)),
        ("cog", outlook_gain(m, pci, convention="atlas")),
    ):
        given = [np.nan if one is None else one for one in cells[name][later]]
        np.testing.assert_allclose(given, expected.value.ravel(), atol=1e-12)
    np.testing.assert_allclose(regions["coi"][8:], outlook(m, pci, convention="atlas").value, atol=1e-12)
    np.testing.assert_allclose(found.proximity(1), np.nan_to_num(proximity(m).value))
    assert _columns(found.activities)["ubiquity"][12:] == m.sum(axis=0).tolist()


def test_net_leaves_the_activity_itself_out_of_its_density() -> None:
    found = complexity(pd.DataFrame(_panel((2010,))), YEARS, convention="net")
    given = found.cells["density"].to_numpy(dtype=float)
    np.testing.assert_allclose(given, density(found.present[0].astype(float)).value.ravel())


def test_rows_may_come_in_any_order() -> None:
    frame = pd.DataFrame(_panel())
    one = complexity(frame, YEARS, convention="target").cells
    other = complexity(frame.sample(frac=1, random_state=3), YEARS, convention="target").cells
    pd.testing.assert_frame_equal(one, other, check_exact=False, rtol=1e-9)


def test_a_cell_that_is_held_back_says_so() -> None:
    frame = pd.DataFrame(TWO)
    frame.loc[0, "value"] = None
    told = _columns(tabulate(frame, Names(), location_quotient))
    assert told["why"] == [None, None, "suppressed", None]


def test_measures_by_region_and_with_settings() -> None:
    frame = pl.DataFrame(TWO)
    assert tabulate(frame, Names(), hhi).columns == ["region", "hhi", "why"]
    shrunk = tabulate(frame, Names(), partial(shrunk_quotient, kappa=10))
    assert shrunk["shrunk_quotient"].round(2).to_list() == [1.25, 0.83, 0.75, 1.17]


def test_a_change_between_two_years_and_a_year_that_is_missing() -> None:
    frame = pd.DataFrame(_panel())
    panel = read_panel(frame, YEARS)
    reference = [panel.at(year).sum(axis=0) for year in (2010, 2015)]

    def against_all(before: np.ndarray, after: np.ndarray) -> object:
        return shift_share(before, after, *reference)

    found = tabulate_change(frame, YEARS, against_all, before=2010, after=2015)
    fine = found[found["why"].isna()]
    np.testing.assert_allclose(fine["whole"] + fine["mix"] + fine["own"], fine["change"], atol=1e-9)
    with pytest.raises(BadRequest, match="no year 2012; the table has 2010, 2015"):
        tabulate_change(frame, YEARS, against_all, before=2012, after=2015)
    with pytest.raises(BadRequest, match="which column"):
        tabulate_change(pd.DataFrame(TWO), Names(), against_all, before=1, after=2)


WRONG: tuple[tuple[dict[str, list[Any]], str], ...] = (
    (TWO | {"value": ["2", "6", "many", "8"]}, r"first in row 3: 'many' \(a, y\)"),
    (TWO | {"region": ["b", "a", None, "b"]}, "region is empty in row 3"),
    (TWO | {"activity": ["x", "x", "x", "y"]}, r"rows 2 and 3 both speak of one cell \(a, x\)"),
    (TWO | {"region": ["a"] * 4, "activity": list("wxyz")}, "region has a single label"),
    (TWO | {"value": [0.0] * 4}, "zero or empty in every row"),
    (TWO | {"value": [1.0, float("inf"), 1.0, 1.0]}, r"infinite in row 2 \(a, x\)"),
    ({"area": ["a"], "activity": ["x"], "value": [1.0]}, "no column 'region'; the table has area"),
    ({"region": [], "activity": [], "value": []}, "no rows"),
)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("rows", "word"), WRONG, ids=[word[:14] for _, word in WRONG])
def test_a_wrong_row_is_named(kind: Callable[..., Any], rows: dict[str, list[Any]], word: str) -> None:
    with pytest.raises(BadRequest, match=word) as refused:
        complexity(kind(rows), Names(), convention="atlas")
    assert refused.value.zh


def test_a_year_left_empty_and_things_that_are_no_table() -> None:
    with pytest.raises(BadRequest, match="year is empty in row 2"):
        read_panel(pd.DataFrame(TWO | {"year": [2010, None, 2010, 2010]}), YEARS)
    with pytest.raises(BadRequest, match="collect a lazy one"):
        read_panel(pl.DataFrame(TWO).lazy(), Names())
    with pytest.raises(BadRequest, match="dict is no table"):
        read_panel(TWO, Names())
    with pytest.raises(BadRequest, match="measure gives Measured"):
        tabulate(pd.DataFrame(TWO), Names(), lambda table: table.sum())


@pytest.mark.parametrize("kind", KINDS)
def test_an_interval_keeps_its_labels(kind: Callable[..., Any]) -> None:
    found = _columns(tabulate(kind(TWO), Names(), partial(count_bootstrap, index=hhi, draws=50, seed=7)))
    assert list(found) == ["region", "value", "low", "high", "rank", "rank_low", "rank_high", "why"]
    assert found["region"] == ["a", "b"]
    assert found["value"] == pytest.approx([0.52, 0.68])
    assert np.all(np.less(found["low"], found["value"]) & np.less(found["value"], found["high"]))


def test_values_of_regions_and_of_activities_do_not_fit_one_table() -> None:
    with pytest.raises(BadRequest, match=r"several shapes.*lambda x: nested\(x\)\.fitness"):
        tabulate(pd.DataFrame(_panel()), YEARS, nested)


def nested(amounts: np.ndarray) -> Any:
    return fitness((amounts > 5).astype(float))
