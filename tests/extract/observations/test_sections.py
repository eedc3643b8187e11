"""What the chapters of a work report settle for the figures below them."""

import pytest

from tests.extract.observations.case import rows

_HEAD = "江城市政府工作报告\n"


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        # What opens a chapter dates its parts, under headings of their own.
        (
            "一、稳扎稳打，各项事业迈上新台阶\n一年来，我们攻坚克难。\n（一）工业提质\n新建厂房12万平方米。\n"
            "（二）商贸回暖\n新开商场5家。\n",
            [("2023", "actual")] * 2,
        ),
        # The chapter of five years, and the year under review that ends it.
        (
            "一、过去五年和2023年工作回顾\n过去的五年很不寻常。\n农业稳步发展。新建水库12座。\n"
            "各位代表，刚刚过去的2023年，我们顶住压力。\n工业稳步发展。新建厂房12万平方米。\n",
            [("2019/2023", "actual"), ("2023", "actual")],
        ),
        (
            "一、2023年和过去五年工作回顾\n新开商场5家。\n这是城乡面貌焕然一新的五年。\n新建水库12座。\n",
            [("2023", "actual"), ("2019/2023", "actual")],
        ),
        # What a chapter sets itself needs no 将.
        ("三、2024年主要工作\n今年任务很重。\n（一）修路\n新建公路12公里。\n", [("2024", "target")]),
        ("三、2024年工作回顾\n新建公路12公里。\n", [("2024", "actual")]),
        ("2024年全市民生实事\n1.新建公路12公里；\n", [("2024", "target")]),
        # A chapter without a number stands above the numbered headings that follow it.
        (
            "2023年工作回顾\n新开商场5家。\n2024年重点工作\n一、修好农村路\n新建公路12公里。\n",
            [("2023", "actual"), ("2024", "target")],
        ),
    ],
)  # fmt: skip
def test_a_chapter_dates_and_judges_what_stands_below_it(
    text: str, dated: list[tuple[str | None, str]]
) -> None:
    assert rows(_HEAD + text, "period", "modality") == dated
