"""Lists of numbers that go on of the same names, ranks of growth, and whose a measure behind a verb is."""

import pytest

from tests.extract.observations.test_news import told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # The second pair is of the growth of the first.
        (
            "甲产业和乙产业增加值分别增长12%和11%，分别高于全市6和5个百分点。",
            [
                ("甲产业增加值", "growth", None),
                ("乙产业增加值", "growth", None),
                ("甲产业增加值增速", "growth", None),
                ("乙产业增加值增速", "growth", None),
            ],
        ),
        # A share of each, and how far each share rose.
        (
            "甲产业和乙产业增加值分别增长12%和11%，增加值占工业的比重分别达到19%和25%，比上年分别提高1和2个百分点。",
            [
                ("甲产业增加值", "growth", None),
                ("乙产业增加值", "growth", None),
                ("甲产业增加值占工业比重", "share", "工业"),
                ("乙产业增加值占工业比重", "share", "工业"),
                ("甲产业增加值占工业比重", "growth", None),
                ("乙产业增加值占工业比重", "growth", None),
            ],
        ),
        # The unit stands behind the last of those compared with.
        (
            "投资增长8%，高于全国0.7、全省2.3个百分点。",
            [("投资", "growth", None), ("投资增速", "growth", None), ("投资增速", "growth", None)],
        ),
    ],
)
def test_goes_on_of_each(text: str, said: list[tuple[str, str, str | None]]) -> None:
    rows = told(text, "indicator", "aspect", "basis")
    assert [(name, aspect, basis if aspect == "share" else None) for name, aspect, basis in rows] == said


@pytest.mark.parametrize(
    ("text", "indicator", "basis"),
    [
        ("工业用电量增幅居全省第四。", "工业用电量增速", "全省"),
        ("税收收入增幅在中心城区中排位第八。", "税收收入增速", "中心城区"),
        ("投资总量居全省第二。", "投资总量", "全省"),
        ("空气改善幅度全国第一。", "空气改善幅度", "全国"),
        ("综合实力在全省园区考核中稳居第一。", "综合实力", "全省园区考核"),
    ],
)
def test_ranks_of_growth(text: str, indicator: str, basis: str) -> None:
    assert told(text, "indicator", "basis")[-1] == (indicator, basis)


def test_how_far_a_rank_has_moved() -> None:
    assert told("综合排名较上年上升3位。", "indicator", "aspect", "unit") == [("综合排名", "growth", "rank")]
    assert told("综合排名较上年下滑3位。", "value") == [(-3,)]
    assert told("选派干部3位。", "unit") == [("persons",)]


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("建筑材料类实现零售额1.3亿元。", "建筑材料类零售额"),
        ("全市城镇实现消费品零售额157亿元。", "城镇消费品零售额"),
        (
            "规模以上民营工业企业实现增加值占规模以上工业的比重80%。",
            "规模以上民营工业增加值占规模以上工业比重",
        ),
        ("全市实现零售额1.3亿元。", "零售额"),
    ],
)
def test_whose_a_measure_is(text: str, indicator: str) -> None:
    assert told(text, "indicator") == [(indicator,)]
