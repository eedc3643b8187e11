"""Where capital comes from (资本来源地): the mainland, Hong Kong, Macao, Taiwan, or abroad."""

from collections.abc import Iterator
from functools import cache
from typing import Literal, cast

from bulian.vocab.regions import regions
from bulian.vocab.table import FOLDER, Row, rows
from bulian.vocab.words import word_list

Seat = Literal["hong_kong", "macao", "taiwan", "abroad", "mainland"]
"""港, 澳, 台, 外商, 内资."""
FOREIGN: tuple[Seat, ...] = ("hong_kong", "macao", "taiwan", "abroad")
"""What statistics call foreign capital (外资) where Hong Kong, Macao and Taiwan are counted in."""
_APART: dict[str, Seat] = {"71": "taiwan", "81": "hong_kong", "82": "macao"}
_SEATS = (*FOREIGN, "mainland")


def seat_of(text: str) -> Seat | None:
    """Where a register's words say that capital comes from, by the longest place they begin with.

    None where they begin with no place known: that is not told, never guessed.

    >>> seat_of("香港特别行政区"), seat_of("广东省深圳市"), seat_of("新加坡"), seat_of("自然人")
    ('hong_kong', 'mainland', 'abroad', None)
    """
    plain = "".join(text.split())
    known = _places()
    return next((known[plain[:end]] for end in range(len(plain), 1, -1) if plain[:end] in known), None)


@cache
def foreign_words() -> tuple[str, ...]:
    """What foreign capital and its kinds are called in the names of indicators: 外资企业数, 港资企业数."""
    words = (row.text("word") for row in _rows() if row.text("seat") != "mainland")
    return tuple(word for word in words if word.endswith(("资", "商")))


def _rows() -> Iterator[Row]:
    return rows(FOLDER / "capital_places.csv", ("word", "seat"))


@cache
def _places() -> dict[str, Seat]:
    """Every place by its name; the words of our own table go before divisions, divisions before lands."""
    found: dict[str, Seat] = dict.fromkeys(word_list("foreign_places.csv"), "abroad")
    for one in regions().values():
        # The short name of a county may be that of many another.
        for name in (one.name,) if one.level == "county" else (one.name, one.short):
            found[name] = _APART.get(one.code[:2], "mainland")
    for row in _rows():
        found[row.text("word")] = cast(Seat, row.one_of("seat", _SEATS))
    return found
