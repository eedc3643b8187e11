"""Peer table: how much of each activity many regions have, year by year; what entry is learned from."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bulian.errors import BadRequest
from bulian.measure.location_quotient import location_quotient
from bulian.model.measure import Array

ABSENT, PRESENT = 0.5, 1.0
"""Quotients: below the first an activity is not there, from the second on it is; between lies grey."""

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class PeerTable:
    """Amounts of one unit and definition throughout.

    Attributes:
        name: of the file or table. values: (years, regions, activities); what was suppressed stands as zero.
        suppressed: which cells were. synthetic: some rows say that they are made up.
    """

    name: str
    years: tuple[int, ...]
    regions: tuple[str, ...]
    activities: tuple[str, ...]
    values: Array
    suppressed: Mask
    synthetic: bool = False

    def at(self, year: int) -> Array:
        """The amounts of one year.

        Raises:
            BadRequest: the table has no such year, or it has no row of that year above zero.
        """
        if year not in self.years:
            listed = ", ".join(map(str, self.years))
            raise BadRequest(
                f"{self.name} has no rows of {year}; it has {listed}. Add them, or choose years it has.",
                f"{self.name} 里没有 {year} 年的行，只有 {listed}。请补上，或改用表里有的年份。",
            )
        found: Array = self.values[self.years.index(year)]
        if not found.any():
            raise BadRequest(
                f"every value of {year} in {self.name} is zero or empty. Check the column and its unit.",
                f"{self.name} 里 {year} 年的值全是零或空。请检查这一列及其单位。",
            )
        return found

    def quotients(self, year: int) -> Array:
        """Location quotients; zero where a region or an activity has nothing."""
        return np.nan_to_num(location_quotient(self.at(year)).value)

    def open_cells(self, year: int) -> Mask:
        """Where an activity could still take root: not there yet, in a region that has something."""
        return np.asarray((self.quotients(year) < ABSENT) & (self.at(year).sum(axis=1, keepdims=True) > 0))

    def entered(self, year: int) -> Mask:
        """Where an activity is there."""
        return np.asarray(self.quotients(year) >= PRESENT)


@dataclass(frozen=True, slots=True)
class Transition:
    """From what is known in one year to what is there in a later one."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise BadRequest(
                f"{self.start} to {self.end} is no step forward. Name the earlier year first.",
                f"{self.start} 到 {self.end} 不是往后。请把较早的年份写在前面。",
            )
