"""以商招商: the strongest chain of introductions from somebody here to a firm that is not.

The strength of a chain is the product of its links, as if each passed the word on by itself; the best chain
of at most three links is found hop by hop, which is exact (it equals trying them all). Links run both ways.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import prod

from bulian.vocab.introductions import link_kinds

MOST_HOPS = 3


@dataclass(frozen=True, slots=True)
class Link:
    """Two that know each other.

    Attributes:
        one, other: their fullest names. kind: a key of vocab/introductions.csv.
        says: the sentence or cell it rests on. where: the document, or file and cell.
        dated: when that was published, ISO 8601; None where nobody says.
        fact: id of the fact; "" for a cell of a firm table. synthetic: it is made up.
    """

    one: str
    other: str
    kind: str
    says: str
    where: str
    dated: str | None = None
    fact: str = ""
    synthetic: bool = False

    @property
    def strength(self) -> float:
        """How likely the word is passed on, above 0 to 1."""
        return link_kinds()[self.kind].strength


@dataclass(frozen=True, slots=True)
class Introduction:
    """A chain of introductions: `names` from somebody here to the prospect, a link between each two."""

    names: tuple[str, ...]
    links: tuple[Link, ...]

    @property
    def strength(self) -> float:
        """The product of its links, above 0 to 1."""
        return prod(link.strength for link in self.links)


class Network:
    """Who knows whom, by name; of several links between two the strongest, then the newest, counts."""

    def __init__(self, links: Iterable[Link]) -> None:
        best: dict[tuple[str, str], Link] = {}
        for link in links:
            for pair in ((link.one, link.other), (link.other, link.one)):
                if pair[0] != pair[1] and (pair not in best or _rank(link) > _rank(best[pair])):
                    best[pair] = link
        self._of: dict[str, list[tuple[str, Link]]] = defaultdict(list)
        for (one, other), link in sorted(best.items()):
            self._of[one].append((other, link))

    def introductions(self, goal: str, here: Iterable[str], hops: int = MOST_HOPS) -> dict[str, Introduction]:
        """The strongest chain from each of `here` that reaches the goal in so many links; {} for none."""
        found = self._chains(goal, hops)
        wanted = set(here) - {goal}
        return {name: found[name] for name in sorted(wanted & set(found))}

    def strongest(self, goal: str, here: Iterable[str], hops: int = MOST_HOPS) -> Introduction | None:
        """The strongest of all; of equal ones the shortest, then the first by name; None for none."""
        chains = self.introductions(goal, here, hops).values()
        return min(chains, key=_order, default=None)

    def strongest_with(self, goal: str, here: Iterable[str], own: Iterable[Link]) -> Introduction | None:
        """The same with further links of the goal itself, which belong to nobody else's chain."""
        wanted = set(here) - {goal}
        found = [self.strongest(goal, wanted)]
        for link in own:
            other = link.other if link.one == goal else link.one
            last = (
                Introduction((other,), ())
                if other in wanted
                else self.strongest(other, wanted - {other}, MOST_HOPS - 1)
            )
            if last is not None and goal not in last.names and other != goal:
                found.append(Introduction((*last.names, goal), (*last.links, link)))
        return min((one for one in found if one), key=_order, default=None)

    def _chains(self, goal: str, hops: int) -> Mapping[str, Introduction]:
        """The strongest chain from everybody to the goal, in at most so many links."""
        best = {goal: Introduction((goal,), ())}
        ring = dict(best)
        for _ in range(hops):
            further: dict[str, Introduction] = {}
            for chain in ring.values():
                for name, link in self._of.get(chain.names[0], ()):
                    if name in chain.names:
                        continue
                    longer = Introduction((name, *chain.names), (link, *chain.links))
                    if name not in further or _better(longer, further[name]):
                        further[name] = longer
            ring = further
            for name, chain in ring.items():
                if name not in best or _better(chain, best[name]):
                    best[name] = chain
        return best


def _rank(link: Link) -> tuple[float, str, str]:
    return link.strength, link.dated or "", link.says


def _better(one: Introduction, other: Introduction) -> bool:
    return _order(one) < _order(other)


def _order(one: Introduction) -> tuple[float, int, tuple[str, ...]]:
    return -one.strength, len(one.links), one.names
