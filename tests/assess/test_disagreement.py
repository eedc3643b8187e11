"""What contradicts, what is compatible, and what is no conflict at all."""

from bulian.assess.disagreement import Disagreement, disagreements
from bulian.model.stored import Sourced
from tests.assess.made import said, source
from tests.assess.test_series import series_of

REPORT, BULLETIN = source("报告.txt", "2021-12"), source("公报.txt", "2022-06")


def _found(*facts: Sourced) -> tuple[Disagreement, ...]:
    return disagreements(series_of(*facts))


def test_35_and_35_7_percent_contradict() -> None:
    (one,) = _found(
        said("35.7%", "35.7", aspect="growth", unit="%", basis="yoy", of=BULLETIN),
        said("35%", "35", aspect="growth", unit="%", basis="yoy", of=REPORT),
    )
    assert not one.compatible
    assert [side.data[0].fact.surface for side in one.sides] == ["35%", "35.7%"]
    assert one.documents == 2


def test_about_300_and_309_8_are_compatible() -> None:
    (one,) = _found(
        said("300亿元", "3e10", bound="approx", of=REPORT), said("309.8亿元", "30980000000", of=BULLETIN)
    )
    assert one.compatible


def test_three_sides_stay_visible_when_one_of_them_contradicts() -> None:
    (one,) = _found(
        said("300亿元", "3e10", bound="approx", of=REPORT),
        said("309.8亿元", "30980000000", of=BULLETIN),
        said("350亿元", "3.5e10", of=source("简报.txt")),
    )
    assert not one.compatible
    assert len(one.sides) == 3


def test_no_conflict() -> None:
    assert not _found(
        said("23.9%", "23.9", aspect="growth", unit="%", period="2021-01/2021-11", of=REPORT),
        said("22.7%", "22.7", aspect="growth", unit="%", period="2021", of=BULLETIN),  # another period
        said("300亿元", "3e10", indicator="规模以上工业总产值", of=REPORT),
        said("350亿元", "3.5e10", of=BULLETIN),  # another definition
        said("500亿元", "5e10", modality="forecast", of=REPORT),  # another modality
        said("13%", "13", indicator="增长率", unit="%", of=REPORT),
        said("13.0%", "13", indicator="增长率", unit="%", of=BULLETIN),  # the same number, told more exactly
        said("1亿元", "1e8", indicator="投资", period=None, of=REPORT),
        said("2亿元", "2e8", indicator="投资", period=None, of=BULLETIN),  # undated
        said("7家", "7", indicator="企业", unit="enterprises", of=REPORT),
        said("9家", "9", indicator="企业", unit="enterprises", of=BULLETIN, synthetic=True),  # made up
        said("5人", "5", subject=None, unit="persons", of=REPORT),
        said("6人", "6", subject=None, unit="persons", of=BULLETIN),  # nobody's
    )


def test_documents_that_contradict_each_other_come_before_one_that_contradicts_itself() -> None:
    found = _found(
        said("7家", "7", indicator="甲", unit="enterprises", of=REPORT),
        said("9家", "9", indicator="甲", unit="enterprises", of=REPORT),
        said("7家", "7", indicator="乙", unit="enterprises", of=REPORT),
        said("9家", "9", indicator="乙", unit="enterprises", of=BULLETIN),
    )
    assert [one.key.indicator for one in found] == ["乙", "甲"]
