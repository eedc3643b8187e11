"""Blocking pairs (可阻断的配对): who would rather leave the assignment for each other.

The best sum is not what each would choose. A firm would leave where its own value, worth per yuan times
amount, rises; an institution where it places more money than the one pair it would drop for it. They are
counted and listed, not mended: an officer should know before calling.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal

from bulian.plan.match.assigning import Assignment, Placed
from bulian.plan.match.pairs import Pair
from bulian.plan.match.room import Room, room_of


def blocking(
    pairs: Sequence[Pair], assignment: Assignment, budgets: Mapping[str, Decimal]
) -> tuple[Pair, ...]:
    """The pairs that block an assignment, by code; () where it is stable in this sense."""
    room = room_of(assignment, budgets)
    own = {one.pair.demand: one for one in assignment.placed}
    held: dict[str, list[Placed]] = defaultdict(list)
    for one in assignment.placed:
        held[one.pair.product].append(one)
    found = [one for one in pairs if _blocks(one, own.get(one.demand), held[one.product], room)]
    return tuple(sorted(found, key=lambda one: (one.demand, one.product)))


def _blocks(pair: Pair, own: Placed | None, held: Sequence[Placed], room: Room) -> bool:
    if own is not None and own.pair.product == pair.product:
        return False
    now = own.pair.worth * own.amount if own else Decimal(0)
    for dropped in (None, *held):
        amount = room.for_pair(pair, dropped)
        gives_up = dropped.amount if dropped else Decimal(0)
        if amount >= pair.low and amount > gives_up and pair.worth * amount > now:
            return True
    return False
