"""Thresholds (阈值) that a district may set otherwise: a CSV for each matter, a named number a row."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from bulian.errors import VocabularyError
from bulian.vocab.table import FOLDER, rows

FILES = (
    "chain_thresholds.csv", "structure_thresholds.csv", "identity_thresholds.csv", "match_terms.csv",
    "opportunity_goalposts.csv", "placement_weights.csv",
)  # fmt: skip
"""Every file of thresholds, conventions and weights."""


@dataclass(frozen=True, slots=True)
class Threshold:
    """A named number: as it is written in its file, and what it means."""

    name: str
    value: Decimal
    written: str
    en: str
    zh: str


def chain_thresholds() -> dict[str, Decimal]:
    """Every threshold of the chain answers by its name.

    >>> chain_thresholds()["weak_hhi"]
    Decimal('0.4')
    """
    return _thresholds("chain_thresholds.csv")


def structure_thresholds() -> dict[str, Decimal]:
    """Every convention of structure and risk by its name.

    >>> structure_thresholds()["many_thrive_effective"]
    Decimal('5')
    """
    return _thresholds("structure_thresholds.csv")


def match_terms() -> dict[str, Decimal]:
    """What makes a match of money worth more, and when the search for the best assignment ends.

    >>> match_terms()["saving"]
    Decimal('0.5')
    """
    return _thresholds("match_terms.csv")


def opportunity_goalposts() -> dict[str, Decimal]:
    """Between which values each criterion of an opportunity counts, `NAME_bad` as 0 and `NAME_good` as 1.

    >>> opportunity_goalposts()["likelihood_good"]
    Decimal('0.3')
    """
    return _thresholds("opportunity_goalposts.csv")


@cache
def identity_thresholds() -> dict[str, float]:
    """From how many bits on names merge, fall apart, or one candidate leads the next.

    Raises:
        VocabularyError: one of the three is missing, or merge does not lie above apart.
    """
    table = {name: float(bits) for name, bits in _thresholds("identity_thresholds.csv").items()}
    missing = {"merge", "apart", "lead"} - set(table)
    if missing or table["merge"] <= table["apart"]:
        raise VocabularyError(
            "identity_thresholds.csv", 1,
            "it needs merge, apart, lead; merge above apart", "须有 merge、apart、lead，且 merge 高于 apart",
        )  # fmt: skip
    return table


def placement_weights() -> dict[str, float]:
    """The weight of every part of the rule that puts a firm on a node, of `constant`, and its thresholds."""
    return {name: float(value) for name, value in _thresholds("placement_weights.csv").items()}


@cache
def told(file: str) -> tuple[Threshold, ...]:
    """Every row of one of the `FILES`, in its order.

    Raises:
        VocabularyError: a name stands twice, a value is no number, or a meaning lacks.
    """
    table: dict[str, Threshold] = {}
    for row in rows(FOLDER / file, ("name", "value", "meaning", "meaning_zh")):
        name = row.text("name")
        if name in table:
            raise row.wrong(f"{name} stands here twice; keep one row", f"{name} 出现两次，请保留一行")
        written = row.text("value")
        table[name] = Threshold(
            name, row.decimal("value"), written, row.text("meaning"), row.text("meaning_zh")
        )
    return tuple(table.values())


@cache
def _thresholds(file: str) -> dict[str, Decimal]:
    return {one.name: one.value for one in told(file)}
