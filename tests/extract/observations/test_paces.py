"""Growth told by the noun behind its number, shares in brackets, and what a plant brings along."""

import pytest

from tests.extract.observations.case import rows


@pytest.mark.parametrize(
    ("text", "said", "value"),
    [
        ("2023年，快递业务量实现8%的增长。", "快递业务量", "8 %"),
        ("2023年，规上工业增加值以8%的速度增长。", "规模以上工业增加值", "8 %"),
        ("2023年，客运量取得15%的高增长。", "客运量", "15 %"),
        ("2023年，客运量出现3%的降幅。", "客运量", "-3 %"),
    ],
)
def test_growth_told_behind_its_number(text: str, said: str, value: str) -> None:
    assert rows(text, "indicator", "aspect", "value", "basis") == [(said, "growth", value, "yoy")]


def test_a_goal_of_growth_is_a_growth_to_come() -> None:
    text = "2024年，确定客运量5%左右的增长目标。"
    assert rows(text, "aspect", "modality") == [("growth", "target")]


def test_a_percentage_of_things_behind_it_is_no_growth() -> None:
    text = "2023年，完成80%的增长点培育任务。"
    assert "growth" not in {row[0] for row in rows(text, "aspect")}


def test_a_share_in_brackets_names_its_whole() -> None:
    text = "2023年，纺织产业增加值达到260亿元（约占全市GDP总量的4%）。"
    assert rows(text, "indicator", "basis")[-1] == ("纺织产业增加值占地区生产总值比重", "地区生产总值")


def test_what_a_plant_is_to_bring_is_told_of_its_capacity() -> None:
    text = "项目达产后，年产值20亿元，可解决1000多人就业，税收1亿元。"
    assert {row[0] for row in rows(text, "modality")} == {"capacity"}


def test_what_has_been_brought_by_now_is_actual() -> None:
    text = "项目达产后，年产值20亿元，目前已解决1000多人就业。"
    assert rows(text, "modality")[-1] == ("actual",)
