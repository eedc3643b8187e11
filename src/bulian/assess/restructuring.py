"""How a composition changed between two years, where its series break, what a reference explains."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from bulian.assess.composition import Composition
from bulian.assess.reach import reach
from bulian.errors import BadRequest
from bulian.measure.esteban_marquillas import EstebanMarquillas, esteban_marquillas
from bulian.measure.modified_lilien import modified_lilien
from bulian.measure.moore import moore
from bulian.measure.structural_change import structural_change
from bulian.model.measure import Measured, Why
from bulian.vocab.thresholds import structure_thresholds

REST = "…"
"""What is not listed, as a part of its own."""
Reference = Mapping[int, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Jump:
    """A part that at least doubled or halved from one year to the next: a break until someone explains it."""

    name: str
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Restructuring:
    """From one year to another of the same measure.

    Attributes:
        moved: NAV, the share that changed hands. restless: the modified Lilien index. turned: Moore's angle.
        Each is None where it has no value; `why` says it.
        came, went: parts listed in one of the years only; their change may be the list's.
    """

    before: Composition
    after: Composition
    moved: float | None
    restless: float | None
    turned: float | None
    why: str | None
    came: tuple[str, ...]
    went: tuple[str, ...]
    jumps: tuple[Jump, ...]


@dataclass(frozen=True, slots=True)
class Shift:
    """A part's change, in the measure's unit; None where the reference lacks it in the earlier year."""

    name: str
    change: float
    whole: float | None
    mix: float | None
    own: float | None
    competitive: float | None
    allocation: float | None


def restructuring(before: Composition, after: Composition) -> Restructuring:
    """What moved between two years; what is not listed counts as one part where both totals are known."""
    names = _names(before, after)
    start, end = _row(before, names), _row(after, names)
    jump = float(structure_thresholds()["break_ratio"])
    old, new = ({part.name for part in one.parts} for one in (before, after))
    both = old & new
    found = (structural_change(start, end), modified_lilien(start, end), moore(start, end))
    reasons = [Why(int(one.why)).name.lower() for one in found if one.why != Why.FINE]
    return Restructuring(
        before, after, _number(found[0]), _number(found[1]), _number(found[2]),
        reasons[0] if reasons else None,
        tuple(sorted(new - old)), tuple(sorted(old - new)),
        tuple(
            Jump(name, a, b) for name, a, b in zip(names, start, end, strict=True)
            if name in both and a > 0 and b > 0 and max(a / b, b / a) >= jump
        ),
    )  # fmt: skip


def shift_shares(before: Composition, after: Composition, reference: Reference) -> tuple[Shift, ...]:
    """Classic and Esteban-Marquillas shift–share of every part, with what is not listed as one.

    Args:
        reference: by year and part, in any one unit, all its parts; those not listed here join the rest.

    Raises:
        BadRequest: a year is missing from the reference, or nothing of it bears a name that is listed here.
    """
    for one in (before, after):
        if one.year not in reference:
            years = ", ".join(map(str, sorted(reference)))
            raise BadRequest(
                f"the reference has no year {one.year}; it has {years}. Add the rows of that year.",
                f"参照里没有 {one.year} 年，只有 {years}。请补上该年的行。",
            )
    names = _names(before, after)
    if not set(names) & set(reference[before.year]):
        raise BadRequest(
            f"the reference names none of {', '.join(names)}. Use the same names of industries.",
            f"参照里没有 {'、'.join(names)} 中的任何一个。请用同样的行业名。",
        )
    old, new = (_reference_row(reference[one.year], names) for one in (before, after))
    found = esteban_marquillas(_row(before, names), _row(after, names), old, new)
    return tuple(_shift(found, place, name) for place, name in enumerate(names))


def _names(before: Composition, after: Composition) -> list[str]:
    names = sorted({part.name for one in (before, after) for part in one.parts})
    return [*names, REST] if before.whole and after.whole else names


def _row(of: Composition, names: Sequence[str]) -> np.ndarray:
    amounts = {part.name: part.amount for part in of.parts}
    if of.whole and REST in names:
        rest = float(reach(of.whole).point) - sum(amounts.values())
        amounts[REST] = max(rest, 0.0)
    return np.array([amounts.get(name, 0.0) for name in names])


def _reference_row(year: Mapping[str, float], names: Sequence[str]) -> np.ndarray:
    amounts = dict(year)
    if REST in names:
        amounts[REST] = sum(value for name, value in year.items() if name not in names)
    return np.array([amounts.get(name, 0.0) for name in names])


def _shift(found: EstebanMarquillas, place: int, name: str) -> Shift:
    def at(part: Measured) -> float | None:
        return float(part.value[place]) if part.why[place] == Why.FINE else None

    competitive, allocation = at(found.competitive), at(found.allocation)
    own = None if competitive is None or allocation is None else competitive + allocation
    return Shift(
        name, float(found.change.value[place]) if found.change.why[place] == Why.FINE else 0.0,
        at(found.whole), at(found.mix), own, competitive, allocation,
    )  # fmt: skip


def _number(found: Measured) -> float | None:
    return float(found.value) if found.why == Why.FINE else None
