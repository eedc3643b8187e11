"""Link names to a register (企业名录): each to the firm that its clues single out, or to none."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from typing import TYPE_CHECKING

from bulian.resolve.firm_name import readings
from bulian.resolve.matching import Decision, compare
from bulian.resolve.register import Register, blocks, keys_of, plain_names, register
from bulian.vocab.thresholds import identity_thresholds

if TYPE_CHECKING:
    import numpy as np

CAP = 60
"""Names of one block that are compared; a greater block is left out and told."""
_CHUNK = 20_000


@dataclass(frozen=True, slots=True)
class Linked:
    """What a name was linked to.

    Attributes:
        row: of the register; None where nothing fits.
        decision: "merge" where one row leads, "review" where clues do not suffice or several rows fit.
    """

    name: str
    row: int | None
    score: float
    decision: Decision


@dataclass(frozen=True, slots=True)
class Links:
    """Every name with what it was linked to, and the blocks too great to compare, with their size."""

    links: tuple[Linked, ...]
    skipped: Mapping[str, int]


def link(names: Sequence[str], against: Sequence[str], *, workers: int = 1, unseen: float = 0.0) -> Links:
    """Link names to the full names of a register.

    Args:
        workers: processes; the result does not depend on it.
        unseen: 0 where the register is complete, 1 where firms beside it are expected.
    """
    import numpy as np

    if workers == 1:
        whole = plain_names(against)
        return _gathered([_link_some(register(whole, keys_of(whole), unseen=unseen), plain_names(names))])
    with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
        whole = plain_names(against)
        keys = np.concatenate(list(pool.map(keys_of, _chunks(whole, _CHUNK))), axis=1)
    # Each process gets the register once, at its start, and keeps it.
    given = (whole, keys, unseen)
    with ProcessPoolExecutor(workers, get_context("spawn"), initializer=_keep, initargs=given) as pool:
        return _gathered(list(pool.map(_link_chunk, _chunks(plain_names(names), _CHUNK // 8))))


def link_one(name: str, to: Register) -> tuple[Linked, dict[str, int]]:
    """Link one name that `plain` wrote; also the blocks that were too great."""
    candidates, skipped = _candidates(name, to)
    scored = sorted(
        ((_score(name, to.names[row], to), row) for row in candidates), key=lambda one: (-one[0], one[1])
    )
    bars = identity_thresholds()
    if not scored or scored[0][0] <= bars["apart"]:
        return Linked(name, None, scored[0][0] if scored else 0.0, "apart"), skipped
    best, row = scored[0]
    rivals = [other for score, other in scored[1:] if score > best - bars["lead"]]
    alone = all(to.names[other] == to.names[row] for other in rivals)
    sure = best >= bars["merge"] and alone
    return Linked(name, row, best, "merge" if sure else "review"), skipped


def _score(name: str, other: str, to: Register) -> float:
    return _SAME if name == other else compare(readings(name), readings(other), to)[0]


_SAME = 19.93  # the clue "spelling, same"


def _candidates(name: str, to: Register) -> tuple[set[int], dict[str, int]]:
    found: set[int] = set()
    skipped: dict[str, int] = {}
    for reading in readings(name):
        for kind, key in blocks(reading):
            rows = to.block(kind, key)
            if len(rows) > CAP:
                if not found:
                    skipped[f"{kind} {key}"] = len(rows)
                continue
            found.update(rows.tolist())
            if kind == "core" and found:
                break  # whoever bears brand and trade as they are ranks before all others
    return found, skipped


def _gathered(parts: Sequence[tuple[list[Linked], Counter[str]]]) -> Links:
    skipped: Counter[str] = Counter()
    for _, some in parts:
        skipped |= some
    return Links(tuple(one for some, _ in parts for one in some), dict(sorted(skipped.items())))


def _link_some(to: Register, names: Sequence[str]) -> tuple[list[Linked], Counter[str]]:
    links: list[Linked] = []
    skipped: Counter[str] = Counter()
    for name in names:
        linked, left_out = link_one(name, to)
        links.append(linked)
        skipped |= Counter(left_out)
    return links, skipped


_KEPT: dict[str, Register] = {}


def _keep(names: list[str], keys: "np.ndarray", unseen: float) -> None:
    _KEPT["register"] = register(names, keys, unseen=unseen)


def _link_chunk(names: Sequence[str]) -> tuple[list[Linked], Counter[str]]:
    return _link_some(_KEPT["register"], names)


def _chunks(names: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    return (names[start : start + size] for start in range(0, len(names), size))
