"""Share of strategic emerging industries (战略性新兴产业占比), from firms and products; the unknown beside.

A firm whose code is wholly strategic counts with all its number. One whose code is starred counts with the
products that a register marks as strategic; what no product accounts for is unknown, never counted.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from bulian.assess.cluster.scale import point
from bulian.assess.datum import Datum
from bulian.assess.firms.firm import Firm
from bulian.model.place import Cell, cell_position
from bulian.vocab.gbt4754 import lineage
from bulian.vocab.sei import Strategic, sei_groups

Why = Literal["code", "products", "not_strategic", "starred", "no_code"]
"""Wholly strategic by its code; by its products; its code is not in the map; a starred code without product
shares: unknown; no code: unknown."""
_NO = ("否", "无", "不属于")
_NONE = Decimal(0)


@dataclass(frozen=True, slots=True)
class Counted:
    """How one firm counts.

    Attributes:
        number: its whole number of the year; `strategic` is the part of it that surely is, `unknown` the part
            that may be or not.
        groups: the codes of the classification under which it counts. products: the data of its products.
    """

    firm: Firm
    number: Datum
    strategic: Decimal
    unknown: Decimal
    why: Why
    groups: tuple[str, ...] = ()
    products: tuple[Datum, ...] = ()


@dataclass(frozen=True, slots=True)
class Share:
    """The share, with its numerator and denominator as sums over firms.

    Attributes:
        counted: every firm of the scope whose number is known. without: those whose number is not.
    """

    attribute: str
    year: int
    counted: tuple[Counted, ...]
    without: tuple[str, ...]

    @property
    def denominator(self) -> Decimal:
        """The sum over all firms known."""
        return sum((point(one.number.value) for one in self.counted), _NONE)

    @property
    def numerator(self) -> Decimal:
        """What surely is strategic."""
        return sum((one.strategic for one in self.counted), _NONE)

    @property
    def unknown(self) -> Decimal:
        """What may be strategic or not."""
        return sum((one.unknown for one in self.counted), _NONE)

    @property
    def bounds(self) -> tuple[Decimal, Decimal] | None:
        """Lowest and highest share, as ratios; None where nothing is known."""
        whole = self.denominator
        return (self.numerator / whole, (self.numerator + self.unknown) / whole) if whole else None


def share(
    firms: Iterable[Firm], table: Mapping[str, tuple[Strategic, ...]], attribute: str, year: int
) -> Share:
    """Count every firm of the scope once.

    Args:
        table: the map from GB/T 4754 that the district loaded.
    """
    counted, without = [], []
    for firm in firms:
        number = firm.number(attribute, year)
        if number is None:
            without.append(firm.name)
        else:
            counted.append(_counted(firm, number, table, year))
    return Share(attribute, year, tuple(counted), tuple(without))


def _counted(firm: Firm, number: Datum, table: Mapping[str, tuple[Strategic, ...]], year: int) -> Counted:
    value = point(number.value)
    if firm.industry is None:
        return Counted(firm, number, _NONE, value, "no_code")
    lines = [line for step in lineage(firm.industry.code) for line in table.get(step.code, ())]
    if not lines:
        return Counted(firm, number, _NONE, _NONE, "not_strategic")
    whole = tuple(dict.fromkeys(line.code for line in lines if not line.partly))
    if whole:
        return Counted(firm, number, value, _NONE, "code", whole)
    return _by_products(firm, number, year, tuple(dict.fromkeys(line.code for line in lines)))


def _by_products(firm: Firm, number: Datum, year: int, groups: tuple[str, ...]) -> Counted:
    """A starred code: by the products that a register marks with a code of the classification, or with 否."""
    value = point(number.value)
    data = {row: datum for datum in firm.data if "产品" in datum.indicator and (row := _row(datum))}
    marked = [
        (note.text, data[note.row])
        for note in firm.told("sei_code")
        if note.year == year and note.row in data and (note.text in _NO or _is_group(note.text))
    ]
    if not marked:
        return Counted(firm, number, _NONE, value, "starred", groups)
    strategic = [(code, datum) for code, datum in marked if code not in _NO]
    part = min(sum((point(datum.value) for _, datum in strategic), _NONE), value)
    told = min(sum((point(datum.value) for _, datum in marked), _NONE), value)
    codes = tuple(dict.fromkeys(code for code, _ in strategic))
    return Counted(
        firm, number, part, value - told, "products", codes, tuple(datum for _, datum in strategic)
    )


def _is_group(code: str) -> bool:
    return ".".join(code.split(".")[:2]) in sei_groups()


def _row(datum: Datum) -> tuple[str, str, int] | None:
    """The row of the register that a number stands in."""
    place = datum.fact.place
    return (datum.fact.doc, place.sheet, cell_position(place.ref)[0]) if isinstance(place, Cell) else None
