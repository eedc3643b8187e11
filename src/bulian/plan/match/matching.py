"""Demands and products of a day matched: all that is answered, in one value."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bulian.plan.match.assigning import Assignment, assign
from bulian.plan.match.blocking import blocking
from bulian.plan.match.eligibility import Verdict, eligibilities
from bulian.plan.match.fairness import NOBODY, Envy, Kinds, Met, envies, parity
from bulian.plan.match.nouns import Demand, Product
from bulian.plan.match.pairs import Pair, pairs_of
from bulian.plan.match.unfunded import Unfunded, unfunded


@dataclass(frozen=True, slots=True)
class Matching:
    """What a matching answers.

    Attributes:
        on: the day it is of. demands: all of them, also without consent.
        verdicts: every demand with consent against every product. pairs: those that may be placed.
        unfunded: demands with consent that get nothing, with the reason. blocking: see `blocking`.
        envies, parity: see `fairness`.
    """

    on: date
    demands: tuple[Demand, ...]
    products: tuple[Product, ...]
    verdicts: tuple[Verdict, ...]
    pairs: tuple[Pair, ...]
    assignment: Assignment
    unfunded: tuple[Unfunded, ...]
    blocking: tuple[Pair, ...]
    envies: tuple[Envy, ...]
    parity: tuple[Met, ...]

    @property
    def without_consent(self) -> tuple[Demand, ...]:
        """The demands that are in nobody's list, until their firms agree."""
        return tuple(one for one in self.demands if not one.consents(self.on))

    def demand(self, code: str) -> Demand:
        """A demand by its code."""
        return next(one for one in self.demands if one.code == code)

    def product(self, code: str) -> Product:
        """A product by its code."""
        return next(one for one in self.products if one.code == code)


def matching(
    demands: Sequence[Demand],
    products: Sequence[Product],
    on: date,
    floors: Mapping[str, Decimal],
    kinds: Kinds = NOBODY,
) -> Matching:
    """Match demands with products on a day.

    Args:
        floors: by group, the part of the most it could get that is kept for it.
        kinds: what firm registers tell of the firms, for parity alone: it never decides who gets what.

    Raises:
        BadRequest: the floors cannot hold together, or one is no part.
    """
    verdicts = eligibilities(demands, products, on)
    pairs = pairs_of(verdicts)
    budgets = {one.code: one.budget for one in products if one.budget is not None}
    best = assign(pairs, budgets, floors)
    envying = envies(demands, pairs, best)
    return Matching(
        on, tuple(demands), tuple(products), verdicts, pairs, best,
        unfunded(verdicts, pairs, best, budgets, on), blocking(pairs, best, budgets),
        envying, parity(demands, pairs, best, envying, kinds),
    )  # fmt: skip
