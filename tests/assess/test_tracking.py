"""Targets as objects: vintages, comparators, progress, outcome, odds, leaps, owners; traps T7, T8 and T10."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from bulian.assess.comparator import comparator_of
from bulian.assess.target_acts import acts_of
from bulian.assess.tracking import Circumstances, Tracked, track
from bulian.model.stored import Sourced
from tests.assess.made import said, source
from tests.assess.test_series import data_of, series_of

EARLY, LATE = source("早.txt", "2021-12"), source("晚.txt", "2024-01")
TODAY = date(2024, 6, 30)


def tracked(*facts: Sourced, today: date = TODAY, acts: tuple[Mapping[str, Any], ...] = ()) -> list[Tracked]:
    return list(track(series_of(*facts), Circumstances(today, acts_of(acts))))


def output(text: str, value: str, period: str, **more: Any) -> Sourced:
    return said(text, value, period=period, **more)


def test_a_target_restated_is_one_with_two_vintages_and_the_last_is_in_force() -> None:
    (one,) = tracked(
        output("500亿元", "5e10", "2025", modality="target", of=EARLY),
        output("450亿元", "4.5e10", "2025", modality="target", of=LATE),
    )
    assert [datum.fact.surface for datum in one.vintages] == ["500亿元", "450亿元"]
    assert one.datum.fact.surface == "450亿元"


def test_the_id_is_the_same_in_both_documents() -> None:
    ids = {
        tracked(output(text, value, "2025", modality="target", of=of))[0].id
        for text, value, of in (("500亿元", "5e10", EARLY), ("450亿元", "4.5e10", LATE))
    }
    assert len(ids) == 1


def test_progress_by_hand() -> None:
    """300 in 2021 to 500 in 2025; 380 in 2023 is 40 % of the way, due were 400 (line) and 387.3 (rate)."""
    (one,) = tracked(
        output("300亿元", "3e10", "2021", of=EARLY),
        output("500亿元", "5e10", "2025", modality="target", of=EARLY),
        output("380亿元", "3.8e10", "2023", of=LATE),
    )
    assert one.base is not None
    assert one.base.datum.fact.period == "2021"
    assert one.progress is not None
    assert one.progress.share == Decimal("0.4")
    assert one.progress.linear == Decimal("4e10")
    assert f"{one.progress.compound:.4g}" == "3.873e+10"
    assert f"{one.progress.gap_linear:.2f}" == "-0.05"
    assert one.status is not None
    assert one.status.key == "behind"  # 80 done of 100 due
    assert one.status.cut
    assert one.now is not None
    assert f"{one.now.pace.rate * 100:.3g}" == "14.7"  # (500/380)^(1/2)


@pytest.mark.parametrize(
    ("later", "key"), [("4.1e10", "ahead"), ("4e10", "on_time"), ("3.9e10", "behind"), ("5.2e10", "early")]
)
def test_the_official_classes(later: str, key: str) -> None:
    (one,) = tracked(
        output("300亿元", "3e10", "2021", of=EARLY),
        output("500亿元", "5e10", "2025", modality="target", of=EARLY),
        output("亿元", later, "2023", of=LATE),
    )
    assert one.status is not None
    assert one.status.key == key


def test_the_base_is_what_was_known_when_the_target_was_first_stated() -> None:
    """A plan of March 2021 starts from 2020, though the number of 2021 came out later that counts now."""
    plan = source("规划.txt", "2021-03")
    (one,) = tracked(
        output("280亿元", "2.8e10", "2020", of=plan),
        output("500亿元", "5e10", "2025", modality="target", of=plan),
        output("300亿元", "3e10", "2021", of=source("公报.txt", "2022-03")),
    )
    assert one.base is not None
    assert one.base.datum.fact.period == "2020"
    assert one.now is not None
    assert one.now.datum.fact.period == "2021"


@pytest.mark.parametrize(
    ("fell", "state"), [("-5", "met"), ("-2.9", "met"), ("-2", "missed"), ("1", "missed")]
)
def test_a_fall_is_met_by_a_greater_fall(fell: str, state: str) -> None:
    """下降3%左右: about three per cent, five in a hundred of it either way."""
    (one,) = tracked(
        said("3%", "-3", indicator="单位能耗", aspect="growth", unit="%", basis="yoy", period="2023",
             modality="target", bound="approx", quote="单位能耗下降3%左右", of=EARLY),
        said("%", fell, indicator="单位能耗", aspect="growth", unit="%", basis="yoy", period="2023", of=LATE),
    )  # fmt: skip
    assert (one.comparator, one.state) == ("<=", state)


def test_two_actual_years_are_odds_and_one_is_not() -> None:
    alone = tracked(output("300亿元", "3e10", "2021"), output("500亿元", "5e10", "2025", modality="target"))
    known = tracked(
        output("280亿元", "2.8e10", "2020"),
        output("300亿元", "3e10", "2021"),
        output("500亿元", "5e10", "2025", modality="target"),
    )
    assert alone[0].odds is not None
    assert (alone[0].odds.chance, alone[0].odds.word, alone[0].odds.years) == (None, None, 1)
    assert known[0].odds is not None
    assert known[0].odds.chance is not None
    assert 0.05 < known[0].odds.chance < 0.4  # seven in a hundred last year, 13.6 are needed
    assert known[0].odds.low is not None
    assert known[0].odds.high is not None
    assert known[0].odds.low < 3e10 * 1.07**4 < known[0].odds.high


def test_an_easier_target_is_likelier_and_the_target_itself_moves_no_interval() -> None:
    past = (output("280亿元", "2.8e10", "2020"), output("300亿元", "3e10", "2021"))
    easy, hard = (
        tracked(*past, output("亿元", value, "2025", modality="target"))[0].odds
        for value in ("3.3e10", "6e10")
    )
    assert easy is not None
    assert hard is not None
    assert (easy.chance or 0) > (hard.chance or 0)
    assert (easy.low, easy.high) == (hard.low, hard.high)


def test_a_leap_of_population_is_flagged_and_not_extrapolated() -> None:
    (one,) = tracked(
        said("26万人", "260000", indicator="人口规模", unit="persons", period="2016"),
        said("44万人", "440000", indicator="人口规模", unit="persons", period="2020"),
        said(
            "60万人",
            "600000",
            indicator="人口规模",
            unit="persons",
            period="2030",
            modality="forecast",
            bound="min",
        ),
    )
    assert [f"{leap.pace * 100:.3g}" for leap in one.leaps] == ["14.1"]
    assert one.odds is not None
    assert (one.odds.chance, one.odds.years) == (None, 1)
    assert one.base is not None
    assert f"{one.base.pace.rate * 100:.3g}" == "3.15"


def test_t8_undated_stays_undated_whatever_day_it_is() -> None:
    (one,) = tracked(output("100亿", "1e10", "2025", modality="target"), today=date(2026, 1, 1))
    (undated,) = tracked(said("100亿", "1e10", period=None, modality="target"), today=date(2099, 1, 1))
    assert one.state == "past"
    assert (undated.state, undated.datum.days, undated.base, undated.odds) == ("undated", None, None, None)


@pytest.mark.parametrize(
    ("text", "value", "state"),
    [("510亿元", "5.1e10", "met"), ("480亿元", "4.8e10", "missed"), ("500亿元", "5e10", "met")],
)
def test_the_outcome_says_met_or_missed(text: str, value: str, state: str) -> None:
    (one,) = tracked(
        output("300亿元", "3e10", "2021", of=EARLY),
        output("500亿元", "5e10", "2023", modality="target", of=EARLY),
        output(text, value, "2023", of=LATE),
    )
    assert one.state == state
    assert one.odds is None


def test_reaching_the_number_that_had_to_be_exceeded_is_too_close_to_say() -> None:
    (one,) = tracked(
        output(
            "500亿元", "5e10", "2023", modality="target", bound="min", quote="2023年突破500亿元", of=EARLY
        ),
        output("500亿元", "5e10", "2023", of=LATE),
    )
    assert (one.comparator, one.state) == (">", "close")


def test_a_deadline_before_the_base_is_past_and_has_no_pace() -> None:
    (one,) = tracked(
        output("300亿元", "3e10", "2021", of=EARLY),
        output("250亿元", "2.5e10", "2019", modality="target", of=EARLY),
    )
    assert (one.state, one.base, one.odds) == ("past", None, None)


@pytest.mark.parametrize("base", ["0", "-3e8"])
def test_growth_from_zero_or_a_loss_has_no_pace_and_no_odds(base: str) -> None:
    (one,) = tracked(
        said("亿元", base, indicator="利润", period="2021"),
        said("5亿元", "5e8", indicator="利润", period="2025", modality="target"),
    )
    assert (one.base, one.why_not, one.odds) == (None, "not_positive", None)


@pytest.mark.parametrize(
    ("quote", "text", "bound", "comparator"),
    [
        ("产值超500亿元", "500亿元", "min", ">"),
        ("产值达到500亿元", "500亿元", "exact", ">="),
        ("产值500亿元以上", "500亿元", "min", ">="),
        ("产值约500亿元", "500亿元", "approx", "~"),
        ("能耗控制在500亿元以内", "500亿元", "max", "<="),
        ("產值不低於500億元", "500億元", "min", ">="),
        ("产值500亿元", "500亿元", "max", "<="),
    ],
)
def test_comparators(quote: str, text: str, bound: Any, comparator: str) -> None:
    (datum,) = data_of(said(text, "5e10", bound=bound, quote=quote, modality="target", period="2025"))
    assert comparator_of(datum) == comparator


def test_a_limit_is_met_from_below() -> None:
    (one,) = tracked(
        output("90", "90", "2023", of=LATE),
        output("100", "100", "2023", modality="target", bound="max", quote="控制在100以内", of=EARLY),
    )
    assert one.state == "met"


def test_an_owner_assigned_goes_before_one_named_and_can_be_taken_back() -> None:
    target = output("500亿元", "5e10", "2025", modality="target")
    identity = tracked(target)[0].id
    act = {"at": "2024-01-01", "by": "王", "why": "会议", "act": "assign", "target": identity, "facts": []}
    named = Circumstances(TODAY, acts_of([]), {target.fact.id: ("区经信委",)})
    assert [owner.name for owner in track(series_of(target), named)[0].owners] == ["区经信委"]
    (assigned,) = tracked(target, acts=({**act, "owner": "区发改委"},))
    assert [(owner.name, owner.how) for owner in assigned.owners] == [("区发改委", "act")]
    (taken,) = tracked(target, acts=({**act, "owner": "区发改委"}, {**act, "owner": ""}))
    assert taken.owners == ()


def test_an_act_follows_the_fact_when_the_subject_is_renamed() -> None:
    target = output("500亿元", "5e10", "2025", modality="target")
    act = {
        "at": "2024-01-01", "by": "王", "why": "会议", "act": "quality", "metric": "tax_per_mu",
        "target": "00000000", "facts": [target.fact.id],
    }  # fmt: skip
    (one,) = tracked(target, acts=(act,))
    assert one.quality is not None
    assert one.quality.metric == "tax_per_mu"


def test_scale_and_definition() -> None:
    size, share = tracked(
        said("200亿元", "2e10", indicator="产业规模", period="2025", modality="target"),
        said(
            "65%",
            "65",
            indicator="战略性新兴产业比重",
            unit="%",
            aspect="share",
            period="2025",
            modality="target",
        ),
    )
    assert (size.is_scale, size.defined) == (True, False)
    assert share.is_scale is False
