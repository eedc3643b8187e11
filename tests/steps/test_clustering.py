"""Clusters of a small register, checked by hand."""

from decimal import Decimal
from pathlib import Path

import pytest

from bulian.corpus.workspace import Workspace
from bulian.errors import BadRequest, JournalError
from bulian.ledger.scope import Scope
from bulian.steps.clustering import ClusterView, Roll, change_member, clusters, compare
from tests.steps.register import NOW, registered


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return registered(tmp_path_factory.mktemp("clusters"))


def view(place: Workspace, name: str, **more: object) -> ClusterView:
    (found,) = clusters(place, name, now=NOW, **more).views  # type: ignore[arg-type]
    return found


def names(found: ClusterView) -> set[str]:
    return {one.firm.name[0] for one in found.members.inside}


def only(found: ClusterView) -> Roll:
    (roll,) = found.rolls
    return roll


def test_every_firm_has_its_reasons_each_with_its_cell(place: Workspace) -> None:
    found = view(place, "健康")
    # 甲, 乙 by code; 丙 by code and product; 戊 by list and product. 己 left in 2023, 庚 comes in 2024.
    assert names(found) == {"甲", "乙", "丙", "戊"}
    reasons = {one.firm.name[0]: [(r.kind, r.says) for r in one.reasons] for one in found.members.inside}
    assert reasons["甲"] == [("code", "2761 生物药品制造")]
    assert ("product", "诊断仪器") in reasons["丙"]
    assert reasons["戊"] == [("listed", "健康"), ("product", "诊断软件")]
    assert all(r.place.startswith(("经营", "产品")) for one in found.members.inside for r in one.reasons)
    assert {firm.name[0] for firm in found.members.elsewhere} == {"己", "庚"}


def test_the_total_tells_what_it_does_not_know_and_how_far_its_class_is(place: Workspace) -> None:
    roll = only(view(place, "健康"))
    # 12000 + 5000 + 3000 + 1900 = 21900 万.
    assert roll.total.value == Decimal("219000000")
    assert (len(roll.total.data), roll.total.firms) == (4, 4)
    assert roll.distance is not None
    assert roll.distance.short == Decimal("9781000000")
    earlier = only(view(place, "健康", year=2021))
    assert earlier.total.value == Decimal("120000000")  # 甲 10000 and 己 2000, still there then


def test_growth_is_split_exactly(place: Workspace) -> None:
    grown = only(view(place, "健康")).growth
    assert grown is not None
    parts = {part.kind: part.change for part in grown.parts}
    # 2021: 甲 10000 + 己 2000; 2023: 甲 12000, 乙 5000 attracted, 丙 3000 split off, 戊 1900 unknown.
    assert parts == {
        "stock": Decimal("20000000"), "attracted": Decimal("50000000"), "home_grown": Decimal("30000000"),
        "left": Decimal("-20000000"), "appeared": Decimal("19000000"),
    }  # fmt: skip
    assert sum(parts.values()) == grown.change == Decimal("99000000")


def test_segments_have_a_share_and_grow_over_the_same_firms(place: Workspace) -> None:
    sizes = {one.segment.key if one.segment else None: one for one in only(view(place, "健康")).segments}
    assert sizes["reagents"].total.value == Decimal("170000000")
    assert sizes["reagents"].share == Decimal("170000000") / Decimal("219000000")
    assert sizes["reagents"].same_scope == 1
    growth = sizes["reagents"].growth
    assert growth is not None
    assert round(growth, 4) == Decimal("0.0954")  # (12000 / 10000) ** 0.5 - 1
    assert sizes["devices"].growth is None
    assert sizes[None].total.firms == 1


def test_a_person_puts_in_and_takes_out_and_both_can_be_taken_back(tmp_path: Path) -> None:
    place = registered(tmp_path)
    change_member(place, "小面", "甲药业有限公司", what="add", by="王", why="做小面检测", now=NOW)
    change_member(place, "小面", "丁面业", what="remove", by="王", why="已转产", now=NOW)
    found = clusters(place, now=NOW)
    noodles = found.views[1]
    assert names(noodles) == {"甲"}
    assert noodles.members.inside[0].reasons[-1].says == "做小面检测"
    assert [(one.firm.name[0], one.act.why) for one in noodles.members.removed] == [("丁", "已转产")]
    # 甲 is in two; together it counts once: 21900 + 0 more.
    assert found.overlap == {"甲药业有限公司": ("health", "noodles")}
    (together,) = found.together
    assert together.total.value == Decimal("219000000")
    change_member(place, "小面", "丁面业有限公司", what="add", by="李", why="查实仍在生产", now=NOW)
    change_member(place, "小面", "甲药业有限公司", what="remove", by="李", why="误列", now=NOW)
    assert names(clusters(place, now=NOW).views[1]) == {"丁"}
    lines = (place.journal / "clusters.jsonl").read_text("utf-8").splitlines()
    assert len(lines) == 4


def test_an_act_needs_a_name_a_reason_and_a_firm_that_is_there(place: Workspace) -> None:
    with pytest.raises(JournalError, match="--why"):
        change_member(place, "小面", "丁面业", what="add", by="王", why=" ", now=NOW)
    with pytest.raises(BadRequest, match="no firm"):
        change_member(place, "小面", "癸公司", what="add", by="王", why="因", now=NOW)
    with pytest.raises(BadRequest, match="Several"):
        change_member(place, "小面", "药业", what="add", by="王", why="因", now=NOW)
    with pytest.raises(BadRequest, match="no cluster"):
        clusters(place, "钢铁", now=NOW)


def test_for_the_public_no_total_rests_on_fewer_than_three_firms(place: Workspace) -> None:
    roll = only(view(place, "健康", scope=Scope(public=True)))
    # 器械 rests on one firm, other on one: with reagents hidden too, nothing can be computed back.
    assert roll.total.value == Decimal("219000000")
    assert {one.segment.key for one in roll.segments if one.segment and one.total.data} == set()
    assert roll.growth is None
    noodles = only(view(place, "小面", scope=Scope(public=True)))
    assert noodles.total.value is None
    assert "total" in noodles.withheld


def test_what_is_not_public_is_not_counted(tmp_path: Path) -> None:
    found = clusters(registered(tmp_path, access="internal"), now=NOW, scope=Scope(public=True))
    assert all(not one.members.inside for one in found.views)
    assert found.ground.seen.withheld


def test_the_taxonomy_of_the_day_holds(place: Workspace) -> None:
    assert clusters(place, now="2022-03-01T00:00:00+08:00").taxonomy.key == "before"
    assert clusters(place, now=NOW, scope=Scope(as_of="2021")).taxonomy.key == "before"
    assert clusters(place, taxonomy="旧分类", now=NOW).taxonomy.key == "before"


def test_a_crosswalk_lists_what_fits_nowhere(place: Workspace) -> None:
    found = compare(place, "before", now=NOW)
    (cell,) = found.cells
    assert (cell.one.zh, cell.other.zh, cell.how, cell.says) == ("医药", "健康", "overlap", ("27",))
    assert {name[0] for name in cell.firms} == {"甲", "乙"}
    assert [one.zh for one in found.unmatched] == ["钢铁"]
    assert [one.zh for one in found.unmatched_other] == ["小面"]
