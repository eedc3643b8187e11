"""One measure at several times, lists told anew, whose 集群内 is, and what news on a work report is of."""

import pytest

from tests.extract.observations.test_news import told


def test_one_measure_at_several_times() -> None:
    text = "2021年一季度、上半年和全年GDP增速分别为18%、9%和6%，两年平均增速分别为4%、5%和3%。"
    times = ["2021-Q1", "2021-H1", "2021"]
    assert told(text, "indicator", "period") == [("地区生产总值", time) for time in times * 2]


def test_several_measures_at_one_time() -> None:
    assert told("2021年一季度，产值和税收分别为5亿元和3亿元。", "indicator", "period") == [
        ("产值", "2021-Q1"),
        ("税收", "2021-Q1"),
    ]


def test_a_list_told_anew() -> None:
    text = (
        "支柱产业完成增加值55亿元。其中，甲业、乙业保持两位数增长，增速分别为18%、16%；"
        "丙业、丁业个位数增长，分别增长2%、1%；戊业、己业负增长，分别下降5%、4%。"
    )
    rows = told(text, "indicator", "value")[1:]
    assert rows == [
        ("甲业增加值", 18),
        ("乙业增加值", 16),
        ("丙业增加值", 2),
        ("丁业增加值", 1),
        ("戊业增加值", -5),
        ("己业增加值", -4),
    ]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("石油装备集群发展迅速。以远山公司为“链主”，集群内现有30余家企业。", "石油装备集群"),
        ("石油装备集群发展迅速。全县现有30余家企业。", None),
    ],
)
def test_whose_are_those_inside(text: str, subject: str | None) -> None:
    assert told(text, "subject") == [(subject,)]


def test_capacity_a_year() -> None:
    text = "建设8万千瓦时/年废旧电池回收利用、300吨/年正极材料再生两个子项目。"
    assert told(text, "indicator", "modality") == [
        ("废旧电池回收利用能力", "capacity"),
        ("正极材料再生产能", "capacity"),
    ]


@pytest.mark.parametrize(
    ("opening", "period"),
    [
        ("3月21日上午，人民代表大会会议召开，区长作政府工作报告。远山2021年“成绩单”出炉。", "2021"),
        ("2021年3月21日上午，人民代表大会会议召开，区长作政府工作报告。", None),
    ],
)
def test_the_day_of_a_meeting_dates_nothing(opening: str, period: str | None) -> None:
    assert told(f"{opening}\n创新引擎\n新增企业41家。", "period") == [(period,)]
