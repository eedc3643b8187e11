"""Dates of every habit, and those that cannot be told."""

import pytest

from bulian.desk.dates import ENDLESS, read_date


@pytest.mark.parametrize(
    "text",
    [
        "2024-05-01", "2024-5-1", "2024/05/01", "2024.5.1", "20240501", "2024年5月1日", "2024年05月01号",
        "2024-05-01 00:00:00", "2024-05-01 10：30", "45413",
    ],
)  # fmt: skip
def test_one_day_in_many_habits(text: str) -> None:
    # 45413 is how a spreadsheet counts that day from 30 December 1899.
    assert read_date(text) == "2024-05-01"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2024年5月", "2024-05"), ("2024.5", "2024-05"), ("2024", "2024"), ("2024年", "2024"),
        ("31/5/2024", "2024-05-31"), ("5/31/2024", "2024-05-31"), ("5/5/2024", "2024-05-05"),
        ("2024年三季度", "2024-Q3"), ("长期", ENDLESS), ("二〇二六年五月", "2026-05"), ("二O二六年", "2026"),
        ("二○二四年十月三十一日", "2024-10-31"), ("二零二四年三季度", "2024-Q3"),
        ("一九九八年五月5日", "1998-05-05"),
    ],
)  # fmt: skip
def test_a_date_is_as_wide_as_it_was_written(text: str, date: str) -> None:
    assert read_date(text) == date


@pytest.mark.parametrize(
    "text", ["5/6/2024", "2024-02-30", "下周", "24.5.1", "5月1日", "12", "二〇二六年十三月", "二六年五月"]
)
def test_what_is_no_date_or_not_plain_is_none(text: str) -> None:
    assert read_date(text) is None
