"""How many firms may bear a name: those our data knows, and those that it does not."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import log2
from typing import Protocol

from bulian.resolve.abbreviation import abbreviates
from bulian.resolve.firm_name import readings
from bulian.resolve.folding import plain
from bulian.resolve.regions import Codes, relation
from bulian.vocab.firm_names import unseen_bearers

_LEAST = 0.002  # others that no register rules out: a slip in the register itself
_OF_ONE_TRADE = 0.05
_MANY = 64
"""So many bearers are counted by place; with more of them the place no longer helps to tell them apart."""


class Among(Protocol):
    """Whoever knows how many other firms may bear a name; see `Population`."""

    def others(self, brand: str, trade: str, codes: Codes) -> float: ...
    def others_ending(self, brand: str) -> float: ...
    def others_abbreviated(self, short: str) -> float: ...


@dataclass(frozen=True, slots=True)
class Population:
    """The firms that names are told apart from.

    Attributes:
        bearers: by brand, the trade and place of every firm known to bear it.
        spelled: by first character, place with brand and trade, and these alone, of every full name.
        endings: by its last two characters, every brand of a full name.
        unseen: 1 where firms are expected that our data does not know; 0 for a register that is complete.
    """

    bearers: Mapping[str, tuple[tuple[str, Codes], ...]] = field(repr=False)
    spelled: Mapping[str, frozenset[frozenset[str]]] = field(repr=False)
    endings: Mapping[str, frozenset[str]] = field(repr=False)
    unseen: float = 1.0

    def others(self, brand: str, trade: str, codes: Codes) -> float:
        """How many other firms than the one that is meant may bear the brand, in this trade, at this place.

        A trade or place that is not told ("" or ()) rules nobody out.
        """
        known = count_bearers(self.bearers.get(brand, ()), trade, codes)
        return max(known - 1, 0) + expected(brand, trade, self.unseen)

    def others_ending(self, brand: str) -> float:
        """How many other firms than the one that is meant bear a brand that ends so."""
        known = sum(one.endswith(brand) for one in self.endings.get(brand[-2:], ()))
        return max(known - 1, 0) + expected(brand, "", self.unseen)

    def others_abbreviated(self, short: str) -> float:
        """How many other firms than the one that is meant may be abbreviated so (宝钢 of 宝山钢铁).

        A firm that is called so without any abbreviation is one of them.
        """
        ways = self.spelled.get(short[:1], ())
        known = sum(any(short == way or abbreviates(short, way) for way in firm) for firm in ways)
        return max(known - 1, 0) + expected(f"~{min(len(short), 4)}", "", self.unseen)


def population(names: Iterable[str], *, unseen: float = 1.0) -> Population:
    """The firms that these names tell of, a firm under several names counted once where that shows."""
    bearers: dict[str, set[tuple[str, Codes]]] = defaultdict(set)
    spelled: dict[str, set[frozenset[str]]] = defaultdict(set)
    endings: dict[str, set[str]] = defaultdict(set)
    for name in names:
        several = readings(plain(name))
        reading = several[0]
        if reading.brand and not reading.unit and (reading.is_full or not unseen):
            bearers[reading.brand].add((reading.line, reading.codes))
        if reading.brand and not reading.unit and reading.is_full:
            ways = frozenset(way for one in several for way in (one.core, one.spelled))
            endings[reading.brand[-2:]].add(reading.brand)
            for way in ways:
                spelled[way[0]].add(ways)
    return Population(
        {brand: tuple(sorted(found)) for brand, found in bearers.items()},
        {first: frozenset(found) for first, found in spelled.items()},
        {last: frozenset(found) for last, found in endings.items()},
        unseen,
    )


def expected(brand: str, trade: str, unseen: float) -> float:
    """How many others are expected that our data does not know, in any trade ("") or in one.

    >>> expected("江岚环保节能", "", 0.0)
    0.002
    """
    of_any_trade = unseen_bearers().get(brand) or unseen_bearers()[f"*{min(len(brand), 5)}"]
    return of_any_trade * (_OF_ONE_TRADE if trade else 1) * unseen + _LEAST


def count_bearers(bearers: Sequence[tuple[str, Codes]], trade: str, codes: Codes) -> int:
    """How many of the bearers of a brand may be in this trade and at this place."""
    known = [one for one in bearers if not trade or one[0] == trade]
    if len(known) > _MANY:
        return len(known)
    here = [one for one in known if relation(one[1], codes) != "other"]
    return len(_apart(here)) if len(here) > 1 else len(here)


def rarity(others: float) -> float:
    """Odds in bits that it is the one and none of the others.

    >>> rarity(1.0), rarity(0.125)
    (0.0, 3.0)
    """
    return -log2(others)


def _apart(known: list[tuple[str, Codes]]) -> list[tuple[str, Codes]]:
    """The bearers without those that may be one with another: no other trade, and no other place."""
    kept: list[tuple[str, Codes]] = []
    for trade, codes in sorted(known, key=lambda one: (not one[0], not one[1], one)):
        if all((trade and trade != other) or relation(codes, place) == "other" for other, place in kept):
            kept.append((trade, codes))
    return kept
