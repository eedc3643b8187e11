"""Grades: the year assessed is read where words say it, never taken from the date of the news (trap T7)."""

import pytest

from bulian.assess.grades import grades, year_assessed
from bulian.model.fact import Event, Relation
from bulian.model.place import Span
from bulian.model.stored import Sourced
from tests.assess.made import DISTRICT, source

NEWS = "2023年4月，本区在某某示范区建设评估中获得优秀等级。"
LATER = "2023年4月，本区在2022年度某某示范区建设评估中获得优秀等级。"


def announced(sentence: str) -> tuple[Sourced, ...]:
    of, place = source("报.txt", "2024-01-23"), Span(0, len(sentence), sentence)
    who = (DISTRICT, "某某示范区建设评估")
    return (
        Sourced(Event(of.doc, place, "evaluated", "2023-04", who, "made"), of),
        Sourced(Relation(of.doc, place, DISTRICT, "designated", "某某示范区建设评估优秀等级", "made"), of),
    )


def test_t7_a_grade_published_in_april_2023_assesses_no_year_that_is_not_stated() -> None:
    (grade,) = grades(announced(NEWS), lambda one: one.fact.place.quote)
    assert (grade.grade, grade.happened_on, grade.published_on) == ("优秀", "2023-04", "2024-01-23")
    assert grade.year_assessed is None


def test_t7_where_the_text_says_the_year_it_is_that_year() -> None:
    (grade,) = grades(announced(LATER), lambda one: one.fact.place.quote)
    assert (grade.year_assessed, grade.happened_on) == (2022, "2023-04")


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("市里对各区2021年工作考核，本区列第一等次。", 2021),
        ("评估年度为2020年，结果为良好。", 2020),
        ("2021年，本区通过评估。", None),
        ("2019年启动建设，2023年获评优秀。", None),
    ],
)
def test_years_that_are_assessed(sentence: str, year: int | None) -> None:
    assert year_assessed(sentence) == year
