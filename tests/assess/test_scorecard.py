"""Gauges over the years: read as printed, from two levels, as a ratio; moved only where digits can tell."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bulian.assess.datum import data_in_force
from bulian.assess.evaluate.readings import Known, known
from bulian.assess.scorecard import Watched, newest, scorecard
from bulian.assess.subject import district
from bulian.model.stored import Sourced
from bulian.vocab.scorecards import gauge_sets
from tests.assess.made import DISTRICT, said

QUALITY = gauge_sets()["quality"]


def about(*facts: Sourced) -> Known:
    return known(DISTRICT, data_in_force(facts, district(DISTRICT)), {}, {})


def gauge(key: str, *facts: Sourced, year: int = 2021) -> Watched:
    card = scorecard(QUALITY, about(*facts), year)
    return next(one for side in card.sides for one in side.gauges if one.gauge.key == key)


def test_a_ratio_is_computed_from_both_levels_and_a_level_from_the_year_before() -> None:
    facts = [
        said("40亿元", "4000000000", indicator="制造业增加值"),
        said("160亿元", "16000000000", indicator="地区生产总值"),
        said("150亿元", "15000000000", indicator="地区生产总值", period="2020"),
    ]
    share = gauge("manufacturing", *facts).readings[-1]
    assert share is not None
    assert (share.extent.point, share.unit, len(share.parts)) == (Decimal(25), "%", 2)
    growth = gauge("gdp", *facts).readings[-1]
    assert growth is not None
    assert round(growth.extent.point, 2) == Decimal("6.67")


def test_better_goes_by_the_gauge_and_needs_digits_that_can_tell() -> None:
    def energy(now: str) -> Watched:
        facts = [
            said(f"{value}%", value, indicator="单位地区生产总值能耗", aspect="growth", unit="%", period=year)
            for value, year in ((now, "2021"), ("-3", "2020"))
        ]
        return gauge("energy", *facts)

    assert [energy(value).move for value in ("-4", "-2", "-3")] == ["better", "worse", "level"]
    output = [
        said("约300亿元", "30000000000", bound="approx"),
        said("310亿元", "31000000000", period="2020"),
    ]
    assert gauge("output", *output).move == "level"  # 285 to 315 may be more or less than 310


def test_what_is_not_known_stays_unknown_and_the_card_begins_where_something_is() -> None:
    facts = [said("280亿元", "28000000000", period="2018"), said("300亿元", "30000000000")]
    card = scorecard(QUALITY, about(*facts), 2021)
    assert card.years == (2018, 2019, 2020, 2021)
    assert gauge("output", *facts).move == "unknown"  # nothing of 2020
    assert newest(QUALITY, about(*facts)) == 2021
    assert newest(QUALITY, about()) is None


@given(st.integers(1, 10_000), st.integers(1, 10_000), st.integers(1, 1_000))
def test_a_move_does_not_depend_on_the_unit_of_measure(now: int, before: int, scale: int) -> None:
    def moved(by: int) -> str:
        pair = [said(f"{n * by}", f"{n * by}", period=year) for n, year in ((now, "2021"), (before, "2020"))]
        return gauge("output", *pair).move

    assert moved(1) == moved(scale)
