"""Are two names one firm? The clues, their sum in bits, and whether it suffices to decide."""

from dataclasses import dataclass
from typing import Literal

from bulian.resolve.clues import CLUES, Clue, Compared, clue
from bulian.resolve.firm_name import readings
from bulian.resolve.folding import plain
from bulian.resolve.population import Population
from bulian.vocab.firm_names import thresholds

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


def match(one: str, other: str, among: Population, codes: tuple[str, str] = ("", "")) -> Match:
    """Compare two names; which comes first changes nothing but the order in what is shown.

    Args:
        among: the firms that they are told apart from. codes: their credit codes, "" where not known.
    """
    first, second = plain(one), plain(other)
    if first == second:
        return _matched(one, other, (clue("spelling", "same", one, other),))
    found = [
        tuple(said for ask in CLUES if (said := ask(Compared(a, b, among, codes))))
        for a in readings(first)
        for b in readings(second)
    ]
    return _matched(one, other, max(found, key=_score))


def _matched(one: str, other: str, clues: tuple[Clue, ...]) -> Match:
    score = _score(clues)
    return Match(one, other, score, decision(score), clues)


def _score(clues: tuple[Clue, ...]) -> float:
    return round(sum(said.bits for said in clues), 2)


def decision(score: float) -> Decision:
    """What a score decides by the thresholds of vocab/identity_thresholds.csv."""
    bars = thresholds()
    return "merge" if score >= bars["merge"] else "apart" if score <= bars["apart"] else "review"
