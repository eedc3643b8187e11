"""The goals that facts tell: vision, cluster, indicator, project, each under what documents put it under.

Parents come from what documents say (part_of, member_of, leads; an industry that a vision names) and from
links that people enter, which go before. Nothing is attached by a guess: a project that no document and no
person ties to a cluster stands apart.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from bulian.assess.goal import Goal, Level, Tree, goal_id
from bulian.assess.goal_tree import in_tree, linked
from bulian.assess.target_acts import Link
from bulian.assess.tracking import Tracked
from bulian.extract.fold import fold
from bulian.model.fact import Event, Fact, Observation, Relation, Statement

_TIES = ("part_of", "member_of", "leads")
_INDUSTRIES = ("industry", "chain", "cluster")
_STEM = re.compile(r"(?:产业)?(?:链|集群)$|产业$|行业$")
_SHORTEST_STEM = 3


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
    placed, circular = linked(goals, links)
    return in_tree(placed, circular, root)


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


def _stem(name: str) -> str:
    """What an industry, its chain and its cluster have in common: 智能视觉."""
    bare = _STEM.sub("", name)
    return bare if len(bare) >= _SHORTEST_STEM - 1 else name
