"""Firms of a register on the nodes of all chains at once; what is too unsure is kept apart and shown so."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from bulian.chain.naming import one_form
from bulian.chain.retrieve import Candidate, Index, candidates
from bulian.chain.scope import Clause, clauses
from bulian.chain.score import Case, class_of, parts_of, probability
from bulian.vocab.thresholds import placement_weights

_CHUNK = 2_000
_Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class FirmRow:
    """A firm as a register lists it; "" for what the register does not say.

    Attributes:
        scope: 经营范围. products: 主营产品. code: class of GB/T 4754-2017.
        place: file, sheet and cell of the scope. synthetic: the row is made up.
        related: (chain, node) pairs that documents say the firm makes or leads.
    """

    firm: str
    scope: str = ""
    products: str = ""
    code: str = ""
    related: frozenset[_Key] = frozenset()
    place: str = ""
    synthetic: bool = False


@dataclass(frozen=True, slots=True)
class Spotted:
    """A firm on a node, or perhaps on it.

    Attributes:
        probability: of the best clause. sure: it reaches the threshold; else nobody is placed (abstained).
        clause: what the register says. word: the node's word in it, "" for none.
        parts: what speaks for it, by name, each 0 to 1.
    """

    firm: str
    chain: str
    node: str
    probability: float
    sure: bool
    clause: str
    word: str
    parts: Mapping[str, float]


def place(index: Index, rows: Iterable[FirmRow]) -> Iterator[tuple[FirmRow, tuple[Spotted, ...]]]:
    """Every firm with the nodes it is on or may be on, the surest first.

    A firm is placed by itself: neither the order of the rows nor the other firms matter.
    """
    waiting = iter(rows)
    kept: dict[str, list[Candidate]] = {}
    while chunk := list(islice(waiting, _CHUNK)):
        said = [_clauses(row) for row in chunk]
        texts = dict.fromkeys(_text(one) for each in said for one in each)
        new = [text for text in texts if text not in kept]
        kept.update(zip(new, candidates(index, new), strict=True))
        for row, each in zip(chunk, said, strict=True):
            yield row, _spotted(index, row, each, kept)
        if len(kept) > 50 * _CHUNK:
            kept.clear()


def cases(index: Index, row: FirmRow) -> list[Case]:
    """Everything that is weighed for one firm; what `place` keeps the best of."""
    said = _clauses(row)
    found = candidates(index, [_text(one) for one in said])
    return list(_cases(index, row, said, dict(zip(map(_text, said), found, strict=True))))


def _clauses(row: FirmRow) -> tuple[Clause, ...]:
    """The clauses of products and scope; products stand first."""
    found = (*clauses(row.products), *clauses(row.scope))
    return tuple(one for one in found if one.thing)


def _text(clause: Clause) -> str:
    return one_form(clause.text)


def _spotted(
    index: Index, row: FirmRow, said: Sequence[Clause], found: Mapping[str, list[Candidate]]
) -> tuple[Spotted, ...]:
    threshold, least = placement_weights()["threshold"], placement_weights()["least_probability"]
    best: dict[int, tuple[float, Case, dict[str, float]]] = {}
    for case in _cases(index, row, said, found):
        parts = parts_of(case)
        sure, at = probability(parts), case.candidate.spot
        if sure >= least and (at not in best or sure > best[at][0]):
            best[at] = sure, case, parts
    told = (
        Spotted(row.firm, case.spot.chain, case.spot.node, sure, sure >= threshold, case.clause.text,
                case.candidate.met.word if case.candidate.met else "", parts)
        for sure, case, parts in best.values()
    )  # fmt: skip
    return tuple(sorted(told, key=lambda one: (-one.probability, one.chain, one.node)))


def _cases(
    index: Index, row: FirmRow, said: Sequence[Clause], found: Mapping[str, list[Candidate]]
) -> Iterator[Case]:
    """What is worth weighing: a word of the node stands in the clause, many grams do, or its class fits."""
    least = placement_weights()["least_share"]
    of_code = dict(index.of_class.get(row.code, {}))
    named = index.met(one_form(row.firm))
    for clause in said:
        text = _text(clause)
        prior = {**of_code, **index.of_class.get(class_of(index, clause), {})}
        thing, longest = _where(text, clause), _longest(index, found[text])
        for one in found[text]:
            spot = index.spots[one.spot]
            if one.met is None and one.share < least and one.spot not in prior:
                continue
            length = one.met.end - one.met.start if one.met else 0
            yield Case(
                spot, clause, one, thing, prior.get(one.spot, 0.0), one.spot in named,
                (spot.chain, spot.node) in row.related, longest.get(spot.chain, 0) > length,
            )  # fmt: skip


def _where(text: str, clause: Clause) -> tuple[int, int]:
    thing = one_form(clause.thing)
    start = max(text.find(thing), 0)
    return start, min(start + len(thing), len(text))


def _longest(index: Index, found: Iterable[Candidate]) -> dict[str, int]:
    """The longest word of each chain in a clause."""
    longest: dict[str, int] = {}
    for one in found:
        if one.met:
            chain = index.spots[one.spot].chain
            longest[chain] = max(longest.get(chain, 0), one.met.end - one.met.start)
    return longest
