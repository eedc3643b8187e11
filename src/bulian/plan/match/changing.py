"""What one change would open (一项调整能打开几个产品): each is tried by asking every product again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal

from bulian.plan.match.eligibility import Verdict, eligibility
from bulian.plan.match.nouns import Demand, Product, at_stake, demand
from bulian.vocab.match_clauses import Clause
from bulian.vocab.match_words import first_word, meanings


@dataclass(frozen=True, slots=True)
class Change:
    """One field of a demand otherwise, and the products that it opens.

    Attributes:
        clause: the one that asks for it. before, after: canonical text of the field.
        opens: codes of products that say yes to the changed demand and did not before.
    """

    clause: Clause
    field: str
    before: str
    after: str
    opens: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """What a firm could hand in, and the products where nothing else is open: they may admit it."""

    ask: tuple[str, str]
    clauses: tuple[Clause, ...]
    may_open: tuple[str, ...]


def best_change(verdicts: Sequence[Verdict], on: date) -> Change | None:
    """The one change of a demand that opens most products; None where no single one opens any.

    Only what a firm may ask otherwise is tried (amount, term, ceiling, kind, collateral, day), never what it
    is. Of two that open as many, the smaller step, then the one met first.

    Args:
        verdicts: of one demand, against every product.
    """
    tried: dict[tuple[str, str], Change] = {}
    for one in verdicts:
        for clause, field, after in _steps(one, on):
            if (field, after) not in tried:
                opens = _opened(one.demand, field, after, verdicts, on)
                tried[field, after] = Change(clause, field, one.demand.get(field), after, opens)
    useful = [change for change in tried.values() if change.opens]
    return max(useful, key=lambda one: (len(one.opens), -_size(one)), default=None)


def documents(verdicts: Sequence[Verdict]) -> tuple[Document, ...]:
    """What could be handed in for products that cannot be told, those that may open most first."""
    found: dict[tuple[str, str], tuple[list[Clause], list[str]]] = {}
    for one in verdicts:
        if len(one.asks) != 1:
            continue
        clauses, products = found.setdefault(one.asks[0], ([], []))
        clauses += [clause for clause in one.open if clause not in clauses]
        products.append(one.product.code)
    told = [Document(ask, tuple(clauses), tuple(products)) for ask, (clauses, products) in found.items()]
    return tuple(sorted(told, key=lambda one: -len(one.may_open)))


def _steps(verdict: Verdict, on: date) -> Iterator[tuple[Clause, str, str]]:
    """The changes that would satisfy the clauses that say no, where they are all of one field."""
    if verdict.answer == "no" and all(clause.change for clause in verdict.against):
        for clause in verdict.against:
            for field, after in _step(clause, verdict.demand, verdict.product, on):
                yield clause, field, after


def _step(clause: Clause, demand: Demand, product: Product, on: date) -> Iterator[tuple[str, str]]:
    asked = product.get(clause.columns[-1])
    match clause.how:
        case "at_least" | "at_most" if asked:
            yield clause.field, asked
        case "band_under" if asked:
            yield clause.field, asked
        case "lends_on":
            yield "least", asked
        case "named":
            yield clause.field, f"{demand.get(clause.field)}、{first_word(clause.list, product.kind)}"
        case "any_among":
            for key in sorted(meanings(clause.list, asked)):
                yield clause.field, f"{demand.get(clause.field)}、{first_word(clause.list, key)}"
        case "covers":
            needed = at_stake(demand, product) * 100 / Decimal(asked)
            yield clause.field, f"{needed.to_integral_value(ROUND_CEILING):f}"
        case "ready_by":
            yield clause.field, (on + timedelta(days=int(Decimal(asked)))).isoformat()


def _opened(asking: Demand, field: str, after: str, verdicts: Sequence[Verdict], on: date) -> tuple[str, ...]:
    changed = demand(_consistent({**asking.values, field: after}), asking.place)
    shut = [one.product for one in verdicts if one.answer != "yes"]
    return tuple(one.code for one in shut if eligibility(changed, one, on).answer == "yes")


def _consistent(values: dict[str, str]) -> dict[str, str]:
    """Less asked for than the least that would do: then that little would do."""
    if Decimal(values["least"]) > Decimal(values["amount"]):
        values["least"] = values["amount"]
    return values


def _size(change: Change) -> float:
    """How far a number moves, as a part of where it stood; 1 for what is no number."""
    try:
        before, after = (Decimal(text.lstrip("≈≥≤")) for text in (change.before, change.after))
    except ArithmeticError:
        return 1.0
    return float(abs(after - before) / before) if before else 1.0
