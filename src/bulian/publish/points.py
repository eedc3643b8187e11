"""Figures of a scored method: weights and goalposts as the method states them, and the points they give."""

from collections.abc import Sequence
from decimal import Decimal

from bulian.assess.evaluate.readings import Reading
from bulian.assess.evaluate.scores import Points
from bulian.publish.figure import Facts, Figure, Formula, Stated
from bulian.publish.numbers import by_size, digits, figure_of
from bulian.publish.paper import Text
from bulian.publish.wording import Wording
from bulian.vocab.amount import Amount

_CENT = Decimal("0.01")


def weight_figure(one: Points, method: str, words: Wording) -> Figure:
    """How many points a criterion is worth."""
    weight = one.criterion.weight
    return Figure(weight, digits(weight, words), Stated(method))


def points_figure(one: Points, method: str, words: Wording) -> Figure:
    """The points of a criterion of which they are known.

    Raises:
        ValueError: they are not.
    """
    if one.points is None or one.reading is None:
        raise ValueError(f"the points of {one.criterion.key} are not known")
    value = one.points.quantize(_CENT)
    parts: tuple[Figure, ...] = (reading_figure(one.reading, words), weight_figure(one, method, words))
    if one.criterion.goalposts:
        parts = (*parts, *posts(one, method, words))
        return Figure(value, digits(value, words), Formula("points", parts))
    base = one.criterion.base
    if base is None:
        raise ValueError(f"{one.criterion.key} has neither goalposts nor a base")
    return Figure(
        value, digits(value, words), Formula("points_of_base", (*parts, _amount(base, method, words)))
    )


def posts(one: Points, method: str, words: Wording) -> tuple[Figure, ...]:
    """The two goalposts: where points begin, and where they are full."""
    return tuple(_amount(post, method, words) for post in one.criterion.goalposts or ())


def _amount(amount: Amount, method: str, words: Wording) -> Figure:
    written = by_size(amount.value, amount.unit, words)
    return Figure(amount.value, written.text, Stated(method), written.before, written.unit)


def reading_figure(reading: Reading, words: Wording) -> Figure:
    """The number that a criterion reads: as printed where it is one fact's, else computed from its parts."""
    if len(reading.parts) == 1 and reading.extent.point == reading.parts[0].value:
        return figure_of(reading.parts[0], words)
    written = by_size(reading.extent.point.quantize(_CENT), reading.unit, words)
    facts = Facts(tuple(part.id for part in reading.parts))
    return Figure(reading.extent.point, written.text, facts, written.before, written.unit)


def value_text(one: Points, words: Wording) -> Text:
    """The number of a criterion; in words where it is not known."""
    if one.reading is None:
        return (words.words("self_evaluation.unknown"),)
    return (reading_figure(one.reading, words),)


def sum_figure(parts: Sequence[Figure], words: Wording) -> Figure:
    """The sum of points or weights; of none it is nought, as a count of nothing."""
    known = [part.value for part in parts if isinstance(part.value, Decimal)]
    value = sum(known, Decimal(0)).quantize(_CENT)
    return Figure(value, digits(value, words), Formula("sum", tuple(parts) or (_nought(words),)))


def _nought(words: Wording) -> Figure:
    return Figure(Decimal(0), digits(Decimal(0), words), Stated("evaluate"))
