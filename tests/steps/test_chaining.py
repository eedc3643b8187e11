"""Chains of a workspace, from its files to the lists: real files, a real ledger, a real journal."""

import io
from pathlib import Path

import openpyxl
import pytest

import bulian
from bulian.corpus.workspace import Workspace
from bulian.errors import BadRequest, JournalError, LedgerError
from bulian.ledger import journal
from bulian.ledger.keeping import keeping
from bulian.ledger.scope import Scope
from bulian.steps.chaining import chain_views

NOW = "2026-01-31T09:00:00+08:00"
TEXT = """\
区内企业简况

三峰环境是垃圾焚烧行业的龙头企业。
重庆三峰环境集团股份有限公司（以下简称“三峰环境”）是一家垃圾焚烧炉生产商。
以甲乙科技、丙丁电子为链主建设智能视觉产业链。
"""
SIGNED = {"by": "张三", "why": "走访所见", "now": NOW}


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    workspace = bulian.init(tmp_path / "区", region="500104")
    (workspace.sources / "简况.txt").write_text(TEXT, "utf-8")
    bulian.build(workspace, now=NOW)
    return workspace


def there(place: Workspace, chain: str) -> dict[str, list[str]]:
    view = bulian.chain_view(place, chain, now=NOW)
    return {node: [one.firm for one in state.firms] for node, state in view.states.items() if state.is_there}


def test_facts_alone_put_a_firm_on_its_nodes_under_its_full_name(place: Workspace) -> None:
    firm = "重庆三峰环境集团股份有限公司"
    assert there(place, "waste") == {"grate": [firm], "wte": [firm]}


def test_every_firm_on_a_node_walks_back_to_its_sentence(place: Workspace) -> None:
    view = bulian.chain_view(place, "waste", now=NOW)
    for state in view.states.values():
        for one in state.firms:
            assert one.facts
            assert all(view.facts[fact].fact.place.quote in TEXT for fact in one.facts)


def test_what_several_answers_ask_of_chains_is_looked_at_once(place: Workspace) -> None:
    with keeping():
        every = chain_views(place, now=NOW)
        (one,) = chain_views(place, ["waste"], now=NOW)
    assert any(one is each for each in every)
    assert one.states == bulian.chain_view(place, "waste", now=NOW).states


def test_two_leaders_of_one_chain_stand_on_no_node_and_are_said_to(place: Workspace) -> None:
    view = bulian.chain_view(place, "智能视觉", now=NOW)
    shown = bulian.chain_show(view)
    assert {leader.firm for leader in shown.leaders} == {"甲乙科技", "丙丁电子"}
    assert all(leader.designations[0].rank == "leader" for leader in shown.leaders)
    assert set(view.unplaced) == {"甲乙科技", "丙丁电子"}
    assert shown.completeness.count.there == 0


def test_a_change_is_laid_over_the_chain_and_told_by_diff(place: Workspace) -> None:
    bulian.chain_edit(place, "waste", "place 甲公司 项目运营", **SIGNED)
    bulian.chain_edit(place, "waste", "set-status landfill missing", **SIGNED)
    assert there(place, "waste")["oper"] == ["甲公司"]
    assert bulian.chain_view(place, "waste", now=NOW).states["landfill"].status == "missing"
    told = bulian.chain_diff(place, "waste")
    assert [(one.kind, one.target, one.after) for one in told.differences] == [
        ("placement", "oper", "甲公司"), ("status", "landfill", "missing")
    ]  # fmt: skip
    assert all(one.change and one.change.by == "张三" for one in told.differences)
    bulian.chain_edit(place, "waste", "unplace 甲公司 oper", **SIGNED)
    assert "oper" not in there(place, "waste")


def test_a_change_whose_node_no_longer_ships_is_reported(place: Workspace) -> None:
    act = {
        "at": NOW,
        "by": "张三",
        "why": "因",
        "chain": "waste",
        "do": "rename",
        "id": "retired",
        "name": "新名",
    }
    journal.append(place.journal, "chain", act)
    told = bulian.chain_diff(place)
    assert [one.edit.fields["id"] for one in told.orphans] == ["retired"]
    assert told.differences == ()


def test_rebuilding_the_ledger_keeps_the_changes(place: Workspace) -> None:
    bulian.chain_edit(place, "waste", "place 甲公司 oper", **SIGNED)
    place.ledger.unlink()
    bulian.build(place, now=NOW)
    assert there(place, "waste")["oper"] == ["甲公司"]


def test_a_rejected_fact_puts_nobody_on_a_node(place: Workspace) -> None:
    view = bulian.chain_view(place, "waste", now=NOW)
    (firm,) = view.states["grate"].firms
    bulian.judge(place, firm.facts[0], verdict="reject", by="张三", why="总部在外", now=NOW)
    assert "grate" not in there(place, "waste")


def test_an_earlier_day_knows_nothing_of_later_changes(place: Workspace) -> None:
    later = "2026-03-01T09:00:00+08:00"
    bulian.chain_edit(place, "waste", "place 甲公司 oper", by="张三", why="走访", now=later)
    before = bulian.chain_view(place, "waste", now=later, scope=Scope(known_on="2026-02"))
    assert before.states["oper"].status == "unknown"
    assert bulian.chain_view(place, "waste", now=later).states["oper"].status == "single_source"


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("paint wte", "no change"),
        ("remove-node 炼钢", "has no node '炼钢'"),
        ("set-status wte gone", "status 'gone' is unknown"),
        ("add-edge wte>ash maybe", "kind 'maybe' is unknown"),
        ("add-edge wte>ash essential", "needs wte by now"),
        ("add-node screen 无此组 滚筒筛", "no segment 无此组"),
        ("add-node 'screen", "no change"),
    ],
)
def test_what_is_no_change_is_refused_and_nothing_is_entered(
    place: Workspace, typed: str, problem: str
) -> None:
    with pytest.raises(BadRequest, match=problem):
        bulian.chain_edit(place, "waste", typed, **SIGNED)
    assert journal.read(place.journal, "chain") == []


def test_an_unsigned_change_is_refused(place: Workspace) -> None:
    with pytest.raises(JournalError, match="name of who"):
        bulian.chain_edit(place, "waste", "remove-node wte", by="", why="因", now=NOW)


def test_a_scenario_is_kept_by_name_and_the_last_of_a_name_counts(place: Workspace) -> None:
    view = bulian.chain_view(place, "waste", now=NOW)
    assert bulian.chain_scenario(view, ["三峰环境"]).impact == 1
    assert bulian.chain_scenario(view, ["三峰环境"], 0.25).impact == pytest.approx(0.25)
    bulian.chain_save(view, place, "焚烧", ["三峰环境"], 1, **SIGNED)
    bulian.chain_save(view, place, "焚烧", ["垃圾焚烧炉"], 0.25, **SIGNED)
    (kept,) = bulian.chain_scenarios(place)
    assert (kept.name, kept.without, kept.share) == ("焚烧", ("grate",), 0.25)


def test_the_lists_hold_the_rows_and_the_sentences_they_rest_on(place: Workspace) -> None:
    view = bulian.chain_view(place, "waste", now=NOW)
    path = bulian.chain_sheets(view, place.out / "清单.xlsx", lang="zh", now=NOW)
    content = path.read_bytes()
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames == [
        "链图", "龙头骨干企业", "主要配套企业", "锻长板重点领域", "补短板突破环节", "关键产品", "出处", "说明"
    ]  # fmt: skip
    heads, *lines = book["龙头骨干企业"].iter_rows(values_only=True)
    assert lines[0][0] == "重庆三峰环境集团股份有限公司"
    cited = str(lines[0][heads.index("出处")]).split("、")
    sentences = {row[0]: row[1] for row in book["出处"].iter_rows(min_row=2, values_only=True)}
    assert all(str(sentences[number]) in TEXT for number in cited)
    assert len(list(book["链图"].iter_rows())) == len(view.chain.nodes) + 1
    bulian.chain_sheets(view, path, lang="zh", now=NOW)
    assert path.read_bytes() == content


def test_lists_for_the_public_say_how_much_they_withhold(place: Workspace) -> None:
    (place.sources / "简况.txt.meta.toml").write_text('access = "internal"\n', "utf-8")
    bulian.build(place, now=NOW)
    view = bulian.chain_view(place, "waste", now=NOW, scope=Scope(public=True))
    assert not any(state.is_there for state in view.states.values())
    path = bulian.chain_sheets(view, place.out / "清单.xlsx", lang="zh", now=NOW)
    notes = openpyxl.load_workbook(path)["说明"].iter_rows(min_row=2, values_only=True)
    (count,) = [row[1] for row in notes if row[0] == "只含可以对外的；略去的事实数"]
    assert count == str(len(view.seen.withheld)) != "0"


def test_the_lists_are_written_as_xlsx_only(place: Workspace) -> None:
    view = bulian.chain_view(place, "waste", now=NOW)
    with pytest.raises(BadRequest, match="xlsx"):
        bulian.chain_sheets(view, place.out / "清单.docx", lang="zh", now=NOW)


def test_a_workspace_that_was_not_built_says_so(tmp_path: Path) -> None:
    place = bulian.init(tmp_path / "新区", region="500104")
    with pytest.raises(LedgerError):
        bulian.chain_view(place, "waste", now=NOW)
