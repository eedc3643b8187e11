"""Official methods on a workspace: from a table of firms to clause, gap and missing paper."""

import csv
from pathlib import Path

import pytest

import bulian
from bulian.corpus.workspace import Workspace
from bulian.errors import BadRequest, JournalError

NOW = "2026-01-31T09:00:00+08:00"
PUBLISHED = 'published_on = "2024-06-30"\n'


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    workspace = bulian.init(tmp_path / "甲山区", region="500104", name="甲山区")
    table = [
        ["企业名称", "营业收入（万元）", "主营业务收入（万元）", "资产负债率（%）"],
        ["江城光电有限公司", "26000", "22000", "45"],
        ["江城面业有限公司", "1700", "1700", "82"],
    ]
    with (workspace.sources / "2023年企业年报.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(table)
    (workspace.sources / "2023年企业年报.csv.meta.toml").write_text(PUBLISHED, "utf-8")
    growth = "2023年各区地区生产总值\n地区,地区生产总值增速（%）\n甲山区,8\n乙水区,6\n"
    (workspace.sources / "各区.csv").write_text(growth, "utf-8")
    (workspace.sources / "各区.csv.meta.toml").write_text(PUBLISHED, "utf-8")
    bulian.build(workspace, now=NOW)
    return workspace


def test_clause_by_clause_with_what_is_missing(place: Workspace) -> None:
    (one,) = bulian.evaluate(place, "little_giant_2022", subject="江城光电有限公司").evaluations[:1]
    found = {verdict.part.key: verdict for verdict in one.verdicts}
    assert (one.subject, one.year, one.outcome) == ("江城光电有限公司", 2023, "unknown")
    assert found["main_business"].outcome == "pass"  # 22000/26000 = 84.6 %
    assert found["debt"].outcome == "pass"
    assert [(lack.name, lack.year) for lack in found["main_growth"].missing] == [
        ("主营业务收入", 2023),
        ("主营业务收入", 2022),
    ]
    assert found["chain"].missing[0].what == "text"


def test_without_a_name_every_firm_that_has_a_number(place: Workspace) -> None:
    done = bulian.evaluate(place, "little_giant_2022")
    assert [one.subject for one in done.evaluations] == ["江城光电有限公司", "江城面业有限公司"]
    assert done.evaluations[1].outcome == "fail"  # debts of 82 %


def test_a_word_is_kept_and_decides(place: Workspace) -> None:
    def outcome() -> str:
        (one,) = bulian.evaluate(place, "four_above_2023", subject="江城光电有限公司").evaluations
        assert one.outcome is not None
        return one.outcome

    assert outcome() == "unknown"
    bulian.attest(
        place,
        "four_above_2023",
        "industry",
        subject="江城光电有限公司",
        holds=True,
        by="李",
        why="执照C3974",
        now=NOW,
    )
    assert outcome() == "pass"
    bulian.attest(
        place,
        "four_above_2023",
        "industry",
        subject="江城光电有限公司",
        holds=False,
        by="王",
        why="执照已变更",
        now=NOW,
    )
    assert outcome() == "unknown"
    assert len((place.journal / "evaluations.jsonl").read_text("utf-8").splitlines()) == 2


def test_peers_are_ranked_and_a_third_changes_nothing(place: Workspace) -> None:
    two = bulian.evaluate(place, "demonstration_zone", subject="甲山区", peers=["乙水区"]).rivals
    assert [(one.evaluation.subject, one.rank) for one in two] == [("甲山区", 1), ("乙水区", 2)]
    assert two[0].interval is not None
    assert two[0].interval.low == 1


def test_a_districts_own_template_is_used_and_says_so(place: Workspace) -> None:
    own = place.root / "templates"
    own.mkdir()
    (own / "ours.yaml").write_text(
        "key: ours\nzh: 本区门槛\nen: our line\ndocument: 区府〔2024〕1号\nsource: 本区\nstatus: our_own\n"
        "applies_to: firm\nclauses:\n"
        "  - {key: a, zh: 收入, en: revenue, indicator: [营业收入], at_least: 1亿元}\n",
        "utf-8",
    )
    done = bulian.evaluate(place, "ours")
    assert done.template.own
    assert [one.outcome for one in done.evaluations] == ["pass", "fail"]
    assert "ours" in [one.key for one in bulian.methods(place)]


def test_what_cannot_be_done_says_what_can(place: Workspace) -> None:
    with pytest.raises(BadRequest, match="There are: cq_33618"):
        bulian.evaluate(place, "nothing")
    with pytest.raises(BadRequest, match="Nothing in the ledger"):
        bulian.evaluate(place, "per_mu_large", subject="没有此人")
    with pytest.raises(BadRequest, match="no points"):
        bulian.evaluate(place, "four_above_2023", subject="江城光电有限公司", peers=["江城面业有限公司"])
    with pytest.raises(BadRequest, match="no clause"):
        bulian.attest(place, "four_above_2023", "x", subject="甲", holds=True, by="李", why="w", now=NOW)
    with pytest.raises(JournalError, match="evidence"):
        bulian.attest(
            place, "four_above_2023", "industry", subject="甲", holds=True, by="李", why="", now=NOW
        )


def test_as_of_a_day_before_publication_nothing_is_known(place: Workspace) -> None:
    from bulian.ledger.scope import Scope

    with pytest.raises(BadRequest):
        bulian.evaluate(place, "little_giant_2022", scope=Scope(as_of="2023-12-31"))
