"""Capacities named behind their amount, and measures behind 实现的."""

import pytest

from tests.extract.observations.case import rows


@pytest.mark.parametrize(
    ("text", "said", "value"),
    [
        ("2023年，江口产业园形成30万吨铝箔产能。", "铝箔产能", "300000 t"),
        ("2023年，企业建成30万吨产能。", "产能", "300000 t"),
        ("项目建成10GWH产能的电池生产线。", "产能", "10000000 kWh"),
    ],
)
def test_a_capacity_behind_its_amount_is_not_who_formed_it(text: str, said: str, value: str) -> None:
    assert rows(text, "indicator", "value") == [(said, value)]


def test_the_use_of_a_capacity_behind_another_amount_is_left_alone() -> None:
    assert rows("水泥产量60万吨，产能利用率80%。", "indicator") == [("水泥产量",), ("产能利用率",)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("通过网络实现的销售额增长9%。", "网络销售额"),
        ("通过公共网络实现的零售额增长9%。", "公共网络零售额"),
        ("企业完成的投资增长9%。", "企业投资"),
    ],
)
def test_a_measure_that_was_achieved_keeps_who_achieved_it(text: str, said: str) -> None:
    assert rows(text, "indicator") == [(said,)]


def test_goods_behind_sales_are_of_sales() -> None:
    text = "新能源汽车销售额增长7%，音像器材增长3%，客流增长2%。"
    assert [row[0] for row in rows(text, "indicator")] == ["新能源汽车销售额", "音像器材销售额", "客流"]
