"""The chains that both founding reports describe: their firms, leaders and parts, each with its sentence."""

import shutil
from functools import cache
from pathlib import Path

import pytest

import bulian
from bulian.chain.view import ChainView
from bulian.corpus.workspace import Workspace
from tests.shared import SEEDS, needs_seeds
from tests.test_seeds import NAMES, NOW

pytestmark = needs_seeds


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    workspace = bulian.init(tmp_path_factory.mktemp("chains") / "区", region="500104")
    for name in NAMES.values():
        shutil.copy(SEEDS / name, workspace.sources / name)
    bulian.build(workspace, now=NOW)
    return workspace


@cache
def view(place: Workspace, chain: str) -> ChainView:
    return bulian.chain_view(place, chain, now=NOW)


@pytest.mark.parametrize(
    ("chain", "leaders"),
    [
        ("体外诊断", {"中元汇吉": "leader"}),
        ("智能视觉", {"海康威视": "leader", "萤石电子": "leader"}),
        ("固废与环保装备", {"重庆三峰环境集团股份有限公司": "head"}),
        ("玻璃纤维复合材料", {"重庆国际复合材料股份有限公司": "backbone"}),
    ],
)
def test_who_leads(place: Workspace, chain: str, leaders: dict[str, str]) -> None:
    found = bulian.chain_show(view(place, chain)).leaders
    assert {one.firm: one.designations[0].rank for one in found} == leaders


def test_the_city_names_the_leader_of_diagnostics(place: Workspace) -> None:
    (leader,) = bulian.chain_show(view(place, "ivd")).leaders
    title = next(one for one in leader.designations if one.rank == "leader")
    assert (title.level, title.grantor, title.said_on) == ("province", None, "2024-01-23")


@pytest.mark.parametrize(
    ("chain", "firms"),
    [
        ("ivd", {"中元汇吉", "中元生物"}),
        ("vision", {"海康威视", "萤石电子"}),
        ("waste", {"重庆三峰环境集团股份有限公司", "德润环境"}),
        ("glass", {"重庆国际复合材料股份有限公司"}),
        ("compute", {"东华软件", "太极信息"}),
        ("noodle", {"井谷元"}),
    ],
)
def test_the_firms_that_the_reports_name(place: Workspace, chain: str, firms: set[str]) -> None:
    found = view(place, chain)
    assert firms <= {*found.unplaced, *(one.firm for one in found.told.placements)}


@pytest.mark.parametrize(
    ("chain", "node", "firm"),
    [
        ("waste", "grate", "重庆三峰环境集团股份有限公司"),
        ("waste", "wte", "重庆三峰环境集团股份有限公司"),
        ("glass", "melt", "重庆国际复合材料股份有限公司"),
    ],
)
def test_a_firm_on_its_node(place: Workspace, chain: str, node: str, firm: str) -> None:
    state = view(place, chain).states[node]
    assert (state.status, [one.firm for one in state.firms]) == ("single_source", [firm])


@pytest.mark.parametrize(
    ("chain", "parts"),
    [
        (
            "ivd",
            {"up", "mid", "service", "immuno", "mol", "poct", "micro", "haema", "therapy", "implant", "wear"},
        ),
        ("vision", {"device", "design", "fab"}),
        ("waste", {"treat", "eco", "monitor", "sewage", "air", "soil", "equip", "reuse"}),
        ("glass", {"blade", "pvframe", "window", "pult", "lft", "mobile", "ccl", "appl", "aero", "energy"}),
        ("noodle", {"make", "design", "ecom", "park"}),
        ("compute", {"base", "content", "ecom", "video", "dccore", "rd"}),
    ],
)
def test_the_parts_that_the_reports_name(place: Workspace, chain: str, parts: set[str]) -> None:
    named = {one.named.id for one in view(place, chain).told.mentions}
    named |= {one.other.id for one in view(place, chain).told.mentions if one.other}
    named |= {one.node for one in view(place, chain).told.placements}
    assert parts <= named, parts - named


def test_what_is_only_wanted_or_planned_is_not_there(place: Workspace) -> None:
    glass, compute = view(place, "glass").states, view(place, "compute").states
    assert glass["pvframe"].status == glass["ccl"].status == "unknown"
    assert glass["pvframe"].wanted
    assert compute["dccore"].status == "planned"


def test_the_downstream_that_the_reports_want_is_what_extends_glass_fibre(place: Workspace) -> None:
    found = bulian.chain_gaps(view(place, "glass"))
    wanted = {"blade", "pvframe", "window", "ccl", "appl", "aero"}
    assert wanted <= {one.state.node.id for one in found.extend}
    assert all(one.side == "down" and one.next_to == ("melt",) for one in found.extend)
    assert found.fill == ()


def test_one_firm_of_diagnostics_is_expected_at_a_sixth_of_the_district(place: Workspace) -> None:
    found = bulian.chain_depend(view(place, "ivd"))
    (part,) = [one for one in found.district if one.name == "中元生物"]
    assert part.share is not None
    assert round(float(part.share.point), 4) == 0.1667
    assert part.ahead
    assert [(one.name, one.certain) for one in found.alerts if one.of == "district"] == [("中元生物", False)]


def test_every_part_rests_on_a_sentence_of_the_reports(place: Workspace) -> None:
    texts = {name: Path(SEEDS / name).read_text("utf-8") for name in NAMES.values()}
    for chain in ("ivd", "vision", "waste", "glass", "noodle", "compute"):
        found = view(place, chain)
        for mention in found.told.mentions:
            assert mention.fact.fact.place.quote in texts[mention.fact.source.name]
        for one in found.told.placements:
            assert one.facts
