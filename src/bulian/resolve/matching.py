"""Are two names one firm? The clues, their sum in bits, and whether it suffices to decide."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bulian.resolve.clues import CLUES, Clue, Compared, clue
from bulian.resolve.firm_name import FirmName, readings
from bulian.resolve.folding import plain
from bulian.resolve.population import Among
from bulian.vocab.thresholds import identity_thresholds

Decision = Literal["merge", "review", "apart"]


@dataclass(frozen=True, slots=True)
class Match:
    """Two names compared.

    Attributes:
        score: the clues' bits together: 5 is odds of 32 to 1 that they are one firm.
    """

    one: str
    other: str
    score: float
    decision: Decision
    clues: tuple[Clue, ...]


def match(one: str, other: str, among: Among, codes: tuple[str, str] = ("", "")) -> Match:
    """Compare two names; which comes first changes nothing but the order in what is shown.

    Args:
        among: the firms that they are told apart from. codes: their credit codes, "" where not known.
    """
    first, second = plain(one), plain(other)
    if first == second:
        same = (clue("spelling", "same", one, other),)
        return Match(one, other, _score(same), decision(_score(same)), same)
    score, clues = compare(readings(first), readings(second), among, codes)
    return Match(one, other, score, decision(score), clues)


def compare(
    one: Sequence[FirmName], other: Sequence[FirmName], among: Among, codes: tuple[str, str] = ("", "")
) -> tuple[float, tuple[Clue, ...]]:
    """The best score over the readings of two names, with its clues."""
    found = [
        tuple(said for ask in CLUES if (said := ask(Compared(a, b, among, codes))))
        for a in one
        for b in other
    ]
    best = max(found, key=_score) if len(found) > 1 else found[0]
    return _score(best), best


def _score(clues: tuple[Clue, ...]) -> float:
    return round(sum(said.bits for said in clues), 2)


def decision(score: float) -> Decision:
    """What a score decides by the thresholds of vocab/identity_thresholds.csv."""
    bars = identity_thresholds()
    return "merge" if score >= bars["merge"] else "apart" if score <= bars["apart"] else "review"
