"""Print src/bulian/vocab/odds_priors.csv anew: the priors of the odds, estimated from public panels.

    .venv/bin/python bench/odds_priors.py > src/bulian/vocab/odds_priors.csv

Only the moments are kept, never the panels. Which panel stands for which kind of indicator is said here.
"""

import csv
import sys

import numpy as np
from panels import Panel, panel
from rolling import final_prior

from bulian.vocab.odds_priors import COLUMNS

HEAD = """\
# How numbers of a kind move from year to year: the priors of the odds (docs/methods/odds.md).
# A series belongs to the first row whose units it has (any, where empty) and one of whose words its name
# holds. step: growth (differences of logarithms) or points. transfer: how far the mean steps of economies
# differ, added to tau as the panels are of other places. stretch: for 1 to 5 years ahead. leap: twice the
# 99.5th percentile of yearly steps.
# Printed by bench/odds_priors.py; a district that has panels of its own peers prints its own.
"""
PEOPLE = "persons|heads"
PLACES = "地区生产总值|生产总值|GDP|增加值"
FAMILIES = (
    ("share", "%|pp|bp", "", "points", "colorado_county_shares", "美国科罗拉多州各县分行业就业比重"),
    ("people", PEOPLE, "人口", "growth", "german_counties_pop", "德国各县人口"),
    ("jobs", PEOPLE, "", "growth", "china_employment", "中国分行业就业人数"),
    ("product", "CNY", PLACES, "growth", "german_counties_gdp", "德国各县生产总值"),
    ("output", "CNY|USD|HKD|TWD|JPY", "", "growth", "wiod_usa_china", "中美两国分行业总产出（美元）"),
    ("count", "", "", "growth", "colorado_county_jobs", "美国科罗拉多州各县分行业就业"),
)


def main() -> None:
    """Print the file."""
    transfer = transfers()
    sys.stdout.write(HEAD)
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(COLUMNS)
    for family, units, indicators, step, name, zh in FAMILIES:
        data = panel(name)
        prior = final_prior(data)
        steps = int(np.isfinite(np.diff(data.values, axis=1)).sum())
        moments = (
            prior.nu0, prior.s0, prior.mu0, prior.mu0_sd, prior.tau, transfer[step], prior.phi, prior.shared,
        )  # fmt: skip
        writer.writerow(
            (
                family, units, indicators, step, *(f"{moment:.4g}" for moment in moments),
                "|".join(f"{one:.3g}" for one in prior.stretch), f"{leap(data):.3g}", len(data.values), steps,
                f"{data.first_year}-{data.last_year}", data.what, zh,
            )
        )  # fmt: skip


def transfers() -> dict[str, float]:
    """How far the mean yearly steps of 41 economies spread: growth of output, and shares of industries."""
    data = panel("wiod_country_industry_year")
    growth, points = [], []
    for economy in np.unique(data.groups):
        levels = np.nan_to_num(np.exp(data.values[data.groups == economy]))
        whole = levels.sum(axis=0)
        growth.append(np.diff(np.log(whole)).mean())
        points += list(np.diff(100 * levels / whole, axis=1).mean(axis=1))
    return {"growth": float(np.std(growth)), "points": float(np.std(points))}


def leap(data: Panel) -> float:
    """Twice the 99.5th percentile of yearly steps, up or down."""
    steps = np.abs(np.diff(data.values, axis=1))
    return 2 * float(np.percentile(steps[np.isfinite(steps)], 99.5))


if __name__ == "__main__":
    main()
