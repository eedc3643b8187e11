"""Units and measure words (单位, 量词), and the powers of ten before them, as an economist listed them."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal, cast

from bulian.vocab.table import FOLDER, rows

Dimension = Literal[
    "money", "share", "ratio", "count", "length", "area", "mass", "volume",
    "energy", "power", "time", "flow", "compute", "other",
]  # fmt: skip
_DIMENSIONS: tuple[str, ...] = (
    "money", "share", "ratio", "count", "length", "area", "mass", "volume",
    "energy", "power", "time", "flow", "compute", "other",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written and what it comes to: `factor` of the canonical unit make one `surface`.

    万元 is 10,000 CNY: `Unit("万元", "CNY", "money", Decimal(10000))`. A character of `not_before` behind it
    makes it another word (成 in 成立).
    """

    surface: str
    canonical: str
    dimension: Dimension
    factor: Decimal
    not_before: frozenset[str] = frozenset()


@cache
def units() -> dict[str, Unit]:
    """Every unit of units.csv by its surface, in Simplified Chinese."""
    table: dict[str, Unit] = {}
    for row in rows(FOLDER / "units.csv", _COLUMNS):
        surface = row.text("surface")
        if surface in table:
            raise row.wrong(f"{surface} stands here twice; keep one row", f"{surface} 出现两次，请保留一行")
        factor = row.decimal("factor")
        if factor <= 0:
            raise row.wrong("factor must be above 0", "factor 应大于 0")
        dimension = cast(Dimension, row.one_of("dimension", _DIMENSIONS))
        guard = frozenset(row.optional("not_before"))
        table[surface] = Unit(surface, row.text("canonical"), dimension, factor, guard)
    return table


_COLUMNS = ("surface", "canonical", "dimension", "factor", "not_before")


@cache
def magnitudes() -> dict[str, Decimal]:
    """The powers of ten of magnitudes.csv by their surface: 万, 亿, 百亿, 万亿 …"""
    table: dict[str, Decimal] = {}
    for row in rows(FOLDER / "magnitudes.csv", ("surface", "factor")):
        table[row.text("surface")] = row.decimal("factor")
    return table
