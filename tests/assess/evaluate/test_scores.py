"""Scores: the published formula recomputed exactly, and a range where something is unknown."""

from decimal import Decimal

import pytest

from bulian.assess.evaluate.scores import score
from bulian.model.stored import Sourced
from bulian.vocab.templates import templates
from tests.assess.evaluate.asked import FIRM, about, told

PER_MU = {
    # indicator: value, unit, points by hand: value ÷ base × weight
    "亩均税收": ("180000", "CNY/mu", "48"),  # 18 ÷ 15 × 40
    "亩均销售收入": ("2700000", "CNY/mu", "9"),  # 270 ÷ 300 × 10
    "单位能耗工业增加值": ("45000", "CNY/t", "30"),  # 4.5 ÷ 3 × 20
    "单位COD排放工业增加值": ("4000000", "CNY/t", "12"),  # 400 ÷ 500 × 15
    "单位用水量工业增加值": ("1000", "CNY/t", "5"),  # 0.1 ÷ 0.1 × 5
    "全员劳动生产率": ("120000", "CNY/person", "8"),  # 12 ÷ 15 × 10
}


def facts(*names: str) -> list[Sourced]:
    return [
        told("1", PER_MU[name][0], indicator=name, unit=PER_MU[name][1], subject=FIRM, period="2016")
        for name in names
    ]


def test_the_published_formula_of_linhai_exactly() -> None:
    found = score(templates()["per_mu_large"], about(*facts(*PER_MU)), 2016)
    assert [one.points for one in found.points] == [Decimal(points) for _, _, points in PER_MU.values()]
    assert (found.known, found.complete) == (Decimal(112), True)


def test_a_firm_on_every_base_scores_a_hundred() -> None:
    method = templates()["per_mu_small"]
    bases = [
        told(
            "1",
            str(one.base.value),
            indicator=one.quantity.names[0],
            unit=one.base.unit,
            subject=FIRM,
            period="2016",
        )
        for one in method.criteria
        if one.base and one.quantity
    ]
    assert score(method, about(*bases), 2016).known == 100


def test_an_unknown_criterion_is_neither_zero_nor_full() -> None:
    found = score(templates()["per_mu_large"], about(*facts("亩均税收")), 2016)
    assert (found.low, found.high, found.weight) == (Decimal(48), None, Decimal(40))
    district = told(
        "8%", "8", indicator="地区生产总值", unit="%", aspect="growth", subject=FIRM, period="2022"
    )
    zone = score(templates()["demonstration_zone"], about(district), 2022)
    assert (zone.low, zone.high) == (Decimal("9.6"), Decimal("97.6"))  # 8 ÷ 10 × 12, and 88 unknown


@pytest.mark.parametrize(("growth", "points"), [("-2", "0"), ("5", "6"), ("10", "12"), ("12", "12")])
def test_goalposts_are_the_ends(growth: str, points: str) -> None:
    fact = told(
        growth, growth, indicator="地区生产总值", unit="%", aspect="growth", subject=FIRM, period="2022"
    )
    first = score(templates()["demonstration_zone"], about(fact), 2022).points[0]
    assert first.points == Decimal(points)


def test_values_without_a_published_rule_get_no_points() -> None:
    fact = told("5亿元", "500000000", indicator="当年净增营业收入", subject=FIRM, period="2023")
    found = score(templates()["hightech_zone_2024"], about(fact), 2023)
    assert [one.points for one in found.points] == [None] * 4
    assert (found.weight, found.total) == (Decimal(1), Decimal(15))
