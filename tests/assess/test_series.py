"""Grouping and the latest datum."""

from hypothesis import given
from hypothesis import strategies as st

from bulian.assess.datum import Datum, data_in_force
from bulian.assess.series import Series, series
from bulian.assess.subject import district
from bulian.model.stored import Sourced
from tests.assess.made import DISTRICT, said, source


def data_of(*facts: Sourced) -> tuple[Datum, ...]:
    return data_in_force(facts, district(DISTRICT))


def series_of(*facts: Sourced) -> tuple[Series, ...]:
    return series(data_of(*facts))


def test_the_newest_period_then_the_newest_publication() -> None:
    old, new = source("旧.txt", "2022-01"), source("新.txt", "2022-06-10")
    (one,) = series_of(
        said("309.8亿元", "30980000000", of=new),
        said("300亿元", "3e10", of=old, bound="approx"),
        said("280亿元", "2.8e10", period="2020", of=new),
        said("500亿元", "5e10", period="2025", modality="forecast", of=new),
    )
    assert one.latest is not None
    assert one.latest.fact.surface == "309.8亿元"
    assert [datum.fact.surface for datum in one.ahead] == ["500亿元"]


def test_a_whole_year_is_newer_than_its_last_month() -> None:
    (one,) = series_of(said("3亿元", "3e8", period="2021-12"), said("30亿元", "3e9", period="2021"))
    assert one.latest is not None
    assert one.latest.fact.period == "2021"


def test_undated_is_older_than_anything_dated() -> None:
    (one,) = series_of(said("9家", "9", period=None), said("8家", "8", period="1999"))
    assert one.latest is not None
    assert one.latest.fact.period == "1999"


def test_definitions_bases_and_made_up_rows_stay_apart() -> None:
    several = series_of(
        said("1亿元", "1e8", indicator="工业总产值"),
        said("1亿元", "1e8", indicator="规模以上工业总产值"),
        said("5%", "5", aspect="growth", unit="%", basis="yoy"),
        said("5%", "5", aspect="growth", unit="%", basis="qoq"),
        said("1亿元", "1e8", synthetic=True),
        said("1亿元", "1e8", subject=None),
    )
    assert len(several) == 5


def test_sightings_are_the_same_number_elsewhere() -> None:
    (one,) = series_of(
        said("87家", "87", of=source("甲.txt")),
        said("87家", "87", of=source("乙.txt")),
        said("86家", "86", of=source("丙.txt")),
    )
    (datum,) = [datum for datum in one.data if datum.source.name == "甲.txt"]
    assert [other.source.name for other in one.sightings(datum)] == ["乙.txt"]


@given(st.permutations(range(6)))
def test_the_order_of_facts_changes_nothing(order: list[int]) -> None:
    facts = [
        said(f"{n}家", str(n), period=p)
        for n, p in enumerate(["2020", "2021", None, "2021-11", "2019", "2021"])
    ]
    assert series_of(*(facts[n] for n in order)) == series_of(*facts)
