"""What is matched: demands for money (融资需求) and finance products (融资产品), as registers keep them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_FLOOR, Decimal
from functools import lru_cache

from bulian.measure.extent import Extent, stated_extent
from bulian.model.fact import Bound
from bulian.model.period import days
from bulian.vocab.match_words import meanings, said_and_denied

Values = Mapping[str, str]
"""By column, text: yuan, months, percent, ISO dates, lists parted by "、". What is not there is not known."""

_BOUNDS: dict[str, Bound] = {"≈": "approx", "≥": "min", "≤": "max"}


@dataclass(frozen=True, slots=True)
class Demand:
    """What a firm asks for.

    Attributes:
        amount, least: the most and the least it would take, in yuan; without a least, all of it is needed.
        place: the row it was read from.
    """

    code: str
    firm: str
    amount: Decimal
    least: Decimal
    values: Values
    place: str

    def get(self, field: str) -> str:
        """A field, "" where it is not known."""
        return self.values.get(field, "")

    @property
    def groups(self) -> frozenset[str]:
        """The attributes that it is known to have (小微, 首贷, 民营 …)."""
        return said_and_denied(self.get("attributes"))[0]

    def consents(self, on: date) -> bool:
        """Whether the firm has agreed that institutions see it, and the agreement still holds."""
        until = self.get("consent_until")
        return self.get("consent") == "yes" and (not until or days(until)[1] >= on)


@dataclass(frozen=True, slots=True)
class Product:
    """What an institution offers.

    Attributes:
        kind: equity, bond, loan or guarantee (股, 债, 贷, 保).
        budget: what may be placed, in yuan; None where nobody says, so nothing can be assigned to it.
        values: what it asks; one that lends on credit asks for no collateral.
    """

    code: str
    institution: str
    name: str
    kind: str
    budget: Decimal | None
    values: Values
    place: str

    def get(self, column: str) -> str:
        """A column, "" where the product says nothing."""
        return self.values.get(column, "")

    def amount(self, column: str) -> Decimal | None:
        """A column of money or numbers; None where the product says nothing."""
        return number(self.get(column)) if self.get(column) else None


def demand(values: Values, place: str) -> Demand:
    """A demand from a row of its register; without a hedge before an amount asked (约), and in whole yuan."""
    amount = round(number(values["amount"]))
    least = round(number(values["least"])) if values.get("least") else amount
    told = {**values, "amount": str(amount), "least": str(least)}
    code, firm = values.get("code", place), values.get("firm", "")
    return Demand(code, firm, Decimal(amount), Decimal(least), told, place)


def product(values: Values, place: str) -> Product:
    """A product from a row of its register."""
    told = dict(values)
    if "credit" in meanings("collateral", told.get("collateral", "")):
        told = {column: text for column, text in told.items() if column not in ("collateral", "ltv")}
    budget = number(values["budget"]) if values.get("budget") else None
    code, name = values.get("code", place), values.get("name", "")
    return Product(code, values.get("institution", ""), name, values["kind"], budget, told, place)


def number(text: str) -> Decimal:
    """The number of a canonical text without its hedge.

    >>> number("≈120000000")
    Decimal('120000000')
    """
    return Decimal(text.lstrip("≈≥≤"))


@lru_cache(maxsize=10_000)
def extent(text: str) -> Extent:
    """Between which numbers a canonical text lies: a hedge widens it.

    >>> extent("≥20000000").low, extent("≥20000000").high
    (Decimal('20000000'), None)
    """
    return stated_extent(number(text), _BOUNDS.get(text[:1], "exact"))


def at_stake(demand: Demand, product: Product) -> Decimal:
    """The least that can change hands: the firm's least or the product's smallest, whichever is more."""
    return max(demand.least, product.amount("min_amount") or Decimal(0))


def at_most(demand: Demand, product: Product) -> Decimal:
    """The most that can change hands, in whole yuan: asked, the largest, on the collateral, on one buyer."""
    caps = [demand.amount, product.amount("max_amount"), product.amount("buyer_limit")]
    share = product.amount("ltv")
    if share is not None and demand.get("collateral_value"):
        caps.append((extent(demand.get("collateral_value")).low or Decimal(0)) * share / 100)
    return min(cap for cap in caps if cap is not None).to_integral_value(ROUND_FLOOR)
