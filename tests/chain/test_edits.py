"""A district's changes: laid over the shipped chain, kept through upgrades, never lost."""

from pathlib import Path

import pytest

from bulian.chain.edits import Edit, act_of, apply, edit_of
from bulian.errors import JournalError
from bulian.ledger.chain import Entry
from bulian.model.chain import Chain, Change
from tests.chain.made import KIT, kit

WHO = Change("张三", "2026-01-31T09:00:00+08:00", "走访所见", 1)


def edit(do: str, **fields: str) -> Edit:
    return Edit("kit", do, fields, WHO)


@pytest.fixture
def chain(tmp_path: Path) -> Chain:
    return kit(tmp_path)


def laid(chain: Chain, *edits: Edit) -> Chain:
    chains, orphans = apply({"kit": chain}, edits)
    assert not orphans
    return chains["kit"]


def test_a_node_is_added_with_an_edge_and_who_did_it(chain: Chain) -> None:
    changed = laid(
        chain,
        edit("add_node", id="plasma", segment="raw", name="血浆"),
        edit("add_edge", supplier="plasma", user="antigen", kind="essential"),
    )
    added = changed.node("plasma")
    assert added is not None
    assert added.change == WHO
    (edge,) = [one for one in changed.inputs if one.supplier == "plasma"]
    assert (edge.user, edge.kind) == ("antigen", "essential")
    assert "张三" in edge.source


def test_a_removed_node_takes_its_edges_along(chain: Chain) -> None:
    changed = laid(chain, edit("remove_node", id="latex"))
    assert changed.node("latex") is None
    assert all("latex" not in (one.supplier, one.user) for one in changed.inputs)


def test_a_renamed_node_is_still_found_by_its_old_name(chain: Chain) -> None:
    renamed = laid(chain, edit("rename", id="bead", name="磁性微球")).node("bead")
    assert renamed is not None
    assert renamed.name.zh == "磁性微球"
    assert "磁微粒" in renamed.words


def test_a_status_set_by_hand_can_be_given_back_to_the_evidence(chain: Chain) -> None:
    once = laid(chain, edit("set_status", id="bead", status="missing"))
    assert [(node, status) for node, status, _ in once.statuses] == [("bead", "missing")]
    assert laid(once, edit("set_status", id="bead", status="evidence")).statuses == ()


def test_a_change_whose_target_an_upgrade_took_away_is_kept_and_told(tmp_path: Path) -> None:
    edits = [
        edit("rename", id="latex", name="聚苯乙烯微粒"),
        edit("remove_edge", supplier="cold", user="reagent"),
    ]
    upgraded = kit(
        tmp_path, KIT.replace("id: latex", "id: polymer").replace("[bead, latex]", "[bead, polymer]")
    )
    chains, orphans = apply({"kit": upgraded}, edits)
    (orphan,) = orphans
    assert orphan.edit is edits[0]
    assert "latex" in orphan.en
    assert "没有 latex" in orphan.zh
    assert not any(one.supplier == "cold" for one in chains["kit"].inputs)


def test_a_change_of_a_chain_that_is_gone_is_kept_and_told(chain: Chain) -> None:
    _, orphans = apply({"kit": chain}, [Edit("steel", "remove_node", {"id": "bead"}, WHO)])
    assert [orphan.en for orphan in orphans] == ["there is no chain steel"]


def test_what_the_journal_keeps_reads_back_as_the_change() -> None:
    made = edit("add_edge", supplier="cold", user="lab", kind="substitutable", group="配送")
    assert edit_of(Entry(1, "", act_of(made))) == made


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (Edit("kit", "remove_node", {"id": "bead"}, Change("", "", "因", 0)), "needs the name"),
        (Edit("kit", "remove_node", {"id": "bead"}, Change("张三", "", " ", 0)), "its reason"),
        (Edit("kit", "remove_node", {}, WHO), "must say: id"),
        (Edit("kit", "paint", {}, WHO), "paint must say"),
    ],
)
def test_an_unsigned_or_unclear_change_is_refused(change: Edit, problem: str) -> None:
    with pytest.raises(JournalError, match=problem):
        act_of(change)
