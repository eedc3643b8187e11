"""Lines of a table (表中的行与列): numbers that stand under or beside each other and may be added up."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bulian.assess.datum import Datum
from bulian.model.place import Cell, cell_position
from bulian.vocab.indicators import indicators
from bulian.vocab.words import word_kinds

_BLANKS = re.compile(r"[\s\u3000#*]+")
_NO_AMOUNTS = frozenset({"%", "‰", "pp", "ratio", "rank", "index"})


@dataclass(frozen=True, slots=True)
class Line:
    """One row or column of one sheet, as far as amounts that can be added stand in it.

    Attributes:
        across: it runs from left to right; else from top to bottom.
        amounts: by place along the line.
        kinds: "total", "subtotal" or "part" by place, where the label there says so.
        places: every place along the line at which the sheet holds any number.
    """

    across: bool
    amounts: Mapping[int, Datum]
    kinds: Mapping[int, str]
    places: frozenset[int]


def lines(data: Iterable[Datum]) -> Iterator[Line]:
    """Every line of every sheet that has a total, a subtotal or a part, columns before rows."""
    sheets: dict[tuple[str, str], list[tuple[int, int, Datum]]] = defaultdict(list)
    for datum in data:
        place = datum.fact.place
        if isinstance(place, Cell) and (at := _at(place.ref)):
            sheets[datum.fact.doc, place.sheet].append((*at, datum))
    for cells in sheets.values():
        for across in (False, True):
            yield from _of_sheet(cells, across)


def _of_sheet(cells: list[tuple[int, int, Datum]], across: bool) -> Iterator[Line]:
    amounts: dict[int, dict[int, Datum]] = defaultdict(dict)
    kinds: dict[int, dict[int, str]] = defaultdict(dict)
    places = frozenset(column if across else row for row, column, _ in cells)
    for row, column, datum in cells:
        line, place = (row, column) if across else (column, row)
        if _adds_up(datum):
            amounts[line][place] = datum
        if kind := _kind(datum, row, column, across):
            kinds[line][place] = kind
    for line, told in sorted(amounts.items()):
        if kinds[line]:
            yield Line(across, told, kinds[line], places)


def _adds_up(datum: Datum) -> bool:
    """Whether a number is an amount or a count, of which a sum means something."""
    fact = datum.fact
    known = indicators().get(datum.indicator)
    rate = known is not None and known.kind == "rate"
    plain = not isinstance(datum.value, tuple) and fact.unit not in _NO_AMOUNTS and "/" not in fact.unit
    return fact.aspect == "level" and plain and not rate


def _kind(datum: Datum, row: int, column: int, across: bool) -> str:
    """What the label of a cell's row says of it, or the header of its column."""
    place = datum.fact.place
    for header in place.headers if isinstance(place, Cell) else ():
        at = _at(header.cell)
        if at and (at[1] == column if across else at[0] == row):
            label = _BLANKS.sub("", header.text)
            for word, kind in word_kinds("table_totals.csv").items():
                if label == word or (kind == "part" and label.startswith(word)):
                    return kind
    return ""


def _at(ref: str) -> tuple[int, int] | None:
    """Row and column of a cell; None for several cells merged, and for a title that stands in none."""
    return cell_position(ref) if ref and ":" not in ref else None
