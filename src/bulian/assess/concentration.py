"""一业独大 or 多业并兴: how concentrated a composition is, within bounds where its list is not whole."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

import numpy as np

from bulian.assess.composition import Composition
from bulian.assess.reach import reach
from bulian.errors import BadRequest
from bulian.measure.effective_number import effective_number
from bulian.measure.entropy import entropy
from bulian.measure.hhi import hhi
from bulian.measure.partial_list import partial_list
from bulian.measure.top_share import top_share
from bulian.measure.variety import variety
from bulian.vocab.gbt4754 import gbt4754
from bulian.vocab.thresholds import structure_thresholds

Verdict = Literal["one", "between", "many"]
_WHOLE = 0.995
"""From here on a list is whole: printed parts and totals are rounded."""


@dataclass(frozen=True, slots=True)
class Bound:
    """From `low` to `high`; `high` is None where nothing bounds it."""

    low: float
    high: float | None


@dataclass(frozen=True, slots=True)
class Levels:
    """The numbers of one year: fractions, numbers of parts, nats."""

    top1: Bound
    top3: Bound
    hhi: Bound
    effective: Bound
    entropy: Bound


@dataclass(frozen=True, slots=True)
class Concentration:
    """How a composition stands.

    Attributes:
        coverage: the listed parts over the total; None where no total is known: then all is among the listed.
        unlisted: parts whose number is only 超 or 不足, and so counted with what is not listed.
        variety: related and unrelated, in bits; None where not every part is a class of GB/T 4754.
        verdicts: 一业独大 (one), neither (between), 多业并兴 (many): those that the bounds allow.
        trouble: why there are no numbers, as (en, zh).
    """

    composition: Composition
    coverage: float | None
    levels: Levels
    variety: tuple[float, float] | None
    unlisted: tuple[str, ...]
    verdicts: tuple[Verdict, ...]
    trouble: tuple[str, str] | None = None


_UNIT = Bound(0.0, 1.0)
_OPEN = Levels(_UNIT, _UNIT, _UNIT, Bound(1.0, None), Bound(0.0, None))


def concentration(of: Composition, *, largest: bool) -> Concentration:
    """The concentration of a composition.

    Args:
        largest: a person says that no part left out is larger than the smallest listed one.
    """
    firm = [part for part in of.parts if not part.bounded]
    unlisted = tuple(part.name for part in of.parts if part.bounded)
    amounts = np.array([part.amount for part in firm])
    if not amounts.sum() > 0:
        return _without(of, unlisted, ("no part has an amount of its own", "没有一项有确定的数"))
    if of.whole is None:
        return _whole(of, amounts, None, unlisted)
    total = float(reach(of.whole).point)
    coverage = float(amounts.sum()) / total if total > 0 else 0.0
    if _WHOLE <= coverage <= 2 - _WHOLE and not unlisted:
        return _whole(of, amounts, coverage, unlisted)
    try:
        found = partial_list(amounts, total, largest=largest and not unlisted)
    except BadRequest as error:
        return _without(of, unlisted, (error.en, error.zh))
    levels = Levels(
        Bound(*found.top1), Bound(*found.top3), Bound(*found.hhi), Bound(*found.effective),
        Bound(found.entropy_low, found.entropy_high),
    )  # fmt: skip
    return Concentration(of, coverage, levels, None, unlisted, _verdicts(levels))


def _whole(
    of: Composition, amounts: np.ndarray, coverage: float | None, unlisted: tuple[str, ...]
) -> Concentration:
    found = (
        top_share(amounts, count=1), top_share(amounts, count=3), hhi(amounts), effective_number(amounts),
        entropy(amounts),
    )  # fmt: skip
    levels = Levels(*(Bound(float(one.value), float(one.value)) for one in found))
    return Concentration(of, coverage, levels, _variety(of, amounts), unlisted, _verdicts(levels))


def _variety(of: Composition, amounts: np.ndarray) -> tuple[float, float] | None:
    """Over divisions (大类), where every part is named as the standard names a group or class."""
    groups = [_divisions().get(part.name) for part in of.parts if not part.bounded]
    if of.by != "industry" or None in groups:
        return None
    found = variety(amounts, [str(group) for group in groups])
    return float(found.unrelated.value), float(found.related.value)


@cache
def _divisions() -> dict[str, str]:
    """The division of each group and class, by its name."""
    found: dict[str, str] = {}
    for one in gbt4754().values():
        if one.level in ("group", "class"):
            found.setdefault(one.name, one.code[:2])
    return found


def _verdicts(levels: Levels) -> tuple[Verdict, ...]:
    """Which of the three the bounds allow; one where they settle it."""
    top, effective = levels.top1, levels.effective
    limit = {name: float(value) for name, value in structure_thresholds().items()}
    most = effective.high if effective.high is not None else np.inf
    top_most = top.high if top.high is not None else 1.0
    one_sure = top.low >= limit["one_dominates_top"] or most < limit["one_dominates_effective"]
    one_may = top_most >= limit["one_dominates_top"] or effective.low < limit["one_dominates_effective"]
    many_sure = effective.low >= limit["many_thrive_effective"] and top_most <= limit["many_thrive_top"]
    many_may = most >= limit["many_thrive_effective"] and top.low <= limit["many_thrive_top"]
    if one_sure:
        return ("one",)
    if many_sure:
        return ("many",)
    may: list[Verdict] = ["one"] if one_may else []
    return (*may, "between", "many") if many_may else (*may, "between")


def _without(of: Composition, unlisted: tuple[str, ...], why: tuple[str, str]) -> Concentration:
    return Concentration(of, None, _OPEN, None, unlisted, ("one", "between", "many"), why)
