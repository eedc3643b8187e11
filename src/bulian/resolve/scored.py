"""Names of firms compared by their clues: which are one, which are two, and which a person must decide."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from bulian.resolve.candidates import Candidates, candidates
from bulian.resolve.entity import Kind
from bulian.resolve.judged import Judged, Pair, pair_of
from bulian.resolve.kinds import kind_of_name
from bulian.resolve.matching import Match, match
from bulian.resolve.population import population
from bulian.vocab.thresholds import identity_thresholds

CAP = 400
"""Names that share a key; more of them are not compared, and listed in `Scored.skipped`."""
_MEETS = ("same", "kept", "initials", "begins")
_SHORTEST = 2
SHORT_NAME = 8
"""So long at most is a name that may be a firm's though nothing tells that it is."""


@dataclass(frozen=True, slots=True)
class Scored:
    """Pairs of names by what their clues come to.

    Attributes:
        merge: enough to be one. review: a person must decide. apart: two for sure, a branch or a namesake.
        among: what was compared; its `skipped` are keys shared by more names than `CAP`, with how many.
    """

    merge: tuple[Match, ...]
    review: tuple[Match, ...]
    apart: tuple[Pair, ...]
    among: Candidates

    def ties(self, name: str, others: Iterable[str]) -> bool:
        """Whether clues suffice to make the name one with any of the others."""
        tied = {pair_of(found.one, found.other) for found in self.merge}
        return any(pair_of(name, other) in tied for other in others)


def scored(
    names: Iterable[str], roles: Mapping[str, Kind], judged: Mapping[Pair, Judged], ambiguous: frozenset[str]
) -> Scored:
    """Compare the names that may be firms; at least one of two must be known as one.

    Args:
        roles: what facts say that names are. judged: pairs that people decided; no clue overrules them.
        ambiguous: aliases that documents use for several; clues do not settle them.
    """
    kinds = {name: _kind(name, roles) for name in names}
    firms = [name for name, kind in kinds.items() if kind and name not in ambiguous]
    among = population(name for name in firms if kinds[name] == "firm")
    to_compare = candidates(firms, CAP)
    found = [
        match(*pair, among)
        for pair in to_compare.pairs
        if pair not in judged and "firm" in (kinds[pair[0]], kinds[pair[1]])
    ]
    merge, close = _without_rivals(found, to_compare)
    return Scored(
        merge=tuple(merge),
        review=(*close, *(one for one in found if one.decision == "review" and _worth_asking(one))),
        apart=tuple(pair_of(one.one, one.other) for one in found if one.decision == "apart"),
        among=to_compare,
    )


def _kind(name: str, roles: Mapping[str, Kind]) -> Kind | None:
    """ "firm" or "branch" where name or facts tell, "other" where it may be one, None where it is none."""
    kind = kind_of_name(name)
    if kind in ("firm", "branch"):
        return "firm"
    if kind == "other" and roles.get(name) == "firm":
        return "firm"
    may_be = kind == "other" and name not in roles and _SHORTEST < len(name) <= SHORT_NAME
    return "other" if may_be else None


def _without_rivals(found: list[Match], among: Candidates) -> tuple[list[Match], list[Match]]:
    """The merges in force, and those whose name fits two firms that are two about as well."""
    merge = [one for one in found if one.decision == "merge"]
    apart = {pair_of(one.one, one.other) for one in found if one.decision != "merge"}

    def two(one: str, other: str) -> bool:
        return pair_of(one, other) in apart or among.two(one, other)

    of: dict[str, list[Match]] = defaultdict(list)
    for one in merge:
        of[one.one].append(one)
        of[one.other].append(one)
    kept: list[Match] = []
    close: list[Match] = []
    for one in merge:
        rivalled = any(_rivals(one, other, name, two) for name in (one.one, one.other) for other in of[name])
        (close if rivalled else kept).append(one)
    return kept, close


def _rivals(one: Match, other: Match, name: str, two: Callable[[str, str], bool]) -> bool:
    first = one.other if one.one == name else one.one
    second = other.other if other.one == name else other.one
    near = other.score > one.score - identity_thresholds()["lead"]
    return first != second and near and two(first, second)


def _worth_asking(found: Match) -> bool:
    """A pair whose brands at least begin alike; two full names of different trades are no question."""
    outcomes = {said.name: said.outcome for said in found.clues}
    return outcomes.get("brand") in _MEETS and outcomes.get("trade") not in ("two", "other")
