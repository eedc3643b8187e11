"""A table around a cell, as a spreadsheet shows it: rows by number, columns by letter, facts as links."""

from collections.abc import Iterable
from dataclasses import dataclass

from bulian.model.document import Document
from bulian.model.place import Cell, cell_name, cell_position
from bulian.model.stored import Sourced

_ROWS, _COLUMNS = 12, 8


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell: its text, the fact read from it, whether it is the one looked at, or gives it its meaning."""

    text: str
    fact: str | None
    on: bool
    header: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """A part of a table.

    `rows` are (number from 1, cells); `cut` tells that the table goes on beyond it.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[int, tuple[Shown, ...]], ...]
    cut: bool


def sheet_around(read: Document, place: Cell, others: Iterable[Sourced]) -> Sheet | None:
    """The rows and columns near a cell, with the header cells that give it meaning; None where it is gone."""
    table = next((one for one in read.tables if one.sheet == place.sheet), None)
    if table is None:
        return None
    row, column = cell_position(place.ref)
    headers = {cell_position(header.cell) for header in place.headers if header.cell}
    rows = _near({at for at, _ in table.cells}, row, _ROWS, {at for at, _ in headers})
    columns = _near({at for _, at in table.cells}, column, _COLUMNS, {at for _, at in headers})
    facts = {
        cell_position(one.fact.place.ref): one.fact
        for one in others
        if isinstance(one.fact.place, Cell) and one.fact.place.sheet == place.sheet
    }
    shown = tuple(
        (
            at + 1,
            tuple(
                Shown(
                    table.cells[at, there].text.strip() if (at, there) in table.cells else "",
                    facts[at, there].id if (at, there) in facts else None,
                    (at, there) == (row, column),
                    (at, there) in headers,
                )
                for there in columns
            ),
        )
        for at in rows
    )
    everything = {at for at, _ in table.cells}, {at for _, at in table.cells}
    cut = len(rows) < len(everything[0]) or len(columns) < len(everything[1])
    return Sheet(place.sheet, tuple(cell_name(0, at).rstrip("1") for at in columns), shown, cut)


def _near(held: set[int], middle: int, most: int, kept: set[int]) -> list[int]:
    """At most `most` of the numbers held, the nearest to `middle`, and all of `kept`."""
    nearest = sorted(held, key=lambda at: (abs(at - middle), at))[:most]
    return sorted({*nearest, *kept})
