"""Disagreements with the number in force; other definitions and periods apart; judgements settle."""

from dataclasses import replace

from bulian.assess.conflicts import Conflicts, conflicts
from bulian.assess.datum import data_told
from bulian.assess.series import series
from bulian.assess.subject import district
from bulian.model.stored import Judgement, Sourced, Verdict
from tests.assess.made import DISTRICT, said, source

REPORT, BULLETIN = source("报告.txt", "2021-12"), source("2021年统计公报.txt", "2022-06")


def _found(*facts: Sourced) -> Conflicts:
    return conflicts(series(data_told(facts, district(DISTRICT))))


def _judged(fact: Sourced, verdict: Verdict) -> Sourced:
    return replace(fact, judgement=Judgement(fact.fact.id, verdict, "张三", "2026-01-01", "见原件"))


def test_an_open_one_has_a_number_in_force_and_keeps_the_loser() -> None:
    (one,) = _found(
        said("31%", "31", unit="%", of=REPORT), said("31.6%", "31.6", unit="%", of=BULLETIN)
    ).conflicts
    assert one.state == "open"
    assert one.standing is not None
    assert one.standing.datum.fact.surface == "31.6%"
    assert [(loser.datum.fact.surface, loser.why) for loser in one.losers] == [("31%", "authority")]


def test_a_judgement_settles_and_the_rejected_stays_visible() -> None:
    old, new = said("31%", "31", unit="%", of=REPORT), said("31.6%", "31.6", unit="%", of=BULLETIN)
    (accepted,) = _found(_judged(old, "accept"), new).conflicts
    (rejected,) = _found(old, _judged(new, "reject")).conflicts
    (neither,) = _found(_judged(old, "reject"), _judged(new, "reject")).conflicts
    assert {accepted.state, rejected.state, neither.state} == {"settled"}
    assert accepted.standing is not None
    assert accepted.standing.datum.fact.surface == "31%"
    assert [datum.fact.surface for datum in rejected.rejected] == ["31.6%"]
    assert neither.standing is None


def test_about_300_and_309_8_are_compatible() -> None:
    (one,) = _found(
        said("300亿元", "3e10", bound="approx", of=REPORT), said("309.8亿元", "30980000000", of=BULLETIN)
    ).conflicts
    assert one.state == "compatible"


def test_open_ones_come_first() -> None:
    found = _found(
        said("300亿元", "3e10", bound="approx", of=REPORT, indicator="产值"),
        said("309.8亿元", "30980000000", of=BULLETIN, indicator="产值"),
        said("7家", "7", indicator="企业数", unit="enterprises", of=REPORT),
        said("9家", "9", indicator="企业数", unit="enterprises", of=BULLETIN),
    )
    assert [one.state for one in found.conflicts] == ["open", "compatible"]


def test_another_definition_is_listed_and_no_conflict() -> None:
    found = _found(
        said("42万人", "420000", indicator="常住人口", unit="persons", of=REPORT),
        said("26万人", "260000", indicator="户籍人口", unit="persons", of=BULLETIN),
    )
    assert not found.conflicts
    (group,) = found.apart
    assert (group.reason, [counts.datum.indicator for counts in group.standings]) == (
        "definition",
        ["常住人口", "户籍人口"],
    )


def test_the_months_of_one_table_ask_no_question() -> None:
    def told(text: str, period: str, name: str) -> Sourced:
        return said(text, text[:-1], unit="%", aspect="growth", basis="yoy", period=period, of=source(name))

    one = _found(told("23.9%", "2021-01/2021-11", "月报.xlsx"), told("22.7%", "2021", "月报.xlsx"))
    two = _found(told("23.9%", "2021-01/2021-11", "月报.xlsx"), told("22.7%", "2021", "公报.txt"))
    assert not one.apart
    assert [each.reason for each in two.apart] == ["period"]


def test_nothing_told_is_nothing_found() -> None:
    assert _found() == Conflicts((), ())
