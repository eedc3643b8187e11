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


_SPRING = "2024年江城市政府工作报告\n——2024年1月20日在江城市第九届人民代表大会第三次会议上\n\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # The day of the speech dates nothing: what has been is of the year before, aims are of this one.
        ("工业投资增长8%，新增企业12家。", [("2023", "actual")] * 2),
        ("主要预期目标是：工业投资增长8%。财政收入增长3%左右。", [("2024", "target")] * 2),
        ("（一）发展目标。到2030年，城市面貌一新。主要目标包括：城镇化率达到75%。", [("2030", "target")]),
        # The goal that has been met is none.
        ("过去一年，主要预期目标全部完成，工业投资增长8%。", [("2023", "actual")]),
    ],
)
def test_a_work_report_of_spring_looks_back_on_the_year_before(
    text: str, told: list[tuple[str, str]]
) -> None:
    given = rows(_SPRING + text, "period", "modality", published_on="2024-02-01")
    assert given == told
