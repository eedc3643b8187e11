"""Rivals: what an entry model must beat, each as it is used elsewhere; learned from nothing but the year."""

from dataclasses import dataclass

import numpy as np

from bulian.measure.density import density
from bulian.measure.ease import ease
from bulian.measure.nearest_density import nearest_density
from bulian.measure.sapling import sapling_score
from bulian.model.measure import Array
from bulian.plan.entry.peer_table import PeerTable

_NEAREST, _RIDGE, _HALF = 10, 100.0, 0.5


@dataclass(frozen=True, slots=True)
class Rival:
    """A score of every cell (regions, activities); higher is likelier. It is no probability."""

    name: str
    score: Array


def rivals(table: PeerTable, year: int) -> tuple[Rival, ...]:
    """Lagged quotient, density, k-nearest density, sapling (SSCF) and EASE, from the table of that year."""
    present = table.entered(year).astype(np.float64)
    nearest = min(_NEAREST, len(table.activities) - 1)
    scores = {
        "lagged_quotient": table.quotients(year),
        "density": density(present).value,
        "nearest_density": nearest_density(present, nearest=nearest).value,
        "sapling": sapling_score(present, places=_HALF).value,
        "ease": ease(present, ridge=_RIDGE).score.value,
    }
    return tuple(Rival(name, np.nan_to_num(score)) for name, score in scores.items())
