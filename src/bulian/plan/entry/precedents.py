"""Precedents: where a region with much the same activities took one up."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bulian.plan.entry.peer_table import PeerTable, Transition


@dataclass(frozen=True, slots=True)
class Precedent:
    """A region that lacked the activity at the start of `when` and had it at its end.

    Attributes:
        alike: of the activities that either of the two has, the share that both have (Jaccard).
        tried: regions that lacked it then; came: of them, how many had it at the end.
    """

    region: str
    when: Transition
    alike: float
    came: int
    tried: int


def precedent(
    table: PeerTable, steps: Sequence[Transition], cell: tuple[int, int], year: int
) -> Precedent | None:
    """The likest region elsewhere that took the activity up in one of these transitions, if any did."""
    region, activity = cell
    asked = table.entered(year)[region]
    found: list[Precedent] = []
    for step in steps:
        held = table.entered(step.start)
        tried = table.open_cells(step.start)[:, activity].copy()
        tried[region] = False
        came = np.flatnonzero(tried & table.entered(step.end)[:, activity])
        if len(came):
            both, either = (held[came] & asked).sum(axis=1), (held[came] | asked).sum(axis=1)
            alike = both / np.maximum(either, 1)
            best = int(np.argmax(alike))
            where = table.regions[came[best]]
            found.append(Precedent(where, step, float(alike[best]), len(came), int(tried.sum())))
    return max(found, key=lambda one: one.alike, default=None)
