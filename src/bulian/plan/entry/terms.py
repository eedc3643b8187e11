"""Terms: the curves a chance of entry is the sum of, and how each may run."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bulian.model.measure import Array
from bulian.plan.entry.curves import Curve, curve


@dataclass(frozen=True, slots=True)
class Term:
    """A curve of one number.

    Attributes:
        rising: it may not fall: relatedness never speaks against entry.
        by_expected: its steepness changes with the expected amount, as small counts leap by chance.
    """

    name: str
    rising: bool = False
    by_expected: bool = False


MARGINS = (
    Term("expected"), Term("level", by_expected=True), Term("size"), Term("diversity"), Term("ubiquity"),
    Term("nearly", by_expected=True),
)  # fmt: skip
RELATED = (
    Term("nearest", rising=True), Term("sapling", rising=True), Term("ease", rising=True),
    Term("standing", rising=True, by_expected=True), Term("patterns", rising=True),
    Term("similar_regions", rising=True),
)  # fmt: skip
HISTORY = (Term("peak"), Term("often"))
"""The highest level of the years before, and in how many it was there: what was comes back more easily."""

Cells = dict[str, Array]
"""By term the numbers of the cells in question, one after another."""


@dataclass(frozen=True, slots=True)
class Design:
    """Terms with their knots and the spread of each column, as they were where they were learned."""

    terms: tuple[Term, ...]
    curves: dict[str, Curve]
    hats: Curve
    spread: Array

    def columns(self, cells: Cells) -> Array:
        """(cells, columns), each column with the spread 1 where it was learned."""
        return np.hstack([self._raw(term, cells) for term in self.terms]) / self.spread

    def places(self) -> dict[str, slice]:
        """Which columns belong to which term."""
        found, start = {}, 0
        for term in self.terms:
            width = self._width(term)
            found[term.name], start = slice(start, start + width), start + width
        return found

    def rising(self) -> NDArray[np.bool_]:
        return np.concatenate([np.full(self._width(term), term.rising) for term in self.terms])

    def _raw(self, term: Term, cells: Cells) -> Array:
        return raw_columns(term, cells, self.curves[term.name], self.hats)

    def _width(self, term: Term) -> int:
        pieces = len(self.curves[term.name].knots) - 1
        return pieces * (len(self.hats.knots) if term.by_expected else 1)


def design(terms: tuple[Term, ...], cells: Cells) -> Design:
    """Knots and spreads as these cells have them."""
    curves = {term.name: curve(cells[term.name]) for term in terms}
    hats = curve(cells["expected"], pieces=_HATS)
    raw = np.hstack([raw_columns(term, cells, curves[term.name], hats) for term in terms])
    return Design(terms, curves, hats, raw.std(axis=0) + 1e-6)


_HATS = 3


def raw_columns(term: Term, cells: Cells, line: Curve, hats: Curve) -> Array:
    """The ramps of a term; by expected amount, each as often as there are hats."""
    ramps = line.ramps(cells[term.name])
    if not term.by_expected:
        return ramps
    both = ramps[:, :, None] * hats.hats(cells["expected"])[:, None, :]
    return np.asarray(both.reshape(len(ramps), -1))
