"""Targets, clauses and goals of a real workspace, through the calls that the command line uses."""

from pathlib import Path

import pytest

import bulian
from bulian.corpus.workspace import Workspace
from bulian.errors import BadRequest, JournalError, LedgerError
from bulian.ledger.scope import Scope
from tests.shared import SEEDS, needs_seeds

NOW = "2024-06-30T09:00:00+08:00"
REPORT = """大渡口区产业报告

2024年1月31日

大渡口区工业总产值2021年为300亿元，2022年为330亿元，2023年为350亿元，预计2025年达到500亿元。
智能视觉产业规模力争2025年超过200亿元（牵头单位：区经信委）。
大渡口区力争建成全国最大的某某基地。
"""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    workspace = bulian.init(tmp_path_factory.mktemp("targets") / "区", region="500104")
    (workspace.sources / "报告.txt").write_text(REPORT, "utf-8")
    (workspace.sources / "报告.txt.meta.toml").write_text(
        'published_on = "2024-01-31"\naccess = "public"\n', "utf-8"
    )
    bulian.build(workspace, now=NOW)
    return workspace


def test_the_target_has_pace_progress_and_odds(place: Workspace) -> None:
    (one,) = bulian.targets(place, now=NOW, subject="大渡口区").tracked
    assert one.base is not None
    assert one.base.datum.fact.period == "2023"
    assert f"{one.base.pace.rate * 100:.3g}" == "19.5"  # (500/350)^(1/2)
    assert one.odds is not None
    assert one.odds.years == 3
    assert one.odds.word is not None
    assert one.odds.word.zh in ("很难", "偏难")
    assert one.state == "open"


def test_an_owner_named_in_the_sentence_is_found(place: Workspace) -> None:
    (one,) = bulian.targets(place, now=NOW, subject="智能视觉").tracked
    assert [owner.name for owner in one.owners] == ["区经信委"]
    assert bulian.targets(place, now=NOW, owner="经信").tracked == (one,)


def test_a_wish_without_a_number_is_kept_as_such(place: Workspace) -> None:
    assert any("全国最大" in str(one.fact) for one in bulian.targets(place, now=NOW).wishes)


def test_as_of_a_day_before_the_report_there_is_no_target(place: Workspace) -> None:
    assert bulian.targets(place, now=NOW, scope=Scope(as_of="2023-12-31")).tracked == ()


def test_assigning_is_signed_kept_and_taken_back(place: Workspace) -> None:
    (one,) = bulian.targets(place, now=NOW, subject="大渡口区").tracked
    with pytest.raises(JournalError, match="--by"):
        bulian.assign(place, one.id, owner="区发改委", by="", why="会议", now=NOW)
    done = bulian.assign(place, one.id, owner="区发改委", by="王", why="会议", now=NOW)
    assert [owner.name for owner in done.owners] == ["区发改委"]
    assert bulian.assign(place, one.id, owner="", by="王", why="重新分工", now=NOW).owners == ()


@pytest.mark.parametrize("owner", ["；；", "1234", "甲" * 61, "区经信委，区发改委", "\x07"])
def test_an_owner_that_is_no_name_is_refused(place: Workspace, owner: str) -> None:
    (one,) = bulian.targets(place, now=NOW, subject="大渡口区").tracked
    with pytest.raises(BadRequest, match="no owner"):
        bulian.assign(place, one.id, owner=owner, by="王", why="会议", now=NOW)


def test_a_metric_of_quality_is_chosen_or_declined(place: Workspace) -> None:
    (one,) = bulian.targets(place, now=NOW, subject="智能视觉").tracked
    assert one.quality is None
    chosen = bulian.set_quality(place, one.id, metric="tax_per_mu", by="王", why="提质", now=NOW).quality
    declined = bulian.set_quality(place, one.id, metric="none", by="王", why="暂缓", now=NOW).quality
    assert chosen is not None
    assert declined is not None
    assert (chosen.metric, declined.metric) == ("tax_per_mu", None)


@pytest.mark.parametrize("wanted", ["zzzz", "", "0"])
def test_a_target_that_is_not_there_is_told_in_plain_words(place: Workspace, wanted: str) -> None:
    with pytest.raises(BadRequest, match=r"no target|Several"):
        bulian.assign(place, wanted, owner="区发改委", by="王", why="会议", now=NOW)


def test_an_unknown_status_is_refused(place: Workspace) -> None:
    with pytest.raises(BadRequest, match="--status"):
        bulian.targets(place, now=NOW, status="green")


def test_clauses_of_a_document_and_of_none(place: Workspace) -> None:
    found = bulian.clauses(place, "报告.txt", now=NOW)
    assert len(found.clauses) == 3
    assert [one.text[:4] for one in bulian.clauses(place, "报告.txt", now=NOW, owner="经信").clauses] == [
        "智能视觉"
    ]
    with pytest.raises(LedgerError):
        bulian.clauses(place, "没有.txt", now=NOW)
    with pytest.raises(LedgerError, match="withheld, retired"):
        bulian.clauses(place, "报告.txt", now=NOW, scope=Scope(as_of="2020"))


def test_linking_and_circles(place: Workspace) -> None:
    tree = bulian.goals(place, now=NOW).tree
    vision = next(goal for goal in tree.goals if goal.level == "vision")
    cluster = next(goal for goal in tree.goals if goal.level == "cluster")
    placed = bulian.link(place, cluster.id, vision.id, by="王", why="会议", now=NOW).tree
    assert next(goal for goal in placed.goals if goal.id == cluster.id).parent == vision.id
    with pytest.raises(BadRequest, match="stands under it already"):
        bulian.link(place, vision.id, cluster.id, by="王", why="会议", now=NOW)
    back = bulian.unlink(place, cluster.id, by="王", why="放错", now=NOW).tree
    assert next(goal for goal in back.goals if goal.id == cluster.id).parent != vision.id
    with pytest.raises(BadRequest, match="no link to take back"):
        bulian.unlink(place, cluster.id, by="王", why="放错", now=NOW)
    with pytest.raises(BadRequest, match="no goal or project"):
        bulian.link(place, "没有此物", vision.id, by="王", why="会议", now=NOW)


@needs_seeds
def test_the_required_numbers_of_the_founding_reports(tmp_path: Path) -> None:
    workspace = bulian.init(tmp_path / "区", region="500104")
    for file in SEEDS.glob("*.txt"):
        (workspace.sources / file.name).write_bytes(file.read_bytes())
    bulian.build(workspace, now=NOW)
    paces = {
        one.datum.fact.surface: (one.base.pace, one)
        for one in bulian.targets(workspace, now=NOW).tracked
        if one.base is not None
    }
    output, output_target = paces["500億元"]
    assert [f"{rate * 100:.3g}" for rate in (output.low or 0, output.rate, output.high or 0)] == [
        "12.2",
        "13.6",
        "15.1",
    ]
    assert f"{paces['1000家'][0].rate * 100:.3g}" == "12.8"
    people, target = paces["60萬人"]
    assert f"{people.rate * 100:.3g}" == "3.15"
    assert [f"{leap.pace * 100:.3g}" for leap in target.leaps] == ["14.1"]
    assert target.odds is not None
    assert target.odds.chance is None
    assert output_target.odds is not None
    assert output_target.odds.chance is None
