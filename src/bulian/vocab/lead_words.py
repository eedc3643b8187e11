"""How a sentence calls a firm at the head of a chain."""

from functools import cache
from typing import Literal, cast

from bulian.vocab.table import FOLDER, rows

Rank = Literal["leader", "head", "backbone"]
_RANKS = ("leader", "head", "backbone")


@cache
def lead_words() -> tuple[tuple[str, Rank], ...]:
    """Every word with its rank, in the order in which they are looked for.

    >>> lead_words()[0]
    ('链主', 'leader')
    """
    return tuple(
        (row.text("word"), cast(Rank, row.one_of("kind", _RANKS)))
        for row in rows(FOLDER / "lead_words.csv", ("word", "kind"))
    )
