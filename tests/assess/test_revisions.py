"""Revisions: what was told otherwise later, by how much, by whom."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bulian.assess.revisions import Revision, revisions
from bulian.assess.subject import district
from bulian.model.stored import Judgement, Sourced
from tests.assess.made import DISTRICT, said, source

FIRST = source("快报.txt", "2022-01-31")
LATER = source("年鉴.txt", "2022-11")


def found(*facts: Sourced) -> tuple[Revision, ...]:
    return revisions(facts, district(DISTRICT))


def test_a_later_publication_moves_the_number() -> None:
    # 300 → 309.8 by hand: +9.8, and 9.8 / 300 = 3.27 %; 约300 leaves room for 309.8.
    old = said("约300亿元", "30000000000", bound="approx", of=FIRST)
    new = said("309.8亿元", "30980000000", of=replace(LATER, publisher="统计局"))
    (one,) = found(new, old)
    assert (one.cause, one.on, one.by) == ("publication", "2022-11-30", "统计局")
    assert (one.old.id, one.new.id) == (old.fact.id, new.fact.id)
    assert one.difference == Decimal("980000000")
    assert one.relative is not None
    assert round(one.relative, 4) == Decimal("0.0327")
    assert one.compatible


def test_the_same_number_printed_otherwise_is_no_revision() -> None:
    assert found(said("300亿元", "30000000000", of=FIRST), said("3000000万元", "30000000000", of=LATER)) == ()


def test_numbers_of_one_day_disagree_and_do_not_revise() -> None:
    other = source("通报.txt", "2022-01-31")
    assert found(said("300亿元", "30000000000", of=FIRST), said("310亿元", "31000000000", of=other)) == ()


def test_another_period_definition_or_kind_is_no_revision() -> None:
    old = said("300亿元", "30000000000", of=FIRST)
    assert found(old, said("310亿元", "31000000000", of=LATER, period="2022")) == ()
    assert found(old, said("310亿元", "31000000000", of=LATER, indicator="规模以上工业总产值")) == ()
    assert found(old, said("310亿元", "31000000000", of=LATER, modality="target")) == ()
    assert found(old, said("310亿元", "31000000000", of=LATER, synthetic=True)) == ()


def test_undated_numbers_are_not_compared() -> None:
    both = (said("44万人", "440000", of=FIRST, period=None), said("42万人", "420000", of=LATER, period=None))
    assert found(*both) == ()


def test_a_file_replaced_under_its_name() -> None:
    before = replace(source("月报.xlsx", "2022-01"), doc="before", retired_at="2022-03-01T09:00:00+08:00")
    after = replace(source("月报.xlsx", "2022-01"), doc="after")
    old, new = said("30亿元", "3000000000", of=before), said("31亿元", "3100000000", of=after)
    (one,) = found(old, new)
    assert (one.cause, one.on) == ("file", "2022-03-01")
    assert one.difference == Decimal("100000000")


def test_a_newer_reading_of_the_same_file() -> None:
    new = said("31亿元", "3100000000", of=FIRST)
    old = replace(said("30亿元", "3000000000", of=FIRST), superseded_at="2026-02-01T09:00:00+08:00")
    (one,) = found(old, new)
    assert (one.cause, one.on, one.old.id) == ("reading", "2026-02-01", old.fact.id)


def test_a_correction_names_who_made_it() -> None:
    plain = said("30亿元", "3000000000", of=FIRST)
    judged = Judgement(
        plain.fact.id, "correct", "王", "2026-02-03T10:00:00+08:00", "漏了一家", Decimal("3200000000")
    )
    (one,) = found(replace(plain, judgement=judged))
    assert (one.cause, one.by, one.on) == ("correction", "王", "2026-02-03")
    assert (one.old.value, one.new.value) == (Decimal("3000000000"), Decimal("3200000000"))
    assert not one.compatible


def test_rates_move_by_points_and_have_no_ratio() -> None:
    old = said("增长35.7%", "35.7", unit="%", aspect="growth", basis="yoy", of=FIRST)
    new = said("增长35%", "35", unit="%", aspect="growth", basis="yoy", of=LATER)
    (one,) = found(old, new)
    assert one.difference == Decimal("-0.7")
    assert one.relative is None


@given(st.lists(st.integers(1, 5), min_size=1, max_size=6))
def test_revisions_lead_from_the_first_number_to_the_last(values: list[int]) -> None:
    facts = [
        said(f"{value}家", str(value), unit="firms", of=source(f"{year}.txt", str(year)))
        for year, value in enumerate(values, start=2015)
    ]
    told = sorted(found(*facts), key=lambda one: one.on)
    assert sum(one.difference for one in told) == values[-1] - values[0]
    assert len(told) == sum(a != b for a, b in pairwise(values))
