"""A stretch of a long list, and where the rest of it lies, so that nothing is cut off in silence."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bulian.publish.site.html import asked_number
from bulian.publish.site.page import Asked

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """Some rows of a list.

    Attributes:
        key: the list's name on its page. total: how many rows the whole has. start: those before these.
        before, after: what the address asks for to see the rows before and after; None where there are none.
    """

    key: str
    shown: Sequence[T]
    total: int
    start: int
    before: dict[str, str] | None
    after: dict[str, str] | None

    @property
    def span(self) -> str:
        """Which rows these are, the first being 1."""
        return f"{self.start + 1}—{self.start + len(self.shown)}"


_IN_A_FILE = 1000
"""Rows of a part where nobody reads it but it goes into a file."""


def rows_of_a_part(asked: Asked, most: int) -> int:
    """How many rows to give at once: `most` on a page, more for the file that `as` asks for."""
    return _IN_A_FILE if asked.get("as") else most


def part_of(several: Sequence[T], key: str, asked: Asked, most: int) -> Part[T]:
    """The rows that an address asks for with `list` and `from`, at most `most`; the first ones by default.

    A place beyond the end is the last part, so that an old link still shows rows.
    """
    most = rows_of_a_part(asked, most)
    begins = asked_number(asked, "from") if asked.get("list") == key else 0
    start = part_start(begins, len(several), most)
    return Part(
        key, several[start : start + most], len(several), start,
        _from(key, start - most) if start else None,
        _from(key, start + most) if start + most < len(several) else None,
    )  # fmt: skip


def part_start(begins: int, total: int, most: int) -> int:
    """Where the part begins in which a place lies; of a place beyond the end the last part.

    >>> part_start(7, 100, 5), part_start(900, 100, 5)
    (5, 95)
    """
    return max(0, min(begins, total - 1)) // most * most


def wanted(asked: Asked, keys: Sequence[str]) -> Sequence[str]:
    """The lists to show: the one that the address names, else all."""
    return [asked["list"]] if asked.get("list") in keys else keys


def _from(key: str, start: int) -> dict[str, str]:
    return {"list": key, "from": str(start) if start else ""}
