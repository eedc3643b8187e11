"""Groups of names that stand for one: a union-find whose groups do not depend on the order of joining.

Tarjan (1975), Efficiency of a good but not linear set union algorithm, Journal of the ACM 22(2): 215-225.
"""

from collections import defaultdict
from collections.abc import Iterable


class Clusters:
    """Names, each in a group of its own until joined."""

    def __init__(self, names: Iterable[str]) -> None:
        self._parent = {name: name for name in names}

    def join(self, one: str, other: str) -> None:
        """Put both names, and all that were joined with them, into one group; unknown names are added."""
        first, second = sorted((self.root(one), self.root(other)))
        self._parent[second] = first

    def root(self, name: str) -> str:
        """The first name, in code point order, of the group; it names the group."""
        parent = self._parent.setdefault(name, name)
        while parent != self._parent[parent]:
            self._parent[parent] = parent = self._parent[self._parent[parent]]
        self._parent[name] = parent
        return parent

    def groups(self) -> list[tuple[str, ...]]:
        """Every group, its names sorted, in the order of their first names."""
        members: dict[str, list[str]] = defaultdict(list)
        for name in sorted(self._parent):
            members[self.root(name)].append(name)
        return [tuple(members[root]) for root in sorted(members)]
