"""Clauses of finance products (融资产品准入条件): which column of a product asks what of a demand's field."""

from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from bulian.vocab.table import FOLDER, rows

Answer = Literal["yes", "no", "unknown"]
How = Literal[
    "named", "at_least", "at_most", "all_among", "any_among", "has_all", "has_none", "within", "outside",
    "band_under", "covers", "lends_on", "older", "ready_by", "open_on",
]  # fmt: skip
_HOWS: tuple[How, ...] = (
    "named", "at_least", "at_most", "all_among", "any_among", "has_all", "has_none", "within", "outside",
    "band_under", "covers", "lends_on", "older", "ready_by", "open_on",
)  # fmt: skip
_COLUMNS = (
    "clause", "columns", "field", "how", "kinds", "list", "empty", "silent", "change", "zh", "en",
    "ask_zh", "ask_en",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Clause:
    """What a filled column of a product asks.

    Attributes:
        columns: of the product. field: of the demand; "" for the day of matching.
        kinds: of product that it holds for; () for all. list: whose words both sides use; "" for none.
        empty: the answer where the demand says nothing of the field. silent: where the product says nothing.
        change: whether the firm itself may ask otherwise, so that a change can be proposed.
        name, ask: what it is called, and what to hand in where it cannot be told; (zh, en).
    """

    key: str
    columns: tuple[str, ...]
    field: str
    how: How
    kinds: tuple[str, ...]
    list: str
    empty: Answer
    silent: Answer
    change: bool
    name: tuple[str, str]
    ask: tuple[str, str]


@cache
def match_clauses() -> tuple[Clause, ...]:
    """Every clause, in the order in which answers name them.

    >>> [one.key for one in match_clauses() if one.field == "term"]
    ['min_term', 'max_term']
    """
    return tuple(
        Clause(
            row.text("clause"), row.several("columns"), row.optional("field"),
            cast(How, row.one_of("how", _HOWS)), row.several("kinds"), row.optional("list"),
            cast(Answer, row.one_of("empty", ("yes", "unknown"))),
            cast(Answer, row.one_of("silent", ("yes", "unknown"))),
            row.one_of("change", ("yes", "no")) == "yes",
            (row.text("zh"), row.text("en")), (row.text("ask_zh"), row.text("ask_en")),
        )
        for row in rows(FOLDER / "match_clauses.csv", _COLUMNS)
    )  # fmt: skip
