"""Fairness of an assignment (公平性): who envies whom (嫉妒), and how much of demand is met group by group.

The best sum looks at no single firm. A firm envies another where it was eligible for what the other got
and would rather have it than its own; among firms alike in their attributes that wants an explanation. Shares
are counted over the demands eligible for anything: who was eligible for nothing lost nothing to others.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import get_args

from bulian.plan.match.assigning import Assignment, Placed
from bulian.plan.match.funnel import Reached
from bulian.plan.match.nouns import Demand
from bulian.plan.match.pairs import Pair
from bulian.vocab.match_words import said_and_denied
from bulian.vocab.ownership import Ownership

GROUPS = ("small", "first_loan", "private")
"""小微, 首贷, 民营: for whom parity is asked after, by what the firm says of itself."""
GROUPINGS: dict[str, tuple[str, ...]] = {
    "origin": ("attracted", "home_grown", "spin_off"), "capital": ("mainland", "foreign"),
    "ownership": get_args(Ownership),
}  # fmt: skip
"""招商引进 or 本地培育, 内资 or 外资, 国有 or 私人: by what firm registers tell of the firm."""

Kinds = Mapping[str, Mapping[str, str]]
"""By demand and grouping, the kind of its firm; what no register tells is not there, and is never guessed."""
NOBODY: Kinds = {}
"""Where no register of firms is at hand."""
_SAID = ("yes", "no", "unknown")
_GRANTED = ("credited", "paid")


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
        group: an attribute, as in `GROUPS`, or one of `GROUPINGS`. said: "yes", "no", or the firm's
            kind; "unknown" where nobody tells.
        demands: with consent and eligible for a product with a budget. funded: those that get money.
        asked, money: what they ask and get, in yuan. envious: those that would rather have another's.
    """

    group: str
    said: str
    demands: int
    funded: int
    asked: Decimal
    money: Decimal
    envious: int

    @property
    def share(self) -> Decimal | None:
        """What they get of what they ask, a ratio; None where they ask for nothing."""
        return self.money / self.asked if self.asked else None


@dataclass(frozen=True, slots=True)
class Taken:
    """What a group took up so far (授信, 放款), by dated evidence.

    Attributes:
        demands: with consent, those granted among them. granted: those with credit or money by evidence.
        money: what was granted in yuan, as far as told; of a demand without a credit, what was paid.
    """

    group: str
    said: str
    demands: int
    granted: int
    money: Decimal


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


def parity(
    demands: Iterable[Demand],
    pairs: Sequence[Pair],
    assignment: Assignment,
    envying: Iterable[Envy],
    kinds: Kinds,
) -> tuple[Met, ...]:
    """How much is met, group by group; only groups that there are, those of which nobody tells among them."""
    eligible = {one.demand for one in pairs}
    got = {one.pair.demand: one.amount for one in assignment.placed}
    envious = {one.demand for one in envying}
    asking = [one for one in demands if one.code in eligible]
    return tuple(
        Met(
            group, said, len(mine), sum(one.code in got for one in mine),
            sum((one.amount for one in mine), Decimal(0)),
            sum((got.get(one.code, Decimal(0)) for one in mine), Decimal(0)),
            sum(one.code in envious for one in mine),
        )
        for group, said, mine in _groups(asking, kinds)
    )  # fmt: skip


def taken(demands: Iterable[Demand], reached: Iterable[Reached], kinds: Kinds, on: date) -> tuple[Taken, ...]:
    """What was granted and paid so far, group by group, over all demands with consent."""
    steps = [one for one in reached if one.step in _GRANTED]
    granted = {one.demand for one in steps}
    agreed = [one for one in demands if one.consents(on) or one.code in granted]
    return tuple(
        Taken(
            group, said, len(mine), sum(one.code in granted for one in mine),
            sum((_granted(one.code, steps) for one in mine), Decimal(0)),
        )
        for group, said, mine in _groups(agreed, kinds)
    )  # fmt: skip


def _granted(code: str, steps: Sequence[Reached]) -> Decimal:
    """The money credited to a demand; where no credit tells an amount, what was paid."""
    sums = [
        sum(
            (one.amount for one in steps if (one.demand, one.step) == (code, step) and one.amount), Decimal(0)
        )
        for step in _GRANTED
    ]
    return sums[0] or sums[1]


def _groups(demands: Sequence[Demand], kinds: Kinds) -> Iterator[tuple[str, str, list[Demand]]]:
    """The demands of every group there is; groupings of which no register tells anything are left out."""
    for group in GROUPS:
        for said in _SAID:
            if mine := [one for one in demands if _said(one, group) == said]:
                yield group, said, mine
    for group, several in GROUPINGS.items():
        told = {one.code: kinds.get(one.code, {}).get(group, "unknown") for one in demands}
        if set(told.values()) <= {"unknown"}:
            continue
        for said in (*several, "unknown"):
            if mine := [one for one in demands if told[one.code] == said]:
                yield group, said, mine


def _said(one: Demand, group: str) -> str:
    said, denied = said_and_denied(one.get("attributes"))
    return "yes" if group in said else "no" if group in denied else "unknown"
