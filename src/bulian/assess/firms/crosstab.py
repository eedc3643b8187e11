"""Firms counted by two things: origin by industry, owner's seat by industry; the list behind each cell."""

from collections.abc import Iterable, Mapping

from bulian.assess.firms.firm import Firm
from bulian.vocab.gbt4754 import section_of

UNKNOWN = ""
"""The row of the firms of which the attribute is not known, and the column of those without an industry."""


def crosstab(firms: Iterable[Firm], attribute: str) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """The names of the firms by what a register says of the attribute, and by section (门类) of GB/T 4754.

    Each firm stands in one cell, by the newest word on it; the cells sum to the firms.
    """
    cells: dict[tuple[str, str], list[str]] = {}
    for firm in firms:
        told = firm.first(attribute)
        section = section_of(firm.industry.code) if firm.industry else UNKNOWN
        cells.setdefault((told.text if told else UNKNOWN, section), []).append(firm.name)
    return {key: tuple(names) for key, names in sorted(cells.items())}
