"""Growth bases (增速的对比基础): what a printed growth compares with, and so what may be recomputed."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from bulian.vocab.table import FOLDER, rows

GrowthBase = Literal["same", "revised", "scope", "price", "unknown"]
_BASES = ("same", "revised", "scope", "price")
_FITS: dict[str, Callable[[str, str], bool]] = {
    "exact": str.__eq__,
    "begins": str.startswith,
    "ends": str.endswith,
}
_MATCHES = ("word", *_FITS)


@dataclass(frozen=True, slots=True)
class _Row:
    match: str
    words: tuple[str, ...]
    base: GrowthBase


def growth_bases(indicator: str, quote: str) -> tuple[GrowthBase, ...]:
    """All that the growth of an indicator compares with, by the quoted clause, then by its name.

    The first says why levels cannot be compared; 规上增加值 has a changing scope and constant prices.

    >>> growth_bases("规模以上工业增加值", ""), growth_bases("某指数", "")
    (('scope', 'price'), ('unknown',))
    """
    told = [row.base for row in _rows() if row.match == "word" and any(word in quote for word in row.words)]
    return tuple(dict.fromkeys((*told, *_by_name(indicator)))) or ("unknown",)


@cache
def _by_name(indicator: str) -> tuple[GrowthBase, ...]:
    return tuple(
        row.base
        for row in _rows()
        if row.match in _FITS and any(_FITS[row.match](indicator, word) for word in row.words)
    )


@cache
def _rows() -> tuple[_Row, ...]:
    return tuple(
        _Row(
            row.one_of("match", _MATCHES),
            row.several("text"),
            cast(GrowthBase, row.one_of("base", _BASES)),
        )
        for row in rows(FOLDER / "growth_bases.csv", ("match", "text", "base"))
    )
