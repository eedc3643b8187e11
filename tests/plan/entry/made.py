"""A made-up peer table in which activities come to places that have their kin: two families of activities."""

import numpy as np

from bulian.plan.entry.peer_table import PeerTable


def table(regions: int = 60, activities: int = 24, years: tuple[int, ...] = (2005, 2010, 2015)) -> PeerTable:
    """Half of the activities are of one family, half of the other; a region leans to one of them, and what it
    lacks of that family comes by and by."""
    chance = np.random.default_rng(3)
    leaning = chance.random(regions) < 0.5
    family = np.arange(activities) < activities // 2
    kin = leaning[:, None] == family
    held = chance.random((regions, activities)) < np.where(kin, 0.55, 0.1)
    values = []
    for _ in years:
        values.append(np.where(held, chance.lognormal(4, 0.3, held.shape), chance.poisson(0.4, held.shape)))
        held = held | (chance.random(held.shape) < np.where(kin, 0.3, 0.02))
    amounts = np.array(values, np.float64)
    return PeerTable(
        "made", years, tuple(f"r{n:02d}" for n in range(regions)),
        tuple(f"a{n:02d}" for n in range(activities)), amounts, np.zeros(amounts.shape, np.bool_),
    )  # fmt: skip
