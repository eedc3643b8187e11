"""招商对象: whom to attract for a node, why, and why not.

Candidates come from outside firm tables and from facts about firms elsewhere. Each is shown part by part
(`prospect_parts`); the score is their weighted sum. A list over several nodes is picked one at a time, each
firm already picked for a node taking `CROWDING` off the next one there, so that one node does not fill it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bulian.chain.placing import Spotted
from bulian.ledger.scope import Seen
from bulian.model.chain import Status
from bulian.plan import prospect_parts as parts
from bulian.plan.firm_index import OutsideFirm
from bulian.plan.introducing import Introduction
from bulian.plan.prospect_parts import Both, Part, Signal, months_old
from bulian.vocab.prospects import prospect_words

CROWDING = 0.05
LEAST_FIT = 0.3
STALE_MONTHS = 24


@dataclass(frozen=True, slots=True)
class Wanted:
    """A node that somebody should be found for; `worth` is the share of end products that hangs on it."""

    chain: str
    node: str
    name: Both
    status: Status
    worth: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A firm that may be on a wanted node, with what is known of it beyond its row."""

    firm: OutsideFirm
    wanted: Wanted
    spotted: Spotted
    signals: tuple[Signal, ...] = ()
    introduction: Introduction | None = None


@dataclass(frozen=True, slots=True)
class Rejection:
    """Somebody said no to a firm; kept and honoured until it is taken back.

    `node` is CHAIN/NODE, CHAIN for all nodes of a chain, or "" for all.
    """

    firm: str
    node: str
    by: str
    at: str
    why: str
    line: int


@dataclass(frozen=True, slots=True)
class Prospect:
    """A firm worth calling for a node.

    Attributes:
        score: with what is assumed for the unknown; low, high: with the unknown at worst and at best.
        why, why_not, unknown: what speaks for it, against it, and what nobody knows.
    """

    candidate: Candidate
    parts: tuple[Part, ...]
    score: float
    low: float
    high: float
    why: tuple[Both, ...]
    why_not: tuple[Both, ...]
    unknown: tuple[Both, ...]

    @property
    def is_made_up(self) -> bool:
        """Whether its row is made up for illustration."""
        return self.candidate.firm.synthetic


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A firm that is no prospect, and why: "closed", "here", "rejected", "unsure"."""

    firm: str
    node: str
    reason: str
    says: Both


@dataclass(frozen=True, slots=True)
class Prospects:
    """Whom to attract.

    Attributes:
        wanted: the nodes that were asked for. found: the prospects, the best first.
        made_up: those of made-up tables, which only show how it looks.
        left_out: who is none and why. tables: the outside tables searched, each with the day it speaks of.
        by_facts: how many candidates come from documents. seen: what the scope let through.
    """

    wanted: tuple[Wanted, ...]
    found: tuple[Prospect, ...]
    made_up: tuple[Prospect, ...]
    left_out: tuple[LeftOut, ...]
    tables: tuple[tuple[str, str | None], ...]
    by_facts: int
    seen: Seen


@dataclass(frozen=True, slots=True)
class Place:
    """Where the district lies: its code of GB/T 2260, and its largest free site in mu, None: unknown."""

    region: str
    free_land: float | None = None


def prospect(candidate: Candidate, place: Place, today: str) -> Prospect:
    """A candidate with its parts, score and reasons."""
    told, wanted = candidate.firm.told, candidate.wanted
    found = (
        parts.need(wanted.status, wanted.worth),
        parts.fit(candidate.spotted),
        parts.expansion(candidate.signals, today),
        parts.path(candidate.introduction),
        parts.room(told, place.free_land),
        parts.soundness(told, today),
    )
    whole, low, high = parts.score(found)
    return Prospect(
        candidate, found, whole, low, high,
        why=tuple(one.says for one in found if one.speaks_for),
        why_not=(
            *(one.says for one in found if one.value is not None and not one.speaks_for),
            *_against(candidate.firm, place, today),
        ),
        unknown=tuple(one.says for one in found if one.value is None),
    )  # fmt: skip


def left_out(
    candidate: Candidate, place: Place, here: Iterable[str], rejected: Sequence[Rejection]
) -> LeftOut | None:
    """Why a candidate is no prospect; None where it is one."""
    firm, chain, node = candidate.firm, candidate.wanted.chain, candidate.wanted.node
    status = firm.told.get("status", "")
    closed = next((word for word in prospect_words("closed") if word in status), None)
    if closed:
        return LeftOut(firm.name, node, "closed", (f"its status is “{status}”", f"状态为“{status}”"))
    if firm.told.get("region_code", "").startswith(place.region) or firm.name in here:
        return LeftOut(
            firm.name, node, "here",
            ("it is in the district already: connect it", "已在本区：宜协作对接，不是招商"),
        )  # fmt: skip
    no = next(
        (one for one in rejected if one.firm == firm.name and one.node in ("", chain, f"{chain}/{node}")),
        None,
    )
    if no:
        return LeftOut(
            firm.name, node, "rejected",
            (f"{no.by} said no on {no.at[:10]}: {no.why}", f"{no.by}于{no.at[:10]}否决：{no.why}"),
        )  # fmt: skip
    if candidate.spotted.probability < LEAST_FIT:
        sure = candidate.spotted.probability
        return LeftOut(
            firm.name, node, "unsure",
            (f"only {sure:.2f} sure that it is on the node", f"在该环节的把握只有 {sure:.2f}"),
        )  # fmt: skip
    return None


def ranked(found: Iterable[Prospect], most: int) -> tuple[Prospect, ...]:
    """The best so many, spread over nodes and each firm once; of equal ones the first by name."""
    waiting = sorted(found, key=lambda one: (-one.score, one.candidate.firm.name, one.candidate.wanted.node))
    chosen: list[Prospect] = []
    taken: set[str] = set()
    crowd: Counter[str] = Counter()
    while waiting and len(chosen) < most:
        best = max(waiting, key=lambda one: one.score - CROWDING * crowd[one.candidate.wanted.node])
        chosen.append(best)
        taken.add(best.candidate.firm.name)
        crowd[best.candidate.wanted.node] += 1
        waiting = [one for one in waiting if one.candidate.firm.name not in taken]
    return tuple(chosen)


def standing(acts: Iterable[tuple[int, Mapping[str, object]]]) -> tuple[Rejection, ...]:
    """The rejections in force: the last act on a firm and node holds.

    Args:
        acts: number of the line and act of the journal's book `prospects`, in order.
    """
    held: dict[tuple[str, str], Rejection] = {}
    for line, act in acts:
        key = str(act["firm"]), str(act["node"])
        if act["do"] == "reject":
            held[key] = Rejection(*key, str(act["by"]), str(act["at"]), str(act["why"]), line)
        else:
            held.pop(key, None)
    return tuple(held.values())


def _against(firm: OutsideFirm, place: Place, today: str) -> Iterable[Both]:
    age = months_old(firm.dated, today)
    if age is None:
        yield ("the table is undated", "名录没有日期")
    elif age > STALE_MONTHS:
        yield (f"the table is {age} months old", f"名录已有 {age} 个月")
    if firm.told.get("region_code", "")[:2] == place.region[:2]:
        yield (
            "it is in the same province-level area: what moves here leaves there",
            "同在本省（市）：搬来即是别处搬走",
        )
