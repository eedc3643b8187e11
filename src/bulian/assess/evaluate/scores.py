"""Additive scores of a method: each criterion's points; unknown ones give a range, not zero."""

from dataclasses import dataclass
from decimal import Decimal

from bulian.assess.evaluate.clauses import Missing
from bulian.assess.evaluate.readings import Known, Reading, growth_in, value_of
from bulian.vocab.template import Criterion, Template


@dataclass(frozen=True, slots=True)
class Points:
    """A criterion's value and points; `points` is None where the value, or the way to points, is unknown."""

    criterion: Criterion
    reading: Reading | None
    points: Decimal | None
    missing: Missing | None


@dataclass(frozen=True, slots=True)
class Score:
    """A whole score.

    Attributes:
        known: the sum of known points. low, high: what the whole lies between, the unknown criteria at their
            worst and best; high is None where points have no upper end.
        weight: of the criteria whose value is known. total: of all of the method, also of what was not read.
    """

    points: tuple[Points, ...]
    known: Decimal
    low: Decimal
    high: Decimal | None
    weight: Decimal
    total: Decimal

    @property
    def complete(self) -> bool:
        """Every criterion of the whole method is known."""
        return self.weight == self.total


def score(template: Template, about: Known, year: int) -> Score:
    """The score of a subject in `year` by the template's own rule.

    ratio_to_base: points = value ÷ base × weight, not capped (亩均效益).
    goalposts: points = weight × (value − low)/(high − low), kept within 0 and 1: posts are fixed, so adding
    or removing a subject never changes the order of the others.
    none: values only; how they become points is not public.
    """
    points = tuple(_points(template, one, about, year) for one in template.criteria)
    earned = sum((one.points for one in points if one.points is not None), Decimal(0))
    weight = sum((one.criterion.weight for one in points if one.reading is not None), Decimal(0))
    whole = template.total_weight or sum((one.weight for one in template.criteria), Decimal(0))
    open_weight = sum((one.criterion.weight for one in points if one.points is None), Decimal(0))
    bounded = template.scoring == "goalposts"
    return Score(
        points,
        earned,
        earned,
        earned + open_weight if bounded else (earned if not open_weight else None),
        weight,
        whole,
    )


def _points(template: Template, criterion: Criterion, about: Known, year: int) -> Points:
    quantity = criterion.quantity
    if quantity is None:
        return Points(criterion, None, None, Missing("word", criterion.zh, criterion.en))
    reading = (growth_in if quantity.aspect == "growth" else value_of)(quantity, about, year)
    if reading is None:
        return Points(criterion, None, None, Missing("number", quantity.names[0], quantity.names[0], year))
    return Points(criterion, reading, points_of(template, criterion, reading.extent.point), None)


def points_of(template: Template, criterion: Criterion, value: Decimal) -> Decimal | None:
    """The points of a value, exact as far as decimals go; None where the method does not say."""
    if template.scoring == "ratio_to_base" and criterion.base is not None:
        return value / criterion.base.value * criterion.weight
    if template.scoring == "goalposts" and criterion.goalposts is not None:
        low, high = (post.value for post in criterion.goalposts)
        share = (value - low) / (high - low)
        return criterion.weight * min(max(share, Decimal(0)), Decimal(1))
    return None
