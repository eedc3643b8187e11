"""Curves: a number as a few ramps, so that a sum of them is a broken line, rising where all weights are."""

from dataclasses import dataclass

import numpy as np

from bulian.model.measure import Array

_PIECES = 3


@dataclass(frozen=True, slots=True)
class Curve:
    """Knots at quantiles of what was seen; outside them a curve goes on flat."""

    knots: Array

    def ramps(self, x: Array) -> Array:
        """(…, pieces): how far x has come through each piece, 0 to 1."""
        low, high = self.knots[:-1], self.knots[1:]
        return np.clip((x[..., None] - low) / (high - low), 0.0, 1.0)

    def hats(self, x: Array) -> Array:
        """(…, knots): how near x is to each knot; they sum to 1."""
        ramps = self.ramps(x)
        before = np.concatenate([np.ones_like(ramps[..., :1]), ramps], axis=-1)
        after = np.concatenate([ramps, np.zeros_like(ramps[..., :1])], axis=-1)
        return np.asarray(before - after)


def curve(seen: Array, pieces: int = _PIECES) -> Curve:
    """A curve for numbers like these; of numbers that are all the same, one that is flat."""
    knots = np.unique(np.quantile(seen, np.linspace(0, 1, pieces + 1)))
    return Curve(knots if len(knots) > 1 else np.array([knots[0], knots[0] + 1.0]))
