"""Rows that cannot be matched: they ask what excludes itself, or use a word that no standard has."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from bulian.plan.match.nouns import Demand, Product, Values, demand, number, product
from bulian.vocab import gbt4754
from bulian.vocab.match_clauses import match_clauses
from bulian.vocab.match_words import first_word, is_known, meanings, said_and_denied

One = TypeVar("One", bound=Demand | Product)

_ORDERED = (
    ("min_amount", "max_amount"), ("min_term", "max_term"), ("rate_low", "rate_high"),
    ("min_revenue", "max_revenue"), ("min_amount", "buyer_limit"), ("least", "amount"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why a row is set aside, or what it leaves out.

    Attributes:
        place: the row. columns: those concerned, by key.
        keeps: whether the row is kept all the same (a product without a budget still has its lists).
    """

    place: str
    columns: tuple[str, ...]
    en: str
    zh: str
    keeps: bool = False


def demands_of(rows: Iterable[tuple[Values, str]]) -> tuple[tuple[Demand, ...], tuple[Wrong, ...]]:
    """The demands of good rows, and what is wrong with the others."""
    return _sorted_out((demand(*row) for row in rows), _demand_wrongs)


def products_of(rows: Iterable[tuple[Values, str]]) -> tuple[tuple[Product, ...], tuple[Wrong, ...]]:
    """The products of good rows, and what is wrong with the others."""
    return _sorted_out((product(*row) for row in rows), _product_wrongs)


def below_every_product(demands: Sequence[Demand], products: Sequence[Product]) -> tuple[Wrong, ...]:
    """Demands that ask for less than the smallest amount of every product; they are kept, and told of."""
    smallest = [one.amount("min_amount") for one in products]
    told = [one for one in smallest if one is not None]
    if not told or len(told) < len(smallest):
        return ()
    floor = min(told)
    return tuple(
        Wrong(
            one.place, ("amount",),
            f"{one.code} asks for {one.amount:,f} yuan; the smallest amount of any product is {floor:,f}",
            f"{one.code} 需求 {one.amount:,f} 元，低于所有产品的最低金额（{floor:,f} 元）", keeps=True,
        )
        for one in demands
        if one.amount < floor
    )  # fmt: skip


def _sorted_out(
    made: Iterable[One], wrongs: Callable[[One], Iterator[Wrong]]
) -> tuple[tuple[One, ...], tuple[Wrong, ...]]:
    good: dict[str, One] = {}
    told: list[Wrong] = []
    for one in made:
        found = [*wrongs(one)]
        if one.code in good:
            found.append(_twice(one.code, one.place, good[one.code].place))
        told += found
        if all(each.keeps for each in found):
            good[one.code] = one
    # By code: the order of rows in a file decides nothing.
    return tuple(good[code] for code in sorted(good)), tuple(told)


def _demand_wrongs(one: Demand) -> Iterator[Wrong]:
    yield from _crossed(one.values, one.place)
    if one.amount <= 0:
        yield Wrong(one.place, ("amount",), "the amount is not above zero", "需求金额须大于零")
    said, denied = said_and_denied(one.get("attributes"))
    if both := sorted(said & denied):
        yield Wrong(
            one.place,
            ("attributes",),
            f"{_shown(both)} is both said and denied",
            f"既写“{_shown(both)}”又写“非”",
        )


def _product_wrongs(one: Product) -> Iterator[Wrong]:
    yield from _crossed(one.values, one.place)
    yield from _unknown_words(one)
    if both := sorted(meanings("attribute", one.get("requires")) & meanings("attribute", one.get("refuses"))):
        yield Wrong(
            one.place, ("requires", "refuses"),
            f"{_shown(both)} is both required and refused", f"“{_shown(both)}”既须具备又不准入",
        )  # fmt: skip
    wanted, refused = (
        meanings("industry", one.get("industries")),
        meanings("industry", one.get("industries_not")),
    )
    if wanted and all(any(gbt4754.within(code, whole) for whole in refused) for code in wanted):
        yield Wrong(
            one.place, ("industries", "industries_not"),
            "every industry admitted is refused too", "准入的行业全在不准入之列",
        )  # fmt: skip
    if one.budget is None:
        yield Wrong(
            one.place, ("budget",), "no budget is given: its lists stand, but no money is assigned to it",
            "没有写额度：仍列出符合条件的需求，但不参与分配", keeps=True,
        )  # fmt: skip


def _crossed(values: Values, place: str) -> Iterator[Wrong]:
    for low, high in _ORDERED:
        if values.get(low) and values.get(high) and number(values[low]) > number(values[high]):
            yield Wrong(
                place, (low, high),
                f"the lower end {values[low]} lies above the upper end {values[high]}",
                f"下限 {values[low]} 高于上限 {values[high]}",
            )  # fmt: skip


def _unknown_words(one: Product) -> Iterator[Wrong]:
    for clause in match_clauses():
        strange = [
            key for key in meanings(clause.list, one.get(clause.columns[0])) if not is_known(clause.list, key)
        ]
        if strange:
            yield Wrong(
                one.place, clause.columns, f"{_shown(sorted(strange))} is in no standard list",
                f"“{_shown(sorted(strange))}”不在标准目录里",
            )  # fmt: skip


def _twice(code: str, place: str, first: str) -> Wrong:
    return Wrong(
        place,
        ("code",),
        f"{code} stands in {first} already; the first counts",
        f"{code} 与 {first} 重复，以前者为准",
    )


def _shown(keys: Sequence[str]) -> str:
    return "、".join(first_word("attribute", key) for key in keys)
