"""What is known of how numbers of a kind move from year to year, before a district's own are looked at."""

import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bulian.vocab.table import FOLDER, Row, rows

HORIZONS = 5
"""Years ahead for which the width of intervals was learned; beyond, that of the last one holds."""


@dataclass(frozen=True, slots=True)
class Prior:
    """The prior of yearly steps: differences of logarithms, or percentage points where the family is a share.

    Attributes:
        nu0, s0: so many degrees of freedom's worth of belief that a series' yearly steps spread by s0.
        mu0, tau: the mean step of a series is about mu0, give or take tau from series to series. As the panel
            is of other places, the file's `transfer` is added: how far economies differ in their means.
        mu0_sd: how far mu0 itself may be wrong, as it rests on few years.
        phi: first-order autocorrelation of yearly steps.
        shared: part of the variance that all series of one economy share; it is read as lasting.
        stretch: for one to five years ahead, how much wider intervals must be than theory says, as learned
            from misses.
    """

    nu0: float
    s0: float
    mu0: float
    mu0_sd: float
    tau: float
    phi: float
    shared: float
    stretch: tuple[float, ...]

    def stretch_at(self, horizon: int) -> float:
        """The stretch for a horizon in years, that of the longest one known for any beyond."""
        return self.stretch[min(horizon, len(self.stretch)) - 1]


@dataclass(frozen=True, slots=True)
class Family:
    """A kind of indicator, with its prior and where that comes from.

    `units` and `indicators` say which series belong to it: the first row that fits, in the order of the file.
    `in_points` tells that steps are differences, not growth. A yearly step greater than `leap` is rarely
    growth: more often the number's definition has changed.
    """

    name: str
    units: tuple[str, ...]
    indicators: tuple[str, ...]
    in_points: bool
    prior: Prior
    leap: float
    source: str
    source_zh: str

    def fits(self, indicator: str, unit: str) -> bool:
        """Whether a series is of this kind: its unit is listed, or any, and so is a word of its name."""
        by_unit = not self.units or unit in self.units
        return by_unit and (not self.indicators or any(word in indicator for word in self.indicators))


@cache
def families() -> tuple[Family, ...]:
    """Every family of odds_priors.csv, in its order; the last fits everything."""
    return families_in(FOLDER / "odds_priors.csv")


def families_in(path: Path) -> tuple[Family, ...]:
    """The families of a file of that form.

    Raises:
        VocabularyError: a row does not fit; names file and line.
    """
    return tuple(_family(row) for row in rows(path, COLUMNS))


def family_of(indicator: str, unit: str) -> Family:
    """The first family that a series fits.

    >>> family_of("工业总产值", "CNY").name, family_of("常住人口", "persons").name
    ('output', 'people')
    """
    return next(family for family in families() if family.fits(indicator, unit))


COLUMNS = (
    "family", "units", "indicators", "step", "nu0", "s0", "mu0", "mu0_sd", "tau", "transfer", "phi", "shared",
    "stretch", "leap", "series", "steps", "years", "source", "source_zh",
)  # fmt: skip


def _family(row: Row) -> Family:
    prior = Prior(
        nu0=_positive(row, "nu0"),
        s0=_positive(row, "s0"),
        mu0=float(row.decimal("mu0")),
        mu0_sd=_positive(row, "mu0_sd"),
        tau=math.hypot(_positive(row, "tau"), float(row.decimal("transfer"))),
        phi=float(row.decimal("phi")),
        shared=float(row.decimal("shared")),
        stretch=_stretch(row),
    )
    if not (-1 < prior.phi < 1 and 0 <= prior.shared <= 1):
        raise row.wrong(
            "phi lies within -1 and 1, shared within 0 and 1", "phi 应在 −1 与 1 之间，shared 在 0 与 1 之间"
        )
    in_points = row.one_of("step", ("growth", "points")) == "points"
    return Family(
        row.text("family"), row.several("units"), row.several("indicators"), in_points, prior,
        _positive(row, "leap"), f"{row.text('source')}, {row.text('years')}",
        f"{row.text('source_zh')}，{row.text('years').replace('-', '—')}",
    )  # fmt: skip


def _positive(row: Row, column: str) -> float:
    value = float(row.decimal(column))
    if not (value > 0 and math.isfinite(value)):
        raise row.wrong(f"{column} must be above 0", f"{column} 应大于 0")
    return value


def _stretch(row: Row) -> tuple[float, ...]:
    try:
        found = tuple(float(part) for part in row.several("stretch"))
    except ValueError:
        found = ()
    if len(found) != HORIZONS or min(found) <= 0:
        raise row.wrong(
            f"stretch needs {HORIZONS} numbers above 0, joined by |",
            f"stretch 要 {HORIZONS} 个大于 0 的数，用 | 连接",
        )
    return found
