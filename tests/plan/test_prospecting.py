"""Prospects: a score by hand, bounds that hold it, who is left out, a list that no node fills."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulian.chain.placing import Spotted
from bulian.plan.firm_index import OutsideFirm
from bulian.plan.prospect_parts import Part, Signal, expansion, need, room, score, soundness
from bulian.plan.prospecting import (
    Candidate,
    Place,
    Rejection,
    Wanted,
    left_out,
    prospect,
    ranked,
    standing,
)
from bulian.vocab.prospects import part_kinds

TODAY = "2026-11-26"
HERE = Place("500104", free_land=40.0)
WANTED = Wanted("vision", "lens", ("Lenses", "镜头"), "missing", 0.5)


def candidate(name: str = "外地光学有限公司", fit: float = 0.9, node: str = "lens", **told: str) -> Candidate:
    firm = OutsideFirm(name, {"scope": "镜头制造", **told}, "名录.csv !2", "2026-06-30", False)
    return Candidate(
        firm, replace(WANTED, node=node), Spotted(name, "vision", node, fit, True, "镜头制造", "镜头", {})
    )


def test_a_score_by_hand() -> None:
    """need (1 + .5) / 2 = .75, fit .9, soundness 1 known; the rest assumed: .2 and .1 of .15, .8 of .05.

    .25 × .75 + .3 × .9 + .15 × .2 + .15 × .1 + .05 × .8 + .1 × 1 = .6425; the known parts
    alone are .5575, and the unknown ones weigh .35.
    """
    found = prospect(candidate(status="存续"), HERE, TODAY)
    assert found.score == pytest.approx(0.6425)
    assert found.low == pytest.approx(0.5575)
    assert found.high == pytest.approx(0.9075)
    assert len(found.unknown) == 3


@given(st.lists(st.sampled_from(sorted(part_kinds())), unique=True), st.data())
def test_the_score_lies_between_its_worst_and_its_best(keys: list[str], data: st.DataObject) -> None:
    value = st.none() | st.floats(0, 1)
    whole, low, high = score(Part(key, data.draw(value), ("", "")) for key in keys)
    assert low - 1e-9 <= whole <= high + 1e-9


@pytest.mark.parametrize(
    ("firm", "reason"),
    [
        (candidate(status="注销"), "closed"),
        (candidate(region_code="500104"), "here"),
        (candidate("本地光学有限公司"), "here"),
        (candidate("讨嫌光学有限公司"), "rejected"),
        (candidate(fit=0.1), "unsure"),
        (candidate(status="存续", region_code="3205"), None),
    ],
)
def test_who_is_left_out_and_why(firm: Candidate, reason: str | None) -> None:
    no = Rejection("讨嫌光学有限公司", "vision/lens", "李", "2026-01-05T09:00:00+08:00", "只要补贴", 1)
    found = left_out(firm, HERE, ["本地光学有限公司"], [no])
    assert (found.reason if found else None) == reason
    if reason == "rejected":
        assert found is not None
        assert "只要补贴" in found.says[1]


def test_a_no_for_one_node_does_not_close_another() -> None:
    no = Rejection("外地光学有限公司", "vision/sensor", "李", "2026-01-05", "不合", 1)
    assert left_out(candidate(), HERE, [], [no]) is None
    assert left_out(candidate(), HERE, [], [replace(no, node="")]) is not None


def test_the_last_act_on_a_firm_and_node_holds() -> None:
    act = {"do": "reject", "firm": "甲", "node": "", "by": "李", "at": "2026", "why": "w"}
    assert [one.line for one in standing([(1, act)])] == [1]
    assert standing([(1, act), (2, {**act, "do": "restore"})]) == ()


def test_one_node_does_not_fill_the_list_and_a_firm_stands_once() -> None:
    """Three firms on one node at .9, .89, .88 of fit; the one on another node, at .8, comes third."""
    firms = [
        candidate(f"{at}号", fit, status="存续") for at, fit in (("一", 0.9), ("二", 0.89), ("三", 0.88))
    ]
    firms += [
        candidate("四号", 0.8, "sensor", status="存续"),
        candidate("一号", 0.85, "sensor", status="存续"),
    ]
    found = ranked([prospect(one, HERE, TODAY) for one in firms], 4)
    assert [one.candidate.firm.name for one in found] == ["一号", "四号", "二号", "三号"]


def test_what_stands_in_the_way_is_told() -> None:
    found = prospect(
        candidate(status="经营异常", land="50", industry="3061", region_code="5001"), HERE, TODAY
    )
    told = "；".join(zh for _, zh in found.why_not)
    assert "要地 50 亩，最大空地 40 亩" in told
    assert "六大高耗能" in told
    assert "搬来即是别处搬走" in told
    assert soundness({"status": "经营异常"}, TODAY).value == 0.5


def test_signs_of_expansion_age() -> None:
    fresh, old = Signal("开工", "2026-03-01", "甲.txt"), Signal("投产", "2020", "甲.txt")
    assert expansion([old, fresh], TODAY).value == 1.0
    assert expansion([old], TODAY).value == 0.1
    assert expansion([Signal("扩产", None, "名录")], TODAY).value == 0.5
    assert expansion([], TODAY).value is None


def test_unknown_is_not_zero() -> None:
    assert room({}, None).value is None
    assert soundness({}, TODAY).value is None
    assert need("unknown", 0.0).value == 0.25
