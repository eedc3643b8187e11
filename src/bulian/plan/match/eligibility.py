"""Eligibility (准入): every clause of a product asked of a demand; three answers, and never a score."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bulian.plan.match.comparing import COMPARISONS
from bulian.plan.match.nouns import Demand, Product
from bulian.vocab.match_clauses import Answer, Clause, match_clauses


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a product says of a demand.

    Attributes:
        answer: no where one clause says no; else unknown where one cannot be told; else yes.
        against: the clauses that say no. open: those that cannot be told, each with a document to ask for.
    """

    demand: Demand
    product: Product
    answer: Answer
    against: tuple[Clause, ...]
    open: tuple[Clause, ...]

    @property
    def deciding(self) -> tuple[Clause, ...]:
        """The clauses that the answer rests on; () for a yes."""
        return self.against or self.open

    @property
    def asks(self) -> tuple[tuple[str, str], ...]:
        """The documents to ask for, as (zh, en), each once; none where a clause says no anyway."""
        return () if self.against else tuple(dict.fromkeys(clause.ask for clause in self.open))


def eligibility(demand: Demand, product: Product, on: date) -> Verdict:
    """Whether a demand is admitted to a product on a day, and by which clauses not.

    Consent is not asked here: see `consenting`, which comes first.
    """
    return _judged(demand, product, asked_by(product), on)


def eligibilities(demands: Iterable[Demand], products: Iterable[Product], on: date) -> tuple[Verdict, ...]:
    """Every demand with consent against every product, in the order given."""
    offered = [(product, asked_by(product)) for product in products]
    return tuple(
        _judged(one, product, clauses, on) for one in consenting(demands, on) for product, clauses in offered
    )


def consenting(demands: Iterable[Demand], on: date) -> tuple[Demand, ...]:
    """The demands that institutions may see; every list starts from these."""
    return tuple(one for one in demands if one.consents(on))


def asked_by(product: Product) -> tuple[Clause, ...]:
    """The clauses that a product asks: a column that it leaves empty is no bar."""
    return tuple(
        clause
        for clause in match_clauses()
        if (not clause.kinds or product.kind in clause.kinds)
        and (clause.silent != "yes" or any(product.get(column) for column in clause.columns))
    )


def _judged(demand: Demand, product: Product, clauses: Iterable[Clause], on: date) -> Verdict:
    answers = [(clause, _answer(clause, demand, product, on)) for clause in clauses]
    against = tuple(clause for clause, answer in answers if answer == "no")
    unsettled = tuple(clause for clause, answer in answers if answer == "unknown")
    final: Answer = "no" if against else "unknown" if unsettled else "yes"
    return Verdict(demand, product, final, against, unsettled)


def _answer(clause: Clause, demand: Demand, product: Product, on: date) -> Answer:
    if clause.field and not demand.get(clause.field):
        return clause.empty
    if clause.silent != "yes" and not any(product.get(column) for column in clause.columns):
        return clause.silent
    return COMPARISONS[clause.how](demand, product, clause, on)
