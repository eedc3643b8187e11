"""Sums that tell how large the things counted next are, and shares of a sample: no figures of their own."""

import pytest

from tests.extract.observations.case import rows


def test_a_range_of_sums_before_firms_that_earn_belongs_to_their_name() -> None:
    text = "其中，10-50亿元企业完成营业收入65亿元，增长30%；5-10亿元企业完成营业收入17亿元。"
    assert rows(text, "indicator", "value") == [
        ("10-50亿元企业营业收入", "6500000000 CNY"),
        ("10-50亿元企业营业收入", "30 %"),
        ("5-10亿元企业营业收入", "1700000000 CNY"),
    ]


@pytest.mark.parametrize(
    ("size", "name"),
    [
        ("5至10亿元（含5亿元）", "5至10亿元（含5亿元）项目数"),
        ("10亿元以上（含10亿元）", "10亿元以上（含10亿元）项目数"),
    ],
)
def test_a_bound_told_in_brackets_belongs_to_the_name(size: str, name: str) -> None:
    assert rows(f"2023年，{size}项目12个。", "indicator", "value") == [(name, "12 projects")]


def test_an_order_of_size_before_at_least_so_many() -> None:
    assert rows("2023年，培育十亿级企业不少于10家。", "indicator", "bound") == [("十亿级企业数", "min")]


def test_a_range_that_firms_reach_stays_a_figure() -> None:
    assert rows("2023年，仓储业产值5—10亿元。", "value") == [("500000000..1000000000 CNY",)]


def test_the_share_of_a_sample_is_no_figure() -> None:
    text = "2023年，人口自然增长率为2‰。根据全国5‰人口变动抽样调查推算，常住人口68万人。"
    assert rows(text, "indicator") == [("人口自然增长率",), ("常住人口",)]


def test_how_many_of_those_just_counted_grew() -> None:
    text = "在41个大类行业中，有25个增长，16个下降。"
    assert rows(text, "indicator") == [("大类行业数",), ("增长的大类行业数",), ("下降的大类行业数",)]
