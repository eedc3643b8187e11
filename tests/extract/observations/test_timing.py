"""Which time a number takes, where several are named near it."""

import pytest

from tests.extract.observations.case import rows


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        # What a figure is compared with, and averages over years, stay with their own figure.
        ("2022年生产总值95亿元；与2020年相比，两年平均增长2.5%。第一产业增加值6亿元。", ["2022"] * 3),
        ("2022年，工业投资12亿元，是2019年同期的2.6倍，民间投资5亿元。", ["2022"] * 3),
        ("2022年，工业投资12亿元，三年累计完成投资30亿元，民间投资5亿元。", ["2022", "2020/2022", "2022"]),
        ("三年累计完成工业投资30亿元；民间投资5亿元。", ["2021/2023", None]),
        ("五年来，工业投资年均增长5%，民间投资增长3%。", ["2019/2023"] * 2),
        # 预计全年 is said of what is expected.
        (
            "1-11月工业总产值45亿元，预计全年突破50亿元；工业增加值增长9%。",
            ["2023-01/2023-11", "2023", "2023-01/2023-11"],
        ),
        ("力争全年工业投资增长5%。", ["2024"]),
        ("全年工业投资增长5%。", ["2023"]),
        # 一年内 says how long it took, not when.
        ("化工厂一年内就建成投产。全年生产化肥12万吨。", ["2023"]),
    ],
)  # fmt: skip
def test_the_time_of_a_number(text: str, periods: list[str | None]) -> None:
    assert [row[0] for row in rows(text, "period")] == periods


def test_a_printed_date_dates_what_has_no_year() -> None:
    text = "江城新闻 2023-10-17 15:46\n前三季度，工业投资165亿元。去年工业投资150亿元。\n"
    assert [row[0] for row in rows(text, "period", published_on=None)] == ["2023-01/2023-09", "2022"]
