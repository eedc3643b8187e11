"""Why a demand gets nothing (未获安排的原因): the limit that binds, and the change that would help most."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from bulian.plan.match.assigning import Assignment
from bulian.plan.match.changing import Change, Document, best_change, documents
from bulian.plan.match.eligibility import Verdict
from bulian.plan.match.nouns import Demand
from bulian.plan.match.pairs import Pair
from bulian.plan.match.room import Room, room_of

Limit = Literal["clause", "unknown", "no_budget", "budget", "buyer", "floor"]


@dataclass(frozen=True, slots=True)
class Unfunded:
    """A demand with consent that gets nothing.

    Attributes:
        limit: "clause": every product says no; "unknown": none says yes, some cannot be told; "no_budget":
            those that say yes have no budget; "budget", "buyer": the nearest product is used up, or its limit
            for the buyer; "floor": there is room, kept for a group or not found within the gap.
        product: the nearest, for "budget" and "buyer"; "" else. short: what it lacks, in yuan.
        take_less: with so much, in yuan, it would be served at once; None where nothing is left.
        change: the one change that opens most products. documents: what could be handed in.
    """

    demand: Demand
    limit: Limit
    product: str
    short: Decimal | None
    take_less: Decimal | None
    change: Change | None
    documents: tuple[Document, ...]


def unfunded(
    verdicts: Sequence[Verdict],
    pairs: Sequence[Pair],
    assignment: Assignment,
    budgets: Mapping[str, Decimal],
    on: date,
) -> tuple[Unfunded, ...]:
    """Every demand with consent that gets nothing, in the order of the verdicts."""
    served = {one.pair.demand for one in assignment.placed}
    of_demand: dict[str, list[Verdict]] = defaultdict(list)
    for one in verdicts:
        of_demand[one.demand.code].append(one)
    mine: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        mine[pair.demand].append(pair)
    room = room_of(assignment, budgets)
    return tuple(_told(told, mine[code], room, on) for code, told in of_demand.items() if code not in served)


def _told(verdicts: Sequence[Verdict], pairs: Sequence[Pair], room: Room, on: date) -> Unfunded:
    asking = verdicts[0].demand
    change, asks = best_change(verdicts, on), documents(verdicts)
    answers = {one.answer for one in verdicts}
    if not pairs:
        limit: Limit = "no_budget" if "yes" in answers else "unknown" if "unknown" in answers else "clause"
        return Unfunded(asking, limit, "", None, None, change, asks)
    nearest = min(pairs, key=lambda one: (one.low - room.for_pair(one), one.product))
    short = nearest.low - room.for_pair(nearest)
    left = room.of_buyer(nearest)
    by_buyer = left is not None and left < room.of_budget(nearest)
    limit = "floor" if short <= 0 else "buyer" if by_buyer else "budget"
    return Unfunded(
        asking, limit, nearest.product, max(short, Decimal(0)), _less(verdicts, pairs, room), change, asks
    )


def _less(verdicts: Sequence[Verdict], pairs: Sequence[Pair], room: Room) -> Decimal | None:
    """The most that is left for the demand at a product whose smallest amount it still reaches."""
    smallest = {one.product.code: one.product.amount("min_amount") or Decimal(1) for one in verdicts}
    rest = [room.for_pair(one) for one in pairs]
    fits = [left for one, left in zip(pairs, rest, strict=True) if left >= smallest[one.product]]
    return max(fits, default=None)
