"""The goal tree: vision, cluster, indicator, project; and the goals that no project serves.

Parents come from what documents say (part_of, member_of, leads; an industry that a vision names) and from
links that people enter, which go before. Nothing is attached by a guess: a project that no document and no
person ties to a cluster stands apart.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bulian.assess.target_acts import Link
from bulian.assess.tracking import Tracked
from bulian.errors import BadRequest
from bulian.extract.fold import fold
from bulian.model.fact import Event, Fact, Observation, Relation, Statement

Level = Literal["district", "vision", "cluster", "indicator", "project"]
_SERVED = ("vision", "cluster", "indicator")
_TIES = ("part_of", "member_of", "leads")
_INDUSTRIES = ("industry", "chain", "cluster")
_STEM = re.compile(r"(?:产业)?(?:链|集群)$|产业$|行业$")
_SHORTEST_STEM = 3


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


@dataclass(frozen=True, slots=True)
class Ground:
    """What the tree is made from: facts in force, targets, the district's name, and who is who."""

    facts: Sequence[Fact]
    tracked: Sequence[Tracked]
    home: str
    name_of: Callable[[str], str]
    kind_of: Callable[[str], str]


def goal_tree(ground: Ground, links: Mapping[str, Link]) -> Tree:
    """The tree of what the facts tell, with people's links laid over it in their order."""
    ties = _ties(ground)
    root = Goal(goal_id("district", ground.home), "district", ground.home, None, False, ())
    clusters = _clusters(ground, ties, root)
    visions = _visions(ground, root)
    below = _under_visions(clusters, visions, root)
    goals = {goal.id: goal for goal in (root, *visions, *below, *_indicators(ground, clusters, root))}
    goals |= {goal.id: goal for goal in _projects(ground, ties, clusters)}
    placed, circular = _linked(goals, links)
    return _tree(placed, circular, root)


def goal_id(level: str, name: str) -> str:
    """The id of a node that is no target."""
    return hashlib.sha256(f"{level}\x1f{name}".encode("utf-8", "surrogatepass")).hexdigest()[:8]


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


def _ties(ground: Ground) -> dict[str, dict[str, str]]:
    """For each name the wholes it belongs to, with the fact that says so."""
    found: dict[str, dict[str, str]] = {}
    for fact in ground.facts:
        if isinstance(fact, Relation) and fact.type in _TIES:
            head, tail = ground.name_of(fact.head), ground.name_of(fact.tail)
            if head != tail:
                found.setdefault(head, {}).setdefault(tail, fact.id)
    return found


def _clusters(ground: Ground, ties: Mapping[str, Mapping[str, str]], root: Goal) -> dict[str, Goal]:
    """Industries with a target or said to be the district's, by stem: 智能视觉产业链 is of 智能视觉产业."""
    facts: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for one in ground.tracked:
        if ground.kind_of(one.key.subject) in _INDUSTRIES:
            names.setdefault(_stem(one.key.subject), one.key.subject)
            facts.setdefault(_stem(one.key.subject), []).append(one.datum.id)
    for name, wholes in ties.items():
        if root.name in wholes and ground.kind_of(name) in _INDUSTRIES:
            names.setdefault(_stem(name), name)
            facts.setdefault(_stem(name), []).append(wholes[root.name])
    found = {stem: _goal("cluster", stem, name, root.id, facts[stem]) for stem, name in sorted(names.items())}
    return {
        stem: replace(goal, parent=_above(goal.name, ties, found, stem) or root.id)
        for stem, goal in found.items()
    }


def _goal(level: Level, key: str, name: str, parent: str | None, facts: Iterable[str]) -> Goal:
    return Goal(goal_id(level, key), level, name, parent, False, tuple(dict.fromkeys(facts)))


def _above(
    name: str, ties: Mapping[str, Mapping[str, str]], clusters: Mapping[str, Goal], own: str
) -> str | None:
    """The nearest cluster that a name belongs to, through what stands between; a circle ends the search."""
    seen = {name, name.removesuffix("项目")}  # 甲中心项目 is tied as 甲中心
    level = sorted(seen)
    while level:
        wholes = sorted({whole for one in level for whole in ties.get(one, {})} - seen)
        for whole in wholes:
            if _stem(whole) in clusters and _stem(whole) != own:
                return clusters[_stem(whole)].id
        seen |= set(wholes)
        level = wholes
    return None


def _visions(ground: Ground, root: Goal) -> list[Goal]:
    """The district's goals without a number."""
    found: dict[str, Goal] = {}
    for fact in ground.facts:
        if isinstance(fact, Statement) and fact.type == "goal":
            if fact.subject is not None and ground.name_of(fact.subject) != root.name:
                continue
            text = fold(fact.text)
            known = found.get(text)
            facts = (*known.facts, fact.id) if known else (fact.id,)
            found[text] = Goal(goal_id("vision", text), "vision", text, root.id, False, facts)
    return list(found.values())


def _under_visions(clusters: Mapping[str, Goal], visions: Sequence[Goal], root: Goal) -> list[Goal]:
    """A cluster right below the district stands under the vision that names it, if one alone does."""
    found = []
    for stem, goal in clusters.items():
        naming = [vision.id for vision in visions if len(stem) >= _SHORTEST_STEM and stem in vision.name]
        sole = goal.parent == root.id and len(naming) == 1
        found.append(replace(goal, parent=naming[0]) if sole else goal)
    return found


def _indicators(ground: Ground, clusters: Mapping[str, Goal], root: Goal) -> list[Goal]:
    found = []
    for one in ground.tracked:
        if not one.key.synthetic:
            cluster = clusters.get(_stem(one.key.subject))
            name = f"{one.key.subject} {one.key.indicator}"
            facts = tuple(datum.id for datum in one.vintages)
            found.append(Goal(one.id, "indicator", name, cluster.id if cluster else root.id, False, facts))
    return found


def _projects(
    ground: Ground, ties: Mapping[str, Mapping[str, str]], clusters: Mapping[str, Goal]
) -> list[Goal]:
    """Every project that facts name, under the cluster that a relation ties it to; else apart."""
    facts: dict[str, list[str]] = {}
    for fact in ground.facts:
        for name in _names(fact):
            whole = ground.name_of(name)
            if ground.kind_of(whole) == "project":
                facts.setdefault(whole, []).append(fact.id)
    return [
        _goal("project", name, name, _above(name, ties, clusters, ""), ids)
        for name, ids in sorted(facts.items())
    ]


def _names(fact: Fact) -> tuple[str, ...]:
    match fact:
        case Relation():
            return (fact.head, fact.tail)
        case Event():
            return fact.participants
        case Observation() | Statement():
            return (fact.subject,) if fact.subject else ()


def _linked(goals: Mapping[str, Goal], links: Mapping[str, Link]) -> tuple[dict[str, Goal], tuple[Link, ...]]:
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


def _tree(goals: Mapping[str, Goal], circular: tuple[Link, ...], root: Goal) -> Tree:
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


def _stem(name: str) -> str:
    """What an industry, its chain and its cluster have in common: 智能视觉."""
    bare = _STEM.sub("", name)
    return bare if len(bare) >= _SHORTEST_STEM - 1 else name
