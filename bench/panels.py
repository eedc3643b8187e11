"""Public panels of yearly series, as the odds are tried on them and their priors estimated from them.

Values are logarithms of levels, or percentage points for shares; levels below 10 units are left out, as small
counts leap by rounding. They are read where BULIAN_DATA points, else in ../shared/data; none is kept here.
"""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

DATA = Path(os.environ.get("BULIAN_DATA") or Path(__file__).parents[2] / "shared" / "data").resolve()
Floats = npt.NDArray[np.float64]
_SMALLEST = 10.0


@dataclass(frozen=True)
class Panel:
    """Series in rows, years in columns, NaN where unknown.

    `groups` names for each series the economy, county or branch whose shocks it shares.
    """

    name: str
    what: str
    first_year: int
    values: Floats
    groups: npt.NDArray[Any]

    @property
    def last_year(self) -> int:
        return self.first_year + int(self.values.shape[1]) - 1


def panel(name: str) -> Panel:
    """A panel by its name; ends the program in plain words where its file is not there."""
    try:
        return _PANELS[name]()
    except FileNotFoundError as error:
        sys.exit(f"{error}. Set BULIAN_DATA to the folder of the reference data.")


def _china_employment() -> Panel:
    table = pd.read_parquet(DATA / "panels_trade_io" / "china_employment.parquet")
    code = table["Code"].astype(str)
    leaf = table[(code != "TOT") & ((code.str.len() == 3) | code.isin(["K", "P", "T"]))]
    years = [name for name in leaf.columns if str(name).isdigit()]
    return Panel(
        "china_employment", "persons employed in China by industry", int(years[0]),
        _logs(leaf[years].to_numpy(float)), leaf["Code"].str[0].to_numpy(),
    )  # fmt: skip


def _colorado_jobs() -> Panel:
    table = _colorado()
    wide = table[~table["is_total"]].pivot_table(index=["fips", "sector_id"], columns="year", values="jobs")
    return Panel(
        "colorado_county_jobs", "jobs in the counties of Colorado by sector", int(wide.columns[0]),
        _logs(wide.to_numpy(float)), wide.index.get_level_values(0).to_numpy(),
    )  # fmt: skip


def _colorado_shares() -> Panel:
    table = _colorado()
    wide = table[table["is_total"]].pivot_table(index=["fips", "sector_id"], columns="year", values="jobs")
    whole = wide.xs("00000", level=1)
    parts = wide[wide.index.get_level_values(1) != "00000"]
    points = 100 * parts.to_numpy(float) / whole.reindex(parts.index.get_level_values(0)).to_numpy(float)
    return Panel(
        "colorado_county_shares", "shares of sectors in the jobs of the counties of Colorado, in points",
        int(wide.columns[0]), points, parts.index.get_level_values(0).to_numpy(),
    )  # fmt: skip


def _colorado() -> pd.DataFrame:
    table = pd.read_parquet(DATA / "panels_region_industry" / "colorado_county_jobs_2001_2015.parquet")
    return table[table["fips"] != "08"]


def _wiod() -> Panel:
    table = pd.read_parquet(DATA / "panels_trade_io" / "wiod_country_industry_year.parquet")
    wide = table.pivot_table(index=["country", "industry"], columns="year", values="gross_output")
    return Panel(
        "wiod_country_industry_year", "gross output of the industries of 41 economies, in USD",
        int(wide.columns[0]), _logs(wide.to_numpy(float)), wide.index.get_level_values(0).to_numpy(),
    )  # fmt: skip


def _wiod_near_the_dollar() -> Panel:
    """The two large economies whose own money is the dollar or was held close to it."""
    everything = _wiod()
    kept = np.isin(everything.groups, ["USA", "CHN"])
    what = "gross output of the industries of the United States and China, in USD"
    return Panel(
        "wiod_usa_china", what, everything.first_year, everything.values[kept], everything.groups[kept]
    )


def _german_counties(kind: str, what: str) -> Panel:
    table = pd.read_csv(DATA / "panels_region_industry" / "germany_counties_gdp_pop_wide.csv")
    years = range(1994, 2015)
    levels = table[[f"{kind}{year}" for year in years]].to_numpy(float)
    return Panel(
        f"german_counties_{kind}", what, years[0], _logs(levels), table["regional"].astype(str).to_numpy()
    )


def _logs(levels: Floats) -> Floats:
    with np.errstate(invalid="ignore"):
        return np.log(np.where(levels >= _SMALLEST, levels, np.nan))


_PANELS: dict[str, Callable[[], Panel]] = {
    "china_employment": _china_employment,
    "colorado_county_jobs": _colorado_jobs,
    "colorado_county_shares": _colorado_shares,
    "wiod_country_industry_year": _wiod,
    "wiod_usa_china": _wiod_near_the_dollar,
    "german_counties_gdp": lambda: _german_counties(
        "gdp", "gross domestic product of German counties, in EUR"
    ),
    "german_counties_pop": lambda: _german_counties("pop", "population of German counties"),
}
