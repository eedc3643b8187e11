"""Digits that are no figures, each with its reason: names, ordinals, list numbers, page furniture.

The rules are data, with their examples: refusals.toml.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast

from bulian.extract.deferred import deferred
from bulian.extract.flattened import flattened_rows
from bulian.extract.periods import Period

Reason = Literal[
    "name", "ordinal", "list_number", "footnote", "phone", "postcode", "version", "identifier",
    "page_furniture", "year", "clock", "duration", "threshold", "age", "rhetorical", "url", "title",
    "no_indicator", "table_row",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Refusal:
    """Words with digits that say no figure, and why."""

    start: int
    end: int
    reason: Reason


@dataclass(frozen=True, slots=True)
class Rule:
    """A reason, what shows it, what it refuses (`yes`) and what it lets pass (`no`).

    `needs` are signs of which every match holds one; None where a match may hold digits alone.
    """

    reason: Reason
    needs: frozenset[str] | None
    pattern: re.Pattern[str]
    yes: tuple[str, ...]
    no: tuple[str, ...]


def find_refusals(folded: str, periods: Sequence[Period]) -> tuple[Refusal, ...]:
    """What no number is to be read from, in order; none overlap each other or a period.

    >>> [(r.reason, "5G基站，第13版"[r.start : r.end]) for r in find_refusals("5G基站，第13版", ())]
    [('name', '5G'), ('ordinal', '第13版')]
    """
    found = [refusal for start, end in _with_digits(folded) for refusal in _in(folded, start, end)]
    found.extend(Refusal(start, end, "table_row") for start, end in flattened_rows(folded))
    found.sort(key=lambda refusal: (refusal.start, -refusal.end))
    return tuple(_apart(found, periods))


def _with_digits(folded: str) -> Iterator[tuple[int, int]]:
    """The sentences that hold digits: most hold none, and need no rule."""
    done = 0
    for digit in _DIGIT.finditer(folded):
        if digit.start() < done:
            continue
        start = (
            max(folded.rfind("。", done, digit.start()), folded.rfind("\n", done, digit.start()), done - 1)
            + 1
        )
        stop = _STOP.search(folded, digit.start())
        done = stop.end() if stop else len(folded)
        yield start, done


def _in(folded: str, start: int, end: int) -> Iterator[Refusal]:
    signs = set(folded[start:end])
    for rule in rules():
        if rule.needs and rule.needs.isdisjoint(signs):
            continue
        for match in rule.pattern.finditer(folded, start, end):
            group = match.lastgroup or 0
            yield Refusal(match.start(group), match.end(group), rule.reason)


def _apart(found: list[Refusal], periods: Sequence[Period]) -> Iterator[Refusal]:
    done = at = 0
    for refusal in found:
        while at < len(periods) and periods[at].end <= refusal.start:
            at += 1
        inside = at < len(periods) and periods[at].start < refusal.end
        if refusal.start >= done and not inside:
            yield refusal
            done = refusal.end


@cache
def rules() -> tuple[Rule, ...]:
    """The rules of refusals.toml in their order."""
    table = tomllib.loads((Path(__file__).parent / "refusals.toml").read_text("utf-8"))
    return tuple(
        Rule(
            cast(Reason, row["reason"]),
            _spelt_out(row["needs"]) if "needs" in row else None,
            re.compile(row["pattern"]),
            tuple(row["yes"]),
            tuple(row["no"]),
        )
        for row in table["rule"]
    )


def _spelt_out(signs: str) -> frozenset[str]:
    """Signs and ranges of them, as in a pattern's brackets: `0-9%`."""
    ranges = {chr(code) for a, b in _RANGE.findall(signs) for code in range(ord(a), ord(b) + 1)}
    return frozenset(ranges.union(_RANGE.sub("", signs)))


_RANGE = deferred("(.)-(.)")
_DIGIT = deferred(r"\d")
_STOP = deferred(r"[。\n]")
