"""Comparator: what a target asks for: more than a number, that or more, about it, that or less, less."""

from decimal import Decimal

from bulian.assess.datum import Datum
from bulian.extract.fold import fold
from bulian.measure.extent import Extent, stated_extent
from bulian.model.fact import Value
from bulian.model.place import Span
from bulian.vocab.targets import Comparator, comparators

_NEAR = 6
_OF_BOUND: dict[str, Comparator] = {"exact": ">=", "min": ">=", "approx": "~", "max": "<="}


def comparator_of(datum: Datum) -> Comparator:
    """By the words at the number in its clause, else by its bound; a plain 达300家 asks for that or more.

    A fall (下降3%左右) asks for that fall or more: a growth of -3 or less.
    """
    if datum.fact.aspect == "growth" and _most(datum.value) < 0:
        return "<="
    quote, surface = fold(datum.fact.place.quote), fold(datum.fact.surface)
    at = _at(datum, quote, surface)
    if at < 0 or datum.order_of_magnitude or datum.correction:
        return ">=" if datum.order_of_magnitude else _OF_BOUND[datum.bound]
    before = quote[max(at - _NEAR, 0) : at]
    after = quote[at + len(surface) : at + len(surface) + _NEAR]
    for word, stands_before, comparator in comparators():
        if word in before if stands_before else after.startswith(word) or surface.endswith(word):
            return comparator
    return _OF_BOUND[datum.bound]


def _most(value: Value) -> Decimal:
    return value[1] if isinstance(value, tuple) else value


def _at(datum: Datum, quote: str, surface: str) -> int:
    place, start = datum.fact.place, datum.fact.surface_start
    return start - place.start if isinstance(place, Span) and start is not None else quote.find(surface)


def is_falling(comparator: Comparator) -> bool:
    """Whether less is better: 控制在…以内."""
    return comparator in ("<", "<=")


def meets(outcome: Extent, target: Datum, comparator: Comparator) -> bool | None:
    """Whether an outcome meets a target; None where the digits and words printed leave it open.

    About a number (约) is met from its lower edge, 5 % below, upwards. One number printed for both is
    reached, though nobody knows whether it was exceeded: None where the target asks for more than it.
    """
    aim = stated_extent(target.value, target.bound)
    if is_falling(comparator):
        wanted = aim.point if aim.high is None else aim.high
        lowest, highest = _turned(outcome.high), _turned(outcome.low)
        return _reaches(Extent(lowest, -outcome.point, highest), -wanted, comparator == "<")
    return _reaches(outcome, aim.point if aim.low is None else aim.low, comparator == ">")


def _reaches(outcome: Extent, wanted: Decimal, strictly: bool) -> bool | None:
    if outcome.point == wanted:
        return None if strictly else True
    if outcome.low is not None and outcome.low >= wanted:
        return True
    return False if outcome.high is not None and outcome.high < wanted else None


def _turned(side: Decimal | None) -> Decimal | None:
    return None if side is None else -side
