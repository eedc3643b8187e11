"""What a match would be worth: the amounts between which a pair can meet, and its worth per yuan."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from bulian.plan.match.eligibility import Verdict
from bulian.plan.match.nouns import at_most, at_stake, extent
from bulian.vocab.thresholds import match_terms


@dataclass(frozen=True, slots=True)
class Pair:
    """A demand and a product that may meet.

    Attributes:
        low, high: between which amounts, in yuan.
        worth: per yuan placed; 1 for money alone, more for a rate saved and for quickness.
        groups: of the firm; buyer: who pays the receivable, "" for none.
        limit: what the product lends on one buyer; None for no such limit.
    """

    demand: str
    product: str
    low: Decimal
    high: Decimal
    worth: Decimal
    groups: frozenset[str] = frozenset()
    buyer: str = ""
    limit: Decimal | None = None


def pairs_of(verdicts: Iterable[Verdict]) -> tuple[Pair, ...]:
    """The pairs eligible beyond doubt: an unknown is no yes, and without a budget nothing is placed."""
    return tuple(_pair(one) for one in verdicts if one.answer == "yes" and one.product.budget is not None)


def worth(verdict: Verdict) -> Decimal:
    """Per yuan: 1 + saving · (ceiling − highest rate) / ceiling + speed · h / (h + days), as far as known.

    h is the half-life of quickness; the weights lie in `vocab/match_terms.csv`. A part that is not known adds
    nothing. The chance that the institution approves is in no part: nobody has measured it.
    """
    terms = match_terms()
    total = Decimal(1)
    ceiling, rate = verdict.demand.get("max_rate"), verdict.product.amount("rate_high")
    if ceiling and rate is not None and verdict.product.kind != "equity" and extent(ceiling).point > 0:
        saved = max(extent(ceiling).point - rate, Decimal(0)) / extent(ceiling).point
        total += terms["saving"] * saved
    days = verdict.product.amount("days")
    if days is not None:
        total += terms["speed"] * terms["half_life"] / (terms["half_life"] + days)
    return round(total, 6)


def _pair(verdict: Verdict) -> Pair:
    demand, product = verdict.demand, verdict.product
    low = at_stake(demand, product).to_integral_value(ROUND_CEILING)
    return Pair(
        demand.code, product.code, low, max(low, at_most(demand, product)), worth(verdict), demand.groups,
        demand.get("buyer"), product.amount("buyer_limit"),
    )  # fmt: skip
