"""The comparisons of clauses: yes, no, or it cannot be told. Nothing here is a score.

None is asked where the demand says nothing, or the product asks nothing: `eligibility` answers that. The
catalogue of clauses (`vocab/match_clauses.csv`) names them.
"""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from bulian.measure.extent import Extent
from bulian.model.period import days
from bulian.plan.match.nouns import Demand, Product, at_stake, extent, number
from bulian.vocab import gbt4754, regions
from bulian.vocab.match_clauses import Answer, Clause, How
from bulian.vocab.match_words import meanings, said_and_denied

Comparison = Callable[[Demand, Product, Clause, date], Answer]


def named(demand: Demand, product: Product, clause: Clause, on: date) -> Answer:
    """The product's one word is among those that the demand names."""
    return _told(product.get(clause.columns[0]) in meanings(clause.list, demand.get(clause.field)))


def at_least(demand: Demand, product: Product, clause: Clause, on: date) -> Answer:
    """The demand's number reaches the product's; a hedged number may leave it open."""
    return _reaches(extent(demand.get(clause.field)), number(product.get(clause.columns[0])))


def at_most(demand: Demand, product: Product, clause: Clause, on: date) -> Answer:
    """The demand's number does not pass the product's."""
    told, limit = extent(demand.get(clause.field)), number(product.get(clause.columns[0]))
    return _between(told.high is not None and told.high <= limit, told.low is not None and told.low > limit)


def all_among(demand: Demand, product: Product, clause: Clause, on: date) -> Answer:
    """Every word of the demand is among the product's."""
    return _told(_said(demand, clause) <= _asked(product, clause))


def any_among(demand: Demand, product: Product, clause: Clause, on: date) -> Answer:
    """One word of the demand is among the product's."""
    return _told(bool(_said(demand, clause) & _asked(product, clause)))


def has_all(demand: Demand, product: Product, clause: Clause, on: date) -> Answer:
    """The firm has every attribute; one that it denies is a no, one it does not speak of cannot be told."""
    asked = _asked(product, clause)
    said, denied = said_and_denied(demand.get(clause.field))
    return _between(asked <= said, bool(asked & denied))


def has_none(demand: Demand, product: Product, clause: Clause, on: date) -> Answer:
    """The firm has none of the attributes, and says so of each."""
    asked = _asked(product, clause)
    said, denied = said_and_denied(demand.get(clause.field))
    return _between(asked <= denied, bool(asked & said))


def within(demand: Demand, product: Product, clause: Clause, on: date) -> Answer:
    """What the demand names lies within one that is asked; a whole of which a part is asked may do so."""
    said, asked = _said(demand, clause), _asked(product, clause)
    inside = all(any(_lies_in(clause, one, whole) for whole in asked) for one in said)
    may = any(_lies_in(clause, part, one) for one in said for part in asked)
    return _between(inside, not inside and not may)


def outside(demand: Demand, product: Product, clause: Clause, on: date) -> Answer:
    """What the demand names lies within none of those refused."""
    answer = within(demand, product, clause, on)
    turned: dict[Answer, Answer] = {"yes": "no", "no": "yes", "unknown": "unknown"}
    return turned[answer]


def band_under(demand: Demand, product: Product, clause: Clause, on: date) -> Answer:
    """The product's whole band of rates stays below the ceiling; where it reaches over, a quote must say."""
    ceiling = number(demand.get(clause.field))
    low, high = (product.amount(column) for column in clause.columns)
    return _between(high is not None and high <= ceiling, low is not None and low > ceiling)


def covers(demand: Demand, product: Product, clause: Clause, on: date) -> Answer:
    """The value of the collateral, at the product's rate, covers the least that can change hands."""
    share = number(product.get(clause.columns[0])) / 100
    worth = extent(demand.get(clause.field))
    lent = Extent(_times(worth.low, share), worth.point * share, _times(worth.high, share))
    return _reaches(lent, at_stake(demand, product))


def lends_on(demand: Demand, product: Product, clause: Clause, on: date) -> Answer:
    """The limit for one buyer lets the least that can change hands through."""
    return _told(at_stake(demand, product) <= number(product.get(clause.columns[0])))


def older(demand: Demand, product: Product, clause: Clause, on: date) -> Answer:
    """The firm was founded at least so many months ago; of a bare year both ends are looked at."""
    first, last = days(demand.get(clause.field))
    latest = _months_before(on, int(number(product.get(clause.columns[0]))))
    return _between(last <= latest, first > latest)


def ready_by(demand: Demand, product: Product, clause: Clause, on: date) -> Answer:
    """The money would be there in time, were it applied for on the day of matching."""
    ready = on + timedelta(days=int(number(product.get(clause.columns[0]))))
    return _told(ready <= days(demand.get(clause.field))[1])


def open_on(demand: Demand, product: Product, clause: Clause, on: date) -> Answer:
    """The product can still be applied for."""
    return _told(days(product.get(clause.columns[0]))[1] >= on)


COMPARISONS: dict[How, Comparison] = {
    "named": named, "at_least": at_least, "at_most": at_most, "all_among": all_among, "any_among": any_among,
    "has_all": has_all, "has_none": has_none, "within": within, "outside": outside, "band_under": band_under,
    "covers": covers, "lends_on": lends_on, "older": older, "ready_by": ready_by, "open_on": open_on,
}  # fmt: skip


def _told(holds: bool) -> Answer:
    return "yes" if holds else "no"


def _between(surely: bool, surely_not: bool) -> Answer:
    return "yes" if surely else "no" if surely_not else "unknown"


def _reaches(told: Extent, limit: Decimal) -> Answer:
    return _between(told.low is not None and told.low >= limit, told.high is not None and told.high < limit)


def _said(demand: Demand, clause: Clause) -> frozenset[str]:
    return meanings(clause.list, demand.get(clause.field))


def _asked(product: Product, clause: Clause) -> frozenset[str]:
    return meanings(clause.list, product.get(clause.columns[0]))


def _lies_in(clause: Clause, part: str, whole: str) -> bool:
    inside = gbt4754.within if clause.list == "industry" else regions.within
    return inside(part, whole)


def _times(amount: Decimal | None, share: Decimal) -> Decimal | None:
    return None if amount is None else amount * share


def _months_before(on: date, months: int) -> date:
    """The same day so many months earlier, or the last day of that month where it has no such day."""
    year, month = divmod(on.year * 12 + on.month - 1 - months, 12)
    return date(year, month + 1, min(on.day, days(f"{year:04}-{month + 1:02}")[1].day))
