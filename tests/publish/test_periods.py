"""Periods in words."""

import pytest

from bulian.publish.periods import end_of_plan, period_words
from bulian.publish.wording import wording


@pytest.mark.parametrize(
    ("period", "zh", "en"),
    [
        ("2021", "2021年", "2021"),
        ("2021-12", "2021年12月", "December 2021"),
        ("2021-10-18", "2021年10月18日", "18 October 2021"),
        ("2021-H1", "2021年上半年", "first half of 2021"),
        ("2021-Q3", "2021年三季度", "third quarter of 2021"),
        ("2021-01/2021-11", "2021年1—11月", "January–November 2021"),
        ("2021-Q1/2021-Q3", "2021年前三季度", "first three quarters of 2021"),
        ("2016/2020", "2016—2020年", "2016–2020"),
        ("2020-11/2021-02", "2020年11月至2021年2月", "November 2020 to February 2021"),
        ("2021-01-01/2021-10-18", "2021年1月1日至2021年10月18日", "1 January 2021 to 18 October 2021"),
    ],
)
def test_by_hand(period: str, zh: str, en: str) -> None:
    assert period_words(period, wording("zh")) == zh
    assert period_words(period, wording("en")) == en


@pytest.mark.parametrize(
    ("quote", "period", "said"),
    [
        ("到「十四五」末期，將達百億級", "2025", "十四五末"),
        ("“十五五”末达到", "2030", "十五五末"),
        ("“十五五”末达到", "2025", None),
        ("“十四五”期间累计", "2021/2025", None),
        ("十四五末", None, None),
    ],
)
def test_ends_of_plans(quote: str, period: str | None, said: str | None) -> None:
    assert end_of_plan(quote, period) == said
