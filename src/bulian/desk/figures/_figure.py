"""A figure derived from rows of registers: its value, how it comes about, and the rows it rests on."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from statistics import median
from typing import Literal

Unit = Literal["count", "percent", "yuan", "mu", "m2", "days", "yuan_per_mu", "rank"]


@dataclass(frozen=True, slots=True)
class Derived:
    """A figure.

    Attributes:
        of: what it is told of, a row or a group; "" for the whole register.
        zh, en: what it is. value: exact, in `unit`; None where it is not known.
        formula: in Chinese and in English; columns stand in braces, `{column}` or `{register.column}`, and
            what a column may hold as `{column=choice}`.
        rows: "register/row" of every row it rests on.
        left_out: rows that should count and lack what is needed.
        register: whose figure it is, set when it is asked for.
        synthetic: it rests on made-up rows, which never make one figure with real ones.
    """

    of: str
    zh: str
    en: str
    value: Decimal | None
    unit: Unit
    formula: tuple[str, str]
    rows: tuple[str, ...]
    left_out: tuple[str, ...] = ()
    register: str = ""
    synthetic: bool = False


def in_columns(formula: str) -> tuple[str, str]:
    """A formula of columns and signs alone, which is the same in both languages."""
    return formula, formula


def ratio(part: Decimal | int, whole: Decimal | int) -> Decimal | None:
    """A share in per cent; None of nothing."""
    return Decimal(part) / Decimal(whole) * 100 if whole else None


def middle(days: Iterable[int]) -> Decimal | None:
    """The median of days; None of none."""
    known = list(days)
    return Decimal(str(median(known))) if known else None
