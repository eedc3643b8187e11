"""Completeness, gaps, leaders, dependence and loss of a chain small enough to check by hand."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulian.assess.datum import data_in_force
from bulian.assess.subject import district
from bulian.chain.areas import Areas
from bulian.chain.completing import Completeness, completeness
from bulian.chain.depending import dependence, parts_of
from bulian.chain.gapping import Gaps, gaps
from bulian.chain.graph import graph_of
from bulian.chain.leading import leaders
from bulian.chain.losing import losses, scenario
from bulian.chain.naming import Words
from bulian.chain.presence import node_states
from bulian.chain.strength import MEASURED, strengths
from bulian.chain.telling import Setting, tell
from bulian.errors import BadRequest, VocabularyError
from bulian.model.chain import Placement, Searched
from bulian.model.fact import Bound, Modality, Observation
from bulian.model.place import Span
from bulian.model.stored import Sourced
from bulian.resolve.identify import identify
from tests.chain.made import SOURCE, kit, on, relation, sourced

TABLE = Searched("企业名录.xlsx", "2025-06-30")
NOW = "2026-01-31"
NODES = ("antigen", "bead", "latex", "reagent", "lab", "cold")
HERE = [on("antigen", "甲"), on("bead", "乙"), on("bead", "丙"), on("reagent", "丁")]


def complete(folder: Path, placed: Sequence[Placement], searched: Sequence[Searched] = ()) -> Completeness:
    chain = kit(folder)
    return completeness(chain, graph_of(chain), node_states(chain, placed, (), searched, NOW))


def found_gaps(folder: Path, placed: Sequence[Placement], farther: Sequence[Placement] = ()) -> Gaps:
    chain = kit(folder)
    return gaps(graph_of(chain), node_states(chain, placed, (), [TABLE], NOW), farther)


def test_the_count_leaves_out_extensions_and_bounds_what_is_unknown(tmp_path: Path) -> None:
    found = complete(tmp_path, HERE)
    assert (found.count.there, found.count.required, found.count.at_most) == (3, 6, 6)
    assert {stage: (count.there, count.required) for stage, count in found.stages} == {
        "up": (2, 3), "mid": (1, 1), "down": (0, 1), "service": (0, 1)
    }  # fmt: skip
    assert found.left_out == ("latex", "lab", "cold")


def test_once_all_is_searched_the_weighted_share_is_the_plain_count(tmp_path: Path) -> None:
    found = complete(tmp_path, HERE, [TABLE])
    assert found.weighted is not None
    assert (found.weighted.value, found.weighted.sd, found.coverage) == (3 / 6, 0, 1)
    assert found.count.at_most == 3


def test_the_buildable_share_is_bounded_by_what_nobody_knows(tmp_path: Path) -> None:
    assert complete(tmp_path, HERE).buildable == (1, 1)
    assert complete(tmp_path, HERE[1:]).buildable == (0, 1)
    assert complete(tmp_path, HERE[1:], [TABLE]).buildable == (0, 0)


def test_firms_farther_away_count_in_wider_areas_only(tmp_path: Path) -> None:
    chain = kit(tmp_path)
    states = node_states(chain, HERE)
    far = [replace(on("latex", "戊"), area="city"), replace(on("lab", "己"), area="nation")]
    found = completeness(chain, graph_of(chain), states, far)
    assert {area: count.there for area, count in found.areas} == {"city": 4, "nation": 5}
    assert found.count.there == 3


def test_what_is_searched_and_not_found_is_to_be_filled_the_weightiest_first(tmp_path: Path) -> None:
    found = found_gaps(tmp_path, HERE[1:], [replace(on("antigen", "戊"), area="city")])
    first = found.fill[0]
    assert (first.state.node.id, first.way) == ("antigen", "connect")
    assert (first.worth.open, first.worth.buildable) == (1, 1)
    assert first.worth.completeness == pytest.approx(1 / 6)
    assert {gap.state.node.id: gap.way for gap in found.fill[1:]} == {
        "latex": "attract", "lab": "attract", "cold": "attract"
    }  # fmt: skip
    assert found.unsearched == ()


def test_without_a_table_nothing_is_to_be_filled(tmp_path: Path) -> None:
    chain = kit(tmp_path)
    found = gaps(graph_of(chain), node_states(chain, HERE))
    assert found.fill == ()
    assert {gap.state.node.id for gap in found.unsearched} == {"latex", "lab", "cold"}


def test_what_is_there_and_weak_says_why(tmp_path: Path) -> None:
    found = found_gaps(tmp_path, [on("bead", "乙"), on("bead", "丙"), on("reagent", "丁")])
    assert {weak.state.node.id: weak.tests for weak in found.strengthen} == {
        "reagent": ("single_source", "input_missing")
    }  # fmt: skip


def test_numbers_of_strength_that_fall_short_are_tests_failed(tmp_path: Path) -> None:
    file = tmp_path / "kit.strength.csv"
    head = "node,location_quotient,local_coverage,share_trend,technology_rank,source\n"
    file.write_text(head + "bead,0.8,0.5,-0.1,,区统计局测算\nreagent,1.2,,,,区统计局测算\n", "utf-8")
    known = strengths(file, {"bead", "reagent"})
    chain = kit(tmp_path)
    placed = [on("bead", "乙"), on("bead", "丙")]
    found = gaps(graph_of(chain), node_states(chain, placed, (), [TABLE], NOW), known=known)
    (weak,) = found.strengthen  # coverage of just a half and what is unknown fail nothing
    assert (weak.state.node.id, weak.tests) == ("bead", ("location_quotient", "share_trend"))
    assert found.not_tested == ("technology_rank",)
    assert found_gaps(tmp_path, placed).not_tested == MEASURED
    assert strengths(tmp_path / "none.csv", ()) == {}


@pytest.mark.parametrize(
    ("line", "said"), [("nobody,1,,,,源", "no node 'nobody'"), ("bead,much,,,,源", "no number")]
)
def test_a_wrong_line_of_strengths_is_refused_with_its_number(tmp_path: Path, line: str, said: str) -> None:
    file = tmp_path / "kit.strength.csv"
    head = "node,location_quotient,local_coverage,share_trend,technology_rank,source\n"
    file.write_text(f"{head}{line}\n", "utf-8")
    with pytest.raises(VocabularyError, match=said) as refused:
        strengths(file, {"bead"})
    assert "2" in str(refused.value)


def test_what_lies_beyond_the_present_ends_is_an_extension(tmp_path: Path) -> None:
    found = found_gaps(tmp_path, [*HERE, on("cold", "庚")])
    assert {(one.state.node.id, one.side, one.steps, one.outside) for one in found.extend} == {
        ("lab", "down", 1, False), ("implant", "down", 1, True), ("latex", "up", 1, False)
    }  # fmt: skip


def test_what_is_known_and_lies_some_steps_beyond_is_an_extension_too(tmp_path: Path) -> None:
    """Only antigens are made here: the laboratory lies two steps behind them, and is searched and missing."""
    found = found_gaps(tmp_path, [on("antigen", "甲")])
    lab = next(one for one in found.extend if one.state.node.id == "lab")
    assert (lab.side, lab.steps, lab.next_to) == ("down", 2, ("antigen",))


def test_what_nobody_knows_of_is_no_extension_unless_it_lies_outside(tmp_path: Path) -> None:
    chain = kit(tmp_path)
    found = gaps(graph_of(chain), node_states(chain, [on("antigen", "甲")]))
    assert [(one.state.node.id, one.outside) for one in found.extend] == [("implant", True)]


def test_loss_of_every_firm_and_node_by_hand(tmp_path: Path) -> None:
    chain = kit(tmp_path)
    found = losses(graph_of(chain), node_states(chain, HERE), ["辛"])
    assert {one.name: one.impact for one in found.firms} == {"甲": 1, "乙": 0, "丙": 0, "丁": 1}
    assert {one.name: one.impact for one in found.nodes} == {"antigen": 1, "bead": 0, "reagent": 1}
    assert (found.made_here, found.not_placed) == (("reagent",), ("辛",))
    assert next(one for one in found.firms if one.name == "甲").stops == ("antigen", "reagent")


def test_two_that_stand_in_for_each_other_are_lost_together(tmp_path: Path) -> None:
    """Without both makers of beads latex is bought elsewhere, as nobody here is known to make it."""
    chain = kit(tmp_path)
    graph = graph_of(chain)
    both = scenario(chain, graph, node_states(chain, HERE), ["乙", "丙"])
    assert (both.impact, both.left["bead"]) == (0, 0)
    local = node_states(chain, [*HERE, on("latex", "乙")])
    assert scenario(chain, graph, local, ["乙", "丙"]).impact == 1


def test_a_share_of_a_firm_takes_that_share_of_what_hangs_on_it_and_others_step_in(tmp_path: Path) -> None:
    """Antigens have one maker, beads two: 40 % of 甲 is 40 % of the reagent, 40 % of 乙 is nothing told."""
    chain = kit(tmp_path)
    graph, states = graph_of(chain), node_states(chain, HERE)
    found = scenario(chain, graph, states, ["甲"], 0.4)
    assert found.impact == pytest.approx(0.4)
    assert found.left == pytest.approx({"antigen": 0.6, "bead": 1, "reagent": 0.6})
    assert (found.share, found.beside) == (0.4, ())
    other = scenario(chain, graph, states, ["乙"], 0.4)
    assert (other.impact, set(other.left.values()), other.beside) == (0, {1}, ("bead",))
    assert scenario(chain, graph, states, ["乙", "丙"], 0.4).beside == ()  # nobody is left to step in


@given(
    st.lists(
        st.tuples(st.sampled_from(NODES), st.sampled_from("甲乙丙"), st.floats(0.5, 1)),
        min_size=1,
        unique_by=lambda one: one[:2],
    ),
    st.sampled_from("甲乙丙"),
    st.floats(0, 1),
    st.floats(0, 1),
)
def test_nothing_gone_is_no_loss_all_gone_the_exact_one_and_more_gone_never_less(
    placed: list[tuple[str, str, float]], firm: str, one: float, other: float
) -> None:
    with TemporaryDirectory() as folder:
        chain = kit(Path(folder))
    graph, states = graph_of(chain), node_states(chain, [on(*each) for each in placed])
    if not any(each[1] == firm for each in placed):
        return
    none, less, more, whole = (
        scenario(chain, graph, states, [firm], share) for share in (0.0, *sorted((one, other)), 1.0)
    )
    assert set(none.left.values()) <= {1}
    assert not none.impact
    assert whole == scenario(chain, graph, states, [firm])
    assert {each.name: each.impact for each in losses(graph, states).firms}.get(firm) == (
        None if whole.impact is None else pytest.approx(whole.impact, abs=1e-9)
    )
    for fewer, further in ((none, less), (less, more), (more, whole)):
        assert (fewer.impact or 0) <= (further.impact or 0) + 1e-12
        assert all(further.left[node] <= left + 1e-12 for node, left in fewer.left.items())


@pytest.mark.parametrize("share", [-0.1, 1.1, float("nan")])
def test_what_is_no_share_is_refused(tmp_path: Path, share: float) -> None:
    chain = kit(tmp_path)
    with pytest.raises(BadRequest, match="no share of what is gone"):
        scenario(chain, graph_of(chain), node_states(chain, HERE), ["甲"], share)


def test_where_nothing_is_made_here_no_loss_is_told(tmp_path: Path) -> None:
    chain = kit(tmp_path)
    found = losses(graph_of(chain), node_states(chain, [on("bead", "乙")]))
    assert (found.firms, found.nodes, found.made_here) == ((), (), ())


def test_the_loss_of_a_firm_on_no_node_is_refused_with_those_that_are(tmp_path: Path) -> None:
    chain = kit(tmp_path)
    with pytest.raises(BadRequest, match=r"辛.*neither a node.*On it are: 丁, 丙, 乙, 甲"):
        scenario(chain, graph_of(chain), node_states(chain, HERE), ["辛"])


def amount(
    subject: str, indicator: str, yi: int, bound: Bound = "exact", modality: Modality = "actual"
) -> Sourced:
    quote = f"{subject}{indicator}{yi}亿元"
    return sourced(
        Observation(
            SOURCE.doc, Span(0, len(quote), quote), subject, indicator, "level", Decimal(yi) * 10**8, "CNY",
            f"{yi}亿元", len(subject + indicator), bound, modality, "2021", None, "test",
        )
    )  # fmt: skip


def depends(folder: Path, *facts: Sourced) -> tuple[list[tuple[str, bool]], list[tuple[str, bool]]]:
    """The shares of the district and whether each is refused, the alerts and whether each is certain."""
    chain = kit(folder)
    data = data_in_force(facts, district("大渡口区"))
    parts = parts_of(data, "大渡口区", ["甲", "乙"], chain, Words(chain))
    found = dependence(node_states(chain, HERE), parts)
    alerts = [(one.name, one.certain) for one in found.alerts if one.of == "district"]
    return [(one.name, one.share is None) for one in found.district], alerts


def test_fifty_of_about_three_hundred_is_an_alert_that_rests_on_a_forecast(tmp_path: Path) -> None:
    whole = amount("大渡口区", "工业总产值", 300, "approx")
    assert depends(tmp_path, amount("甲", "产值", 50, "min", "forecast"), whole) == (
        [("甲", False)],
        [("甲", False)],
    )
    assert depends(tmp_path, amount("甲", "产值", 50), whole) == ([("甲", False)], [("甲", True)])
    assert depends(tmp_path, amount("甲", "产值", 20), whole) == ([("甲", False)], [])


def test_a_share_above_one_is_shown_and_not_used(tmp_path: Path) -> None:
    found = depends(tmp_path, amount("甲", "产值", 50), amount("大渡口区", "工业总产值", 40))
    assert found == ([("甲", True)], [])


def test_numbers_of_different_kinds_are_not_divided(tmp_path: Path) -> None:
    assert depends(tmp_path, amount("甲", "产业规模", 50), amount("大渡口区", "工业总产值", 300)) == ([], [])


def test_a_searched_node_of_one_firm_is_an_alert_and_an_unsearched_one_is_none(tmp_path: Path) -> None:
    chain = kit(tmp_path)
    alone = dependence(node_states(chain, HERE, (), [TABLE], NOW), ())
    assert {one.name for one in alone.alerts} == {"抗原原料", "免疫检测试剂", "磁微粒"}
    assert dependence(node_states(chain, HERE), ()).alerts == ()


def test_a_leader_with_its_title_its_suppliers_and_its_wants(tmp_path: Path) -> None:
    facts = (
        relation("甲公司", "leads", "重庆市试剂盒产业链"),
        relation("甲公司", "produces", "免疫检测试剂", 40),
        relation("乙公司", "produces", "磁珠", 80),
        relation("甲公司", "cooperates_with", "乙公司", 120),
    )
    who = identify((one.fact for one in facts), district("大渡口区"))
    chain = kit(tmp_path)
    told = tell(chain, Words(chain), facts, who, Setting(Areas(facts, who, "500104")))
    (leader,) = leaders(graph_of(chain), node_states(chain, told.placements), told, facts, who)
    (title,) = leader.designations
    assert (leader.firm, title.level, title.grantor, title.said_on) == (
        "甲公司",
        "province",
        None,
        "2024-01-23",
    )
    assert date.fromisoformat(title.said_on or "") < date.fromisoformat(NOW)
    assert ([one.firm for one in leader.pull], leader.inputs) == (["乙公司"], 4)
    assert [(want.node, want.essential) for want in leader.wants] == [
        ("antigen", True), ("latex", False), ("cold", False)
    ]  # fmt: skip
    assert len(leader.links) == 1
