from decimal import Decimal

import pytest

from bulian.extract.numbers import parse_unit, parse_units


@pytest.mark.parametrize(
    ("shown", "canonical", "factor"),
    [
        ("亿元", "CNY", "100000000"), ("万元", "CNY", "10000"), ("單位：萬元", "CNY", "10000"),
        ("%", "%", "1"),
        ("个百分点", "pp", "1"), ("元/吨", "CNY/t", "1"), ("万元/亩", "CNY/mu", "10000"),
        ("亿千瓦时", "kWh", "100000000"),
        ("万人", "persons", "10000"), ("公顷", "ha", "1"), ("亿美元", "USD", "100000000"),
    ],
)  # fmt: skip
def test_unit(shown: str, canonical: str, factor: str) -> None:
    unit = parse_unit(shown)
    assert unit
    assert (unit.canonical, unit.factor) == (canonical, Decimal(factor))


def test_words_that_are_no_unit() -> None:
    assert parse_unit("产值") is None
    assert parse_unit("") is None
    assert parse_unit("万元、%") is None


def test_a_list_of_units() -> None:
    assert [unit.canonical for unit in parse_units("万元、%")] == ["CNY", "%"]
