"""A goal of the district and the tree of them: vision, cluster, indicator, project."""

import hashlib
from dataclasses import dataclass
from typing import Literal

from bulian.assess.target_acts import Link

Level = Literal["district", "vision", "cluster", "indicator", "project"]


@dataclass(frozen=True, slots=True)
class Goal:
    """A node of the tree.

    Attributes:
        id: eight hex digits; an indicator's is its target's.
        parent: the node above; None for the district, and for what nothing ties to it.
        linked: a person placed it there.
        facts: what it rests on.
    """

    id: str
    level: Level
    name: str
    parent: str | None
    linked: bool
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """All goals of a district.

    Attributes:
        goals: parents before children. without_project: visions, clusters and indicators that no project
            serves; an indicator is served by a project under its cluster too.
        apart: projects that nothing ties to a goal. circular: links left out as they closed a circle.
    """

    goals: tuple[Goal, ...]
    without_project: tuple[Goal, ...]
    apart: tuple[Goal, ...]
    circular: tuple[Link, ...]

    def children(self, parent: str | None) -> tuple[Goal, ...]:
        """The goals right below one, in their order."""
        return tuple(goal for goal in self.goals if goal.parent == parent)


def goal_id(level: str, name: str) -> str:
    """The id of a node that is no target."""
    return hashlib.sha256(f"{level}\x1f{name}".encode("utf-8", "surrogatepass")).hexdigest()[:8]
