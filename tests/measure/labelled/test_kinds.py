"""Every measure of the catalogue, with labels: pandas, Polars and Arrow say what the arrays say."""

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from bulian.errors import BadRequest
from bulian.measure import catalogue
from bulian.measure.hhi import hhi
from bulian.measure.labelled import (
    Names,
    read_panel,
    tabulate,
    tabulate_change,
    tabulate_sectors,
)
from bulian.measure.leontief import leontief
from bulian.measure.location_quotient import location_quotient
from bulian.measure.output_multiplier import output_multiplier
from bulian.measure.presence import presence
from bulian.measure.proximity import proximity
from bulian.measure.technical_coefficients import technical_coefficients
from tests.measure.labelled.test_tables import KINDS, _columns

AMOUNTS = {
    2015: {"乙区": (0, 60, 40, 0), "甲区": (50, 30, 0, 20), "丙区": (10, 0, 80, 10)},
    2020: {"乙区": (5, 75, 40, 0), "甲区": (90, 30, 10, 20), "丙区": (10, 10, 80, 10)},
}
ACTIVITIES = ("玻璃", "食品", "装备", "物流")
"""Of the numbers above, from left to right; for a 0 there is no row."""

NAMES = Names(region="区县", activity="行业", value="产值", year="年份")

FLOWS = {("电", "铝"): 30.0, ("铝", "车"): 40.0, ("车", "电"): 5.0, ("电", "电"): 10.0}
"""Who sells what to whom; output 100 each. Nobody buys from a sector 修, which buys power for 20."""
SECTORS = Names(region="卖方", activity="买方", value="万元")


def _rows() -> dict[str, list[Any]]:
    told = [
        (region, activity, year, float(amount))
        for year, table in AMOUNTS.items()
        for region, row in table.items()
        for activity, amount in zip(ACTIVITIES, row, strict=True)
        if amount
    ]
    region, activity, year, value = zip(*told, strict=True)
    return {"区县": list(region), "行业": list(activity), "年份": list(year), "产值": list(value)}


def _flows() -> dict[str, list[Any]]:
    flows = FLOWS | {("电", "修"): 20.0}
    return {"卖方": [a for a, _ in flows], "买方": [b for _, b in flows], "万元": list(flows.values())}


def _made(name: str, *given: Any, **settings: Any) -> Any:
    return catalogue()[name].function(*given, **settings)


def _held(x: np.ndarray) -> Any:
    return presence(location_quotient(x)).value


def _needed(z: np.ndarray) -> Any:
    return technical_coefficients(z, np.full(len(z), 100.0)).value


WHOLE = np.array([60.0, 100.0, 130.0, 40.0])
OF_A_TABLE: dict[str, Callable[[np.ndarray], Any]] = {
    "count_bootstrap": partial(catalogue()["count_bootstrap"].function, index=hhi, draws=30, seed=7),
    "ellison_glaeser": lambda x: _made("ellison_glaeser", x, np.full(x.shape[1], 0.1)),
    "location_quotient": location_quotient,
    "population_quotient": lambda x: _made("population_quotient", x, np.array([3.0, 1.0, 2.0])),
    "presence": lambda x: presence(location_quotient(x)),
    "quotient_bounds": lambda x: _made("quotient_bounds", x, x + 4),
    "shrunk_quotient": partial(catalogue()["shrunk_quotient"].function, kappa=50),
    "top_share": lambda x: _made("top_share", x, count=2),
    "variety": lambda x: _made("variety", x, ["轻", "重", "轻", "重"]),
    **{name: catalogue()[name].function for name in ("hhi", "effective_number", "entropy", "gini", "theil")},
    **{name: partial(_made, name, reference=WHOLE) for name in ("hachman", "hoover", "krugman")},
    **{
        name: lambda x, name=name: _made(name, _held(x))  # type: ignore[misc]  # a name bound at once
        for name in ("density", "proximity", "sapling")
    },
    "complexity_index": lambda x: _made("complexity_index", _held(x)).pci,
    "ease": lambda x: _made("ease", _held(x), ridge=10.0).weights,
    "fitness": lambda x: _made("fitness", _held(x)).fitness,
    "nearest_density": lambda x: _made("nearest_density", _held(x), nearest=2),
    "outlook": lambda x: _made("outlook", _held(x), [1.0, 0.5, -1.0, 0.0], convention="target"),
    "outlook_gain": lambda x: _made("outlook_gain", _held(x), [1.0, 0.5, -1.0, 0.0], convention="net"),
    "reflections": lambda x: _made("reflections", _held(x), steps=2).activities,
}
OF_A_CHANGE: dict[str, Callable[[np.ndarray, np.ndarray], Any]] = {
    **{
        name: catalogue()[name].function
        for name in ("lilien", "modified_lilien", "moore", "structural_change")
    },
    **{
        name: lambda b, a, name=name: _made(name, b, a, b.sum(0), a.sum(0))  # type: ignore[misc]  # as above
        for name in ("shift_share", "esteban_marquillas")
    },
}
OF_SECTORS: dict[str, Callable[[np.ndarray], Any]] = {
    "technical_coefficients": lambda z: technical_coefficients(z, np.full(len(z), 100.0)),
    "allocation_coefficients": lambda z: _made("allocation_coefficients", z, np.full(len(z), 100.0)),
    "leontief": lambda z: leontief(_needed(z)),
    "ghosh": lambda z: _made("ghosh", _needed(z)),
    "output_multiplier": lambda z: output_multiplier(leontief(_needed(z))),
    "factor_multiplier": lambda z: _made("factor_multiplier", np.full(len(z), 0.1), leontief(_needed(z))),
    "linkages": lambda z: _made("linkages", leontief(_needed(z))),
    "extraction": lambda z: _made("extraction", leontief(_needed(z)), np.full(len(z), 100.0), 1.0),
    "flq": lambda z: _made("flq", _needed(z), np.full(len(z), 2.0), np.full(len(z), 9.0), delta=0.3),
    "aflq": lambda z: _made("aflq", _needed(z), np.full(len(z), 2.0), np.full(len(z), 9.0), delta=0.3),
}
WITHOUT_LABELS = {"dynamic_shift_share", "partial_list"}
"""They take all years of one region, and the list of one whole: no table of regions by activities."""


def _same(tables: list[Any], expected: list[np.ndarray], keys: int) -> None:
    """Each of its own kind, labels, reasons and order the same, and the values those of the arrays."""
    for kind, given in zip((pd.DataFrame, pl.DataFrame, pa.Table), tables, strict=True):
        assert isinstance(given, kind)
    first, *others = map(_columns, tables)
    assert others == [first, first]
    *named, why = list(first.items())[keys:]
    for (_, column), array in zip(named, expected, strict=True):
        np.testing.assert_array_equal([np.nan if one is None else one for one in column], array.ravel())
    assert why[0] == "why"
    lacking = np.any([[one is None for one in column] for _, column in named], axis=0)
    assert [one is not None for one in why[1]] == lacking.tolist()


def _arrays(found: Any) -> list[np.ndarray]:
    if isinstance(found, np.ndarray):
        return [found]
    if hasattr(found, "value") and not hasattr(found, "low"):
        return [found.value]
    slots = [getattr(found, name) for name in found.__slots__ if name != "why"]
    return [one if isinstance(one, np.ndarray) else one.value for one in slots]


def test_every_measure_of_the_catalogue_is_here() -> None:
    here = {*OF_A_TABLE, *OF_A_CHANGE, *OF_SECTORS, *WITHOUT_LABELS}
    assert here == set(catalogue())


@pytest.mark.filterwarnings("ignore::bulian.measure.complexity_index.NotSeparated")
@pytest.mark.parametrize("name", OF_A_TABLE)
def test_a_measure_of_a_table_is_the_same_in_every_kind(name: str) -> None:
    measure = OF_A_TABLE[name]
    tables = [tabulate(kind(_rows()), NAMES, measure) for kind in KINDS]
    years = [_arrays(measure(table)) for table in read_panel(pd.DataFrame(_rows()), NAMES).values]
    keys = 1 + years[0][0].ndim
    _same(tables, [np.concatenate([one.ravel() for one in both]) for both in zip(*years, strict=True)], keys)
    assert _columns(tables[0])["年份"] == np.repeat([2015, 2020], years[0][0].size).tolist()


@pytest.mark.parametrize("name", OF_A_CHANGE)
def test_a_measure_of_a_change_is_the_same_in_every_kind(name: str) -> None:
    measure = OF_A_CHANGE[name]
    tables = [tabulate_change(kind(_rows()), NAMES, measure, before=2015, after=2020) for kind in KINDS]
    expected = _arrays(measure(*read_panel(pd.DataFrame(_rows()), NAMES).values))
    _same(tables, expected, expected[0].ndim)


@pytest.mark.parametrize("name", OF_SECTORS)
def test_a_measure_of_sectors_is_the_same_in_every_kind(name: str) -> None:
    measure = OF_SECTORS[name]
    tables = [tabulate_sectors(kind(_flows()), SECTORS, measure) for kind in KINDS]
    sectors = sorted({one for pair in FLOWS for one in pair} | {"修"})
    flows = np.zeros((4, 4))
    for (sells, buys), amount in (FLOWS | {("电", "修"): 20.0}).items():
        flows[sectors.index(sells), sectors.index(buys)] = amount
    expected = _arrays(measure(flows))
    _same(tables, expected, expected[0].ndim)
    assert (
        _columns(tables[0])["卖方"] == np.repeat(sectors, flows.size // 4 ** (3 - expected[0].ndim)).tolist()
    )


@pytest.mark.parametrize("kind", KINDS)
def test_labels_stand_beside_their_own_values(kind: Callable[..., Any]) -> None:
    told = _columns(tabulate(kind(_rows()), NAMES, location_quotient))
    row = list(zip(told["年份"], told["区县"], told["行业"], strict=True)).index((2020, "甲区", "玻璃"))
    # 90 of 150 here, 105 of 380 everywhere
    assert told["location_quotient"][row] == pytest.approx((90 / 150) / (105 / 380))
    multipliers = _columns(
        tabulate_sectors(kind(_flows()), SECTORS, lambda z: output_multiplier(leontief(_needed(z))))
    )
    # 修 buys 0.2 of power alone, so it moves 1 + 0.2 × what power moves.
    of = dict(zip(multipliers["卖方"], multipliers["value"], strict=True))
    assert of["修"] == pytest.approx(1 + 0.2 * of["电"])


@pytest.mark.parametrize("kind", KINDS)
def test_as_many_regions_as_activities_are_told_apart(kind: Callable[..., Any]) -> None:
    rows = {"region": ["a", "a", "b", "b"], "activity": ["x", "y", "x", "y"], "value": [6.0, 4.0, 2.0, 8.0]}
    for measure, keys in (
        (location_quotient, ["region", "activity"]),
        (hhi, ["region"]),
        (lambda x: hhi(x.T), ["activity"]),
        (lambda x: proximity(_held(x)), ["activity", "activity_2"]),
        (partial(_made, "krugman", reference=np.array([1.0, 1.0])), ["region"]),
    ):
        found = _columns(tabulate(kind(rows), Names(), measure))
        assert [name for name in found if name.startswith(("region", "activity"))] == keys
    with pytest.raises(BadRequest, match="as many regions as activities"):
        tabulate(kind(rows), Names(), lambda x: x + np.ones((2, 2)) + np.ones((2, 1)))


def test_gaps_without_a_reason_are_refused() -> None:
    with pytest.raises(BadRequest, match="gives no reasons"):
        tabulate(pd.DataFrame(_rows()), NAMES, lambda x: np.where(x > 0, x, np.nan))
    with pytest.raises(BadRequest, match=r"\(2,\), which is not by the 4 sectors"):
        tabulate_sectors(pd.DataFrame(_flows()), SECTORS, lambda z: z[0, :2])
