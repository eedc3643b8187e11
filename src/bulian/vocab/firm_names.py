"""What firms' names are put together of: organisation forms, words of trade, brands that many bear."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal, cast

from bulian.vocab.table import FOLDER, rows
from bulian.vocab.words import word_list

What = Literal["company", "group", "unit"]
_WHAT = ("company", "group", "unit")


@dataclass(frozen=True, slots=True)
class Form:
    """An organisation form (组织形式); forms of one `family` are one form written otherwise."""

    form: str
    family: str
    what: What


@cache
def forms() -> dict[str, Form]:
    """Every form of company_forms.csv as written.

    >>> forms()["有限责任公司"].family == forms()["有限公司"].family
    True
    """
    table: dict[str, Form] = {}
    for row in rows(FOLDER / "company_forms.csv", ("form", "family", "what")):
        form = row.text("form")
        if form in table:
            raise row.wrong(f"{form} stands here twice; keep one row", f"{form} 出现两次，请保留一行")
        table[form] = Form(form, row.text("family"), cast(What, row.one_of("what", _WHAT)))
    return table


@cache
def trades() -> frozenset[str]:
    """The words of company_trades.csv."""
    return frozenset(word_list("company_trades.csv"))


@cache
def unseen_bearers() -> dict[str, float]:
    """How many firms that no data knows are expected to bear a brand; "*2" for one of two characters."""
    return _numbers("identity_brands.csv", "brand", "unseen")


@cache
def shares_of_outcomes() -> dict[tuple[str, str], tuple[float, float]]:
    """By clue and outcome: how often it is seen among pairs that are one, and among others."""
    table: dict[tuple[str, str], tuple[float, float]] = {}
    for row in rows(FOLDER / "identity_clues.csv", ("clue", "outcome", "same", "other")):
        key = row.text("clue"), row.text("outcome")
        same, other = row.decimal("same"), row.decimal("other")
        if key in table:
            raise row.wrong(f"{key} stands here twice; keep one row", f"{key} 出现两次，请保留一行")
        if not (0 < same <= 1 and 0 < other <= 1):
            raise row.wrong("same and other lie above 0 and up to 1", "same、other 应大于 0 且不超过 1")
        table[key] = float(same), float(other)
    return table


def _numbers(file: str, key: str, value: str) -> dict[str, float]:
    table: dict[str, float] = {}
    for row in rows(FOLDER / file, (key, value)):
        word, number = row.text(key), row.decimal(value)
        if word in table:
            raise row.wrong(f"{word} stands here twice; keep one row", f"{word} 出现两次，请保留一行")
        if number <= Decimal(0):
            raise row.wrong(f"{value} must be above 0", f"{value} 应大于 0")
        table[word] = float(number)
    return table
