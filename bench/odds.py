"""Do the odds hold? 80 % intervals and Brier scores on simulated series and on three public panels.

    .venv/bin/python bench/odds.py

Rolling origin: each forecast knows the steps until its base year t alone, its prior and stretch too.
Targets are drawn by rule: 3 to 5 years after t, at the 30th, 50th and 70th percentile of all yearly steps of
the panel known at t, compounded. Rivals see the same series: the plug-in trend (normal, own mean and spread),
the linear index of the UN commissions (time-weighted trend over needed change; as yes or no, and graded), and
a traffic light (on pace or not). Intervals in brackets come from 500 draws of whole base years.
"""

import math
import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from machine import facts
from panels import Floats, Panel, panel
from rolling import LEVEL, Forecast, Origin, origins

from bulian.measure.odds import Step, predict
from bulian.measure.odds_prior import estimate

PANELS = ("china_employment", "colorado_county_jobs", "wiod_country_industry_year")
PERCENTILES = (30, 50, 70)
TARGET_HORIZONS = (3, 4, 5)
DRAWS = 500
SEED = 2026


@dataclass
class Tally:
    """Sums over the forecasts of one base year."""

    covered: dict[int, int]
    seen: dict[int, int]
    squares: dict[str, float]
    tenths: dict[int, list[float]]
    targets: int = 0


def main() -> None:
    """Print the simulated series, then each panel."""
    print(f"{facts()}\n")
    simulated()
    for name in PANELS:
        on_panel(panel(name))


def simulated() -> None:
    """Series whose truth is known: 80 % intervals after n steps, h years ahead."""
    rng = np.random.default_rng(SEED)
    print("simulated: 5 families of 400 series; 80 % intervals cover, by steps known and horizon")
    print(
        f"{'steps':>6s} {'n':>7s} "
        + " ".join(f"{f'h={h}':>6s}" for h in range(1, 6))
        + f" {'all':>6s} {'plug-in':>8s}"
    )
    everything: list[bool] = []
    for known in (2, 3, 4, 6, 10):
        ours: dict[int, list[bool]] = defaultdict(list)
        plug: list[bool] = []
        for _ in range(5):
            _one_family(rng, known, ours, plug)
        flat = [one for found in ours.values() for one in found]
        everything += flat
        rates = " ".join(f"{share(ours[h]):6.3f}" for h in range(1, 6))
        print(f"{known:6d} {len(flat):7d} {rates} {share(flat):6.3f} {share(plug):8.3f}")
    print(f"   all {len(everything):7d} {share(everything):6.3f}  (bar 0.770 to 0.830)\n")


def _one_family(rng: np.random.Generator, known: int, ours: dict[int, list[bool]], plug: list[bool]) -> None:
    """Means N(0.05, 0.03^2), variances 0.08^2 * 5 / chi2(5), independent normal steps."""
    series = 400
    means = rng.normal(0.05, 0.03, series)
    spreads = 0.08 * np.sqrt(5 / rng.chisquare(5, series))
    steps = means[:, None] + spreads[:, None] * rng.standard_normal((series, known + 5))
    peers = means[:, None] + spreads[:, None] * rng.standard_normal((series, max(known, 3)))
    prior = estimate(peers, np.arange(series))
    for row in range(series):
        past = [Step(float(step), ago=ago) for ago, step in enumerate(steps[row, :known][::-1])]
        for horizon in range(1, 6):
            came = float(steps[row, known : known + horizon].sum())
            low, high = predict(past, horizon=horizon, prior=prior).interval(LEVEL)
            ours[horizon].append(low <= came <= high)
            own, spread = plug_in(past)
            plug.append(abs(came - horizon * own) <= 1.2816 * spread * math.sqrt(horizon))


def on_panel(data: Panel) -> None:
    """Coverage by horizon, Brier scores and their ratios on one panel."""
    tallies = [tally_of(origin, data) for origin in origins(data)]
    total = sum(sum(one.seen.values()) for one in tallies)
    print(f"{data.name}: {data.what}, {data.first_year}-{data.last_year}")
    print(f"  {len(data.values)} series, {len(tallies)} base years, {total:,} forecasts")
    for horizon in range(1, 6):
        seen = sum(one.seen[horizon] for one in tallies)
        print(f"  80 % intervals, h={horizon}: {rate(tallies, horizon):.3f} of {seen:,}")
    low, high = bootstrap(tallies, coverage)
    print(f"  80 % intervals, all: {coverage(tallies):.3f}  [{low:.3f}, {high:.3f}]  (bar 0.770 to 0.830)")
    targets = sum(one.targets for one in tallies)
    print(f"  Brier score of {targets:,} targets, 3 to 5 years ahead")
    for name in tallies[-1].squares or tallies[0].squares:
        print(f"    {name:24s} {brier(tallies, name):.4f}")
    low, high = bootstrap(tallies, ratio)
    print(f"    calibration error of the odds, by tenths: {calibration_error(tallies):.3f}")
    print(f"    odds / best rival        {ratio(tallies):.3f}   [{low:.3f}, {high:.3f}]  (bar 0.900)\n")


def tally_of(origin: Origin, data: Panel) -> Tally:
    tally = Tally(
        defaultdict(int), defaultdict(int), defaultdict(float), defaultdict(lambda: [0.0, 0.0, 0.0])
    )
    needed = [float(np.percentile(origin.pool, one)) for one in PERCENTILES]
    for one in origin.forecasts:
        tally.seen[one.horizon] += 1
        tally.covered[one.horizon] += one.covered
        if one.horizon in TARGET_HORIZONS:
            for pace in needed:
                score(one, pace * one.horizon, tally)
    return tally


def score(one: Forecast, needed: float, tally: Tally) -> None:
    """Add the squared error of every forecaster for one target."""
    met = float(one.came >= needed)
    mean, spread = plug_in(one.steps)
    index = linear_index(one.steps, needed, one.horizon)
    said = {
        "odds": one.predictive.chance(needed),
        "plug-in trend": 0.5
        * math.erfc((needed - one.horizon * mean) / (spread * math.sqrt(2 * one.horizon))),
        "linear index, yes or no": float(index >= 1),
        "linear index, graded": min(max(index, 0.0), 1.0),
        "traffic light": float(mean * one.horizon >= needed),
    }
    tally.targets += 1
    tenth = tally.tenths[min(int(10 * said["odds"]), 9)]
    for place, amount in enumerate((1.0, said["odds"], met)):
        tenth[place] += amount
    for name, chance in said.items():
        tally.squares[name] += (chance - met) ** 2


def plug_in(steps: Sequence[Step]) -> tuple[float, float]:
    """Own mean and spread, as if they were known."""
    changes = [step.change for step in steps]
    mean = sum(changes) / len(changes)
    variance = sum((change - mean) ** 2 for change in changes) / max(len(changes) - 1, 1)
    return mean, max(math.sqrt(variance), 1e-3)


def linear_index(steps: Sequence[Step], needed: float, horizon: int) -> float:
    """Change that a time-weighted trend of the level brings, over the change that is needed.

    The level is regressed on the year with weights that grow towards today; a needed change of zero or less
    is met by any trend that is not below it.
    """
    levels = np.exp(np.cumsum([0.0, *(step.change for step in reversed(steps))]))
    years = np.arange(len(levels), dtype=float)
    slope = weighted_slope(years, levels, (years + 1) / len(levels))
    brought, wanted = slope * horizon, float(levels[-1] * math.expm1(needed))
    if wanted <= 0:
        return 1.0 if brought >= wanted else 0.0
    return brought / wanted


def weighted_slope(x: Floats, y: Floats, weights: Floats) -> float:
    middle, height = np.average(x, weights=weights), np.average(y, weights=weights)
    return float((weights * (x - middle) * (y - height)).sum() / (weights * (x - middle) ** 2).sum())


def rate(tallies: Iterable[Tally], horizon: int) -> float:
    found = list(tallies)
    return sum(one.covered[horizon] for one in found) / max(sum(one.seen[horizon] for one in found), 1)


def coverage(tallies: Sequence[Tally]) -> float:
    return sum(sum(one.covered.values()) for one in tallies) / sum(sum(one.seen.values()) for one in tallies)


def brier(tallies: Sequence[Tally], name: str) -> float:
    return sum(one.squares[name] for one in tallies) / max(sum(one.targets for one in tallies), 1)


def calibration_error(tallies: Sequence[Tally]) -> float:
    """Mean gap between the odds told and the share that came true, over the tenths of the odds."""
    sums = np.zeros((10, 3))
    for one in tallies:
        for tenth, found in one.tenths.items():
            sums[tenth] += found
    return float(np.abs(sums[:, 1] - sums[:, 2]).sum() / max(sums[:, 0].sum(), 1.0))


def ratio(tallies: Sequence[Tally]) -> float:
    """Our Brier score over that of the best rival."""
    rivals = {name for one in tallies for name in one.squares} - {"odds"}
    return brier(tallies, "odds") / min(brier(tallies, name) for name in rivals)


def bootstrap(tallies: Sequence[Tally], statistic: Callable[[Sequence[Tally]], float]) -> tuple[float, float]:
    """The 5th and 95th percentile over draws of base years, which keeps common shocks together."""
    usable = [one for one in tallies if one.targets] if statistic is ratio else list(tallies)
    chance = random.Random(SEED)
    drawn = [statistic(chance.choices(usable, k=len(usable))) for _ in range(DRAWS)]
    low, high = np.percentile(drawn, [5, 95])
    return float(low), float(high)


def share(found: Sequence[bool]) -> float:
    return sum(found) / len(found)


if __name__ == "__main__":
    main()
