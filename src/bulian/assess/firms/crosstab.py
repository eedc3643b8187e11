"""Firms counted by two things: origin by industry, owner's seat by industry; the list behind each cell.

Foreign capital (外资) is told of what places registers name: Hong Kong, Macao and Taiwan in, each apart.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bulian.assess.firms.firm import Firm
from bulian.vocab.capital_places import FOREIGN, Seat, seat_of
from bulian.vocab.gbt4754 import section_of

UNKNOWN = ""
"""The row of the firms of which the attribute is not known, and the column of those without an industry."""
GROUPINGS = ("owner_place", "investor_place", "origin", "ownership", "listed", "size")
"""The attributes by which firms are counted."""
PLACES = ("owner_place", "investor_place")
"""Those that tell where capital comes from: by who controls, and by who invests first."""


@dataclass(frozen=True, slots=True)
class Crosstab:
    """Firms by what registers say of an attribute, and by section (门类) of GB/T 4754.

    Each firm stands in one cell, by the newest word on it; the cells sum to the firms.

    Attributes:
        cells: by (what is said, section). gone: the firms that left by then; they are in no cell.
    """

    attribute: str
    cells: Mapping[tuple[str, str], tuple[Firm, ...]]
    gone: tuple[Firm, ...]

    @property
    def said(self) -> tuple[str, ...]:
        """What is said, of the most firms first, what is not known last."""
        each = dict.fromkeys(says for says, _ in self.cells)
        return tuple(sorted(each, key=lambda one: (one == UNKNOWN, -len(self.of(one)), one)))

    @property
    def sections(self) -> tuple[str, ...]:
        """The sections that any firm belongs to, by letter, those without an industry last."""
        return tuple(sorted({section for _, section in self.cells}, key=lambda one: (one == UNKNOWN, one)))

    def of(self, says: str | None = None, section: str | None = None) -> tuple[Firm, ...]:
        """The firms of a row, a column, a cell, or all; by name."""
        if says is not None and section is not None:
            return self.cells.get((says, section), ())
        found = (
            firm
            for key, firms in self.cells.items()
            if says in (None, key[0]) and section in (None, key[1])
            for firm in firms
        )
        return tuple(sorted(found, key=lambda one: one.name))

    def seated(self, *seats: Seat) -> tuple[Firm, ...]:
        """The firms whose capital comes from these places; who names none is in none of them."""
        return tuple(firm for says in self.said if seat_of(says) in seats for firm in self.of(says))

    @property
    def foreign(self) -> tuple[Firm, ...]:
        """Those of foreign capital (外资), Hong Kong, Macao and Taiwan among them."""
        return self.seated(*FOREIGN)


def crosstab(firms: Iterable[Firm], attribute: str, year: int) -> Crosstab:
    """Count the firms that are there in a year, those of which nobody tells when they came among them."""
    cells: dict[tuple[str, str], list[Firm]] = {}
    gone = []
    for firm in firms:
        if firm.left is not None and firm.left <= year:
            gone.append(firm)
            continue
        told = firm.first(attribute)
        section = section_of(firm.industry.code) if firm.industry else UNKNOWN
        cells.setdefault((told.text if told else UNKNOWN, section), []).append(firm)
    by_name = {
        key: tuple(sorted(several, key=lambda one: one.name)) for key, several in sorted(cells.items())
    }
    return Crosstab(attribute, by_name, tuple(gone))
