"""Goals in one tree: people's links laid over what documents tell, no circles, and what no project serves."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from bulian.assess.goal import Goal, Level, Tree
from bulian.assess.target_acts import Link
from bulian.errors import BadRequest

_SERVED = ("vision", "cluster", "indicator")


def refuse_circle(tree: Tree, child: str, parent: str) -> None:
    """Refuse to place a goal under itself or under one of its own.

    Raises:
        BadRequest: it would close a circle.
    """
    parents = {goal.id: goal.parent for goal in tree.goals}
    if child in _upwards(parent, parents):
        names = {goal.id: goal.name for goal in tree.goals}
        raise BadRequest(
            f"{names[child]!r} cannot stand under {names[parent]!r}: that one stands under it already.",
            f"“{names[child]}”不能放在“{names[parent]}”之下：后者本来就在它下面，会绕成圈。",
        )


def linked(goals: Mapping[str, Goal], links: Mapping[str, Link]) -> tuple[dict[str, Goal], tuple[Link, ...]]:
    """People's links over what the facts tell; one that would close a circle is left out and told."""
    placed, circular = dict(goals), []
    for link in links.values():
        if link.child not in placed or link.parent not in placed:
            continue
        parents = {goal.id: goal.parent for goal in placed.values()}
        if link.child in _upwards(link.parent, parents):
            circular.append(link)
        else:
            placed[link.child] = replace(placed[link.child], parent=link.parent, linked=True)
    return placed, tuple(circular)


def _upwards(start: str, parents: Mapping[str, str | None]) -> list[str]:
    """A node and all above it; circles that facts tell (甲 part_of 乙 part_of 甲) end where they close."""
    found: list[str] = []
    at: str | None = start
    while at is not None and at not in found:
        found.append(at)
        at = parents.get(at)
    return found


def in_tree(goals: Mapping[str, Goal], circular: tuple[Link, ...], root: Goal) -> Tree:
    opened = _opened(goals, root)
    parents = {goal.id: goal.parent for goal in opened.values()}
    projects = [goal for goal in opened.values() if goal.level == "project"]
    served = {above for goal in projects for above in _upwards(goal.id, parents)}
    order = _in_order(opened, root)
    return Tree(
        tuple(order),
        tuple(goal for goal in order if goal.level in _SERVED and not _is_served(goal, served, opened)),
        tuple(goal for goal in projects if goal.parent is None),
        circular,
    )  # fmt: skip


def _opened(goals: Mapping[str, Goal], root: Goal) -> dict[str, Goal]:
    """Circles among what the facts tell are opened: the goal that closes one stands under the district."""
    found = dict(goals)
    for goal in goals.values():
        parents = {one.id: one.parent for one in found.values()}
        above = _upwards(goal.id, parents)
        if parents.get(above[-1]) is not None:
            found[goal.id] = replace(found[goal.id], parent=root.id)
    return found


def _is_served(goal: Goal, served: Iterable[str], goals: Mapping[str, Goal]) -> bool:
    above = goals.get(goal.parent or "")
    by_cluster = goal.level == "indicator" and above is not None and above.level == "cluster"
    return goal.id in served or (by_cluster and above is not None and above.id in served)


def _in_order(goals: Mapping[str, Goal], root: Goal) -> list[Goal]:
    """Each goal after the one above it; projects apart come last."""
    levels: tuple[Level, ...] = ("vision", "cluster", "indicator", "project")
    found: list[Goal] = []

    def walk(goal: Goal) -> None:
        found.append(goal)
        below = [one for one in goals.values() if one.parent == goal.id]
        for one in sorted(below, key=lambda one: (levels.index(one.level), one.name, one.id)):
            walk(one)

    walk(goals[root.id])
    return [*found, *(goal for goal in goals.values() if goal.parent is None and goal.id != root.id)]
