"""The parts of a prospect's score, and the words of firm tables that bear on them."""

from dataclasses import dataclass
from functools import cache
from math import isclose

from bulian.errors import VocabularyError
from bulian.vocab.table import FOLDER, rows
from bulian.vocab.words import word_classes

_FILE = "prospect_parts.csv"


@dataclass(frozen=True, slots=True)
class PartKind:
    """A part of the score: its weight, and the value that stands in where nobody knows; both 0 to 1."""

    key: str
    weight: float
    assumed: float
    zh: str
    en: str


@cache
def part_kinds() -> dict[str, PartKind]:
    """Every part by its key, in the order it is shown.

    >>> part_kinds()["fit"].weight
    0.3

    Raises:
        VocabularyError: the weights do not sum to one.
    """
    table = {
        row.text("part"): PartKind(
            row.text("part"), float(row.decimal("weight")), float(row.decimal("assumed")),
            row.text("zh"), row.text("en"),
        )
        for row in rows(FOLDER / _FILE, ("part", "weight", "assumed", "zh", "en"))
    }  # fmt: skip
    if not isclose(sum(one.weight for one in table.values()), 1):
        raise VocabularyError(_FILE, 1, "the weights must sum to 1", "权重之和应为 1")
    return table


def prospect_words(kind: str) -> tuple[str, ...]:
    """The words of a class, longest first.

    >>> "注销" in prospect_words("closed")
    True
    """
    return word_classes("prospect_words.csv")[kind]
