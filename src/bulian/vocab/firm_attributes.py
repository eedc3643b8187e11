"""What is known of firms, and by which words registers and the ledger hold it."""

from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from bulian.vocab.table import FOLDER, rows

Origin = Literal["attracted", "home_grown", "spin_off"]
"""招商引进, 本地培育, 分立."""
_ORIGINS = ("attracted", "home_grown", "spin_off")


@dataclass(frozen=True, slots=True)
class Attribute:
    """One thing to know of a firm.

    Attributes:
        kind: "text" stands in a column of a register; "number" is an indicator of the ledger.
        words: heads of such columns, or names of such indicators, the best first.
        stale_after: the age in years beyond which it counts as old; None where it does not age.
    """

    key: str
    kind: Literal["text", "number"]
    words: tuple[str, ...]
    stale_after: int | None
    zh: str
    en: str


@cache
def firm_attributes() -> dict[str, Attribute]:
    """Every attribute by its key, in the order of the file.

    >>> firm_attributes()["rd"].words[0]
    '研发费用'
    """
    columns = ("attribute", "kind", "words", "stale_after", "zh", "en")
    table: dict[str, Attribute] = {}
    for row in rows(FOLDER / "firm_attributes.csv", columns):
        kind = cast(Literal["text", "number"], row.one_of("kind", ("text", "number")))
        age = int(row.decimal("stale_after")) if row.optional("stale_after") else None
        table[row.text("attribute")] = Attribute(
            row.text("attribute"), kind, row.several("words"), age, row.text("zh"), row.text("en")
        )
    return table


@cache
def attribute_of(kind: Literal["text", "number"]) -> dict[str, str]:
    """The attribute that each word of this kind stands for."""
    return {word: one.key for one in firm_attributes().values() if one.kind == kind for word in one.words}


@cache
def origins() -> dict[str, Origin]:
    """The origin that each word of a register tells.

    >>> origins()["招商引进"]
    'attracted'
    """
    found = rows(FOLDER / "firm_origins.csv", ("word", "origin"))
    return {row.text("word"): cast(Origin, row.one_of("origin", _ORIGINS)) for row in found}
