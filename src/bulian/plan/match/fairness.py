"""Fairness of an assignment (公平性): who envies whom (嫉妒), and how much of demand is met group by group.

The best sum looks at no single firm. A firm envies another where it was eligible for what the other got
and would rather have it than its own; among firms alike in their attributes that wants an explanation. Shares
are counted over the demands eligible for anything: who was eligible for nothing lost nothing to others.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from bulian.plan.match.assigning import Assignment, Placed
from bulian.plan.match.nouns import Demand
from bulian.plan.match.pairs import Pair
from bulian.vocab.match_words import said_and_denied

GROUPS = ("small", "first_loan", "private")
"""小微, 首贷, 民营: for whom parity is asked after."""

Said = Literal["yes", "no", "unknown"]
_SAID: tuple[Said, ...] = ("yes", "no", "unknown")


@dataclass(frozen=True, slots=True)
class Envy:
    """A demand would rather have what another got from a product; `alike`: both have the same attributes."""

    demand: str
    other: str
    product: str
    alike: bool


@dataclass(frozen=True, slots=True)
class Met:
    """How much of what a group asks is met.

    Attributes:
        group: an attribute, as in `GROUPS`. said: of firms that say it, deny it, or tell nothing.
        demands: with consent and eligible for a product with a budget. funded: those that get money.
        asked, money: what they ask and get, in yuan.
    """

    group: str
    said: Said
    demands: int
    funded: int
    asked: Decimal
    money: Decimal

    @property
    def share(self) -> Decimal | None:
        """What they get of what they ask, a ratio; None where they ask for nothing."""
        return self.money / self.asked if self.asked else None


def envies(demands: Iterable[Demand], pairs: Sequence[Pair], assignment: Assignment) -> tuple[Envy, ...]:
    """Who would rather have what another got, by code.

    Value is worth per yuan × amount, as in the assignment; of another's amount a firm would take what lies
    between the ends of its own pair with that product.
    """
    groups = {one.code: one.groups for one in demands}
    held: dict[str, list[Placed]] = defaultdict(list)
    for one in assignment.placed:
        held[one.pair.product].append(one)
    own = {one.pair.demand: one.pair.worth * one.amount for one in assignment.placed}
    found = []
    for pair in pairs:
        for other in held[pair.product]:
            amount, name = min(pair.high, other.amount), other.pair.demand
            rather = pair.worth * amount > own.get(pair.demand, Decimal(0))
            if name != pair.demand and amount >= pair.low and rather:
                alike = groups[pair.demand] == groups[name]
                found.append(Envy(pair.demand, name, pair.product, alike))
    return tuple(sorted(found, key=lambda one: (one.demand, one.other)))


def parity(demands: Iterable[Demand], pairs: Sequence[Pair], assignment: Assignment) -> tuple[Met, ...]:
    """How much is met of those who say an attribute, deny it, or tell nothing; only those that there are."""
    eligible = {one.demand for one in pairs}
    asking = [one for one in demands if one.code in eligible]
    got = {one.pair.demand: one.amount for one in assignment.placed}
    found = (
        _met(group, said, [one for one in asking if _said(one, group) == said], got)
        for group in GROUPS
        for said in _SAID
    )
    return tuple(one for one in found if one.demands)


def _met(group: str, said: Said, several: Sequence[Demand], got: Mapping[str, Decimal]) -> Met:
    asked = sum((one.amount for one in several), Decimal(0))
    amounts = [got[one.code] for one in several if one.code in got]
    return Met(group, said, len(several), len(amounts), asked, sum(amounts, Decimal(0)))


def _said(one: Demand, group: str) -> Said:
    said, denied = said_and_denied(one.get("attributes"))
    return "yes" if group in said else "no" if group in denied else "unknown"
