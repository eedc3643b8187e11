"""Parts beside a total: what is added, what stands beside, and never a false total (trap T10)."""

from decimal import Decimal
from typing import Any

from bulian.assess.parts import Parts, parts_of
from bulian.assess.subject import kind_of
from bulian.model.stored import Sourced
from tests.assess.made import DISTRICT, said
from tests.assess.test_series import data_of


def total(text: str = "500亿元", value: str = "5e10", **more: Any) -> Sourced:
    return said(text, value, period="2025", modality="forecast", **more)


def part(subject: str, text: str, value: str, period: str | None = "2025", **more: Any) -> Sourced:
    return said(text, value, subject=subject, indicator="产业规模", period=period, modality="target", **more)


def of(*facts: Sourced) -> Parts:
    (found,) = parts_of(data_of(*facts), DISTRICT, lambda name: kind_of(name) == "industry")
    return found


def test_t10_vision_food_and_undated_health_against_500_by_hand() -> None:
    """Vision above 200 is added; 100亿级 is a class, health has no date: 300 of 500 is named by no part."""
    found = of(
        total(),
        part("智能视觉产业", "200亿元", "2e10", bound="min"),
        part("食品工业产业", "100亿", "1e10", quote="将达100亿级规模"),
        part("生物健康医药产业", "100亿", "1e10", period=None),
        part("新材料产业", "100亿元", "1e10", period="2030"),
    )
    assert [datum.subject for datum in found.covered] == ["智能视觉产业"]
    assert {datum.subject: why for datum, why in found.beside} == {
        "食品工业产业": "class",
        "生物健康医药产业": "undated",
        "新材料产业": "other_year",
    }
    assert (found.named, found.uncovered, found.coherence) == (Decimal("2e10"), Decimal("3e10"), "fits")


def test_parts_that_exceed_their_total_are_said_to() -> None:
    found = of(total(), part("甲甲产业", "300亿元", "3e10"), part("乙乙产业", "280亿元", "2.8e10"))
    assert (found.coherence, found.uncovered) == ("exceeds", Decimal("-8e9"))


def test_a_total_that_may_be_more_is_not_exceeded() -> None:
    assert of(total(bound="min"), part("甲甲产业", "600亿元", "6e10")).coherence == "open"


def test_a_firm_is_no_part_and_neither_is_another_unit() -> None:
    found = of(
        total(), said("50亿元", "5e9", subject="某某公司", indicator="产值", period="2025", modality="target")
    )
    assert found.covered == ()
    counted = of(total(), part("甲甲产业", "60家", "60", unit="enterprises"))
    assert (counted.covered, counted.beside) == ((), ())


def test_made_up_parts_stand_behind_no_real_total() -> None:
    assert of(total(), part("甲甲产业", "100亿元", "1e10", synthetic=True)).covered == ()
