"""What is left: of a product's budget, and of its limit for one buyer, once an assignment stands."""

from collections import defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from bulian.plan.match.assigning import Assignment, Placed
from bulian.plan.match.pairs import Pair
from bulian.plan.match.programme import buyer_at


@dataclass(frozen=True, slots=True)
class Room:
    """What an assignment uses up, in yuan."""

    budgets: Mapping[str, Decimal]
    used: Mapping[str, Decimal]
    lent: Mapping[Hashable, Decimal]

    def of_budget(self, pair: Pair) -> Decimal:
        """What is left of the product's budget."""
        return self.budgets[pair.product] - self.used.get(pair.product, Decimal(0))

    def of_buyer(self, pair: Pair) -> Decimal | None:
        """What is left of the product's limit for the pair's buyer; None for no such limit."""
        at = buyer_at(pair)
        return None if at is None or pair.limit is None else pair.limit - self.lent.get(at, Decimal(0))

    def for_pair(self, pair: Pair, without: Placed | None = None) -> Decimal:
        """What the pair could take, up to its highest, were another pair of the product not placed."""
        freed = without.amount if without else Decimal(0)
        room = min(pair.high, self.of_budget(pair) + freed)
        left = self.of_buyer(pair)
        if left is None:
            return room
        same = without is not None and buyer_at(without.pair) == buyer_at(pair)
        return min(room, left + (freed if same else Decimal(0)))


def room_of(assignment: Assignment, budgets: Mapping[str, Decimal]) -> Room:
    """What an assignment leaves."""
    used: dict[str, Decimal] = defaultdict(Decimal)
    lent: dict[Hashable, Decimal] = defaultdict(Decimal)
    for one in assignment.placed:
        used[one.pair.product] += one.amount
        if (at := buyer_at(one.pair)) is not None:
            lent[at] += one.amount
    return Room(budgets, used, lent)
