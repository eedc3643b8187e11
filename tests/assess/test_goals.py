"""The goal tree: parents by what documents say, links by people, circles refused or left out."""

from datetime import date

import pytest

from bulian.assess.goal import Tree, goal_id
from bulian.assess.goal_tree import refuse_circle
from bulian.assess.goals import Ground, goal_tree
from bulian.assess.subject import kind_of
from bulian.assess.target_acts import Link, acts_of
from bulian.assess.tracking import Circumstances, track
from bulian.errors import BadRequest
from bulian.model.fact import Fact, Relation, Statement
from bulian.model.place import Span
from tests.assess.made import DISTRICT, said
from tests.assess.test_series import series_of

VISION = "力争建成全国最大的电子玻璃基地"


def relation(head: str, kind: str, tail: str) -> Relation:
    return Relation("d", Span(0, len(head), head), head, kind, tail, "made")


def vision(text: str = VISION) -> Statement:
    return Statement("d", Span(0, len(text), text), "goal", DISTRICT, text, "target", None, "made")


def tree_of(*facts: Fact, links: dict[str, Link] | None = None) -> Tree:
    targets = track(
        series_of(
            said(
                "200亿元",
                "2e10",
                subject="电子玻璃产业",
                indicator="产业规模",
                period="2025",
                modality="target",
            ),
            said("500亿元", "5e10", period="2025", modality="target"),
        ),
        Circumstances(date(2024, 1, 1)),
    )
    return goal_tree(Ground(facts, targets, DISTRICT, lambda name: name, kind_of), links or {})


def parent_of(tree: Tree, name: str) -> str | None:
    goals = {goal.id: goal for goal in tree.goals}
    (goal,) = [goal for goal in tree.goals if goal.name == name]
    return goals[goal.parent].name if goal.parent else None


def test_vision_cluster_indicator_project_by_what_is_said() -> None:
    tree = tree_of(
        vision(),
        relation("电子玻璃产业", "part_of", DISTRICT),
        relation("光明厂房项目", "part_of", "电子玻璃产业链"),
        relation("湖滨公园项目", "located_in", DISTRICT),
    )
    assert parent_of(tree, "电子玻璃产业") == VISION
    assert parent_of(tree, "电子玻璃产业 产业规模") == "电子玻璃产业"
    assert parent_of(tree, "光明厂房项目") == "电子玻璃产业"
    assert [goal.name for goal in tree.apart] == ["湖滨公园项目"]


def test_goals_without_a_project_are_listed_and_an_indicator_is_served_through_its_cluster() -> None:
    served = tree_of(vision(), relation("光明厂房项目", "part_of", "电子玻璃产业"))
    assert [goal.name for goal in served.without_project] == [f"{DISTRICT} 工业总产值"]
    alone = tree_of(vision())
    assert len(alone.without_project) == 4


def test_a_persons_link_goes_before_what_is_said() -> None:
    child, parent = goal_id("project", "湖滨公园项目"), goal_id("vision", VISION)
    link = Link(child, parent, "王", "2024-01-01", "会议")
    tree = tree_of(vision(), relation("湖滨公园项目", "located_in", DISTRICT), links={child: link})
    assert parent_of(tree, "湖滨公园项目") == VISION
    assert tree.apart == ()


def test_a_link_that_closes_a_circle_is_refused_in_plain_words() -> None:
    tree = tree_of(vision(), relation("电子玻璃产业", "part_of", DISTRICT))
    cluster = next(goal for goal in tree.goals if goal.level == "cluster")
    with pytest.raises(BadRequest, match="stands under it already"):
        refuse_circle(tree, goal_id("vision", VISION), cluster.id)
    with pytest.raises(BadRequest, match="cannot stand under"):
        refuse_circle(tree, cluster.id, cluster.id)


def test_two_links_that_close_a_circle_together_lose_the_later_and_say_so() -> None:
    vision_id, cluster = goal_id("vision", VISION), goal_id("cluster", "电子玻璃")
    links = {
        cluster: Link(cluster, vision_id, "王", "2024-01-01", "一"),
        vision_id: Link(vision_id, cluster, "李", "2024-01-02", "二"),
    }
    tree = tree_of(vision(), links=links)
    assert [link.by for link in tree.circular] == ["李"]
    assert parent_of(tree, "电子玻璃产业") == VISION


def test_facts_that_run_in_a_circle_end_it() -> None:
    tree = tree_of(
        relation("甲甲甲产业", "part_of", "乙乙乙产业"),
        relation("乙乙乙产业", "part_of", "甲甲甲产业"),
        relation("甲甲甲产业", "part_of", DISTRICT),
        relation("乙乙乙产业", "part_of", DISTRICT),
    )
    assert {goal.name for goal in tree.goals} >= {"甲甲甲产业", "乙乙乙产业"}


def test_unlinking_takes_the_last_link_back() -> None:
    act = {"at": "2024", "by": "王", "why": "会议", "target": "a", "parent": "b"}
    assert acts_of([{**act, "act": "link"}]).links["a"].parent == "b"
    assert acts_of([{**act, "act": "link"}, {**act, "act": "unlink"}]).links == {}
