"""Comparing what follows from some numbers with what is stated: the verdict, and the fewest that conflict."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from bulian.assess.datum import Datum
from bulian.assess.finding import Finding, Verdict
from bulian.assess.reach import reach
from bulian.assess.statements import is_count
from bulian.measure.arithmetic import ends, exactly, may_equal, rounds_to
from bulian.measure.extent import Extent, printed_numeral, printed_step

_STRUCTURE = "structure"  # the reading rule of 三次产业结构为4.0∶37.7∶58.3

Follows = Callable[[Sequence[Extent]], Extent | None]
"""What follows from the extents of some numbers; None where nothing does."""


def solid(datum: Datum) -> Extent:
    """How far a number may lie from the truth; a count printed in full is exact: nobody rounds 87 firms."""
    value = datum.value
    if isinstance(value, tuple) or datum.bound != "exact" or not is_count(datum):
        return reach(datum)
    in_full = printed_numeral(datum.fact.surface) == abs(value) and value == value.to_integral_value()
    return exactly(value) if in_full else reach(datum)


def equality(
    rule: str, formula: str, operands: Sequence[Datum], follows: Follows, stated: Datum
) -> Finding | None:
    """Whether what follows from the operands may be what is stated; None where nothing follows."""
    computed = follows([solid(datum) for datum in operands])
    if computed is None:
        return None
    held = _fitted(stated)
    verdict: Verdict = "consistent"
    if not may_equal(computed, held):
        verdict = "contradicted"
    elif reproduces(computed.point, stated):
        verdict = "reproduced"
    facts = (*operands, stated)
    smallest = facts if verdict == "contradicted" else ()
    return Finding(rule, verdict, facts, formula, "=", computed, held, stated.fact.unit, smallest=smallest)


def _fitted(stated: Datum) -> Extent:
    """A printed structure (4.0∶37.7∶58.3) is fitted to make 100, so that each part may be a digit off."""
    held = solid(stated)
    if _STRUCTURE not in stated.fact.rule.split("+") or isinstance(stated.value, tuple):
        return held
    low, high = ends(held)
    step = printed_step(stated.value, stated.fact.surface)
    return Extent(low - step, held.point, high + step)


def reproduces(number: Decimal, stated: Datum) -> bool:
    """Whether a computed number, rounded as the stated one is printed, prints the same digits."""
    value = stated.value
    if not isinstance(value, Decimal) or stated.bound != "exact":
        return False
    if stated.correction:
        return number == value
    return rounds_to(number, value, printed_step(value, stated.fact.surface))


def at_most(rule: str, parts: Sequence[Datum], whole: Datum) -> Finding:
    """Whether parts that do not overlap may together be no more than the whole; a lone part likewise."""
    extents = [solid(part) for part in parts]
    low = sum((ends(each)[0] for each in extents), Decimal(0))
    high = sum((ends(each)[1] for each in extents), Decimal(0))
    point = sum((each.point for each in extents), Decimal(0))
    held = solid(whole)
    most = ends(held)[1]
    verdict: Verdict = "contradicted" if low > most else "consistent"
    smallest = (*_fewest(parts, most), whole) if verdict == "contradicted" else ()
    formula = " + ".join(f"{{{number}}}" for number in range(len(parts)))
    computed = Extent(low, point, high)
    facts = (*parts, whole)
    return Finding(rule, verdict, facts, formula, "≤", computed, held, whole.fact.unit, smallest=smallest)


def _fewest(parts: Sequence[Datum], most: Decimal) -> tuple[Datum, ...]:
    """The greatest parts until they exceed the whole: none of them can be left out."""
    taken: list[Datum] = []
    reached = Decimal(0)
    for part in sorted(parts, key=lambda part: (-ends(solid(part))[0], part.id)):
        taken.append(part)
        reached += ends(solid(part))[0]
        if reached > most:
            break
    return tuple(part for part in parts if part in taken)
