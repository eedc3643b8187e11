"""What became of demands (对接漏斗), from asking to money paid out, by kind; only dated evidence counts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from statistics import median
from typing import Literal, get_args

from bulian.model.period import days
from bulian.plan.match.contradictions import Wrong
from bulian.plan.match.nouns import Demand, Product, Values, number

Step = Literal["asked", "matched", "visited", "credited", "paid"]
STEPS: tuple[Step, ...] = get_args(Step)
KINDS = ("equity", "bond", "loan", "guarantee")


@dataclass(frozen=True, slots=True)
class Reached:
    """A demand that reached a step for a product.

    Attributes:
        on: the day, or the month where no day is known, ISO 8601. amount: in yuan; None where nobody says.
        evidence: the document that shows it; "" for the asking itself, which the register shows.
    """

    demand: str
    product: str
    step: Step
    on: str
    amount: Decimal | None
    place: str
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of the funnel for one kind; kind "" is all of them.

    Attributes:
        demands: how many reached it, each counted once. money: what they asked for; for credit and payment,
            what was granted and paid, as far as told.
        days: the median of days since the step before, of those that have both days; None without any.
    """

    kind: str
    step: Step
    demands: int
    money: Decimal
    days: float | None


def reached_of(
    rows: Iterable[tuple[Values, str]], demands: Sequence[Demand], products: Sequence[Product]
) -> tuple[tuple[Reached, ...], tuple[Wrong, ...]]:
    """The steps that count, and the rows that do not: without evidence, unknown, or without consent."""
    known = {one.code: one for one in demands}, {one.code for one in products}
    good, told = [], []
    for values, place in rows:
        wrong = _wrong(values, place, *known)
        if wrong:
            told.append(wrong)
        elif values["step"] in STEPS:
            amount = number(values["amount"]) if values.get("amount") else None
            step: Step = next(one for one in STEPS if one == values["step"])
            pair = values["demand"], values["product"]
            good.append(Reached(*pair, step, values["on"], amount, place, values["evidence"]))
    return tuple(good), tuple(told)


def settled(reached: Iterable[Reached]) -> frozenset[str]:
    """The demands that have been granted or paid; they are not matched again."""
    return frozenset(one.demand for one in reached if one.step in ("credited", "paid"))


def backwards(reached: Sequence[Reached]) -> tuple[Wrong, ...]:
    """Steps that are dated before the one that comes before them; they count, their days do not."""
    first = _first_days(reached)
    return tuple(
        Wrong(
            one.place, ("on",),
            f"{one.demand}: {one.step} on {one.on} lies before the step before it",
            f"{one.demand}：这一环节的日期 {one.on} 早于前一环节", keeps=True,
        )
        for one in reached
        if (before := _before(one, first)) is not None and days(one.on)[1] < before
    )  # fmt: skip


def funnel(
    demands: Sequence[Demand], products: Sequence[Product], reached: Sequence[Reached], within: str = ""
) -> tuple[Stage, ...]:
    """The steps of all kinds together, then of each kind that has any.

    Args:
        within: a month or year, ISO 8601, for what was reached in it alone; "" for all.
    """
    kind_of = {one.code: one.kind for one in products}
    asked = [
        Reached(one.code, "", "asked", one.get("filed_on"), one.amount, one.place)
        for one in demands
        if one.get("filed_on") or not within
    ]
    asks = {one.code: one.amount for one in demands}
    first = _first_days([*asked, *reached])
    told = [one for one in (*asked, *reached) if not within or _lies_in(one.on, within)]
    return tuple(
        _stage(kind, step, [one for one in told if one.step == step and _is(kind, one, kind_of)], asks, first)
        for kind in ("", *KINDS)
        for step in (STEPS if not kind else STEPS[1:])
        if not kind or any(kind_of.get(one.product) == kind for one in told)
    )


def _wrong(values: Values, place: str, demands: Mapping[str, Demand], products: set[str]) -> Wrong | None:
    asking = demands.get(values["demand"])
    if asking is None:
        return Wrong(place, ("demand",), f"no demand {values['demand']}", f"没有需求 {values['demand']}")
    if values["product"] not in products:
        return Wrong(place, ("product",), f"no product {values['product']}", f"没有产品 {values['product']}")
    if not values.get("evidence"):
        return Wrong(place, ("evidence",), "no evidence: the step does not count", "没有凭证，这一环节不计")
    if asking.get("consent") != "yes":
        return Wrong(
            place, ("demand",), f"{asking.code} has given no consent: the step does not count",
            f"{asking.code} 没有授权，这一环节不计",
        )  # fmt: skip
    return None


def _stage(
    kind: str, step: Step, told: Sequence[Reached], asks: Mapping[str, Decimal], first: "_First"
) -> Stage:
    codes = {one.demand for one in told}
    if step in ("credited", "paid"):
        money = sum((one.amount for one in told if one.amount is not None), Decimal(0))
    else:
        money = sum((asks[code] for code in codes), Decimal(0))
    spans = [span for one in told if (span := _span(one, first)) is not None]
    return Stage(kind, step, len(codes), money, float(median(spans)) if spans else None)


_First = Mapping[tuple[str, str, Step], date]


def _first_days(reached: Iterable[Reached]) -> _First:
    """The first day of each step of a demand and product; a month alone is no day."""
    found: dict[tuple[str, str, Step], date] = {}
    for one in reached:
        if len(one.on) == len("2026-06-30"):
            at = (one.demand, one.product, one.step)
            found[at] = min(days(one.on)[0], found.get(at, date.max))
    return found


def _before(one: Reached, first: _First) -> date | None:
    """The day of the nearest step before that has one."""
    for step in reversed(STEPS[: STEPS.index(one.step)]):
        product = one.product if step != "asked" else ""
        if (day := first.get((one.demand, product, step))) is not None:
            return day
    return None


def _span(one: Reached, first: _First) -> int | None:
    day, before = first.get((one.demand, one.product, one.step)), _before(one, first)
    if day is None or before is None or day < before:
        return None
    return (day - before).days


def _lies_in(on: str, within: str) -> bool:
    return bool(on) and days(within)[0] <= days(on)[0] and days(on)[1] <= days(within)[1]


def _is(kind: str, one: Reached, kind_of: Mapping[str, str]) -> bool:
    return not kind or kind_of.get(one.product) == kind
