"""Statuses by counting evidence."""

from dataclasses import replace
from pathlib import Path

import pytest

from bulian.chain.naming import Named
from bulian.chain.presence import node_states
from bulian.chain.telling import Kind, Mention
from bulian.model.chain import Change, Placement, Searched
from tests.chain.made import kit, on, relation

NOW = "2026-01-31"
TABLE = Searched("企业名录_2025年.xlsx", "2025-06-30")


def status(
    folder: Path, *placed: Placement, said: tuple[Kind, ...] = (), searched: Searched | None = None
) -> str:
    mentions = [
        Mention(kind, Named("node", "bead", "磁珠", whole=True), "某", relation("某", "part_of", "磁珠"))
        for kind in said
    ]
    states = node_states(kit(folder), placed, mentions, [searched] if searched else [], NOW)
    return states["bead"].status


@pytest.mark.parametrize(
    ("firms", "expected"),
    [
        ((), "unknown"),
        ((on("bead", "甲"),), "single_source"),
        ((on("bead", "甲"), on("bead", "乙")), "present"),
        ((on("bead", "甲", group="集团"), on("bead", "乙", group="集团")), "single_source"),
        ((on("bead", "甲", group="集团"), on("bead", "乙")), "present"),
        ((on("bead", "甲", 0.3),), "unknown"),
        ((replace(on("bead", "甲"), evidence="statement"),), "claimed"),
        ((on("latex", "甲"),), "unknown"),
    ],
)
def test_firms_are_counted_by_group(tmp_path: Path, firms: tuple[Placement, ...], expected: str) -> None:
    assert status(tmp_path, *firms) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (("claim",), "claimed"),
        (("plan",), "planned"),
        (("claim", "plan"), "claimed"),
        (("target",), "unknown"),
        (("lead",), "unknown"),
    ],
)
def test_what_is_said_without_a_firm(tmp_path: Path, said: tuple[Kind, ...], expected: str) -> None:
    assert status(tmp_path, said=said) == expected


def test_missing_needs_a_table_that_is_young_and_of_the_district(tmp_path: Path) -> None:
    assert status(tmp_path, searched=TABLE) == "missing"
    assert status(tmp_path, searched=replace(TABLE, dated="2024-01-31")) == "missing"
    assert status(tmp_path, searched=replace(TABLE, dated="2023-12-31")) == "unknown"
    assert status(tmp_path, searched=replace(TABLE, area="city")) == "unknown"


def test_a_project_or_a_claim_is_not_called_missing(tmp_path: Path) -> None:
    assert status(tmp_path, said=("plan",), searched=TABLE) == "planned"
    assert status(tmp_path, said=("claim",), searched=TABLE) == "claimed"


def test_what_a_person_set_stands_and_the_evidence_stays_visible(tmp_path: Path) -> None:
    change = Change("张三", "2026-01-01", "已停产", 3)
    chain = replace(kit(tmp_path), statuses=(("bead", "missing", change),))
    state = node_states(chain, [on("bead", "甲")], (), (), NOW)["bead"]
    assert (state.status, state.by_evidence, state.set_by) == ("missing", "single_source", change)


def test_the_probability_is_that_anybody_is_there(tmp_path: Path) -> None:
    state = node_states(kit(tmp_path), [on("bead", "甲", 0.9), on("bead", "乙", 0.5)])["bead"]
    assert state.probability == pytest.approx(0.95)
    assert [one.firm for one in state.firms] == ["甲", "乙"]
